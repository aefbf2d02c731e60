"""What kind of input a stream without a name is, by how it begins."""

import io
import re
from typing import IO

HEAD = 4096
GZIP = b"\x1f\x8b"
# What may stand before the first element: declaration, doctype, comments, style sheets.
_PROLOGUE = rb"(?:<\?[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE (?!html)[^>]*>\s*)*"
_FLAGS = re.DOTALL | re.IGNORECASE
_MARKS = (
    ("warc", re.compile(rb"WARC/\d")),
    ("feed", re.compile(_PROLOGUE + rb"<(?:rss|feed|rdf:RDF)\b", _FLAGS)),
    ("html", re.compile(_PROLOGUE + rb"<(?:!doctype html|html|head|body|article|main|div|p|h1)\b", _FLAGS)),
    ("jsonl", re.compile(rb"""\{\s*"[^\n]*\}\s*(?:\n|\Z)""")),
    ("json", re.compile(rb"""\[\s*\{|\{\s*["}]""")),
)


def kind(head: bytes) -> str:
    """`warc`, `feed`, `html`, `jsonl`, `json`, or else `text`."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((name for name, mark in _MARKS if mark.match(start)), "text")


class _Joined(io.RawIOBase):
    """What was read of a stream, put back before the rest of it."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(data) :]
        buffer[: len(data)] = data
        return len(data)


def peek(stream: IO[bytes]) -> tuple[bytes, IO[bytes]]:
    """The first bytes of a stream, and a stream that still begins with them."""
    head = stream.read(HEAD)
    return head, io.BufferedReader(_Joined(head, stream))
