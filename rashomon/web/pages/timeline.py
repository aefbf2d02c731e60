"""`/timeline` and `/map`: when and where things are said to have happened, each mark leading to its words."""

from functools import partial
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter
from markupsafe import Markup
from starlette.responses import HTMLResponse

from rashomon.query.when_where import Spot, counts, happenings, spots
from rashomon.store import View
from rashomon.web.desk import Desk, OfDesk
from rashomon.web.filters import Day, given
from rashomon.web.map_picture import map_picture
from rashomon.web.timeline_picture import timeline_picture

MOST_EVENTS, MOST_PLACES = 1000, 300
router = APIRouter()


@router.api_route("/timeline", methods=["GET", "HEAD"], response_class=HTMLResponse)
def timeline(
    desk: OfDesk,
    type: str = "",
    place: str = "",
    words: str = "",
    outlet: str = "",
    happened_since: Day = "",
    happened_until: Day = "",
) -> HTMLResponse:
    """Events by day; every filter is in the address."""
    filters = _filters(type, place, words, outlet, happened_since, happened_until)
    with View(desk.ledger) as view:
        question = partial(_drawn_timeline, view, given(filters))
        drawn, shown, cut, without = desk.remembered.answer(("timeline", *filters.values()), question)
    return _page(desk, "timeline.html", filters, drawn, shown, cut, without)


@router.api_route("/map", methods=["GET", "HEAD"], response_class=HTMLResponse)
def map_(
    desk: OfDesk,
    type: str = "",
    place: str = "",
    words: str = "",
    outlet: str = "",
    happened_since: Day = "",
    happened_until: Day = "",
) -> HTMLResponse:
    """Events by place; every filter is in the address."""
    filters = _filters(type, place, words, outlet, happened_since, happened_until)
    with View(desk.ledger) as view:
        question = partial(_drawn_map, view, given(filters))
        drawn, shown, cut, without = desk.remembered.answer(("map", *filters.values()), question)
    return _page(desk, "map.html", filters, drawn, len(shown), cut, without, spots=shown)


def _drawn_timeline(view: View, asked: dict[str, Any]) -> tuple[Markup | None, int, bool, int]:
    """The picture, of how many events, whether there are more, and how many have no day."""
    found, without = happenings(view, **asked, limit=MOST_EVENTS + 1)
    shown, cut = found[:MOST_EVENTS], len(found) > MOST_EVENTS
    counted = counts(view, **asked, limit=MOST_EVENTS)
    if cut:
        last = shown[-1].start or shown[-1].end or ""
        counted = [one for one in counted if one.start <= last]
    span = asked.get("happened_since"), asked.get("happened_until")
    return timeline_picture(shown, counted, *span) if shown else None, len(shown), cut, without


def _drawn_map(view: View, asked: dict[str, Any]) -> tuple[Markup | None, list[Spot], bool, int]:
    """The picture, its places, whether there are more, and how many events are at no place that is known."""
    found, without = spots(view, **asked, limit=MOST_PLACES + 1)
    shown = found[:MOST_PLACES]
    return map_picture(shown) if shown else None, shown, len(found) > MOST_PLACES, without


def _filters(
    type: str, place: str, words: str, outlet: str, happened_since: str, happened_until: str
) -> dict[str, str]:
    return {
        "type": type, "place": place, "words": words, "outlet": outlet,
        "happened_since": happened_since, "happened_until": happened_until,
    }  # fmt: skip


def _page(
    desk: Desk,
    template: str,
    filters: dict[str, str],
    drawn: object,
    shown: int,
    cut: bool,
    without: int,
    **more: Any,
) -> HTMLResponse:
    asked = given(filters)
    return desk.render(
        template,
        filters=filters,
        filtered=bool(asked),
        picture=drawn,
        shown=shown,
        cut=cut,
        without=without,
        as_list=f"/events?{urlencode(asked)}",
        **more,
    )
