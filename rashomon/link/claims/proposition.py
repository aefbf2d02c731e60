"""The record that claims are made of: one thing that one member says, and what comparing it needs."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model import Member
from rashomon.model.record import about

Aspect = Literal["what", "toll", "blame", "demand"]


@dataclass(frozen=True, slots=True)
class Proposition:
    """What one member says of one aspect of what happened; its side is that of its words, before any comparison."""

    member: Member = about("The member of a claim that it becomes.")
    aspect: Aspect = about("What happened, how many it hit, who did it, or what is demanded.")
    text: str = about("Its words, verbatim; pieces are joined by one space.")
    vector: bytes = about("What its words mean, with their context, as a vector: 384 signed bytes.")
    keys: tuple[str, ...] = about("What it is looked up by, the most telling first.")
    day: str | None = about("The day that it is about, YYYY-MM-DD, else that of its report; null if unknown.")
    past: bool = about("Whether it is about something before the incident that the report is about.")
    negated: bool = about("Whether its words negate (`no shell fell`), and do not deny what others say.")
    source: str | None = about(
        "The party or name that says it; null: the report's own voice, or nobody named."
    )
    party: str | None = about("Who is blamed, e.g. `state:SYR`, `islamic state`; null if nobody is.")
    count: str | None = about("For a toll, what is counted: `killed`, `injured`.")
    number: int | None = about("For a toll, the number that is said; null for a vague one.")
    places: tuple[str, ...] = about("Places that it or its incident is at.")
    around: tuple[str, ...] = about("Districts and provinces that those lie in.")
    types: tuple[str, ...] = about("Types of event in it, e.g. `suicide-attack`.")
    context: str = about(
        "Words of the report that tell of its incident, where the text is too short to mean anything alone.",
        default="",
    )

    @property
    def full(self) -> str:
        """The words, with their context behind them."""
        return f"{self.text}: {self.context}" if self.context else self.text
