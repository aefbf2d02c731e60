"""What one public source promised, and what became of it."""

from sqlalchemy import and_, or_, select

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

    Those are the reports that credit the source, those that name it beside a word for a promise, and those that share a
    claim with them.
    """
    judged = Judged(view)
    its = statements.c
    credited = its.source_name.in_(source.spellings) & its.source_kind.in_(source.kinds)
    mine = reports.c.id.in_(select(its.report).where(credited))
    worded = or_(*(reports.c.text.icontains(stem) for stem in STEMS))
    named = or_(*(reports.c.text.contains(name, autoescape=True) for name in source.spellings))
    known: dict[str, None] = {}
    whole = True
    for fitting in (mine, and_(worded, named)):
        newest = select(reports.c.id).where(fitting).order_by(reports.c.published.desc(), reports.c.id)
        rows = view.rows(newest.limit(MOST + 1))
        whole = whole and len(rows) <= MOST
        known |= dict.fromkeys(row["id"] for row in rows[:MOST])
    claims = claims_in(judged, sorted(known))
    readings = judged.readings({*known, *(member.report for claim in claims for member in claim.members)})
    said = {row["id"] for row in view.rows_among(select(its.id).where(credited), its.report, [*readings])}
    found = [one for one in follow(readings, claims) if not said.isdisjoint(one.statements)]
    days = {one: reading.report.published or "~" for one, reading in readings.items()}
    return sorted(found, key=lambda one: (min(days[report] for report in one.reports), one.id)), whole
