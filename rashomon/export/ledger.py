"""What a dossier asks of a ledger: claims with all that links their reports, selections, and people's decisions."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from rashomon.codebook.counts import CountRule
from rashomon.errors import NotFound
from rashomon.link.incidents import incidents, inside, tolls, total
from rashomon.link.judgements import links_as_judged, one_source, standing, two_sources
from rashomon.link.origins import origins
from rashomon.model import Claim, Copy, FigureKind, Judgement, Member, Origins, Reading, Retelling, Side, Toll
from rashomon.query.statements import statements
from rashomon.store import View
from rashomon.store import tables as at
from rashomon.store.rows import from_row
from rashomon.store.view import bindable

Range = tuple[int | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Linked:
    """What links the reports of a claim."""

    copies: tuple[Copy, ...]
    retellings: tuple[Retelling, ...]
    origins: Mapping[Side, Origins]
    tolls: tuple[Toll, ...]
    """The counts of the incidents that the claim tells of, oldest first."""
    totals: Mapping[FigureKind, Range]
    """What the latest of them come to."""


def claim(view: View, prefix: str) -> Claim:
    """The claim whose id is this or begins so. Raises NotFound where there is none, or several."""
    start = bindable(prefix)
    within = at.claims.c.id.between(start, start + chr(0x10FFFF))
    found = view.rows(select(at.claims).where(within).order_by(at.claims.c.id).limit(2))
    if not start or not found:
        raise NotFound(f"{view.path} has no claim whose id begins with {prefix!r}")
    if len(found) > 1 and found[0]["id"] != start:
        raise NotFound(f"several claims have an id that begins with {prefix!r}; give more of it")
    row = found[0]
    asked = select(at.propositions.c.data, at.propositions.c.side).where(at.propositions.c.claim == row["id"])
    members = [
        from_row(Member, json.loads(one["data"]) | {"member_side": one["side"]}, prefix="member_")
        for one in view.rows(asked)
    ]
    members.sort(key=lambda one: (one.report, one.spans, one.id))
    return Claim(row["id"], row["text"], tuple(members), row["disputed"])


def linked(view: View, of: Claim, readings: Mapping[str, Reading], rule: CountRule) -> Linked:
    """What links the reports of a claim, with what people judged; `readings` are those of its reports."""
    reports = sorted({member.report for member in of.members})
    judged = judgements(view)
    copies = links_as_judged(_copies(view, reports), judged)
    retellings = links_as_judged(_retellings(view, reports), judged)
    mine = {report: readings[report] for report in reports}
    found = [
        toll
        for incident in incidents(mine, [of])
        if _tells_of(of, incident.events, mine)
        for toll in tolls(incident, mine, [of], rule)
    ]
    found.sort(key=lambda one: (one.day or "", one.report, one.figure))
    kinds = sorted({toll.kind for toll in found if not toll.part})
    return Linked(
        tuple(copies),
        tuple(retellings),
        origins(of, mine, copies, retellings, one_source(judged), two_sources(judged)),
        tuple(found),
        {kind: total([toll for toll in found if toll.kind == kind], rule) for kind in kinds},
    )


def selected(view: View, report: str | None, words: str | None) -> list[Member]:
    """The statements of a report, or with these words, as members of no claim."""
    rows = statements(view, report=report, words=words)
    return [
        Member(row.statement.id, row.report, row.statement.id, row.statement.content.spans) for row in rows
    ]


def judgements(view: View) -> list[Judgement]:
    """The judgements that stand."""
    return standing(from_row(Judgement, row) for row in view.rows(select(at.judgements)))


def decided(view: View) -> Mapping[str, Sequence[Judgement]]:
    """The judgements that stand on statements and values, by the id of what they judge."""
    found: dict[str, list[Judgement]] = defaultdict(list)
    for one in judgements(view):
        if one.kind in ("statement", "value"):
            found[one.target[0]].append(one)
    return found


def _copies(view: View, reports: Sequence[str]) -> list[Copy]:
    both = select(at.copies).order_by(at.copies.c.a, at.copies.c.b)
    rows = view.rows_among(both, at.copies.c.a, reports)
    return [from_row(Copy, row) for row in rows if row["b"] in reports]


def _retellings(view: View, reports: Sequence[str]) -> list[Retelling]:
    ordered = select(at.retellings).order_by(at.retellings.c.report, at.retellings.c.position)
    return [from_row(Retelling, row) for row in view.rows_among(ordered, at.retellings.c.report, reports)]


def _tells_of(of: Claim, events: Collection[str], readings: Mapping[str, Reading]) -> bool:
    """Whether one of the members of a claim tells of one of these events."""
    return any(
        event.id in events and inside(event.words.spans, member.spans)
        for member in of.members
        for event in readings[member.report].events
    )
