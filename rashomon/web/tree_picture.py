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
    """The picture, as SVG; `steps` are the numbers of the steps in the list, of one report the surest first."""
    at = places(found)
    width = (max(column for column, _ in at.values()) + 1) * (BOX + GAP) - GAP + 4
    height = max(line for _, line in at.values()) * ROW + HIGH + 4
    first = {report: n for n, report in sorted(((n, one) for (one, _), n in steps.items()), reverse=True)}
    drawn = [
        *(_line(edge, at) for edge in found.edges),
        *(_box(found, key, at) for key in at),
        *(
            _kind(edge, at, step, surest=step == first[edge.report])
            for edge in found.edges
            for step in [steps[edge.report, edge.of]]
        ),
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
        if below[root] or not found.edges:
            line(root)
    taken = {lines[root] for root in roots if root in lines}
    for root in roots:
        if (
            root not in lines
        ):  # on which nobody rests most surely: as near as can be to those who rest on it too
            near = min(lines[edge.report] for edge in found.edges if edge.of == root)
            lines[root] = min(
                (n for n in range(free + len(roots)) if n not in taken), key=lambda n: abs(n - near)
            )
            taken.add(lines[root])
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


def _kind(edge: Edge, at: Places, step: int, *, surest: bool) -> Markup:
    """The number of a step, which leads to it in the list, near the end of its line with its kind.

    Of several steps to one report only the surest is named so; the others have their number where their lines begin.
    """
    (x, y), (end, low) = _corner(at[edge.of]), _corner(at[edge.report])
    lane = low - ROW // 2 if end - x - BOX > GAP else low
    if surest:
        begins = y if lane == low else lane
        part, over = (
            (0.72, 0.38) if low >= begins else (0.5, 0.5)
        )  # upwards it would meet the names of others
        at_x, at_y, words = end - GAP * over, begins + (low - begins) * part, f"{step} {called(edge.kind)}"
    else:
        at_x, at_y, words = x + BOX + GAP * 0.34, y + (lane - y) * 0.22, f"{step}"
    return Markup(
        '<a href="#step-{}"><title>{}</title>'
        '<text class="kind" x="{:.0f}" y="{:.0f}" text-anchor="middle">{}</text></a>'
    ).format(step, plain(f"{edge.kind}: {edge.reasons[0].why}"), at_x, at_y + HIGH // 2 + 4, words)


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
