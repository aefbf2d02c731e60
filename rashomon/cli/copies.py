"""`rashomon copies`: which reports share text."""

from typing import Annotated

import typer

from rashomon.cli.options import AsJson, LedgerPath, OfReport, SomeLines, chosen, ledger_of, lines
from rashomon.cli.terminal import ROOMY, console, line, more, print_json, table
from rashomon.cli.unlinked import warn
from rashomon.model import CopyKind


def copies(
    context: typer.Context,
    ledger: LedgerPath = None,
    kind: Annotated[str | None, typer.Option(help="exact, near, partial or version.")] = None,
    least: Annotated[
        float,
        typer.Option(
            "--share", help="Only where at least this share of the shorter text is in both.", min=0, max=1
        ),
    ] = 0.0,
    report: OfReport = None,
    limit: SomeLines = None,
    json: AsJson = False,
) -> None:
    """List pairs of reports that share text, those that share most first, with the one published first if known.

    Examples:

        rashomon copies --share 0.5

        rashomon copies --report 3fa2 --json

    With --json the passages that both have stand with each pair, by their places in the two texts.
    """
    from rashomon.query.copies import copies as ask
    from rashomon.store import View

    most = lines(limit, json)
    with View(ledger_of(context, ledger)) as view:
        warn(view)
        rows = ask(
            view,
            kind=chosen(kind, CopyKind, "--kind"),
            least=least,
            report=view.find(report) if report else None,
            limit=most + 1 if most else None,
        )
    if json:
        print_json(rows[: most or None])
        return
    page = console()
    names = [
        "kind",
        "of the shorter",
        "of the longer",
        "report",
        "date",
        "outlet",
        "other",
        "other date",
        "other outlet",
    ]
    few = ["kind", "of the shorter", "report", "outlet", "other", "other outlet"]
    listed = table(*(names if page.width >= ROOMY else few), "first", outlet=1, other_outlet=1)
    for row in rows[: most or None]:
        cells = {
            "kind": row.kind,
            "of the shorter": f"{row.share_of_shorter:.0%}",
            "of the longer": f"{row.share_of_longer:.0%}",
            "report": row.a[:8],
            "date": row.a_published or "no date",
            "outlet": line(row.a_outlet or "unknown"),
            "other": row.b[:8],
            "other date": row.b_published or "no date",
            "other outlet": line(row.b_outlet or "unknown"),
            "first": row.first[:8] if row.first else "not known",
        }
        listed.add_row(*(cells[str(column.header)] for column in listed.columns))
    page.print(listed)
    more(len(rows), most)
