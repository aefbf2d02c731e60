"""`/enter`: where a link from the terminal, or the token, lets someone in. `/editor`: the name they sign with."""

from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from rashomon.web.access import NAME, SESSION, Access, cleaned
from rashomon.web.desk import Form, OfDesk, here, said
from rashomon.web.rate import Rate

YEAR = 31_536_000
router = APIRouter()
_tries = Rate(20, 60)


@router.api_route("/enter", methods=["GET", "HEAD"])
def page(request: Request, desk: OfDesk, key: str = "", to: str = "/") -> Response:
    """Let in who has a key, else ask for the token."""
    access: Access = request.app.state.access
    if desk.editor is not None and not key:
        return RedirectResponse(here(to), status_code=303)
    if key and request.method == "GET":  # a HEAD, as some programs send to look at links, does not use it up
        return _enter(request, desk, key, to)
    return desk.render("enter.html", 403, to=to, wrong=None, by_token=access.token is not None)


@router.post("/enter")
def enter(request: Request, desk: OfDesk, form: Form) -> Response:
    """Let in who knows the token."""
    return _enter(request, desk, said(form, "key"), said(form, "to"))


def _enter(request: Request, desk: OfDesk, key: str, to: str) -> Response:
    access: Access = request.app.state.access
    if _tries.wait(request.client.host if request.client else "") > 0:
        wrong = "Too many tries; wait a minute."
    elif (session := access.enter(key)) is not None:
        answer = RedirectResponse(here(to), status_code=303)
        _set(request, answer, SESSION, session)
        return answer
    elif desk.editor is not None:  # the link again, in the browser that it let in
        return RedirectResponse(here(to), status_code=303)
    else:
        wrong = (
            "This link was used already, or is of a server that was stopped."
            if not access.token
            else "Wrong token."
        )
    return desk.render("enter.html", 403, to=to, wrong=wrong, by_token=access.token is not None)


@router.api_route("/editor", methods=["GET", "HEAD"])
def editor(request: Request, desk: OfDesk, to: str = "") -> Response:
    """Who signs here, and a link for someone else."""
    return desk.render("editor.html", link=None, to=to)


@router.post("/editor")
def sign(request: Request, desk: OfDesk, form: Form) -> Response:
    """Sign with this name from now on, in this browser; leads to where it was asked for."""
    answer = RedirectResponse(here(said(form, "to") or "/editor"), status_code=303)
    _set(request, answer, NAME, quote(cleaned(said(form, "name")), safe=""), YEAR)
    return answer


@router.post("/editor/link")
def link(request: Request, desk: OfDesk, form: Form) -> Response:
    """A link that lets someone else in, once."""
    access: Access = request.app.state.access
    return desk.render("editor.html", link=f"{request.base_url}enter?key={access.new_key()}", to="")


def _set(request: Request, answer: Response, name: str, value: str, seconds: int | None = None) -> None:
    answer.set_cookie(
        name, value, max_age=seconds, httponly=True, samesite="lax", secure=request.url.scheme == "https"
    )
