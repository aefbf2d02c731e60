"""Where a text stands in quotation marks. Odd and missing marks never break the rest of a text."""

import bisect
import re

from rashomon.extract.statements.attributions import Attribution
from rashomon.extract.statements.tree import Tree
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


def absorb(tree: Tree, found: list[Attribution], quoted: list[Span]) -> None:
    """Give every quotation whole to one attribution: the one it mostly belongs to, or the nearest before it.

    The parse gives a cue one clause; a quotation goes on over sentences, and paragraphs when it was left open.
    """
    starts = [token.start for token in tree.tokens]
    last: Attribution | None = None
    before = (0, 0)
    for start, end in quoted:
        inside = set(range(bisect.bisect_left(starts, start), bisect.bisect_left(starts, end)))
        if not inside:
            continue
        owners = [a for a in found if len(a.content & inside) > 0.3 * len(inside) or inside <= a.content]
        owner = max(owners, key=lambda a: len(a.content & inside), default=None)
        same_paragraph = "\n" not in tree.text[before[1] : start]
        left_open = tree.text[before[1] : start].strip(" \r\n") in OPENING + STRAIGHT
        if owner is None and len(inside) > 4 and not any(a.content & inside or a.cue & inside for a in found):
            owner = last if last and (same_paragraph or left_open) else _next_to(tree, found, inside)
        if owner is not None:
            taken = owner.cue | ({owner.source} if owner.source is not None else set())
            owner.content |= inside - taken
            last, before = owner, (start, end)


def _next_to(tree: Tree, found: list[Attribution], inside: set[int]) -> Attribution | None:
    """The attribution whose cue stands in the sentence just before or just behind a quotation, same paragraph."""
    near = [
        a
        for a in found
        if (
            a.source is not None
            and len(tree.between(inside, a.cue)) < 40
            and "\n" not in tree.between(inside, a.cue)
        )
    ]
    return near[0] if near else None
