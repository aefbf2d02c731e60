"""When, where, how many and by whose word: what the records read elsewhere say of a trigger's sentence."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from typing import Final, Generic, TypeVar

from rashomon.extract.events.grammar import BREAKS, PREPOSITIONS, SPEECH
from rashomon.extract.events.needs import TERRITORY
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
_LOCATING: Final = frozenset(
    """in near at outside inside around on into from across over throughout against through targeting""".split()
)
_SIDES: Final = frozenset(
    "north south east west outskirts capital countryside northeast northwest southeast southwest".split()
)
_LEAD = 7
"""Tokens within which a preposition of place stands before it."""
_OPENING = 4
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


def place_of(
    sentence: Sentence, trigger: tuple[int, int], here: Sequence[Place], taken: Sequence[Span]
) -> str | None:
    """The most specific place of the sentence that stands behind `in`, `near` and the like or is what is struck.

    Of equally specific ones it is the nearest. `trigger` are the first and last token that tell of the event;
    `taken` are the spans of actors: `the Syrian army` places nothing. Nor does where somebody said so.
    """
    found = [(_tokens(sentence, one), one) for one in here]
    placed = {n for tokens, _ in found for n in tokens}
    ranked = []
    for tokens, place in found:
        start, end = place.spans[0][0], place.spans[-1][1]
        dateline = place.text.isupper() and len(place.text) > 3
        if not tokens or dateline or any(s < end and start < e for s, e in taken):
            continue
        if _locates(sentence, tokens[0], trigger, placed) and not _said_between(sentence, tokens[0], trigger):
            fine = _FINENESS.index(place.kind) if place.kind else len(_FINENESS)
            ranked.append((fine, abs(tokens[0] - trigger[0]), tokens[0], place.id))
    return min(ranked)[-1] if ranked else None


def _tokens(sentence: Sentence, place: Place) -> list[int]:
    start, end = place.spans[0][0], place.spans[-1][1]
    return [n for n, token in enumerate(sentence.tokens) if start <= token.start < end]


def _locates(sentence: Sentence, place: int, trigger: tuple[int, int], placed: Collection[int]) -> bool:
    """Whether a preposition of place, the trigger, or a located place joined by a comma stands before."""
    for n in range(place - 1, max(-1, place - _LEAD), -1):
        word = sentence.low(n)
        if word in _LOCATING or n == trigger[1]:
            return True
        if word in {",", "and"} and n - 1 in placed:
            return _locates(sentence, n - 1, trigger, placed)
        if word == "of" and sentence.low(n - 1) in TERRITORY | _SIDES:
            continue
        if word == "of" and n - 1 == trigger[1]:
            return True
        if word in PREPOSITIONS or word in BREAKS or word in SPEECH or word in {",", "."}:
            return False
    return False


def _said_between(sentence: Sentence, place: int, trigger: tuple[int, int]) -> bool:
    """Whether a word of speech parts a place from the trigger; `In Lorm, ...` holds for all of a sentence."""
    if place <= _OPENING and sentence.low(0) in _LOCATING:
        return False
    first, last = sorted((place, trigger[0]))
    return any(sentence.low(n) in SPEECH for n in range(first, last))


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
