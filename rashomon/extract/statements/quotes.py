"""Where a text stands in quotation marks. Odd and missing marks never break the rest of a text."""

import re

from rashomon.model import Span

OPENING, CLOSING, STRAIGHT = "“„«", "”»", '"'
MARKS = OPENING + CLOSING + STRAIGHT + "‘’'"
MARK = re.compile(f"[{OPENING}{CLOSING}{STRAIGHT}]|''|``")


def quotations(text: str) -> list[Span]:
    """The quoted stretches of `text`, marks excluded, as [start, end).

    A quotation never runs over a line break: one left open ends with its paragraph, which is also how
    newspapers print a quotation of several paragraphs. A closing mark without an opening one is ignored.
    """
    found: list[Span] = []
    for line in re.finditer(r"[^\r\n]+", text):
        opened: int | None = None
        for mark in MARK.finditer(text, *line.span()):
            if opened is None:
                before = text[mark.start() - 1 : mark.start()] if mark.start() > line.start() else ""
                opens = mark.group() in OPENING or (mark.group() not in CLOSING and not before.isalnum())
                opened = mark.end() if opens else None
            elif mark.group() not in OPENING:
                found.append((opened, mark.start()))
                opened = None
        if opened is not None:
            found.append((opened, line.end()))
    trimmed = ((s + len(text[s:e]) - len(text[s:e].lstrip()), s + len(text[s:e].rstrip())) for s, e in found)
    return [(s, e) for s, e in trimmed if s < e]
