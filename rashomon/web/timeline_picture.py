"""Events on a line of days: a day is a dot, a week or a month a bar as long as it is, and each leads to its words."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from urllib.parse import quote

from markupsafe import Markup

from rashomon.query.when_where import Count, Happening
from rashomon.web.counts_picture import counts_lanes
from rashomon.web.visible import plain

WIDTH, LEFT, RIGHT = 1100, 118, 16
ROW, PAD, TOP = 11, 14, 30
DEEPEST = 40
"""Rows in a lane; what does not fit there is drawn in the last, over what is there."""
TICKS = 8


def timeline_picture(
    found: Sequence[Happening],
    counts: Sequence[Count] = (),
    since: str | None = None,
    until: str | None = None,
) -> Markup:
    """The picture, as SVG; a lane for each type of event, below them one for each kind of counts.

    It begins on the day `since` and ends on the day `until` where they are given; bars that go on are cut.
    """
    spans = [*((one.start, one.end) for one in found), *((one.start, one.end) for one in counts)]
    days = [date.fromisoformat(day) for span in spans for day in span if day]
    first = (date.fromisoformat(since) if since else min(days)) - timedelta(1)
    last = (date.fromisoformat(until) if until else max(days)) + timedelta(2)
    last = max(last, first + timedelta(3))
    scale = (WIDTH - LEFT - RIGHT) / (last - first).days

    def x(day: str) -> float:
        return LEFT + (min(max(date.fromisoformat(day), first), last) - first).days * scale

    lanes: dict[str, list[Happening]] = defaultdict(list)
    for one in found:
        lanes[one.plover].append(one)
    parts, y = [], float(TOP)
    for lane, its in sorted(lanes.items(), key=lambda lane: -len(lane[1])):
        drawn, rows = _lane(its, x, y + PAD, last)
        height = rows * ROW + 2 * PAD
        label = Markup('<path class="rule" d="M0 {}h{}"/><text class="lane" x="0" y="{}">{}</text>')
        parts += [label.format(y, WIDTH, y + PAD + 7, plain(lane.capitalize())), *drawn]
        y += height
    marks, y = counts_lanes(counts, x, y, WIDTH)
    axis = Markup("").join(_axis(first, last, x, y))
    return Markup(
        '<svg class="timeline" viewBox="0 0 {} {}" role="group" aria-label="Events and counts by day">{}{}</svg>'
    ).format(WIDTH, y + 2, axis, Markup("").join([*parts, *marks]))


def _lane(
    its: Sequence[Happening], x: Callable[[str], float], top: float, last: date
) -> tuple[list[Markup], int]:
    """The marks of one lane, each in the first row where it overlaps none."""
    ends: list[float] = []
    drawn = []
    for one in its:
        start = x(one.start or one.end or "")
        end = x(one.end) if one.end else x(str(last)) if one.start else start
        row = next((n for n, taken in enumerate(ends) if taken <= start), len(ends))
        row = min(row, DEEPEST - 1)
        if row == len(ends):
            ends.append(0.0)
        ends[row] = max(ends[row], end + ROW)
        drawn.append(_mark(one, start, end, top + row * ROW + ROW / 2))
    return drawn, len(ends)


def _mark(one: Happening, start: float, end: float, y: float) -> Markup:
    not_so = " not" if one.polarity == "negative" else ""
    if one.start and one.start == one.end:
        shape = Markup('<circle class="day{}" cx="{:.1f}" cy="{:.1f}" r="4"/>').format(not_so, start, y)
    else:
        open_ = "" if one.start and one.end else " open"
        width = max(end - start, 6)
        left = start if one.start else start - 40
        width = width if one.start else 40
        shape = Markup(
            '<rect class="span{}{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="6" rx="3"/>'
        ).format(not_so, open_, left, y - 3, width)
    days = one.start if one.start == one.end else f"{one.start or '…'} to {one.end or '…'}"
    said = "said not to be: " if not_so else ""
    title = plain(f"{days}, {one.outlet or 'no outlet'}: {said}{' '.join(one.text.split())[:200]}")
    return Markup('<a href="/reports/{}#event-{}"><title>{}</title>{}</a>').format(
        quote(one.report), quote(one.id), title, shape
    )


def _axis(first: date, last: date, x: Callable[[str], float], bottom: float) -> list[Markup]:
    step = max(1, -(-(last - first).days // TICKS))
    drawn = []
    day = first + timedelta(1)
    while day < last:
        at = x(str(day))
        drawn.append(
            Markup(
                '<path class="tick" d="M{:.1f} 18V{:.1f}"/><text x="{:.1f}" y="12" text-anchor="middle">{}</text>'
            ).format(at, bottom, min(at, WIDTH - 34), day)
        )
        day += timedelta(step)
    return drawn
