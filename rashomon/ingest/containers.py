"""Files that hold several reports, opened as streams: JSON lines, JSON lists, WARC, feeds."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedIOBase
from typing import Any

from rashomon import settings
from rashomon.errors import Unreadable
from rashomon.ingest import streams
from rashomon.ingest.json_stream import json_values
from rashomon.ingest.readers import ATOM, HTML, JSON, RSS, TEXT
from rashomon.model import Given, Raw, Refusal

Item = Raw | Refusal
_CHUNK = 1 << 16
_TOO_LARGE = (
    f"more than {settings.MAX_REPORT_BYTES:,} bytes, the limit for one report; split it into its reports"
)
EMPTY = "it is empty; save it again"
_HTML_TYPE = re.compile(r"\s*(?:text/html|application/xhtml\+xml)\b", re.IGNORECASE)
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a stream comes from, and what the user said of it."""

    path: str
    given: tuple[Given, ...]

    def raw(self, data: bytes, media_type: str, part: str | None = None, *more: Given) -> Raw:
        """The bytes of one report from here."""
        return Raw(data, media_type, self.path, part, self.given + more)

    def refusal(self, reason: str, part: str | None = None) -> Refusal:
        """What is wrong with this input, or with a part of it."""
        return Refusal(self.path, part, reason)

    @property
    def encoding(self) -> str | None:
        """How the user says that its bytes spell characters."""
        return next((given.encoding for given in self.given if given.encoding), None)


def text(stream: BufferedIOBase, origin: Origin) -> Iterator[Item]:
    """The whole stream as one text."""
    yield _whole(stream, origin, TEXT)


def html(stream: BufferedIOBase, origin: Origin) -> Iterator[Item]:
    """The whole stream as one page."""
    yield _whole(stream, origin, HTML)


def feed(stream: BufferedIOBase, origin: Origin) -> Iterator[Item]:
    """Each entry of an RSS or Atom feed."""
    from rashomon.ingest.readers import feed as reader

    data = _read_limited(stream)
    if data is None:
        yield origin.refusal(_TOO_LARGE)
        return
    try:
        parsed = reader.parsed(data, origin.encoding)
    except Unreadable as error:
        yield origin.refusal(str(error))
        return
    if not parsed.entries:
        fault = parsed.get("bozo_exception")
        why = f" ({fault})" if fault else ""
        yield origin.refusal(
            f"no entries of an RSS or Atom feed in it{why}; give the feed as the outlet serves it"
        )
    kind = ATOM if str(parsed.get("version", "")).startswith("atom") else RSS
    for number in range(1, len(parsed.entries) + 1):
        yield origin.raw(data, kind, f"entry {number}")


def json_lines(stream: BufferedIOBase, origin: Origin) -> Iterator[Item]:
    """Each line as one JSON object; whether it is one is found out when it is extracted."""
    number = 0
    while line := stream.readline(settings.MAX_REPORT_BYTES + 1):
        number += 1
        if len(line) > settings.MAX_REPORT_BYTES:
            yield origin.refusal(_TOO_LARGE, f"line {number}")
            while line and not line.endswith(b"\n"):
                line = stream.readline(_CHUNK)
        elif line.strip():
            yield origin.raw(line.strip(), JSON, f"line {number}")


def json_items(stream: BufferedIOBase, origin: Origin) -> Iterator[Item]:
    """Each object of a JSON list, or of several objects one after another, as it comes off the stream."""
    number = 0
    try:
        for value in json_values(stream, origin.encoding):
            number += 1
            data = value.encode(origin.encoding or "utf-8", "replace")
            yield origin.raw(data, JSON, f"item {number}")
    except (ValueError, RecursionError, LookupError) as error:
        reason = (
            f"this is not JSON ({error}); the rest of the file was not read, write one object a line (.jsonl)"
        )
        yield origin.refusal(reason, f"item {number + 1}")


def warc(stream: BufferedIOBase, origin: Origin) -> Iterator[Item]:
    """Each page in a web archive: responses with status 200 and HTML in them. Other records are passed over.

    warcio's own iterator writes to stderr and takes a record that is cut off for the last; hence the loop.
    """
    from warcio.bufferedreaders import BufferedReader
    from warcio.recordloader import ArcWarcRecordLoader

    reader = BufferedReader(streams.Pieces(stream))
    loader = ArcWarcRecordLoader(verify_http=False, arc2warc=False)
    number = 0
    while line := _next_line(reader):
        number += 1
        part = f"record {number}"
        try:
            record = loader.parse_record_stream(reader, line, known_format="warc")
            item = _page(record, origin, part) if _is_page(record) else None
            while record.raw_stream.read(_CHUNK):
                pass
            whole = record.length is not None and record.raw_stream.limit == 0
        except EOFError:
            whole = False
        except (OSError, zlib.error):
            raise  # the gzip layer's or the disk's, told by whoever opened the stream
        except Exception:  # warcio has no one error for records that are none, or are cut in their headers
            yield origin.refusal("no WARC record begins here, so the rest was not read; fetch it again", part)
            return
        if not whole:
            yield origin.refusal("the archive breaks off in this record; fetch it again", part)
            return
        if item:
            yield item


def _next_line(reader: Any) -> bytes:
    """The first line of the next record; empty at the end of the archive."""
    while line := reader.readline():
        if line.strip():
            return bytes(line)
    return b""


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or not record.http_headers:
        return False
    kind = record.http_headers.get_header("Content-Type") or ""
    return bool(record.http_headers.get_statuscode() == "200" and _HTML_TYPE.match(kind))


def _page(record: Any, origin: Origin, part: str) -> Item:
    data = _read_limited(record.content_stream())
    if data is None:
        return origin.refusal(_TOO_LARGE, part)
    if not data:
        return origin.refusal("the page is empty; fetch it again", part)
    charset = _CHARSET.search(record.http_headers.get_header("Content-Type"))
    url = record.rec_headers.get_header("WARC-Target-URI")
    return origin.raw(data, HTML, part, Given(url=url, encoding=charset[1] if charset else None, by="warc"))


def _whole(stream: BufferedIOBase, origin: Origin, media_type: str) -> Item:
    data = _read_limited(stream)
    if data is None:
        return origin.refusal(_TOO_LARGE)
    return origin.raw(data, media_type) if data.strip() else origin.refusal(EMPTY)


def _read_limited(stream: Any) -> bytes | None:
    """All of a stream, or None if that is more than one report may have."""
    pieces, size = [], 0
    while piece := stream.read(_CHUNK):
        pieces.append(piece)
        size += len(piece)
        if size > settings.MAX_REPORT_BYTES:
            return None
    return b"".join(pieces)
