"""One entry of an RSS or Atom feed."""

import functools
import io
import re
from typing import Any

from rashomon.errors import Unreadable
from rashomon.ingest import dates, fragment
from rashomon.ingest.draft import Draft
from rashomon.model import Given, Raw


def read(raw: Raw) -> Draft:
    """The text and fields of the entry that `raw.part` names. Raises Unreadable if it has no text."""
    feed = parsed(raw.data, next((given.encoding for given in raw.given if given.encoding), None))
    entry = feed.entries[_position(raw.part, len(feed.entries))]
    text = _content(entry)
    if not text:
        raise Unreadable("this entry has no text", "save the article's own page and add that")
    source = entry.get("source") or {}
    given = Given(
        # An aggregator's entry names the true outlet in `source`; the channel is only the aggregator.
        outlet=_plain(source.get("title")) or _plain(feed.feed.get("title")),
        title=_plain(entry.get("title")),
        byline=_byline(entry),
        published=_date(entry, "published"),
        updated=_date(entry, "updated"),
        url=entry.get("link"),
        by="feed",
    )
    return Draft(text, (given,), feed.feed.get("language"), "feed")


@functools.lru_cache(maxsize=2)
def parsed(data: bytes, encoding: str | None) -> Any:
    """The feed as feedparser has it. Cached, for each of its entries comes by here; never changed.

    The bytes are handed over as a stream: feedparser takes anything else for an address to fetch.
    """
    import feedparser

    headers = {"content-type": f"application/xml; charset={encoding}"} if encoding else {}
    try:
        # Its sanitiser takes minutes over crooked markup and is not needed: only words leave `fragment`.
        return feedparser.parse(
            io.BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except Exception as error:  # hostile markup breaks it in many ways; all mean the same to a user
        raise Unreadable(f"this feed is broken ({type(error).__name__})", "save it again") from None


def _position(part: str | None, count: int) -> int:
    match = re.fullmatch(r"entry (\d{1,9})", part or "")
    if not match or not 0 < int(match[1]) <= count:
        raise Unreadable(f"{part!r} is not one of the {count} entries of this feed", "add the feed itself")
    return int(match[1]) - 1


def _content(entry: Any) -> str:
    """The fullest text of the entry: its contents if it has them, else its summary."""
    values = [part.get("value") or "" for part in entry.get("content") or []]
    texts = [_clean(value) for value in values] or [""]
    return max(texts, key=len) or _clean(entry.get("summary") or "")


def _clean(value: str) -> str:
    return fragment.to_text(value) if fragment.is_markup(value) else value.strip()


def _plain(value: str | None) -> str | None:
    if not value:
        return None
    return fragment.to_text(value) if fragment.is_markup(value) else value


def _byline(entry: Any) -> str | None:
    names = [author.get("name") for author in entry.get("authors") or []]
    return ", ".join(filter(None, names)) or _plain(entry.get("author"))


def _date(entry: Any, name: str) -> str | None:
    # `in` first: feedparser answers a missing `updated` with `published`, and a warning.
    return dates.parse(entry.get(name)) if name in entry else None
