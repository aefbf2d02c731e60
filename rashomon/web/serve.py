"""The server: this machine only, unless told otherwise."""

import contextlib
import gc
import os
import socket
from collections.abc import Callable, Sequence
from pathlib import Path

from rashomon.errors import RashomonError
from rashomon.store import View
from rashomon.web.access import Access

HOST = "127.0.0.1"


def serve(
    ledger: Path,
    port: int = 0,
    *,
    host: str | None = None,
    names: Sequence[str] = (),
    token: str | None = None,
    user_header: str | None = None,
    on_ready: Callable[[str], None] = lambda address: None,
) -> None:
    """Serve the pages of `ledger` until interrupted; `on_ready` gets the link to open, port 0 takes a free one.

    With a `host` other machines may ask, by it or by one of `names`; then `token` or `user_header` keep others out.
    Raises LedgerError where the ledger cannot be read, RashomonError where the port cannot be had, or all are let in.
    """
    import uvicorn

    from rashomon.web.app import create_app

    if (host or names) and not (token or user_header):
        raise RashomonError("--host and --name need --token or --user-header: say how others are kept out")
    access = Access(token=token, user_header=user_header, names=[*names, *([host] if host else [])])
    host = host or HOST
    View(ledger).close()  # a wrong path is best told before anything is served
    with _listening(host, port) as listener:
        config = uvicorn.Config(
            create_app(ledger, access), log_level="warning", access_log=False, server_header=False
        )
        spare_the_collector()
        on_ready(f"http://{_written(host)}:{listener.getsockname()[1]}{access.way_in()}")
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listener])


def spare_the_collector() -> None:
    """Let the collector of cycles rarely pass over what a server holds for long.

    A whole pass held up one answer in twenty by 70 to 200 ms on a ledger of 20,000 reports (`bench/desk.py`); what
    an answer leaves behind is nearly all freed without it.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def _written(host: str) -> str:
    """The host as it stands in an address; this machine where it is all of them."""
    if host in ("0.0.0.0", "::"):  # noqa: S104  # compared, not bound
        return HOST
    return f"[{host}]" if ":" in host else host


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family)
    except OSError as error:
        what = os.strerror(error.errno) if error.errno and error.errno > 0 else str(error)
        raise RashomonError(
            f"port {port} cannot be had on {host} ({what}); name another with --port"
        ) from error
