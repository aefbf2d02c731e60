"""`rashomon judge`: keep what a person decided."""

import datetime
import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.cli.options import LedgerPath, chosen, ledger_of
from rashomon.model import Judgement, Verdict

if TYPE_CHECKING:
    from rashomon.store import View


def judge(
    context: typer.Context,
    verdict: Annotated[
        str,
        typer.Argument(
            help="accept, reject, correct, merge or split.", metavar="VERDICT", show_default=False
        ),
    ],
    on: Annotated[
        list[str],
        typer.Argument(help="What it is on: see below.", metavar="ID...", show_default=False),
    ],
    ledger: LedgerPath = None,
    by: Annotated[
        str | None, typer.Option(help="Who decides. Default: your name on this machine.", show_default=False)
    ] = None,
    why: Annotated[str, typer.Option(help="The reason.", show_default=False)] = "",
    names: Annotated[
        bool, typer.Option("--names", help="What follows are names of sources, not ids.")
    ] = False,
) -> None:
    """Decide on a statement, a link, a name or a value. The ledger keeps it beside what was read, for good.

    Examples:

        rashomon judge reject 4fa1 --why "a caption, not a statement"

        rashomon judge correct 77b0 low 58 --why "misread"

        rashomon judge merge 4fa1 90c2 --why "the same attack"

        rashomon judge split 4fa1 90c2 --why "two days apart"

        rashomon judge merge --names "A. Quill" "Ada Quill"

    One id: a statement to accept or reject. An id, a field and a value: a value to correct. Two ids: members of claims
    (statements, or claims by their own ids) to merge or split, or two reports whose link to reject. The last
    judgement on a thing counts, and all are kept: `rashomon judgements`.
    """
    path = ledger_of(context, ledger)
    decided = _judgement(
        path, chosen(verdict, Verdict, "VERDICT"), on, by or getpass.getuser(), why, names=names
    )
    from rashomon.link.linker import judge as keep
    from rashomon.store import Writer

    with Writer(path) as writer:
        keep(writer, decided)
    typer.echo(f"{decided.verdict} {decided.kind} {' '.join(decided.target)}, by {decided.by}")


def _judgement(path: Path, verdict: Verdict, on: list[str], by: str, why: str, *, names: bool) -> Judgement:
    from rashomon.link.judgements import judgement
    from rashomon.query.targets import check_value, source_key, target
    from rashomon.store import View

    at = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    with View(path) as view:
        if names:
            *keys, value = on if verdict == "correct" else [*on, None]
            ids = [one if "|" in one else source_key(view, one) for one in keys if one is not None]
            return judgement("name", ids, verdict, by=by, at=at, why=why, value=value)
        if verdict == "correct":
            if len(on) != 3:
                raise typer.BadParameter(
                    "to correct, give an id, a field and the right value", param_hint="ID..."
                )
            of = target(view, on[0])
            decided = judgement("value", (of.id, on[1]), verdict, by=by, at=at, why=why, value=on[2])
            check_value(view, of, decided)
            return decided
        return judgement(
            "statement" if len(on) == 1 else "link", _ids(view, on), verdict, by=by, at=at, why=why
        )


def _ids(view: "View", on: list[str]) -> list[str]:
    from rashomon.query.targets import target

    return [target(view, one).id for one in on]
