"""Where a text stands in quotation marks. Odd and missing marks never break the rest of a text."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from rashomon.model import Quote, Span

OPENING, CLOSING, STRAIGHT = "“„«", "”‟»", '"'
MARKS = OPENING + CLOSING + STRAIGHT
MARK = re.compile(f"[{MARKS}]|''|``")
SINGLE = re.compile(r"(?<![\w’'])[‘'](?=[\w“\"])([^‘\r\n]*?[\w.,!?…-])[’'](?![\w’'])")
"""A stretch in single marks: they open before a word and close behind one, and an apostrophe does neither."""


def quotations(text: str) -> list[Span]:
    """The quoted stretches of `text`, marks excluded, as [start, end), in order.

    A quotation never runs over a line break. One left open goes to the end of its paragraph where the next
    begins with a mark, as newspapers print a quotation of several paragraphs; elsewhere a mark without its
    counterpart is ignored. Single marks count outside double ones.
    """
    found: list[Span] = []
    lines = [line for line in re.finditer(r"[^\r\n]+", text) if line.group().strip()]
    for n, line in enumerate(lines):
        opened: int | None = None
        for mark in MARK.finditer(text, *line.span()):
            if opened is None:
                before = text[mark.start() - 1 : mark.start()] if mark.start() > line.start() else ""
                opens = mark.group() in OPENING or (mark.group() not in CLOSING and not before.isalnum())
                opened = mark.end() if opens else None
            elif mark.group() not in OPENING:
                found.append((opened, mark.start()))
                opened = None
        following = lines[n + 1].group().lstrip() if n + 1 < len(lines) else ""
        if opened is not None and following.startswith((*OPENING, STRAIGHT)):
            found.append((opened, line.end()))
    return sorted([*found, *_single(text, sorted(found))])


def _single(text: str, found: Sequence[Span]) -> list[Span]:
    """The stretches in single marks that stand in no others."""
    singles = []
    n = 0
    for match in SINGLE.finditer(text):
        start, end = match.span(1)
        while n < len(found) and found[n][1] < start:
            n += 1
        if n == len(found) or end < found[n][0]:
            singles.append((start, end))
    return singles


def quote_of(spans: tuple[Span, ...], quoted: list[Span]) -> Quote:
    """How much of these spans stands in quotation marks: all, some, or none."""
    size = sum(end - start for start, end in spans)
    inside = sum(max(0, min(e, qe) - max(s, qs)) for s, e in spans for qs, qe in quoted)
    return "indirect" if inside == 0 else "direct" if inside >= 0.95 * size else "mixed"


def whole_quotes(
    text: str, spans: tuple[Span, ...], quoted: Sequence[Span], taken: Sequence[Span]
) -> tuple[Span, ...]:
    """The spans, with those that are most of a quotation grown to all of it, and on to the paragraphs it goes on in.

    `quoted` are the quotations of the text in order, `taken` the cues of its other attributions: a quotation that
    holds one is left as it was read.
    """
    grown = list(spans)
    n = bisect_left(quoted, (spans[0][0], 0), key=lambda quotation: quotation[::-1])
    while n < len(quoted):
        start, end = quoted[n]
        goes_on = n and grown[-1][1] == quoted[n - 1][1] and _left_open(text, quoted[n - 1])
        if start > spans[-1][1] and not goes_on:
            break
        inside = sum(max(0, min(e, end) - max(s, start)) for s, e in spans)
        mine = goes_on or inside > (end - start) / 2
        k = bisect_left(taken, (start, 0))
        if mine and (k == len(taken) or taken[k][0] >= end):
            grown = _merged([*grown, (start, end)])
        n += 1
    return tuple(grown)


def unmarked(spans: tuple[Span, ...], quoted: Sequence[Span]) -> tuple[Span, ...]:
    """The spans without the marks of a quotation that is all there is in them."""
    inner = set(quoted)
    return tuple((s + 1, e - 1) if (s + 1, e - 1) in inner else (s, e) for s, e in spans)


def _merged(spans: list[Span]) -> list[Span]:
    """Spans in order, those that overlap as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _left_open(text: str, quotation: Span) -> bool:
    """Whether no mark closes a quotation: it goes on in the next paragraph."""
    return text[quotation[1] : quotation[1] + 1] in ("", "\n", "\r")
