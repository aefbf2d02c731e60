"""What happened, as several reports tell it, and its counts of people over time."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import get_args

from sqlalchemy import select

from rashomon.codebook.counts import CountRule
from rashomon.errors import NotFound
from rashomon.link.disputes import conflict
from rashomon.link.tolls import total
from rashomon.model import FigureKind, Incident, Reading, Toll
from rashomon.query.around import REACH, around, beside, dated, telling
from rashomon.query.judged import Judged
from rashomon.query.matching import found_by, full_text, in_reports
from rashomon.query.scope import Told, told
from rashomon.query.wording import sentence_at
from rashomon.store import View
from rashomon.store.tables import events, search_events
from rashomon.store.view import SHORTEST_PREFIX, bindable

MOST_AT_FIRST = 4
"""Dated events that are looked at for each incident that is asked for, at first."""


@dataclass(frozen=True, slots=True)
class Total:
    """What all sources together say of one kind of harm, by the rule chosen."""

    kind: FigureKind
    low: int | None
    best: int | None
    high: int | None
    disputed: bool
    """Whether two of the counts cannot both be, and neither updates the other."""


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident with its counts, oldest first, and what they come to."""

    incident: Incident
    sentence: str
    """The sentence of its first event in the earliest report."""
    outlets: tuple[str, ...]
    tolls: tuple[Toll, ...]
    totals: tuple[Total, ...]
    rule: CountRule


def incidents(
    view: View,
    *,
    words: str | None = None,
    least_reports: int = 1,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
    counts: CountRule = "words",
    limit: int | None = None,
) -> list[IncidentRow]:
    """The incidents that fit all that is asked, by the day they were, then by id; without a day last.

    All `words` must be found in one of its events, as `events` looks for them. Only reports of the `outlet` and of
    those days of publication are asked; `counts` is the rule that gives numbers to words.

    With a `limit` no more reports are read than are needed. An incident of which only a telling without a day has the
    words may then be missing.
    """
    among = in_reports(view, outlet=outlet, since=since, until=until)
    query = full_text(words)
    judged = Judged(view)

    def read(days: Collection[str], also: Collection[str] = ()) -> tuple[Told, list[Incident]]:
        found = told(judged, beside(view, {*around(view, days, among), *also}, among))
        fitting = _events(view, query, found.readings)
        return found, [
            one
            for one in found.incidents
            if len(one.reports) >= least_reports and (fitting is None or not fitting.isdisjoint(one.events))
        ]

    rows: list[IncidentRow] = []
    done, some = "", MOST_AT_FIRST * (limit or 0)
    while limit is not None:
        begun = dated(view, query=query, among=among, since=done, limit=some)
        if len(begun) < some:  # the last are those of no day, which may be told of anywhere
            break
        # What begins later may be told of in reports that were not read.
        sure = max(done, str(date.fromisoformat(begun[-1].day) - REACH))
        found, kept = read([one.day for one in begun])
        kept = [one for one in kept if one.start is not None and done <= one.start < sure]
        rows += [_row(one, found, counts) for one in sorted(kept, key=_order)]
        if len(rows) >= limit:
            return rows[:limit]
        done, some = sure, some * 2
    every = dated(view, query=query, among=among)
    found, kept = read([one.day for one in every], telling(view, query=query, among=among))
    return [_row(one, found, counts) for one in sorted(kept, key=_order)[:limit]]


def _order(one: Incident) -> tuple[object, ...]:
    return one.start is None, one.start or "", one.id


def _events(view: View, query: str | None, reports: Iterable[str]) -> set[str] | None:
    """The ids of the events in these reports that a full-text query finds; None: all."""
    if query is None:
        return None
    chosen = select(events.c.id).join(search_events, search_events.c.rowid == events.c.key)
    rows = view.rows_among(chosen.where(found_by(query, search_events)), events.c.report, sorted(reports))
    return {row["id"] for row in rows}


def _row(one: Incident, found: Told, counts: CountRule) -> IncidentRow:
    tolls = tuple(found.tolls(one, counts))
    totals = tuple(
        _total(kind, [toll for toll in tolls if toll.kind == kind], counts, found.readings)
        for kind in get_args(FigureKind)
        if any(toll.kind == kind for toll in tolls)
    )
    first = min(
        (found.readings[report] for report in one.reports),
        key=lambda reading: (reading.report.published or "~", reading.report.id),
    )
    event = next(event for event in first.events if event.id in one.events)
    sentence = sentence_at(first.report.text, event.words.start, event.words.end)
    outlets = {found.readings[report].report.outlet or "unknown" for report in one.reports}
    return IncidentRow(one, sentence, tuple(sorted(outlets)), tolls, totals, counts)


def _total(
    kind: FigureKind, tolls: Sequence[Toll], rule: CountRule, readings: Mapping[str, Reading]
) -> Total:
    whole = [toll for toll in tolls if not toll.part]
    disputed = any(conflict(one, other, readings) for one, other in combinations(whole, 2))
    return Total(kind, *total(tolls, rule), disputed=disputed)


def incident(view: View, prefix: str, counts: CountRule = "words") -> IncidentRow:
    """The incident whose id, or the id of one of whose events, is this or begins so. Raises NotFound."""
    if len(prefix) < SHORTEST_PREFIX:
        raise NotFound(
            f"{prefix!r} is too short; give at least {SHORTEST_PREFIX} characters of an incident's id"
        )
    start = bindable(prefix)
    ids = events.c.id.between(start, start + chr(0x10FFFF))
    reports = telling(view, ids=ids)
    reports |= around(view, [one.day for one in dated(view, ids=ids)])
    of = told(Judged(view), beside(view, reports))
    exact = [one for one in of.incidents if one.id.startswith(prefix)]
    found = exact or [one for one in of.incidents if any(event.startswith(prefix) for event in one.events)]
    if not found:
        raise NotFound(f"no incident in {view.path} has an id that begins with {prefix!r}")
    if len(found) > 1:
        raise NotFound(f"several incidents have an id that begins with {prefix!r}; give more of it")
    return _row(found[0], of, counts)
