"""`/search`: the statements that have these words, and the reports and public sources with them."""

from typing import Literal

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from rashomon.model import Act
from rashomon.query.statements import statements
from rashomon.store import View
from rashomon.store.saved import saved
from rashomon.web.desk import OfDesk, address
from rashomon.web.filters import AT_FIRST, Day, Limit, given, longer

router = APIRouter()


@router.api_route("/search", methods=["GET", "HEAD"], response_class=HTMLResponse)
def page(
    desk: OfDesk,
    words: str = "",
    source: str = "",
    act: Act | Literal[""] = "",
    outlet: str = "",
    since: Day = "",
    until: Day = "",
    order: Literal["oldest", "newest"] = "oldest",
    limit: Limit = AT_FIRST,
) -> HTMLResponse:
    """The statements; every filter is in the address, so that a search can be kept and sent."""
    filters = {
        "words": words, "source": source, "act": act, "outlet": outlet, "since": since, "until": until,
    }  # fmt: skip
    asked = given(filters)
    with View(desk.ledger) as view:
        rows = statements(view, **asked, newest=order == "newest", limit=limit + 1)
        kept = saved(view)
    return desk.render(
        "search.html",
        ledger=desk.ledger.name,
        filters=filters,
        filtered=bool(asked),
        order=order,
        rows=rows[:limit],
        cut=len(rows) > limit,
        more=longer("/search", asked | {"order": order}, len(rows), limit),
        saved=kept,
        here=address("/search", **asked, order="" if order == "oldest" else order),
    )
