"""The gazetteer: places of GeoNames by name, read from disk as they are asked for."""

import mmap
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from rashomon.extract.places.keys import hashed, loose, plain, skeleton
from rashomon.model import PlaceKind

FOLDER = Path(__file__).parents[2] / "gazetteer"
KINDS: tuple[PlaceKind, ...] = (
    "site",
    "town",
    "district",
    "province",
    "region",
    "country",
    "water",
    "natural",
    "continent",
)
PLACE = np.dtype(
    [
        ("geonames", "<u4"),
        ("lat", "<f4"),
        ("lon", "<f4"),
        ("name", "<u4"),
        ("adm_1", "<u2"),
        ("adm_2", "<u2"),
        ("country", "S2"),
        ("kind", "u1"),
        ("population", "u1"),
    ]
)
"""How a place is packed; divisions come first, so that two bytes number them, and 0 is none."""
ROW_BITS = 20
MAIN_BIT = 1 << ROW_BITS
"""Set in a key of the name that GeoNames gives first."""
LOOSE, SKELETON = "~", "="
"""What stands before keys of sound and of consonants."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer, as one of its names finds it: by its first (fit 2), by another or by sound (1)."""

    row: int
    name: str
    geonames: int | None
    lat: float | None
    lon: float | None
    kind: PlaceKind
    country: str | None
    adm_1: int
    adm_2: int
    population: float
    fit: int


@cache
def _files() -> tuple[Any, memoryview, mmap.mmap]:
    places = np.load(FOLDER / "places.npy", mmap_mode="r")
    keys = memoryview(np.load(FOLDER / "keys.npy", mmap_mode="r"))
    with (FOLDER / "names.txt").open("rb") as file:
        return places, keys, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _rows(key: str) -> list[tuple[int, int]]:
    keys = _files()[1]
    low = hashed(key) << (ROW_BITS + 1)
    at, found = bisect_left(keys, low), []
    while at < len(keys) and keys[at] >> (ROW_BITS + 1) == low >> (ROW_BITS + 1):
        found.append((keys[at] & (MAIN_BIT - 1), 2 if keys[at] & MAIN_BIT else 1))
        at += 1
    return found


@lru_cache(maxsize=1 << 13)
def entry(row: int, fit: int = 2) -> Entry:
    """The place of a row."""
    places, _, names = _files()
    packed = places[row]
    at = int(packed["name"])
    known = not np.isnan(packed["lat"])
    return Entry(
        row=row,
        name=names[at : names.find(b"\n", at)].decode(),
        geonames=int(packed["geonames"]) or None,
        lat=round(float(packed["lat"]), 4) if known else None,
        lon=round(float(packed["lon"]), 4) if known else None,
        kind=KINDS[packed["kind"]],
        country=packed["country"].decode() or None,
        adm_1=int(packed["adm_1"]),
        adm_2=int(packed["adm_2"]),
        population=int(packed["population"]) / 25,
        fit=fit,
    )


@lru_cache(maxsize=1 << 14)
def named(name: str) -> tuple[Entry, ...]:
    """The places of this name, however it is accented and hyphenated."""
    key = plain(name)
    return tuple(entry(row, fit) for row, fit in _rows(key)) if key else ()


@lru_cache(maxsize=1 << 12)
def sounding(name: str) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The places whose name sounds like this one, of those that reach English by transliteration.

    First those whose vowels agree too, then those of which only the consonants do.
    """
    sound = loose(plain(name))
    by_sound, by_bones = _rows(LOOSE + sound), _rows(SKELETON + skeleton(sound))
    return tuple(entry(row, 1) for row, _ in by_sound), tuple(entry(row, 1) for row, _ in by_bones)
