"""Who took it from whom, drawn from left to right: what others rest on first, each step with its kind."""

from collections import defaultdict
from collections.abc import Mapping
from urllib.parse import quote

from markupsafe import Markup

from rashomon.query.tree import Edge, Family
from rashomon.web.visible import plain

BOX, HIGH, GAP, ROW = 182, 46, 116, 66
"""Width and height of a report, the room between two columns, and from one line of reports to the next."""
NAME, NOTE = 20, 26
"""Characters of each of the two lines in a box; all of it is in the list below."""

Places = Mapping[str, tuple[int, int]]
"""The column and the line of each report or outlet."""


def tree_picture(found: Family, steps: Mapping[tuple[str, str], int]) -> Markup:
    """The picture, as SVG; `steps` are the numbers of the steps in the list, to which their names lead."""
    at = places(found)
    width = (max(column for column, _ in at.values()) + 1) * (BOX + GAP) - GAP + 4
    height = max(line for _, line in at.values()) * ROW + HIGH + 4
    drawn = [
        *(_line(edge, at) for edge in found.edges),
        *(_box(found, key, at) for key in at),
        *(_kind(edge, at, steps[edge.report, edge.of]) for edge in found.edges),
    ]
    return Markup(
        '<svg class="tree" viewBox="0 0 {} {}" width="{}" height="{}" role="group" '
        'aria-label="Who took it from whom">{}</svg>'
    ).format(width, height, width, height, Markup("").join(drawn))


def places(found: Family) -> dict[str, tuple[int, int]]:
    """Where each stands: right of all that it rests on, on the line of the eldest that rests most surely on it."""
    below, roots = offspring(found)
    rests = defaultdict(list)
    for edge in found.edges:
        rests[edge.report].append(edge.of)
    columns: dict[str, int] = {}

    def column(one: str, above: frozenset[str]) -> int:
        if one not in columns:
            parents = [other for other in rests[one] if other not in above]
            columns[one] = max((column(other, above | {one}) + 1 for other in parents), default=0)
        return columns[one]

    lines: dict[str, int] = {}
    free = 0

    def line(one: str) -> int:
        nonlocal free
        mine = [line(other) for other in below[one]]
        lines[one] = mine[0] if mine else free
        free += not mine
        return lines[one]

    for root in roots:
        line(root)
    return {one: (column(one, frozenset()), lines[one]) for one in lines}


def offspring(found: Family) -> tuple[dict[str, list[str]], list[str]]:
    """Those that rest on each, every report once, below what it most surely rests on; and those that rest on nothing.

    Oldest first, without a date last.
    """
    below: dict[str, list[str]] = defaultdict(list)
    above: dict[str, str] = {}
    for edge in sorted(found.edges, key=lambda edge: (-edge.confidence, edge.report, edge.of)):
        if edge.report not in above and not _descends(edge.of, edge.report, above):
            above[edge.report] = edge.of
            below[edge.of].append(edge.report)

    def age(one: str) -> tuple[str, str]:
        row = found.reports.get(one)
        return (row.published or "~" if row else "", one)

    everyone = {*found.reports, *found.outlets}
    for one in everyone:
        below[one].sort(key=age)
    return below, sorted(everyone - above.keys(), key=age)


def _descends(one: str, other: str, above: Mapping[str, str]) -> bool:
    while one != other and one in above:
        one = above[one]
    return one == other


def _corner(place: tuple[int, int]) -> tuple[int, int]:
    return 2 + place[0] * (BOX + GAP), 2 + place[1] * ROW


def _line(edge: Edge, at: Places) -> Markup:
    """From what is rested on to who rests on it, with an arrow where it is known which way it went."""
    (x, y), (end, low) = _corner(at[edge.of]), _corner(at[edge.report])
    x, y, low = x + BOX, y + HIGH // 2, low + HIGH // 2
    way = f"M{x} {y}"
    if end - x > GAP:  # past other columns, between two lines of reports
        x, y, lane = x + GAP, low - ROW // 2, y
        way += f"C{x - GAP // 2} {lane} {x - GAP // 2} {y} {x} {y}H{end - GAP}"
        x = end - GAP
    way += f"C{x + GAP // 2} {y} {end - GAP // 2} {low} {end} {low}"
    tip = Markup('<path class="tip" d="M{} {}l-8 -4v8z"/>').format(end, low) if edge.directed else ""
    return Markup('<path class="passed{}" d="{}"/>{}').format("" if edge.directed else " doubt", way, tip)


def _kind(edge: Edge, at: Places, step: int) -> Markup:
    """The number and kind of a step, on the last bend of its line; it leads to the step in the list."""
    (x, y), (end, low) = _corner(at[edge.of]), _corner(at[edge.report])
    begins = low - ROW // 2 if end - x - BOX > GAP else y
    part, left = (
        (0.72, 0.38) if low >= begins else (0.5, 0.5)
    )  # a step upwards would meet the names of others
    height = begins + HIGH // 2 + round((low - begins) * part)
    return Markup(
        '<a href="#step-{}"><title>{}</title><text class="kind" x="{}" y="{}" text-anchor="middle">{} {}</text></a>'
    ).format(step, plain(edge.reasons[0].why), end - round(GAP * left), height + 4, step, called(edge.kind))


def called(kind: str) -> str:
    """What to call a kind of step."""
    return f"{kind} copy" if kind in ("exact", "near", "partial") else kind


def _box(found: Family, key: str, at: Places) -> Markup:
    x, y = _corner(at[key])
    row = found.reports.get(key)
    if row is None:
        name, note, kind = found.outlets[key], "original not held", "missing"
    else:
        name, note = row.outlet or "no outlet", f"{row.published or 'no date'} · {row.title or row.path}"
        kind = "this" if key == found.report else ""
    drawn = Markup(
        '<title>{}: {}</title><rect class="box {}" x="{}" y="{}" width="{}" height="{}" rx="4"/>'
        '<text class="name" x="{}" y="{}">{}</text><text class="note {}" x="{}" y="{}">{}</text>'
    ).format(
        plain(name), plain(note), kind, x, y, BOX, HIGH,
        x + 10, y + 19, _cut(name, NAME), kind, x + 10, y + 36, _cut(note, NOTE),
    )  # fmt: skip
    return drawn if row is None else Markup('<a href="/reports/{}">{}</a>').format(quote(key), drawn)


def _cut(words: str, most: int) -> str:
    words = " ".join(plain(words).split())
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
