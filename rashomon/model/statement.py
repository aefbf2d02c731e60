"""One act of attribution in a report."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.record import about
from rashomon.model.source import Hop, Source
from rashomon.model.span import Words

Act = Literal[
    "asserts", "confirms", "denies", "doubts", "accuses", "warns", "promises", "demands", "declines"
]
Polarity = Literal["positive", "negative"]
Commitment = Literal["certain", "probable", "possible", "unspecified"]
Quote = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Statement:
    """Who says what, by which words, on whose word, and what they do in saying it."""

    id: str = about("Made from the report's id and the places of source, cue and content.")
    source: Source | None = about("Whom the report credits; null if no words name anyone.")
    cue: Words | None = about("The words that attribute, e.g. `said`; null if none do.")
    content: Words = about("The words credited, without the outer quotation marks.")
    chain: tuple[Hop, ...] = about("Who passed the words on, outermost first, the origin last.")
    act: Act = about("What the source does.")
    polarity: Polarity = about("Whether the content as worded affirms or negates.")
    commitment: Commitment = about("How sure the source sounds.")
    quote: Quote = about("Whether the content stands in quotation marks wholly, partly or not.")
    inside: str | None = about("Id of the statement in whose content this one stands.", default=None)
    confidence: float = about("How sure the reader is of this statement, 0 to 1.", default=1.0)
