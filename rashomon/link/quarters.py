"""Parts of a town that a sentence names and no gazetteer has: `Salah Eddin neighborhood`, `the district of Kell Gate`.

Two shells on one town in one day are two happenings if they hit two quarters.
"""

import functools
import re
from typing import Final

from rashomon.link.persons import folded

REACH: Final = 400
"""Characters on either side within which a sentence ends."""
_END: Final = re.compile(r"[.!?][\"”’]?\s+(?=[\"“]?[A-Z])|\n")
_NAME: Final = (
    r"(?:[A-Za-z]{1,3}[-’'])?[A-Z][\w’'-]+(?: (?:(?:al|el|ad|as|ash|an|ar)[- ])?[A-Z][\w’'-]+){0,3}"
)
_NAMES: Final = rf"{_NAME}(?:(?:, and|,| and) {_NAME})*"
_KIND: Final = r"(?:neighbou?rhoods?|districts?|quarters?|suburbs?|areas?)"
_ANY: Final = re.compile(rf"\b{_KIND}\b")
_QUARTERS: Final = (
    re.compile(
        rf"\b({_NAMES})(?:,? (?:and|or) other| ?\([^()\n]{{1,40}}\))?(?: residential| densely populated)? {_KIND}\b"
    ),
    re.compile(rf"\b{_KIND} of ({_NAMES})"),
)
_OF_A_SORT: Final = re.compile(
    r"\w+(?:ish|ite|ian|ese|ern)|Sunni|Shia|Shiite|Christian|Old|New|The|In|On|And|Hills?|City|Town|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday"
)
"""Words with a capital that name no quarter: who lives there, or on which side it lies."""
_VOWELS: Final = re.compile(r"[aiu]+|h\b")


def quarters(text: str, start: int, end: int, town: str) -> frozenset[str]:
    """The words of the names of parts of a town in the sentence of what stands from `start` to `end`, as they sound.

    Offsets are in characters; `town` are the names of the town itself and of what lies around it, which are none.
    """
    first, last = max(0, start - REACH), min(len(text), end + REACH)
    begins = max((found.end() for found in _END.finditer(text, first, start)), default=first)
    ends = _END.search(text, end, last)
    sentence = text[begins : ends.start() if ends else last]
    if not _ANY.search(sentence):
        return frozenset()
    own = _sounds(town)
    named = (found[1] for pattern in _QUARTERS for found in pattern.finditer(sentence))
    return frozenset(sound for names in named for sound in _sounds(names) - own)


@functools.lru_cache(4096)
def _sounds(names: str) -> frozenset[str]:
    words = (word for word in re.findall(r"[\w’'-]+", names) if word[:1].isupper() or "-" in word)
    kept = " ".join(word for word in words if not _OF_A_SORT.fullmatch(word))
    bones = {_VOWELS.sub("", sound) for sound in (folded(kept) if kept else ())}
    return frozenset(bone for bone in bones if len(bone) > 1)
