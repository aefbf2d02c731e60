"""Who published a report, by one name across reports."""

from urllib.parse import urlsplit

from rashomon.codebook.outlets import Outlet, outlet_at, outlet_of
from rashomon.model import Report


def publisher(report: Report) -> str | None:
    """The outlet of a report: by the table's name where the table knows it, else as the report says, else its host."""
    known = known_publisher(report)
    return known.name if known else report.outlet or _host(report)


def known_publisher(report: Report) -> Outlet | None:
    """The outlet of a report as the table has it, by its name or else by the host of its page."""
    named = outlet_of(report.outlet) or outlet_at(report.outlet) if report.outlet else None
    host = _host(report)
    return named or (outlet_at(host) if host else None)


def _host(report: Report) -> str | None:
    return urlsplit(report.url).hostname if report.url else None
