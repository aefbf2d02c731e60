"""How words of a report reach a terminal: escaped, coloured, in tables."""

import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import asdict, is_dataclass
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from rashomon.model import UNNAMED, Act, Source, Statement

ACT_STYLE: dict[Act, str] = {
    "asserts": "default",
    "confirms": "green",
    "denies": "bold red",
    "doubts": "magenta",
    "accuses": "yellow",
    "warns": "yellow",
    "promises": "cyan",
    "demands": "blue",
    "declines": "dim",
}
ROOMY = 110
"""From this width on a table has columns that a narrower one leaves out."""

WIDE = 120
"""Width of output that goes to a file or a pipe, where no terminal says how wide it is."""


def console() -> Console:
    """The terminal, or a wide plain page where output is piped."""
    # Words of a report may look like Rich's markup ("[red]") or name an emoji (":bomb:"); they are neither.
    plain = Console(markup=False, emoji=False)
    if plain.is_terminal:
        return plain
    width = max(plain.width, WIDE) if plain.width == 80 else plain.width
    return Console(width=width, markup=False, emoji=False)


def safe(words: str) -> str:
    """`words` with everything made visible that could steer a terminal: control and direction characters."""
    return re.sub(r"[^\n\t\w\s!-~]", _shown, re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", _shown, words))


def _shown(match: re.Match[str]) -> str:
    character = match.group()
    return f"⟨{ord(character):04X}⟩" if unicodedata.category(character) in ("Cc", "Cf") else character


def line(words: str) -> str:
    """`words` safe and on one line, for a cell of a table."""
    return " ".join(safe(words).split())


def table(*columns: str, **wide: int) -> Table:
    """A table without rules; `wide` names the columns that share what room is left, and their shares."""
    made = Table(box=None, pad_edge=False, header_style="dim", expand=bool(wide))
    for column in columns:
        share = wide.get(column.replace(" ", "_"))
        made.add_column(column, ratio=share, no_wrap=True, overflow="ellipsis")
    return made


def act(name: Act) -> Text:
    """An act in its colour."""
    return Text(name, style=ACT_STYLE[name])


def source(of: Source | None) -> str:
    """A source for a cell of a table; one without a name says so."""
    if of is None:
        return "(no source named)"
    return line(f"{of.name} (unnamed)" if of.kind in UNNAMED else of.name)


def voice(statement: Statement | None) -> str:
    """On whose word something is, for a cell of a table."""
    return "this report itself" if statement is None else source(statement.source)


def marked(corrected: Sequence[str]) -> str:
    """The mark of a record that people corrected: which fields."""
    return f" ({', '.join(corrected)} corrected)" if corrected else ""


def more(found: int, limit: int) -> None:
    """Say so where a list was cut, or where it is empty."""
    if not found:
        sys.stderr.write("nothing found\n")
    elif limit and found > limit:
        sys.stderr.write(f"there are more than {limit}: --limit 0 lists all\n")


def print_json(rows: Iterable[Any]) -> None:
    """One JSON object a line, to standard output."""
    for row in rows:
        data = asdict(row) if is_dataclass(row) and not isinstance(row, type) else row
        sys.stdout.write(json.dumps(data, ensure_ascii=False) + "\n")


def count(number: int, thing: str, things: str | None = None) -> str:
    """`1 report`, `2 reports`, `20,000 reports`."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"
