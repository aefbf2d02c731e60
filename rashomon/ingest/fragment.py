"""HTML inside a feed entry, to paragraphs. Whole pages are the business of `readers.html`."""

import re
from typing import Any

_BLOCKS = frozenset(
    """address article aside blockquote center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4
    h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul""".split()
)
_SILENT = frozenset(
    "audio button canvas iframe noscript object script select style svg template video".split()
)
_SPACE = re.compile(r"[ \t\r\n\f\v\xa0]+")
_MARKUP = re.compile(r"<[/!]?[a-zA-Z-][^<>]*>")


def is_markup(value: str) -> bool:
    """Whether there is a tag in it."""
    return _MARKUP.search(value) is not None


def to_text(markup: str) -> str:
    """The words of a fragment, a line for each paragraph; scripts, frames and forms are left out."""
    from lxml import etree, html  # type: ignore[import-untyped]

    try:
        root = html.fragment_fromstring(markup, create_parent="div")
    except (etree.LxmlError, ValueError, AssertionError):
        return ""
    pieces: list[str] = []
    # An explicit walk: nesting in hostile markup is deeper than Python's stack.
    for action, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        _step(action, element, pieces)
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(pieces).split("\0"))
    return "\n".join(line for line in lines if line)


def _step(action: str, element: Any, pieces: list[str]) -> None:
    """Write down what stands before or behind a tag; NUL, which markup cannot hold, ends a line."""
    if action == "start":
        if element.tag in _SILENT:
            del element[:]
            return
        pieces.append("\0" if element.tag in _BLOCKS or element.tag == "br" else "")
        pieces.append(element.text or "")
        return
    if action == "end" and element.tag in _BLOCKS:
        pieces.append("\0")
    pieces.append(element.tail or "")
