"""What stands around a count: whether it is an earlier one, counts a whole war, and in whose words it stands."""

import re
from typing import Final

from rashomon.extract.figures.links import Tie
from rashomon.extract.figures.mentions import Mention
from rashomon.extract.figures.tokens import Sentence
from rashomon.model import Span, Statement

_CUMULATIVE: Final = re.compile(
    r"\b(?:since (?:the (?:\w+ ){0,3}(?:began|start|started|war|conflict|uprising|revolt|invasion|outbreak|beginning|crisis)"
    r"|it (?:began|started)|then|(?:\w+ )?(?:19|20)\d\d|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|mid \w+|late \w+|early \w+)"
    r"|(?:war|conflict|uprising|revolt|insurgency|fighting|crisis|violence|campaign) (?:which|that|has|have)\b"
    r"|(?:year|month|week|day) (?:long )?(?:war|conflict|uprising|offensive|siege)"
    r"|so far|to date|this year|in total|overall"
    r"|(?:in|over|during|for|within) (?:the )?(?:past|last|recent|previous|few|several|\w+) (?:\w+ )?(?:days|weeks|months|years|decades)"
    r"|(?:in|during) (?:the )?(?:\w+ ){0,2}(?:war|conflict|uprising)s?\b|syrias? war)"
)
_EARLIER: Final = frozenset("earlier previous previously initial initially lower preliminary".split())
_COUNTED: Final = frozenset(
    "toll count tally figure figures reported said put reports estimate estimates".split()
)
_UP_FROM: Final = frozenset("from than".split())
REACH = 8


def is_cumulative(sentence: Sentence, one: Mention) -> bool:
    """Whether a count sums up more than one incident: its sentence speaks of a war, or of a time that goes on."""
    return bool(_CUMULATIVE.search(" ".join(sentence.words).replace("-", " ")))


def is_superseded(sentence: Sentence, one: Mention, tie: Tie, others: list[Mention]) -> bool:
    """Whether the report gives a count as an earlier one: `rose to 86 from 72`, `an earlier toll of 72`."""
    before = sentence.words[max(0, one.start - REACH) : one.start]
    if tie.how == "toll" and before[-1:] == ["from"]:
        return len(others) > 1
    first = next((k for k, word in enumerate(before) if word in _EARLIER), None)
    return first is not None and any(word in _COUNTED for word in before[first + 1 : first + 4])


def holder(span: Span, statements: tuple[Statement, ...]) -> str | None:
    """Id of the innermost statement whose content holds the words; None: the report's own voice."""
    start, end = span
    holding = [
        (sum(e - s for s, e in one.content.spans), one.id)
        for one in statements
        if any(s <= start and end <= e for s, e in one.content.spans)
    ]
    return min(holding)[1] if holding else None
