"""Which claims may rest on one origin that one outlet alone heard, however many reports make them."""

from collections.abc import Mapping

from sqlalchemy import or_, select

from rashomon.link.publishers import publisher
from rashomon.link.retellings import family
from rashomon.model import Claim, Reading, Retelling
from rashomon.query.claims import ClaimRow, claim_row
from rashomon.query.judged import Judged
from rashomon.query.members import claims_of, contexts_of, counted
from rashomon.store import View
from rashomon.store import tables as held


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
    found = []
    for claim, origins, readings in counted(
        judged, claims_of(judged, _candidates(view, whose, least_reports))
    ):
        if origins.get("says") and origins["says"].low == 1:
            reports = sorted({one.report for one in claim.members})
            retellings = [one for one in judged.retellings(reports) if family(one.outlet) == whose]
            if _all_through(claim, whose, readings, retellings):
                context = contexts_of(view, [claim.id]).get(claim.id, "")
                found.append(claim_row(claim, origins, readings, context))
        if limit and len(found) == limit:
            break
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


def _all_through(
    claim: Claim, whose: str | None, readings: Mapping[str, Reading], retellings: list[Retelling]
) -> bool:
    credited = {one.report for one in retellings if one.statement is None}
    passed = {one.statement for one in retellings if one.statement is not None}
    return all(
        member.report in credited
        or (member.statement is not None and member.statement in passed)
        or family(publisher(readings[member.report].report)) == whose
        for member in claim.members
        if member.side == "says"
    )
