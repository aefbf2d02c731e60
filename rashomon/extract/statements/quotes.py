"""Where a text stands in quotation marks. Odd and missing marks never break the rest of a text."""

import bisect
import re

from rashomon.extract.statements.attributions import Attribution
from rashomon.extract.statements.tree import Tree
from rashomon.model import Span

OPENING, CLOSING, STRAIGHT = "“„«", "”‟»", '"'
MARKS = OPENING + CLOSING + STRAIGHT
SHORT = 4
"""Quoted words up to so many tokens are a term, not a statement, unless they go on with one."""
NEAR = 40
"""Characters between a quotation and the cue beside it: room for a name with its title."""
MARK = re.compile(f"[{OPENING}{CLOSING}{STRAIGHT}]|''|``")


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
    trimmed = ((s + len(text[s:e]) - len(text[s:e].lstrip()), s + len(text[s:e].rstrip())) for s, e in found)
    return [(s, e) for s, e in trimmed if s < e]


def absorb(tree: Tree, found: list[Attribution], quoted: list[Span]) -> None:
    """Give every quotation whole to one attribution: the one it mostly belongs to, or the nearest.

    The parse gives a cue one clause; a quotation goes on over sentences, and over paragraphs if left open.
    """
    starts = [token.start for token in tree.tokens]
    last: Attribution | None = None
    before = 0
    for start, end in quoted:
        inside = set(range(bisect.bisect_left(starts, start), bisect.bisect_left(starts, end)))
        if not inside:
            continue
        between = tree.text[before:start]
        owner = _owner(found, inside)
        if owner is None and not any((a.content | a.cue) & inside for a in found):
            cut = last is not None and any(before <= tree[t].start < start for t in last.cue)
            if last and (between.strip(" \r\n") in (*OPENING, STRAIGHT) or (cut and "." not in between)):
                owner = last
            elif len(inside) > SHORT:
                owner = _beside(tree, found, inside) or (last if "\n" not in between else None)
        if owner is not None:
            owner.content |= inside - owner.cue - ({owner.source} if owner.source is not None else set())
            last, before = owner, end


def _owner(found: list[Attribution], inside: set[int]) -> Attribution | None:
    """The attribution that has most of a quotation in its content."""
    share = 0.3 * len(inside)
    owners = [a for a in found if len(a.content & inside) > share or (a.content and inside <= a.content)]
    return max(owners, key=lambda a: len(a.content & inside), default=None)


def _beside(tree: Tree, found: list[Attribution], inside: set[int]) -> Attribution | None:
    """The attribution without content whose cue stands just before or behind a quotation."""
    for a in found:
        gap = tree.between(inside, a.cue) if not a.content and a.source is not None else "\n"
        if len(gap) < NEAR and "\n" not in gap:
            return a
    return None
