"""Whom a report credits."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.record import about
from rashomon.model.span import Span

SourceKind = Literal[
    "named_person",
    "organisation",
    "outlet",
    "document",
    "unnamed_person",
    "unnamed_group",
    "unspecified",
    "reporter",
]

UNNAMED: tuple[SourceKind, ...] = ("unnamed_person", "unnamed_group", "unspecified")
"""Sources that the report does not name."""


@dataclass(frozen=True, slots=True)
class Source:
    """The words that credit someone, and whom they stand for."""

    text: str = about("The words as they stand in the report.")
    spans: tuple[Span, ...] = about("Where they stand: [start, end) pairs, in characters.")
    name: str = about("The fullest name that the report itself gives to this source.")
    kind: SourceKind = about("What sort of source it is.")
    office: str | None = about(
        "The public office that the report gives a named person, as worded; null if none.", default=None
    )


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a chain: someone who passed the words on, or at its end their origin."""

    name: str = about("The name, or `unspecified`.")
    kind: SourceKind = about("What sort of source it is.")
