"""What links reports to each other: shared text, retelling, and claims that several make or deny."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.record import about
from rashomon.model.source import SourceKind
from rashomon.model.span import Span

CopyKind = Literal["exact", "near", "partial", "version"]
RetellingKind = Literal["credit", "cites", "told"]
Side = Literal["says", "denies", "doubts"]


@dataclass(frozen=True, slots=True)
class Copy:
    """Two reports that share text."""

    a: str = about("Id of one report, the smaller of the two ids.")
    b: str = about("Id of the other.")
    kind: CopyKind = about(
        "Whether they are the same text, nearly so, share a part, or are versions of one page."
    )
    share_of_shorter: float = about("Share of the shorter text that the longer has too, 0 to 1.")
    share_of_longer: float = about("Share of the longer text that the shorter has too, 0 to 1.")
    first: str | None = about("Id of the one published first; null if the dates do not tell.")
    passages: tuple[tuple[Span, Span], ...] = about("Stretches that both have: where in `a`, where in `b`.")


@dataclass(frozen=True, slots=True)
class Retelling:
    """A report that rests on another by its own words; `Copy` has those that share text."""

    report: str = about("Id of the report that retells.")
    outlet: str = about("Whom it retells, by the name in the table of outlets, else as worded.")
    of: str | None = about("Id of the report retold; null: not held in this ledger.")
    kind: RetellingKind = about(
        "A credit in by-line or sign-off, a citation in the text, or words told to it."
    )
    statement: str | None = about("Id of the statement that shows it; null for a credit.")
    spans: tuple[Span, ...] = about("The words that show it, in the retelling report.")
    confidence: float = about("How sure this is, 0 to 1.")
    why: str = about("The reason in one line.")


@dataclass(frozen=True, slots=True)
class Member:
    """One saying of a claim: a statement, or a sentence of the report's own."""

    id: str = about("Id of the statement, else made from the report's id and the place of the words.")
    report: str = about("Id of the report.")
    statement: str | None = about("Id of the statement; null: the report's own voice.")
    spans: tuple[Span, ...] = about("The words of the proposition.")
    side: Side = about("Whether it says, denies or doubts the claim.", default="says")


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two members that tell of the same proposition, and why they are taken to."""

    a: str = about("Id of one member, the smaller of the two ids.")
    b: str = about("Id of the other.")
    score: float = about("How sure it is that the propositions are the same, 0 to 1.")
    opposed: bool = about("Whether the two stand on different sides of it.")
    why: tuple[str, ...] = about("The evidence for and against, a line each.")


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Members that rest on one origin."""

    name: str = about("The origin, e.g. a body, a named person, `a resident of Kell (unnamed)`.")
    kind: SourceKind = about("What sort of source it is.")
    members: tuple[str, ...] = about("Ids of the members that rest on it.")
    why: str = about("How they come to be one, in one line.")
    sources: tuple[str, ...] = about(
        "Keys of the sources that are taken for one, to be judged by.", default=()
    )
    doubt: str = about(
        "Why it may be one with another, and is not counted in the least; empty where it is.", default=""
    )


@dataclass(frozen=True, slots=True)
class Origins:
    """How many origins stand behind one side of a claim: at least `low`, at most `high`."""

    low: int = about("The fewest there can be: all that may be the same counted once.")
    high: int = about("The most there can be: all that may differ counted apart.")
    groups: tuple[OriginGroup, ...] = about("The origins, one by one.")


@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition that statements of one or many reports assert, deny or doubt."""

    id: str = about("Id of its first member in the order of ids: the same whatever the order of adding.")
    text: str = about("The words of the member that stands for all.")
    members: tuple[Member, ...] = about("All its members, by report and place.")
    disputed: bool = about("Whether some say and some deny or doubt it.")
