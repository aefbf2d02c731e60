"""What two reports that share text both say, word for word: one saying, whatever day each report puts it on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from rashomon.link.claims import Proposition
from rashomon.model import Span


def reprints(
    passages: Iterable[tuple[Span, Span]], one: Mapping[int, Proposition], other: Mapping[int, Proposition]
) -> set[tuple[int, int]]:
    """Pairs of spots, the smaller first, of propositions that are the same words of a passage that both reports have.

    `passages` are stretches of the two texts, `one` and `other` the propositions of each by their spots.
    """
    stretches = [*passages]
    by_words = defaultdict(list)
    for here, found in other.items():
        by_words[_words(found)].append(here)
    return {
        (min(here, there), max(here, there))
        for here, found in one.items()
        for there in by_words.get(_words(found), ())
        if any(_begins(found, a) and _begins(other[there], b) for a, b in stretches)
    }


def _words(one: Proposition) -> tuple[str, str | None, str]:
    return one.aspect, one.count, " ".join(one.text.casefold().split())


def _begins(one: Proposition, within: Span) -> bool:
    return within[0] <= one.member.spans[0][0] < within[1]
