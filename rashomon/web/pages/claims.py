"""`/claims`: what is claimed."""

from functools import partial
from typing import Literal

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from rashomon.link.linker import unlinked
from rashomon.query.claims import claims
from rashomon.store import View
from rashomon.web.desk import OfDesk
from rashomon.web.filters import Day, Limit, given, longer

AT_FIRST = 50
router = APIRouter()


@router.api_route("/claims", methods=["GET", "HEAD"], response_class=HTMLResponse)
def index(
    desk: OfDesk,
    words: str = "",
    disputed: Literal["", "yes", "no"] = "",
    outlet: str = "",
    since: Day = "",
    until: Day = "",
    limit: Limit = AT_FIRST,
) -> HTMLResponse:
    """The claims; every filter is in the address."""
    filters = {"words": words, "disputed": disputed, "outlet": outlet, "since": since, "until": until}
    asked = given(filters)
    wanted = asked | ({"disputed": disputed == "yes"} if disputed else {})
    with View(desk.ledger) as view:
        question = partial(claims, view, **wanted, limit=limit + 1)
        found = desk.remembered.answer(("claims", limit, *sorted(wanted.items())), question)
        missing = len(unlinked(view))
    return desk.render(
        "claims.html",
        ledger=desk.ledger.name,
        missing=missing,
        filters=filters,
        filtered=bool(asked),
        claims=found[:limit],
        cut=len(found) > limit,
        more=longer("/claims", asked, len(found), limit),
    )
