"""`/`: the disputes, by sides and the origins behind them, and below what is denied, the newest first."""

from functools import partial
from typing import Literal

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from rashomon.model import DisputeKind
from rashomon.query.disputes import disputes
from rashomon.query.reports import outlets
from rashomon.query.statements import statements
from rashomon.query.totals import newest_since, totals
from rashomon.store import View
from rashomon.web.desk import OfDesk
from rashomon.web.filters import Day, Limit, given, longer

AT_FIRST = 50
SHOWN = 20
MOST_REPORTS = 300
"""Reports whose disputes are looked for unless days or an outlet are asked for: all are read to compare them."""
router = APIRouter()


@router.api_route("/", methods=["GET", "HEAD"], response_class=HTMLResponse)
def page(
    desk: OfDesk,
    kind: DisputeKind | Literal[""] = "",
    words: str = "",
    outlet: str = "",
    since: Day = "",
    until: Day = "",
    limit: Limit = AT_FIRST,
) -> HTMLResponse:
    """The board; every filter is in the address, so that it can be kept and sent."""
    filters = {"kind": kind, "words": words, "outlet": outlet, "since": since, "until": until}
    asked = given(filters)
    with View(desk.ledger) as view:
        held = totals(view)
        newest = None if asked.keys() & {"since", "until", "outlet"} else newest_since(view, MOST_REPORTS)
        wanted = asked | ({"since": newest} if newest else {})
        question = partial(disputes, view, **wanted, limit=limit + 1)
        found = desk.remembered.answer(("disputes", limit, *sorted(wanted.items())), question)
        known = outlets(view)
        denied = [] if asked else statements(view, act=("denies", "doubts"), newest=True, limit=SHOWN + 1)
    return desk.render(
        "board.html",
        ledger=desk.ledger.name,
        held=held,
        filters=filters,
        filtered=bool(asked),
        newest=newest,
        disputes=found[:limit],
        disputes_cut=len(found) > limit,
        more=longer("/", asked, len(found), limit),
        outlets=known,
        denied=denied[:SHOWN],
        cut=len(denied) > SHOWN,
    )
