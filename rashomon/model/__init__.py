"""The records that every stage speaks in: frozen dataclasses, no library, no input or output.

JSON, the ledger's tables and `docs/fields.md` are made from the fields declared here.
"""

from rashomon.model.annotation import Annotation, Entity
from rashomon.model.event import Actor, ActorKind, Event, Inter, Role
from rashomon.model.figure import Bound, Figure, FigureKind
from rashomon.model.link import (
    Claim,
    Copy,
    CopyKind,
    Likeness,
    Member,
    OriginGroup,
    Origins,
    Retelling,
    RetellingKind,
    Side,
)
from rashomon.model.place import Place, PlaceKind
from rashomon.model.reading import Reading, as_json
from rashomon.model.report import Given, Raw, Refusal, Report
from rashomon.model.source import UNNAMED, Hop, Source, SourceKind
from rashomon.model.span import Span, Words
from rashomon.model.statement import Act, Commitment, Polarity, Quote, Statement
from rashomon.model.when import TimeKind, TimePrecision, When

__all__ = [
    "UNNAMED",
    "Act",
    "Actor",
    "ActorKind",
    "Annotation",
    "Bound",
    "Claim",
    "Commitment",
    "Copy",
    "CopyKind",
    "Entity",
    "Event",
    "Figure",
    "FigureKind",
    "Given",
    "Hop",
    "Inter",
    "Likeness",
    "Member",
    "OriginGroup",
    "Origins",
    "Place",
    "PlaceKind",
    "Polarity",
    "Quote",
    "Raw",
    "Reading",
    "Refusal",
    "Report",
    "Retelling",
    "RetellingKind",
    "Role",
    "Side",
    "Source",
    "SourceKind",
    "Span",
    "Statement",
    "TimeKind",
    "TimePrecision",
    "When",
    "Words",
    "as_json",
]
