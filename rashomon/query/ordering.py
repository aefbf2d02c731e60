"""The first rows of a list in the order of its reports, without touching more of a ledger than those.

What stands in a report has keys that follow each other, so the full-text index can be asked of one report at a time.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, TableClause, UnaryExpression, func, select
from sqlalchemy.sql.operators import custom_op

from rashomon.query.matching import found_by
from rashomon.store import View
from rashomon.store.tables import reports

MANY = 5000
"""Hits of a full-text query from which on reports are asked in order until there are enough: sorting so many takes
longer."""


def in_order(
    view: View,
    table: Table,
    order: Sequence[ColumnElement[Any]],
    among: Sequence[ColumnElement[bool]],
    fitting: Sequence[ColumnElement[bool]],
    *,
    index: TableClause,
    query: str | None = None,
    limit: int | None = None,
) -> list[int]:
    """The keys of the rows of a table that fit, by the order of their reports and then of the text.

    `among` are conditions on `reports`, `fitting` those on the table; `query` is asked of its full-text `index`.
    """
    if query and limit is not None and has_many(view, query, index):
        return _walked(view, table, order, among, fitting, index, query, limit)
    chosen = select(table.c.key).where(*among, *fitting)
    if query:
        chosen = chosen.join(reports, reports.c.id == table.c.report)
        chosen = chosen.join(index, index.c.rowid == table.c.key).where(found_by(query, index))
    else:
        # A plus keeps SQLite from looking reports up one by one, to sort them all.
        first: ColumnElement[Any] = UnaryExpression(reports.c.id, operator=custom_op("+"))
        chosen = chosen.join(reports, first == table.c.report)
    return [row["key"] for row in view.rows(chosen.order_by(*order, table.c.position).limit(limit))]


def has_many(view: View, query: str, index: TableClause) -> bool:
    """Whether a full-text query has so many hits that they are not to be sorted."""
    hits = select(index.c.rowid).where(found_by(query, index)).offset(MANY).limit(1)
    return bool(view.rows(hits))


def in_report(table: Table, index: TableClause, query: str) -> Select[Any]:
    """The keys of the hits in the report of the row around it."""
    its = table.alias().c
    own = select(its.key).where(its.report == reports.c.id).limit(1).correlate(reports)
    first = own.order_by(its.position).scalar_subquery()
    last = own.order_by(its.position.desc()).scalar_subquery()
    return (
        select(index.c.rowid)
        .where(found_by(query, index), index.c.rowid >= first, index.c.rowid <= last)
        .correlate(reports)
    )


def _walked(
    view: View,
    table: Table,
    order: Sequence[ColumnElement[Any]],
    among: Sequence[ColumnElement[bool]],
    fitting: Sequence[ColumnElement[bool]],
    index: TableClause,
    query: str,
    limit: int,
) -> list[int]:
    hits = in_report(table, index, query).join(table, table.c.key == index.c.rowid)
    keys = hits.where(*fitting).with_only_columns(func.group_concat(index.c.rowid)).scalar_subquery()
    chosen = select(keys.label("keys")).select_from(reports).where(*among, keys.is_not(None))
    found = view.rows(chosen.order_by(*order).limit(limit))
    return [int(key) for row in found for key in row["keys"].split(",")][:limit]
