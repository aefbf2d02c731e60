"""`/`: the reports in the ledger, and with words given the statements that have them."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from starlette.responses import HTMLResponse

from rashomon.query.reports import reports
from rashomon.query.statements import statements
from rashomon.store import View
from rashomon.web.ledger import Ledger
from rashomon.web.render import render

AT_FIRST = 100
AT_MOST = 5000
SAID_AT_MOST = 50

router = APIRouter()


@router.api_route("/", methods=["GET", "HEAD"], response_class=HTMLResponse)
def page(
    ledger: Ledger,
    words: str = "",
    outlet: str = "",
    limit: Annotated[int, Query(ge=1, le=AT_MOST)] = AT_FIRST,
) -> HTMLResponse:
    """The list; every filter is in the address, so that a list can be kept and sent."""
    words, outlet = words.strip(), outlet.strip()
    with View(ledger) as view:
        rows = reports(view, words=words or None, outlet=outlet or None, limit=limit + 1)
        said = statements(view, words=words, outlet=outlet or None, limit=SAID_AT_MOST + 1) if words else []
    more = (
        "/?" + urlencode({"words": words, "outlet": outlet, "limit": min(limit * 4, AT_MOST)})
        if len(rows) > limit < AT_MOST
        else None
    )
    return render(
        "reports.html",
        ledger=ledger.name,
        words=words,
        outlet=outlet,
        rows=rows[:limit],
        cut=len(rows) > limit,
        more=more,
        said=said[:SAID_AT_MOST],
        said_cut=len(said) > SAID_AT_MOST,
        outlets=sorted({row.outlet for row in rows if row.outlet}),
    )
