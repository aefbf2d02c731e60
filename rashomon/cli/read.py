"""`rashomon read`: what reports say and by whom, without storing anything."""

import sys
from dataclasses import replace

import typer

from rashomon.cli.options import AsJson, Encoding, MinConfidence, Outlet, Paths, Published, Url, given_of
from rashomon.cli.terminal import act, console, count, line, print_json, source, table
from rashomon.model import UNNAMED, Reading, Refusal, as_json


def read(
    paths: Paths,
    json: AsJson = False,
    outlet: Outlet = None,
    published: Published = None,
    url: Url = None,
    encoding: Encoding = None,
    min_confidence: MinConfidence = 0.0,
) -> None:
    """Print who says what in each report, and on whose word. Stores nothing.

    Examples:

        rashomon read article.txt

        rashomon read page.html --outlet "The Harbour Post"

        cat article.txt | rashomon read -

        rashomon read folder/ feed.xml --json > readings.jsonl

        rashomon read article.txt --min-confidence 0.7

    With --json, one object a line with every offset into the text (docs/fields.md). Exit code 1 if some
    input was not read.
    """
    from rashomon import pipeline

    refused = False
    for found in pipeline.read(paths, given_of(outlet, published, url, encoding)):
        if isinstance(found, Refusal):
            refused = True
            sys.stderr.write(f"not read: {line(str(found))}\n")
            continue
        reading = _sure(found, min_confidence)
        if json:
            print_json([as_json(reading)])
        else:
            _print(reading)
    if refused:
        raise typer.Exit(1)


def _sure(reading: Reading, at_least: float) -> Reading:
    """The reading without the statements that its reader is less sure of."""
    kept = [s for s in reading.statements if s.confidence >= at_least]
    ids = {s.id for s in kept}
    kept = [replace(s, inside=s.inside if s.inside in ids else None) for s in kept]
    return replace(reading, statements=tuple(kept))


def _print(reading: Reading) -> None:
    page = console()
    page.print(f"[bold]{heading(reading)}[/bold]", highlight=False)
    if reading.report.title:
        page.print(line(reading.report.title), style="italic", highlight=False, markup=False)
    if reading.statements:
        from rashomon.query.chain import through

        rows = table("who", "through", "act", "what", who=3, through=2, what=6)
        for s in reading.statements:
            rows.add_row(source(s.source), line(through(s)), act(s.act), line(s.content.text))
        page.print(rows)
    page.print()


def heading(reading: Reading) -> str:
    """Outlet, date and counts, as one line; escaped for Rich."""
    from rich.markup import escape

    report = reading.report
    parts = [escape(line(report.outlet or report.path)), report.published or "no date found"]
    if reading.not_read:
        return " · ".join([*parts, f"not read: {reading.not_read}"])
    sources = {(s.source.name, s.source.kind) for s in reading.statements if s.source}
    unnamed = sum(kind in UNNAMED for _, kind in sources)
    named = f"{count(len(sources), 'source')}, {unnamed} of them unnamed" if sources else "no sources"
    return " · ".join([*parts, f"{count(len(reading.statements), 'statement')}, {named}"])
