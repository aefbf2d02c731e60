"""Addresses as the outlet meant them: no fragment, nothing that only tracks the visitor."""

from urllib.parse import urlsplit, urlunsplit

MAX_LENGTH = 2000
TRACKERS = frozenset(
    "_ga dclid fbclid gbraid gclid igshid mc_cid mc_eid msclkid ref_src twclid wbraid yclid".split()
)


def clean(url: str | None) -> str | None:
    """The address as given, less fragment and tracking parameters; None if it is not one of the web."""
    if not url or len(url) > MAX_LENGTH:
        return None
    url = url.strip()
    if not url.isprintable() or " " in url:
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:  # e.g. an unclosed bracket of an IPv6 address
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    query = "&".join(pair for pair in parts.query.split("&") if not _tracks(pair))
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def host(url: str) -> str | None:
    """The host of a clean address, without `www.`."""
    name = urlsplit(url).hostname
    return name.removeprefix("www.") if name else None


def _tracks(pair: str) -> bool:
    name = pair.split("=", 1)[0].lower()
    return name.startswith("utm_") or name in TRACKERS
