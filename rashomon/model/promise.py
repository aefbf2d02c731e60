"""What somebody promised, and what became of it."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.record import about
from rashomon.model.span import Span

PromiseState = Literal["open", "kept", "broken", "contested"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Words that say that a promise was kept or broken."""

    report: str = about("Id of the report.")
    statement: str | None = about("Id of the statement that says so; null: the report's own voice.")
    spans: tuple[Span, ...] = about("The words.")
    kept: bool = about("Whether they say it was kept; else that it was broken.")
    why: str = about("Why they are taken to be about this promise, in one line.")


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise, as told in one or many reports."""

    id: str = about("Id of its first statement in the order of ids.")
    who: str = about("Who promised.")
    text: str = about("What was promised, as its first statement words it.")
    statements: tuple[str, ...] = about("Ids of the statements that tell of it, in the order of ids.")
    reports: tuple[str, ...] = about("Ids of their reports.")
    state: PromiseState = about(
        "`kept` or `broken` if all outcomes say so, `contested` if they differ, `open` if there is none."
    )
    outcomes: tuple[Outcome, ...] = about("What shows it, by report and place.")
