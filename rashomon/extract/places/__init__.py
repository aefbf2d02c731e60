"""Places of a report: the words that name them, and the entries of the gazetteer that they stand for."""

import hashlib
from collections import Counter

from rashomon.codebook.countries import country_of
from rashomon.extract.places.gazetteer import Entry, entry, named
from rashomon.extract.places.mentions import Mention, mentions
from rashomon.extract.places.resolve import resolve
from rashomon.model import Annotation, Place, Report

LARGER = 3.0
"""Decimal logarithm of the people of a town that a report may name out of the blue."""

__all__ = ["read_places"]


def read_places(report: Report, annotation: Annotation) -> tuple[Place, ...]:
    """The places that a report names, in the order of the text.

    A place that the gazetteer does not have is kept as words. A capital that stands for its government
    (`Moscow said`) is read as the city; an adjective (`Syrian`) is no place. Names, numbers and coordinates
    are those of GeoNames (https://www.geonames.org, CC BY 4.0); the middle of a division is that of its towns.
    """
    nations = _nations(annotation)
    found = mentions(annotation, frozenset(nations))
    chosen = list(zip(found, resolve(annotation.text, found, nations), strict=True))
    about = {entry.country for one, entry in chosen if entry and one.seen} | set(nations)
    return tuple(
        _place(report, one, entry)
        for one, entry in chosen
        if one.seen or " " in one.words or _likely(entry, about)
    )


def _likely(entry: Entry | None, about: set[str | None]) -> bool:
    """Whether a name that only its own form speaks for is that of a place: of a larger one, or where the report is."""
    return entry is not None and (entry.population > LARGER or entry.kind != "town" or entry.country in about)


def _nations(annotation: Annotation) -> Counter[str]:
    """How often the report speaks of each country, by name or adjective."""
    spoken: Counter[str] = Counter()
    for one in annotation.entities:
        words = annotation.text[one.start : one.end]
        if one.label in ("NORP", "GPE") and (country := country_of(words)) and not _doubtful(words):
            spoken[country.iso2] += 1
    return spoken


def _doubtful(words: str) -> bool:
    """Whether a province bears the name of a country: `Georgia`."""
    return any(one.kind == "province" and one.fit == 2 for one in named(words))


def _place(report: Report, one: Mention, chosen: Entry | None) -> Place:
    span = (one.start, one.end)
    key = hashlib.sha256(repr((report.id, "place", span)).encode()).hexdigest()[:16]
    if chosen is None:
        return Place(key, one.words, (span,), kind="site" if one.site else None)
    return Place(
        id=key,
        text=one.words,
        spans=(span,),
        name=chosen.name,
        geonames=chosen.geonames,
        lat=chosen.lat,
        lon=chosen.lon,
        kind=chosen.kind,
        country=chosen.country,
        adm_1=chosen.name if chosen.kind == "province" else _division(chosen.adm_1),
        adm_2=chosen.name if chosen.kind == "district" else _division(chosen.adm_2),
    )


def _division(row: int) -> str | None:
    return entry(row).name if row else None
