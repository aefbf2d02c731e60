"""What a report rests on: whom it retells, and with which reports it shares text."""

from dataclasses import dataclass

from sqlalchemy import select

from rashomon.model import Copy, Retelling
from rashomon.query.judged import Judged
from rashomon.query.reports import ReportRow, report_rows
from rashomon.store import View
from rashomon.store.tables import linked


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
    """What the ledger knows of where this report comes from, as people judged it; `report` is a whole id."""
    judged = Judged(view)
    retold = tuple(judged.retellings([report]))
    alike = tuple(sorted(judged.copies_of(report), key=lambda one: (-one.share_of_shorter, one.a, one.b)))
    others = {one.of for one in retold if one.of} | {one.a for one in alike} | {one.b for one in alike}
    rows = report_rows(view, sorted(others - {report}))
    was = bool(view.rows(select(linked.c.spot).where(linked.c.report == report)))
    return RestsOn(was, retold, alike, {row.id: row for row in rows})
