"""Which claims may rest on one origin that one outlet alone heard, however many reports make them."""

from collections.abc import Sequence

from sqlalchemy import or_, select

from rashomon.link.retellings import family
from rashomon.model import Claim
from rashomon.query.claims import ClaimRow, claim_row
from rashomon.query.judged import Judged
from rashomon.query.members import claims_of, contexts_of, counted
from rashomon.store import View
from rashomon.store import tables as held

AT_ONCE = 500
"""Claims that are looked at together, those of most reports first."""


def resting_on(
    view: View, outlet: str, *, least_reports: int = 1, limit: int | None = None
) -> list[ClaimRow]:
    """The claims with one sure origin that reached every report through this outlet, those of most reports first.

    Sources whom that outlet alone heard are one that is sure, however many it names. All came through it where each
    report that says it is the outlet's own or of its family, credits it as a whole, or has the statement from it. The
    outlet goes by any of its names.
    """
    judged = Judged(view)
    whose = family(outlet)
    ids = _candidates(view, whose, least_reports)
    found: list[ClaimRow] = []
    for first in range(0, len(ids), AT_ONCE):
        through = _through(judged, claims_of(judged, ids[first : first + AT_ONCE]), whose)
        for claim, origins, readings in counted(judged, through, whole=False):
            if origins.get("says") and origins["says"].low == 1:
                context = contexts_of(view, [claim.id]).get(claim.id, "")
                found.append(claim_row(claim, origins, readings, context))
            if len(found) == limit:
                return found
    return found


def _candidates(view: View, whose: str | None, least_reports: int) -> list[str]:
    """The claims that a report makes which is of the outlet or retells it."""
    own = select(held.linked.c.report).where(held.linked.c.family == whose)
    telling = select(held.retellings.c.report).where(held.retellings.c.family == whose)
    its = held.propositions.c
    made = select(its.claim).where(or_(its.report.in_(own), its.report.in_(telling)))
    chosen = select(held.claims.c.id).where(
        held.claims.c.id.in_(made), held.claims.c.reports >= least_reports
    )
    return [row["id"] for row in view.rows(chosen.order_by(held.claims.c.reports.desc(), held.claims.c.id))]


def _through(judged: Judged, claims: Sequence[Claim], whose: str | None) -> list[Claim]:
    """The claims of which all who say it have it from this outlet, or are of its family."""
    reports = sorted({one.report for claim in claims for one in claim.members})
    retellings = [one for one in judged.retellings(reports) if family(one.outlet) == whose]
    whole = {one.report for one in retellings if one.statement is None}
    passed = {one.statement for one in retellings if one.statement is not None}
    own = select(held.linked.c.report).where(held.linked.c.family == whose)
    whole |= {row["report"] for row in judged.view.rows_among(own, held.linked.c.report, reports)}
    return [
        claim
        for claim in claims
        if all(
            member.report in whole or (member.statement is not None and member.statement in passed)
            for member in claim.members
            if member.side == "says"
        )
    ]
