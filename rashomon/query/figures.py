"""Which counts of people are there: of which harm, how many, where, on whose word."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from sqlalchemy import ColumnElement, or_, select

from rashomon.codebook.counts import CountRule, counted
from rashomon.model import Figure, FigureKind, Place, Statement, When
from rashomon.query.context import contexts
from rashomon.query.judged import Judged
from rashomon.query.matching import BY_DATE, by_id, full_text, in_reports, reported
from rashomon.query.ordering import in_order
from rashomon.store import View
from rashomon.store import tables as held
from rashomon.store.tables import event_figures, search_figures

NUMBERS = ("low", "best", "high")
NOWHERE = (None, None)
"""Place and time of a figure that no event counts."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure, the report it stands in, and what it is said of."""

    report: str
    outlet: str | None
    published: str | None
    title: str | None
    sentence: str
    """The sentence in which it stands."""
    figure: Figure
    statement: Statement | None
    """Whose word it is; None: the report's own voice."""
    place: Place | None
    """Where the event is that it counts the people of; None if no event near it tells."""
    when: When | None
    """When that event is; None likewise."""
    corrected: tuple[str, ...] = ()
    """The fields of the figure that people corrected."""


def figures(
    view: View,
    *,
    kind: FigureKind | None = None,
    at_least: int | None = None,
    source: str | None = None,
    place: str | None = None,
    words: str | None = None,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
    report: str | None = None,
    counts: CountRule = "words",
    limit: int | None = None,
) -> list[FigureRow]:
    """The figures that fit all that is asked, oldest report first and in the order of the text.

    `counts` is the rule that gives numbers to the words. `at_least`: one of its numbers is as large. `source` are
    words of the source whose statement holds the figure, `place` words of the place of its event. All `words`
    must occur together in the figure, the statement that holds it, its event, their source and place, or the title.
    `since` and `until` are days of publication, YYYY-MM-DD, both included. `report` is a whole id.
    """
    among = in_reports(view, outlet=outlet, since=since, until=until, report=report)
    fitting: list[ColumnElement[bool]] = []
    if kind is not None:
        fitting.append(held.figures.c.kind == kind)
    if at_least is not None:
        large = or_(*(held.figures.c[name] >= at_least for name in NUMBERS))
        fitting.append(large | (held.figures.c.bound == "vague") if counts != "words" else large)
    query = full_text(words, source=source, place=place)
    find = partial(in_order, view, held.figures, BY_DATE, among, fitting, index=search_figures, query=query)
    if at_least is None or counts == "words":
        return figure_rows(view, find(limit=limit), counts)
    rows = figure_rows(view, find(), counts)
    return [row for row in rows if any((getattr(row.figure, name) or 0) >= at_least for name in NUMBERS)][
        :limit
    ]


def figure_rows(view: View, keys: Sequence[int], counts: CountRule = "words") -> list[FigureRow]:
    """The figures with these keys, in the order of the keys, each with what it is said of."""
    sentences = contexts(view, held.figures, "spans", keys)
    about = reported(view, held.figures, keys)
    found = view.figures(keys)
    judged = Judged(view)
    said = by_id(view, held.statements, view.statements, (one.statement for one in found.values()))
    told = _events(view, [one.id for one in found.values()])
    places = by_id(view, held.places, view.places, (place for place, _ in told.values()))
    times = by_id(view, held.times, view.times, (when for _, when in told.values()))
    return [
        FigureRow(
            **about[key],
            sentence=sentences[key],
            figure=counted(judged.record(figure), counts),
            statement=said.get(figure.statement or ""),
            place=places.get(told.get(figure.id, NOWHERE)[0] or ""),
            when=times.get(told.get(figure.id, NOWHERE)[1] or ""),
            corrected=judged.corrected(figure.id),
        )
        for key, figure in found.items()
    ]


def _events(view: View, ids: Sequence[str]) -> dict[str, tuple[str | None, str | None]]:
    """The ids of place and time of the first event that counts each figure."""
    counting = (
        select(event_figures.c.figure, held.events.c.place, held.events.c.when)
        .join(held.events)
        .order_by(held.events.c.report, held.events.c.position)
    )
    found: dict[str, tuple[str | None, str | None]] = {}
    for row in view.rows_among(counting, event_figures.c.figure, ids):
        found.setdefault(row["figure"], (row["place"], row["when"]))
    return found
