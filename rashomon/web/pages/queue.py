"""`/review`: the statements that the reader was least sure of and nobody judged yet."""

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from rashomon.query.unsure import unsure
from rashomon.store import View
from rashomon.web.desk import OfDesk
from rashomon.web.filters import Limit, longer

AT_FIRST = 50
router = APIRouter()


@router.api_route("/review", methods=["GET", "HEAD"], response_class=HTMLResponse)
def page(desk: OfDesk, limit: Limit = AT_FIRST) -> HTMLResponse:
    """The queue; a longer one by `limit`."""
    with View(desk.ledger) as view:
        found = unsure(view, limit=limit + 1)
    more = longer("/review", {}, len(found.rows), limit)
    return desk.render("queue.html", queue=found, rows=found.rows[:limit], more=more)
