"""Stretches of words that two texts share, found exactly, and the keys by which such texts find each other."""

import difflib
import functools
import itertools
import re
import zlib
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rashomon.model import Span

RUN = 6
"""Words in the shortest stretch that counts as shared; fewer are shared by chance."""
CLOSE = 30
"""Words between two passages that may be one sentence, edited."""
KEY_WORDS = 8
"""Words that make a key."""
WINDOW = 24
"""Consecutive keys of which the smallest is kept, so texts that share 31 words on end share a key."""
FEWEST = 10
"""Windows in a short text, so that it has some twenty keys. What is smallest in a wide window is so in a narrow one,
so these have all keys that wide ones would have."""
PLACES = 32
"""Places of a repeated shingle that are tried; without a bound a text of one word would take forever."""
REMEMBERED = 4096
"""Texts whose words are kept ready, 30 kB each: a new report is compared with many that were compared before."""
SHOWN = 256
"""Texts of which is kept ready where each word stands: only texts that share something need it."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_APOSTROPHES = str.maketrans("", "", "'’")
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)

Hashes = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of words that two texts share, in numbers of words."""

    a: int
    """Its first word in one text."""
    b: int
    """Its first word in the other."""
    n: int
    """How many words it has."""

    @property
    def end_a(self) -> int:
        """The word behind it in one text."""
        return self.a + self.n

    @property
    def end_b(self) -> int:
        """The word behind it in the other."""
        return self.b + self.n


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, without regard to case, apostrophes and what stands between them."""

    hashes: Hashes
    """A number for each word."""
    grams: Hashes
    """A number for each six words on end; none in a shorter text."""
    ordered: Hashes
    """The same numbers in their order."""

    def __len__(self) -> int:
        return len(self.hashes)


@functools.lru_cache(REMEMBERED)
def words(text: str) -> Words:
    """The words of `text`, in order."""
    hashes = np.fromiter(map(_hash, _WORD.findall(text)), np.uint64)
    grams = shingles(hashes, RUN) if len(hashes) >= RUN else hashes[:0]
    return Words(hashes, grams, np.sort(grams))


@functools.lru_cache(SHOWN)
def places(text: str) -> tuple[Span, ...]:
    """Where each word of `text` stands."""
    return tuple(match.span() for match in _WORD.finditer(text))


@functools.lru_cache(1 << 16)
def _hash(word: str) -> int:
    return zlib.crc32(word.translate(_APOSTROPHES).casefold().encode(errors="replace"))


def shingles(hashes: Hashes, n: int) -> Hashes:
    """A number for each `n` consecutive words; all in one where there are fewer."""
    n = min(n, len(hashes))
    made = np.zeros(len(hashes) - n + 1 if n else 0, np.uint64)
    for shift in range(n):
        made = made * _FACTOR + hashes[shift : len(made) + shift]
    made ^= made >> np.uint64(29)
    made *= _MIX
    return made ^ (made >> np.uint64(32))


def keys(text: str) -> tuple[int, ...]:
    """Numbers of which two texts have one in common if they share a passage of 31 words, and often if a shorter one.

    The smallest shingle of each window (Schleimer, Wilkerson and Aiken, Winnowing, 2003): the same in both texts,
    wherever the passage stands. About one key for 13 words, signed 64-bit, in order.
    """
    made = shingles(words(text).hashes, KEY_WORDS)
    if not len(made):
        return ()
    window = min(WINDOW, max(1, len(made) // FEWEST))
    windows = np.lib.stride_tricks.sliding_window_view(made, window)
    return tuple(np.unique(windows.min(axis=1).view(np.int64)).tolist())


def passages(a: Words, b: Words, least: float = 0) -> list[Passage]:
    """Stretches of at least six words that both texts have, in the order of `a`, each word of either in one at most.

    From the left, the longest stretch first met; of equals the one that goes on in the order of the other text. None
    where they cannot have `least` words together.
    """
    starts = np.flatnonzero(_among(a.grams, b.ordered))
    if not len(starts) or RUN + np.minimum(np.diff(starts), RUN).sum() < least:
        return []
    there: dict[int, list[int]] = {}
    for at in np.flatnonzero(_among(b.grams, a.ordered)).tolist():
        known = there.setdefault(int(b.grams[at]), [])
        if len(known) < PLACES:
            known.append(at)
    left, right = a.hashes.tolist(), b.hashes.tolist()
    used = bytearray(len(right))
    found: list[Passage] = []
    free = 0
    for start in starts.tolist():
        if start < free:
            continue
        last = found[-1].b if found else -1
        tried = (_run(left, right, used, start, at) for at in there[int(a.grams[start])])
        best = max(tried, key=lambda one: (one.n, one.b > last, -one.b))
        if best.n >= RUN:
            found.append(best)
            used[best.b : best.end_b] = b"\1" * best.n
            free = best.end_a
    return found


def filled(a: Words, b: Words, found: list[Passage]) -> list[Passage]:
    """The passages, and between two that follow each other closely in both texts what else these share in order.

    Where an editor changed every fourth word, no six words on end are left of what is still the same sentence.
    """
    left, right = a.hashes.tolist(), b.hashes.tolist()
    made = found[:1]
    for before, after in itertools.pairwise(found):
        if after.a - before.end_a <= CLOSE and 0 < after.b - before.end_b <= CLOSE:
            between = difflib.SequenceMatcher(
                None, left[before.end_a : after.a], right[before.end_b : after.b], autojunk=False
            )
            for x, y, n in between.get_matching_blocks():
                if n > 1:
                    made.append(Passage(before.end_a + x, before.end_b + y, n))
        made.append(after)
    return made


def _among(some: Hashes, ordered: Hashes) -> npt.NDArray[np.bool_]:
    """For each number whether it is among others."""
    if not len(ordered):
        return np.zeros(len(some), np.bool_)
    at = np.minimum(np.searchsorted(ordered, some), len(ordered) - 1)
    return np.asarray(ordered[at] == some)


def _run(left: list[int], right: list[int], used: bytearray, a: int, b: int) -> Passage:
    """The longest stretch from two places on."""
    n = 0
    while a + n < len(left) and b + n < len(right) and left[a + n] == right[b + n] and not used[b + n]:
        n += 1
    return Passage(a, b, n)
