"""`/sources`: the public sources. `/sources/{name}`: what one of them said and promised, by date."""

from dataclasses import dataclass
from functools import partial
from typing import Literal
from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from rashomon.model import Act, Outcome, Promise
from rashomon.query.promises_by import promises_by
from rashomon.query.reports import ReportRow, report_rows
from rashomon.query.who_said import acts_of, public_sources, who_said
from rashomon.query.wording import sentence_at
from rashomon.store import View
from rashomon.web.desk import OfDesk
from rashomon.web.filters import AT_FIRST, Limit, longer

SAID = 50
"""Statements of one source that are shown at first."""
router = APIRouter()


@dataclass(frozen=True, slots=True)
class Made:
    """A promise that a source made, and what shows what became of it."""

    promise: Promise
    reports: tuple[ReportRow, ...]
    """Where it is told, the oldest first."""
    outcomes: tuple[tuple[Outcome, ReportRow, str], ...]
    """Each with its report and the sentence, the oldest first."""


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
def page(desk: OfDesk, name: str, act: Act | Literal[""] = "", limit: Limit = SAID) -> HTMLResponse:
    """What it said, by date; the names to choose from where several fit. Raises NotFound."""
    made: list[Made] = []
    acts: list[tuple[Act, int]] = []
    whole = True
    with View(desk.ledger) as view:
        said = who_said(view, name, act=act or None, limit=limit + 1)
        if len(said.sources) == 1:
            (source,) = said.sources
            acts = acts_of(view, source)
            if act in ("", "promises"):
                question = partial(promises_by, view, source)
                promised, whole = desk.remembered.answer(("promises", source.name), question)
                made = _made(view, promised)
    return desk.render(
        "source.html",
        said=said,
        acts=acts,
        act=act,
        all=sum(number for _, number in acts),
        rows=said.statements[:limit],
        made=made,
        whole=whole,
        more=longer(
            f"/sources/{quote(name, safe='')}", {"act": act} if act else {}, len(said.statements), limit
        ),
    )


def _made(view: View, promised: list[Promise]) -> list[Made]:
    """The promises with the reports that tell of them and of what became of them."""
    told = {key for one in promised for key in (*one.reports, *(outcome.report for outcome in one.outcomes))}
    rows = {row.id: row for row in report_rows(view, sorted(told))}
    return [
        Made(
            one,
            tuple(sorted((rows[key] for key in one.reports), key=_day)),
            tuple(
                (outcome, rows[outcome.report], _sentence(view, outcome))
                for outcome in sorted(one.outcomes, key=lambda outcome: _day(rows[outcome.report]))
            ),
        )
        for one in promised
    ]


def _sentence(view: View, outcome: Outcome) -> str:
    text = view.report(outcome.report).text
    return sentence_at(text, outcome.spans[0][0], outcome.spans[-1][1])


def _day(row: ReportRow) -> tuple[str, str]:
    return row.published or "~", row.id
