"""What stands before every page: who may ask, how much may be sent, what a browser may do with the answer."""

from urllib.parse import urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon.errors import RashomonError
from rashomon.web.access import Access

HEADERS = {
    # Only our own files run, nothing inline, nothing from elsewhere: a report that smuggles markup in gets nowhere.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

MOST_SENT = 64_000_000
"""Bytes of one request. What is larger is added by `rashomon add`, which streams it."""

READ = ("GET", "HEAD")
OPEN = ("/enter", "/static/")
"""What is answered before anyone is let in."""


class Guard:
    """Refuses what `Access` does not let in and what other sites send; puts `HEADERS` on every answer.

    Whoever is let in stands in the state of the request as `editor`.
    """

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self.app = app
        self.access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse to."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                if not scope["path"].startswith("/static/"):
                    headers["Cache-Control"] = "private, no-cache"
            await send(message)

        headers = Headers(scope=scope)
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await refusal(scope, receive, send_guarded)
            return
        editor = scope.setdefault("state", {})["editor"] = self.access.editor(headers)
        if editor is not None or scope["path"].startswith(OPEN):
            await self.app(scope, _counted(receive), send_guarded)
        else:
            await _to_the_door(scope)(scope, receive, send_guarded)

    def _refusal(self, scope: Scope, headers: Headers) -> PlainTextResponse | None:
        if not self.access.answers_to(headers.get("host", "")):
            names = "localhost, 127.0.0.1 and [::1]"
            return PlainTextResponse(f"This ledger answers only to {names}.\n", status_code=421)
        if scope["method"] not in READ and _from_elsewhere(headers):
            return PlainTextResponse("Another site sent this form; it was not taken.\n", status_code=403)
        said = headers.get("content-length", "0")
        if not said.isdecimal() or int(said) > MOST_SENT:
            return PlainTextResponse(TOO_MUCH, status_code=413)
        return None


class TooMuch(RashomonError):
    """More was sent than is taken."""


TOO_MUCH = f"At most {MOST_SENT // 1_000_000} MB at once; add more with `rashomon add`.\n"


def _to_the_door(scope: Scope) -> Response:
    """The page where one enters, which then leads to what was asked."""
    if scope["method"] not in READ:
        return PlainTextResponse("You are not let in, or no longer; open the page anew.\n", status_code=403)
    asked = scope["path"] + (f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else "")
    return RedirectResponse(f"/enter?{urlencode({'to': asked})}", status_code=303)


def _from_elsewhere(headers: Headers) -> bool:
    """Whether a browser says that a form comes from another site; what says nothing needs a stamp all the same."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")


def _counted(receive: Receive) -> Receive:
    """The same, but no more than `MOST_SENT` bytes of it."""
    taken = 0

    async def receive_counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > MOST_SENT:
            raise TooMuch(TOO_MUCH)
        return message

    return receive_counted
