"""Sentences and their tokens, as far as binding within one needs them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}(?:[-’']\w+)*|\w+(?:[-’'‐]\w+)*|[^\w\s]")
_END = re.compile(r"[.!?]+[\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9À-Þ])|\n+")
_LAST_WORD = re.compile(r"[\w.]*$")
_ABBREVIATIONS: Final = frozenset(
    """mr mrs ms dr gen lt col maj capt sgt brig adm gov sen rep rev prof st jan feb mar apr jun jul aug sep
    sept oct nov dec no vs etc u.s u.n u.k d.c e.u a.m p.m""".split()
)
_ADVERBS: Final = frozenset(
    """also later then again allegedly already still just now soon once twice recently only even first together
    since finally immediately apparently reportedly previously earlier all both thus often almost nearly
    there""".split()
)
LONGEST = 400
"""Most tokens of a sentence; what has more is a table or a list."""


class Token(NamedTuple):
    """A word or a mark."""

    text: str
    low: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: where it stands, and its tokens."""

    start: int
    end: int
    tokens: tuple[Token, ...]

    def low(self, place: int) -> str:
        """The token at `place` in small letters; nothing outside the sentence."""
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def before(self, place: int) -> int:
        """The nearest token before `place` that is no adverb."""
        at = place - 1
        while at >= 0 and is_adverb(self.low(at)):
            at -= 1
        return at


def is_adverb(word: str) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return word in _ADVERBS or (word.endswith("ly") and len(word) > 4)


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of `text` in order: they end at a full stop before a capital, and at a line's end."""
    start = 0
    for stop in _END.finditer(text):
        if text[stop.start()] == ".":
            last = _LAST_WORD.search(text, max(start, stop.start() - 12), stop.start())
            word = last.group().lower() if last else ""
            if word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
                continue
        yield from _sentences(text, start, stop.end())
        start = stop.end()
    if start < len(text):
        yield from _sentences(text, start, len(text))


def _sentences(text: str, start: int, end: int) -> Iterator[Sentence]:
    """The sentence from `start` to `end`; one of more than `LONGEST` tokens in pieces."""
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text, start, end):
        if len(tokens) == LONGEST:
            yield Sentence(start, found.start(), tuple(tokens))
            start, tokens = found.start(), []
        word = found.group()
        tokens.append(Token(word, word.lower().replace("’", "'"), found.start(), found.end()))
    yield Sentence(start, end, tuple(tokens))
