"""`/sources`: the public sources. `/sources/{name}`: what one of them said, by date."""

from collections import Counter
from functools import partial
from typing import Literal

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from rashomon.model import Act
from rashomon.query.who_said import public_sources, who_said
from rashomon.store import View
from rashomon.web.desk import OfDesk
from rashomon.web.filters import AT_FIRST, Limit, longer

router = APIRouter()


@router.api_route("/sources", methods=["GET", "HEAD"], response_class=HTMLResponse)
def index(desk: OfDesk, words: str = "", limit: Limit = AT_FIRST) -> HTMLResponse:
    """The sources that the ledger may tell of: bodies, outlets, documents, people in a public office."""
    with View(desk.ledger) as view:
        question = partial(public_sources, view, words=words.strip() or None, limit=limit + 1)
        found = desk.remembered.answer(("sources", words.strip(), limit), question)
    return desk.render(
        "sources.html",
        words=words.strip(),
        sources=found[:limit],
        cut=len(found) > limit,
        more=longer("/sources", {"words": words} if words else {}, len(found), limit),
    )


@router.api_route("/sources/{name:path}", methods=["GET", "HEAD"], response_class=HTMLResponse)
def page(desk: OfDesk, name: str, act: Act | Literal[""] = "") -> HTMLResponse:
    """What it said, by date; the names to choose from where several fit. Raises NotFound."""
    with View(desk.ledger) as view:
        said = who_said(view, name)
    acts = Counter(row.statement.act for row in said.statements).most_common()
    rows = [row for row in said.statements if act in ("", row.statement.act)]
    return desk.render("source.html", said=said, acts=acts, act=act, rows=rows)
