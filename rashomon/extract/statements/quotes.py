"""Where a text stands in quotation marks. Odd and missing marks never break the rest of a text."""

import re

from rashomon.model import Quote, Span

OPENING, CLOSING, STRAIGHT = "“„«", "”‟»", '"'
MARKS = OPENING + CLOSING + STRAIGHT
MARK = re.compile(f"[{MARKS}]|''|``")


def quotations(text: str) -> list[Span]:
    """The quoted stretches of `text`, marks excluded, as [start, end).

    A quotation never runs over a line break. One left open goes to the end of its paragraph where the next
    begins with a mark, as newspapers print a quotation of several paragraphs; elsewhere a mark without its
    counterpart is ignored.
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
    return found


def quote_of(spans: tuple[Span, ...], quoted: list[Span]) -> Quote:
    """How much of these spans stands in quotation marks: all, some, or none."""
    size = sum(end - start for start, end in spans)
    inside = sum(max(0, min(e, qe) - max(s, qs)) for s, e in spans for qs, qe in quoted)
    return "indirect" if inside == 0 else "direct" if inside >= 0.95 * size else "mixed"
