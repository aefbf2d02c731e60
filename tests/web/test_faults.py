import asyncio
from pathlib import Path

from rashomon.web.app import create_app
from tests.web.asking import ACCESS, answer
from tests.web.conftest import Ask


def test_an_unknown_page_is_not_found(ask: Ask) -> None:
    for address in (
        "/none",
        "/docs",
        "/redoc",
        "/openapi.json",
        "/static/none.css",
        "/static/../app.py",
        "/reports/",
    ):
        missing = ask(address)
        assert missing.status_code == 404
        assert "<h1>Not found</h1>" in missing.text
        assert "There is no such page." in missing.text


def test_a_ledger_that_went_away_is_told_in_one_sentence(tmp_path: Path) -> None:
    gone = asyncio.run(answer(create_app(tmp_path / "gone.db", ACCESS), "GET", "/", "localhost"))
    assert gone.status_code == 500
    assert "there is no ledger at" in gone.text
    assert "Traceback" not in gone.text


def test_writing_is_refused(ask: Ask) -> None:
    refused = ask("/", method="DELETE")
    assert refused.status_code == 405
    assert "That did not work" in refused.text
