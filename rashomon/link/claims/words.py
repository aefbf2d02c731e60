"""Words that carry what is said: without small words and endings, and how rare each is."""

import functools
import math
import re
from typing import Final

from rashomon.weights import tokenizer

WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
COMMON: Final = 2000
"""The encoder's vocabulary has its words in the order of how often English uses them, from about place 1,000 on; below
this place a word is too common to tell one thing from another."""
_LAST: Final = 30522
SMALL: Final = frozenset(
    """a about after again against all also although am among amid an and another any are as at be because been before
    being between both but by can could did do does doing down during each either else even ever every few for from
    further get got had has have having he her here hers him his how i if in into is it its itself just like many may me
    might more most much must my near neither no nor not now of off on one once only or other our out over own per said
    same say saying says she should since so some still such than that the their them then there these they this those
    though through till to told too under until up upon us very was we were what when where whether which while who whom
    whose why will with within without would yet you your according reportedly believed monday tuesday wednesday
    thursday friday saturday sunday january february march april june july august september october november december
    today yesterday""".split()
)
_ENDING: Final = re.compile(r"(?<=\w{3})(?:'s|’s|ings?|edly|ed|es|s|ies|ers?)$")


@functools.lru_cache(8192)
def stem(word: str) -> str:
    """A word without capitals and its commonest endings: rough, but the same for all forms of most verbs and nouns."""
    low = word.lower().replace("’", "'")
    bare = _ENDING.sub("", low)
    return bare[:-1] if len(bare) > 4 and bare[-1] in "ey" else bare


@functools.lru_cache(8192)
def rarity(word: str) -> float:
    """0 for the commonest words to 1 for those that the vocabulary of the encoder lacks."""
    place = tokenizer().token_to_id(word.lower())
    if place is None or place >= _LAST:
        return 1.0
    return max(0.0, min(1.0, math.log(max(place, COMMON) / COMMON) / math.log(_LAST / COMMON)))


def content_words(text: str) -> dict[str, float]:
    """The stems of the words that carry content, each with its weight: 0.3 for common ones up to 1.3."""
    found: dict[str, float] = {}
    for match in WORD.finditer(text):
        word = match[0].lower()
        if len(word) > 1 and word not in SMALL:
            found.setdefault(stem(word), 0.3 + rarity(word))
    return found


def overlap(a: dict[str, float], b: dict[str, float]) -> float:
    """The weight of the words that both have, as a share of the weight of the shorter text's."""
    if not a or not b:
        return 0.0
    shared = sum(weight for word, weight in a.items() if word in b)
    return min(1.0, shared / min(sum(a.values()), sum(b.values())))
