"""Who is meant by words such as `regime planes`, `Moscow` or `its forces`, by one key for all that act as one."""

import functools
import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from rashomon.codebook.actors import actor_of, first_words
from rashomon.codebook.countries import capital_of, country_of
from rashomon.codebook.spelling import POSSESSIVE
from rashomon.link.claims.words import SMALL

WORD: Final = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
NAME: Final = re.compile(r"\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+")
LONGEST: Final = 8
OF_THE_STATE: Final = frozenset(
    """government regime army military forces troops soldiers jets aircraft planes warplanes helicopters airstrikes
    president minister ministry officials authorities administration police navy bombs artillery air state""".split()
)
"""What belongs to a state where a country stands before it; alone, some mean the state that the report is about."""
ALONE: Final = frozenset("government regime army military authorities".split())
AGAINST: Final = frozenset("rebel rebels opposition insurgents insurgent militants fighters".split())
ITSELF: Final = frozenset("it its itself they their themselves we our us he his i my she her".split())
STATE_SECTORS: Final = frozenset(("GOV", "MIL", "COP", "SPY"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A party and where it stands."""

    party: str
    start: int
    end: int
    pronoun: bool = False


class Parties:
    """The parties of one report."""

    def __init__(
        self, text: str, home: str | None = None, on: str | None = None, places: Collection[str] = ()
    ) -> None:
        """`home` is the country (ISO 3166-1 alpha-3) that is meant by `the government`, `on` the day (YYYY-MM-DD) as of
        which groups are classed, `places` are words that name places and so no party.
        """
        self._home, self._on, self._places = home, on, places
        fullest = Counter(POSSESSIVE.sub("", match[0]) for match in NAME.finditer(text))
        self._fullest = {
            name.split()[-1]: name.lower()
            for name, _ in sorted(fullest.items(), key=lambda one: (one[1], one[0]))
        }

    def mentions(self, text: str, itself: str | None = None) -> Iterator[Mention]:
        """The parties that `text` names, in order; `itself` is the party that a pronoun means."""
        words = [(match[0], match.start(), match.end()) for match in WORD.finditer(text)]
        at = 0
        while at < len(words):
            found, length = self._at(text, words, at)
            word, start, _ = words[at]
            if found and text[start : words[at + length - 1][2]] not in self._places:
                yield Mention(found, start, words[at + length - 1][2])
            elif itself and word.lower() in ITSELF:
                yield Mention(itself, start, start + len(word), pronoun=True)
            at += max(1, length)

    def of(self, name: str) -> str | None:
        """The party that a name stands for: the first that it has; None where it has none."""
        return _actor(name, self._on) or next((one.party for one in self.mentions(name)), None)

    def _at(self, text: str, words: list[tuple[str, int, int]], at: int) -> tuple[str | None, int]:
        """The party whose name begins at a word, and how many words it has."""
        word, start, _ = words[at]
        low = word.lower()
        for last in range(min(len(words), at + _most(low)) - 1, at - 1, -1):
            if found := _actor(text[start : words[last][2]], self._on):
                return found, last - at + 1
        behind = [one.lower() for one, _, _ in words[at + 1 : at + 4]]
        if word[:1].isupper() and (country := country_of(word) or capital_of(word)):
            return _of_country(country.iso3, word == country.name or not country_of(word), behind)
        if low in ALONE:
            return f"state:{self._home}" if self._home else low, 1
        if low in AGAINST and self._home:
            return f"rebels:{self._home}", 1
        alone = not (at + 1 < len(words) and words[at + 1][0][:1].isupper())
        if alone and at and words[at - 1][0].lower() == "the" and POSSESSIVE.sub("", word) in self._fullest:
            return self._fullest[POSSESSIVE.sub("", word)], 1
        return _unknown(text, words, at)


def _unknown(text: str, words: list[tuple[str, int, int]], at: int) -> tuple[str | None, int]:
    """A name that no table has: several words with capitals, side by side, by their small letters."""
    last = at
    while last < len(words) and words[last][0][:1].isupper() and words[last][0].lower() not in SMALL:
        if last > at and text[words[last - 1][2] : words[last][1]].strip():
            break
        last += 1
    if last - at < 2:
        return None, 1
    return POSSESSIVE.sub("", text[words[at][1] : words[last - 1][2]]).lower(), last - at


def _of_country(code: str, noun: bool, behind: list[str]) -> tuple[str | None, int]:
    for n, word in enumerate(behind):
        if word in AGAINST:
            return f"rebels:{code}", n + 2
        if word in OF_THE_STATE:
            return f"state:{code}", n + 2
    return (f"state:{code}" if noun else None), 1


def _most(first: str) -> int:
    return min(LONGEST, first_words().get(first.removesuffix("'s"), 0) + 1)


@functools.lru_cache(8192)
def _actor(words: str, on: str | None) -> str | None:
    known = actor_of(words, on)
    if known is None:
        return None
    if known.country and (known.sector in STATE_SECTORS or known.inter == "State forces"):
        return f"state:{known.country}"
    return known.name.lower()
