"""When and where things are said to have happened, in few words: what a timeline and a map draw."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, or_, select

from rashomon.model import Bound, FigureKind, Polarity
from rashomon.query.events import times_within
from rashomon.query.matching import found_by, full_text, in_reports
from rashomon.store import View
from rashomon.store import tables as held


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with its days, and what leads to its words."""

    id: str
    report: str
    outlet: str | None
    plover: str
    mode: str | None
    polarity: Polarity
    text: str
    """Its own words."""
    start: str | None
    """The first day it can have been; None: open."""
    end: str | None


@dataclass(frozen=True, slots=True)
class Count:
    """A figure of a dated event, and what leads to its words."""

    id: str
    report: str
    outlet: str | None
    kind: FigureKind
    text: str
    low: int | None
    best: int | None
    high: int | None
    bound: Bound
    superseded: bool
    """Whether its report gives it as an earlier count."""
    start: str
    """The first day the event can have been."""
    end: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, and how much is said to have happened there."""

    name: str
    kind: str
    country: str | None
    adm_1: str | None
    lat: float
    lon: float
    events: int
    reports: int


def happenings(view: View, *, limit: int, **asked: Any) -> tuple[list[Happening], int]:
    """The dated events that fit, by their first day, and how many of all that fit have no day.

    Asked may be `type`, `place`, `words`, `outlet`, and `happened_since` and `happened_until`, days YYYY-MM-DD.
    """
    its, when, of = held.events.c, held.times.c, held.reports.c
    fitting = _fitting(view, select(its.key).join(held.reports), **asked).subquery()
    dated = or_(when.start.is_not(None), when.end.is_not(None))
    rows = view.rows(
        select(
            its.id, its.report, of.outlet, its.plover, its.mode, its.polarity, its.words_text.label("text"),
            when.start, when.end,
        )
        .join(held.times, when.id == its.when)
        .join(held.reports, of.id == its.report)
        .where(its.key.in_(select(fitting.c.key)), dated)
        .order_by(func.coalesce(when.start, when.end), its.key)
        .limit(limit)
    )  # fmt: skip
    undated = select(func.count()).select_from(held.events.outerjoin(held.times, when.id == its.when))
    (without,) = view.rows(undated.where(its.key.in_(select(fitting.c.key)), ~func.coalesce(dated, False)))
    return [Happening(**row) for row in rows], int(without["count_1"])


def counts(view: View, *, limit: int, **asked: Any) -> list[Count]:
    """The figures with a number of the events that fit and have a first and a last day, by the first day.

    Each stands once, on the day of the first event that it counts the people of. Asked may be what `happenings` takes.
    """
    its, when, of, figure, counting = (
        table.c for table in (held.events, held.times, held.reports, held.figures, held.event_figures)
    )
    fitting = _fitting(view, select(its.key).join(held.reports), **asked).subquery()
    rows = view.rows(
        select(
            figure.id, figure.report, of.outlet, figure.kind, figure.text, figure.low, figure.best, figure.high,
            figure.bound, figure.superseded, when.start, when.end,
        )
        .join(held.event_figures, counting.figure == figure.id)
        .join(held.events, its.key == counting.event)
        .join(held.times, when.id == its.when)
        .join(held.reports, of.id == figure.report)
        .where(
            its.key.in_(select(fitting.c.key)),
            its.polarity == "positive",
            when.start.is_not(None),
            when.end.is_not(None),
            ~figure.cumulative,
            or_(*(figure[name].is_not(None) for name in ("low", "best", "high"))),
        )
        .order_by(when.start, figure.id, its.key)
        .limit(limit)
    )  # fmt: skip
    return [*{row["id"]: Count(**row) for row in reversed(rows)}.values()][::-1]


def spots(view: View, *, limit: int, **asked: Any) -> tuple[list[Spot], int]:
    """The places of the events that fit, those with most first, and how many events have no place that is known."""
    its, where = held.events.c, held.places.c
    fitting = _fitting(view, select(its.key).join(held.reports), **asked).subquery()
    place = (where.name, where.kind, where.country, where.adm_1, where.lat, where.lon)
    count = func.count()
    rows = view.rows(
        select(*place, count.label("events"), func.count(its.report.distinct()).label("reports"))
        .select_from(held.events.join(held.places, where.id == its.place))
        .where(its.key.in_(select(fitting.c.key)), where.lat.is_not(None), where.lon.is_not(None))
        .group_by(*place)
        .order_by(count.desc(), where.name, where.lat, where.lon)
        .limit(limit)
    )
    unknown = select(count).select_from(held.events.outerjoin(held.places, where.id == its.place))
    (without,) = view.rows(unknown.where(its.key.in_(select(fitting.c.key)), where.lat.is_(None)))
    return [Spot(**row) for row in rows], int(without["count_1"])


def _fitting(
    view: View,
    chosen: Select[Any],
    *,
    type: str | None = None,
    place: str | None = None,
    words: str | None = None,
    outlet: str | None = None,
    happened_since: str | None = None,
    happened_until: str | None = None,
) -> Select[Any]:
    its = held.events.c
    if query := full_text(words, place=place):
        found = select(held.search_events.c.rowid).where(found_by(query, held.search_events))
        chosen = chosen.where(its.key.in_(found))
    if type is not None:
        chosen = chosen.where(its.plover == type.upper())
    if happened_since is not None or happened_until is not None:
        chosen = chosen.where(its.when.in_(times_within(happened_since, happened_until)))
    return chosen.where(*in_reports(view, outlet=outlet))
