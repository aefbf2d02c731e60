"""`rashomon judge`: keep what a person decided."""

import getpass
from typing import Annotated

import typer

from rashomon.cli.options import LedgerPath, chosen, ledger_of
from rashomon.model import Verdict


def judge(
    context: typer.Context,
    verdict: Annotated[
        str,
        typer.Argument(
            help="accept, reject, correct, merge, split or undo.", metavar="VERDICT", show_default=False
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

        rashomon judge correct 4fa1 content "the market was hit"

        rashomon judge merge 4fa1 90c2 --why "the same attack"

        rashomon judge split 4fa1 90c2 --why "two days apart"

        rashomon judge merge --names "A. Quill" "Ada Quill"

        rashomon judge undo 0c5e

    One id: a statement to accept or reject. An id, a field and a value: a value to correct. Two ids: members of claims
    (statements, or claims by their own ids) to merge or split, or two reports whose link to reject. The last
    judgement on a thing counts, and all are kept: `rashomon judgements`. To undo, give the id of a judgement: it counts
    no more, and what was before it stands again.

    Words of a statement (source, cue, content) are given as they stand in the report, or by their place: 12-40. A chain
    is written `The Tern [outlet] > a resident [unnamed_person]`; further fields are act, polarity, commitment,
    source_name, source_kind, source_office.
    """
    path = ledger_of(context, ledger)
    what: Verdict = chosen(verdict, Verdict, "VERDICT")
    ids, value = (on[:-1], on[-1]) if what == "correct" else (on, None)
    from rashomon.link.linker import judge as keep
    from rashomon.query.deciding import decide, now
    from rashomon.store import View, Writer

    with View(path) as view:
        signed = by or getpass.getuser()
        decided = decide(view, what, ids, by=signed, at=now(), why=why, value=value, names=names)
    with Writer(path) as writer:
        keep(writer, decided)
    typer.echo(f"{decided.verdict} {decided.kind} {' '.join(decided.target)}, by {decided.by}")
