"""A text cut where anything begins or ends, so that overlaps and nesting can be drawn."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from rashomon.model import Reading

Role = Literal["source", "cue", "content"]
ROLES: tuple[Role, ...] = ("content", "source", "cue")


@dataclass(frozen=True, slots=True)
class Mark:
    """The part that a stretch of text plays in a statement."""

    statement: str
    role: Role


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text in which no mark begins or ends."""

    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]
    """Those that cover it, the longest piece first; empty where nothing does."""


def segments(reading: Reading) -> list[Segment]:
    """The whole text in order, cut at every edge of every source, cue and content."""
    text = reading.report.text
    pieces = sorted(_pieces(reading), key=lambda piece: (piece[0] - piece[1], piece[0]))  # the longest first
    begin, finish = defaultdict(list), defaultdict(list)
    for order, (start, end, mark) in enumerate(pieces):
        begin[start].append((order, mark))
        finish[end].append(order)
    covering: dict[int, Mark] = {}
    found = []
    edges = sorted({0, len(text), *begin, *finish})
    for start, end in pairwise(edges):
        for order in finish[start]:
            del covering[order]
        covering.update(begin[start])
        marks = dict.fromkeys(covering[order] for order in sorted(covering))
        found.append(Segment(start, end, text[start:end], tuple(marks)))
    return found


def _pieces(reading: Reading) -> list[tuple[int, int, Mark]]:
    return [
        (start, end, Mark(statement.id, role))
        for statement in reading.statements
        for role in ROLES
        if (words := getattr(statement, role)) is not None
        for start, end in words.spans
    ]
