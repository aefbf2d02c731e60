"""What every page has at hand: the ledger, who asks, and what was sent in a form."""

import hmac
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlencode, urlsplit

from fastapi import Depends, Request
from starlette.datastructures import FormData
from starlette.responses import HTMLResponse

from rashomon.errors import RashomonError
from rashomon.web.access import Editor
from rashomon.web.guard import READ
from rashomon.web.remembered import Remembered
from rashomon.web.render import render

MOST_FILES = 200
LONGEST_FIELD = 2_000_000
"""Bytes of one field of a form: a pasted report. Files may be larger."""


class NotStamped(RashomonError):
    """A form without the stamp of the session it was sent in."""


class NotSigned(RashomonError):
    """A decision by someone who did not say a name yet."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The ledger that is served and the one who asks. A page opens the ledger itself: SQLite wants a connection to
    stay in its thread."""

    ledger: Path
    editor: Editor | None
    """None before someone is let in."""
    path: str
    """The path of the page that is asked."""
    remembered: Remembered
    """Answers that take long."""
    partly: bool
    """Whether a part of a page is asked for, by htmx, to put into one that is shown already."""

    @property
    def signed(self) -> str:
        """The name that who asks signs with. Raises NotSigned."""
        if self.editor is None or not self.editor.name:
            raise NotSigned("Say first who decides: sign with a name, at the top of each page.")
        return self.editor.name

    def render(self, template: str, status: int = 200, /, **context: Any) -> HTMLResponse:
        """The answer that a template makes; it also knows the desk."""
        return render(template, status, desk=self, **context)


def desk_of(request: Request) -> Desk:
    """The desk of a request."""
    return Desk(
        request.app.state.ledger,
        getattr(request.state, "editor", None),
        request.url.path,
        request.app.state.remembered,
        "hx-request" in request.headers,
    )


async def stamped(request: Request) -> AsyncIterator[None]:
    """Let nothing be changed by a form without the stamp of its session. Raises NotStamped.

    Only `/enter` takes one without, for it has no session yet.
    """
    if request.method in READ:
        yield
        return
    async with request.form(max_files=MOST_FILES, max_part_size=LONGEST_FIELD) as form:
        if request.url.path != "/enter":
            _hold_to_stamp(request.state.editor, form.get("stamp"))
        request.state.form = form
        yield


def _hold_to_stamp(editor: Editor | None, stamp: object) -> None:
    if (
        editor is None
        or not isinstance(stamp, str)
        or not hmac.compare_digest(stamp.encode("utf-8", "replace"), editor.stamp.encode())
    ):
        raise NotStamped(
            "This form is not from a page of this session; open the page anew and send it again."
        )


def form_of(request: Request) -> FormData:
    """What was sent, and was found to be stamped."""
    form: FormData = request.state.form
    return form


def said(form: FormData, name: str) -> str:
    """The text of a field, without blanks around it; empty where it was not sent."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


def here(to: str) -> str:
    """An address of this server, whatever was asked for."""
    parts = urlsplit(to.replace("\\", "/"))
    inside = (
        not parts.scheme and not parts.netloc and parts.path.startswith("/") and not to.startswith("/enter")
    )
    return to if inside and not to.startswith("//") and to.isprintable() else "/"


def address(path: str, /, **query: object) -> str:
    """The path with all of the query that is not empty."""
    asked = {name: value for name, value in query.items() if value not in ("", None)}
    return f"{path}?{urlencode(asked)}" if asked else path


OfDesk = Annotated[Desk, Depends(desk_of)]
Form = Annotated[FormData, Depends(form_of)]
