"""When, where, how many and by whose word: what the records read elsewhere say of a trigger's sentence."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final, Generic, TypeVar

from rashomon.extract.events.sentences import Sentence
from rashomon.model import Figure, Place, Span, Statement, When

T = TypeVar("T", Figure, Place, When)
_FINENESS: Final = (
    "site",
    "town",
    "district",
    "province",
    "region",
    "natural",
    "water",
    "country",
    "continent",
)
_LOCATES = re.compile(
    r"\b(?:in|near|at|outside|inside|around|on|into|from|across|over|of|to)\s+(?:[\w'’-]+\s+){0,4}$", re.I
)
_WITHIN = re.compile(r"\w\s*,\s*$")
"""Stands before the larger place that a smaller one lies in: `Andar district, Ghazni`."""
HARMS: Final[dict[str, frozenset[str]]] = {
    "ASSAULT": frozenset("killed injured missing abducted".split()),
    "COERCE": frozenset("detained killed injured abducted displaced".split()),
    "PROTEST": frozenset("killed injured detained".split()),
    "RETREAT": frozenset("other".split()),
    "SANCTION": frozenset("detained".split()),
}
"""Figures that can be the harm of an event of a PLOVER type."""


class Ordered(Generic[T]):
    """Records of a report, found by where their words begin."""

    def __init__(self, records: Iterable[T]) -> None:
        self._records: list[T] = sorted(records, key=lambda one: one.spans[0])
        self._starts: list[int] = [one.spans[0][0] for one in self._records]

    def within(self, sentence: Sentence | None) -> tuple[T, ...]:
        """Those that begin in the sentence."""
        if sentence is None:
            return ()
        first, last = bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)
        return tuple(self._records[first:last])


def place_of(text: str, at: int, here: Sequence[Place], taken: Sequence[Span]) -> str | None:
    """The most specific place of the sentence, those behind `in`, `near` and the like first, the nearest of them.

    `taken` are the spans of actors: `the Syrian army` places nothing.
    """
    best = None
    for place in here:
        start, end = place.spans[0][0], place.spans[-1][1]
        if any(s < end and start < e for s, e in taken):
            continue
        before = text[max(0, start - 60) : start]
        located = bool(_LOCATES.search(before)) or bool(_WITHIN.search(before))
        fine = _FINENESS.index(place.kind) if place.kind else len(_FINENESS)
        rank = (not located, fine, abs(start - at), start)
        if best is None or rank < best[0]:
            best = (rank, place.id)
    return best[1] if best else None


def figures_of(
    plover: str, at: int, rivals: Sequence[tuple[str, int]], here: Iterable[Figure]
) -> list[Figure]:
    """The figures of the sentence that are the harm of the event at `at`: nearer to it than to any of its `rivals`.

    What counts a whole war is the harm of no single event.
    """
    found = []
    for figure in here:
        start = figure.spans[0][0]
        fits = [place for kind, place in rivals if figure.kind in HARMS.get(kind, ())]
        if (
            not figure.cumulative
            and figure.kind in HARMS.get(plover, ())
            and all(abs(start - at) <= abs(start - place) for place in fits)
        ):
            found.append(figure)
    return found


def statement_of(at: int, statements: Iterable[Statement]) -> Statement | None:
    """The innermost statement whose content holds the character at `at`."""
    holding = [
        (sum(end - start for start, end in one.content.spans), one)
        for one in statements
        if any(start <= at < end for start, end in one.content.spans)
    ]
    return min(holding, key=lambda pair: pair[0])[1] if holding else None
