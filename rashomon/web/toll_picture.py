"""Counts of people over time, a line for each speaker: who said how many, and when."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from urllib.parse import quote

from markupsafe import Markup

from rashomon.model import Toll
from rashomon.query.wording import least_to_most
from rashomon.web.visible import plain

WIDTH, LEFT, RIGHT, HIGH, TOP, BOTTOM = 940, 46, 300, 230, 16, 30
LABEL = 17
"""From one label on the right to the next."""
ASIDE = 11
"""How far a count stands aside where another of the day has the same number."""
NAME = 32
"""Characters of a name that fit on the right; the table has all of it."""
SORTS = 6
"""Ways of drawing a line; with more speakers they come again."""


def toll_picture(tolls: Sequence[Toll], kind: str) -> Markup:
    """The picture of the counts of one kind, as SVG; parts of a toll and what has no number are in the table alone.

    A count is a dot, or a bar from its least to its most; an arrow goes on where one of them is open.
    """
    shown = _once(one for one in tolls if one.kind == kind and not one.part and _numbers(one))
    days = sorted({one.day for one in shown if one.day})
    most = max([1, *(number for one in shown for number in _numbers(one))]) * 1.12
    room = max(HIGH, LABEL * (len({one.source for one in shown}) + 1))

    def x(day: str) -> float:
        first, last = date.fromisoformat(days[0]), date.fromisoformat(days[-1])
        part = (date.fromisoformat(day) - first).days / max(1, (last - first).days)
        return LEFT + 60 + part * (WIDTH - LEFT - RIGHT - 90)

    def y(number: float) -> float:
        return TOP + room * (1 - number / most)

    speakers: dict[str, list[Toll]] = defaultdict(list)
    for one in shown:
        speakers[one.source].append(one)
    at: dict[str, tuple[float, float]] = {}
    for one in shown:
        left = x(one.day) if one.day else LEFT + 20.0
        while (left, y(_middle(one))) in at.values():
            left += ASIDE
        at[one.figure] = left, y(_middle(one))
    labels = _apart({key: at[its[-1].figure][1] for key, its in speakers.items()}, TOP)
    drawn = [*_axes(days, most, x, y, TOP + room)]
    for sort, (key, its) in enumerate(speakers.items()):
        drawn.append(_line(its, at, labels[key], f"s{sort % SORTS}"))
        drawn += [_mark(one, *at[one.figure], y, f"s{sort % SORTS}") for one in its]
    return Markup(
        '<svg class="tolls" viewBox="0 0 {} {}" role="group" aria-label="Counts over time: {}">{}</svg>'
    ).format(WIDTH, TOP + room + BOTTOM, kind, Markup("").join(drawn))


def told(toll: Toll) -> str:
    """The numbers of a count as a person reads them; a best where the rule gives one."""
    return least_to_most(toll.low, toll.best, toll.high) or "no number"


def _once(tolls: Iterable[Toll]) -> list[Toll]:
    """The counts without those that one speaker gave on one day in another report too."""
    first: dict[object, Toll] = {}
    for one in tolls:
        first.setdefault((one.source, one.day, one.low, one.best, one.high), one)
    return [*first.values()]


def _numbers(toll: Toll) -> list[int]:
    return [one for one in (toll.low, toll.best, toll.high) if one is not None]


def _middle(toll: Toll) -> float:
    """Where a count is drawn: at its best, else between its least and its most."""
    numbers = _numbers(toll)
    return toll.best if toll.best is not None else sum(numbers) / len(numbers)


def _apart(wanted: Mapping[str, float], top: float) -> dict[str, float]:
    """Heights for labels: none over another, none above the top, those that crowd around the middle of them."""
    blocks: list[list[str]] = []

    def start(block: list[str]) -> float:
        return max(top, sum(wanted[key] - n * LABEL for n, key in enumerate(block)) / len(block))

    for key in sorted(wanted, key=lambda key: (wanted[key], key)):
        blocks.append([key])
        while len(blocks) > 1 and start(blocks[-1]) < start(blocks[-2]) + LABEL * len(blocks[-2]):
            last = blocks.pop()
            blocks[-1] += last
    return {key: start(block) + n * LABEL for block in blocks for n, key in enumerate(block)}


def _line(its: Sequence[Toll], at: Mapping[str, tuple[float, float]], label: float, sort: str) -> Markup:
    """What joins the counts of one speaker, and leads to the name."""
    points = [at[one.figure] for one in its]
    way = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    (x, y), right = points[-1], WIDTH - RIGHT
    name = " ".join(plain(its[-1].who).split())
    shown = name if len(name) <= NAME else f"{name[: NAME - 1].rstrip()}…"
    return Markup(
        '<g class="{}"><path class="said" d="M{}"/><path class="lead" d="M{:.1f} {:.1f}L{} {:.1f}"/>'
        '<text class="who" x="{}" y="{:.1f}"><title>{}</title>{} <tspan>{}</tspan></text></g>'
    ).format(sort, way, x, y, right, label, right + 6, label + 4, name, told(its[-1]), shown)


def _mark(toll: Toll, x: float, y: float, height: Callable[[float], float], sort: str) -> Markup:
    low, high = toll.low, toll.high
    parts = []
    if low is not None and high is not None and low != high:
        parts.append(
            Markup('<path class="reach" d="M{0:.1f} {1:.1f}V{2:.1f}"/>').format(x, height(low), height(high))
        )
    elif low is None or (high is None and toll.best is None):
        up = -1 if high is None else 1
        parts.append(
            Markup('<path class="reach" d="M{0:.1f} {1:.1f}v{2}m-4 {3}l4 {4}l4 {3}"/>').format(
                x, y, up * 20, -up * 5, up * 5
            )
        )
    title = f"{toll.day or 'no date'}, {' '.join(toll.who.split())}: {told(toll)}"
    return Markup(
        '<a href="/reports/{}#figure-{}" class="{}"><title>{}</title>{}<circle cx="{:.1f}" cy="{:.1f}" r="4.5"/></a>'
    ).format(quote(toll.report), quote(toll.figure), sort, plain(title), Markup("").join(parts), x, y)


def _axes(
    days: Sequence[str], most: float, x: Callable[[str], float], y: Callable[[float], float], bottom: float
) -> Iterator[Markup]:
    step = next(n * 10**power for power in range(12) for n in (1, 2, 5) if n * 10**power * 5 >= most)
    for number in range(0, int(most) + 1, step):
        yield Markup(
            '<path class="rule" d="M{} {:.1f}H{}"/><text x="{}" y="{:.1f}" text-anchor="end">{:,}</text>'
        ).format(LEFT, y(number), WIDTH - RIGHT, LEFT - 6, y(number) + 4, number)
    named: list[float] = []
    for day in days:
        if not named or x(day) - named[-1] > 90:
            named.append(x(day))
            yield Markup('<text x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text>').format(
                x(day), bottom + 18, day
            )
