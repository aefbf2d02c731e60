"""`rashomon disputes`: where reports disagree."""

from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from rashomon.cli.options import (
    AsJson,
    InPlace,
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
from rashomon.cli.sides import block, in_place
from rashomon.cli.terminal import console, more, print_json
from rashomon.cli.unlinked import warn
from rashomon.model import Act, Dispute, DisputeKind

LOOKED_AT = 500
"""Reports that are looked at unless told: a few seconds."""


def disputes(
    context: typer.Context,
    ledger: LedgerPath = None,
    kind: Annotated[
        str | None,
        typer.Option(help="What they disagree on: denial (a claim), figure, place, date.", metavar="KIND"),
    ] = None,
    words: Words = None,
    place: InPlace = None,
    actor: Annotated[
        str | None, typer.Option(help="Words of someone who takes part in an event that is in dispute.")
    ] = None,
    act: Annotated[
        str | None, typer.Option(help="Act of a statement that is in dispute: denies, doubts, accuses ...")
    ] = None,
    outlet: OfOutlet = None,
    since: Since = None,
    until: Until = None,
    report: OfReport = None,
    newest: Annotated[
        int | None,
        typer.Option(
            help="Look at so many of the newest reports that fit; 0 for all. Without it 500, and all with --json.",
            min=0,
            show_default=False,
            metavar="NUMBER",
        ),
    ] = None,
    limit: SomeLines = None,
    json: AsJson = False,
) -> None:
    """List what reports disagree on: claims that some deny, and counts, places and days that cannot all be.

    Examples:

        rashomon disputes

        rashomon disputes --kind figure --since 2023-03-14 --until 2023-03-20

        rashomon disputes --words "fish market" --json

    To be compared reports are read, some 200 a second; so a large ledger is asked for its newest alone unless told.
    First stands what has most origins on its second strongest side; that says nothing of who is right. The id is
    that of the claim (`rashomon origins ID`) or, of counts, of the incident (`rashomon figures --incident ID`).
    """
    from rashomon.query.context import claimed
    from rashomon.query.disputes import newest as ask
    from rashomon.store import View

    most = lines(limit, json)
    looked_at = newest if newest is not None else 0 if json else LOOKED_AT
    with View(ledger_of(context, ledger)) as view:
        warn(view)
        found = ask(
            view,
            looked_at or None,
            kind=chosen(kind, DisputeKind, "--kind"),
            words=words,
            place=place,
            actor=actor,
            act=chosen(act, Act, "--act"),
            outlet=outlet,
            since=day(since, "--since"),
            until=day(until, "--until"),
            report=view.find(report) if report else None,
            limit=most + 1 if most else None,
        )
        rows = found.disputes
        sentences = {} if json else claimed(view, {row.of for row in rows})
    if json:
        print_json(rows[: most or None])
        return
    page = console()
    for row in rows[: most or None]:
        page.print(shown(row, page.width, sentences.get(row.of, "")))
    more(len(rows), most)
    if found.since:
        page.print(f"of the newest reports, those since {found.since}; --newest 0 looks at all", style="dim")


def shown(row: Dispute, width: int, sentence: str) -> Table:
    """A dispute in a few lines; `sentence` is one in which the claim stands that it is about."""
    reports = {report for position in row.positions for report in position.reports}
    sides = [(one.text, one.who, one.low, one.high) for one in row.positions]
    text = in_place(row.text, sentence)
    text = text if row.kind in ("denial", "figure") else Text(f"{row.kind}: ").append(text)
    return block(row.of, text, len(reports), sides, width)
