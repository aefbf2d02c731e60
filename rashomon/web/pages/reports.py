"""`/reports`: the reports in the ledger."""

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from rashomon.query.reports import outlets, reports
from rashomon.store import View
from rashomon.web.desk import OfDesk
from rashomon.web.filters import AT_FIRST, Day, Limit, given, longer

router = APIRouter()


@router.api_route("/reports", methods=["GET", "HEAD"], response_class=HTMLResponse)
def page(
    desk: OfDesk,
    words: str = "",
    outlet: str = "",
    since: Day = "",
    until: Day = "",
    limit: Limit = AT_FIRST,
) -> HTMLResponse:
    """The list; every filter is in the address, so that a list can be kept and sent."""
    filters = {"words": words, "outlet": outlet, "since": since, "until": until}
    asked = given(filters)
    with View(desk.ledger) as view:
        rows = reports(view, **asked, limit=limit + 1)
        known = outlets(view)
    return desk.render(
        "reports.html",
        ledger=desk.ledger.name,
        filters=filters,
        filtered=bool(asked),
        rows=rows[:limit],
        cut=len(rows) > limit,
        more=longer("/reports", asked, len(rows), limit),
        outlets=known,
    )
