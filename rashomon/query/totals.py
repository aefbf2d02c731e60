"""How much is in a ledger."""

from dataclasses import dataclass

from sqlalchemy import func, select

from rashomon.query.judged import Judged
from rashomon.store import View
from rashomon.store.tables import reports, statements


@dataclass(frozen=True, slots=True)
class Totals:
    """What a ledger holds, in numbers."""

    reports: int
    outlets: int
    statements: int
    first: str | None
    """The day of the first report that has one."""
    last: str | None


def totals(view: View) -> Totals:
    """The numbers of all that was added so far, without the statements that people rejected."""
    outlets = func.count(reports.c.outlet.distinct())
    (row,) = view.rows(
        select(
            func.count().label("reports"),
            outlets.label("outlets"),
            func.min(reports.c.published).label("first"),
            func.max(reports.c.published).label("last"),
        ).select_from(reports)
    )
    (said,) = view.rows(select(func.count().label("statements")).select_from(statements))
    (thrown,) = view.rows(
        select(func.count().label("rejected")).where(statements.c.id.in_(sorted(Judged(view).rejected)))
    )
    return Totals(**row, statements=said["statements"] - thrown["rejected"])
