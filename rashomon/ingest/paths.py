"""Paths to raw reports: files, folders, globs, standard input. Whatever fails is told and passed over."""

import glob
import gzip
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from io import BufferedIOBase
from typing import cast

from rashomon.ingest import containers, sniff, streams
from rashomon.ingest.containers import Item, Origin
from rashomon.model import Given, Refusal

_READERS: dict[str, Callable[[BufferedIOBase, Origin], Iterator[Item]]] = {
    "text": containers.text,
    "html": containers.html,
    "feed": containers.feed,
    "json": containers.json_items,
    "jsonl": containers.json_lines,
    "warc": containers.warc,
}
SUFFIXES = {
    ".txt": "text", ".text": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".rss": "feed", ".atom": "feed", ".xml": "xml",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
    ".warc": "warc",
}  # fmt: skip
"""Each of them may have `.gz` behind it."""
_KNOWN = f"{', '.join(SUFFIXES)}, each also with .gz"
_STDIN = "-"


def find(paths: Sequence[str], given: Given) -> Iterator[Item]:
    """See `rashomon.ingest.find`."""
    known = (given,) if given != Given() else ()
    for path in paths:
        yield from _path(path, known)


def _path(path: str, given: tuple[Given, ...]) -> Iterator[Item]:
    if path == _STDIN:
        yield from _standard_input(given)
        return
    if os.path.lexists(path):
        yield from _there(path, given)
        return
    if glob.has_magic(path):
        matches = sorted(glob.glob(path, recursive=True))
        for match in matches:
            yield from _there(match, given)
        if not matches:
            yield Refusal(_shown(path), None, "no file fits this pattern; check its spelling")
        return
    yield Refusal(_shown(path), None, "there is no such file or folder; check its spelling")


def _there(path: str, given: tuple[Given, ...]) -> Iterator[Item]:
    if os.path.isdir(path):
        yield from _folder(path, given)
    elif _kind(path) is None:
        yield Refusal(_shown(path), None, f"files of this kind are not read; known are {_KNOWN}")
    else:
        yield from _file(path, given)


def _folder(top: str, given: tuple[Given, ...]) -> Iterator[Item]:
    """All readable files below, in the order of their names; a stack, for folders nest deeper than calls."""
    waiting: list[tuple[str, frozenset[tuple[int, int]]]] = [(top, frozenset())]
    empty = True
    while waiting:
        path, above = waiting.pop()
        try:
            if not os.path.isdir(path):
                empty = False
                yield from _file(path, given)
                continue
            status = os.stat(path)
            here = (status.st_dev, status.st_ino)
            if here in above:
                empty = False
                yield Refusal(
                    _shown(path), None, "this folder links back to one that it lies in; it was not followed"
                )
                continue
            names = sorted(os.listdir(path), reverse=True)
        except OSError as error:
            empty = False
            yield _unreadable(path, error)
            continue
        inside = [os.path.join(path, name) for name in names if not name.startswith(".")]
        waiting += [(name, above | {here}) for name in inside if os.path.isdir(name) or _kind(name)]
    if empty:
        yield Refusal(_shown(top), None, f"no file in this folder is of a kind that is read: {_KNOWN}")


def _file(path: str, given: tuple[Given, ...]) -> Iterator[Item]:
    origin = Origin(_shown(path), given)
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            yield origin.refusal("this is no regular file; pipe it into `-` instead")
            return
        if status.st_size == 0:
            yield origin.refusal(containers.EMPTY)
            return
        with open(path, "rb") as file:
            kind = _kind(path) or "text"
            stream: BufferedIOBase = gzip.GzipFile(fileobj=file) if path.lower().endswith(".gz") else file
            yield from _read(stream, kind, origin)
    except OSError as error:
        yield _unreadable(path, error)


def _standard_input(given: tuple[Given, ...]) -> Iterator[Item]:
    origin = Origin(_STDIN, given)
    head, stream = sniff.peek(cast(BufferedIOBase, sys.stdin.buffer))
    if not head:
        yield origin.refusal("standard input is empty; pipe a text, a page, a feed or JSON lines into it")
    elif head.startswith(sniff.GZIP):
        yield from _read(gzip.GzipFile(fileobj=stream), "unknown", origin)
    else:
        yield from _read(stream, "unknown", origin)


def _read(stream: BufferedIOBase, kind: str, origin: Origin) -> Iterator[Item]:
    """What is in the stream; if it breaks off, all that came before and one refusal."""
    count = 0
    try:
        if kind in ("xml", "unknown"):
            head, stream = sniff.peek(stream)
            kind = sniff.kind(head, "feed" if kind == "xml" else "text")
        for item in _READERS[kind](stream, origin):
            count += 1
            yield item
    except streams.BREAKS as error:
        before = f"; the {count} before it were read" if count else ""
        yield origin.refusal(f"its gzip data are cut off or damaged ({error}){before}; fetch it again")
        return
    if count == 0:
        yield origin.refusal(_NOTHING.get(kind, containers.EMPTY))


_NOTHING = {
    "warc": "no page in this archive: only HTML responses with status 200 are read; check what was archived",
    "jsonl": "no object in it; write one object a line",
    "json": "no object in it; write a list of objects",
}


def _kind(path: str) -> str | None:
    name = os.path.basename(path).lower().removesuffix(".gz")
    return SUFFIXES.get(os.path.splitext(name)[1])


def _unreadable(path: str, error: OSError) -> Refusal:
    return Refusal(
        _shown(path), None, f"it cannot be opened ({error.strerror or error}); check its permissions"
    )


def _shown(path: str) -> str:
    """The path as text: names of files may hold bytes that are no characters."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
