"""Whether words say that something happened, or did not, or leave it open."""

from typing import Final

from rashomon.extract.events.grammar import (
    BREAKS,
    DENYING,
    FAILING,
    GOING_ON,
    MODAL,
    NEGATIVE,
    UNREAL,
)
from rashomon.extract.events.sentences import Sentence

_GOVERNED = 6
"""Tokens before a word in which another may deny or suspend it."""
_BY_A_NOUN = 3
"""The same for a noun: in `nobody was killed in the raid` there was a raid."""
_FOILED: Final = frozenset("foiled thwarted averted prevented".split())
_AMOUNT: Final = frozenset("only fewer less more later just".split())
"""Behind `no` or `not` they deny nothing: `no fewer than`."""


def negated(sentence: Sentence, place: int, noun: bool, far: bool = False) -> bool | None:
    """Whether the words at `place` are said not to have happened; None where it is left open.

    What is planned, feared, demanded, tried, foiled or conditional is open. `far`: whether a demand for it is looked
    for in a longer stretch, as for a withdrawal or a truce, which are mostly spoken of before they are.
    """
    at = sentence.before(place)
    if sentence.low(at) == "to":
        governor = sentence.low(sentence.before(at))
        if governor in FAILING:
            return True
        if governor not in GOING_ON:
            return None
        at = sentence.before(at)
    over = [sentence.low(n) for n in _back(sentence, at + 1, 2 * _GOVERNED if far else _GOVERNED)]
    foiled = noun and any(sentence.low(n) in _FOILED for n in range(place, place + 2 * _GOVERNED))
    if foiled or any(word in MODAL or word in UNREAL for word in over):
        return None
    clause = _back(sentence, place, _BY_A_NOUN if noun else _GOVERNED)
    comma = max((n for n in clause if sentence.low(n) == ","), default=-1)
    if any(n > comma and _denies(sentence, n) for n in clause):
        return True
    return any(sentence.low(n) in DENYING for n in _back(sentence, place, 2 * _GOVERNED, ("that", "who")))


def _denies(sentence: Sentence, place: int) -> bool:
    return sentence.low(place) in NEGATIVE and sentence.low(place + 1) not in _AMOUNT


def _back(sentence: Sentence, place: int, most: int, through: tuple[str, ...] = ()) -> range:
    """The tokens before `place` in the same clause, at most so many."""
    start = place
    while start > 0 and place - start < most:
        word = sentence.low(start - 1)
        if word not in through and word in BREAKS and word not in {"if", "unless"}:
            break
        start -= 1
    return range(start, place)
