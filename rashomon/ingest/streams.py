"""Reading from streams that may break off, without losing what came before the break."""

import gzip
import io
import zlib
from typing import Any

BREAKS = (EOFError, zlib.error, gzip.BadGzipFile)
"""What gzip raises where its data are cut off or damaged; it raises it again at the next reading."""


def take(stream: io.BufferedIOBase, size: int) -> bytes:
    """Up to `size` bytes, fewer only at the end or before a break, which is then met at the next call."""
    pieces: list[bytes] = []
    try:
        while size > 0 and (piece := stream.read1(size)):
            pieces.append(piece)
            size -= len(piece)
    except BREAKS:
        if not pieces:
            raise
    return b"".join(pieces)


class Pieces:
    """A stream whose `read` hands on what there is, for readers that ask for much and keep nothing."""

    def __init__(self, stream: io.BufferedIOBase) -> None:
        self.read = stream.read1


class _Joined(io.RawIOBase):
    def __init__(self, head: bytes, rest: io.BufferedIOBase) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._head[: len(buffer)] or self._rest.read1(len(buffer))
        self._head = self._head[len(data) :]
        buffer[: len(data)] = data
        return len(data)


def put_back(head: bytes, rest: io.BufferedIOBase) -> io.BufferedIOBase:
    """The stream as it was before `head` was read from it."""
    return io.BufferedReader(_Joined(head, rest))
