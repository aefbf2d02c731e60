"""The records that every stage speaks in: frozen dataclasses, no library, no input or output.

JSON, the ledger's tables and `docs/fields.md` are made from the fields declared here.
"""

from rashomon.model.annotation import Annotation, Entity
from rashomon.model.dispute import Dispute, DisputeKind, Position
from rashomon.model.event import Actor, ActorKind, Event, Inter, Role
from rashomon.model.figure import Bound, Figure, FigureKind
from rashomon.model.incident import Incident, Toll
from rashomon.model.judgement import Judgement, TargetKind, Verdict
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
from rashomon.model.promise import Outcome, Promise, PromiseState
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
    "Dispute",
    "DisputeKind",
    "Entity",
    "Event",
    "Figure",
    "FigureKind",
    "Given",
    "Hop",
    "Incident",
    "Inter",
    "Judgement",
    "Likeness",
    "Member",
    "OriginGroup",
    "Origins",
    "Outcome",
    "Place",
    "PlaceKind",
    "Polarity",
    "Position",
    "Promise",
    "PromiseState",
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
    "TargetKind",
    "TimeKind",
    "TimePrecision",
    "Toll",
    "Verdict",
    "When",
    "Words",
    "as_json",
]
