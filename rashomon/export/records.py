"""The records of a dossier: what its page shows and what its machine-readable copy holds, field for field."""

from dataclasses import dataclass
from typing import Final, Literal

from rashomon.codebook.counts import CountRule
from rashomon.model import Act, Bound, Commitment, FigureKind, Hop, Polarity, Quote, Side, SourceKind, Verdict
from rashomon.model.record import about

SCHEMA: Final = 1
Redaction = Literal["none", "people", "unnamed"]
Role = Literal["content", "source", "cue", "figure"]


@dataclass(frozen=True, slots=True)
class Position:
    """A TextPositionSelector of the W3C Web Annotation model, in Unicode code points of the report's clean text."""

    start: int = about("Where the words begin.")
    end: int = about("Where they end, excluded.")
    type: str = about("Always `TextPositionSelector`.", default="TextPositionSelector")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A TextQuoteSelector of the same model."""

    exact: str = about("The words.")
    prefix: str = about("A few characters before them.")
    suffix: str = about("A few characters behind them.")
    type: str = about("Always `TextQuoteSelector`.", default="TextQuoteSelector")


@dataclass(frozen=True, slots=True)
class Target:
    """Words of a report that a cell rests on, by place and by wording."""

    role: Role = about("What the words are to the cell.")
    selector: tuple[Position, Quotation] = about("The two selectors; both must hold.")


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom a report credits."""

    name: str = about("The fullest name that the report gives.")
    kind: SourceKind = about("What sort of source it is.")
    office: str | None = about("The public office that the report gives; null if none.")


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided on a cell."""

    id: str = about("Id of the judgement.")
    verdict: Verdict = about("What was decided.")
    field: str | None = about("Which value of the cell, for a value; null otherwise.")
    value: str | None = about(
        "The right value, for `correct`; the judgement undone, for `undo`; null otherwise."
    )
    by: str = about("Who decided.")
    at: str = about("When.")
    why: str = about("The reason given, may be empty.")


@dataclass(frozen=True, slots=True)
class Said:
    """A cell of what is said: a statement, or a sentence of a report's own voice."""

    id: str = about("Id of the member of the claim, else of the statement.")
    report: str = about("Id of the report.")
    bytes_sha256: str = about("SHA-256 of the report's archived bytes.")
    text_sha256: str = about("SHA-256 of its clean text in UTF-8.")
    statement: str | None = about("Id of the statement; null: the report's own voice.")
    whose: str = about("On whose word it is: the chain as one sentence.")
    act: Act | None = about("What the source does; null for the report's own voice.")
    polarity: Polarity | None = about("Whether the content as worded affirms or negates; null likewise.")
    commitment: Commitment | None = about("How sure the source sounds; null likewise.")
    quote: Quote | None = about("Whether it stands in quotation marks wholly, partly or not; null likewise.")
    confidence: float | None = about("How sure the reader is of the statement; null likewise.")
    source: Credit | None = about("Whom the report credits; null if nobody.")
    chain: tuple[Hop, ...] = about("Who passed the words on, outermost first, the origin last.")
    targets: tuple[Target, ...] = about("The words, and where they stand.")
    decisions: tuple[Decision, ...] = about("What people decided on it, oldest first.")


@dataclass(frozen=True, slots=True)
class Count:
    """A cell of a count of people."""

    id: str = about("Id of the figure.")
    report: str = about("Id of the report.")
    bytes_sha256: str = about("SHA-256 of the report's archived bytes.")
    text_sha256: str = about("SHA-256 of its clean text in UTF-8.")
    statement: str | None = about("Id of the statement that holds it; null: the report's own voice.")
    who: str = about("Whose word it is.")
    day: str | None = about("The day the report was published; null if unknown.")
    kind: FigureKind = about("What happened to them.")
    of: str | None = about("Who is counted, as worded; null if no word says.")
    bound: Bound = about("How to read the numbers.")
    low: int | None = about("The least, by the rule chosen; null if there is no floor.")
    best: int | None = about("The number itself, by the rule chosen; null if it gives none.")
    high: int | None = about("The most, by the rule chosen; null if there is no ceiling.")
    rule: str = about("The rule that made the numbers.")
    notes: tuple[str, ...] = about("What else is to be known before it is added to others.")
    latest: bool = about("Whether its source has no later count of the kind here.")
    targets: tuple[Target, ...] = about("The words, and where they stand.")
    decisions: tuple[Decision, ...] = about("What people decided on it, oldest first.")


