"""One reader for each kind of raw bytes. A reader is a function from `Raw` to `Draft`."""

from collections.abc import Callable

from rashomon.errors import Unreadable
from rashomon.ingest.draft import Draft
from rashomon.model import Raw

TEXT, HTML, JSON = "text/plain", "text/html", "application/json"
RSS, ATOM = "application/rss+xml", "application/atom+xml"


def reader_of(media_type: str) -> Callable[[Raw], Draft]:
    """The reader of a media type. Raises Unreadable if there is none."""
    if media_type == TEXT:
        from rashomon.ingest.readers import text

        return text.read
    if media_type == HTML:
        from rashomon.ingest.readers import html

        return html.read
    if media_type == JSON:
        from rashomon.ingest.readers import jsonl

        return jsonl.read
    if media_type in (RSS, ATOM):
        from rashomon.ingest.readers import feed

        return feed.read
    raise Unreadable(f"nothing here reads {media_type!r}", "give text, HTML, JSON, a feed or a WARC")
