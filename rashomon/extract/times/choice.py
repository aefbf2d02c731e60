"""Which of the times of a report is that of an action."""

import re
from collections.abc import Sequence

from rashomon.model import Span, When

STOP = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\bSept)[.?!][”\"’')]*\s|\n|\u2028")
"""Ends of sentences: not behind `Sgt.`, `J.` or `Sept.`."""
DATELINE = re.compile(r"\s*(?:\)|[–—-]+|:)")
DATELINE_PLACE = re.compile(r"(?:\A|[\n\u2028]|\s{2}|[.!?]\s)[^\n\u2028]{0,60}?\(?$")
SENTENCES_BACK = 2
"""How far before an action its time may have been named."""
HEAD = 120


def time_of_action(text: str, times: Sequence[When], action: Span) -> When | None:
    """The time nearest to an action in its sentence, else the last one in the two sentences before; None if none is.

    A time in a dateline, a duration and a time without both ends (`until May`) is none of an action.
    """
    start = _sentence_start(text, action[0])
    stop = STOP.search(text, action[1])
    end = stop.start() if stop else len(text)
    able = [time for time in times if time.start and time.end and not in_dateline(text, time.spans[0])]
    here = [time for time in able if start <= time.spans[0][0] < end]
    if here:
        return min(here, key=lambda time: _gap(time.spans[0], action))
    for _ in range(SENTENCES_BACK):
        end, start = start, _sentence_start(text, max(0, start - 2))
        if before := [time for time in able if start <= time.spans[0][0] < end]:
            return before[-1]
    return None


def in_dateline(text: str, span: Span) -> bool:
    """Whether a time stands where a report says when it was written: `KELL (March 5) - `."""
    low = max(0, span[0] - HEAD)
    lead = text[low : span[0]]
    return bool(DATELINE.match(text, span[1])) and bool(DATELINE_PLACE.search(lead)) and not _says(lead)


def _says(lead: str) -> bool:
    return bool(re.search(r"\b(?:on|in|since|by|until|from)\s(?:the\s)?$", lead))


def _sentence_start(text: str, at: int) -> int:
    low = max(0, at - 1000)
    stops = list(STOP.finditer(text, low, at))
    return stops[-1].end() if stops else low


def _gap(a: Span, b: Span) -> int:
    return max(b[0] - a[1], a[0] - b[1], 0)
