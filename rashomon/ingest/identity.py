"""The same report has the same id, wherever it was found."""

import hashlib
import json
from pathlib import PurePath


def report_id(
    url: str | None, outlet: str | None, title: str | None, published: str | None, text: str, path: str
) -> str:
    """16 hex digits of SHA-256 over the first five, joined as a JSON list so that no two can run together.

    Where neither address nor outlet is known, nothing says that two files with one text are one report and not a
    copy by somebody else: there the name of the file counts too, its folder does not.
    """
    known = [url, outlet, title, published, text]
    if not (url or outlet):
        known.append(PurePath(path).name.removesuffix(".gz"))
    return hashlib.sha256(json.dumps(known).encode()).hexdigest()[:16]


def digest(data: bytes) -> str:
    """SHA-256 of archived bytes, in hex."""
    return hashlib.sha256(data).hexdigest()
