"""What was promised, and what became of it."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, and_, or_, select

from rashomon.link.promises import STEMS
from rashomon.link.promises import promises as follow
from rashomon.model import Claim, Promise, PromiseState
from rashomon.query.judged import Judged
from rashomon.query.matching import found_by, full_text, in_reports
from rashomon.query.members import claims_of
from rashomon.store import View
from rashomon.store.tables import claims as held
from rashomon.store.tables import propositions, reports, search, statements
from rashomon.store.view import listed

AHEAD = ("will", "would", "shall", "going to", "plan", "intend")
"""What stands in every statement about the future."""


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
    readings = judged.readings([row["id"] for row in rows], {"statements": _of_promises(worded)})
    claims = _claims(judged, {statement for one in follow(readings) for statement in one.statements})
    others = {member.report for claim in claims for member in claim.members} - readings.keys()
    members = [member.statement for claim in claims for member in claim.members if member.statement]
    readings |= judged.readings(others, {"statements": statements.c.id.in_(listed(members))})
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


def _of_promises(worded: ColumnElement[bool]) -> ColumnElement[bool]:
    """The statements that can promise, and all beside words that tell of promises."""
    its = statements.c
    ahead = (its.content_text.icontains(word) for word in AHEAD)
    return or_(its.act == "promises", *ahead, its.report.in_(select(reports.c.id).where(worded)))


def _claims(judged: Judged, promised: Collection[str]) -> list[Claim]:
    """The claims of two reports or more that one of these statements makes, by their ids."""
    its, said = propositions.c, statements.c
    # A member's id is its statement's or begins so.
    same = and_(its.id >= said.id, its.id < said.id + ";", its.report == said.report)
    made = select(its.claim).distinct().join(statements, same)
    found = {row["claim"] for row in judged.view.rows_among(made, said.id, sorted(promised))}
    shared = select(held.c.id).where(held.c.reports > 1)
    rows = judged.view.rows_among(shared, held.c.id, sorted(found - {None}))
    return claims_of(judged, sorted(row["id"] for row in rows))
