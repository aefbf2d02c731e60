"""Who is let in: by a link that works once, by a token that many share, or by the name a reverse proxy vouches for."""

import hmac
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from starlette.datastructures import Headers
from starlette.requests import cookie_parser

from rashomon.errors import RashomonError

SESSION = "rashomon-session"
NAME = "rashomon-name"
SHORTEST_TOKEN = 16
LONGEST_NAME = 60
MOST = 1000
"""Sessions and unused links kept at once; the oldest give way."""

LOOPBACK = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:\d+)?", re.IGNORECASE)
"""A page elsewhere can point its own name at this machine (DNS rebinding); the Host header gives it away."""


@dataclass(frozen=True, slots=True)
class Editor:
    """Someone who was let in."""

    session: str
    name: str
    """As signed; empty for who did not sign yet."""
    stamp: str
    """What each form of this session carries, so that no other site can send one in its name."""
    vouched: bool = False
    """Whether the name comes from a reverse proxy, and cannot be signed here."""


class Access:
    """The keys of one server. Sessions live as long as it does: none is written down anywhere.

    With a `token` any number of people enter by it. With a `user_header` all enter whom the reverse proxy names in that
    header: nobody else may reach the port. With neither, links that work once are the only way in. `names` are hosts
    answered to besides this machine's own. Raises RashomonError for a token too short to keep anyone out.
    """

    def __init__(
        self, *, token: str | None = None, user_header: str | None = None, names: Iterable[str] = ()
    ) -> None:
        if token is not None and len(token) < SHORTEST_TOKEN:
            raise RashomonError(f"a token needs at least {SHORTEST_TOKEN} characters")
        self.token = token
        self._user_header = user_header
        self._names = {name.casefold() for name in names}
        self._secret = secrets.token_bytes(32)
        self._keys: dict[str, None] = {}
        self._sessions: dict[str, None] = {}

    def answers_to(self, host: str) -> bool:
        """Whether a request may carry this Host header."""
        name = re.sub(r":\d+$", "", host).casefold()
        return bool(LOOPBACK.fullmatch(host)) or name in self._names

    def new_key(self) -> str:
        """A key that lets one person in, once."""
        return _kept(self._keys)

    def way_in(self) -> str:
        """The path to open first."""
        if self.token is not None or self._user_header is not None:
            return "/"
        return f"/enter?key={self.new_key()}"

    def enter(self, key: str) -> str | None:
        """A new session for a key or the token; None where it is neither, or was used."""
        if key in self._keys:
            del self._keys[key]
        elif self.token is None or not hmac.compare_digest(
            self.token.encode(), key.encode("utf-8", "replace")
        ):
            return None
        return _kept(self._sessions)

    def editor(self, headers: Headers) -> Editor | None:
        """Who sends a request with these headers; None for someone who was not let in."""
        if self._user_header is not None:
            name = cleaned(headers.get(self._user_header, ""))
            return Editor(name, name, self._stamp(name), vouched=True) if name else None
        cookies = cookie_parser("; ".join(headers.getlist("cookie")))
        session = cookies.get(SESSION, "")
        if session not in self._sessions:
            return None
        return Editor(session, cleaned(unquote(cookies.get(NAME, ""))), self._stamp(session))

    def _stamp(self, session: str) -> str:
        return hmac.digest(self._secret, session.encode(), "sha256").hex()


def cleaned(name: str) -> str:
    """A name as it is signed with: on one line, and not too long."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())[:LONGEST_NAME]


def _kept(known: dict[str, None]) -> str:
    while len(known) >= MOST:
        del known[next(iter(known))]
    made = secrets.token_urlsafe(32)
    known[made] = None
    return made
