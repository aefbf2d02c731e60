"""`rashomon figures`: counts of people, across the ledger."""

from typing import Annotated

import typer

from rashomon.cli.options import (
    AsJson,
    Counts,
    InPlace,
    LedgerPath,
    Limit,
    OfOutlet,
    OfReport,
    OfSource,
    Since,
    Until,
    Words,
    chosen,
    day,
    ledger_of,
)
from rashomon.cli.over_time import over_time
from rashomon.cli.terminal import ROOMY, console, line, marked, more, print_json, table, voice
from rashomon.codebook.counts import CountRule
from rashomon.model import FigureKind


def figures(
    context: typer.Context,
    ledger: LedgerPath = None,
    kind: Annotated[
        str | None,
        typer.Option(
            help="What happened to them: killed, injured, detained, missing, displaced, abducted, other."
        ),
    ] = None,
    at_least: Annotated[
        int | None, typer.Option(help="Only figures with a number as large as this.", metavar="NUMBER")
    ] = None,
    source: OfSource = None,
    place: InPlace = None,
    words: Words = None,
    outlet: OfOutlet = None,
    since: Since = None,
    until: Until = None,
    report: OfReport = None,
    incident: Annotated[
        str | None,
        typer.Option(
            help="Only the counts of this incident, over time, with what they come to: its id, or that of one of its "
            "events, or the start of it (`rashomon timeline`).",
            metavar="INCIDENT",
        ),
    ] = None,
    counts: Counts = "words",
    limit: Limit = 50,
    json: AsJson = False,
) -> None:
    """List counts of people, oldest report first: how many, of which harm, on whose word, where.

    Examples:

        rashomon figures --kind killed --place "Port Halder"

        rashomon figures --source ministry --since 2023-03-14 --until 2023-03-20

        rashomon figures --kind killed --at-least 10 --counts acled --json

        rashomon figures --incident 0d82 --counts ucdp

    The numbers are those of the words, and `dozens` have none, unless --counts names the rule of a codebook; the
    rule that made a number then stands beside it.
    """
    from rashomon.query.figures import figures as ask
    from rashomon.query.wording import notes, number
    from rashomon.store import View

    rule = chosen(counts, CountRule, "--counts")
    if incident is not None:
        over_time(ledger_of(context, ledger), incident, rule, json=json)
        return
    with View(ledger_of(context, ledger)) as view:
        rows = ask(
            view,
            kind=chosen(kind, FigureKind, "--kind"),
            at_least=at_least,
            source=source,
            place=place,
            words=words,
            outlet=outlet,
            since=day(since, "--since"),
            until=day(until, "--until"),
            report=view.find(report) if report else None,
            counts=rule,
            limit=limit + 1 if limit else None,
        )
    if json:
        print_json(rows[: limit or None])
        return
    page = console()
    names = ["report", "date", "outlet", "who", "kind", "number", "words", "where", "sentence"]
    few = ["report", "date", "who", "kind", "number", "words"]
    if counts != "words":
        names.append("rule")
        few.append("rule")
    listed = table(
        *(names if page.width >= ROOMY else few), outlet=2, who=3, words=3, where=2, sentence=6, rule=3
    )
    for row in rows[: limit or None]:
        figure = row.figure
        cells = {
            "report": row.report[:8],
            "date": row.published or "no date",
            "outlet": line(row.outlet or "unknown"),
            "who": voice(row.statement),
            "kind": figure.kind,
            "number": number(figure),
            "words": "; ".join([line(figure.text), *notes(figure)]) + marked(row.corrected),
            "where": line(row.place.name or row.place.text) if row.place else "",
            "sentence": line(row.sentence),
            "rule": figure.rule.removeprefix(f"{counts}: "),
        }
        listed.add_row(*(cells[str(column.header)] for column in listed.columns))
    page.print(listed)
    more(len(rows), limit)
