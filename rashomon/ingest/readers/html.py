"""A web page: the article's text by trafilatura, its publication by `ingest.markup`."""

import copy
import logging
import re
from typing import Any

from rashomon.errors import Unreadable
from rashomon.ingest import decode, markup
from rashomon.ingest.draft import Draft
from rashomon.model import Raw

# Its remarks on pages without text would reach the terminal of whoever has not set up logging.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

MIN_WORDS = 8
"""In at least one paragraph. Less is a menu, a login or an error page, or no page at all."""
MAX_ELEMENTS = 100_000
"""Extraction takes time with each, some seconds for as many; a page of one article has some thousands."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_BLOCKS = ("p", "h1", "h2", "h3", "div", "table")
"""A table that holds one of these holds no data."""
_REFERENCE = re.compile(r"&#(?:x([0-9a-f]{1,8})|([0-9]{1,9}));?", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def read(raw: Raw) -> Draft:
    """The article of the page, a line for each paragraph. Raises Unreadable if there is none."""
    option = next((given.encoding for given in raw.given if given.encoding and given.by == "option"), None)
    transport = next((given.encoding for given in raw.given if given.encoding and given.by != "option"), None)
    root = _tree(decode.html(raw.data, option, transport))
    if sum(1 for _ in root.iter()) > MAX_ELEMENTS:
        raise Unreadable(f"this page has more than {MAX_ELEMENTS:,} elements", "save the article's own page")
    fields, language = markup.read(root)
    return Draft(_article(root), fields, language, "markup")


def _tree(page: str) -> Any:
    """The page as a tree. Control characters are left out: the tree cannot hold them."""
    from lxml import etree, html  # type: ignore[import-untyped]

    page = _REFERENCE.sub(_keep, _CONTROL.sub("", _XML_DECLARATION.sub("", page)))
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(page.encode(), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise _no_article() from None


def _keep(reference: re.Match[str]) -> str:
    """A numeric character reference, unless it stands for a character that a tree cannot hold."""
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    # 128 to 159 stand for the characters of windows-1252 (HTML Standard, section 13.2.5.80).
    harmful = number > 0x10FFFF or (not 0x80 <= number <= 0x9F and _CONTROL.match(chr(number)))
    return "" if harmful else reference[0]


def _article(root: Any) -> str:
    import trafilatura

    page = copy.deepcopy(root)
    _unfold_layout(page)
    try:
        found: Any = trafilatura.bare_extraction(
            page, favor_recall=True, include_comments=False, include_tables=True
        )
    except Exception:  # a page made to break the extractor is a page without an article, not our crash
        found = None
    text = (found.text or "").strip() if found else ""
    if not any(len(line.split()) >= MIN_WORDS for line in text.splitlines()):
        raise _no_article()
    return text


def _unfold_layout(page: Any) -> None:
    """Turn tables that lay out the page into blocks, or the article comes out as one cell of one row."""
    for table in list(page.iter("table")):
        if next(table.iterdescendants(*_BLOCKS), None) is not None:
            for element in table.iter("table", "tbody", "tr", "td", "th"):
                element.tag = "div"


def _no_article() -> Unreadable:
    return Unreadable(
        "no article was found in this page", "save the article's own page, or paste its text into a .txt file"
    )
