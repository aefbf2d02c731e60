"""The sides of a claim or a dispute in a few lines: what it is, who holds what, how many origins there can be."""

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from rashomon.cli.terminal import ACT_STYLE, count, line

STYLE = {"denies": ACT_STYLE["denies"], "doubts": ACT_STYLE["doubts"]}
BEFORE = 40
"""Characters of a sentence before the words that it is shown for."""


def block(
    id: str, text: Text, reports: int, sides: Iterable[tuple[str, Sequence[str], int, int]], width: int
) -> Table:
    """A head with id, text and number of reports, and a line for each side: its name, who, least, most."""
    made = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for ratio in (None, 1, None):
        made.add_column(ratio=ratio, no_wrap=True, overflow="ellipsis")
    made.add_row(Text(id[:8], style="dim"), text, count(reports, "report"))
    longest = max(8, width // 4)
    for name, who, low, high in sides:
        label = line(name)
        label = label if len(label) <= longest else f"{label[: longest - 1]}…"
        made.add_row(Text(label, style=STYLE.get(name, "default")), line("; ".join(who)), between(low, high))
    made.add_row()
    return made


def in_place(words: str, sentence: str) -> Text:
    """Words in their sentence; alone where it does not hold them in one piece."""
    words, sentence = line(words), line(sentence)
    before, found, after = sentence.partition(words)
    if not found:
        return Text(words, style="bold")
    if len(before) > BEFORE:
        before = f"… {before[-BEFORE:].partition(' ')[2]}"
    return Text.assemble(before, (words, "bold"), after)


def titled(text: str, context: str) -> Text:
    """What is claimed, and beside it the words without which it says too little."""
    return Text(line(f"{text}  ({context})" if context else text), style="bold")


def between(low: int, high: int) -> str:
    """`1 origin`, `2 to 4 origins`."""
    return count(high, "origin") if low == high else f"{low} to {count(high, 'origin')}"
