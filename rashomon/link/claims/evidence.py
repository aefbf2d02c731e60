"""Whether two propositions are of one claim: a table of evidence, each with a weight, and the sum as a probability.

The table is `evidence.csv`: a row for each aspect and kind of evidence, with the weight of it and the sentence that
explains it. The weights are those of a logistic regression (`training/pairs.py`); they add up, so every link can be
explained by the rows that made it.
"""

import csv
import datetime as dt
import functools
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rashomon.link.claims.proposition import Proposition
from rashomon.link.claims.scene import meet
from rashomon.link.claims.vectors import cosine
from rashomon.link.claims.words import content_words, overlap
from rashomon.model import Likeness

TABLE: Final = Path(__file__).with_name("evidence.csv")
KEPT: Final = 0.2
"""A link less sure than this is not kept."""
REPRINTED: Final = 1.0
"""That of the same words in a passage that two reports share; no evidence of a table is as sure."""
SUREST: Final = 0.9999
"""The most that evidence of a table comes to."""
TOLD: Final = 0.25
"""Evidence that moves the sum by less than this is not told."""
SOME_DAYS: Final = 1
"""Days by which reports differ on when one thing was."""


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of evidence."""

    weight: float
    sentence: str


def likeness(a: Proposition, b: Proposition) -> Likeness | None:
    """How sure it is that two propositions are of one claim, with the evidence; None where it is not worth keeping.

    The order of the two does not matter.
    """
    kept = score(a, b)
    if kept is None:
        return None
    two = _Two(a, b)
    parts = [(weight * kind(two), sentence) for weight, kind, sentence in _kinds(a.aspect)]
    strongest = sorted(parts, key=lambda part: (-abs(part[0]), part[1]))
    why = tuple(
        f"{'for' if part > 0 else 'against'}: {sentence}" for part, sentence in strongest if abs(part) >= TOLD
    )
    opposed = (a.member.side == "says") != (b.member.side == "says")
    return Likeness(two.a.member.id, two.b.member.id, kept, opposed, why)


def score(a: Proposition, b: Proposition, near: float | None = None) -> float | None:
    """How sure it is that two propositions are of one claim; None where it is not worth keeping.

    `near` is the cosine of their vectors, where it is known. The order of the two does not matter.
    """
    if not comparable(a, b):
        return None
    two = _Two(a, b, near)
    parts = sum([weight * kind(two) for weight, kind, _ in _kinds(a.aspect)])
    total = table()[a.aspect]["always"].weight + parts
    sure = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
    return min(round(sure, 4), SUREST) if sure >= KEPT else None


def comparable(a: Proposition, b: Proposition) -> bool:
    """Whether two can be one: of the same aspect, counting the same thing, in different statements."""
    same = a.member.statement is not None and a.member.statement == b.member.statement
    return a.aspect == b.aspect and a.count == b.count and a.member.id != b.member.id and not same


def evidence(a: Proposition, b: Proposition) -> dict[str, float]:
    """What speaks for and against two propositions of one aspect being one, each kind between 0 and 1."""
    two = _Two(a, b)
    return {name: float(kind(two)) for name, kind in KINDS.items()}


class _Two:
    """Two propositions by the order of their ids, with what several kinds of evidence need."""

    def __init__(self, a: Proposition, b: Proposition, near: float | None = None) -> None:
        self.a, self.b = (a, b) if a.member.id < b.member.id else (b, a)
        self.near = max(0.0, cosine(a.vector, b.vector) if near is None else near)
        self.now = not a.past and not b.past
        days = _apart(a.day, b.day)
        self.same_days = None if days is None else days <= SOME_DAYS
        self.together = meet(a.places, a.around, b.places, b.around)
        self.elsewhere = bool(a.places and b.places) and not self.together
        self.numbers = a.number is not None and b.number is not None
        self.low, self.high = sorted((a.number or 0, b.number or 0))

    @property
    def words(self) -> tuple[dict[str, float], dict[str, float]]:
        """Words cost most, and few tables weigh them."""
        return _words(self.a.full), _words(self.b.full)

    @property
    def types(self) -> bool:
        return not set(self.a.types).isdisjoint(self.b.types)


def _verbatim(two: _Two) -> bool:
    x, y = two.words
    return sum(map(y.__contains__, x)) >= 0.8 * max(len(x), len(y), 1)


def _shared(x: dict[str, float], y: dict[str, float]) -> float:
    """The weight of the words that both have, as a share of the weight of the longer's."""
    both = sum(weight for word, weight in x.items() if word in y)
    return both / max(sum(x.values()), sum(y.values()), both, 0.1)


KINDS: Final[Mapping[str, Callable[[_Two], float]]] = {
    "meaning": lambda two: two.near,
    "close_meaning": lambda two: max(0.0, two.near - 0.6) / 0.4,
    "words": lambda two: overlap(*two.words),
    "verbatim": _verbatim,
    "same_party": lambda two: two.a.party is not None and two.a.party == two.b.party,
    "other_party": lambda two: None not in (two.a.party, two.b.party) and two.a.party != two.b.party,
    "other_scope": lambda two: two.a.past != two.b.past,
    "same_days": lambda two: two.same_days is True,
    "other_days": lambda two: two.now and two.same_days is False,
    "other_days_before": lambda two: not two.now and two.same_days is False,
    "other_days_unknown": lambda two: two.same_days is None and not two.together,
    "same_place": lambda two: two.together,
    "other_place": lambda two: two.now and two.elsewhere,
    "other_place_before": lambda two: not two.now and two.elsewhere,
    "other_negation": lambda two: two.a.negated != two.b.negated and 1 - _shared(*two.words),
    "same_number": lambda two: two.numbers and two.low == two.high,
    "near_number": lambda two: two.numbers and two.low != two.high and two.low >= 0.75 * two.high,
    "far_number": lambda two: two.numbers and two.low < 0.75 * two.high,
    "same_type": lambda two: two.types,
    "other_type": lambda two: bool(two.a.types and two.b.types) and not two.types,
    "same_source": lambda two: two.a.source is not None and two.a.source == two.b.source,
    "same_report": lambda two: two.a.member.report == two.b.member.report,
}
"""All kinds of evidence that a table may weigh, each between 0 and 1."""


@functools.lru_cache(8192)
def _words(text: str) -> dict[str, float]:
    return content_words(text)


def _apart(a: str | None, b: str | None) -> int | None:
    """Days between two days; None where one is unknown or no day of the calendar."""
    first, second = _ordinal(a), _ordinal(b)
    return None if first is None or second is None else abs(first - second)


@functools.lru_cache(8192)
def _ordinal(day: str | None) -> int | None:
    try:
        return dt.date.fromisoformat(day or "").toordinal()
    except ValueError:
        return None


@functools.cache
def _kinds(aspect: str) -> list[tuple[float, Callable[[_Two], float], str]]:
    """The kinds of evidence that weigh for an aspect: the weight, what tells how much of it there is, the sentence."""
    return [(row.weight, KINDS[name], row.sentence) for name, row in table()[aspect].items() if name in KINDS]


@functools.cache
def table() -> dict[str, dict[str, Row]]:
    """The evidence of each aspect, by its name."""
    found: dict[str, dict[str, Row]] = {}
    with TABLE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found.setdefault(row["aspect"], {})[row["evidence"]] = Row(float(row["weight"]), row["sentence"])
    return found