@dataclass(frozen=True, slots=True)
class Total:
    """What the latest counts of one kind come to, by the rule chosen."""

    kind: FigureKind = about("What happened to them.")
    low: int | None = about("The least; null if there is none.")
    best: int | None = about("The best estimate; null where the rule gives none.")
    high: int | None = about("The most; null if there is none.")


@dataclass(frozen=True, slots=True)
class Origin:
    """One origin behind a side of a claim."""

    name: str = about("The origin.")
    kind: SourceKind = about("What sort of source it is.")
    why: str = about("How its sayings come to be one, in one line.")
    cells: tuple[str, ...] = about("Ids of the cells that rest on it.")


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a claim, and how many origins stand behind it."""

    side: Side = about("Whether it says, denies or doubts the claim.")
    low: int = about("The fewest origins that there can be.")
    high: int = about("The most that there can be.")
    origins: tuple[Origin, ...] = about("The origins, one by one.")
    cells: tuple[str, ...] = about("Ids of its cells, oldest report first.")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A claim: its sides and the counts of people in what it is about."""

    id: str = about("Id of the claim.")
    text: str = about("The words of the member that stands for all.")
    disputed: bool = about("Whether some say and some deny or doubt it.")
    sides: tuple[Party, ...] = about("Its sides: says, denies, doubts, as far as there are any.")
    counts: tuple[str, ...] = about("Ids of the counts of people, oldest first.")
    totals: tuple[Total, ...] = about("What the latest of them come to, for each kind.")


@dataclass(frozen=True, slots=True)
class Link:
    """Why a report is no witness of its own: it shares text with another, or rests on it."""

    kind: str = about("`copy` or `retelling`.")
    report: str | None = about("Id of the other report; null: not held.")
    outlet: str | None = about("The outlet retold; null for a copy.")
    why: str = about("The reason in one line.")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A report that cells stand in."""

    id: str = about("Id of the report.")
    outlet: str | None = about("Who published it.")
    title: str | None = about("Its headline.")
    byline: str | None = about("Who signed it, as worded.")
    published: str | None = about("When it was published.")
    updated: str | None = about("When the outlet last changed it.")
    url: str | None = about("Where it was published.")
    language: str | None = about("ISO 639-1 code of its language.")
    part: str | None = about("Which report of several in the archived bytes.")
    found: dict[str, str] = about("Where each of the fields above came from.")
    bytes_sha256: str = about("SHA-256 of the archived bytes.")
    text_sha256: str = about("SHA-256 of the clean text in UTF-8.")
    characters: int = about("Length of the clean text, in code points.")
    read_by: dict[str, str] = about("Name and version of everything that took part in the reading.")
    links: tuple[Link, ...] = about("What it shares with other reports or takes from them.")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a dossier was asked for; the same question to the same ledger gives the same dossier."""

    claims: tuple[str, ...] = about("Ids of claims.")
    report: str | None = about("Id of a report; null if not asked by report.")
    words: str | None = about("Words that statements have; null if not asked by words.")
    counts: CountRule = about("The rule that gives numbers to words.")
    redact: Redaction = about("What is hidden.")
    dated: str | None = about("The day to put on it; null for none.")


@dataclass(frozen=True, slots=True)
class Dossier:
    """One claim or a selection of statements, with everything that it takes to check them."""

    asked: Asked = about("What was asked for.")
    title: str = about("What it is about.")
    hidden: int = about("How many people have no name in it.")
    claims: tuple[Sheet, ...] = about("The claims.")
    said: tuple[Said, ...] = about("All that is said, by report and place.")
    counts: tuple[Count, ...] = about("All counts of people, by report and place.")
    reports: tuple[Evidence, ...] = about("The reports, oldest first.")
    made_by: str = about("Version of Rashomon that made it.")
    layout: str = about("Which layout the page has: the first digits of a hash of its template.")
    schema: int = about("Version of these fields.", default=SCHEMA)
