"""`rashomon read`: what reports say and by whom, without storing anything."""

import sys
from dataclasses import replace

import typer

from rashomon.cli.options import (
    AsJson,
    Counts,
    Encoding,
    MinConfidence,
    Outlet,
    Paths,
    Published,
    Url,
    chosen,
    given_of,
)
from rashomon.cli.terminal import act, console, count, line, print_json, source, table, voice
from rashomon.codebook.counts import CountRule, counted
from rashomon.model import UNNAMED, Reading, Refusal, as_json


def read(
    paths: Paths,
    json: AsJson = False,
    outlet: Outlet = None,
    published: Published = None,
    url: Url = None,
    encoding: Encoding = None,
    min_confidence: MinConfidence = 0.0,
    counts: Counts = "words",
) -> None:
    """Print who says what in each report, and on whose word. Stores nothing.

    Examples:

        rashomon read article.txt

        rashomon read page.html --outlet "The Harbour Post"

        cat article.txt | rashomon read -

        rashomon read folder/ feed.xml --json > readings.jsonl

        rashomon read article.txt --min-confidence 0.7

        rashomon read article.txt --json --counts ucdp

    With --json, one object a line with every offset into the text (docs/fields.md). Exit code 1 if some
    input was not read.
    """
    from rashomon import pipeline

    rule = chosen(counts, CountRule, "--counts")
    refused = False
    for found in pipeline.read(paths, given_of(outlet, published, url, encoding)):
        if isinstance(found, Refusal):
            refused = True
            sys.stderr.write(f"not read: {line(str(found))}\n")
            continue
        reading = _sure(found, min_confidence)
        reading = replace(reading, figures=tuple(counted(figure, rule) for figure in reading.figures))
        if json:
            print_json([as_json(reading)])
        else:
            _print(reading)
    if refused:
        raise typer.Exit(1)


def _sure(reading: Reading, at_least: float) -> Reading:
    """The reading without the statements that its reader is less sure of, and without all that stands in them:
    of figures and events whose speaker is unsure nobody knows on whose word they are."""
    said = {s.id for s in reading.statements if s.confidence >= at_least}
    unsure = {s.id for s in reading.statements} - said
    counted = {figure.id for figure in reading.figures if figure.statement not in unsure}
    return replace(
        reading,
        statements=tuple(
            replace(s, inside=s.inside if s.inside in said else None)
            for s in reading.statements
            if s.id in said
        ),
        figures=tuple(
            replace(figure, part_of=figure.part_of if figure.part_of in counted else None)
            for figure in reading.figures
            if figure.id in counted
        ),
        events=tuple(
            replace(event, figures=tuple(figure for figure in event.figures if figure in counted))
            for event in reading.events
            if event.statement not in unsure
        ),
    )


def _print(reading: Reading) -> None:
    page = console()
    page.print(heading(reading), style="bold", highlight=False)
    if reading.report.title:
        page.print(line(reading.report.title), style="italic", highlight=False, markup=False)
    own = _own_voice(reading)
    if reading.statements or own:
        from rashomon.query.chain import through

        rows = table("who", "through", "act", "what", who=3, through=2, what=6)
        for s in reading.statements:
            rows.add_row(source(s.source), line(through(s)), act(s.act), line(s.content.text))
        for words in own:
            rows.add_row(voice(None), "", act("asserts"), line(words))
        page.print(rows)
    page.print()


def _own_voice(reading: Reading) -> list[str]:
    """The sentences in which the report itself tells of an event or counts people."""
    from rashomon.query.wording import sentence_at

    spans = [event.words.spans for event in reading.events if event.statement is None]
    spans += [figure.spans for figure in reading.figures if figure.statement is None]
    text = reading.report.text
    return list(dict.fromkeys(sentence_at(text, held[0][0], held[-1][1]) for held in sorted(spans)))


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
    parts.append(f"{count(len(reading.statements), 'statement')}, {named}")
    read = {"figure": reading.figures, "place": reading.places, "event": reading.events}
    return " · ".join([*parts, *(count(len(records), thing) for thing, records in read.items() if records)])
