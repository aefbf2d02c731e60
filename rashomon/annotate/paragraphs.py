"""Where the paragraphs of a text are, so that no sentence runs over a headline or a list."""

import re
from itertools import pairwise

from rashomon.model import Span

HARD_WRAP = 100
"""Longest line of a text whose lines were broken to fit a screen or an e-mail."""


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of `text` as [start, end) without surrounding white space.

    Every line is one, unless the text is hard-wrapped: no line over 100 characters, and some line goes on in
    lower case. Then only an empty line parts paragraphs.
    """
    lines = text.splitlines()
    wrapped = max(map(len, lines), default=0) <= HARD_WRAP and any(
        after[:1].islower() and before.strip() for before, after in pairwise(lines)
    )
    inner = r"(?:[^\r\n]|\r?\n(?![^\S\r\n]*\r?\n))+" if wrapped else r"[^\r\n]+"
    found = []
    for match in re.finditer(inner, text):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        end = match.end() - (len(words) - len(words.rstrip()))
        if start < end:
            found.append((start, end))
    return found
