"""Claims as records: their members, the likeness of those, and the origins behind each side."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, func, or_, select

from rashomon.errors import NotFound
from rashomon.link.origins import origins
from rashomon.model import Claim, Copy, Likeness, Member, Origins, Reading, Retelling, Side
from rashomon.query.judged import Judged
from rashomon.store import View
from rashomon.store import tables as held
from rashomon.store.rows import from_row
from rashomon.store.view import SHORTEST_PREFIX, WHOLE, bindable, listed

AT_ONCE = 200
"""Claims whose reports are read at once: enough that most reports are read once, few enough for any memory."""


def find_claim(view: View, prefix: str) -> str:
    """The id of the one claim whose id is this or begins so, or that has the member of this id.

    Raises NotFound where it is shorter than 4 characters, or fits no claim or several.
    """
    if len(prefix) < SHORTEST_PREFIX:
        raise NotFound(f"{prefix!r} is too short; give at least {SHORTEST_PREFIX} characters of a claim's id")
    start = bindable(prefix)
    within = held.claims.c.id.between(start, start + chr(0x10FFFF))
    asked = select(held.claims.c.id).where(within).order_by(held.claims.c.id).limit(2)
    found = [str(row["id"]) for row in view.rows(asked)]
    if start not in found:
        its = held.propositions.c
        of = select(its.claim).where(its.id == start, its.claim.is_not(None))
        found = [str(row["claim"]) for row in view.rows(of)] or found
    if not found:
        raise NotFound(f"no claim in {view.path} has an id that begins with {prefix!r}")
    if len(found) > 1 and found[0] != start:
        raise NotFound(f"several claims have an id that begins with {prefix!r}; give more of it")
    return found[0]


def claims_of(judged: Judged, ids: Sequence[str]) -> list[Claim]:
    """The claims with these ids, in this order, without the statements that people rejected; none of no members.

    What a correction put on another side stands there."""
    its = held.propositions.c
    members: dict[str, list[Member]] = defaultdict(list)
    asked = select(its.claim, its.side, its.data)
    for row in judged.view.rows_among(asked, its.claim, [*ids]):
        read = from_row(Member, json.loads(row["data"]), prefix="member_")
        member = replace(read, side=judged.side(read.statement, row["side"]))
        if member.statement not in judged.rejected:
            members[row["claim"]].append(member)
    about = {row["id"]: row for row in judged.view.rows_among(select(held.claims), held.claims.c.id, [*ids])}
    return [_claim(about[one]["id"], about[one]["text"], members[one]) for one in ids if members.get(one)]


def contexts_of(view: View, claims: Sequence[str]) -> dict[str, str]:
    """The words beside those of a claim that are too short to say what it is about, by the id of the claim."""
    its, text = held.propositions.c, func.json_extract(held.propositions.c.data, "$.text")
    asked = select(its.claim, func.min(func.json_extract(its.data, "$.context")).label("context"))
    beside = asked.join(held.claims, held.claims.c.id == its.claim).where(text == held.claims.c.text)
    rows = view.rows_among(beside.group_by(its.claim), its.claim, [*claims])
    return {row["claim"]: " ".join(row["context"].split()) for row in rows if row["context"]}


def _claim(id: str, text: str, members: list[Member]) -> Claim:
    ordered = tuple(sorted(members, key=lambda one: (one.report, one.spans, one.id)))
    sides = {one.side for one in ordered}
    return Claim(id, text, ordered, "says" in sides and len(sides) > 1)


def links_of(view: View, claims: Sequence[Claim]) -> list[Likeness]:
    """How like the members of each claim are, without the reasons."""
    its, wanted = held.propositions.c, [member.id for claim in claims for member in claim.members]
    ids = {row["spot"]: row["id"] for row in view.rows_among(select(its.spot, its.id), its.id, wanted)}
    found = []
    for row in view.rows_among(select(held.likenesses), held.likenesses.c.a, [*ids]):
        if row["b"] in ids:
            a, b = sorted((ids[row["a"]], ids[row["b"]]))
            found.append(Likeness(a, b, row["score"], opposed=False, why=()))
    return found


def counted(
    judged: Judged, claims: Sequence[Claim], *, whole: bool = True
) -> Iterator[tuple[Claim, dict[Side, Origins], Mapping[str, Reading]]]:
    """Each claim with the origins of its sides and the readings of its reports.

    Readings that are not `whole` have what origins need: the statements of the claims and those that tell of an office.
    """
    for first in range(0, len(claims), AT_ONCE):
        some = claims[first : first + AT_ONCE]
        reports = sorted({member.report for claim in some for member in claim.members})
        said = [member.statement for claim in some for member in claim.members if member.statement]
        readings = judged.readings(reports, WHOLE if whole else {"statements": _needed(said)})
        copies, retellings, links = (
            judged.copies(reports),
            judged.retellings(reports),
            links_of(judged.view, some),
        )
        for claim in some:
            yield claim, _origins(judged, claim, readings, copies, retellings, links), readings


def _needed(said: Sequence[str]) -> ColumnElement[bool]:
    its = held.statements.c
    return or_(its.source_office.is_not(None), its.id.in_(listed(said)))


def _origins(
    judged: Judged,
    claim: Claim,
    readings: Mapping[str, Reading],
    copies: Sequence[Copy],
    retellings: Sequence[Retelling],
    links: Sequence[Likeness],
) -> dict[Side, Origins]:
    reports, members = {one.report for one in claim.members}, {one.id for one in claim.members}
    return origins(
        claim,
        {one: readings[one] for one in reports},
        [one for one in copies if one.a in reports and one.b in reports],
        [one for one in retellings if one.report in reports],
        judged.one_source,
        judged.two_sources,
        [one for one in links if one.a in members and one.b in members],
    )
