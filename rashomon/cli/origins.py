"""`rashomon origins`: who is behind each side of a claim, and how that was counted."""

from typing import Annotated

import typer
from rich.text import Text

from rashomon.cli.options import AsJson, LedgerPath, ledger_of
from rashomon.cli.sides import STYLE
from rashomon.cli.terminal import console, line, print_json, table


def origins(
    context: typer.Context,
    claim: Annotated[
        str,
        typer.Argument(help="The id of a claim, or the start of it.", metavar="CLAIM", show_default=False),
    ],
    ledger: LedgerPath = None,
    json: AsJson = False,
) -> None:
    """Show who says and who denies a claim, and how many independent origins there are behind each side, and why.

    Example:

        rashomon origins 4fa1

    Ids of claims stand in `rashomon claims` and `rashomon disputes`. The rules are in docs/origins.md.
    """
    from rashomon.query.origins import origins as ask
    from rashomon.store import View

    with View(ledger_of(context, ledger)) as view:
        found = ask(view, claim)
    if json:
        print_json([found])
        return
    page = console()
    page.print(Text(line(found.claim.text), style="bold"))
    for side, why in found.why.items():
        page.print()
        page.print(Text(side, style=STYLE.get(side, "bold")).append(f"  {line(why[0])}", style="not bold"))
        for reason in why[1:]:
            page.print(Text(f"  · {line(reason)}"))
        listed = table("  report", "date", "outlet", "statement", "what", outlet=1, what=4)
        for one in found.claim.sides[side]:
            listed.add_row(
                f"  {one.report[:8]}",
                one.published or "no date",
                line(one.outlet or "unknown"),
                one.statement[:8] if one.statement else "own voice",
                line(one.text),
            )
        page.print(listed)
