import socket
from pathlib import Path

import pytest

from rashomon.errors import LedgerMissing, RashomonError
from rashomon.web.serve import serve
from tests import builders as build
from tests.web.conftest import Fill


def test_a_ledger_that_is_not_there_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(LedgerMissing):
        serve(tmp_path / "none.db")


def test_a_port_in_use_is_named(fill: Fill) -> None:
    path = fill(build.reading())
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(RashomonError, match=f"port {port} cannot be had on 127.0.0.1"):
            serve(path, port)


def test_other_machines_are_let_in_only_by_a_key(fill: Fill) -> None:
    path = fill(build.reading())
    for wanted in ({"host": "127.0.0.1"}, {"names": ["desk.example"]}):
        with pytest.raises(RashomonError, match="--token or --user-header"):
            serve(path, **wanted)
