"""`/judgements`: all that was decided, the newest first."""

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from rashomon.query.log import editors, log
from rashomon.store import View
from rashomon.web.desk import OfDesk
from rashomon.web.filters import AT_FIRST, Limit, longer

router = APIRouter()


@router.api_route("/judgements", methods=["GET", "HEAD"], response_class=HTMLResponse)
def page(desk: OfDesk, by: str = "", limit: Limit = AT_FIRST) -> HTMLResponse:
    """The log; by one editor if `by` is given."""
    with View(desk.ledger) as view:
        found = log(view, by=by or None, limit=limit + 1)
        names = editors(view)
    return desk.render(
        "judgements.html",
        by=by,
        editors=names,
        entries=found[:limit],
        more=longer("/judgements", {"by": by} if by else {}, len(found), limit),
    )
