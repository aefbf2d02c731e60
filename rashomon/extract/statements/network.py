"""The trained network over the pieces of a text: which are cues, and what every other piece is to each of them.

Every window is run alone and without padding, for in int8 the scale of an activation depends on all that is run with
it: so the same text gives the same bytes on every run, whatever is read beside it.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from rashomon.extract.statements.pieces import Pieces
from rashomon.weights import CLS, SEP, session

Floats = NDArray[np.float32]

SIZE, STRIDE = 254, 190
"""Pieces in a window, and from one window to the next: each piece is seen with at least 32 neighbours on each side."""
SOURCE, CUE, CONTENT = range(3)
"""Roles, in the order of the taggers."""
IS_NONE, IS_SOURCE, IS_CONTENT, IS_HOP = range(4)
"""What a piece can be to a cue."""
FAR: Final = 16


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of pieces and the states that the network gives them."""

    first: int
    last: int
    hidden: Floats  # one row more at each end: [CLS] and [SEP]

    def mean(self, pieces: list[int]) -> Floats:
        """The mean state of pieces of this window; zeros for none, or for none inside."""
        rows = [i - self.first + 1 for i in pieces if self.first <= i < self.last]
        return self.hidden[rows].mean(axis=0) if rows else np.zeros(self.hidden.shape[1], np.float32)


@dataclass(frozen=True, slots=True)
class Seen:
    """A text as the network sees it."""

    tags: Floats  # pieces x roles x (outside, begin, inside)
    windows: list[Window]
    best: NDArray[np.int64]  # for each piece, the window in which it has most neighbours


def look(pieces: Pieces) -> Seen:
    """One pass of the encoder over all windows of a text."""
    size = len(pieces.ids)
    tags = np.zeros((size, 3, 3), np.float32)
    room = np.full(size, -1)
    best = np.zeros(size, np.int64)
    windows = []
    for number, (first, last) in enumerate(_cut(size)):
        ids = np.array([[CLS, *pieces.ids[first:last], SEP]])
        capital = np.array([[0, *pieces.capital[first:last], 0]])
        hidden, seen = session("reader").run(None, {"ids": ids, "capital": capital})
        windows.append(Window(first, last, hidden))
        at = np.arange(first, last)
        here = np.minimum(at - first + size * (first == 0), last - 1 - at + size * (last == size))
        better = at[here > room[first:last]]
        room[better], best[better] = here[better - first], number
        tags[better] = seen[1:-1][better - first]
    return Seen(tags, windows, best)


def parts(window: Window, cues: list[list[int]]) -> tuple[Floats, Floats]:
    """For each cue: what each piece of the window is to it (cues x pieces x parts), and how sure it is a cue."""
    states = np.stack([window.mean(cue) for cue in cues])
    distance = np.stack([_distance(cue, window) for cue in cues])
    asked = {"hidden": window.hidden, "cue": states, "distance": distance}
    found, valid = session("parts").run(None, asked)
    return found[:, 1:-1], valid


def manner(cue: Floats, source: Floats, content: Floats) -> list[Floats]:
    """Probabilities of act, polarity, commitment and kind, a row for each statement."""
    found: list[Floats] = session("manner").run(None, {"cue": cue, "source": source, "content": content})
    return found


def _cut(size: int) -> list[tuple[int, int]]:
    starts = range(0, max(1, size - SIZE + STRIDE), STRIDE)
    return [(first, min(size, first + SIZE)) for first in starts]


def _distance(cue: list[int], window: Window) -> NDArray[np.int64]:
    """The signed distance of every piece to a cue, in buckets that widen with it."""
    at = np.arange(window.first - 1, window.last + 1)
    first, last = min(cue), max(cue)
    away = np.where(at < first, at - first, np.where(at > last, at - last, 0))
    steps = np.minimum(np.log2(np.abs(away).astype(np.float32) + 1) * 2, FAR).astype(np.int64)
    found: NDArray[np.int64] = FAR + np.sign(away) * steps
    return found
