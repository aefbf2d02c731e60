"""`rashomon reports`: what the ledger holds."""

import typer

from rashomon.cli.options import AsJson, LedgerPath, Limit, Outlet, Words, ledger_of
from rashomon.cli.terminal import console, line, more, print_json, table


def reports(
    context: typer.Context,
    ledger: LedgerPath = None,
    words: Words = None,
    outlet: Outlet = None,
    limit: Limit = 50,
    json: AsJson = False,
) -> None:
    """List the reports in the ledger, oldest first.

    Examples:

        rashomon reports

        rashomon reports --words "market shelling" --outlet "Harbour Post"

    The id in the first column is what `rashomon show` takes; its first characters are enough. A report that
    was stored but not read, and which version of its page it is, stand in the last column.
    """
    from rashomon.query.reports import reports as ask
    from rashomon.store import View

    with View(ledger_of(context, ledger)) as view:
        rows = ask(view, words=words, outlet=outlet, limit=limit + 1 if limit else None)
    if json:
        print_json(rows[: limit or None])
        return
    listed = table("report", "date", "outlet", "title", "statements", "sources", "", outlet=2, title=5)
    for row in rows[: limit or None]:
        version = f"version {row.version} of {row.versions}" if row.versions > 1 else ""
        unread = f"not read: {row.not_read}" if row.not_read else ""
        sources = f"{row.sources}, {row.unnamed} unnamed" if row.unnamed else str(row.sources)
        listed.add_row(
            row.id[:8],
            row.updated or row.published or "no date",
            line(row.outlet or "unknown"),
            line(row.title or row.path),
            str(row.statements),
            sources,
            " · ".join(filter(None, (version, unread))),
        )
    console().print(listed)
    more(len(rows), limit)
