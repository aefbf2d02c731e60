"""`rashomon disputes`: where reports disagree."""

from typing import Annotated

import typer
from rich.table import Table

from rashomon.cli.options import (
    AsJson,
    LedgerPath,
    OfOutlet,
    OfReport,
    Since,
    SomeLines,
    Until,
    Words,
    chosen,
    day,
    ledger_of,
    lines,
)
from rashomon.cli.sides import block, titled
from rashomon.cli.terminal import console, more, print_json
from rashomon.cli.unlinked import warn
from rashomon.model import Dispute, DisputeKind


def disputes(
    context: typer.Context,
    ledger: LedgerPath = None,
    kind: Annotated[
        str | None,
        typer.Option(help="What they disagree on: denial (a claim), figure, place, date.", metavar="KIND"),
    ] = None,
    words: Words = None,
    outlet: OfOutlet = None,
    since: Since = None,
    until: Until = None,
    report: OfReport = None,
    limit: SomeLines = None,
    json: AsJson = False,
) -> None:
    """List what reports disagree on: claims that some deny, and counts, places and days that cannot all be.

    Examples:

        rashomon disputes

        rashomon disputes --kind figure --since 2023-03-14 --until 2023-03-20

        rashomon disputes --words "fish market" --json

    First stands what has most origins on its second strongest side; that says nothing of who is right. The id is
    that of the claim (`rashomon origins ID`) or, of counts, of the incident (`rashomon figures --incident ID`).
    """
    from rashomon.query.disputes import disputes as ask
    from rashomon.query.members import contexts_of
    from rashomon.store import View

    most = lines(limit, json)
    with View(ledger_of(context, ledger)) as view:
        warn(view)
        rows = ask(
            view,
            kind=chosen(kind, DisputeKind, "--kind"),
            words=words,
            outlet=outlet,
            since=day(since, "--since"),
            until=day(until, "--until"),
            report=view.find(report) if report else None,
            limit=most + 1 if most else None,
        )
        beside = contexts_of(view, [row.of for row in rows])
    if json:
        print_json(rows[: most or None])
        return
    page = console()
    for row in rows[: most or None]:
        page.print(shown(row, page.width, beside.get(row.of, "")))
    more(len(rows), most)


def shown(row: Dispute, width: int, context: str) -> Table:
    """A dispute in a few lines; `context` are the words beside the claim that it is about."""
    reports = {report for position in row.positions for report in position.reports}
    sides = [(one.text, one.who, one.low, one.high) for one in row.positions]
    text = row.text if row.kind == "figure" else titled(row.text, context)
    text = text if row.kind in ("denial", "figure") else f"{row.kind}: {text}"
    return block(row.of, text, len(reports), sides, width)
