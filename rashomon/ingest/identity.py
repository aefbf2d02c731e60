"""The same report has the same id, wherever it was found."""

import hashlib
import json


def report_id(
    url: str | None, outlet: str | None, title: str | None, published: str | None, text: str
) -> str:
    """16 hex digits of SHA-256 over the five, joined as a JSON list so that no two can run together."""
    joined = json.dumps([url, outlet, title, published, text])
    return hashlib.sha256(joined.encode()).hexdigest()[:16]


def digest(data: bytes) -> str:
    """SHA-256 of archived bytes, in hex."""
    return hashlib.sha256(data).hexdigest()
