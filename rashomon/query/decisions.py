"""What people decided on links and names, act by act, so that each can be told and undone."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from rashomon.errors import NotFound
from rashomon.link.judgements import judgement, together
from rashomon.link.sources import called
from rashomon.model import Claim, Judgement, OriginGroup, TargetKind, Verdict
from rashomon.query.judged import Judged
from rashomon.store import View
from rashomon.store import tables as held


@dataclass(frozen=True, slots=True)
class Decision:
    """One act of one person: something put together with others, or taken apart from them."""

    judgements: tuple[str, ...]
    """Ids of the judgements that it was kept as, one for each pair."""
    kind: TargetKind
    verdict: Verdict
    by: str
    at: str
    why: str
    one: str
    """The id or key that was judged against all of the others."""
    others: tuple[str, ...]


def decisions(judged: Judged, on: Collection[str]) -> list[Decision]:
    """The acts that stand on these members, reports or keys of sources, the newest first."""
    acts: dict[tuple[TargetKind, Verdict, str, str, str], list[Judgement]] = defaultdict(list)
    for one in judged.judgements:
        if one.kind in ("link", "name") and len(one.target) > 1 and not {*on}.isdisjoint(one.target):
            acts[one.kind, one.verdict, one.by, one.at, one.why].append(one)
    found = [_decision(kept, on) for kept in acts.values()]
    return sorted(found, key=lambda one: (one.at, one.judgements), reverse=True)


def _decision(kept: list[Judgement], on: Collection[str]) -> Decision:
    first, *_ = kept
    common = set(first.target).intersection(*(one.target for one in kept))
    one = min(common, key=lambda key: (key in on, key), default=first.target[0])
    others = dict.fromkeys(key for each in kept for key in each.target if key != one)
    ids = tuple(each.id for each in kept)
    return Decision(ids, first.kind, first.verdict, first.by, first.at, first.why, one, tuple(others))


def member_apart(
    judged: Judged, claim: Claim, member: str, *, by: str, at: str, why: str
) -> Iterator[Judgement]:
    """What takes a member out of its claim, for good: it is split from each of the others. Raises NotFound.

    From one of them would not do: it could come back by its likeness to another. If people put others together with
    this very member, those stay together without it.
    """
    others = [one.id for one in claim.members if one.id != member]
    if len(others) == len(claim.members):
        raise NotFound(f"{member!r} is no member of the claim {claim.id}, or not any more")
    for other in others:
        yield judgement("link", (member, other), "split", by=by, at=at, why=why)
    if any(member in pair and not {*pair}.isdisjoint(others) for pair in together(judged.judgements)):
        for other in others[1:]:
            yield judgement("link", (others[0], other), "merge", by=by, at=at, why=why)


def source_apart(
    groups: Iterable[OriginGroup], source: str, *, by: str, at: str, why: str
) -> Iterator[Judgement]:
    """What makes a source an origin of its own: it is split from each that it was joined with. Raises NotFound."""
    joined = next((group for group in groups if source in group.sources and len(group.sources) > 1), None)
    if joined is None:
        raise NotFound("that source is joined with no other here, or not any more")
    for other in joined.sources:
        if other != source:
            yield judgement("name", (source, other), "split", by=by, at=at, why=why)


@dataclass(frozen=True, slots=True)
class Named:
    """How to tell a person what was judged."""

    words: str
    claim: str | None = None
    """The claim that a member is in."""
    report: str | None = None


def named(view: View, ids: Iterable[str]) -> Mapping[str, Named]:
    """The words of members, the titles of reports, the names of sources, by id or key; what is no more by its id."""
    wanted = sorted(set(ids))
    found = {one: Named(called(one) if "|" in one else one) for one in wanted}
    told, its = held.reports.c, held.propositions.c
    for row in view.rows_among(select(told.id, told.outlet, told.title, told.path), told.id, wanted):
        title = row["title"] or row["path"]
        found[row["id"]] = Named(f"{row['outlet']}: {title}" if row["outlet"] else title, None, row["id"])
    for row in view.rows_among(select(its.id, its.claim, its.report, its.data), its.id, wanted):
        found[row["id"]] = Named(json.loads(row["data"])["text"], row["claim"], row["report"])
    return found
