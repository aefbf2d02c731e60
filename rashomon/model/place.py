"""A place, as a report names it."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.record import about
from rashomon.model.span import Span

PlaceKind = Literal[
    "site", "town", "district", "province", "region", "country", "water", "natural", "continent"
]


@dataclass(frozen=True, slots=True)
class Place:
    """Words that name a place, and the entry of the gazetteer they stand for; nulls where none is found."""

    id: str = about("Made from the report's id and the place of the words.")
    text: str = about("The words as they stand in the report.")
    spans: tuple[Span, ...] = about("Where they stand: [start, end) pairs, in characters.")
    name: str | None = about("Its name in the gazetteer; null if unresolved.", default=None)
    geonames: int | None = about("Its number in GeoNames; null if unresolved or not there.", default=None)
    lat: float | None = about("Latitude in degrees, of its centre.", default=None)
    lon: float | None = about("Longitude in degrees, of its centre.", default=None)
    kind: PlaceKind | None = about("What sort of place it is.", default=None)
    country: str | None = about("ISO 3166-1 alpha-2 code of its country.", default=None)
    adm_1: str | None = about("The province it is or lies in, by name.", default=None)
    adm_2: str | None = about("The district it is or lies in, by name.", default=None)
