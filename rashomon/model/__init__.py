"""The records that every stage speaks in: frozen dataclasses, no library, no input or output.

JSON, the ledger's tables and `docs/fields.md` are made from the fields declared here.
"""

from rashomon.model.annotation import Annotation, Entity
from rashomon.model.reading import Reading, as_json
from rashomon.model.report import Given, Raw, Refusal, Report
from rashomon.model.source import UNNAMED, Hop, Source, SourceKind
from rashomon.model.span import Span, Words
from rashomon.model.statement import Act, Commitment, Polarity, Quote, Statement

__all__ = [
    "UNNAMED",
    "Act",
    "Annotation",
    "Commitment",
    "Entity",
    "Given",
    "Hop",
    "Polarity",
    "Quote",
    "Raw",
    "Reading",
    "Refusal",
    "Report",
    "Source",
    "SourceKind",
    "Span",
    "Statement",
    "Words",
    "as_json",
]
