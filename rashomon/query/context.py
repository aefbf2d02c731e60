"""The sentences in which things stand, cut out of the texts that a ledger holds."""

from collections.abc import Sequence

from sqlalchemy import Table, func, select

from rashomon.query.wording import REACH, sentence_at
from rashomon.store import View
from rashomon.store.tables import reports


def contexts(view: View, table: Table, spans: str, keys: Sequence[int]) -> dict[int, str]:
    """The sentence of each of these rows of a table, by the column that holds its spans."""
    start = table.c[spans][(0, 0)].as_integer()
    end = func.json_extract(table.c[spans], "$[#-1][1]")
    before = func.max(0, start - REACH - 1)  # a character more on each side tells whether the text goes on
    window = func.substr(reports.c.text, before + 1, end + REACH + 1 - before)
    cut = select(
        table.c.key, (start - before).label("start"), (end - before).label("end"), window.label("window")
    ).join(reports)
    return {
        row["key"]: sentence_at(row["window"], row["start"], row["end"])
        for row in view.rows_among(cut, table.c.key, keys)
    }
