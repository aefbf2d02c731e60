"""`rashomon who`: all that a public source said."""

from typing import Annotated

import typer

from rashomon.cli.options import AsJson, LedgerPath, Limit, ledger_of
from rashomon.cli.terminal import act, console, count, line, more, print_json, table


def who(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(help="The name, or the words in it that you know.", show_default=False)
    ],
    ledger: LedgerPath = None,
    limit: Limit = 200,
    json: AsJson = False,
) -> None:
    """List all that a public source said, by date: an office holder, a body, an outlet, a document.

    Examples:

        rashomon who "Ministry of Interior"

        rashomon who mujahid --json

    Private and unnamed people get no list: a person is public only where some report in the ledger gives
    them a public office.
    """
    from rashomon.query.chain import through
    from rashomon.query.who_said import who_said
    from rashomon.store import View

    with View(ledger_of(context, ledger)) as view:
        found = who_said(view, name, limit=limit or None)
    if json:
        print_json(found.statements or found.sources)
        return
    page = console()
    if len(found.sources) > 1:
        page.print(
            f"Several public sources fit {name!r}; ask for one of them:", markup=False, highlight=False
        )
        names = table("name", "kind", "office", "statements", name=3, office=3)
        for one in found.sources:
            names.add_row(
                line(one.name), ", ".join(one.kinds), line("; ".join(one.offices)), str(one.statements)
            )
        page.print(names)
        return
    one = found.sources[0]
    office = f", {line(one.offices[0])}" if one.offices else ""
    page.print(
        f"{line(one.name)}{office}: {count(one.statements, 'statement')}",
        style="bold",
        markup=False,
        highlight=False,
    )
    listed = table("report", "date", "outlet", "through", "act", "what", outlet=2, through=2, what=8)
    for row in found.statements:
        s = row.statement
        listed.add_row(
            row.report[:8],
            row.published or "no date",
            line(row.outlet or "unknown"),
            line(through(s)),
            act(s.act),
            line(s.content.text),
        )
    page.print(listed)
    more(one.statements, limit)
