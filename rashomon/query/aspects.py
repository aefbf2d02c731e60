"""Which part of what is said is denied: what those who say a claim say besides, and who denies that."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select

from rashomon.link.sources import credited
from rashomon.model import UNNAMED, Claim, Reading, Side
from rashomon.query.claims import Count, claim_rows
from rashomon.query.judged import Judged
from rashomon.store import tables as held

ASPECTS: Final[Mapping[str, str]] = {
    "what": "what happened",
    "toll": "how many",
    "blame": "who did it",
    "demand": "what is demanded",
}
MOST: Final = 6
"""Other claims that are told of; those that most of the statements make."""


@dataclass(frozen=True, slots=True)
class Part:
    """A claim that the same sources make, and how it stands."""

    claim: str
    text: str
    about: str
    """What of it: what happened, how many, who did it, what is demanded."""
    statements: int
    """How many of their statements say it."""
    denied: Mapping[Side, Count]
    """The sides against it; empty where nobody denies or doubts it."""


def about(judged: Judged, claim: Claim) -> str:
    """What a claim is of: what happened, how many, who did it, what is demanded."""
    its = held.propositions.c
    rows = judged.view.rows_among(select(its.id, its.data), its.id, [one.id for one in claim.members])
    (most, _), *_ = Counter(_about(row) for row in sorted(rows, key=lambda row: str(row["id"]))).most_common(
        1
    )
    return most


def parts(judged: Judged, claim: Claim, readings: Mapping[str, Reading]) -> list[Part]:
    """What those who say the claim say besides in its reports, each part as the claim that it is of.

    First what the very same statements say, then what more of them say, then what more reports tell. Whom nobody
    names says nothing besides.
    """
    saying = {one.statement for one in claim.members if one.side == "says" and one.statement}
    theirs = saying | _besides(saying, readings)
    its = held.propositions.c
    made: dict[str, set[str]] = defaultdict(set)
    abouts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in judged.view.rows_among(select(its.claim, its.data), its.report, [*readings]):
        statement = json.loads(row["data"])["member_statement"]
        if statement in theirs and row["claim"] not in (None, claim.id):
            made[row["claim"]].add(statement)
            abouts[row["claim"]][_about(row)] += 1
    of = held.claims.c
    reports = {
        row["id"]: row["reports"] for row in judged.view.rows_among(select(of.id, of.reports), of.id, [*made])
    }

    def rank(one: str) -> tuple[bool, int, int, str]:
        return made[one].isdisjoint(saying), -len(made[one]), -reports[one], one

    return [
        Part(
            row.id,
            row.text,
            abouts[row.id].most_common(1)[0][0],
            len(made[row.id]),
            {side: count for side, count in row.origins.items() if side != "says"},
        )
        for row in claim_rows(judged, sorted(made, key=rank)[:MOST])
    ]


def _besides(saying: Collection[str | None], readings: Mapping[str, Reading]) -> set[str]:
    """The other statements of the named sources of these."""
    found = set()
    for reading in readings.values():
        named = [one for one in reading.statements if one.chain and one.chain[-1].kind not in UNNAMED]
        keys = {credited(reading, one.id)[1] for one in named if one.id in saying}
        found |= {one.id for one in named if keys and credited(reading, one.id)[1] in keys}
    return found


def _about(row: Any) -> str:
    data = json.loads(row["data"])
    told = ASPECTS[data["aspect"]]
    return f"{told} ({data['count']})" if data["count"] else told
