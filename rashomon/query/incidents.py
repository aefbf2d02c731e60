"""What happened, as several reports tell it, and its counts of people over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import get_args

from sqlalchemy import select

from rashomon.codebook.counts import CountRule
from rashomon.errors import NotFound
from rashomon.link.disputes import conflict
from rashomon.link.incidents import total
from rashomon.model import FigureKind, Incident, Toll
from rashomon.query.judged import Judged
from rashomon.query.matching import found_by, full_text, in_reports
from rashomon.query.scope import told
from rashomon.query.wording import sentence_at
from rashomon.store import View
from rashomon.store.tables import events, search_events
from rashomon.store.view import SHORTEST_PREFIX


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
    """
    found = told(Judged(view), in_reports(view, outlet=outlet, since=since, until=until), counts)
    fitting = None
    if query := full_text(words):
        chosen = select(events.c.id).join(search_events, search_events.c.rowid == events.c.key)
        fitting = {row["id"] for row in view.rows(chosen.where(found_by(query, search_events)))}
    kept = [
        one
        for one in found.incidents
        if len(one.reports) >= least_reports and (fitting is None or not fitting.isdisjoint(one.events))
    ]
    kept.sort(key=lambda one: (one.start is None, one.start or "", one.id))
    rows = []
    for one in kept[:limit]:
        tolls = tuple(found.tolls[one.id])
        totals = tuple(
            _total(kind, [toll for toll in tolls if toll.kind == kind], counts)
            for kind in get_args(FigureKind)
            if any(toll.kind == kind and not toll.part for toll in tolls)
        )
        first = min(
            (found.readings[report] for report in one.reports),
            key=lambda reading: (reading.report.published or "~", reading.report.id),
        )
        event = next(event for event in first.events if event.id in one.events)
        sentence = sentence_at(first.report.text, event.words.start, event.words.end)
        outlets = {found.readings[report].report.outlet or "unknown" for report in one.reports}
        rows.append(IncidentRow(one, sentence, tuple(sorted(outlets)), tolls, totals, counts))
    return rows


def _total(kind: FigureKind, tolls: Sequence[Toll], rule: CountRule) -> Total:
    whole = [toll for toll in tolls if not toll.part]
    disputed = any(conflict(one, other) for one, other in combinations(whole, 2))
    return Total(kind, *total(tolls, rule), disputed=disputed)


def incident(view: View, prefix: str, counts: CountRule = "words") -> IncidentRow:
    """The incident whose id, or the id of one of whose events, is this or begins so. Raises NotFound."""
    if len(prefix) < SHORTEST_PREFIX:
        raise NotFound(
            f"{prefix!r} is too short; give at least {SHORTEST_PREFIX} characters of an incident's id"
        )
    rows = incidents(view, counts=counts)
    exact = [row for row in rows if row.incident.id.startswith(prefix)]
    found = exact or [row for row in rows if any(one.startswith(prefix) for one in row.incident.events)]
    if not found:
        raise NotFound(f"no incident in {view.path} has an id that begins with {prefix!r}")
    if len(found) > 1:
        raise NotFound(f"several incidents have an id that begins with {prefix!r}; give more of it")
    return found[0]
