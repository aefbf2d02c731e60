"""Where reports disagree."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.record import about

DisputeKind = Literal["denial", "figure", "place", "date"]


@dataclass(frozen=True, slots=True)
class Position:
    """What one side of a dispute holds, and who holds it."""

    text: str = about("`says`, `denies` or `doubts` the claim; else the number, place or day held.")
    who: tuple[str, ...] = about("Its origins by name; outlets where they speak for themselves.")
    low: int = about("The fewest origins there can be behind it.")
    high: int = about("The most there can be.")
    members: tuple[str, ...] = about("Ids of what holds it: members of the claim, figures or events.")
    reports: tuple[str, ...] = about("Ids of the reports they stand in.")


@dataclass(frozen=True, slots=True)
class Dispute:
    """A claim that some assert and others deny or doubt, or an incident told of in ways that cannot all be."""

    id: str = about("Made from its kind and what it is about.")
    kind: DisputeKind = about("What they disagree on.")
    of: str = about("Id of the claim; of the incident where counts differ.")
    text: str = about("The claim, or the incident in a few words.")
    positions: tuple[Position, ...] = about("The sides, the one with the most origins first.")
    why: str = about("Why it is a dispute, in one line.")
