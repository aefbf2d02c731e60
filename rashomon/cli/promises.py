"""`rashomon promises`: what was promised, and what became of it."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from rashomon.cli.options import (
    AsJson,
    LedgerPath,
    OfOutlet,
    Since,
    SomeLines,
    Until,
    Words,
    chosen,
    day,
    ledger_of,
    lines,
)
from rashomon.cli.terminal import console, count, line, more, print_json
from rashomon.model import Promise, PromiseState

if TYPE_CHECKING:
    from rashomon.query.reports import ReportRow

STYLE: dict[PromiseState, str] = {
    "open": "cyan",
    "kept": "green",
    "broken": "bold red",
    "contested": "magenta",
}


def promises(
    context: typer.Context,
    ledger: LedgerPath = None,
    state: Annotated[
        str | None, typer.Option(help="open, kept, broken or contested.", metavar="STATE")
    ] = None,
    words: Words = None,
    outlet: OfOutlet = None,
    since: Since = None,
    until: Until = None,
    limit: SomeLines = None,
    json: AsJson = False,
) -> None:
    """List what was promised, oldest first, and what later words say became of it.

    Examples:

        rashomon promises

        rashomon promises --state broken --words pensions

    A promise is `open` as long as nothing says that it was kept or broken: silence breaks none.
    """
    from rashomon.query.promises import promises as ask
    from rashomon.query.reports import report_rows
    from rashomon.store import View

    most = lines(limit, json)
    with View(ledger_of(context, ledger)) as view:
        rows = ask(
            view,
            state=chosen(state, PromiseState, "--state"),
            words=words,
            outlet=outlet,
            since=day(since, "--since"),
            until=day(until, "--until"),
            limit=most + 1 if most else None,
        )
        telling = {
            one for row in rows for one in (*row.reports, *(outcome.report for outcome in row.outcomes))
        }
        reports = {row.id: row for row in report_rows(view, sorted(telling))}
    if json:
        print_json(rows[: most or None])
        return
    page = console()
    for row in rows[: most or None]:
        page.print(_block(row, reports))
    more(len(rows), most)


def _block(row: Promise, reports: dict[str, "ReportRow"]) -> Table:
    """The state of a promise, who promised what and where that is told, and what became of it."""
    made = Table.grid(padding=(0, 2, 0, 0))
    made.add_column(min_width=len("contested"))
    made.add_column(overflow="fold")
    made.add_row(
        Text(row.state, style=STYLE[row.state]),
        Text(line(row.who), style="bold").append(f": {line(row.text)}", style="not bold"),
    )
    first = min((reports[one] for one in row.reports), key=lambda one: (one.published or "~", one.id))
    made.add_row("", Text(f"{_where(first)}  {count(len(row.reports), 'report')}", style="dim"))
    for outcome in row.outcomes:
        said = f"{'kept' if outcome.kept else 'broken'}: {line(outcome.why)}"
        made.add_row("", Text(f"{said}  ({_where(reports[outcome.report])})"))
    return made


def _where(report: "ReportRow") -> str:
    return f"{report.published or 'no date'}  {line(report.outlet or 'unknown')} {report.id[:8]}"
