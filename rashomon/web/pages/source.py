"""`/sources`: the public sources. `/sources/{name}`: what one of them said and promised, by date."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from typing import Literal

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from rashomon.model import Act, Outcome, Promise
from rashomon.query.judged import Judged
from rashomon.query.promises import promises
from rashomon.query.reports import ReportRow, report_rows
from rashomon.query.who_said import public_sources, who_said
from rashomon.query.wording import sentence_at
from rashomon.store import View
from rashomon.web.desk import Desk, OfDesk
from rashomon.web.filters import AT_FIRST, Limit, longer

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Made:
    """A promise that a source made, and what shows what became of it."""

    promise: Promise
    statement: str
    """The first of its statements that is of this source."""
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
def page(desk: OfDesk, name: str, act: Act | Literal[""] = "") -> HTMLResponse:
    """What it said, by date; the names to choose from where several fit. Raises NotFound."""
    with View(desk.ledger) as view:
        said = who_said(view, name)
        rejected = Judged(view).rejected
        mine = [row for row in said.statements if row.statement.id not in rejected]
        made = _made(desk, view, {row.statement.id for row in mine}) if act in ("", "promises") else []
    return desk.render(
        "source.html",
        said=said,
        acts=Counter(row.statement.act for row in mine).most_common(),
        act=act,
        all=len(mine),
        rows=[row for row in mine if act in ("", row.statement.act)],
        made=made,
    )


def _made(desk: Desk, view: View, statements: Collection[str]) -> list[Made]:
    """The promises among these statements, in the order in which they were told."""
    known = desk.remembered.answer(("promises",), partial(promises, view)) if statements else []
    found = [one for one in known if not {*one.statements}.isdisjoint(statements)]
    told = {key for one in found for key in (*one.reports, *(outcome.report for outcome in one.outcomes))}
    rows = {row.id: row for row in report_rows(view, sorted(told))}
    return [
        Made(
            one,
            next(key for key in one.statements if key in statements),
            tuple(sorted((rows[key] for key in one.reports), key=_day)),
            tuple(
                (outcome, rows[outcome.report], _sentence(view, outcome))
                for outcome in sorted(one.outcomes, key=lambda outcome: _day(rows[outcome.report]))
            ),
        )
        for one in found
    ]


def _sentence(view: View, outcome: Outcome) -> str:
    text = view.report(outcome.report).text
    return sentence_at(text, outcome.spans[0][0], outcome.spans[-1][1])


def _day(row: ReportRow) -> tuple[str, str]:
    return row.published or "~", row.id
