"""Which part of what is said is denied: what the reports of a claim say besides, and who denies that."""

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
"""Other claims that are told of."""


@dataclass(frozen=True, slots=True)
class Part:
    """Another claim of the same reports, and how it stands."""

    claim: str
    text: str
    about: str
    """What of it: what happened, how many, who did it, what is demanded."""
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
    """What is said besides in the reports of a claim, each part as the claim that it is of.

    First what the very statements say that say the claim, then what their named sources say elsewhere, then what at
    least two of the reports tell, those that most of them tell first.
    """
    saying = {one.statement for one in claim.members if one.side == "says" and one.statement}
    theirs = saying | _besides(saying, readings)
    its = held.propositions.c
    made: dict[str, set[str | None]] = defaultdict(set)
    told: dict[str, set[str]] = defaultdict(set)
    abouts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in judged.view.rows_among(select(its.claim, its.report, its.data), its.report, [*readings]):
        if row["claim"] not in (None, claim.id):
            made[row["claim"]].add(json.loads(row["data"])["member_statement"])
            told[row["claim"]].add(row["report"])
            abouts[row["claim"]][_about(row)] += 1

    def rank(one: str) -> tuple[bool, bool, int, str]:
        return made[one].isdisjoint(saying), made[one].isdisjoint(theirs), -len(told[one]), one

    chosen = [one for one in made if len(told[one]) > 1 or not made[one].isdisjoint(theirs)]
    return [
        Part(
            row.id,
            row.text,
            abouts[row.id].most_common(1)[0][0],
            {side: count for side, count in row.origins.items() if side != "says"},
        )
        for row in claim_rows(judged, sorted(chosen, key=rank)[:MOST])
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
