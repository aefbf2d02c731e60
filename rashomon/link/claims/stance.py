"""Whether a report's words bear a claim out, only tell of it, or contradict it.

A small linear model: how alike the words are, words that negate, refute or hedge, and words of the report that the
claim has not. Its table is `stance.csv`, plain numbers fitted by `training/stance.py`; the task and its labels are of
Ferreira and Vlachos (2016, "Emergent: a novel data-set for stance classification").
"""

import csv
import functools
import math
import re
from itertools import pairwise
from pathlib import Path
from typing import Final, Literal, get_args

from rashomon.link.claims.words import WORD, content_words, stem

Stance = Literal["for", "observing", "against"]
STANCES: Final[tuple[Stance, ...]] = get_args(Stance)
TABLE: Final = Path(__file__).with_name("stance.csv")
NEGATES: Final = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|neither|cannot|without|\w+n[’']?t)\b", re.I
)
REFUTES: Final = re.compile(
    r"\b(?:hoax\w*|fake[ds]?|false\w*|den(?:y|ies|ied|ying|ial)\w*|debunk\w*|bogus|untrue|myth|satir\w*|prank\w*"
    r"|refut\w*|disput\w*|dismiss\w*|reject\w*|disprov\w*|wrong\w*|lying|fabricat\w*|fooled|duped|photoshop\w*|retract\w*"
    r"|contrary|baseless|unfounded|incorrect|mistak\w*|correct\w*|stunt|exaggerat\w*|misquot\w*|doctored"
    r"|sh(?:oo|o)t down|made up|turns out|actually|really|sorry)\b",
    re.I,
)
HEDGES: Final = re.compile(
    r"\b(?:report(?:s|ed|edly)?|rumou?r\w*|may|might|could|claim\w*|alleg\w*|said to|says?|possibl[ey]|suspect\w*"
    r"|unconfirmed|purported\w*|apparently|supposedly|would|believed|feared|expected|likely|sources?|investigat\w*|probe"
    r"|perhaps|whether|if|hint\w*|speculat\w*|warn\w*|told|according|maybe|potential\w*|question\w*|mystery|unverified"
    r"|unclear)\b",
    re.I,
)
NUMBER: Final = re.compile(r"\d+")


@functools.lru_cache(8192)
def stance(claim: str, report: str, alike: float) -> dict[Stance, float]:
    """How likely words of a report bear out, only tell of, or contradict a claim; the three add up to 1.

    `alike` is the cosine of the vectors of the two.
    """
    table = _table()
    sums = dict.fromkeys(STANCES, 0.0)
    for name, value in features(claim, report, alike).items():
        for one, weight in zip(STANCES, table.get(name, ()), strict=False):
            sums[one] += weight * value
    odds = {one: 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) for one, total in sums.items()}
    whole = sum(odds.values())
    return {one: value / whole for one, value in odds.items()}


def features(claim: str, report: str, alike: float) -> dict[str, float]:
    """What the model sees: forms, by names with a `*`, and words that only the report has, one and two at a time."""
    x, y = content_words(claim), content_words(report)
    close = max(0.0, alike)
    asks = "?" in report
    negates = bool(NEGATES.search(report)) != bool(NEGATES.search(claim))
    refutes = bool(REFUTES.search(report)) and not REFUTES.search(claim)
    hedges = bool(HEDGES.search(report)) and not HEDGES.search(claim)
    numbers = set(NUMBER.findall(claim))
    forms = {
        "*always": 1.0,
        "*meaning": close,
        "*close meaning": max(0.0, close - 0.6) / 0.4,
        "*far meaning": close < 0.4,
        "*claim covered": _covered(x, y),
        "*report covered": _covered(y, x),
        "*negates": negates,
        "*negates nearly the same": close * negates,
        "*refutes": refutes,
        "*refutes twice": len(REFUTES.findall(report)) > 1,
        "*refutes and negates": refutes and bool(NEGATES.search(report)),
        "*hedges": hedges,
        "*hedges twice": len(HEDGES.findall(report)) > 1,
        "*asks": asks,
        "*asks at its end": report.rstrip().endswith("?"),
        "*refutes and asks": refutes and asks,
        "*quotes": bool(re.search(r"['\"‘“]", report)),
        "*colon": ":" in report,
        "*begins with no": bool(re.match(r"(?:no|sorry|nope|why|how)\b", report, re.I)),
        "*length": min(3.0, len(y) / 10),
        "*other numbers": bool(numbers) and numbers.isdisjoint(NUMBER.findall(report)),
    }
    return {
        **{name: float(value) for name, value in forms.items()},
        **dict.fromkeys(_own_words(claim, report), 1.0),
    }


def _covered(a: dict[str, float], b: dict[str, float]) -> float:
    """The weight of the words of `a` that `b` has, as a share."""
    return sum(weight for word, weight in a.items() if word in b) / max(1e-9, sum(a.values()))


def _own_words(claim: str, report: str) -> set[str]:
    known = {stem(match[0]) for match in WORD.finditer(claim)}
    words = [stem(match[0]) for match in WORD.finditer(report)]
    pairs = {(a, b) for a, b in pairwise(words) if not known.issuperset((a, b))}
    found = {word for word in words if word not in known} | {f"{a} {b}" for a, b in pairs}
    return {one for one in found if not NUMBER.search(one)}


@functools.cache
def _table() -> dict[str, tuple[float, ...]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return {row["feature"]: tuple(float(row[one]) for one in STANCES) for row in csv.DictReader(lines)}
