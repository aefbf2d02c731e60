"""`rashomon events`: what is said to have happened, across the ledger."""

from typing import Annotated

import typer

from rashomon.cli.options import (
    AsJson,
    InPlace,
    LedgerPath,
    Limit,
    OfOutlet,
    OfReport,
    OfSource,
    Since,
    Until,
    Words,
    day,
    ledger_of,
)
from rashomon.cli.terminal import ROOMY, console, line, more, print_json, table, voice


def events(
    context: typer.Context,
    ledger: LedgerPath = None,
    type: Annotated[
        str | None,
        typer.Option(
            "--type",
            help="Type, mode or sub-event type of PLOVER or ACLED: assault, suicide-attack, battles, "
            '"armed clash" ...',
        ),
    ] = None,
    ucdp: Annotated[
        int | None,
        typer.Option(
            help="UCDP type of violence: 1 state-based, 2 non-state, 3 one-sided.",
            min=1,
            max=3,
            metavar="TYPE",
        ),
    ] = None,
    actor: Annotated[
        str | None, typer.Option(help="Words of one that takes part, as worded or as known.")
    ] = None,
    place: InPlace = None,
    source: OfSource = None,
    words: Words = None,
    happened_since: Annotated[
        str | None, typer.Option(help="Only what can have happened on this day or later.", metavar="DATE")
    ] = None,
    happened_until: Annotated[
        str | None, typer.Option(help="Only what can have happened on this day or before.", metavar="DATE")
    ] = None,
    outlet: OfOutlet = None,
    since: Since = None,
    until: Until = None,
    report: OfReport = None,
    limit: Limit = 50,
    json: AsJson = False,
) -> None:
    """List what is said to have happened, oldest report first: what, by whom, to whom, where, when.

    Examples:

        rashomon events --type assault --place "Port Halder"

        rashomon events --actor "Free Istrel Front" --happened-since 2023-03-14

        rashomon events --ucdp 3 --json

    An event whose time is not known fits no span of days. With --json each carries its codes, actors and figures.
    """
    from rashomon.query.events import events as ask
    from rashomon.query.wording import actors, days, label
    from rashomon.store import View

    with View(ledger_of(context, ledger)) as view:
        rows = ask(
            view,
            type=type,
            ucdp=ucdp,
            actor=actor,
            place=place,
            source=source,
            words=words,
            happened_since=day(happened_since, "--happened-since"),
            happened_until=day(happened_until, "--happened-until"),
            outlet=outlet,
            since=day(since, "--since"),
            until=day(until, "--until"),
            report=view.find(report) if report else None,
            limit=limit + 1 if limit else None,
        )
    if json:
        print_json(rows[: limit or None])
        return
    page = console()
    names = ("report", "who", "type", "by whom", "to whom", "where", "when", "what")
    few = ("report", "who", "type", "when", "what")
    listed = table(*(names if page.width >= ROOMY else few),
        who=3, type=3, by_whom=2, to_whom=2, where=2, what=6)  # fmt: skip
    for row in rows[: limit or None]:
        cells = {
            "report": row.report[:8],
            "who": voice(row.statement),
            "type": line(label(row.event)),
            "by whom": line(actors(row.event, "does")),
            "to whom": line(actors(row.event, "suffers")),
            "where": line(row.place.name or row.place.text) if row.place else "",
            "when": line(days(row.when)) if row.when else "",
            "what": line(row.sentence),
        }
        listed.add_row(*(cells[str(column.header)] for column in listed.columns))
    page.print(listed)
    more(len(rows), limit)
