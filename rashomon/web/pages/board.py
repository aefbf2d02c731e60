"""`/`: the disputes, by sides and the origins behind them, and below what is denied, the newest first."""

from collections.abc import Mapping
from functools import partial
from typing import Literal

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from rashomon.link.linker import unlinked
from rashomon.model import Act, Dispute, DisputeKind
from rashomon.query.context import claimed
from rashomon.query.disputes import newest
from rashomon.query.reports import outlets, outlets_and_days
from rashomon.query.statements import statements
from rashomon.query.totals import totals
from rashomon.store import View
from rashomon.store.saved import saved
from rashomon.web.desk import OfDesk, address
from rashomon.web.filters import Day, Limit, given, longer

AT_FIRST = 50
SHOWN = 20
MOST_REPORTS = 300
"""Reports whose disputes are looked for, the newest that fit: they are read to be compared."""
router = APIRouter()


@router.api_route("/", methods=["GET", "HEAD"], response_class=HTMLResponse)
def page(
    desk: OfDesk,
    kind: DisputeKind | Literal[""] = "",
    words: str = "",
    place: str = "",
    actor: str = "",
    act: Act | Literal[""] = "",
    outlet: str = "",
    since: Day = "",
    until: Day = "",
    limit: Limit = AT_FIRST,
) -> HTMLResponse:
    """The board; every filter is in the address, so that it can be kept and sent."""
    filters = {
        "kind": kind, "words": words, "place": place, "actor": actor, "act": act, "outlet": outlet, "since": since,
        "until": until,
    }  # fmt: skip
    asked = given(filters)
    with View(desk.ledger) as view:
        question = partial(newest, view, MOST_REPORTS, **asked, limit=limit + 1)
        found = desk.remembered.answer(("disputes", limit, *sorted(asked.items())), question)
        shown = found.disputes[:limit]
        told = outlets_and_days(
            view, {report for one in shown for side in one.positions for report in side.reports}
        )
        denied = [] if asked else statements(view, act=("denies", "doubts"), newest=True, limit=SHOWN + 1)
        return desk.render(
            "board.html",
            ledger=desk.ledger.name,
            held=totals(view),
            filters=filters,
            filtered=bool(asked),
            missing=len(unlinked(view)),
            newest=found.since,
            disputes=[(one, _latest(one, told)) for one in shown],
            told=told,
            sentences=claimed(view, {one.of for one in shown if one.kind != "figure"}),
            disputes_cut=len(found.disputes) > limit,
            more=longer("/", asked, len(found.disputes), limit),
            outlets=outlets(view),
            denied=denied[:SHOWN],
            cut=len(denied) > SHOWN,
            saved=saved(view),
            here=address("/", **asked),
        )


def _latest(one: Dispute, told: Mapping[str, tuple[str | None, str | None]]) -> str | None:
    """The day of its newest report."""
    days = {told[report][1] for side in one.positions for report in side.reports}
    return max(filter(None, days), default=None)
