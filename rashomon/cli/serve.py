"""`rashomon serve`: the ledger in a browser."""

from typing import Annotated

import typer

from rashomon.cli.options import LedgerPath, ledger_of
from rashomon.settings import TOKEN_VARIABLE


def serve(
    context: typer.Context,
    ledger: LedgerPath = None,
    port: Annotated[int, typer.Option(help="The port on this machine.", min=0, max=65535)] = 8750,
    host: Annotated[
        str | None,
        typer.Option(
            help="Another address or name to listen on; needs --token or --user-header.", show_default=False
        ),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option(
            help="A further name to answer to, as of a reverse proxy; likewise.", show_default=False
        ),
    ] = None,
    token: Annotated[
        str | None,
        typer.Option(
            help="What people enter by, instead of a link that works once.",
            envvar=TOKEN_VARIABLE,
            show_default=False,
        ),
    ] = None,
    user_header: Annotated[
        str | None,
        typer.Option(
            help="The header in which a reverse proxy says who it let in; nobody else may reach the port.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Open the ledger in a browser, on this machine only.

    Examples:

        rashomon serve --port 9000

        RASHOMON_TOKEN=... rashomon serve --host desk.example.org

        rashomon serve --name desk.example.org --user-header X-Remote-User

    Prints a link that lets one person in, once, and serves until you stop it with Ctrl-C. Nothing is fetched from
    outside, and no other machine can reach it unless --host says so.
    """
    from rashomon.web.serve import serve as run

    path = ledger_of(context, ledger)
    once = "" if token or user_header else "the link lets one person in, once; "
    run(
        path,
        port,
        host=host,
        names=name or [],
        token=token,
        user_header=user_header,
        on_ready=lambda link: typer.echo(f"{path} is open at {link} ({once}Ctrl-C stops)"),
    )
