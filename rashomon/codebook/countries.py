"""Countries: their names, adjectives, codes, and the capitals that stand for their governments."""

import csv
import functools
from dataclasses import dataclass
from pathlib import Path

from rashomon.codebook.spelling import key, keys

TABLE = Path(__file__).with_name("countries.csv")


@dataclass(frozen=True, slots=True)
class Country:
    """A state, a disputed state or a territory with a code of its own."""

    iso2: str
    iso3: str
    name: str
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]
    other_names: tuple[str, ...]


@functools.cache
def countries() -> tuple[Country, ...]:
    """Every country, by name.

    Codes are those of ISO 3166-1, and the user-assigned XK and XKX for Kosovo. Words that could mean two
    countries stand with the one that news usually means: `Congolese` with Kinshasa, `Dominican` with Santo Domingo.
    """
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return tuple(
            Country(
                row["iso2"],
                row["iso3"],
                row["name"],
                *(_several(row[column]) for column in ("adjectives", "capitals", "other_names")),
            )
            for row in csv.DictReader(lines)
        )


@functools.lru_cache(4096)
def country_of(words: str) -> Country | None:
    """The country that `words` name, by its name, code name (`US`), adjective or people, singular or plural.

    Case and article do not matter, but for names all in capitals (`US`). A possessive is understood with its
    apostrophe or, as some archives have it, without: `Syria's`, `Syrias`.
    """
    return _found(words, _by_name())


def capital_of(words: str) -> Country | None:
    """The country whose government goes by the name of its seat, as in `Damascus said`: `words` are that name."""
    return _found(words, _by_capital())


def _several(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _found(words: str, table: dict[str, Country]) -> Country | None:
    return next((table[one] for one in keys(words) if one in table), None)


def by_code(code: str) -> Country | None:
    """The country with an ISO code of two or three letters."""
    return _by_code().get(code)


@functools.cache
def _by_code() -> dict[str, Country]:
    return {code: one for one in countries() for code in (one.iso2, one.iso3)}


@functools.cache
def _by_name() -> dict[str, Country]:
    return {key(word): one for one in countries() for word in (one.name, *one.other_names, *one.adjectives)}


@functools.cache
def _by_capital() -> dict[str, Country]:
    return {key(word): one for one in countries() for word in one.capitals}
