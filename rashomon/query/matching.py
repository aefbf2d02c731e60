"""What several questions share: free text as a full-text query, outlets by name, the order of lists."""

import re

from sqlalchemy import ColumnElement, literal_column, select

from rashomon.store import View
from rashomon.store.tables import reports, search
from rashomon.store.view import bindable

BY_DATE = (reports.c.published.is_(None), reports.c.published, reports.c.outlet, reports.c.id)
"""The order of every list: oldest first, without a date last."""

_PIECES = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s"“”„«»]+)')


def full_text(words: str | None = None, source: str | None = None) -> str | None:
    """The full-text query for all of these words anywhere, and all of those in the source.

    A quoted phrase is kept together. Whatever was typed is looked for and never taken for query language,
    so no input is an error. None where nothing is asked.
    """
    parts = [
        f"{column}({' '.join(_phrases(typed))})"
        for column, typed in (("", words), ("source : ", source))
        if typed and typed.strip()
    ]
    return " AND ".join(parts) or None


def _phrases(typed: str) -> list[str]:
    """A piece without a letter or digit is looked for too: alone it matches nothing, else it is ignored."""
    return [phrase(quoted or plain) for quoted, plain in _PIECES.findall(typed)] or [phrase("")]


def phrase(piece: str) -> str:
    """The full-text query for these words in this order. A NUL would end the query early."""
    return '"{}"'.format(bindable(piece).replace('"', " ").replace("\0", " "))


def found_by(query: str) -> ColumnElement[bool]:
    """The condition that a row of `search` answers a full-text query."""
    return literal_column(search.name).op("MATCH", is_comparison=True)(query)


def by_outlet(view: View, outlet: str) -> ColumnElement[bool]:
    """The condition that a report is by this outlet, in whatever case it is spelt."""
    held = select(reports.c.outlet).where(reports.c.outlet.is_not(None)).distinct()
    spelt = [row["outlet"] for row in view.rows(held) if row["outlet"].casefold() == outlet.casefold()]
    return reports.c.outlet.in_(spelt)
