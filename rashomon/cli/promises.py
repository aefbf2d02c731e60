"""`rashomon promises`: what was promised, and what became of it."""

from typing import Annotated

import typer
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
from rashomon.model import PromiseState

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
        head = Text(f"{row.state:10}", style=STYLE[row.state]).append(line(row.who), style="bold")
        page.print(head.append(f": {line(row.text)}", style="not bold default"))
        first = min((reports[one] for one in row.reports), key=lambda one: (one.published or "~", one.id))
        at = f"{first.published or 'no date'}  {line(first.outlet or 'unknown')} {first.id[:8]}"
        page.print(Text(f"{'':10}{at}  {count(len(row.reports), 'report')}", style="dim"))
        for outcome in row.outcomes:
            by = reports[outcome.report]
            said = f"{'kept' if outcome.kept else 'broken'}: {line(outcome.why)}"
            page.print(
                Text(
                    f"{'':10}{said}  ({by.published or 'no date'}  {line(by.outlet or 'unknown')} {by.id[:8]})"
                )
            )
    more(len(rows), most)
