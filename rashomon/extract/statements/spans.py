"""Spans of words as people would mark them: without the marks around, without the `that` before."""

import re
from collections.abc import Iterable, Sequence

from rashomon.extract.statements.quotes import MARKS
from rashomon.model import Span

TRIM = " \t\r\n,;:.-–—"
_THAT = re.compile(r"that\s+", re.I)


def trimmed(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans without punctuation at their ends, and without marks that enclose them or lack their counterpart."""
    cut = (_trim(text, *span) for span in spans)
    return tuple((start, end) for start, end in cut if start < end)


def without_that(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans without the complementiser that opens them."""
    opened = ((_THAT.match(text, *span), span) for span in spans)
    return tuple((that.end(), span[1]) if that and that.end() < span[1] else span for that, span in opened)


def overlap(span: Span, others: Iterable[Span]) -> bool:
    """Whether a span shares a character with any of the others."""
    return any(span[0] < end and start < span[1] for start, end in others)


def words_left(text: str, spans: Sequence[Span], covered: Sequence[Span]) -> int:
    """How many words of `spans`, but for `that`, lie outside `covered`."""
    found = (word for start, end in spans for word in re.compile(r"\w+").finditer(text, start, end))
    return sum(word.group() != "that" and not overlap(word.span(), covered) for word in found)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end:
        first, last = text[start], text[end - 1]
        marks = (
            [place for place in range(start, end) if text[place] in MARKS] if {first, last} & _MARKS else []
        )
        if first in TRIM or (first in MARKS and len(marks) % 2):
            start += 1
        elif last in TRIM or (last in MARKS and len(marks) % 2):
            end -= 1
        elif len(marks) == 2 and first in MARKS and last in MARKS:
            start, end = start + 1, end - 1
        else:
            break
    return start, end


_MARKS = set(MARKS)
