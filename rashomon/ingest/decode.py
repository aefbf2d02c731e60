"""Bytes to characters: strict for texts, forgiving for web pages."""

import codecs
import re

from rashomon.errors import Unreadable

# The longer mark first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Labels that browsers read as a larger set (WHATWG Encoding Standard, section 4.2).
_AS_BROWSERS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE)
_PRESCAN = 4096
"""Where a page may declare its encoding. The standard looks at 1024 bytes, real pages are later."""


def text(data: bytes, encoding: str | None) -> str:
    """The characters of a text, untouched but for the byte order mark.

    Raises Unreadable where the bytes are not in the encoding: its own mark, else `encoding`, else UTF-8.
    """
    mark = _mark(data)
    if mark:
        return _strict(data[mark[1] :], mark[0], mark[1])
    if encoding:
        return _strict(data, _known(encoding), 0)
    nul = data.find(b"\0")
    if nul >= 0:
        raise Unreadable(
            f"this is binary data, not text (byte {nul} is 0x00)",
            "give a text or a web page; if it is text in UTF-16, use --encoding utf-16",
        )
    return _strict(data, "utf-8", 0)


def html(data: bytes, encoding: str | None, transport: str | None) -> str:
    """The characters of a web page; what cannot be decoded becomes U+FFFD, as in a browser.

    Believed in this order: byte order mark, `encoding` as the user has it, `transport` as HTTP had it,
    the page itself, UTF-8 (HTML Standard, section 13.2.3). Raises Unreadable for an unknown `encoding`.
    """
    mark = _mark(data)
    if mark:
        return data[mark[1] :].decode(mark[0], "replace")
    if encoding:
        return data.decode(_known(encoding), "replace")
    head = data[:_PRESCAN]
    for label in (transport, _label(_META.search(head)), _label(_XML.search(head))):
        name = _as_browsers(label)
        if name:
            return data.decode(name, "replace")
    return data.decode("utf-8", "replace")


def _strict(data: bytes, encoding: str, offset: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + offset
        # A multi-byte codec may report a place past the last whole unit.
        value = f"0x{data[error.start]:02x}" if error.start < len(data) else "the end"
        raise Unreadable(
            f"byte {at} ({value}) is not {encoding.upper()}",
            "name the encoding, e.g. --encoding cp1252 for old Western European texts",
        ) from None
    except UnicodeError as error:
        raise Unreadable(f"this is not {encoding.upper()} ({error})", "name another --encoding") from None


def _mark(data: bytes) -> tuple[str, int] | None:
    return next(((name, len(mark)) for mark, name in _MARKS if data.startswith(mark)), None)


def _known(encoding: str) -> str:
    """The codec's own name. Raises Unreadable if Python has no such text encoding."""
    name = _codec(encoding)
    if name is None:
        raise Unreadable(f"there is no encoding {encoding!r}", "try utf-8, utf-16, cp1252 or cp1256")
    return name


def _codec(label: str) -> str | None:
    """Only codecs that turn bytes into text and leave escapes alone, which no file is written in."""
    try:
        name = codecs.lookup(label).name
        b" ".decode(name)  # `hex` and its like are found, and turn bytes into bytes
    except (LookupError, ValueError, UnicodeError):
        return None
    return None if "escape" in name or name in ("idna", "punycode", "undefined") else name


def _as_browsers(label: str | None) -> str | None:
    name = _codec(label) if label else None
    if name is None or name.startswith(("utf-16", "utf-32", "utf-7")):
        return None  # a page that could be read far enough to say `utf-16` is not in UTF-16
    return _AS_BROWSERS.get(name, name)


def _label(match: re.Match[bytes] | None) -> str | None:
    return match[1].decode("ascii", "replace") if match else None
