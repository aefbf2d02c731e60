"""Of claims that some say and others deny or doubt, those with the strongest second side."""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import select

from rashomon.link.disputes import disputes
from rashomon.model import Claim, Dispute, Origins, Reading, Side
from rashomon.query.judged import Judged
from rashomon.query.members import counted
from rashomon.store import tables as held

AT_ONCE = 100
Rank = tuple[int, int, int]


def strongest(
    judged: Judged, claims: Sequence[Claim], limit: int | None
) -> tuple[list[Claim], dict[str, dict[Side, Origins]], dict[str, Reading]]:
    """At least the `limit` claims that stand first by `link.disputes`, all without one, with origins and readings.

    Counting origins costs most; a side has no more of them than it has sources. So the claims of most sources on
    their second side are counted first, and no more once none of the rest can stand before the last.
    """
    joint = _joint(judged, claims)
    most = {claim.id: _most(claim, joint) for claim in claims}
    ordered = sorted(claims, key=lambda one: (most[one.id], one.id), reverse=True)
    kept: list[Claim] = []
    origins: dict[str, dict[Side, Origins]] = {}
    readings: dict[str, Reading] = {}
    ranks: list[Rank] = []
    for first in range(0, len(ordered), AT_ONCE):
        some = ordered[first : first + AT_ONCE]
        if limit is not None and len(ranks) >= limit and sorted(ranks)[-limit] > most[some[0].id]:
            break
        for claim, of, those in counted(judged, some, whole=False):
            kept.append(claim)
            origins[claim.id] = of
            readings |= {one.report: those[one.report] for one in claim.members}
            ranks += map(_rank, disputes([claim], {claim.id: of}, those))
    return kept, origins, readings


def _most(claim: Claim, joint: set[str]) -> Rank:
    """The most that `_rank` can be: as many origins as there are sources."""
    sides: Counter[Side] = Counter()
    for member in claim.members:
        sides[member.side] += 2 if member.statement in joint else 1
    second = sides.most_common(2)[-1][1]
    return second, second, len({member.report for member in claim.members})


def _rank(dispute: Dispute) -> Rank:
    """What disputes are ordered by, the larger first."""
    second = dispute.positions[1]
    return second.low, second.high, len({one for position in dispute.positions for one in position.reports})


def _joint(judged: Judged, claims: Sequence[Claim]) -> set[str]:
    """The statements that credit two sources at once, or may."""
    said = {member.statement for claim in claims for member in claim.members if member.statement}
    its, hop = held.statements.c, held.hops.c
    asked = select(its.id).join(held.hops, hop.statement == its.key).where(hop.name.contains(" and "))
    return {row["id"] for row in judged.view.rows_among(asked, its.id, sorted(said))}
