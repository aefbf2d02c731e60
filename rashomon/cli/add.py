"""`rashomon add`: read reports into the ledger."""

from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from rashomon.cli.options import (
    Encoding,
    Jobs,
    LedgerPath,
    Outlet,
    Paths,
    Published,
    Url,
    given_of,
    ledger_of,
)
from rashomon.cli.terminal import console, count, line

if TYPE_CHECKING:
    from rashomon.pipeline import Summary

SHOWN = 20
"""How many refusals the summary spells out before it says how many more there are."""


def add(
    context: typer.Context,
    paths: Paths,
    ledger: LedgerPath = None,
    jobs: Jobs = 1,
    outlet: Outlet = None,
    published: Published = None,
    url: Url = None,
    encoding: Encoding = None,
) -> None:
    """Read reports into the ledger. What it holds already is not read again.

    Examples:

        rashomon add reports/ --jobs 2

        rashomon add feed.xml crawl.warc.gz articles.jsonl

        rashomon add old.txt --outlet "The Harbour Post" --published 2024-03-04 --encoding cp1252

    Each report is stored whole or not at all; stop it at any time and run it again to go on. A report in a
    language other than English is stored and listed, but not read. Exit code 1 if some input was not read.
    """
    from rashomon import pipeline

    path = ledger_of(context, ledger)
    given = given_of(outlet, published, url, encoding)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None)

        def show(so_far: "Summary") -> None:
            progress.update(task, description=_counts(so_far))

        try:
            summary = pipeline.add(path, paths, given, jobs=jobs, on_each=show)
        except KeyboardInterrupt:
            progress.stop()
            typer.echo("stopped; what was added is safe. Run the same command again to go on.", err=True)
            raise typer.Exit(130) from None
    _print(summary, str(path))
    if summary.refused:
        raise typer.Exit(1)


def _counts(summary: "Summary") -> str:
    refused = f" · [red]{len(summary.refused)} not read[/red]" if summary.refused else ""
    held = f" · {summary.held:,} held already" if summary.held else ""
    return f"{count(summary.added, 'report')} added{held}{refused}"


def _print(summary: "Summary", path: str) -> None:
    page = console()
    held = f", {summary.held:,} held already" if summary.held else ""
    added = f"{count(summary.added, 'report')} added to {path} with {count(summary.statements, 'statement')}"
    page.print(
        added + held,
        highlight=False,
        markup=False,
    )
    for reason, times in sorted(summary.not_read.items()):
        page.print(f"stored but not read: {count(times, 'report')}, {reason}", highlight=False, markup=False)
    for refusal in summary.refused[:SHOWN]:
        page.print(
            f"not read: {line(str(refusal))}", style="red", highlight=False, markup=False, soft_wrap=True
        )
    if len(summary.refused) > SHOWN:
        page.print(
            f"... and {len(summary.refused) - SHOWN:,} more that were not read", style="red", highlight=False
        )
