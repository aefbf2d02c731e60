"""Who published a report, by one name across reports."""

import re
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from rashomon.codebook.outlets import Outlet, outlet_at, outlet_by_slug, outlet_of
from rashomon.model import Report

BEFORE: Final = re.compile(
    r"^(?:.*\b(?:newspaper|paper|daily|weekly|agency|broadcaster|channel|magazine|website|station|network)\s+"
    r"(?=(?:[Tt]he\s+)?[A-Z]))?(?:[Tt]he\s+)?(?=\w)"
)
"""What stands before the name of an outlet: its sort, in small letters, and an article."""


def bare(outlet: str) -> str:
    """The name of an outlet without an article and what a report says of it (`the Oravian newspaper The Herald`)."""
    return BEFORE.sub("", outlet, count=1)


def publisher(report: Report) -> str | None:
    """The outlet of a report: by the table's name where the table knows it, else as the report says, else its host."""
    known = known_publisher(report)
    return known.name if known else report.outlet or _host(report.url)


def known_publisher(report: Report) -> Outlet | None:
    """The outlet of a report as the table has it, by its name or else by the host of its page."""
    return _known(report.outlet, report.url)


@lru_cache(8192)  # asked for each statement of a report
def _known(outlet: str | None, url: str | None) -> Outlet | None:
    named = outlet_of(outlet) or outlet_at(outlet) or outlet_by_slug(outlet) if outlet else None
    host = _host(url)
    return named or (outlet_at(host) if host else None)


def _host(url: str | None) -> str | None:
    return urlsplit(url).hostname if url else None
