"""`/add`: paste a report or send files; `/add/{job}`: how far their reading is, live."""

from datetime import date
from math import ceil

from fastapi import APIRouter, Request
from starlette.datastructures import FormData, UploadFile
from starlette.responses import RedirectResponse, Response

from rashomon.errors import NotFound
from rashomon.model import Given
from rashomon.query.reports import report_rows
from rashomon.store import View
from rashomon.web.desk import Desk, Form, OfDesk, said
from rashomon.web.guard import MOST_SENT
from rashomon.web.jobs import Job, Jobs
from rashomon.web.rate import Rate

SHOWN = 200
"""Reports of one file that are listed; all are in the ledger."""

router = APIRouter()
_turns = Rate(12, 60)


@router.api_route("/add", methods=["GET", "HEAD"])
def page(request: Request, desk: OfDesk) -> Response:
    """The forms, and what was added of late."""
    return _form(request, desk, None, 200)


@router.post("/add")
def add(request: Request, desk: OfDesk, form: Form) -> Response:
    """Begin to read what was sent."""
    jobs: Jobs = request.app.state.jobs
    files = _files(form)
    wrong = _wrong(form, files)
    if wrong:
        return _form(request, desk, wrong, 422)
    editor = desk.editor
    wait = _turns.wait(editor.session if editor else "")
    if wait > 0:
        answer = _form(request, desk, f"Too much at once; try again in {ceil(wait)} seconds.", 429)
        answer.headers["Retry-After"] = str(ceil(wait))
        return answer
    given = Given(
        outlet=said(form, "outlet") or None,
        title=said(form, "title") or None,
        published=said(form, "published") or None,
        url=said(form, "url") or None,
    )
    job = jobs.add(files, given, editor.name if editor else "")
    return RedirectResponse(f"/add/{job.id}", status_code=303)


@router.api_route("/add/{key}", methods=["GET", "HEAD"])
def progress(request: Request, desk: OfDesk, key: str) -> Response:
    """How far a job is. Raises NotFound."""
    jobs: Jobs = request.app.state.jobs
    job = jobs.get(key)
    if job is None:
        raise NotFound("There is no such job, or not any more; what it added is in the ledger.")
    return desk.render(
        "job_part.html" if desk.partly else "job.html", job=job, rows=_rows(desk, job), shown=SHOWN
    )


def _form(request: Request, desk: Desk, wrong: str | None, status: int) -> Response:
    jobs: Jobs = request.app.state.jobs
    return desk.render("add.html", status, wrong=wrong, jobs=jobs.recent(), most=MOST_SENT // 1_000_000)


def _files(form: FormData) -> list[tuple[str, bytes]]:
    """What was sent, each with its name; a text that was pasted is a file without a name of its own."""
    sent = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
    files = [(one.filename or "", one.file.read()) for one in sent]
    text = said(form, "text")
    return [*files, ("pasted.txt", text.encode("utf-8", "replace"))] if text else files


def _wrong(form: FormData, files: list[tuple[str, bytes]]) -> str | None:
    if not files:
        return "Nothing was sent: paste a text or choose files."
    day = said(form, "published")
    try:
        if day and date.fromisoformat(day).isoformat() != day:
            raise ValueError
    except ValueError:
        return f"{day!r} is not a day; write it as YYYY-MM-DD."
    return None


def _rows(desk: Desk, job: Job) -> dict[str, object]:
    """The new reports, by id; none before the first is there."""
    keys = [key for added in list(job.found.values()) for key in added.reports[:SHOWN]]
    if not keys:
        return {}
    with View(desk.ledger) as view:
        return {row.id: row for row in report_rows(view, keys)}
