"""`rashomon tree`: who took it from whom."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text
from rich.tree import Tree

from rashomon.cli.options import AsJson, LedgerPath, ledger_of
from rashomon.cli.terminal import console, line, print_json
from rashomon.cli.unlinked import warn

if TYPE_CHECKING:
    from rashomon.query.tree import Edge, Family


def tree(
    context: typer.Context,
    report: Annotated[
        str,
        typer.Argument(help="The id of a report, or the start of it.", metavar="REPORT", show_default=False),
    ],
    ledger: LedgerPath = None,
    json: AsJson = False,
) -> None:
    """Show the family of a report: what it rests on, what rests on it, and what shows each step.

    Example:

        rashomon tree 3fa2

    Each line stands below the one that it rests on; `or the other way round` where no date tells which of two
    copies was first. An outlet that others credit and of which no report is held is `not held`.
    """
    from rashomon.query.tree import tree as ask
    from rashomon.store import View

    with View(ledger_of(context, ledger)) as view:
        warn(view)
        found = ask(view, view.find(report))
    if json:
        print_json([found])
        return
    page = console()
    below: dict[str, list[Edge]] = {}
    for edge in sorted(found.edges, key=lambda edge: (-edge.confidence, edge.report)):
        below.setdefault(edge.of, []).append(edge)
    shown: set[str] = set()
    resting = {edge.report for edge in found.edges}
    for root in [
        *sorted(found.outlets),
        *sorted(one for one in found.reports if one not in resting),
        *found.reports,
    ]:
        if root not in shown:
            branch = Tree(_label(found, root))
            _grow(found, branch, root, below, shown)
            page.print(branch)
    if not found.edges:
        page.print("It shares text with no report of the ledger, and credits no outlet.", style="dim")
    if not found.whole:
        page.print("The family goes on; these are the nearest.", style="dim")


def _grow(found: "Family", branch: Tree, node: str, below: "dict[str, list[Edge]]", shown: set[str]) -> None:
    shown.add(node)
    for edge in below.get(node, ()):
        label = _label(found, edge.report)
        reason = edge.reasons[0]
        either = "" if edge.directed else ", or the other way round"
        label.append(
            f"\n{edge.kind}, {edge.confidence:.2f}: {line(reason.why)}{either}", style="dim not bold"
        )
        if edge.report in shown:
            branch.add(label.append(" (see above)", style="dim not bold"))
        else:
            _grow(found, branch.add(label), edge.report, below, shown)


def _label(found: "Family", node: str) -> Text:
    if node in found.outlets:
        return Text(line(found.outlets[node])).append("  not held", style="dim")
    row = found.reports[node]
    head = f"{row.id[:8]}  {row.published or 'no date'}  {line(row.outlet or 'unknown')}  "
    return Text(head, style="bold" if node == found.report else "").append(line(row.title or row.path))
