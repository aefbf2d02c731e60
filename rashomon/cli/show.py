"""`rashomon show`: a report with its statements marked and their chains in the margin."""

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rashomon.cli.claimed import claimed
from rashomon.cli.options import LedgerPath, ledger_of
from rashomon.cli.terminal import ACT_STYLE, console, line, safe
from rashomon.model import Reading, Statement

STYLE = {"source": "underline", "cue": "italic"}
NARROW = 90
"""Below this width the margin goes under its paragraph."""


def show(
    context: typer.Context,
    report: Annotated[
        str,
        typer.Argument(help="The id of a report, or the start of it.", metavar="REPORT", show_default=False),
    ],
    ledger: LedgerPath = None,
) -> None:
    """Show a report in the terminal: sources, cues and contents marked, the chain of each in the margin.

    Example:

        rashomon show 3fa2

    Sources are underlined, cues slanted, contents in the colour of their act; the number before a content
    leads to its chain in the margin. Below the text stand the figures, times, places and events read in it, with
    the number of the statement that says so.
    """
    from rashomon.query.judged import Judged
    from rashomon.store import View

    with View(ledger_of(context, ledger)) as view:
        reading = Judged(view).reading(view.find(report))
    page = console()
    for part in _page(reading, page.width):
        page.print(part)


def _page(reading: Reading, width: int) -> Iterator[RenderableType]:
    yield from _head(reading)
    by_line = _paragraphs(reading)
    numbers = {s.id: n for n, s in enumerate(reading.statements, 1)}
    for text, statements in by_line:
        margin = Group(*(_note(reading, s, numbers[s.id]) for s in statements))
        if width < NARROW:
            yield Group(text, margin, Text())
        else:
            row = Table.grid(padding=(0, 3, 0, 0), expand=True)
            row.add_column(ratio=5)
            row.add_column(ratio=3)
            row.add_row(text, margin)
            yield Group(row, Text())
    yield from claimed(reading)


def _head(reading: Reading) -> Iterator[RenderableType]:
    report = reading.report
    yield Text(line(report.title or report.path), style="bold")
    for name in ("outlet", "byline", "published", "updated", "url"):
        value = getattr(report, name)
        if value:
            yield Text(f"{name:10}{line(value)}", style="dim").append(f"  ({report.found.get(name, '?')})")
    if not report.published:
        yield Text(f"{'published':10}no date found", style="dim")
    if reading.not_read:
        yield Text(f"not read: {reading.not_read}", style="bold yellow")
    yield Text()


def _paragraphs(reading: Reading) -> list[tuple[Text, list[Statement]]]:
    """Each line of the text, marked, with the statements whose content begins in it."""
    from rashomon.query.marks import segments

    acts = {s.id: s.act for s in reading.statements}
    begins: dict[int, list[Statement]] = {}
    for s in reading.statements:
        begins.setdefault(s.content.start, []).append(s)
    numbers = {s.id: n for n, s in enumerate(reading.statements, 1)}
    found: list[tuple[Text, list[Statement]]] = [(Text(), [])]
    for segment in segments(reading):
        for s in begins.get(segment.start, []):
            found[-1][0].append(f"[{numbers[s.id]}]", style="dim")
            found[-1][1].append(s)
        styles = []
        for mark in segment.marks:
            if mark.role == "content":
                styles.append(ACT_STYLE[acts[mark.of]])
            elif mark.role in STYLE:
                styles.append(STYLE[mark.role])
        style = " ".join(dict.fromkeys(s for s in styles if s != "default")) or ("bold" if styles else "")
        first, *rest = segment.text.splitlines(keepends=False) or [""]
        if segment.text.endswith(("\n", "\r")):
            rest.append("")
        found[-1][0].append(safe(first), style=style)
        for following in rest:
            found.append((Text(safe(following), style=style), []))
    return [(text, statements) for text, statements in found if text.plain.strip()]


def _note(reading: Reading, statement: Statement, number: int) -> Text:
    from rashomon.query.chain import sentence

    note = Text(f"[{number}] ", style="dim")
    note.append(statement.act, style=ACT_STYLE[statement.act])
    return note.append(f"  {line(sentence(reading.report, statement))}", style="not dim")
