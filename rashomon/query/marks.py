"""A text cut where anything begins or ends, so that overlaps and nesting can be drawn."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from rashomon.model import Reading, Span

Role = Literal["source", "cue", "content", "event", "figure", "time", "place"]
PARTS: tuple[Role, ...] = ("content", "source", "cue")
"""The parts of a statement, by the names of its fields."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a stretch of text is: a part of a statement, or the words of something that is claimed."""

    of: str
    """The id of the statement, event, figure, time or place."""
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
    """The whole text in order, cut at every edge of every part of a statement and of all that is claimed."""
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


def _pieces(reading: Reading) -> Iterator[tuple[int, int, Mark]]:
    for role, of, spans in _marked(reading):
        for start, end in spans:
            yield start, end, Mark(of, role)


def _marked(reading: Reading) -> Iterator[tuple[Role, str, tuple[Span, ...]]]:
    for statement in reading.statements:
        for part in PARTS:
            if (words := getattr(statement, part)) is not None:
                yield part, statement.id, words.spans
    for event in reading.events:
        yield "event", event.id, event.words.spans
    for figure in reading.figures:
        yield "figure", figure.id, figure.spans
    for when in reading.times:
        yield "time", when.id, when.spans
    for place in reading.places:
        yield "place", place.id, place.spans
