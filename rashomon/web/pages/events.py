"""`/events`: what is said to have happened, across the ledger."""

from typing import Literal

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from rashomon.query.events import events
from rashomon.store import View
from rashomon.web.desk import OfDesk
from rashomon.web.filters import AT_FIRST, Day, Limit, given, longer

router = APIRouter()


@router.api_route("/events", methods=["GET", "HEAD"], response_class=HTMLResponse)
def page(
    desk: OfDesk,
    type: str = "",
    ucdp: Literal["", "1", "2", "3"] = "",
    actor: str = "",
    place: str = "",
    source: str = "",
    words: str = "",
    happened_since: Day = "",
    happened_until: Day = "",
    outlet: str = "",
    since: Day = "",
    until: Day = "",
    limit: Limit = AT_FIRST,
) -> HTMLResponse:
    """The list; every filter is in the address, so that a list can be kept and sent."""
    texts = {"type": type, "actor": actor, "place": place, "source": source, "words": words, "outlet": outlet}
    days = {
        "happened_since": happened_since, "happened_until": happened_until, "since": since, "until": until,
    }  # fmt: skip
    filters = texts | days | {"ucdp": ucdp}
    asked = given(filters)
    if "ucdp" in asked:
        asked["ucdp"] = int(asked["ucdp"])
    with View(desk.ledger) as view:
        rows = events(view, **asked, limit=limit + 1)
    return desk.render(
        "events.html",
        ledger=desk.ledger.name,
        filters=filters,
        filtered=bool(asked),
        rows=rows[:limit],
        cut=len(rows) > limit,
        more=longer("/events", asked, len(rows), limit),
    )
