"""What propositions are looked up by, and how many of those that share a key are compared."""

import datetime as dt
from collections.abc import Sequence
from itertools import combinations
from typing import Final

from rashomon.link.claims.aspects import Said
from rashomon.link.claims.words import content_words

RAREST: Final = 4
"""Words of a proposition that are looked up, two by two."""


def keys_of(
    said: Said, text: str, places: Sequence[str], types: Sequence[str], reported: str | None
) -> tuple[str, ...]:
    """The keys of a proposition, the most telling first; every key begins with its aspect.

    Blame: the party with each place, and with the week of the report's incident (`reported` is its day): in a war a
    party is blamed for something every day, and what has no place is told apart by when it was news. Tolls: what is
    counted, with each place and with the number. All else: its rarest words two by two, and each place with each type
    of event.
    """
    if said.aspect == "blame":
        scope = f"{'before' if said.past else 'in'} {_week(reported)}"
        return (*(f"blame {said.party} {place}" for place in places), f"blame {said.party} {scope}")
    if said.aspect == "toll":
        number = said.number or "vague"
        return (*(f"toll {said.count} {place}" for place in places), f"toll {said.count} {number}")
    words = content_words(text)
    rarest = sorted(sorted(words, key=lambda word: (-words[word], word))[:RAREST])
    pairs = (f"{said.aspect} {a} {b}" for a, b in combinations(rarest, 2))
    return (*pairs, *(f"{said.aspect} {place} {kind}" for place in places for kind in types))


def _week(day: str | None) -> str:
    try:
        year, week, _ = dt.date.fromisoformat(day or "").isocalendar()
    except ValueError:
        return "no week"
    return f"{year}-W{week:02}"
