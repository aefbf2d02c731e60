"""What the questions across reports are asked of: readings, claims with their origins, incidents with their tolls."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select

from rashomon.codebook.counts import CountRule
from rashomon.link.incidents import incidents as group
from rashomon.link.incidents import tolls
from rashomon.model import Claim, Incident, Origins, Reading, Side, Toll
from rashomon.query.claims import claim_ids
from rashomon.query.judged import Judged
from rashomon.query.members import claims_of, counted
from rashomon.store import View
from rashomon.store import tables as held


@dataclass(frozen=True, slots=True)
class Told:
    """Incidents with their counts, and what they were made of."""

    incidents: list[Incident]
    tolls: dict[str, list[Toll]]
    readings: dict[str, Reading]
    claims: list[Claim]


def told(judged: Judged, among: Sequence[ColumnElement[bool]] = (), rule: CountRule = "words") -> Told:
    """The incidents of the reports that fit these conditions, by what those reports tell alone."""
    reports = telling(judged.view, among)
    readings = judged.readings(reports)
    claims = claims_in(judged, reports)
    known = [_within(claim, readings) for claim in claims]
    found = group(readings, known)
    counts = {one.id: tolls(one, readings, known, rule) for one in found}
    return Told(found, counts, readings, known)


def telling(view: View, among: Sequence[ColumnElement[bool]] = ()) -> list[str]:
    """The reports that tell of an event, among those that fit these conditions."""
    told_of = select(held.events.c.report).distinct()
    chosen = (
        select(held.reports.c.id).where(held.reports.c.id.in_(told_of), *among).order_by(held.reports.c.id)
    )
    return [row["id"] for row in view.rows(chosen)]


def claims_in(judged: Judged, reports: Sequence[str]) -> list[Claim]:
    """The claims of two reports or more that one of these reports makes, by their ids."""
    its = held.propositions.c
    ids = {row["claim"] for row in judged.view.rows_among(select(its.claim).distinct(), its.report, reports)}
    shared = select(held.claims.c.id).where(held.claims.c.reports > 1)
    return claims_of(
        judged, sorted(row["id"] for row in judged.view.rows_among(shared, held.claims.c.id, sorted(ids)))
    )


def _within(claim: Claim, readings: dict[str, Reading]) -> Claim:
    """A claim with its members in these readings."""
    mine = tuple(one for one in claim.members if one.report in readings)
    return Claim(claim.id, claim.text, mine, claim.disputed)


def disputed(
    judged: Judged, words: str | None, among: Sequence[ColumnElement[bool]]
) -> tuple[list[Claim], dict[str, dict[Side, Origins]], dict[str, Reading]]:
    """The claims that some say and others deny or doubt, their origins, and the readings of their reports."""
    ids = claim_ids(judged.view, words=words, disputed=True, among=among)
    claims: list[Claim] = []
    origins: dict[str, dict[Side, Origins]] = {}
    readings: dict[str, Reading] = {}
    for claim, of, those in counted(judged, claims_of(judged, ids)):
        claims.append(claim)
        origins[claim.id] = of
        readings |= {one.report: those[one.report] for one in claim.members}
    return claims, origins, readings
