"""What kind of input a stream without a name is, by how it begins."""

import io
import re

from rashomon.ingest import streams

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


def kind(head: bytes, otherwise: str) -> str:
    """`warc`, `feed`, `html`, `jsonl`, `json`, or `otherwise`."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((name for name, mark in _MARKS if mark.match(start)), otherwise)


def peek(stream: io.BufferedIOBase) -> tuple[bytes, io.BufferedIOBase]:
    """The first bytes of a stream, and a stream that still begins with them."""
    head = streams.take(stream, HEAD)
    return head, streams.put_back(head, stream)
