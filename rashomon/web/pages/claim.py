"""`/claims/{id}`: one claim: its sides, the origins behind each, its counts, and what would change them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from rashomon.codebook.counts import CountRule
from rashomon.errors import NotFound
from rashomon.export.ledger import Linked, linked
from rashomon.link.origins import explained
from rashomon.model import UNNAMED, FigureKind, OriginGroup, Reading, Report, Side, Statement
from rashomon.query.aspects import about, parts
from rashomon.query.chain import sentence
from rashomon.query.claims import Saying, sayings
from rashomon.query.decisions import Named, decisions, named
from rashomon.query.judged import Judged
from rashomon.query.likest import Likest, likest
from rashomon.query.members import contexts_of, find_claim
from rashomon.query.what_if import Voiced, voiced, what_if
from rashomon.query.wording import least_to_most, sentence_at
from rashomon.store import View
from rashomon.web.desk import OfDesk
from rashomon.web.render import Context
from rashomon.web.toll_picture import told, toll_picture

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Line:
    """One saying in a claim's card."""

    saying: Saying
    title: str | None
    sentence: str
    """The sentence in which it stands."""
    chain: str
    act: str
    statement: Statement | None
    """None: the report's own voice."""
    likest: Likest | None
    """Why it is in this claim."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One origin of a side, opened."""

    group: OriginGroup
    unnamed: bool
    lines: tuple[Line, ...]
    sources: tuple[Voiced, ...]
    """Those that are taken for one; one alone where all reports name the same."""


@router.api_route("/claims/{claim_id}", methods=["GET", "HEAD"], response_class=HTMLResponse)
def page(desk: OfDesk, claim_id: str, counts: CountRule = "words") -> HTMLResponse:
    """The claim's card. Raises NotFound."""
    with View(desk.ledger) as view:
        judged = Judged(view)
        found = next(linked(judged, [find_claim(view, claim_id)], counts), None)
        if found is None:
            raise NotFound("every statement of this claim was rejected")
        claim, like = found.claim, likest(view, found.claim)
        sides = {side: _opened(judged, found, side, like) for side in found.origins}
        keys = {key for one in found.origins.values() for group in one.groups for key in group.sources}
        decided = decisions(judged, {one.id for one in claim.members} | keys)
        names = {key for one in decided for key in (one.one, *one.others)} | {
            one.other for one in like.values()
        }
        shown: Context = {
            "about": about(judged, claim),
            "parts": parts(judged, claim, found.readings),
            "decided": decided,
            "named": {**named(view, names), **_names(sides)},
            "context": contexts_of(view, [claim.id]).get(claim.id, ""),
        }
    lines = [line for origins in sides.values() for origin in origins for line in origin.lines]
    return desk.render(
        "claim.html",
        claim=claim,
        sentence=next((one.sentence for one in lines if one.saying.text == claim.text), claim.text),
        reports=len(found.readings),
        sides=sides,
        origins=found.origins,
        why={side: explained(claim, side, one, found.readings)[0] for side, one in found.origins.items()},
        what_if={
            side: what_if(one, [origin.sources for origin in sides[side]])
            for side, one in found.origins.items()
        },
        declined=_declined(found.readings),
        counts=counts,
        pictures={
            kind: toll_picture(found.tolls, kind) for kind in get_args(FigureKind) if kind in found.totals
        },
        tolls=found.tolls,
        totals={kind: least_to_most(*numbers) for kind, numbers in found.totals.items()},
        outlets={key: reading.report.outlet for key, reading in found.readings.items()},
        told=told,
        **shown,
    )


def _names(sides: Mapping[Side, Sequence[Origin]]) -> dict[str, Named]:
    """The sources of the claim by key, as its reports call them."""
    opened = (one for origins in sides.values() for origin in origins for one in origin.sources)
    return {one.key: Named(one.name) for one in opened}


def _opened(judged: Judged, found: Linked, side: Side, like: Mapping[str, Likest]) -> list[Origin]:
    """The origins of a side, each with the sayings that rest on it."""
    lines = {
        one.id: _line(one, found.readings[one.report], like.get(one.id))
        for one in sayings(found.claim.members, side, found.readings)
    }
    return [
        Origin(
            group,
            group.kind in UNNAMED,
            tuple(lines[key] for key in lines if key in group.members),
            voiced(judged, found.claim, found.readings, group),
        )
        for group in found.origins[side].groups
    ]


def _line(saying: Saying, reading: Reading, like: Likest | None) -> Line:
    report = reading.report
    statement = next((one for one in reading.statements if one.id == saying.statement), None)
    return Line(
        saying,
        report.title,
        sentence_at(report.text, saying.spans[0][0], saying.spans[-1][1]),
        sentence(report, statement) if statement else f"{report.outlet or 'this report'}, in its own voice",
        statement.act if statement else "asserts",
        statement,
        like,
    )


def _declined(readings: Mapping[str, Reading]) -> list[tuple[Report, Statement, str]]:
    """Who was asked and declined to comment, in the reports of the claim."""
    return [
        (
            reading.report,
            one,
            sentence_at(reading.report.text, one.content.start, one.content.end),
        )
        for reading in readings.values()
        for one in reading.statements
        if one.act == "declines"
    ]
