"""Whether two propositions are of one claim: a table of evidence, each with a weight, and the sum as a probability.

The table is `evidence.csv`: a row for each aspect and kind of evidence, with the weight of it and the sentence that
explains it. The weights are those of a logistic regression (`training/pairs.py`); they add up, so every link can be
explained by the rows that made it.
"""

import csv
import datetime as dt
import functools
import math
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
    if not comparable(a, b):
        return None
    a, b = sorted((a, b), key=lambda one: one.member.id)
    rows = _table()[a.aspect]
    found = evidence(a, b)
    parts = [(row.weight * found[name], row.sentence) for name, row in rows.items() if found.get(name)]
    total = rows["always"].weight + sum(part for part, _ in parts)
    score = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
    if score < KEPT:
        return None
    strongest = sorted(parts, key=lambda part: (-abs(part[0]), part[1]))
    why = tuple(
        f"{'for' if part > 0 else 'against'}: {sentence}" for part, sentence in strongest if abs(part) >= TOLD
    )
    opposed = (a.member.side == "says") != (b.member.side == "says")
    return Likeness(a.member.id, b.member.id, round(score, 4), opposed, why)


def comparable(a: Proposition, b: Proposition) -> bool:
    """Whether two can be one: of the same aspect, counting the same thing, in different statements."""
    same = a.member.statement is not None and a.member.statement == b.member.statement
    return a.aspect == b.aspect and a.count == b.count and a.member.id != b.member.id and not same


def evidence(a: Proposition, b: Proposition) -> dict[str, float]:
    """What speaks for and against two propositions of one aspect being one, each kind between 0 and 1."""
    x, y = _words(a.full), _words(b.full)
    near = max(0.0, cosine(a.vector, b.vector))
    days = _apart(a.day, b.day)
    now = not a.past and not b.past
    together = meet(a.places, a.around, b.places, b.around)
    elsewhere = bool(a.places and b.places) and not together
    types = set(a.types) & set(b.types)
    found = {
        "meaning": near,
        "close_meaning": max(0.0, near - 0.6) / 0.4,
        "words": overlap(x, y),
        "verbatim": len(x.keys() & y.keys()) >= 0.8 * max(len(x), len(y), 1),
        "same_party": a.party is not None and a.party == b.party,
        "other_party": None not in (a.party, b.party) and a.party != b.party,
        "other_scope": a.past != b.past,
        "same_days": days is not None and days <= SOME_DAYS,
        "other_days": now and days is not None and days > SOME_DAYS,
        "other_days_before": not now and days is not None and days > SOME_DAYS,
        "same_place": together,
        "other_place": now and elsewhere,
        "other_place_before": not now and elsewhere,
        **_numbers(a, b),
        "same_type": bool(types),
        "other_type": bool(a.types and b.types) and not types,
        "same_source": a.source is not None and a.source == b.source,
        "same_report": a.member.report == b.member.report,
    }
    return {name: float(value) for name, value in found.items()}


def _numbers(a: Proposition, b: Proposition) -> dict[str, bool]:
    known = a.number is not None and b.number is not None
    low, high = sorted((a.number or 0, b.number or 0))
    return {
        "same_number": known and low == high,
        "near_number": known and low != high and low >= 0.75 * high,
        "far_number": known and low < 0.75 * high,
    }


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
def _table() -> dict[str, dict[str, Row]]:
    found: dict[str, dict[str, Row]] = {}
    with TABLE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found.setdefault(row["aspect"], {})[row["evidence"]] = Row(float(row["weight"]), row["sentence"])
    return found
