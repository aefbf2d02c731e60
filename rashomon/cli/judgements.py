"""`rashomon judgements`: what people decided."""

from typing import Annotated

import typer

from rashomon.cli.options import AsJson, LedgerPath, SomeLines, ledger_of, lines
from rashomon.cli.terminal import console, line, more, print_json, table


def judgements(
    context: typer.Context,
    ledger: LedgerPath = None,
    lost: Annotated[
        bool,
        typer.Option("--lost", help="Only those on what is no more; a new reading may bring it back."),
    ] = False,
    limit: SomeLines = None,
    json: AsJson = False,
) -> None:
    """List all judgements, oldest first: what was decided, on what, by whom, when and why. `judge undo` takes the id.

    Example:

        rashomon judgements --lost
    """
    from rashomon.query.kept import judgements as ask
    from rashomon.query.targets import lost as ask_lost
    from rashomon.store import View

    most = lines(limit, json)
    with View(ledger_of(context, ledger)) as view:
        rows = ask_lost(view) if lost else ask(view)
    if json:
        print_json(rows[: most or None])
        return
    listed = table("id", "when", "by", "verdict", "kind", "on", "value", "why", by=1, on=3, value=1, why=3)
    for row in rows[: most or None]:
        on = " ".join(one if "|" in one else one[:12] for one in row.target)
        listed.add_row(
            row.id[:8],
            row.at[:10],
            line(row.by),
            row.verdict,
            row.kind,
            line(on),
            line(row.value or ""),
            line(row.why),
        )
    console().print(listed)
    more(len(rows), most)
