"""The sentence in which words stand: what a list shows of a text, so that a count or an event can be judged."""

import re
from collections.abc import Sequence

from sqlalchemy import Table, func, select

from rashomon.store import View
from rashomon.store.tables import reports

REACH = 500
"""Characters before and after the words in which the sentence is looked for."""

# The short words with a capital that end in a point are titles, initials and months.
_END = re.compile(r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?][\"”’»)\]]*\s+|\n+")


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentence that holds the words from `start` to `end`, or all that do; cut where it is very long."""
    first, last = max(0, start - REACH), min(len(text), end + REACH)
    begins = max((match.end() for match in _END.finditer(text, first, start)), default=first)
    ends = _END.search(text, end, last)
    return " ".join(text[begins : ends.end() if ends else last].split())


def contexts(view: View, table: Table, spans: str, keys: Sequence[int]) -> dict[int, str]:
    """The sentence of each of these rows of a table, by the column that holds its spans."""
    start = table.c[spans][(0, 0)].as_integer()
    end = func.json_extract(table.c[spans], "$[#-1][1]")
    before = func.max(0, start - REACH)
    window = func.substr(reports.c.text, before + 1, end + REACH - before)
    cut = select(
        table.c.key, (start - before).label("start"), (end - before).label("end"), window.label("window")
    ).join(reports)
    return {
        row["key"]: sentence_at(row["window"], row["start"], row["end"])
        for row in view.rows_among(cut, table.c.key, keys)
    }
