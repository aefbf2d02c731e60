"""What stands around a count: whether it is an earlier one, counts a whole war, and in whose words it stands."""

import re
from dataclasses import replace
from typing import Final

from rashomon.extract.figures.mentions import Mention
from rashomon.extract.figures.scene import Tie
from rashomon.extract.figures.tokens import Sentence
from rashomon.model import Figure, FigureKind, Span, Statement

_WAR: Final = (
    r"(?:war|conflict|uprising|revolt|insurgency|rebellion|crisis|offensive|campaign|siege|protests|unrest)"
)
_MONTH: Final = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\W)"
)
_SPAN: Final = r"(?:past|last|recent|previous) (?:\w+ )?(?:days|weeks|months|years|decades?)"
_CUMULATIVE: Final = re.compile(
    rf"\bsince\b.{{0,60}}\b(?:{_WAR}|began|begun|started|erupted|launched|broke out|(?:19|20)\d\d)\b"
    rf"|\bsince (?:then|the start|(?:early|mid|late|last) \w+|{_MONTH})"
    rf"|\b{_WAR}\b.{{0,80}}\b(?:has|have)(?: already| also)?"
    r" (?:killed|claimed|caused|left|cost|displaced|uprooted|forced)\b"
    r"|\b(?:in|during) (?:the )?(?:[\w-]+ ){0,3}(?:war|conflict|uprising|revolt)\b"
    rf"|\b(?:in|over|during|for|within) (?:the )?{_SPAN}\b"
    r"|\b(?:to date|so far this year|this year alone)\b"
)
_EARLIER: Final = frozenset("earlier previous previously initial initially preliminary".split())
_COUNTED: Final = frozenset(
    "toll count tally figure figures reported said put reports estimate estimates".split()
)
REACH = 8


def is_cumulative(sentence: Sentence) -> bool:
    """Whether a count sums up more than one incident: its sentence speaks of a war, or of a time that goes on."""
    return bool(_CUMULATIVE.search(" ".join(sentence.words)))


def is_superseded(sentence: Sentence, counted: list[Mention], n: int, tie: Tie) -> bool:
    """Whether the report gives a count as an earlier one: `rose to 86 from 72`, `an earlier toll of 72`."""
    one = counted[n]
    if tie.how == "toll" and sentence.word(one.start - 1) == "from":
        return len(counted) > 1
    before = sentence.words[max(counted[n - 1].end if n else 0, one.start - REACH) : one.start]
    first = next((k for k, word in enumerate(before) if word in _EARLIER), None)
    return (
        one.amount.low is not None
        and first is not None
        and not _COUNTED.isdisjoint(before[first : first + 4])
    )


def holder(span: Span, statements: tuple[Statement, ...]) -> str | None:
    """Id of the innermost statement whose content holds the words; None: the report's own voice."""
    start, end = span
    holding = [
        (sum(e - s for s, e in one.content.spans), one.id)
        for one in statements
        if any(s <= start and end <= e for s, e in one.content.spans)
    ]
    return min(holding)[1] if holding else None


def settled(found: list[Figure]) -> list[Figure]:
    """The figures, with none superseded for which the report has no other number of its kind."""
    current: dict[FigureKind, set[int]] = {}
    for one in found:
        if not one.superseded and one.low is not None:
            current.setdefault(one.kind, set()).add(one.low)
    return [
        replace(one, superseded=one.superseded and bool(current.get(one.kind, set()) - {one.low}))
        for one in found
    ]
