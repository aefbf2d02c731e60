"""A text as word pieces of the encoder, with the place of each in the text."""

import bisect
import re
from dataclasses import dataclass

from rashomon.model import Span
from rashomon.weights import plain, tokenizer

BREAK = 1
"""The piece that stands for a paragraph break: `[unused0]` of the vocabulary, which no text contains."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of a text: their numbers in the vocabulary, and where each stands."""

    ids: list[int]
    capital: list[int]
    """1 where the word begins with a capital: the vocabulary has none."""
    starts: list[int]
    ends: list[int]

    def inside(self, span: Span) -> range:
        """The pieces that overlap a span of the text."""
        return range(bisect.bisect_right(self.ends, span[0]), bisect.bisect_left(self.starts, span[1]))


def pieces_of(text: str) -> Pieces:
    """The pieces of `text`; a line break, which the tokenizer would drop, is a piece of its own."""
    ids: list[int] = []
    capital: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for gap in re.finditer(r"\s*[\r\n]\s*|\Z", text):
        if gap.start() > at:
            encoded = tokenizer().encode(plain(text[at : gap.start()]), add_special_tokens=False)
            ids += encoded.ids
            for token, (start, _) in zip(encoded.tokens, encoded.offsets, strict=True):
                goes_on = token.startswith("##") and capital
                capital.append(capital[-1] if goes_on else int(text[at + start].isupper()))
            starts += [at + start for start, _ in encoded.offsets]
            ends += [at + end for _, end in encoded.offsets]
        if gap.end() > gap.start() and ids and gap.end() < len(text):
            ids.append(BREAK)
            capital.append(0)
            starts.append(gap.start())
            ends.append(gap.end())
        at = gap.end()
    return Pieces(ids, capital, starts, ends)
