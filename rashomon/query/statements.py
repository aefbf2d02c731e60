"""Which statements are there: by whom, in which act, in which report, with which words."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from rashomon.model import Act, Statement
from rashomon.query.matching import BY_DATE, by_outlet, found_by, full_text, reported
from rashomon.store import View
from rashomon.store.tables import reports, search
from rashomon.store.tables import statements as held


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement and the report it stands in."""

    report: str
    outlet: str | None
    published: str | None
    title: str | None
    statement: Statement


def statements(
    view: View,
    *,
    source: str | None = None,
    act: Act | None = None,
    outlet: str | None = None,
    words: str | None = None,
    report: str | None = None,
    min_confidence: float = 0.0,
    limit: int | None = None,
) -> list[StatementRow]:
    """The statements that fit all that is asked, oldest first and in the order of the text.

    All `words` must occur in source, content or title together, "quoted phrases" as they stand; those of
    `source` in the words or the name of the source. `report` is a whole id.
    """
    chosen = select(held.c.key).join(reports, reports.c.id == held.c.report)
    if query := full_text(words, source=source):
        chosen = chosen.join(search, search.c.rowid == held.c.key).where(found_by(query))
    if act is not None:
        chosen = chosen.where(held.c.act == act)
    if outlet is not None:
        chosen = chosen.where(by_outlet(view, outlet))
    if min_confidence > 0:
        chosen = chosen.where(held.c.confidence >= min_confidence)
    if report is not None:
        chosen = chosen.where(held.c.report == report)
    ordered = chosen.order_by(*BY_DATE, held.c.position).limit(limit)
    return statement_rows(view, [row["key"] for row in view.rows(ordered)])


def statement_rows(view: View, keys: Sequence[int]) -> list[StatementRow]:
    """The statements with these keys, in the order of the keys, each with its report."""
    about = reported(view, held, keys)
    return [StatementRow(**about[key], statement=one) for key, one in view.statements(keys).items()]
