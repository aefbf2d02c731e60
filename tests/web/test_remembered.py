from pathlib import Path

import pytest

from rashomon.web import remembered
from rashomon.web.remembered import Remembered


def test_an_answer_is_kept_until_the_ledger_changes(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_text("one")
    found = Remembered(path)
    assert found.answer("a", lambda: 1) == 1
    assert found.answer("a", lambda: 2) == 1
    assert found.answer("b", lambda: 3) == 3
    (tmp_path / "x.db-wal").write_text("")
    assert found.answer("a", lambda: 4) == 1
    (tmp_path / "x.db-wal").write_text("more")
    assert found.answer("a", lambda: 5) == 5


def test_only_so_many_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "MOST", 2)
    found = Remembered(tmp_path / "none.db")
    for number in range(3):
        found.answer(number, lambda: "old")
    assert [found.answer(number, lambda: "new") for number in (1, 2, 0)] == ["old", "old", "new"]
