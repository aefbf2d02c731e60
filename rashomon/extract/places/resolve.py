"""Which place of its name each mention means: the report's places agree with one another."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from rashomon.extract.places.gazetteer import Entry
from rashomon.extract.places.keys import plain
from rashomon.extract.places.mentions import Mention
from rashomon.model import PlaceKind

ROUNDS = 3
NEAR = 161
"""Kilometres (100 miles) within which two places count as neighbours."""
KIND: dict[PlaceKind, float] = {
    "country": 3.5,
    "continent": 13.0,
    "water": 12.0,
    "region": 12.0,
    "natural": 12.0,
    "province": 1.0,
    "district": -1.0,
}
"""What a kind is worth beside the decimal logarithm of a place's people."""
FIT, FIRST_KIND, OTHER_KIND, INSIDE, HOLDS = 4.0, 8.0, 1.0, 8.0, 8.0
SPOKEN, COUNTRY, PROVINCE, DISTRICT, NEIGHBOUR = 2.5, 2.0, 2.0, 2.5, 2.5
_LIES_IN = re.compile(
    r" ?(?:province|district|city|county|village|town|area)?"
    r"(?:, (?:in )?(?:the )?(?:\w+ )?(?:(?:province|district|state|county) of )?"
    r"| \(| in (?:the )?(?:\w+ )?| of | district of )"
)
"""What stands between a place and that in which it lies: `Gardez, Paktia`, `the Zurmat district of Paktia`."""
SEAT, UNPLACED = 1.5, 3.0
"""What a province loses where a town of its name lies in it; what a place loses of which no coordinates are known."""
Name = tuple[str, tuple[PlaceKind, ...]]


def resolve(text: str, found: Sequence[Mention], nations: Counter[str]) -> list[Entry | None]:
    """The entry that each mention stands for, or None.

    Every name means one place throughout a report. What speaks for a place: that it is populous, of the kind that a
    word beside the name says, that it lies in what is named behind it (`Gardez, Paktia`), in a country or province
    that the report is about (`nations` has the countries that it speaks of by adjective), and near its other places.
    """
    names: dict[Name, list[Entry]] = {}
    for one in found:
        names.setdefault(_name(one), list(one.entries))
    links = _links(text, found)
    possible = _Possible(names)
    base = {name: [_base(entry, name, entries) for entry in entries] for name, entries in names.items()}
    for name, holders in links.items():
        _link(base, names, name, holders)
    chosen: dict[Name, Entry] = {}
    counts = Counter(_name(one) for one in found)
    for _ in range(ROUNDS):
        context = _Context(nations, chosen, counts, possible)
        chosen = {
            name: entries[
                _best([b + context.score(e, name) for b, e in zip(base[name], entries, strict=True)])
            ]
            for name, entries in names.items()
            if entries
        }
    return [chosen.get(_name(one)) for one in found]


def _best(scores: list[float]) -> int:
    return max(range(len(scores)), key=scores.__getitem__)


def _name(one: Mention) -> Name:
    return plain(one.words), one.kinds


def _links(text: str, found: Sequence[Mention]) -> dict[Name, set[Name]]:
    """For each name those that stand right behind it as what it lies in: `Gardez, Paktia`, `Gardez (Paktia)`."""
    links: dict[Name, set[Name]] = defaultdict(set)
    for one, after in pairwise(found):
        gap = text[one.end : after.start].lower()
        if _LIES_IN.fullmatch(gap):
            links[_name(one)].add(_name(after))
    return links


def _link(
    base: dict[Name, list[float]], names: dict[Name, list[Entry]], name: Name, holders: Iterable[Name]
) -> None:
    """Favour the entries of a name that lie in an entry of a name behind it, and those that hold one."""
    inner = names[name]
    nation = any(entry.kind == "country" for entry in inner)
    for holder in holders:
        outer = [(n, o) for n, o in enumerate(names[holder]) if not (nation and o.kind == "country")]
        pairs = [(i, o) for i, e in enumerate(inner) for o, other in outer if lies_in(e, other)]
        for i in {i for i, _ in pairs}:
            base[name][i] += INSIDE
        for o in {o for _, o in pairs}:
            base[holder][o] += HOLDS


