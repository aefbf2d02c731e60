"""`rashomon claims`: what is claimed across reports, and how many origins stand behind each side."""

from typing import Annotated

import typer

from rashomon.cli.options import (
    AsJson,
    LedgerPath,
    OfOutlet,
    OfReport,
    Since,
    SomeLines,
    Until,
    Words,
    day,
    ledger_of,
    lines,
)
from rashomon.cli.sides import block, titled
from rashomon.cli.terminal import console, more, print_json
from rashomon.cli.unlinked import warn


def claims(
    context: typer.Context,
    ledger: LedgerPath = None,
    words: Words = None,
    disputed: Annotated[bool, typer.Option("--disputed", help="Only what some deny or doubt.")] = False,
    least_reports: Annotated[
        int,
        typer.Option("--reports", help="Only claims in at least so many reports.", min=1, metavar="NUMBER"),
    ] = 1,
    outlet: OfOutlet = None,
    since: Since = None,
    until: Until = None,
    report: OfReport = None,
    limit: SomeLines = None,
    json: AsJson = False,
) -> None:
    """List claims, those of most reports first: who says it, who denies it, how many origins there can be.

    Examples:

        rashomon claims --words "fish market" --reports 3

        rashomon claims --disputed

        rashomon claims --json

    The id in the first column is what `rashomon origins` takes; its first characters are enough.
    """
    from rashomon.query.claims import claims as ask
    from rashomon.store import View

    most = lines(limit, json)
    with View(ledger_of(context, ledger)) as view:
        warn(view)
        rows = ask(
            view,
            words=words,
            disputed=disputed or None,
            least_reports=least_reports,
            outlet=outlet,
            since=day(since, "--since"),
            until=day(until, "--until"),
            report=view.find(report) if report else None,
            limit=most + 1 if most else None,
        )
    if json:
        print_json(rows[: most or None])
        return
    page = console()
    for row in rows[: most or None]:
        sides = [
            (side, [group.name for group in count.groups], count.low, count.high)
            for side, count in row.origins.items()
        ]
        page.print(block(row.id, titled(row.text, row.context), row.reports, sides, page.width))
    more(len(rows), most)
