"""What the questions across reports are asked of: reports that fit, incidents with their tolls, claims."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, or_, select

from rashomon.codebook.counts import CountRule
from rashomon.link.incidents import incidents as group
from rashomon.link.tolls import tolls
from rashomon.model import Act, Claim, Incident, Reading, Toll
from rashomon.query.judged import Judged
from rashomon.query.matching import NEWEST_FIRST, found_by, full_text, in_reports
from rashomon.query.members import claims_of
from rashomon.store import View
from rashomon.store import tables as held
from rashomon.store.view import Parts, listed


@dataclass(frozen=True, slots=True)
class Told:
    """Incidents, and what they were made of."""

    incidents: list[Incident]
    readings: dict[str, Reading]
    claims: list[Claim]
    made: dict[str, dict[str, Claim]]
    """The claims that each report makes, by their ids."""

    def tolls(self, incident: Incident, rule: CountRule = "words") -> list[Toll]:
        """The counts of one of the incidents over time."""
        claims = {
            key: claim for report in incident.reports for key, claim in self.made.get(report, {}).items()
        }
        return tolls(incident, self.readings, [*claims.values()], rule)


def told(judged: Judged, reports: Iterable[str]) -> Told:
    """The incidents of these reports, by what they tell alone."""
    readings = judged.readings(reports, _telling())
    claims = [_within(claim, readings) for claim in claims_in(judged, [*readings])]
    made: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        for member in claim.members:
            made[member.report][claim.id] = claim
    return Told(group(readings, claims), readings, claims, made)


def _telling() -> Parts:
    """What incidents and disputes are made of: no times and places but those of events."""
    its = held.events.c
    return {
        "statements": None,
        "figures": None,
        "times": held.times.c.id.in_(select(its.when).where(its.report == held.times.c.report)),
        "places": held.places.c.id.in_(select(its.place).where(its.report == held.places.c.report)),
        "events": None,
    }


def fitting(
    view: View,
    *,
    words: str | None = None,
    place: str | None = None,
    actor: str | None = None,
    act: Act | None = None,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
    report: str | None = None,
) -> list[str]:
    """The reports that fit all of it, the newest first.

    `words` stand together in one of its statements or events, `place` and `actor` are of one of its events, `act` is
    that of one of its statements; the rest is as in `in_reports`.
    """
    its = held.reports.c
    chosen = select(its.id).where(*in_reports(view, outlet=outlet, since=since, until=until, report=report))
    if query := full_text(words):
        chosen = chosen.where(or_(its.id.in_(_saying(query)), its.id.in_(_happening(query))))
    if query := full_text(actors=actor, place=place):
        chosen = chosen.where(its.id.in_(_happening(query)))
    if act is not None:
        chosen = chosen.where(its.id.in_(select(held.statements.c.report).where(Judged(view).acting([act]))))
    return [row["id"] for row in view.rows(chosen.order_by(*NEWEST_FIRST))]


def _saying(query: str) -> Select[tuple[str]]:
    said = select(held.statements.c.report).join(held.search, held.search.c.rowid == held.statements.c.key)
    return said.where(found_by(query))


def _happening(query: str) -> Select[tuple[str]]:
    index = held.search_events
    told_of = select(held.events.c.report).join(index, index.c.rowid == held.events.c.key)
    return told_of.where(found_by(query, index))


def claims_in(judged: Judged, reports: Sequence[str]) -> list[Claim]:
    """The claims of two reports or more that one of these reports makes, by their ids."""
    its = held.propositions.c
    made = select(its.claim).where(its.report.in_(listed(reports)))
    shared = select(held.claims.c.id).where(held.claims.c.reports > 1, held.claims.c.id.in_(made))
    return claims_of(judged, [row["id"] for row in judged.view.rows(shared.order_by(held.claims.c.id))])


def _within(claim: Claim, readings: dict[str, Reading]) -> Claim:
    """A claim with its members in these readings."""
    mine = tuple(one for one in claim.members if one.report in readings)
    return Claim(claim.id, claim.text, mine, claim.disputed)
