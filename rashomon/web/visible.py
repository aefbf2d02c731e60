"""Text of reports as HTML: escaped, with characters that hide or reorder other text made visible."""

import re
from urllib.parse import urlsplit

from markupsafe import Markup, escape

# C0 and C1 controls but tab and line breaks; embeddings, overrides, isolates of direction; lone surrogates.
HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> Markup:
    """The text as HTML; a hidden character is replaced by its number, as in `U+202E`."""
    return Markup(HIDDEN.sub(_label, str(escape(text))))  # noqa: S704  # escaped in this very line


def apart(text: str) -> Markup:
    """The text as HTML, in a direction of its own: it cannot reorder the words around it."""
    return Markup("<bdi>{}</bdi>").format(visible(text))


def plain(text: str) -> str:
    """The text for places that take no markup, such as the title of a page."""
    return HIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def followable(url: str) -> bool:
    """Whether a link may lead there: web addresses only, never `javascript:` or a file."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not HIDDEN.search(url)


def _label(match: re.Match[str]) -> str:
    return f'<span class="hidden-character">U+{ord(match[0]):04X}</span>'
