"""Options that several commands share, said once."""

from pathlib import Path
from typing import Annotated, Any, get_args

import typer

from rashomon.model import Given
from rashomon.settings import ledger_path

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files, folders or globs: .txt, .html, RSS and Atom feeds, WARC, JSONL, each also as .gz; "
        "`-` for standard input.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line, for programs.")]
Outlet = Annotated[
    str | None, typer.Option(help="Who published it, if the file does not say or says it wrong.")
]
Published = Annotated[str | None, typer.Option(help="When it was published: YYYY-MM-DD.", metavar="DATE")]
Url = Annotated[str | None, typer.Option(help="Where it was published.")]
Encoding = Annotated[
    str | None, typer.Option(help="How the file spells characters, if not UTF-8: cp1252 ...")
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", help="How many processes read.", min=1)]
LedgerPath = Annotated[
    Path | None, typer.Option("--ledger", help="The ledger to use.", show_default=False, metavar="PATH")
]
Words = Annotated[
    str | None,
    typer.Option(
        help='Words that must all occur in source, content or title; "a phrase" in quotation marks.'
    ),
]
MinConfidence = Annotated[
    float,
    typer.Option(
        help="Only statements that the reader is at least so sure of, 0 to 1: fewer, and more of them right.",
        min=0,
        max=1,
        metavar="SHARE",
    ),
]
Counts = Annotated[
    str,
    typer.Option(
        help="The rule that gives numbers to words: `words` (as worded, `dozens` have none), `ucdp`, `acled`.",
        metavar="RULE",
    ),
]
Limit = Annotated[int, typer.Option(help="At most so many lines; 0 for all.", min=0)]
SomeLines = Annotated[
    int | None,
    typer.Option(
        "--limit",
        help="At most so many; 0 for all. Without it 50, and all with --json.",
        min=0,
        show_default=False,
    ),
]
OfOutlet = Annotated[str | None, typer.Option("--outlet", help="Only what this outlet published.")]
OfSource = Annotated[
    str | None,
    typer.Option("--source", help="Words of the source on whose word it is: a name, `residents` ..."),
]
OfReport = Annotated[
    str | None,
    typer.Option("--report", help="Only this report: its id, or the start of it.", metavar="REPORT"),
]
InPlace = Annotated[
    str | None,
    typer.Option("--place", help="Words of the place of the event, as worded or in the gazetteer."),
]
Since = Annotated[
    str | None, typer.Option(help="Only reports published on this day or later: YYYY-MM-DD.", metavar="DATE")
]
Until = Annotated[
    str | None, typer.Option(help="Only reports published on this day or before: YYYY-MM-DD.", metavar="DATE")
]


def ledger_of(context: typer.Context, option: Path | None) -> Path:
    """The ledger named behind the command, before it, by the variable, or by default."""
    return ledger_path(option or context.obj)


def lines(limit: int | None, json: bool) -> int:
    """How many to list, 0 for all: a program that does not say gets everything."""
    return limit if limit is not None else 0 if json else 50


def chosen(value: str | None, choices: Any, option: str) -> Any:
    """`value` where it is one of a Literal's values. Raises typer.BadParameter with all of them."""
    if value is not None and value not in get_args(choices):
        raise typer.BadParameter(f"{value!r} is none of: {', '.join(get_args(choices))}", param_hint=option)
    return value


def day(value: str | None, option: str) -> str | None:
    """`value` as YYYY-MM-DD. Raises typer.BadParameter for a date of another form."""
    import datetime

    try:
        return value and datetime.date.fromisoformat(value).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{value!r} is no date: write it as 2024-03-04", param_hint=option) from None


def given_of(outlet: str | None, published: str | None, url: str | None, encoding: str | None) -> Given:
    """What the user says of the reports. Raises typer.BadParameter for a date of another form."""
    return Given(outlet=outlet, published=day(published, "--published"), url=url, encoding=encoding)
