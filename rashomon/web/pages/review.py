"""`/reports/{id}/review`: the statements of a report beside its text, to be accepted, rejected or put right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from fastapi import APIRouter
from starlette.responses import HTMLResponse, RedirectResponse

from rashomon.errors import NotFound
from rashomon.link.linker import judge
from rashomon.model import Reading
from rashomon.query.chain import sentence
from rashomon.query.deciding import now
from rashomon.query.history import Past, told
from rashomon.query.review import Review, Reviewed, review
from rashomon.store import View, Writer
from rashomon.web.desk import Form, OfDesk, address, here, said
from rashomon.web.fixing import fixes
from rashomon.web.lights import light
from rashomon.web.passages import passages
from rashomon.web.render import Context

Show = Literal["", "unseen", "others", "disputed"]
SHOWS: dict[Show, str] = {
    "": "all",
    "unseen": "not seen",
    "others": "judged by others, not by me",
    "disputed": "editors disagree",
}
router = APIRouter()


@dataclass(frozen=True, slots=True)
class Act:
    """What one editor decided at one time on a statement."""

    by: str
    at: str
    why: str
    did: tuple[str, ...]
    undo: tuple[str, ...]
    """Ids of the judgements of it that can be undone."""
    undone: str
    """Who undid it, where all of it was."""


@router.api_route("/reports/{report_id}/review", methods=["GET", "HEAD"], response_class=HTMLResponse)
def page(
    desk: OfDesk, report_id: str, statement: str = "", show: Show = "", queue: Literal["", "yes"] = ""
) -> HTMLResponse:
    """The review, at one statement: the one named, else the first that nobody judged. Raises NotFound.

    Who comes from the queue goes on in it.
    """
    with View(desk.ledger) as view:
        found = review(view, report_id)
    me = desk.editor.name if desk.editor else ""
    shown = {name: [one for one in found.statements if _is_shown(one, name, me)] for name in SHOWS}
    current = _current(found.statements, shown[show], statement)
    base = f"/reports/{found.reading.report.id}/review"
    at = {
        one.statement.id: address(base, statement=one.statement.id, show=show, queue=queue)
        + f"#words-{one.statement.id}"
        for one in found.statements
    }
    return desk.render(
        "review_part.html" if desk.partly else "review.html",
        report=found.reading.report,
        not_read=found.reading.not_read,
        statements=shown[show],
        total=len(found.statements),
        seen=sum(bool(one.standing) for one in found.statements),
        mine=sum(me in one.by for one in found.statements),
        tabs=[(name, label, len(shown[name]), address(base, show=name)) for name, label in SHOWS.items()],
        show=show,
        at=at,
        light=light,
        passages=passages(_alone(found), _classes(found, current), at.__getitem__),
        queue=queue,
        current=current and _opened(found, shown[show], current, at, me),
    )


@router.post("/reports/{report_id}/review")
def fix(desk: OfDesk, form: Form, report_id: str) -> RedirectResponse:
    """Keep what was changed in the form of a statement, and lead to `next`. Raises NotFound, Misjudged."""
    by = desk.signed
    with View(desk.ledger) as view:
        found = review(view, report_id)
        wanted = said(form, "statement")
        one = next((one for one in found.statements if one.statement.id == wanted), None)
        if one is None:
            raise NotFound(f"there is no statement {wanted!r} in this report")
        decided = fixes(view, one.statement, form, by=by, at=now())
    with Writer(desk.ledger) as writer:
        judge(writer, *decided)
    return RedirectResponse(here(said(form, "next")), status_code=303)


def _is_shown(one: Reviewed, show: Show, me: str) -> bool:
    if show == "unseen":
        return not one.standing
    if show == "others":
        return bool(one.by) and me not in one.by
    return show == "" or one.disputed


def _current(every: Sequence[Reviewed], shown: Sequence[Reviewed], wanted: str) -> Reviewed | None:
    if wanted:
        named = next((one for one in every if one.statement.id == wanted), None)
        if named is None:
            raise NotFound(f"there is no statement {wanted!r} in this report")
        return named
    unseen = (one for one in shown if not one.standing)
    return next(unseen, shown[0] if shown else None)


def _alone(found: Review) -> Reading:
    """The reading without all that is no statement: here only these are judged."""
    return replace(found.reading, figures=(), times=(), places=(), events=())


def _classes(found: Review, current: Reviewed | None) -> dict[str, str]:
    classes = {one.statement.id: "rejected" for one in found.statements if one.rejected}
    if current:
        classes[current.statement.id] = f"{classes.get(current.statement.id, '')} current".strip()
    return classes


def _opened(
    found: Review, shown: Sequence[Reviewed], current: Reviewed, at: dict[str, str], me: str
) -> Context:
    """What the panel of the current statement shows, and where its keys lead."""
    before = [one for one in shown if one.number < current.number]
    behind = [one for one in shown if one.number > current.number]
    unseen = [one for one in (*behind, *before) if not one.standing]
    onward = next(iter(unseen or behind), current)
    acts = _acts(current)
    mine = next((act for act in reversed(acts) if act.by == me and act.undo), None)
    return {
        "one": current,
        "statement": current.statement,
        "sentence": sentence(found.reading.report, current.statement),
        "before": at[before[-1].statement.id] if before else None,
        "behind": at[behind[0].statement.id] if behind else None,
        "onward": at[onward.statement.id],
        "stay": at[current.statement.id],
        "acts": acts,
        "mine": mine,
        "elsewhere": None if mine else _newest(found, at, me),
    }


def _newest(found: Review, at: dict[str, str], me: str) -> Context | None:
    """What this editor decided last in the report, to be undone from another statement."""
    acts = [(act.at, one, act) for one in found.statements for act in _acts(one) if act.by == me and act.undo]
    if not acts:
        return None
    _, one, act = max(acts, key=lambda act: act[0])
    return {"number": one.number, "act": act, "next": at[one.statement.id]}


def _acts(current: Reviewed) -> list[Act]:
    """What was decided on the statement, oldest first; one act of one form is one."""
    found = []
    for (by, at, why), group in groupby(current.history, key=_form):
        pasts = list(group)
        undo = tuple(one.judgement.id for one in pasts if not one.undone and one.judgement.verdict != "undo")
        undone = dict.fromkeys(one.undone.by for one in pasts if one.undone)
        found.append(
            Act(
                by,
                at,
                why,
                tuple(told(one, current.read) for one in pasts),
                undo,
                "" if undo else ", ".join(undone),
            )
        )
    return found


def _form(past: Past) -> tuple[str, str, str]:
    return past.judgement.by, past.judgement.at, past.judgement.why
