"""`rashomon reread`: read reports again with the reader of today."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from rashomon.cli.options import Jobs, LedgerPath, ledger_of
from rashomon.cli.terminal import count

if TYPE_CHECKING:
    from rashomon.pipeline import Summary


def reread(
    context: typer.Context,
    reports: Annotated[
        list[str] | None,
        typer.Argument(help="Ids of reports, or the start of them.", metavar="REPORT...", show_default=False),
    ] = None,
    ledger: LedgerPath = None,
    every: Annotated[bool, typer.Option("--all", help="All reports of the ledger.")] = False,
    jobs: Jobs = 1,
) -> None:
    """Read reports again from their archived bytes, with the reader and the tables of today, and link them anew.

    Examples:

        rashomon reread 3fa2

        rashomon reread --all --jobs 2

    Judgements stay. What they are on may be read otherwise now: `rashomon judgements --lost` lists those. Exit
    code 1 if a report could not be read any more; it stays as it was.
    """
    from rashomon import pipeline
    from rashomon.query.targets import lost
    from rashomon.store import View

    path = ledger_of(context, ledger)
    if bool(reports) == every:
        raise typer.BadParameter("name reports, or give --all", param_hint="REPORT...")
    with View(path) as view:
        chosen = None if every else [view.find(one) for one in reports or ()]
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None)

        def show(so_far: "Summary") -> None:
            progress.update(task, description=_counts(so_far))

        summary = pipeline.reread(path, chosen, jobs=jobs, on_each=show)
    typer.echo(_counts(summary))
    for refusal in summary.refused:
        typer.echo(f"not read: {refusal}", err=True)
    with View(path) as view:
        if gone := len(lost(view)):
            typer.echo(f"{count(gone, 'judgement')} on what is no more: rashomon judgements --lost")
    if summary.refused:
        raise typer.Exit(1)


def _counts(summary: "Summary") -> str:
    return f"{count(summary.added, 'report')} read otherwise now, {summary.held:,} as before"
