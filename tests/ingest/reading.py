"""How the tests of ingest read: bytes of one kind, or files as a user has them."""

from rashomon import ingest
from rashomon.errors import Unreadable
from rashomon.ingest.readers import HTML, TEXT
from rashomon.model import Given, Raw, Refusal, Report

PROSE = (
    "Two shells hit the market in Kessar on Monday, the mayor said. "
    "A spokesman for the ministry denied that any shell had fallen on the town."
)


def text(data: str | bytes, *given: Given) -> Report:
    """The report in a plain text."""
    raw = data.encode() if isinstance(data, str) else data
    return ingest.extract(Raw(raw, TEXT, "a.txt", given=given))


def page(markup: str | bytes, *given: Given) -> Report:
    """The report in a web page."""
    raw = markup.encode() if isinstance(markup, str) else markup
    return ingest.extract(Raw(raw, HTML, "a.html", given=given))


def read(*paths: object, given: Given | None = None) -> tuple[list[Report], list[Refusal]]:
    """All reports at some paths, and all refusals."""
    reports, refusals = [], []
    for item in ingest.find([str(path) for path in paths], given or Given()):
        if isinstance(item, Refusal):
            refusals.append(item)
            continue
        try:
            reports.append(ingest.extract(item))
        except Unreadable as error:
            refusals.append(Refusal(item.path, item.part, str(error)))
    return reports, refusals
