"""The archived bytes of a report as text, piece by piece, each with whether the clean text has it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import Raw, Report

MOST_PIECES = 1500
MOST_CHARACTERS = 300_000
"""Of the bytes that are shown; all of them can be downloaded."""

_UNSEEN = {"script", "style", "template", "noscript", "svg", "head"}
_INSIDE = set(
    "a abbr b bdi bdo cite code em font i kbd mark q s samp small span strong sub sup time u var".split()
)
_UNPRINTED = re.compile("[\0\ud800-\udfff]")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of what arrived."""

    text: str
    kept: bool
    """Whether the clean text has it too."""


def pieces(raw: Raw, report: Report) -> list[Piece]:
    """The blocks that a reader of the archived page would see, up to `MOST_PIECES`; lines, where it is no page."""
    clean = _squeezed(report.text)
    found = []
    for block in map(_squeezed, _blocks(raw)):
        if block:
            found.append(Piece(block, block in clean))
        if len(found) == MOST_PIECES:
            break
    return found


def _blocks(raw: Raw) -> list[str]:
    text = decoded(raw)
    if "json" in raw.media_type:
        try:
            return [line for value in _strings(json.loads(raw.data)) for line in value.split("\n")]
        except (ValueError, RecursionError):
            return text.split("\n")
    if not re.search("html|xml|rss|atom", raw.media_type) or not text.strip():
        return text.split("\n")
    from lxml import etree  # type: ignore[import-untyped]  # html.parser takes minutes for a hostile page

    parser = etree.HTMLParser(target=_Blocks())
    parser.feed(_UNPRINTED.sub("", text))
    found: list[str] = parser.close()
    return found


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _strings(part)


def decoded(raw: Raw) -> str:
    """The bytes as text, as far as they are shown; what cannot be decoded is U+FFFD."""
    declared = _CHARSET.search(raw.data[:2048])
    encoding = declared[1].decode("ascii") if declared else "utf-8"
    try:
        return raw.data[: MOST_CHARACTERS * 4].decode(encoding, "replace")[:MOST_CHARACTERS]
    except LookupError:
        return raw.data[:MOST_CHARACTERS].decode("utf-8", "replace")


def _squeezed(text: str) -> str:
    return " ".join(text.split())


class _Blocks:
    """The text of each block of a page, without what no reader sees: what a parser of lxml calls."""

    def __init__(self) -> None:
        self._found: list[str] = []
        self._unseen = 0
        self._text: list[str] = []

    def start(self, tag: str, attributes: object) -> None:
        """A block begins, or what is not seen."""
        self._unseen += tag in _UNSEEN
        if tag not in _INSIDE:
            self._end()

    def end(self, tag: str) -> None:
        """A block ends, or what is not seen."""
        self._unseen -= tag in _UNSEEN
        if tag not in _INSIDE:
            self._end()

    def data(self, data: str) -> None:
        """Text, if it is seen."""
        if not self._unseen:
            self._text.append(data)

    def close(self) -> list[str]:
        """The blocks."""
        self._end()
        return self._found

    def _end(self) -> None:
        self._found.append("".join(self._text))
        self._text.clear()
