"""One JSON object: an article as news-please, fundus or someone's own script writes it.

Names of fields: news-please `newsplease/NewsArticle.py`; fundus `Article.to_json` and the serialised
`ArticleBody` of `src/fundus/parser/data.py`; trafilatura's JSON output; and the plain names.
"""

import json
from collections.abc import Callable
from typing import Any

from rashomon.errors import Unreadable
from rashomon.ingest import dates, decode
from rashomon.ingest.draft import Draft
from rashomon.ingest.readers import HTML, html
from rashomon.model import Given, Raw

# In each row the more exact name first.
TEXT = ("maintext", "plaintext", "text", "body", "content", "articleBody", "raw_text")
TITLE = ("title", "headline", "title_page", "title_rss")
OUTLET = (
    "outlet",
    "publisher",
    "publication",
    "sitename",
    "site_name",
    "source",
    "source_domain",
    "hostname",
)
BYLINE = ("byline", "authors", "author", "creator")
PUBLISHED = (
    "published", "date_publish", "publishing_date", "date_published", "published_at", "datePublished",
    "publishedAt", "publish_date", "publication_date", "pubDate", "date",
)  # fmt: skip
UPDATED = ("updated", "date_modify", "date_modified", "modified", "updated_at", "dateModified")
URL = ("url", "link", "canonical_url", "responded_url", "requested_url")
LANGUAGE = ("language", "lang")


def read(raw: Raw) -> Draft:
    """The article in the object; where it holds only HTML, the article in that. Raises Unreadable."""
    item = _object(raw)
    page = _page(item)
    fields = Given(
        outlet=_first(item, OUTLET),
        title=_first(item, TITLE),
        byline=_first(item, BYLINE),
        published=_first(item, PUBLISHED, usable=dates.parse),
        updated=_first(item, UPDATED, usable=dates.parse),
        url=_first(item, URL) or _first(page, URL),
        by="json",
    )
    text = next((text for name in TEXT if (text := _text(item.get(name))).strip()), None)
    if text is not None:
        return Draft(text, (fields,), _first(item, LANGUAGE), "json")
    content = _first(page, ("content",))
    if content:
        data = content.encode("utf-8", "replace")
        draft = html.read(Raw(data, HTML, raw.path, given=(Given(encoding="utf-8"), fields)))
        return Draft(draft.text, (fields, *draft.fields), draft.language, draft.language_by)
    raise Unreadable(
        "this JSON object has no text", f"put the text of the report in a field {TEXT[2]!r} or {TEXT[0]!r}"
    )


def _object(raw: Raw) -> dict[str, Any]:
    encoding = next((given.encoding for given in raw.given if given.encoding), None)
    text = decode.text(raw.data, encoding)
    try:
        item = json.loads(text)
    except json.JSONDecodeError as error:
        raise Unreadable(f"this is not JSON: {error}", "write one object a line") from None
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits, 10,000 brackets
        raise Unreadable(f"this JSON is beyond reading: {error}", "write one flat object a line") from None
    if not isinstance(item, dict):
        raise Unreadable("this JSON is not an object", "write one object a report, with a field 'text'")
    return item


def _page(item: dict[str, Any]) -> dict[str, Any]:
    """The page an article was taken from: a string of its own, or fundus' record of it."""
    page = item.get("html")
    if isinstance(page, str):
        return {"content": page}
    return page if isinstance(page, dict) else {}


def _first(item: dict[str, Any], names: tuple[str, ...], usable: Callable[[str], object] = str) -> str | None:
    values = (_words(item.get(name)) for name in names)
    return next((value for value in values if value and usable(value)), None)


def _words(value: Any) -> str:
    """A name, a list of names, or a record that has one."""
    if isinstance(value, list):
        return ", ".join(name for part in value[:20] if (name := _name(part)))
    return _name(value)


def _name(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("name") or value.get("title")
    if not isinstance(value, str) or value in ("None", "null"):  # news-please's missing dates read `None`
        return ""
    return value


def _text(value: Any) -> str:
    """A text as it stands, or the paragraphs of a fundus body, a blank line between them."""
    if isinstance(value, str):
        return value
    if not isinstance(value, dict):
        return ""
    sections = value.get("sections")
    parts = _strings(value.get("summary"))
    for section in sections if isinstance(sections, list) else []:
        if isinstance(section, dict):
            parts += _strings(section.get("headline")) + _strings(section.get("paragraphs"))
    return "\n\n".join(parts)


def _strings(value: Any) -> list[str]:
    parts = value if isinstance(value, list) else [value]
    return [part for part in parts if isinstance(part, str) and part.strip()]
