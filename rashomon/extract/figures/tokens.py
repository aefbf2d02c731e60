"""Words of a text, sentence by sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import Span

_TOKEN = re.compile(
    r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?"  # 20,000 and 1.9
    r"|(?:[A-Za-z]\.){2,}"  # U.S.
    r"|[^\W\d_]+(?:['’-][^\W_]+)*|\S"
)
_BREAK = re.compile(r"[\r\n]+|(?<=[.!?…])[\"”’')\]]{0,3}\s+(?=[\"“‘'(\[]{0,2}[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|St|No|Gov|Sen|Rep|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\.$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence, in three lists of one length."""

    words: list[str]
    """In lower case."""
    raw: list[str]
    spans: list[Span]

    def word(self, at: int) -> str:
        """The word at a place, or no word outside the sentence."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def joined(self, at: int) -> bool:
        """Whether a token follows the one before it without a space."""
        return 0 < at < len(self.spans) and self.spans[at - 1][1] == self.spans[at][0]


def sentences(text: str, wanted: re.Pattern[str]) -> Iterator[Sentence]:
    """The sentences of `text` in which `wanted` is found. Every line ends one."""
    for start, end in _bounds(text):
        if wanted.search(text, start, end):
            found = list(_TOKEN.finditer(text, start, end))
            raw = [match.group() for match in found]
            yield Sentence([word.lower() for word in raw], raw, [match.span() for match in found])


def _bounds(text: str) -> Iterator[Span]:
    start = 0
    for match in _BREAK.finditer(text):
        if match.group()[0] not in "\r\n" and _ABBREVIATION.search(
            text, max(start, match.start() - 6), match.start()
        ):
            continue
        yield start, match.start()
        start = match.end()
    yield start, len(text)
