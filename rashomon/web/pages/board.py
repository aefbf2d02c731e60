"""`/`: what is denied or doubted, the newest first, and what the ledger holds."""

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from rashomon.query.statements import statements
from rashomon.query.totals import totals
from rashomon.store import View
from rashomon.web.desk import OfDesk

SHOWN = 30
router = APIRouter()


@router.api_route("/", methods=["GET", "HEAD"], response_class=HTMLResponse)
def page(desk: OfDesk) -> HTMLResponse:
    """The board."""
    with View(desk.ledger) as view:
        held = totals(view)
        denied = statements(view, act=("denies", "doubts"), newest=True, limit=SHOWN + 1)
    return desk.render(
        "board.html", ledger=desk.ledger.name, held=held, denied=denied[:SHOWN], cut=len(denied) > SHOWN
    )
