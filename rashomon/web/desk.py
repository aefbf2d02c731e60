"""What every page has at hand: the ledger, who asks, and what was sent in a form."""

import hmac
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends, Request
from starlette.datastructures import FormData
from starlette.responses import HTMLResponse

from rashomon.errors import RashomonError
from rashomon.web.access import Editor
from rashomon.web.guard import READ
from rashomon.web.render import render

MOST_FILES = 200
LONGEST_FIELD = 2_000_000
"""Bytes of one field of a form: a pasted report. Files may be larger."""


class NotStamped(RashomonError):
    """A form without the stamp of the session it was sent in."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The ledger that is served and the one who asks. A page opens the ledger itself: SQLite wants a connection to
    stay in its thread."""

    ledger: Path
    editor: Editor | None
    """None before someone is let in."""
    path: str
    """The path of the page that is asked."""
    partly: bool
    """Whether a part of a page is asked for, by htmx, to put into one that is shown already."""

    def render(self, template: str, status: int = 200, /, **context: Any) -> HTMLResponse:
        """The answer that a template makes; it also knows the desk."""
        return render(template, status, desk=self, **context)


def desk_of(request: Request) -> Desk:
    """The desk of a request."""
    return Desk(
        request.app.state.ledger,
        getattr(request.state, "editor", None),
        request.url.path,
        "hx-request" in request.headers,
    )


async def form_of(request: Request) -> FormData:
    """What was sent, stamped as the forms of this session are. Raises NotStamped."""
    form = await request.form(max_files=MOST_FILES, max_part_size=LONGEST_FIELD)
    editor: Editor | None = request.state.editor
    stamp = form.get("stamp")
    if (
        editor is None
        or not isinstance(stamp, str)
        or not hmac.compare_digest(stamp.encode(), editor.stamp.encode())
    ):
        raise NotStamped(
            "This form is not from a page of this session; open the page anew and send it again."
        )
    return form


async def stamped(request: Request) -> None:
    """Let nothing be changed by a form without a stamp; only `/enter` has none, for it has no session yet."""
    if request.method not in READ and request.url.path != "/enter":
        await form_of(request)


def said(form: FormData, name: str) -> str:
    """The text of a field, without blanks around it; empty where it was not sent."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


def address(path: str, /, **query: object) -> str:
    """The path with all of the query that is not empty."""
    asked = {name: value for name, value in query.items() if value not in ("", None)}
    return f"{path}?{urlencode(asked)}" if asked else path


OfDesk = Annotated[Desk, Depends(desk_of)]
Form = Annotated[FormData, Depends(form_of)]
