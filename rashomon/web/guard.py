"""What stands before every page: who may ask, and what a browser may do with the answer."""

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    # No script at all, nothing inline, nothing from elsewhere: a report that smuggles markup in gets nowhere.
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

LOOPBACK = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:\d+)?", re.IGNORECASE)
"""A page elsewhere can point its own name at this machine (DNS rebinding); the Host header gives it away."""


class Guard:
    """Refuses requests that name another host, and puts `HEADERS` on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse to."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        if LOOPBACK.fullmatch(Headers(scope=scope).get("host", "")):
            await self.app(scope, receive, send_guarded)
        else:
            refusal = PlainTextResponse(
                "This ledger answers only to localhost, 127.0.0.1 and [::1].\n", status_code=421
            )
            await refusal(scope, receive, send_guarded)
