"""JSON values off a stream, one at a time, so that a list of any length can be read."""

import codecs
import json
from collections.abc import Iterator
from io import BufferedIOBase

from rashomon import settings
from rashomon.ingest import streams

_CHUNK = 1 << 16


def json_values(stream: BufferedIOBase, encoding: str | None) -> Iterator[str]:
    """Each value of a list, or of several values one after another, as it is written there.

    Raises ValueError where a value is broken, or longer than one report may be.
    """
    buffer = _Buffer(stream, encoding)
    buffer.skip("[")
    while not buffer.at_end():
        yield buffer.value()
        buffer.skip(",]")


class _Buffer:
    """Characters of the stream, hardly more than one value at a time."""

    def __init__(self, stream: BufferedIOBase, encoding: str | None) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding or "utf-8-sig")()
        self._scan = json.JSONDecoder().raw_decode
        self._text, self._at, self._ended = "", 0, False

    def value(self) -> str:
        """The next value. Raises ValueError if it does not end within the limit."""
        size = _CHUNK
        while True:
            try:
                _, end = self._scan(self._text, self._at)
            except json.JSONDecodeError:
                if self._ended or len(self._text) > settings.MAX_REPORT_BYTES:
                    raise
                # Twice as much each time: a long value is not scanned over and over.
                self._fill(size)
                size *= 2
                continue
            value, self._at = self._text[self._at : end], end
            return value

    def skip(self, marks: str) -> None:
        """Pass over white space and `marks`."""
        passed = " \t\r\n" + marks
        while True:
            while self._at < len(self._text) and self._text[self._at] in passed:
                self._at += 1
            if self._at < len(self._text) or self._ended:
                return
            self._fill(_CHUNK)

    def at_end(self) -> bool:
        """Whether nothing is left; asked after `skip`."""
        return self._at == len(self._text)

    def _fill(self, size: int) -> None:
        data = streams.take(self._stream, size)
        self._ended = not data
        self._text = self._text[self._at :] + self._decoder.decode(data, final=self._ended)
        self._at = 0
