"""`/review`: the statements that the reader was least sure of and nobody judged yet. `/review/next`: one by one."""

from fastapi import APIRouter
from starlette.responses import HTMLResponse, RedirectResponse

from rashomon.query.unsure import unsure
from rashomon.store import View
from rashomon.web.desk import OfDesk, address
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


@router.api_route("/review/next", methods=["GET", "HEAD"])
def onward(desk: OfDesk, after: str = "") -> RedirectResponse:
    """To the review of the first of them, or of the first behind a statement; to the queue where there is none."""
    with View(desk.ledger) as view:
        rows = unsure(view, limit=1, after=after or None).rows
    if not rows:
        return RedirectResponse("/review", status_code=303)
    first = rows[0].statement.id
    where = address(f"/reports/{rows[0].report}/review", statement=first, queue="yes")
    return RedirectResponse(f"{where}#words-{first}", status_code=303)
