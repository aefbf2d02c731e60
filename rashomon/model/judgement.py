"""What a person decided, kept beside the data and never over it."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.record import about

TargetKind = Literal["statement", "link", "name", "value"]
Verdict = Literal["accept", "reject", "correct", "merge", "split", "undo"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. A later one on the same target takes its place; none is ever deleted."""

    id: str = about("Made from all the rest.")
    kind: TargetKind = about(
        "What is judged: a statement; a link between two members, copies or reports; a source's name; a value."
    )
    target: tuple[str, ...] = about(
        "Its ids: of the statement; of the two that are linked, the smaller first; the one or two keys of"
        " sources; the record's id and the field."
    )
    verdict: Verdict = about("What was decided.")
    value: str | None = about(
        "For `correct` the right value; for `undo` the id of the judgement that no longer counts; null otherwise."
    )
    by: str = about("Who decided.")
    at: str = about("When, to the microsecond, for the later of two counts: YYYY-MM-DDTHH:MM:SS.ffffffZ.")
    why: str = about("The reason given, may be empty.")
