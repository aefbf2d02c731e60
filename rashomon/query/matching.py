"""What several questions share: free text as a full-text query, outlets by name, the order of lists."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Table, TableClause, literal_column, select

from rashomon.store import View
from rashomon.store.tables import reports, search
from rashomon.store.view import bindable

R = TypeVar("R")

BY_DATE = (reports.c.published.is_(None), reports.c.published, reports.c.outlet, reports.c.id)
"""The order of lists: oldest first, without a date last."""

NEWEST_FIRST = (reports.c.published.desc(), reports.c.outlet.desc(), reports.c.id.desc())
"""What has no date is last here too: SQLite takes it for the least."""

_PIECES = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s"“”„«»]+)')


def full_text(words: str | None = None, **columns: str | None) -> str | None:
    """The full-text query for all of these words anywhere, and all of those in the column of each name.

    A quoted phrase is kept together. Whatever was typed is looked for and never taken for query language,
    so no input is an error. None where nothing is asked.
    """
    asked = [("", words), *((f"{column} : ", typed) for column, typed in columns.items())]
    parts = [f"{column}({' '.join(_phrases(typed))})" for column, typed in asked if typed and typed.strip()]
    return " AND ".join(parts) or None


def _phrases(typed: str) -> list[str]:
    """A piece without a letter or digit is looked for too: alone it matches nothing, else it is ignored."""
    return [phrase(quoted or plain) for quoted, plain in _PIECES.findall(typed)] or [phrase("")]


def phrase(piece: str) -> str:
    """The full-text query for these words in this order. A NUL would end the query early."""
    return '"{}"'.format(bindable(piece).replace('"', " ").replace("\0", " "))


def found_by(query: str, index: TableClause = search) -> ColumnElement[bool]:
    """The condition that a row of a full-text index answers a query."""
    return literal_column(index.name).op("MATCH", is_comparison=True)(query)


def in_reports(
    view: View,
    *,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
    report: str | None = None,
) -> list[ColumnElement[bool]]:
    """The conditions that a report is this one, by this outlet, published on these days, both included.

    Days are YYYY-MM-DD; a report without a date fits none.
    """
    conditions = []
    if outlet is not None:
        conditions.append(by_outlet(view, outlet))
    if since is not None:
        conditions.append(reports.c.published >= since)
    if until is not None:
        conditions.append(reports.c.published <= until)
    if report is not None:
        conditions.append(reports.c.id == report)
    return conditions


def by_outlet(view: View, outlet: str) -> ColumnElement[bool]:
    """The condition that a report is by this outlet, in whatever case it is spelt."""
    held = select(reports.c.outlet).where(reports.c.outlet.is_not(None)).distinct()
    spelt = [row["outlet"] for row in view.rows(held) if row["outlet"].casefold() == outlet.casefold()]
    return reports.c.outlet.in_(spelt)


def by_id(
    view: View, table: Table, read: Callable[[list[int]], dict[int, R]], ids: Iterable[str | None]
) -> dict[str, R]:
    """The records of these ids, by id; `read` is the method of the view that reads rows of the table."""
    wanted = list(dict.fromkeys(one for one in ids if one is not None))
    rows = list(view.rows_among(select(table.c.key, table.c.id), table.c.id, wanted))
    records = read([row["key"] for row in rows])
    return {row["id"]: records[row["key"]] for row in rows}


def reported(view: View, table: Table, keys: Sequence[int]) -> dict[int, dict[str, Any]]:
    """For each of these rows the fields of an answer that tell of its report."""
    about = (table.c.report, reports.c.outlet, reports.c.published, reports.c.title)
    rows = view.rows_among(select(table.c.key, *about).join(reports), table.c.key, keys)
    return {row["key"]: {column.name: row[column.name] for column in about} for row in rows}
