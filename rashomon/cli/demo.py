"""`rashomon demo`: a fictional crisis, read into a ledger of its own."""

import shutil
import sys
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.disputes import shown
from rashomon.cli.origins import behind
from rashomon.cli.terminal import console, count

SHOWN = 5


def demo(
    ledger: Annotated[
        Path, typer.Option(help="Where to put the ledger of the sample.", metavar="PATH")
    ] = Path("demo.db"),
) -> None:
    """Read the bundled sample reports into a ledger and print what is disputed in them, and who is behind each side.

    The crisis, its outlets and its people are fictional (docs/sample.md).
    """
    from rashomon import pipeline
    from rashomon.model import Given
    from rashomon.query.context import claimed
    from rashomon.query.disputes import disputes
    from rashomon.query.origins import origins
    from rashomon.store import View

    page = console()
    with as_file(files("rashomon") / "sample") as folder:
        summary = pipeline.add(ledger, [str(folder)], Given())
    page.print(
        f"{count(summary.added + summary.held, 'report')} of a fictional crisis in {ledger}, "
        f"{count(summary.statements, 'statement')} new.",
        markup=False,
        highlight=False,
    )
    for reason, times in summary.not_read.items():
        page.print(f"Stored but not read: {count(times, 'report')}, {reason}.", markup=False, highlight=False)
    with View(ledger) as view:
        rows = disputes(view, limit=SHOWN)
        sentences = claimed(view, {row.of for row in rows})
        first = next((origins(view, row.of) for row in rows if row.kind == "denial"), None)
    page.print("\nWhat is disputed, and how many origins there can be behind each side:\n", style="bold")
    for row in rows:
        page.print(shown(row, page.width, sentences.get(row.of, "")))
    if first:
        page.print("Behind the first that is denied:", style="bold")
        page.print(behind(first, sentences.get(first.claim.id, ""), examples=False))
    # Straight after `make demo` the command is not on the path.
    ask = f"{'rashomon' if shutil.which('rashomon') else sys.argv[0]} --ledger {ledger}"
    page.print(
        f"\nGo on:\n  {ask} disputes\n  {ask} claims --words market\n  {ask} timeline --reports 2"
        f"\n  {ask} serve      (the ledger in your browser)",
        markup=False,
        highlight=False,
    )
