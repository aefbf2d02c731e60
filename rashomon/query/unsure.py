"""Statements to look at first: those that the reader was least sure of and nobody judged yet."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select, tuple_

from rashomon.errors import NotFound
from rashomon.query.judged import Judged
from rashomon.query.statements import StatementRow, statement_rows
from rashomon.store import View
from rashomon.store.tables import statements as held
from rashomon.store.view import bindable


@dataclass(frozen=True, slots=True)
class Queue:
    """What is still to be looked at."""

    rows: tuple[StatementRow, ...]
    seen: int
    """Statements of the ledger that a standing judgement is on."""
    total: int


def unsure(view: View, *, limit: int, after: str | None = None) -> Queue:
    """The statements of the whole ledger that no standing judgement is on, the least sure first.

    `after` is the id of a statement, judged or not: only those behind it in this order. Raises NotFound.
    """
    judged = {one.target[0] for one in Judged(view).judgements if one.kind in ("statement", "value")}
    seen = {row["id"] for row in view.rows_among(select(held.c.id), held.c.id, sorted(judged))}
    ordered = select(held.c.key, held.c.id).order_by(held.c.confidence, held.c.key)
    if after is not None:
        ordered = ordered.where(_behind(view, after))
    rows = [row for row in view.rows(ordered.limit(limit + len(seen))) if row["id"] not in seen]
    (count,) = view.rows(select(func.count().label("total")).select_from(held))
    return Queue(tuple(statement_rows(view, [row["key"] for row in rows[:limit]])), len(seen), count["total"])


def _behind(view: View, after: str) -> ColumnElement[bool]:
    place = (held.c.confidence, held.c.key)
    rows = view.rows(select(*place).where(held.c.id == bindable(after)))
    if not rows:
        raise NotFound(f"there is no statement {after!r} in {view.path}")
    return tuple_(*place) > tuple_(rows[0]["confidence"], rows[0]["key"])
