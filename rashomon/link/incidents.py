"""Happenings that several reports tell of."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from rashomon.link.quarters import quarters
from rashomon.model import Claim, Event, Figure, Incident, Place, Reading, Span, When

BLASTS: Final = frozenset(("explosives", "suicide-attack"))
"""Modes that reports use for one happening: a suicide bomber's bomb is a bomb."""
GAS: Final = "unconventional"
CARRIED: Final = frozenset((GAS, "aerial", "heavy-weapons", "explosives"))
"""Modes of which one may be the gas and another what brought it: an air strike with gas is told as either."""
LONGEST: Final = timedelta(days=7)
"""A time longer than this does not tell one happening from another."""
WIDE: Final = ("province", "district", "region")
TELLING: Final = 10
"""Number of people that two reports of a large place hardly give of two happenings of one day."""
NEAREST: Final = 200
"""Events back to which one is compared: the cost of an event stays flat in a long text."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event with what tells it from others."""

    event: Event
    report: str
    days: tuple[str, str] | None
    place: Place | None
    figures: tuple[Figure, ...]
    when: str | None = None
    """The words for its time."""
    quarters: frozenset[str] = frozenset()
    """Parts of a town that its sentence names."""


def incidents(readings: Mapping[str, Reading], claims: Sequence[Claim] = ()) -> list[Incident]:
    """The happenings that the events of the readings tell of, in the order of ids.

    Two events are of one happening if their types allow it, their places and days do not exclude it, and something
    shows it: the same place within a day; in one report the same day, the same place, or the same number of people; or
    a claim that both are told in. In a province or its capital, where much happens in a day, two reports must give the
    same large number of people or two numbers, and nothing joins events of other numbers. An event that says neither
    where nor when joins others by a claim or number only.
    Events that are said not to have been are left out.
    """
    told = [
        one
        for _, reading in sorted(readings.items())
        for one in told_in(reading)
        if one.event.polarity == "positive"
    ]
    told.sort(key=lambda one: one.event.id)
    joined = _Joined(told)
    for pairs, shown in (
        (_by(told, _day_keys), _in_two_reports),
        (_by(told, lambda one: [(one.event.plover, one.report)]), _same_in_report),
        (_by_claim(told, claims), _told_in_one_claim),
    ):
        for group in pairs:
            # The nearest in the text first: what does not say where it was is of the happening told last.
            ordered = sorted(group, key=lambda n: (told[n].report, told[n].event.words.start))
            for at, n in enumerate(ordered):
                for m in reversed(ordered[max(0, at - NEAREST) : at]):
                    if shown(told[n], told[m]):
                        joined.join(n, m)
    return [_incident([told[n] for n in group]) for group in joined.groups()]


class _Joined:
    """Events that are joined into groups, never two that cannot be one."""

    def __init__(self, told: Sequence[Told]) -> None:
        self.root = [*range(len(told))]
        self.kinds = {n: {_kind_of(one): one} for n, one in enumerate(told)}

    def top(self, n: int) -> int:
        while self.root[n] != n:
            self.root[n] = self.root[self.root[n]]
            n = self.root[n]
        return n

    def join(self, n: int, m: int) -> None:
        """Join the groups of two events, unless something in one excludes something in the other."""
        n, m = sorted((self.top(n), self.top(m)))
        if n == m or not all(
            may_be_one(one, other) for one in self.kinds[n].values() for other in self.kinds[m].values()
        ):
            return
        self.root[m] = n
        self.kinds[n] |= self.kinds.pop(m)

    def groups(self) -> list[list[int]]:
        found = defaultdict(list)
        for n in range(len(self.root)):
            found[self.top(n)].append(n)
        return [*found.values()]


def _kind_of(one: Told) -> tuple[object, ...]:
    """What of an event excludes others: events of one report often say the same."""
    place = one.place and (one.place.geonames, one.place.name or one.place.text, one.place.kind)
    return one.event.plover, one.event.mode, one.days, place, one.quarters


def told_in(reading: Reading) -> Iterable[Told]:
    """The events of a reading with their days, places and figures, in the order of the text."""
    times = {one.id: one for one in reading.times}
    places = {one.id: one for one in reading.places}
    figures = {one.id: one for one in reading.figures}
    for event in reading.events:
        when, place = times.get(event.when or ""), places.get(event.place or "")
        first, last = event.words.start, event.words.end
        yield Told(
            event,
            reading.report.id,
            days_of(when),
            place,
            tuple(figures[one] for one in event.figures if one in figures),
            when.text.casefold() if when else None,
            quarters(reading.report.text, first, last, _names(place)),
        )


def _names(place: Place | None) -> str:
    return " ".join(filter(None, (place.text, place.name, place.adm_1, place.adm_2))) if place else ""


def days_of(when: When | None) -> tuple[str, str] | None:
    """The first and last day of a time; None if it is not known or too long to tell one happening from another."""
    if when is None or when.start is None or when.end is None:
        return None
    long = date.fromisoformat(when.end) - date.fromisoformat(when.start)
    return (when.start, when.end) if long <= LONGEST else None


Grouped = Iterable[list[int]]


