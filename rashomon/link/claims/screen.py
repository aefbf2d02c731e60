"""Which propositions cannot be alike, told before they are read: by where they stand, then by their vectors.

Nothing is decided here otherwise than by `likeness`, only sooner: a pair is let go where all that the table of evidence
could add would not make it worth keeping.
"""

import functools
import math
from collections.abc import Collection, Mapping
from typing import Final, get_args

import numpy as np
from numpy.typing import NDArray

from rashomon.link.claims.evidence import KEPT, SOME_DAYS, table
from rashomon.link.claims.proposition import Aspect, Proposition
from rashomon.link.claims.vectors import SIZE
from rashomon.link.spots import LAST, REST

AT_ONCE: Final = 4096
"""Pairs of vectors that are multiplied together, 13 MB."""
ASPECTS: Final = get_args(Aspect)
NEVER: Final = 2.0
SAME, OTHER, UNKNOWN = range(3)
"""What spots tell of the days of two: those before 1900 share one with what has none."""
MARGIN: Final = 1e-6

Pairs = NDArray[np.int64]
"""Two spots in each row."""


def sort_of(one: Proposition) -> int:
    """What `spot` says of a proposition: its aspect, and whether it is about something before the incident."""
    return ASPECTS.index(one.aspect) << 1 | one.past


def screened(pairs: Collection[tuple[int, int]]) -> Pairs:
    """The pairs that may be alike by where they stand, in order."""
    found = np.array(sorted(pairs), np.int64).reshape(-1, 2)
    return found[_least(found) <= 1]


def alike(pairs: Pairs, vectors: Mapping[int, bytes]) -> tuple[Pairs, NDArray[np.float64]]:
    """Those of them that may be alike by their vectors too, with the cosine of each."""
    spots, at = np.unique(pairs, return_inverse=True)
    at = at.reshape(-1, 2)
    small = np.frombuffer(b"".join(vectors[one] for one in spots.tolist()), np.int8).reshape(-1, SIZE)
    near = np.zeros(len(pairs))
    for first in range(0, len(pairs), AT_ONCE):
        one, other = (small[side].astype(np.float32) for side in at[first : first + AT_ONCE].T)
        size = _product(one, one) * _product(other, other)
        near[first : first + AT_ONCE] = _product(one, other) / np.sqrt(np.maximum(size, 1))
    may = near >= _least(pairs)
    return pairs[may], near[may]


def _product(one: NDArray[np.float32], other: NDArray[np.float32]) -> NDArray[np.float64]:
    """Exact, for all sums of such products are whole numbers below 2**24."""
    return np.asarray(np.einsum("ij,ij->i", one, other), np.float64)


def _least(pairs: Pairs) -> NDArray[np.float64]:
    """The least cosine with which each pair can be worth keeping; above 1 where none is enough."""
    sorts, days = pairs & 15, pairs >> REST
    unknown = ((days <= 0) | (days >= LAST)).any(axis=1)
    steps = np.where(np.abs(days[:, 0] - days[:, 1]) <= SOME_DAYS, SAME, OTHER)
    aspect = sorts >> 1
    found = _bounds()[aspect[:, 0], (sorts & 1).sum(axis=1), np.where(unknown, UNKNOWN, steps)]
    return np.where(aspect[:, 0] == aspect[:, 1], found, NEVER)


@functools.cache
def _bounds() -> NDArray[np.float64]:
    """By aspect, how many of the two are about something before, and what is known of their days."""
    return np.array(
        [
            [[_bound(aspect, before, days) for days in (SAME, OTHER, UNKNOWN)] for before in range(3)]
            for aspect in ASPECTS
        ]
    )


def _bound(aspect: str, before: int, days: int) -> float:
    weights = {name: row.weight for name, row in table()[aspect].items()}
    reached = weights.pop("always", 0.0)
    scope, same = weights.pop("other_scope", 0.0), weights.pop("same_days", 0.0)
    now, other = weights.pop("other_days", 0.0), weights.pop("other_days_before", 0.0)
    other = other if before else now
    meaning, close = (max(0.0, weights.pop(name, 0.0)) for name in ("meaning", "close_meaning"))
    reached += scope if before == 1 else 0.0
    reached += (same, other, max(0.0, same, other))[days]
    reached += sum(max(0.0, weight) for weight in weights.values())
    missing = math.log(KEPT / (1 - KEPT)) - MARGIN - reached
    if missing <= 0:
        return -NEVER
    if meaning * 0.6 >= missing:
        return missing / meaning
    slope = meaning + close / 0.4
    return (missing + close * 0.6 / 0.4) / slope if slope else NEVER
