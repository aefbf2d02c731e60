"""`/figures`: counts of people, across the ledger."""

from typing import Literal

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from rashomon.codebook.counts import CountRule
from rashomon.model import FigureKind
from rashomon.query.figures import figures
from rashomon.store import View
from rashomon.web.desk import OfDesk
from rashomon.web.filters import AT_FIRST, Day, Limit, Number, given, longer

router = APIRouter()


@router.api_route("/figures", methods=["GET", "HEAD"], response_class=HTMLResponse)
def page(
    desk: OfDesk,
    kind: FigureKind | Literal[""] = "",
    at_least: Number = "",
    place: str = "",
    source: str = "",
    words: str = "",
    outlet: str = "",
    since: Day = "",
    until: Day = "",
    counts: CountRule = "words",
    limit: Limit = AT_FIRST,
) -> HTMLResponse:
    """The list; every filter is in the address, so that a list can be kept and sent."""
    texts = {"kind": kind, "place": place, "source": source, "words": words, "outlet": outlet}
    filters = texts | {"at_least": at_least, "since": since, "until": until}
    asked = given(filters)
    if "at_least" in asked:
        asked["at_least"] = int(asked["at_least"])
    with View(desk.ledger) as view:
        rows = figures(view, **asked, counts=counts, limit=limit + 1)
    return desk.render(
        "figures.html",
        ledger=desk.ledger.name,
        filters=filters,
        filtered=bool(asked),
        counts=counts,
        rows=rows[:limit],
        cut=len(rows) > limit,
        more=longer("/figures", asked | {"counts": counts}, len(rows), limit),
    )
