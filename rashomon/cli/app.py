"""The commands under one roof, in the order in which a newcomer meets them."""

from pathlib import Path
from typing import Annotated

import typer

from rashomon import __version__
from rashomon.cli import (
    add,
    claims,
    copies,
    demo,
    disputes,
    dossier,
    events,
    figures,
    judge,
    judgements,
    link,
    origins,
    promises,
    read,
    reports,
    reread,
    resting_on,
    serve,
    show,
    statements,
    timeline,
    tree,
    verify,
    who,
)

app = typer.Typer(
    name="rashomon",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rashomon {__version__}")
        raise typer.Exit


@app.callback()
def rashomon(
    context: typer.Context,
    ledger: Annotated[
        Path | None,
        typer.Option(
            help="The ledger to use. Default: the variable RASHOMON_LEDGER, else rashomon.db here.",
            show_default=False,
        ),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Who says so? Reads news reports and keeps a ledger of attributed claims.

    Start with `rashomon demo`, or read a report of your own: `rashomon read article.txt`.
    """
    context.obj = ledger


COMMANDS = (
    *(read, add, reports, statements, who, figures, events),
    *(disputes, claims, origins, tree, copies, resting_on, promises, timeline),
    *(judge, judgements, reread, link),
    *(show, dossier, verify, serve, demo),
)
for command in COMMANDS:
    name = command.__name__.rpartition(".")[2]
    app.command(name.replace("_", "-"))(getattr(command, name))
