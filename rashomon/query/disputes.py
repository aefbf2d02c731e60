"""Where reports disagree: claims that some deny, and counts, places and days that cannot all be."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from rashomon.link.disputes import disputes as rank
from rashomon.link.incidents import inside
from rashomon.model import Act, Claim, Dispute, DisputeKind, Span
from rashomon.query.claims import claim_ids
from rashomon.query.denied import strongest
from rashomon.query.judged import Judged
from rashomon.query.matching import found_by, full_text
from rashomon.query.members import claims_of
from rashomon.query.scope import Told, fitting, told
from rashomon.store import View
from rashomon.store import tables as held
from rashomon.store.view import listed


@dataclass(frozen=True, slots=True)
class Found:
    """The disputes of some reports."""

    disputes: list[Dispute]
    since: str | None
    """The day of the oldest report that was looked at, where older ones that fit were not; None: all that fit were."""


def disputes(
    view: View, *, kind: DisputeKind | None = None, limit: int | None = None, **asked: Any
) -> list[Dispute]:
    """The disputes that fit all that is asked, as `newest` has them, of all reports that fit."""
    return newest(view, None, kind=kind, limit=limit, **asked).disputes


def newest(
    view: View,
    most: int | None,
    *,
    kind: DisputeKind | None = None,
    words: str | None = None,
    place: str | None = None,
    actor: str | None = None,
    act: Act | None = None,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
    report: str | None = None,
    limit: int | None = None,
) -> Found:
    """The disputes that fit all that is asked, in the order that `link.disputes` documents: no score of who is right.

    Denials are those of the claims that a report of the `outlet` and of those days makes; counts, places and days are
    compared within those reports. With `most`, only the newest of them are looked at in which there is what is asked
    for: they are read to be compared.

    All `words` must stand in the dispute, or together in something that is in dispute; `place` and `actor` are words of
    an event that is, `act` is that of a statement. `since` and `until` are days of publication, YYYY-MM-DD, included.
    """
    judged = Judged(view)
    about: dict[str, Any] = {"words": words, "place": place, "actor": actor, "act": act}
    reports = fitting(
        view, outlet=outlet, since=since, until=until, report=report, **(about if most is not None else {})
    )
    looked_at = reports[:most]
    hits = _hits(view, looked_at, words=words, place=place, actor=actor, act=act)
    of = told(judged, looked_at) if kind != "denial" else Told([], {}, [], {})
    ids = claim_ids(view, disputed=True, words=words, among=[held.reports.c.id.in_(listed(looked_at))])
    denied = [one for one in claims_of(judged, ids if kind in (None, "denial") else []) if _is_hit(one, hits)]
    claims, origins, readings = strongest(judged, denied, limit)
    tolls = {one.id: of.tolls(one) for one in of.incidents}
    every = {claim.id: claim for claim in (*of.claims, *claims)}
    found = rank([*every.values()], origins, readings | of.readings, of.incidents, tolls)
    kept = [
        one for one in found if kind in (None, one.kind) and (one.kind == "denial" or _fits(one, hits, words))
    ]
    return Found(kept[:limit], _day(view, looked_at) if len(looked_at) < len(reports) else None)


def _day(view: View, reports: Sequence[str]) -> str | None:
    """The day on which the last of these reports was published."""
    its = held.reports.c
    rows = view.rows(select(its.published).where(its.id.in_(reports[-1:])))
    return rows[0]["published"] if rows else None


@dataclass(frozen=True, slots=True)
class _Hits:
    """What of some reports has what is asked for."""

    ids: set[str]
    """Figures and events."""
    at: Mapping[str, list[Sequence[Span]]]
    """Words of events, by their report."""
    said: set[str]
    """Statements."""
    by_words: bool = False
    """Whether the words of a dispute itself may stand for it; a claim is then found by its own."""


def _hits(
    view: View,
    reports: Sequence[str],
    *,
    words: str | None,
    place: str | None,
    actor: str | None,
    act: Act | None,
) -> list[_Hits]:
    found = []
    if query := full_text(words):
        found.append(_happened(view, reports, query, by_words=True))
    if query := full_text(actors=actor, place=place):
        found.append(_happened(view, reports, query))
    if act is not None:
        its = held.statements.c
        said = {
            row["id"] for row in view.rows_among(select(its.id).where(its.act == act), its.report, reports)
        }
        told_of = set()
        for table in (held.figures, held.events):
            rows = view.rows_among(select(table.c.id), table.c.statement, sorted(said))
            told_of |= {row["id"] for row in rows}
        found.append(_Hits(told_of, {}, said))
    return found


def _happened(view: View, reports: Sequence[str], query: str, *, by_words: bool = False) -> _Hits:
    """The events that a full-text query finds, and the figures that count their people."""
    its, index = held.events.c, held.search_events
    asked = select(its.id, its.report, its.words_spans, its.key).where(found_by(query, index))
    rows = [*view.rows_among(asked.join(index, index.c.rowid == its.key), its.report, reports)]
    counting = held.event_figures.c
    counts = view.rows_among(select(counting.figure), counting.event, [row["key"] for row in rows])
    at: dict[str, list[Sequence[Span]]] = defaultdict(list)
    for row in rows:
        at[row["report"]].append(row["words_spans"])
    return _Hits({*(row["figure"] for row in counts), *(row["id"] for row in rows)}, at, set(), by_words)


def _is_hit(claim: Claim, hits: Sequence[_Hits]) -> bool:
    return all(
        hit.by_words
        or any(
            member.statement in hit.said
            or any(inside(spans, member.spans) for spans in hit.at.get(member.report, ()))
            for member in claim.members
        )
        for hit in hits
    )


def _fits(dispute: Dispute, hits: Sequence[_Hits], words: str | None) -> bool:
    """Whether a dispute on counts, places or days has all that is asked for."""
    of = {one for position in dispute.positions for one in position.members}
    return all(not hit.ids.isdisjoint(of) or (hit.by_words and _has(dispute, words or "")) for hit in hits)


def _has(dispute: Dispute, words: str) -> bool:
    text = f"{dispute.text} {dispute.why}".casefold()
    return all(word in text for word in words.replace('"', " ").casefold().split())
