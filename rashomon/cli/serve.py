"""`rashomon serve`: the ledger in a browser."""

from typing import Annotated

import typer

from rashomon.cli.options import LedgerPath, ledger_of


def serve(
    context: typer.Context,
    ledger: LedgerPath = None,
    port: Annotated[int, typer.Option(help="The port on this machine.", min=0, max=65535)] = 8750,
) -> None:
    """Open the ledger in a browser, on this machine only.

    Example:

        rashomon serve --port 9000

    Prints the address and serves until you stop it with Ctrl-C. Nothing is fetched from outside, and no
    other machine can reach it.
    """
    from rashomon.web.serve import serve as run

    path = ledger_of(context, ledger)
    run(path, port, on_ready=lambda address: typer.echo(f"{path} is open at {address} (Ctrl-C stops)"))