def _base(entry: Entry, name: Name, others: Sequence[Entry]) -> float:
    kinds = name[1]
    worth = entry.population + FIT * entry.fit
    if entry.kind in kinds:
        return worth + (FIRST_KIND if entry.kind == kinds[0] else OTHER_KIND)
    worth += KIND.get(entry.kind, 0.0)
    if not kinds and entry.kind == "province" and any(other.adm_1 == entry.row for other in others):
        worth -= SEAT
    return worth - UNPLACED * (entry.lat is None)


class _Possible:
    """In how many provinces and districts each name may lie: where names share one, each lends it to the others."""

    def __init__(self, names: dict[Name, list[Entry]]) -> None:
        self.provinces: dict[int, dict[Name, float]] = defaultdict(dict)
        self.districts: dict[int, set[Name]] = defaultdict(set)
        for name, entries in names.items():
            provinces = {province_of(entry) for entry in entries} - {0}
            for province in provinces:
                self.provinces[province][name] = 1 / len(provinces)
            for entry in entries:
                if district := entry.row if entry.kind == "district" else entry.adm_2:
                    self.districts[district].add(name)

    def province(self, entry: Entry, name: Name) -> float:
        """How strongly other names point to the province of an entry, from 0 to 1."""
        votes = self.provinces.get(province_of(entry), {})
        return min(1.0, sum(vote for other, vote in votes.items() if other[0] != name[0]))

    def district(self, entry: Entry, name: Name) -> bool:
        """Whether another name may lie in the district of an entry, or be it."""
        district = entry.row if entry.kind == "district" else entry.adm_2
        return any(other[0] != name[0] for other in self.districts.get(district, ()))


class _Context:
    """What the report is about, as far as its places are settled."""

    def __init__(
        self, nations: Counter[str], chosen: dict[Name, Entry], counts: Counter[Name], possible: _Possible
    ) -> None:
        self.possible = possible
        self.spoken = nations
        self.all_spoken = nations.total()
        self.countries: Counter[str] = Counter()
        self.provinces: dict[int, set[str]] = defaultdict(set)
        self.points: dict[str, tuple[float, float]] = {}
        for name, entry in chosen.items():
            if entry.country:
                self.countries[entry.country] += counts[name]
            self.provinces[province_of(entry)].add(name[0])
            if entry.kind in ("town", "district") and entry.lat is not None and entry.lon is not None:
                self.points[name[0]] = (entry.lat, entry.lon)
        self.total = sum(self.countries.values())

    def score(self, entry: Entry, name: Name) -> float:
        """How well an entry fits the report."""
        worth = PROVINCE * self.possible.province(entry, name) + DISTRICT * self.possible.district(
            entry, name
        )
        if entry.country:
            worth += COUNTRY * self.countries[entry.country] / max(1, self.total)
            worth += SPOKEN * self.spoken[entry.country] / max(1, self.all_spoken)
        province = province_of(entry)
        if province and self.provinces.get(province, set()) - {name[0]}:
            worth += PROVINCE
        return worth + NEIGHBOUR * self._has_neighbour(entry, name)

    def _has_neighbour(self, entry: Entry, name: Name) -> bool:
        if entry.lat is None or entry.lon is None or entry.kind not in ("town", "district"):
            return False
        here = (entry.lat, entry.lon)
        return any(other != name[0] and distance(here, there) < NEAR for other, there in self.points.items())


def province_of(entry: Entry) -> int:
    """The row of the province that an entry is or lies in; 0 if none."""
    return entry.row if entry.kind == "province" else entry.adm_1


def lies_in(entry: Entry, holder: Entry) -> bool:
    """Whether an entry lies in another, a country, province or district."""
    if entry.row == holder.row:
        return False
    if holder.kind == "country":
        return entry.country == holder.country
    return holder.kind in ("province", "district") and holder.row in (entry.adm_1, entry.adm_2)


@lru_cache(maxsize=1 << 14)
def distance(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Kilometres between two points on the globe, by the haversine."""
    (lat_1, lon_1), (lat_2, lon_2) = ([math.radians(one) for one in point] for point in (here, there))
    half = (
        math.sin((lat_2 - lat_1) / 2) ** 2
        + math.cos(lat_1) * math.cos(lat_2) * math.sin((lon_2 - lon_1) / 2) ** 2
    )
    return 2 * 6371 * math.asin(min(1.0, math.sqrt(half)))
