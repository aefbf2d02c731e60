"""Outlets through which a sentence says its words came: "told AFP", "carried by state TV", ", Mehr reported"."""

import re

from rashomon.extract.statements.decode import Attribution
from rashomon.extract.statements.names import is_outlet
from rashomon.extract.statements.spans import overlap
from rashomon.model import Span

SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bDr)(?<!\bGen)[.!?][\"”'’]?\s+(?=[\"“'‘]?[A-Z\d])|\s*\n\s*"
)
LONGEST = 700
"""Characters of a sentence that are looked at on each side of a cue."""
MENTION = re.compile(
    r"(?:[A-Z][\w’'&/-]*(?:\s(?:of|the|and|al-)?\s?[A-Z0-9][\w’'&/-]*){0,4})(?:\s(?:news\sagency|newspaper|television|TV|channel|radio|daily))?"
    r"|(?:(?:state|local|national|Western|social|opposition|pro-\w+|[A-Z]\w+)(?:-\w+)?\s)(?:media|television|TV|radio|newspapers?|news\sagency)"
)
TOLD = re.compile(
    r"\b(?:told|tell|tells|telling|informed|(?:statement|remarks|comments|confirmed\b.{0,60})\s(?:to|for|on))"
    r"\s(?:[a-z'’-]+\s){0,4}(?:[A-Z]\w+\s)?$"
)
CARRIED = re.compile(
    r"\b(?:(?:carried|published|broadcast|aired|reported|quoted|cited|released|run|seen|obtained|reviewed|viewed|relayed"
    r"|posted)\s(?:[a-z]+\s){0,3}(?:by|on|in)|(?:interview|spoke|speaking|talked|talking)\s(?:with|to|for|on))"
    r"\s(?:[a-z'’-]+\s){0,3}$"
)
BEFORE_REPORTING = re.compile(r"(?:^|[,”\"]\s*|\bas\s)(?:the\s)?(?:[a-z-]+\s){0,3}$")
REPORTING = re.compile(r",?\s(?:has\s|have\s|had\s)?(?:reported|reports|report|quoted|cited|wrote)\b")
ACCORDING = re.compile(r"\b[Aa]ccording\sto\s(?:[a-z'’-]+\s){0,4}$")


def passers(text: str, one: Attribution) -> tuple[Span, ...]:
    """The outlet through which an attribution came, by the words of its sentence; none where they say nothing of it."""
    at = one.cue[0][0]
    start, end = sentence_of(text, at)
    own = (*one.source, *one.cue, *one.content)
    for match in MENTION.finditer(text, start, end):
        span = match.span()
        if overlap(span, own) or not is_outlet(match[0]):
            continue
        before, behind = text[start : span[0]], text[span[1] : end]
        told = (TOLD.search(before) and at < span[0]) or CARRIED.search(before)
        if told or ACCORDING.search(before) or (BEFORE_REPORTING.search(before) and REPORTING.match(behind)):
            return (span,)
    return ()


def sentence_of(text: str, at: int) -> Span:
    """Where the sentence around a place begins and ends."""
    first = max(0, at - LONGEST)
    start = max((match.end() for match in SENTENCE_END.finditer(text, first, at)), default=first)
    end = SENTENCE_END.search(text, at, min(len(text), at + LONGEST))
    return start, end.end() if end else min(len(text), at + LONGEST)
