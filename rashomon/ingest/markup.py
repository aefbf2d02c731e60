"""What a page's markup says of its publication: JSON-LD, then meta elements, then visible elements.

htmldate is not asked, although trafilatura brings it along: even without its extensive search it takes dates
from image addresses and running text, reads `03/04/2017` as a day, and bounds dates by today's.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from rashomon.ingest import dates, headers, jsonld
from rashomon.model import Given

# Names of meta elements in lower case, the more exact first: Open Graph, Dublin Core, Parse.ly, Sailthru,
# Google Scholar and what content systems write.
_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "dcterms.issued", "dc.date.issued",
    "dcterms.created", "parsely-pub-date", "sailthru.date", "citation_publication_date", "publishdate",
    "publish-date", "publish_date", "published_time", "pubdate", "dcterms.date", "dc.date", "date",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified",
    "last-modified", "lastmod", "revised",
)  # fmt: skip
_TITLE = ("og:title", "headline", "dcterms.title", "dc.title", "citation_title", "twitter:title")
_OUTLET = ("og:site_name", "citation_journal_title", "dcterms.publisher", "dc.publisher", "publisher")
_BYLINE = (
    "author",
    "article:author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
)
_URL = ("og:url",)
_LANGUAGE = ("og:locale", "content-language", "dc.language", "dcterms.language", "language")

_DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date|dateline|datetime|time|timestamp|publish\w*|pubdate|posted|updated)", re.I
)
_BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:byline|author)(?:$|[\s_-]|-?name)", re.I)
_MAX_WORDS = 400
_SEPARATOR = re.compile(r"\s*(?:\s[-–—]|[|·•»]|::?)\s+|^\s*(?:[|·•»:–—-]+)\s*")
_ASIDE = frozenset("aside footer nav".split())
_ASIDE_CLASS = re.compile(
    r"related|comment|footer|sidebar|teaser|most-read|popular|recommend|promo|widget", re.I
)


def read(root: Any) -> tuple[tuple[Given, ...], str | None]:
    """What the tree of a page says, strongest first, and the language it declares."""
    scripts = [
        script.text or ""
        for script in root.iter("script")
        if (script.get("type") or "").strip().lower() == "application/ld+json"
    ]
    linked, linked_language = jsonld.read(scripts)
    meta = _meta(root)
    declared = Given(
        outlet=_pick(meta, _OUTLET),
        title=_pick(meta, _TITLE),
        byline=_pick(meta, _BYLINE),
        published=_pick(meta, _PUBLISHED, usable=dates.parse),
        updated=_pick(meta, _UPDATED, usable=dates.parse),
        url=_canonical(root) or _pick(meta, _URL),
        by="markup",
    )
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    declared = _without_site_name(declared, linked.outlet or declared.outlet)
    return (linked, declared, _visible(root)), linked_language or language or _pick(meta, _LANGUAGE)


def _meta(root: Any) -> dict[str, str]:
    """Content of each meta element by its name; of several with one name the first."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _pick(meta: dict[str, str], names: tuple[str, ...], usable: Callable[[str], object] = str) -> str | None:
    """The first of `names` that says something; an address of an author's page is no name."""
    values = (meta[name] for name in names if name in meta)
    return next((value for value in values if usable(value) and (names == _URL or "://" not in value)), None)


def _canonical(root: Any) -> str | None:
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            return link.get("href")  # type: ignore[no-any-return]
    return None


def _without_site_name(given: Given, outlet: str | None) -> Given:
    """`Shells hit market | The Harbour Post` without the outlet's name behind it."""
    return replace(given, title=_cut(given.title, outlet)) if given.title else given


def _cut(title: str, outlet: str | None) -> str:
    if outlet:
        title = re.sub(rf"\s+[|·•»:–—-]+\s+{re.escape(outlet)}\s*$", "", title, flags=re.IGNORECASE)
    return title


def _visible(root: Any) -> Given:
    """What a reader of the page sees: `h1`, `time` elements, elements that are named for a date or byline."""
    found: dict[str, str] = {}
    for element in _in_article(root):
        marks = " ".join(filter(None, (element.get("class"), element.get("id"), element.get("itemprop"))))
        if element.tag == "time" or element.get("itemprop") in ("datePublished", "dateModified"):
            _take_time(element, marks, found)
        elif _DATE_CLASS.search(marks):
            for name, value in headers.dated(_words(element)).items():
                found.setdefault(name, value)
        elif "byline" not in found and (_BYLINE_CLASS.search(marks) or element.get("rel") == "author"):
            _take_byline(_words(element), found)
    title, outlet = _heading(root)
    return Given(title=title, outlet=_itemprop(root, "publisher") or outlet, by="markup", **found)


def _in_article(root: Any) -> Iterator[Any]:
    """All elements of the page but those of navigation, lists of other articles and comments."""
    skipped: set[Any] = set()
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        marks = f"{element.get('class') or ''} {element.get('id') or ''}"
        aside = element.tag in _ASIDE or (element.tag not in ("html", "body") and _ASIDE_CLASS.search(marks))
        if aside or element.getparent() in skipped:
            skipped.add(element)
        else:
            yield element


def _take_time(element: Any, marks: str, found: dict[str, str]) -> None:
    day = dates.parse(element.get("datetime") or element.get("content") or _words(element))
    if not day:
        return
    around = element.getparent()
    said = f"{marks} {_words(element)} {(around.text or '') if around is not None else ''}"
    changed = re.search(r"updat|modif|revis", said, re.IGNORECASE)
    found.setdefault("updated" if changed else "published", day)


def _take_byline(words: str, found: dict[str, str]) -> None:
    name = re.sub(r"^\s*(?:written\s+)?by:?\s+", "", words, flags=re.IGNORECASE)
    if 3 <= len(name) <= 100 and not name[0].islower() and name[-1] != "." and not dates.first_in(name):
        found["byline"] = name


def _heading(root: Any) -> tuple[str | None, str | None]:
    """The headline and the outlet as the page's title and its headings have them.

    `Shells hit market | World | The Harbour Post`: what a heading repeats is the headline, and at the far
    end of the rest stands the outlet.
    """
    title = next((words for element in root.iter("title") if (words := _words(element))), None)
    headings = [words for element in root.iter("h1", "h2") if (words := _words(element))]
    for heading in headings if title else []:
        before, found, after = (title or "").partition(heading)
        outlet = _SEPARATOR.split(after)[-1] if after else _SEPARATOR.split(before)[0]
        if found and (not after or not before) and (not outlet or len(outlet.split()) <= 6):
            return heading, outlet.strip() or None
    only = [words for element in root.iter("h1") if (words := _words(element))]
    return (only[0] if len(only) == 1 else title), None


def _itemprop(root: Any, name: str) -> str | None:
    """The name inside an element of schema.org's microdata."""
    for element in root.iter():
        if element.get("itemprop") == name:
            inner = next((part for part in element.iter() if part.get("itemprop") == "name"), element)
            return inner.get("content") or _words(inner) or None
    return None


def _words(element: Any) -> str:
    """The first words in an element; of a whole page that calls itself a date, not all of it."""
    pieces, size = [], 0
    for piece in element.itertext(with_tail=False):
        pieces.append(piece[:_MAX_WORDS])
        size += len(piece)
        if size > _MAX_WORDS:
            break
    return " ".join("".join(pieces).split())[:_MAX_WORDS]
