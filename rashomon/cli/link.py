"""`rashomon link`: link what is not linked yet, or all of it again."""

from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from rashomon.cli.options import Jobs, LedgerPath, ledger_of
from rashomon.cli.terminal import count


def link(
    context: typer.Context,
    ledger: LedgerPath = None,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Forget all links and make them again; judgements stay.")
    ] = False,
    jobs: Jobs = 1,
) -> None:
    """Link reports that are not linked to the others yet: `rashomon add` does it for all that it adds.

    Examples:

        rashomon link

        rashomon link --rebuild --jobs 2

    Needed for a ledger of an older Rashomon, and with --rebuild after an upgrade that links otherwise. Stop it at
    any time; without --rebuild the same command goes on.
    """
    from rashomon import pipeline

    columns = (TextColumn("linking"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("linking", total=None)

        def show(done: int, of: int) -> None:
            progress.update(task, completed=done, total=of)

        try:
            linked = pipeline.link(ledger_of(context, ledger), rebuild=rebuild, jobs=jobs, on_each=show)
        except KeyboardInterrupt:
            progress.stop()
            typer.echo("stopped; what was linked stays. `rashomon link` goes on.", err=True)
            raise typer.Exit(130) from None
    typer.echo(f"{count(linked, 'report')} linked")
