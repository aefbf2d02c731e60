"""The sentences in which things stand, cut out of the texts that a ledger holds."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Label, RowMapping, Table, func, select

from rashomon.query.wording import REACH, sentence_at
from rashomon.store import View
from rashomon.store.tables import claims as held
from rashomon.store.tables import propositions, reports


def contexts(view: View, table: Table, spans: str, keys: Sequence[int]) -> dict[int, str]:
    """The sentence of each of these rows of a table, by the column that holds its spans."""
    start = table.c[spans][(0, 0)].as_integer()
    end = func.json_extract(table.c[spans], "$[#-1][1]")
    cut = select(table.c.key, *_window(start, end)).join(reports)
    return {row["key"]: _sentence(row) for row in view.rows_among(cut, table.c.key, keys)}


def claimed(view: View, claims: Collection[str]) -> dict[str, str]:
    """The sentence in which the words of each of these claims stand, by its id; of several the first by id."""
    its = propositions.c
    start = func.json_extract(its.data, "$.member_spans[0][0]")
    end = func.json_extract(its.data, "$.member_spans[#-1][1]")
    cut = select(its.claim, *_window(start, end)).join(reports).join(held, held.c.id == its.claim)
    own = cut.where(func.json_extract(its.data, "$.text") == held.c.text).order_by(its.id.desc())
    return {row["claim"]: _sentence(row) for row in view.rows_among(own, its.claim, [*claims])}


def _window(start: ColumnElement[int], end: ColumnElement[int]) -> Iterator[Label[Any]]:
    before = func.max(0, start - REACH - 1)  # a character more on each side tells whether the text goes on
    yield (start - before).label("start")
    yield (end - before).label("end")
    yield func.substr(reports.c.text, before + 1, end + REACH + 1 - before).label("window")


def _sentence(row: RowMapping) -> str:
    return sentence_at(row["window"], row["start"], row["end"])
