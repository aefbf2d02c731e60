"""Which of the times of a report is that of an action."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from rashomon.model import Span, When

STOP = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\bSept)[.?!][”\"’')]*\s|\n|\u2028")
"""Ends of sentences: not behind `Sgt.`, `J.` or `Sept.`."""
DATELINE = re.compile(r"\s*(?:\)|(?:\([^()\n]{1,40}\)\s)?[–—-]+\s|:)")
DATELINE_PLACE = re.compile(r"(?:\A|[\n\u2028]|\s{2}|[.!?]\s)[^\n\u2028]{0,60}$")
SINCE = re.compile(r"\b(?:since|until|till|by|before|on|in|from|at)\s(?:the\s)?$", re.IGNORECASE)
REPORTS = r"(?:said|says|told|confirmed|announced|reported|stated|added|claimed|issued|released|identified)"
TELLING = re.compile(rf"\b{REPORTS}\s(?:late\s|early\s)?(?:on\s)?$")
TOLD = re.compile(rf"\s(?:(?:also|has|have|officially)\s)?{REPORTS}\b")
OF_ANOTHER = re.compile(
    r"[’']s\s|\s(?!and\b|or\b|in\b|on\b|at\b|by\b|near\b|after\b|when\b|as\b|the\b|to\b|a\b)[a-z-]+"
)
"""`Tuesday’s raid`, `the July 2 raid`: the time of the noun behind it."""
NEAR_NOUN = 24
"""Characters from such a time to its noun."""
SENTENCES_BACK = 2
"""How far before an action its time may have been named."""
HEAD = 80


def time_of_action(text: str, times: Sequence[When], action: Span) -> When | None:
    """The time nearest to an action in its sentence, else the last one in the two sentences before; None if none is.

    Of the times of a sentence a day goes before a longer stretch. None of an action is the time of a dateline, of
    telling (`said on Monday`), of another noun (`Tuesday’s raid`), a time without both ends, and one after `since`.
    """
    stop = STOP.search(text, action[1])
    start, end = _sentence_start(text, action[0]), stop.start() if stop else len(text)
    here = [time for time in _between(times, start, end) if _may_be_of(text, time, action)]
    if here:
        return min(here, key=lambda time: (time.start != time.end, _gap(time.spans[0], action)))
    for _ in range(SENTENCES_BACK):
        end, start = start, _sentence_start(text, max(0, start - 2))
        before = [time for time in _between(times, start, end) if _may_be_of(text, time, action)]
        if before:
            return before[-1]
    return None


def in_dateline(text: str, span: Span) -> bool:
    """Whether a time stands where a report says when it was written: `KELL (March 5) - `."""
    lead = text[max(0, span[0] - HEAD) : span[0]]
    return bool(DATELINE.match(text, span[1]) and DATELINE_PLACE.search(lead) and not SINCE.search(lead))


def _between(times: Sequence[When], start: int, end: int) -> Sequence[When]:
    """The times, in the order of the text, that begin in a stretch of it."""
    first, last = (bisect_left(times, at, key=lambda time: time.spans[0][0]) for at in (start, end))
    return times[first:last]


def _may_be_of(text: str, time: When, action: Span) -> bool:
    span = time.spans[0]
    if time.start is None or time.end is None:
        return False
    lead = text[max(0, span[0] - HEAD) : span[0]]
    if in_dateline(text, span) or lead.endswith(("since ", "Since ")):
        return False
    if TELLING.search(lead) or TOLD.match(text, span[1]):
        return False
    of_noun = (
        OF_ANOTHER.match(text, span[1])
        if lead.endswith(("the ", "The "))
        else text[span[1] : span[1] + 2] in {"’s", "'s"}
    )
    return not of_noun or 0 <= action[0] - span[1] <= NEAR_NOUN


def _sentence_start(text: str, at: int) -> int:
    low = max(0, at - 1000)
    stops = list(STOP.finditer(text, low, at))
    return stops[-1].end() if stops else low


def _gap(a: Span, b: Span) -> int:
    return max(b[0] - a[1], a[0] - b[1], 0)
