"""`rashomon dossier`: one claim or a selection as a page that stands alone."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.cli.options import Counts, LedgerPath, Words, chosen, day, ledger_of
from rashomon.cli.terminal import count
from rashomon.codebook.counts import CountRule

if TYPE_CHECKING:
    from rashomon.export.records import Dossier


def dossier(
    context: typer.Context,
    out: Annotated[
        Path, typer.Option("--out", "-o", help="The file to write.", metavar="FILE.html", show_default=False)
    ],
    claim: Annotated[
        list[str] | None,
        typer.Argument(help="Ids of claims, or the start of each.", metavar="CLAIM", show_default=False),
    ] = None,
    ledger: LedgerPath = None,
    report: Annotated[
        str | None,
        typer.Option(
            help="Not a claim, but all of this report: its id, or the start of it.", metavar="REPORT"
        ),
    ] = None,
    words: Words = None,
    counts: Counts = "words",
    redact: Annotated[
        str,
        typer.Option(
            help="What to hide: `none`, `people` (whoever may be a private person), `unnamed` (also how unnamed "
            "sources are described).",
            metavar="WHAT",
        ),
    ] = "none",
    dated: Annotated[
        str | None, typer.Option(help="The day to put on it: YYYY-MM-DD.", metavar="DATE")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Put a claim, or a selection of statements, into one HTML file that opens offline and can be checked.

    Examples:

        rashomon dossier 3c49e79e --out market.html

        rashomon dossier --words "fish market" --redact people --out market.html

    Each side in its own words, the origins behind it line by line, the figures over time, the reports; and for
    every cell the hash of its report and the characters of its words. The browser prints it to PDF. The same
    ledger and options give the same bytes. `rashomon verify` checks it. docs/dossier.md tells what redaction hides.
    """
    from rashomon.errors import RashomonError
    from rashomon.export.gather import gather
    from rashomon.export.page import page_of
    from rashomon.export.records import Asked, Redaction
    from rashomon.store import View

    if sum(map(bool, (claim, report, words))) != 1:
        raise typer.BadParameter("say what to put in: claims, or --report, or --words", param_hint="CLAIM")
    asked = Asked(
        tuple(claim or ()),
        report,
        words,
        chosen(counts, CountRule, "--counts"),
        chosen(redact, Redaction, "--redact"),
        day(dated, "--dated"),
    )
    if out.exists() and not force:
        raise typer.BadParameter(f"{out} is there; --force writes over it", param_hint="--out")
    with View(ledger_of(context, ledger)) as view:
        made = gather(view, asked)
    try:
        out.write_text(page_of(made), encoding="utf-8", newline="\n")
    except OSError as error:
        raise RashomonError(f"{out} cannot be written: {error.strerror}") from None
    typer.echo(_summary(made, out))


def _summary(made: "Dossier", out: Path) -> str:
    told = f"{out}: {count(len(made.said), 'statement')} and {count(len(made.counts), 'figure')} of "
    told += count(len(made.reports), "report")
    if made.asked.redact != "none":
        told += (
            f"\nredacted: {count(made.hidden, 'person', 'people')} by number, other names blank; look through "
            "it before it goes out, for a name that was read as that of a place or a body is not hidden"
        )
    return told
