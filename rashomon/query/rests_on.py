"""What a report rests on: whom it retells, and with which reports it shares text."""

from dataclasses import dataclass

from sqlalchemy import or_, select

from rashomon.model import Copy, Retelling
from rashomon.query.reports import ReportRow, report_rows
from rashomon.store import View
from rashomon.store.rows import from_row
from rashomon.store.tables import copies, linked, retellings


@dataclass(frozen=True, slots=True)
class RestsOn:
    """The links of one report."""

    linked: bool
    """Whether it was linked at all; if not, the rest is empty and says nothing."""
    retellings: tuple[Retelling, ...]
    copies: tuple[Copy, ...]
    """The one with the largest share of text first."""
    reports: dict[str, ReportRow]
    """The other reports that these name, by id."""


def rests_on(view: View, report: str) -> RestsOn:
    """What the ledger knows of where this report comes from; `report` is a whole id."""
    told = select(retellings).where(retellings.c.report == report).order_by(retellings.c.position)
    retold = tuple(from_row(Retelling, row) for row in view.rows(told))
    either = or_(copies.c.a == report, copies.c.b == report)
    shared = select(copies).where(either).order_by(copies.c.share_of_shorter.desc(), copies.c.a, copies.c.b)
    alike = tuple(from_row(Copy, row) for row in view.rows(shared))
    others = {one.of for one in retold if one.of} | {one.a for one in alike} | {one.b for one in alike}
    rows = report_rows(view, sorted(others - {report}))
    was = bool(view.rows(select(linked.c.spot).where(linked.c.report == report)))
    return RestsOn(was, retold, alike, {row.id: row for row in rows})
