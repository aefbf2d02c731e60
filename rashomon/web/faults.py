"""The one place where errors become pages: one sentence, never a traceback."""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from rashomon.errors import NotFound, RashomonError
from rashomon.web.guard import HEADERS
from rashomon.web.render import render

NOT_OURS = "Rashomon failed on this page; the terminal it runs in says how. Please report it."


def explain_faults(app: FastAPI) -> None:
    """Answer every error of `app` with a page that says what was wrong."""
    app.add_exception_handler(NotFound, lambda _, error: _page(404, str(error)))
    app.add_exception_handler(RashomonError, lambda _, error: _page(500, str(error)))
    app.add_exception_handler(RequestValidationError, lambda _, error: _page(422, _misput(error)))
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unexpected)


def _page(status: int, sentence: str) -> Response:
    return render("error.html", status, sentence=sentence, status=status)


def _http(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _page(status, "There is no such page." if status == 404 else f"That cannot be done here: {error}.")


def _misput(error: Exception) -> str:
    """Which part of the address is wrong, and why."""
    if not isinstance(error, RequestValidationError):
        return str(error)
    wrong = error.errors()[0]
    return f"{wrong['loc'][-1]}={wrong['input']!r} in the address: {wrong['msg']}."


def _unexpected(_: Request, __: Exception) -> Response:
    """Starlette answers this outside of `Guard`, so the headers come from here; the server logs the error."""
    response = _page(500, NOT_OURS)
    response.headers.update(HEADERS)
    return response
