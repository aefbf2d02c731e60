"""What was promised, and what became of it."""

from sqlalchemy import or_, select

from rashomon.link.promises import STEMS
from rashomon.link.promises import promises as follow
from rashomon.model import Promise, PromiseState
from rashomon.query.judged import Judged
from rashomon.query.matching import found_by, full_text, in_reports
from rashomon.query.scope import claims_in
from rashomon.store import View
from rashomon.store.tables import reports, search, statements


def promises(
    view: View,
    *,
    state: PromiseState | None = None,
    words: str | None = None,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = None,
) -> list[Promise]:
    """The promises that fit all that is asked, in the order of the first report that tells of them, then by id.

    All `words` must occur in one statement of the promise or its title; `outlet` and the days are those of a report
    that tells of it. What became of it is looked for in all reports.
    """
    judged = Judged(view)
    # Others could tell at most of what a later report calls a promise; looking there costs the reading of them all.
    promising = select(statements.c.report).where(statements.c.act == "promises")
    worded = or_(*(reports.c.text.icontains(stem) for stem in STEMS))
    rows = view.rows(
        select(reports.c.id).where(or_(reports.c.id.in_(promising), worded)).order_by(reports.c.id)
    )
    known = [row["id"] for row in rows]
    claims = claims_in(judged, known)
    telling = {*known, *(member.report for claim in claims for member in claim.members)}
    readings = judged.readings(telling)
    found = [one for one in follow(readings, claims) if state in (None, one.state)]
    if query := full_text(words):
        said = select(statements.c.id).join(search, search.c.rowid == statements.c.key).where(found_by(query))
        ids = {row["id"] for row in view.rows(said)}
        found = [one for one in found if not ids.isdisjoint(one.statements)]
    if among := in_reports(view, outlet=outlet, since=since, until=until):
        fitting = {row["id"] for row in view.rows(select(reports.c.id).where(*among))}
        found = [one for one in found if not fitting.isdisjoint(one.reports)]
    days = {one: reading.report.published or "~" for one, reading in readings.items()}
    return sorted(found, key=lambda one: (min(days[report] for report in one.reports), one.id))[:limit]
