"""`rashomon resting-on`: claims that stand or fall with one outlet."""

from typing import Annotated

import typer

from rashomon.cli.options import AsJson, LedgerPath, SomeLines, ledger_of, lines
from rashomon.cli.sides import block, titled
from rashomon.cli.terminal import console, more, print_json
from rashomon.cli.unlinked import warn


def resting_on(
    context: typer.Context,
    outlet: Annotated[
        str, typer.Argument(help="An outlet, by any of its names.", metavar="OUTLET", show_default=False)
    ],
    ledger: LedgerPath = None,
    least_reports: Annotated[
        int,
        typer.Option("--reports", help="Only claims in at least so many reports.", min=1, metavar="NUMBER"),
    ] = 2,
    limit: SomeLines = None,
    json: AsJson = False,
) -> None:
    """List claims of which one origin is sure and which reached every report through this outlet: one way in.

    Examples:

        rashomon resting-on "Northern Wire"

        rashomon resting-on AFP --reports 5 --json
    """
    from rashomon.query.resting_on import resting_on as ask
    from rashomon.store import View

    most = lines(limit, json)
    with View(ledger_of(context, ledger)) as view:
        warn(view)
        rows = ask(view, outlet, least_reports=least_reports, limit=most + 1 if most else None)
    if json:
        print_json(rows[: most or None])
        return
    page = console()
    for row in rows[: most or None]:
        sides = [
            (side, [group.name for group in found.groups], found.low, found.high)
            for side, found in row.origins.items()
        ]
        page.print(block(row.id, titled(row.text, row.context), row.reports, sides, page.width))
    more(len(rows), most)
