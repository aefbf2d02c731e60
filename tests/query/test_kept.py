"""The judgements of a ledger are remembered, and never those of another or of none."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import insert

from rashomon.link.judgements import judgement
from rashomon.link.linker import judge
from rashomon.model import Judgement
from rashomon.query.kept import judgements, standing_in
from rashomon.store import View, Writer
from rashomon.store.rows import as_row
from rashomon.store.tables import judgements as held
from tests import builders as build


def one(second: int, verdict: str = "reject", key: str = "r0000001-1", value: str | None = None) -> Judgement:
    at = f"2031-05-06T10:00:{second:02}.000000Z"
    return judgement("statement", [key], verdict, by="Mara", at=at, value=value)  # type: ignore[arg-type]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "l.db"
    with Writer(path) as writer:
        reading = build.reading()
        writer.add(reading, build.raw(reading.report))
    return path


def ids(path: Path) -> list[str]:
    with View(path) as view:
        assert [each.id for each in standing_in(view)] == [each.id for each in judgements(view)][-1:]
        return [each.id for each in judgements(view)]


def keep(path: Path, *decided: Judgement) -> None:
    with Writer(path) as writer:
        judge(writer, *decided)


def test_what_is_added_is_seen_at_once_and_in_the_order_of_time(ledger: Path) -> None:
    first, second, third = one(1), one(2, "accept"), one(3)
    assert ids(ledger) == []
    for decided, expected in (((first, third), [first, third]), ((second,), [first, second, third])):
        keep(ledger, *decided)
        assert ids(ledger) == ids(ledger) == [each.id for each in expected]
    with View(ledger) as view:
        judgements(view).clear()
    assert len(ids(ledger)) == 3


def test_another_ledger_of_the_same_name_has_its_own(ledger: Path, tmp_path: Path) -> None:
    empty, other = (Path(shutil.copy(ledger, tmp_path / name)) for name in ("empty.db", "other.db"))
    keep(ledger, one(1), one(2))
    keep(other, one(3), one(4), one(5))
    assert len(ids(ledger)) == 2
    for source, expected in ((other, [one(3), one(4), one(5)]), (empty, [])):
        shutil.copy(source, ledger)
        assert ids(ledger) == [each.id for each in expected]


def test_what_a_failed_transaction_had_is_forgotten(ledger: Path) -> None:
    def trip(writer: Writer) -> None:
        with writer.transaction() as connection:
            connection.execute(insert(held), as_row(one(2), Judgement))
            assert len(judgements(View.over(ledger, connection))) == 2
            raise RuntimeError("power cut")

    keep(ledger, one(1))
    with Writer(ledger) as writer:
        with pytest.raises(RuntimeError):
            trip(writer)
        assert ids(ledger) == [one(1).id]
        judge(writer, one(3))
    assert ids(ledger) == [one(1).id, one(3).id]
