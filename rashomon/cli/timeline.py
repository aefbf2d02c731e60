"""`rashomon timeline`: what happened day by day, as all reports together tell it."""

from typing import Annotated

import typer

from rashomon.cli.options import (
    AsJson,
    Counts,
    LedgerPath,
    OfOutlet,
    Since,
    SomeLines,
    Until,
    chosen,
    day,
    ledger_of,
    lines,
)
from rashomon.cli.terminal import ROOMY, console, line, more, print_json, table
from rashomon.codebook.counts import CountRule


def timeline(
    context: typer.Context,
    ledger: LedgerPath = None,
    words: Annotated[
        str | None, typer.Option(help="Words that must all occur in one telling of it: actors, place, act.")
    ] = None,
    least_reports: Annotated[
        int, typer.Option("--reports", help="Only what so many reports tell of.", min=1, metavar="NUMBER")
    ] = 1,
    outlet: OfOutlet = None,
    since: Since = None,
    until: Until = None,
    counts: Counts = "words",
    limit: SomeLines = None,
    json: AsJson = False,
) -> None:
    """List what is said to have happened by the day it was, one line for all reports that tell of it.

    Examples:

        rashomon timeline --reports 2

        rashomon timeline --words "Port Halder" --counts ucdp

    The id in the first column is what `rashomon figures --incident` takes. The numbers are the lowest and the highest
    that anyone's last count gives; `disputed` are those of which two cannot both be, and neither updates the other. A
    span of days is the widest that any telling allows. What has no day stands last.
    """
    from rashomon.query.incidents import incidents as ask
    from rashomon.query.wording import between, least_to_most
    from rashomon.store import View

    most = lines(limit, json)
    with View(ledger_of(context, ledger)) as view:
        rows = ask(
            view,
            words=words,
            least_reports=least_reports,
            outlet=outlet,
            since=day(since, "--since"),
            until=day(until, "--until"),
            counts=chosen(counts, CountRule, "--counts"),
            limit=most + 1 if most else None,
        )
    if json:
        print_json(rows[: most or None])
        return
    page = console()
    names = ("incident", "day", "type", "where", "reports", "outlets", "counts", "what")
    few = ("incident", "day", "where", "reports", "counts")
    listed = table(*(names if page.width >= ROOMY else few), where=2, outlets=2, counts=5, what=5)
    for row in rows[: most or None]:
        one = row.incident
        cells = {
            "incident": one.id[:8],
            "day": between(one.start, one.end) if one.start and one.end else "not known",
            "type": one.plover,
            "where": line(one.place or "not named"),
            "reports": str(len(one.reports)),
            "outlets": line(", ".join(row.outlets)),
            "counts": "; ".join(
                f"{least_to_most(of.low, of.best, of.high)} {of.kind}{' (disputed)' if of.disputed else ''}"
                for of in row.totals
                if of.low or of.high
            ),
            "what": line(row.sentence),
        }
        listed.add_row(*(cells[str(column.header)] for column in listed.columns))
    page.print(listed)
    more(len(rows), most)
