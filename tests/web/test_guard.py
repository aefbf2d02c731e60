import asyncio
from pathlib import Path

import pytest

from rashomon.web.app import create_app
from rashomon.web.guard import HEADERS
from tests.web.asking import ACCESS, answer
from tests.web.conftest import Ask


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8750", "[::1]:9", "LOCALHOST:1"])
def test_this_machine_is_answered(ask: Ask, host: str) -> None:
    assert ask("/", host=host).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "localhost:80@evil.example", ""],
)
def test_a_name_from_elsewhere_is_refused_everywhere(ask: Ask, host: str) -> None:
    for address in ("/", "/reports/r0000001", "/static/rashomon.css", "/none"):
        refused = ask(address, host=host)
        assert refused.status_code == 421
        assert "localhost" in refused.text


@pytest.mark.parametrize(
    "address", ["/", "/none", "/static/rashomon.css", "/static/lights.css", "/reports?limit=x"]
)
def test_every_answer_has_the_headers(ask: Ask, address: str) -> None:
    for host in ("localhost", "evil.example"):
        headers = ask(address, host=host).headers
        assert {name: headers.get_list(name) for name in HEADERS} == {
            name: [HEADERS[name]] for name in HEADERS
        }


def test_so_has_the_page_of_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path) -> None:
        raise ZeroDivisionError(f"secret of {path}")

    monkeypatch.setattr("rashomon.web.pages.board.View", fail)
    failed = asyncio.run(answer(create_app(tmp_path / "x.db", ACCESS), "GET", "/", "localhost"))
    assert failed.status_code == 500
    assert failed.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]
    assert "secret" not in failed.text
    assert "Rashomon failed on this page" in failed.text


def test_only_our_own_files_may_run() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
