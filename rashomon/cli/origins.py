"""`rashomon origins`: who is behind each side of a claim, and how that was counted."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.cli.options import AsJson, LedgerPath, ledger_of
from rashomon.cli.sides import STYLE, in_place
from rashomon.cli.terminal import console, line, print_json, table

if TYPE_CHECKING:
    from rashomon.query.claims import Saying
    from rashomon.query.origins import Behind


def origins(
    context: typer.Context,
    claim: Annotated[
        str,
        typer.Argument(help="The id of a claim, or the start of it.", metavar="CLAIM", show_default=False),
    ],
    ledger: LedgerPath = None,
    json: AsJson = False,
) -> None:
    """Show who says and who denies a claim, and how many independent origins there are behind each side, and why.

    Example:

        rashomon origins 4fa1

    Ids of claims stand in `rashomon claims` and `rashomon disputes`. The rules are in docs/origins.md.
    """
    from rashomon.query.context import claimed
    from rashomon.query.origins import origins as ask
    from rashomon.store import View

    with View(ledger_of(context, ledger)) as view:
        found = ask(view, claim)
        sentence = "" if json else claimed(view, [found.claim.id]).get(found.claim.id, "")
    if json:
        print_json([found])
        return
    console().print(behind(found, sentence))


def behind(found: "Behind", sentence: str, *, examples: bool = True) -> Group:
    """A claim in a sentence, its sides, the reasons for their counts and, as examples, all that was said."""
    parts: list[RenderableType] = [in_place(found.claim.text, sentence)]
    for side, why in found.why.items():
        head = Text(f"\n{side}", style=STYLE.get(side, "bold"))
        parts.append(head.append(f"  {line(why[0])}", style="not bold default"))
        parts += [Padding(Text(f"· {line(reason)}"), (0, 0, 0, 2)) for reason in why[1:]]
        if examples:
            parts.append(Padding(_sayings(found.claim.sides[side]), (0, 0, 0, 2)))
    return Group(*parts)


def _sayings(said: "Iterable[Saying]") -> Table:
    listed = table("report", "date", "outlet", "statement", "what", outlet=1, what=4)
    for one in said:
        listed.add_row(
            one.report[:8],
            one.published or "no date",
            line(one.outlet or "unknown"),
            one.statement[:8] if one.statement else "own voice",
            line(one.text),
        )
    return listed
