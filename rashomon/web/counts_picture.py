"""Counts of people on a line of days: how many, how exactly that is known, and where it is said."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from math import log10
from typing import get_args
from urllib.parse import quote

from markupsafe import Markup

from rashomon.model import FigureKind
from rashomon.query.when_where import Count
from rashomon.query.wording import IN_WORDS, between, least_to_most
from rashomon.web.visible import plain

HIGH, PAD = 96, 16
"""Height of a lane, and what is left free above and below it."""
OPEN = 13
"""Length of the arrow of a count that is open on one side."""

Place = Callable[[str], float]


def counts_lanes(found: Sequence[Count], x: Place, top: float, width: int) -> tuple[list[Markup], float]:
    """The marks of a lane for each kind of harm, the commonest first, and where the last lane ends.

    A number goes up by its logarithm. A dot is the number, a line goes from the least to the most, an arrow on where
    one of them is open; a line across is all the days that it can have been.
    """
    lanes: dict[FigureKind, list[Count]] = defaultdict(list)
    for one in found:
        lanes[one.kind].append(one)
    drawn: list[Markup] = []
    order = get_args(FigureKind)
    for kind, its in sorted(lanes.items(), key=lambda lane: (-len(lane[1]), order.index(lane[0]))):
        most = max(10, *(number for one in its for number in _numbers(one)))
        bottom = top + 2 * PAD + HIGH

        def y(number: int, most: int = most, bottom: float = bottom) -> float:
            return bottom - PAD - HIGH * log10(max(number, 1)) / log10(most)

        drawn += _scale(kind, most, y, top, width)
        drawn += [_mark(one, x, y) for one in its]
        top = bottom
    return drawn, top


def _numbers(one: Count) -> list[int]:
    return [number for number in (one.low, one.best, one.high) if number is not None]


def _scale(kind: str, most: int, y: Callable[[int], float], top: float, width: int) -> Iterator[Markup]:
    yield Markup('<path class="rule" d="M0 {}h{}"/><text class="lane" x="0" y="{}">{}</text>').format(
        top, width, top + 21, plain(kind.capitalize())
    )
    number = 1
    while number <= most:
        yield Markup(
            '<path class="tick" d="M118 {:.1f}h{}"/><text x="110" y="{:.1f}" text-anchor="end">{:,}</text>'
        ).format(y(number), width - 118, y(number) + 4, number)
        number *= 10


def _mark(one: Count, x: Place, y: Callable[[int], float]) -> Markup:
    left, right = x(one.start), x(one.end)
    middle, numbers = (left + right) / 2, _numbers(one)
    least, most = y(min(numbers)), y(max(numbers))
    shapes = []
    if right > left:
        shapes.append(
            Markup('<path class="days" d="M{:.1f} {:.1f}H{:.1f}"/>').format(left, y(_shown(one)), right)
        )
    if least > most:
        whisker = Markup('<path class="whisker" d="M{:.1f} {:.1f}h6m-3 0V{:.1f}m-3 0h6"/>')
        shapes.append(whisker.format(middle - 3, least, most))
    if one.high is None:
        shapes.append(_arrow(middle, most, -1))
    if one.low is None:
        shapes.append(_arrow(middle, least, 1))
    sort = "best" if one.best is not None and one.bound == "exact" else "bound"
    shapes.append(
        Markup('<circle class="{}" cx="{:.1f}" cy="{:.1f}" r="3.5"/>').format(sort, middle, y(_shown(one)))
    )
    told = IN_WORDS.get(one.bound, "") if len(set(numbers)) == 1 else ""
    number = f"{told}{numbers[0]:,}" if len(set(numbers)) == 1 else least_to_most(one.low, one.best, one.high)
    note = " (an earlier count)" if one.superseded else ""
    words = " ".join(one.text.split())[:200]
    title = f"{between(one.start, one.end)}, {one.outlet or 'no outlet'}: {number} {one.kind}{note}: {words}"
    return Markup('<a class="count{}" href="/reports/{}#figure-{}"><title>{}</title>{}</a>').format(
        " earlier" if one.superseded else "",
        quote(one.report),
        quote(one.id),
        plain(title),
        Markup("").join(shapes),
    )


def _shown(one: Count) -> int:
    """The number at which a count stands: its best, else what bounds it."""
    return next(number for number in (one.best, one.low, one.high) if number is not None)


def _arrow(x: float, y: float, way: int) -> Markup:
    tip = y + way * OPEN
    return Markup('<path class="whisker" d="M{0:.1f} {1:.1f}V{2:.1f}l-3 {3}m3 {4}l3 {3}"/>').format(
        x, y, tip, -4 * way, 4 * way
    )
