"""`rashomon verify`: whether a dossier is whole and a ledger holds what it says."""

from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.options import LedgerPath, ledger_of
from rashomon.cli.terminal import count, line


def verify(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A dossier.", metavar="DOSSIER.html", show_default=False)],
    ledger: LedgerPath = None,
) -> None:
    """Check a dossier against a ledger, cell by cell. Exit code 1 if anything differs, with a line for each.

    Example:

        rashomon verify market.html --ledger demo.db

    First whether the page shows what its cells say; then whether each report is held with the same hashes, and whether
    the ledger has the same words at the same characters, and the same sides, origins and numbers. A redacted dossier
    is checked as well: the ledger's words are hidden in the same way and compared.
    """
    from rashomon.errors import Unreadable
    from rashomon.export.verify import cells, unlike_itself, unlike_ledger
    from rashomon.store import View

    try:
        text = file.read_bytes().decode("utf-8")
    except OSError as error:
        raise Unreadable(f"{file} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise Unreadable(f"{file} is no dossier: it is not UTF-8") from None
    data = cells(text)
    found = unlike_itself(text, data)
    for difference in found:
        typer.echo(line(difference))
    path = ledger_of(context, ledger)
    with View(path) as view:
        against = unlike_ledger(view, data)
    for difference in against:
        typer.echo(line(difference))
    if found or against:
        raise typer.Exit(1)
    cells_held = f"{count(len(data['said']), 'statement')} and {count(len(data['counts']), 'figure')}"
    typer.echo(f"all as in {path}: {cells_held} of {count(len(data['reports']), 'report')}")
