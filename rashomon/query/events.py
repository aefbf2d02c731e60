"""What is said to have happened: of which type, by whom and to whom, where and when, on whose word."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from rashomon.model import Event, Figure, Place, Statement, When
from rashomon.query.context import contexts
from rashomon.query.matching import BY_DATE, by_id, full_text, in_reports, reported
from rashomon.query.ordering import in_order
from rashomon.store import View
from rashomon.store import tables as held
from rashomon.store.tables import search_events

TYPES = ("plover", "mode", "acled", "sub_event")
"""The fields of an event in which its type is looked for."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event, the report that tells of it, and all that it names by an id."""

    report: str
    outlet: str | None
    published: str | None
    title: str | None
    sentence: str
    """The sentence in which its words stand."""
    event: Event
    statement: Statement | None
    """Whose word it is; None: the report's own voice."""
    when: When | None
    place: Place | None
    figures: tuple[Figure, ...]


def events(
    view: View,
    *,
    type: str | None = None,
    ucdp: int | None = None,
    actor: str | None = None,
    place: str | None = None,
    source: str | None = None,
    words: str | None = None,
    happened_since: str | None = None,
    happened_until: str | None = None,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
    report: str | None = None,
    limit: int | None = None,
) -> list[EventRow]:
    """The events that fit all that is asked, oldest report first and in the order of the text.

    `type` is a type, mode or sub-event type of PLOVER or ACLED, in any case. `actor`, `place` and `source` are
    words of the one taking part, of the place, of the source whose statement tells it; all `words` must occur
    together in any of them, in the event, the statement or the title. An event `happened` in a span of days
    where it can have: its time overlaps them; one without a resolved time fits none. `since` and `until` are
    days of publication. All days are YYYY-MM-DD and included. `report` is a whole id.
    """
    among = in_reports(view, outlet=outlet, since=since, until=until, report=report)
    fitting: list[ColumnElement[bool]] = []
    if type is not None:
        fitting.append(or_(*(func.lower(held.events.c[name]) == type.lower() for name in TYPES)))
    if ucdp is not None:
        fitting.append(held.events.c.ucdp == ucdp)
    if happened_since is not None or happened_until is not None:
        fitting.append(held.events.c.when.in_(times_within(happened_since, happened_until)))
    query = full_text(words, actors=actor, place=place, source=source)
    keys = in_order(view, held.events, BY_DATE, among, fitting, index=search_events, query=query, limit=limit)
    return event_rows(view, keys)


def event_rows(view: View, keys: Sequence[int]) -> list[EventRow]:
    """The events with these keys, in the order of the keys, each with all that it names."""
    sentences = contexts(view, held.events, "words_spans", keys)
    about = reported(view, held.events, keys)
    found = view.events(keys)
    told = found.values()
    statements = by_id(view, held.statements, view.statements, (event.statement for event in told))
    times = by_id(view, held.times, view.times, (event.when for event in told))
    places = by_id(view, held.places, view.places, (event.place for event in told))
    figures = by_id(view, held.figures, view.figures, (figure for event in told for figure in event.figures))
    return [
        EventRow(
            **about[key],
            sentence=sentences[key],
            event=event,
            statement=statements.get(event.statement or ""),
            when=times.get(event.when or ""),
            place=places.get(event.place or ""),
            figures=tuple(figures[figure] for figure in event.figures),
        )
        for key, event in found.items()
    ]


def times_within(since: str | None, until: str | None) -> Select[Any]:
    """The ids of the times that can be on these days: one open on one side may reach them."""
    when = held.times.c
    days = select(when.id).where(or_(when.start.is_not(None), when.end.is_not(None)))
    if since is not None:
        days = days.where(or_(when.end.is_(None), when.end >= since))
    if until is not None:
        days = days.where(or_(when.start.is_(None), when.start <= until))
    return days