def _by(told: Sequence[Told], keys: Callable[[Told], Iterable[tuple[str, ...]]]) -> Grouped:
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, one in enumerate(told):
        for key in keys(one):
            found[key].append(n)
    return found.values()


def _day_keys(one: Told) -> list[tuple[str, ...]]:
    """Every day on which an event of a place can have been, and the day after: reports differ by one."""
    if one.days is None or one.place is None:
        return []
    first, last = map(date.fromisoformat, one.days)
    days = [first + timedelta(days=n) for n in range((last - first).days + 2)]
    return [
        (one.event.plover, day.isoformat(), where) for day in days for where in sorted(_within(one.place))
    ]


def _by_claim(told: Sequence[Told], claims: Sequence[Claim]) -> Grouped:
    by_report = defaultdict(list)
    for n, one in enumerate(told):
        by_report[one.report].append(n)
    for claim in claims:
        yield [
            n
            for member in claim.members
            for n in by_report[member.report]
            if inside(told[n].event.words.spans, member.spans)
        ]


def inside(spans: Sequence[Span], within: Sequence[Span]) -> bool:
    """Whether words begin inside others."""
    return any(start <= spans[0][0] < end for start, end in within)


def may_be_one(one: Told, other: Told) -> bool:
    """Whether neither type nor day nor place of two events, nor part of a town, excludes that they are one."""
    a, b = one.event, other.event
    modes = {a.mode, b.mode} - {None}
    one_attack = len(modes) < 2 or modes <= BLASTS or (GAS in modes and modes <= CARRIED)
    if a.plover != b.plover or not one_attack:
        return False
    if one.days and other.days and not near(one.days, other.days):
        return False
    if one.quarters and other.quarters and one.quarters.isdisjoint(other.quarters):
        return False
    return not (one.place and other.place) or same_place(one.place, other.place)


def near(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two times overlap or are a day apart: reports from other time zones differ by one."""
    first, last = max(one[0], other[0]), min(one[1], other[1])
    return date.fromisoformat(first) - date.fromisoformat(last) <= timedelta(days=1)


def same_place(one: Place, other: Place) -> bool:
    """Whether two places may be one, or one lie in the other.

    A town called as the province of the other may stand for the province: reports say `Kell` for both.
    """
    if one.geonames and one.geonames == other.geonames:
        return True
    return bool(_within(one) & {_called(other)} or _within(other) & {_called(one)})


def _within(place: Place) -> set[str]:
    """What a place and the district and province around it are called."""
    return {_called(place)} | {_letters(name) for name in (place.adm_1, place.adm_2) if name}


def _called(place: Place) -> str:
    return _letters(place.name or place.text)


def _letters(name: str) -> str:
    """A name by its letters alone, for gazetteers spell one now `Al Hasakah`, now `Al-Ḩasakah`."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in plain if letter.isalpha())


def _in_two_reports(one: Told, other: Told) -> bool:
    if one.report == other.report:
        return False
    shared = numbers(one) & numbers(other)
    return not are_wide(one, other) or len(shared) > 1 or any(number >= TELLING for _, number in shared)


def numbers(told: Told) -> set[tuple[str, int]]:
    """The counts of people of an event: of what harm, and at least how many."""
    return {(figure.kind, figure.low) for figure in told.figures if figure.low is not None}


def are_wide(one: Told, other: Told) -> bool:
    """Whether two events are told of places where there may be several in a day."""
    return any(place is not None and _is_wide(place) for place in (one.place, other.place))


def _apart(one: Told, other: Told) -> bool:
    """Whether two events of such a place have other counts of the same harm: most likely of two shells or streets."""
    kinds = {kind for kind, _ in numbers(one)} & {kind for kind, _ in numbers(other)}
    return are_wide(one, other) and bool(kinds) and not numbers(one) & numbers(other)


def _is_wide(place: Place) -> bool:
    """Whether a place is a country, a province, a district or a town of its province's name."""
    return place.kind in (*WIDE, "country") or bool(place.adm_1 and _letters(place.adm_1) == _called(place))


def _told_in_one_claim(one: Told, other: Told) -> bool:
    return one.event.plover == other.event.plover and not _apart(one, other)


def _same_in_report(one: Told, other: Told) -> bool:
    """Whether one report shows that two of its events are one: by day, by place or by the number of people."""
    if _apart(one, other):
        return False
    if one.days and other.days:
        return one.days == other.days or bool(numbers(one) & numbers(other))
    if one.place and other.place:
        return True
    return bool(numbers(one) & numbers(other))


def _incident(group: list[Told]) -> Incident:
    places = [one.place for one in group if one.place]
    fine = min(places, key=_coarseness, default=None)
    days = [one.days for one in group if one.days]
    return Incident(
        group[0].event.id,
        group[0].event.plover,
        (fine.name or fine.text) if fine else None,
        min((first for first, _ in days), default=None),
        max((last for _, last in days), default=None),
        tuple(one.event.id for one in group),
        tuple(sorted({one.report for one in group})),
    )


def _coarseness(place: Place) -> tuple[bool, bool, bool, str]:
    """The finest place first: neither a province nor a town of its name, resolved, by its id."""
    return place.kind in WIDE, place.name is None, _is_wide(place), place.id
