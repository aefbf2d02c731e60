"""Which reports tell of what can be one happening: not all of a ledger need be read to find a few incidents."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from rashomon.link.incidents import LONGEST
from rashomon.query.matching import found_by
from rashomon.store import View
from rashomon.store import tables as held
from rashomon.store.view import listed

REACH = LONGEST + timedelta(days=2)
"""Events of one incident begin within so many days of each other: times of a week at most, a day apart at most."""
AT_ONCE = 200
DAY = func.coalesce(held.times.c.start, held.times.c.end)
SHORT = held.times.c.end <= func.date(held.times.c.start, f"+{LONGEST.days} days")
"""A longer time does not tell one happening from another."""


@dataclass(frozen=True, slots=True)
class Dated:
    """An event on a day."""

    id: str
    report: str
    day: str


def dated(
    view: View,
    *,
    query: str | None = None,
    among: Sequence[ColumnElement[bool]] = (),
    ids: ColumnElement[bool] | None = None,
    since: str = "",
    limit: int | None = None,
) -> list[Dated]:
    """The events that a full-text query finds in reports that fit, by the day they began, from one day on."""
    when = held.times.c
    chosen = (
        _told(query, among, ids).join(held.times, when.id == held.events.c.when).where(SHORT, since <= DAY)
    )
    rows = view.rows(chosen.add_columns(DAY.label("day")).order_by(DAY, when.id).limit(limit))
    return [Dated(row["id"], row["report"], row["day"]) for row in rows]


def telling(
    view: View,
    *,
    query: str | None = None,
    among: Sequence[ColumnElement[bool]] = (),
    ids: ColumnElement[bool] | None = None,
) -> set[str]:
    """The reports of those events, and of those that have no day."""
    return {row["report"] for row in view.rows(_told(query, among, ids))}


def around(view: View, days: Collection[str], among: Sequence[ColumnElement[bool]] = ()) -> set[str]:
    """The reports that fit and tell of anything near one of these days."""
    spans = [*_merged(days)]
    its, found = held.events.c, set()
    for first in range(0, len(spans), AT_ONCE):
        near = or_(*(DAY.between(start, end) for start, end in spans[first : first + AT_ONCE]))
        asked = select(its.report).distinct().join(held.times, held.times.c.id == its.when).where(near, SHORT)
        if among:
            asked = asked.join(held.reports, held.reports.c.id == its.report).where(*among)
        found |= {row["report"] for row in view.rows(asked)}
    return found


def beside(view: View, reports: Collection[str], among: Sequence[ColumnElement[bool]] = ()) -> set[str]:
    """These reports, and those that fit and tell of an event in a claim that one of these tells of one in.

    What says no day is joined by such claims.
    """
    its, theirs = held.propositions.c, held.propositions.alias().c
    shared = select(held.claims.c.id).where(held.claims.c.reports > 1)
    mine = its.report.in_(listed(sorted(reports)))
    made = select(its.claim).where(mine, its.claim.in_(shared), _has_event(its.data))
    asked = select(theirs.report).distinct().where(theirs.claim.in_(made), _has_event(theirs.data))
    if among:
        asked = asked.join(held.reports, held.reports.c.id == theirs.report).where(*among)
    return {*reports, *(row["report"] for row in view.rows(asked))}


def _has_event(proposition: ColumnElement[str]) -> ColumnElement[bool]:
    return func.json_array_length(proposition, "$.types") > 0


def _told(
    query: str | None, among: Sequence[ColumnElement[bool]], ids: ColumnElement[bool] | None
) -> Select[Any]:
    its, index = held.events.c, held.search_events
    chosen = select(its.id, its.report).where(its.polarity == "positive")
    if query is not None:
        chosen = chosen.where(its.key.in_(select(index.c.rowid).where(found_by(query, index))))
    if among:
        chosen = chosen.join(held.reports, held.reports.c.id == its.report).where(*among)
    return chosen if ids is None else chosen.where(ids)


def _merged(days: Collection[str]) -> Iterator[tuple[str, str]]:
    """The days with all near them, as spans that do not meet."""
    known = sorted({date.fromisoformat(day) for day in days})
    if not known:
        return
    start = known[0]
    for one, other in pairwise(known):
        if other - one > 2 * REACH:
            yield _span(start, one)
            start = other
    yield _span(start, known[-1])


def _span(first: date, last: date) -> tuple[str, str]:
    return str(max(first, date.min + REACH) - REACH), str(min(last, date.max - REACH) + REACH)
