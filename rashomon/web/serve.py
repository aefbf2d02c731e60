"""The server: this machine only."""

import contextlib
import os
import socket
from collections.abc import Callable
from pathlib import Path

from rashomon.errors import RashomonError
from rashomon.store import View

HOST = "127.0.0.1"


def serve(ledger: Path, port: int = 0, *, on_ready: Callable[[str], None] = lambda address: None) -> None:
    """Serve the pages of `ledger` until interrupted; `on_ready` gets their address, port 0 takes a free one.

    Raises LedgerError where the ledger cannot be read, RashomonError where the port cannot be had.
    """
    import uvicorn

    from rashomon.web.app import create_app

    View(ledger).close()  # a wrong path is best told before anything is served
    with _listening(port) as listener:
        config = uvicorn.Config(
            create_app(ledger), log_level="warning", access_log=False, server_header=False
        )
        on_ready(f"http://{HOST}:{listener.getsockname()[1]}/")
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listener])


def _listening(port: int) -> socket.socket:
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        raise RashomonError(
            f"port {port} cannot be had ({os.strerror(error.errno or 0)}); name another with --port"
        ) from error
