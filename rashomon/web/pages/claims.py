"""`/claims`: what is claimed. `/claims/{id}`: one claim, its sides and the origins behind each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from rashomon.model import UNNAMED, Reading, Side, Statement
from rashomon.query.chain import sentence
from rashomon.query.claims import SIDES, Group, Saying, claims
from rashomon.query.judged import Judged
from rashomon.query.origins import Behind, origins
from rashomon.query.wording import sentence_at
from rashomon.store import View
from rashomon.web.desk import OfDesk
from rashomon.web.filters import Day, Limit, given, longer

AT_FIRST = 50
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


@dataclass(frozen=True, slots=True)
class Origin:
    """One origin of a side, opened."""

    group: Group
    unnamed: bool
    lines: tuple[Line, ...]


@router.api_route("/claims", methods=["GET", "HEAD"], response_class=HTMLResponse)
def index(
    desk: OfDesk,
    words: str = "",
    disputed: Literal["", "yes", "no"] = "",
    outlet: str = "",
    since: Day = "",
    until: Day = "",
    limit: Limit = AT_FIRST,
) -> HTMLResponse:
    """The claims; every filter is in the address."""
    filters = {"words": words, "disputed": disputed, "outlet": outlet, "since": since, "until": until}
    asked = given(filters)
    wanted = asked | ({"disputed": disputed == "yes"} if disputed else {})
    with View(desk.ledger) as view:
        found = claims(view, **wanted, limit=limit + 1)
    return desk.render(
        "claims.html",
        ledger=desk.ledger.name,
        filters=filters,
        filtered=bool(asked),
        claims=found[:limit],
        cut=len(found) > limit,
        more=longer("/claims", asked, len(found), limit),
    )


@router.api_route("/claims/{claim_id}", methods=["GET", "HEAD"], response_class=HTMLResponse)
def page(desk: OfDesk, claim_id: str) -> HTMLResponse:
    """The claim's card. Raises NotFound."""
    with View(desk.ledger) as view:
        behind = origins(view, claim_id)
        said = [one for side in SIDES for one in behind.claim.sides[side]]
        readings = Judged(view).readings(one.report for one in said)
    words = next((one for one in said if one.text == behind.claim.text), said[0])
    return desk.render(
        "claim.html",
        claim=behind.claim,
        sentence=_line(words, readings[words.report]).sentence,
        why=behind.why,
        sides={side: _opened(behind, side, readings) for side in SIDES if behind.claim.sides[side]},
    )


def _opened(behind: Behind, side: Side, readings: dict[str, Reading]) -> Sequence[Origin]:
    """The origins of a side, each with the sayings that rest on it."""
    lines = {one.id: _line(one, readings[one.report]) for one in behind.claim.sides[side]}
    return [
        Origin(group, group.kind in UNNAMED, tuple(lines[key] for key in lines if key in group.members))
        for group in behind.claim.origins[side].groups
    ]


def _line(saying: Saying, reading: Reading) -> Line:
    report = reading.report
    statement = next((one for one in reading.statements if one.id == saying.statement), None)
    return Line(
        saying,
        report.title,
        sentence_at(report.text, saying.spans[0][0], saying.spans[-1][1]),
        sentence(report, statement) if statement else f"{report.outlet or 'this report'}, in its own voice",
        statement.act if statement else "asserts",
        statement,
    )
