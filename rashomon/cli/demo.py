"""`rashomon demo`: a fictional crisis, read into a ledger of its own."""

import shutil
import sys
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.terminal import act, console, count, line, source, table

SHOWN = 12


def demo(
    ledger: Annotated[
        Path, typer.Option(help="Where to put the ledger of the sample.", metavar="PATH")
    ] = Path("demo.db"),
) -> None:
    """Read the bundled sample reports into a ledger and print what is disputed in them.

    The crisis, its outlets and its people are fictional (docs/sample.md).
    """
    from rashomon import pipeline
    from rashomon.model import Given
    from rashomon.query.statements import statements
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
        rows = [row for denial in ("denies", "doubts") for row in statements(view, act=denial)]
    page.print("\nWho denies or doubts what:\n", style="bold")
    listed = table("date", "outlet", "who", "act", "what", outlet=2, who=3, what=6)
    for row in rows[:SHOWN]:
        s = row.statement
        listed.add_row(
            row.published or "no date",
            line(row.outlet or "unknown"),
            source(s.source),
            act(s.act),
            line(s.content.text),
        )
    page.print(listed)
    # Straight after `make demo` the command is not on the path.
    ask = f"{'rashomon' if shutil.which('rashomon') else sys.argv[0]} --ledger {ledger}"
    page.print(
        f"\nGo on:\n  {ask} reports\n  {ask} statements --words market"
        f"\n  {ask} figures --kind killed"
        f"\n  {ask} serve      (the ledger in your browser)",
        markup=False,
        highlight=False,
    )
