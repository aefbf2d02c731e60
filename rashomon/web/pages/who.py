"""`/who/{name}`: all that a public source said."""

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from rashomon.query.who_said import who_said
from rashomon.store import View
from rashomon.web.ledger import Ledger
from rashomon.web.render import render

router = APIRouter()


@router.api_route("/who/{name:path}", methods=["GET", "HEAD"], response_class=HTMLResponse)
def page(ledger: Ledger, name: str) -> HTMLResponse:
    """What it said, by date; the names to choose from where several fit. Raises NotFound."""
    with View(ledger) as view:
        said = who_said(view, name)
    return render("who.html", said=said)
