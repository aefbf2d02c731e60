"""The one place where errors become pages: one sentence, never a traceback."""

from functools import partial

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from rashomon.errors import Misjudged, NotFound, RashomonError
from rashomon.web.desk import NotSigned, NotStamped, desk_of
from rashomon.web.guard import HEADERS, TooMuch
from rashomon.web.jobs import Busy

STATUS: dict[type[RashomonError], int] = {
    NotStamped: 403,
    NotSigned: 403,
    NotFound: 404,
    TooMuch: 413,
    Misjudged: 422,
    Busy: 503,
    RashomonError: 500,
}
NOT_OURS = "Rashomon failed on this page; the terminal it runs in says how. Please report it."


def explain_faults(app: FastAPI) -> None:
    """Answer every error of `app` with a page that says what was wrong."""
    for kind, status in STATUS.items():
        app.add_exception_handler(kind, partial(_told, status))
    app.add_exception_handler(
        RequestValidationError, lambda request, error: _page(request, 422, _misput(error))
    )
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unexpected)


def _page(request: Request, status: int, sentence: str) -> Response:
    return desk_of(request).render("error.html", status, sentence=sentence, status=status)


def _told(status: int, request: Request, error: Exception) -> Response:
    return _page(request, status, str(error))


def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    if status == 404:
        return _page(request, status, "There is no such page.")
    return _page(request, status, f"That cannot be done here: {error}.")


def _misput(error: Exception) -> str:
    """Which part of the address is wrong, and why."""
    if not isinstance(error, RequestValidationError):
        return str(error)
    wrong = error.errors()[0]
    return f"{wrong['loc'][-1]}={wrong['input']!r} in the address: {wrong['msg']}."


def _unexpected(request: Request, _: Exception) -> Response:
    """Starlette answers this outside of `Guard`, so the headers come from here; the server logs the error."""
    response = _page(request, 500, NOT_OURS)
    response.headers.update(HEADERS)
    return response
