"""Why the members of a claim are taken for one, and which other claims come near it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from rashomon.link.claims.evidence import REPRINTED, likeness
from rashomon.link.claims.proposition import Proposition
from rashomon.model import Claim, Likeness
from rashomon.query.members import links_of
from rashomon.store import View
from rashomon.store import tables as held
from rashomon.store.rows import from_row


@dataclass(frozen=True, slots=True)
class Likest:
    """The other member of a claim that one is most like."""

    other: str
    score: float
    """How sure it is that the two say the same, 0 to 1."""
    why: tuple[str, ...]
    """The evidence for and against, a line each, the strongest first."""


def likest(view: View, claim: Claim) -> dict[str, Likest]:
    """What each member is most like, by its id; none for a member that only others or people lead to."""
    best: dict[str, Likeness] = {}
    for link in sorted(links_of(view, [claim]), key=lambda link: (-link.score, link.a, link.b)):
        best.setdefault(link.a, link)
        best.setdefault(link.b, link)
    known = propositions(view, best)
    shown = {link: _why(link, known) for link in {*best.values()}}
    return {
        one: Likest(link.b if one == link.a else link.a, link.score, shown[link])
        for one, link in best.items()
    }


def _why(link: Likeness, known: Mapping[str, Proposition]) -> tuple[str, ...]:
    if link.score == REPRINTED:
        return ("for: the same words, in a passage that both reports have",)
    found = likeness(known[link.a], known[link.b])
    return found.why if found else ()


def near(view: View, claim: Claim, limit: int) -> list[str]:
    """Ids of the other claims that have a member like one of this claim's, the likest first."""
    its, between = held.propositions.c, held.likenesses.c
    mine = [one.id for one in claim.members]
    spots = [row["spot"] for row in view.rows_among(select(its.spot), its.id, mine)]
    best: dict[str, float] = {}
    for here, there in ((between.a, between.b), (between.b, between.a)):
        asked = select(its.claim, between.score).join(held.likenesses, there == its.spot)
        for row in view.rows_among(asked, here, spots):
            if row["claim"] not in (None, claim.id):
                best[row["claim"]] = max(best.get(row["claim"], 0.0), row["score"])
    return sorted(best, key=lambda one: (-best[one], one))[:limit]


def propositions(view: View, members: Iterable[str]) -> dict[str, Proposition]:
    """The propositions of these members, by id."""
    its = held.propositions.c
    rows = view.rows_among(select(its.id, its.data, its.vector), its.id, [*members])
    return {
        row["id"]: from_row(Proposition, json.loads(row["data"]) | {"vector": row["vector"]}) for row in rows
    }
