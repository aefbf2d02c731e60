"""`rashomon statements`: who says what, across the ledger."""

from typing import Annotated

import typer

from rashomon.cli.options import AsJson, LedgerPath, Limit, MinConfidence, Outlet, Words, chosen, ledger_of
from rashomon.cli.terminal import act as shown
from rashomon.cli.terminal import console, line, marked, more, print_json, source, table
from rashomon.model import Act


def statements(
    context: typer.Context,
    ledger: LedgerPath = None,
    words: Words = None,
    source_words: Annotated[
        str | None, typer.Option("--source", help="Words that the source has: a name, `residents` ...")
    ] = None,
    act: Annotated[
        str | None,
        typer.Option(
            help="What the source does: asserts, confirms, denies, doubts, accuses, warns, promises ..."
        ),
    ] = None,
    outlet: Outlet = None,
    report: Annotated[str | None, typer.Option(help="Only this report: its id, or the start of it.")] = None,
    min_confidence: MinConfidence = 0.0,
    rejected: Annotated[
        bool, typer.Option("--rejected", help="Only those that people rejected (`rashomon judge`).")
    ] = False,
    limit: Limit = 50,
    json: AsJson = False,
) -> None:
    """List statements, oldest first: who says what, through whom, where it stands.

    Examples:

        rashomon statements --act denies

        rashomon statements --words 'market "at least"' --source residents

        rashomon statements --report 3fa2 --json
    """
    from rashomon.query.chain import through
    from rashomon.query.statements import statements as ask
    from rashomon.store import View

    with View(ledger_of(context, ledger)) as view:
        rows = ask(
            view,
            source=source_words,
            act=chosen(act, Act, "--act"),
            outlet=outlet,
            words=words,
            report=view.find(report) if report else None,
            min_confidence=min_confidence,
            rejected=rejected,
            limit=limit + 1 if limit else None,
        )
    if json:
        print_json(rows[: limit or None])
        return
    listed = table(
        "report", "date", "outlet", "who", "through", "act", "what", outlet=2, who=3, through=2, what=7
    )
    for row in rows[: limit or None]:
        s = row.statement
        listed.add_row(
            row.report[:8],
            row.published or "no date",
            line(row.outlet or "unknown"),
            source(s.source),
            line(through(s)),
            shown(s.act),
            line(s.content.text) + marked(row.corrected),
        )
    console().print(listed)
    more(len(rows), limit)
