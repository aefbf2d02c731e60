"""Which claims are there: who says, denies and doubts them, and how many origins stand behind each side."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select

from rashomon.model import Claim, Member, Origins, Reading, Side, SourceKind, Span
from rashomon.query.judged import Judged
from rashomon.query.matching import found_by, full_text, in_reports
from rashomon.query.members import claims_of, contexts_of, counted
from rashomon.store import View
from rashomon.store import tables as held
from rashomon.store.view import listed

SIDES: tuple[Side, ...] = ("says", "denies", "doubts")


@dataclass(frozen=True, slots=True)
class Saying:
    """One member of a claim, and where it stands."""

    id: str
    report: str
    path: str
    outlet: str | None
    published: str | None
    statement: str | None
    """Id of the statement; None: the report's own voice."""
    spans: tuple[Span, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """One origin, with the statements that rest on it."""

    name: str
    kind: SourceKind
    statements: tuple[str, ...]
    members: tuple[str, ...]
    """Ids of all that rest on it, the report's own voice included."""
    why: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many origins one side has."""

    low: int
    high: int
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with its sides."""

    id: str
    text: str
    context: str
    """Words of the report beside it, where its own are too few to say what it is about; else empty."""
    disputed: bool
    reports: int
    sides: dict[Side, tuple[Saying, ...]]
    """Every side, also one that nobody takes."""
    origins: dict[Side, Count]
    """The sides that somebody takes."""


def claims(
    view: View,
    *,
    words: str | None = None,
    disputed: bool | None = None,
    least_reports: int = 1,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
    report: str | None = None,
    limit: int | None = None,
) -> list[ClaimRow]:
    """The claims that fit all that is asked, those of most reports first, then by id.

    One member must fit all of it: `words` in its statement or in the title, `outlet`, `since` and `until` (days of
    publication) and `report` in its report; or all `words` stand in the text of the claim. What people rejected
    is not there.
    """
    ids = claim_ids(
        view,
        words=words,
        disputed=disputed,
        least_reports=least_reports,
        among=in_reports(view, outlet=outlet, since=since, until=until, report=report),
        limit=limit,
    )
    rows = claim_rows(Judged(view), ids)
    return [row for row in rows if disputed in (None, row.disputed)]


def claim_ids(
    view: View,
    *,
    words: str | None = None,
    disputed: bool | None = None,
    least_reports: int = 1,
    among: Sequence[ColumnElement[bool]] = (),
    limit: int | None = None,
) -> list[str]:
    """The ids of the claims that fit, as in `claims`; `among` are conditions that a member's report must fit."""
    chosen = select(held.claims.c.id).where(held.claims.c.reports >= least_reports)
    if disputed is not None:
        as_made = held.claims.c.disputed == disputed
        turned = listed(sorted(Judged(view).turned))
        of_turned = _of_statements(held.statements.c.id.in_(turned))
        chosen = chosen.where(or_(as_made, held.claims.c.id.in_(of_turned)))
    if query := full_text(words):
        chosen = chosen.where(or_(held.claims.c.id.in_(_said(query)), _worded(words or "")))
    if among:
        its = held.propositions.c
        there = select(its.claim).join(held.reports, held.reports.c.id == its.report).where(*among)
        chosen = chosen.where(held.claims.c.id.in_(there))
    ordered = chosen.order_by(held.claims.c.reports.desc(), held.claims.c.id).limit(limit)
    return [row["id"] for row in view.rows(ordered)]


def _said(query: str) -> "Select[Any]":
    """The claims of statements that a full-text query finds."""
    return _of_statements(held.statements.c.key.in_(select(held.search.c.rowid).where(found_by(query))))


def _of_statements(which: ColumnElement[bool]) -> "Select[Any]":
    """The claims of the statements that fit; a member's id is its statement's or begins so."""
    its, said = held.propositions.c, held.statements.c
    same = and_(its.id >= said.id, its.id < said.id + ";", its.report == said.report)
    return select(its.claim).select_from(held.statements).join(held.propositions, same).where(which)


def _worded(words: str) -> ColumnElement[bool]:
    return and_(
        *(held.claims.c.text.icontains(word, autoescape=True) for word in words.replace('"', " ").split())
    )


def claim_rows(judged: Judged, ids: Sequence[str]) -> list[ClaimRow]:
    """The claims with these ids, in this order."""
    beside = contexts_of(judged.view, ids)
    found = counted(judged, claims_of(judged, ids), whole=False)
    return [claim_row(*one, beside.get(one[0].id, "")) for one in found]


def claim_row(
    claim: Claim, origins: dict[Side, Origins], readings: Mapping[str, Reading], context: str = ""
) -> ClaimRow:
    """A claim as an answer."""
    said = {member.id: member.statement for member in claim.members}
    return ClaimRow(
        claim.id,
        claim.text,
        context,
        claim.disputed,
        len({member.report for member in claim.members}),
        {side: tuple(sayings(claim.members, side, readings)) for side in SIDES},
        {
            side: Count(
                found.low,
                found.high,
                tuple(
                    Group(
                        one.name,
                        one.kind,
                        tuple(statement for member in one.members if (statement := said[member])),
                        one.members,
                        one.why,
                    )
                    for one in found.groups
                ),
            )
            for side, found in origins.items()
        },
    )


def sayings(members: Iterable[Member], side: Side, readings: Mapping[str, Reading]) -> Iterable[Saying]:
    """The members of one side, oldest first."""
    for member in sorted(
        (one for one in members if one.side == side),
        key=lambda one: (readings[one.report].report.published or "~", one.report, one.spans),
    ):
        report = readings[member.report].report
        yield Saying(
            member.id,
            report.id,
            report.path,
            report.outlet,
            report.published,
            member.statement,
            member.spans,
            " ".join(report.text[start:end] for start, end in member.spans),
        )
