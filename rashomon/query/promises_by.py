"""What one public source promised, and what became of it."""

from sqlalchemy import ColumnElement, and_, or_, select

from rashomon.link.promises import STEMS
from rashomon.link.promises import promises as follow
from rashomon.model import Promise
from rashomon.query.judged import Judged
from rashomon.query.scope import claims_in
from rashomon.query.who_said import PublicSource
from rashomon.store import View
from rashomon.store.tables import reports, statements

MOST = 60
"""Reports of the source that are read, and as many that name it beside a word for a promise; the newest."""


def promises_by(view: View, source: PublicSource) -> tuple[list[Promise], bool]:
    """The promises that a source makes, oldest first, and whether all reports were read that may tell of them.

    Those are the reports that credit the source, those that name it beside a word for a promise, and those that make a
    claim of what it promised.
    """
    judged = Judged(view)
    mine = reports.c.id.in_(select(statements.c.report).where(_by(source)))
    worded = or_(*(reports.c.text.icontains(stem) for stem in STEMS))
    named = or_(*(reports.c.text.contains(name, autoescape=True) for name in source.spellings))
    known: dict[str, None] = {}
    whole = True
    for fitting in (mine, and_(worded, named)):
        newest = select(reports.c.id).where(fitting).order_by(reports.c.published.desc(), reports.c.id)
        rows = view.rows(newest.limit(MOST + 1))
        whole = whole and len(rows) <= MOST
        known |= dict.fromkeys(row["id"] for row in rows[:MOST])
    readings = judged.readings(known)
    first = _of(view, source, follow(readings))
    promised = {key for one in first for key in one.statements}
    claims = [
        claim
        for claim in claims_in(judged, sorted({report for one in first for report in one.reports}))
        if any(member.statement in promised for member in claim.members)
    ]
    readings |= judged.readings(
        {member.report for claim in claims for member in claim.members} - readings.keys()
    )
    found = _of(view, source, follow(readings, claims))
    days = {one: reading.report.published or "~" for one, reading in readings.items()}
    return sorted(found, key=lambda one: (min(days[report] for report in one.reports), one.id)), whole


def _of(view: View, source: PublicSource, found: list[Promise]) -> list[Promise]:
    """Those of the promises of which a statement is the source's."""
    told = sorted({key for one in found for key in one.statements})
    its = statements.c
    mine = {row["id"] for row in view.rows_among(select(its.id).where(_by(source)), its.id, told)}
    return [one for one in found if not mine.isdisjoint(one.statements)]


def _by(source: PublicSource) -> ColumnElement[bool]:
    its = statements.c
    return its.source_name.in_(source.spellings) & its.source_kind.in_(source.kinds)
