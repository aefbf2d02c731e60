import dataclasses
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from rashomon.errors import LedgerError
from rashomon.model import Reading, Words
from rashomon.store import View, Writer, ledger
from tests import builders as build


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rashomon.db"


def ask(path: Path, question: str) -> list[tuple[object, ...]]:
    """What plain SQL says, past all of our own code."""
    file = sqlite3.connect(path)
    try:
        return file.execute(question).fetchall()
    finally:
        file.close()


def test_the_same_report_added_twice_is_one(path: Path) -> None:
    report = build.report()
    again = dataclasses.replace(report, path="elsewhere.txt")
    with Writer(path) as writer, View(path) as view:
        assert writer.add(build.reading(report), build.raw(report))
        assert not writer.add(build.reading(again), build.raw(again))
        assert view.reading(report.id).report.path == report.path
    assert ask(path, "SELECT count(*) FROM reports") == [(1,)]


def test_reports_out_of_one_file_share_its_bytes(path: Path) -> None:
    with Writer(path) as writer, View(path) as view:
        for part in ("entry 1", "entry 2"):
            report = build.report(part, data=b"<feed/>", path="feed.xml", part=part)
            writer.add(build.reading(report), build.raw(report, b"<feed/>"))
        assert view.raw("entry 2").data == b"<feed/>"
    assert ask(path, "SELECT count(*) FROM archive") == [(1,)]


def test_columns_are_plain_to_read_in_sql(path: Path) -> None:
    report = build.report()
    with Writer(path) as writer:
        writer.add(build.reading(report), build.raw(report))
    assert ask(
        path, "SELECT source_name, source_office, cue_text, content_spans FROM statements LIMIT 1"
    ) == [("Ada Quill", "mayor", "said", "[[0,40]]")]
    assert ask(path, "SELECT place, name FROM hops WHERE statement = 2 ORDER BY place") == [
        (0, "Harbour Post"),
        (1, "a resident"),
    ]
    assert ask(path, "SELECT json_extract(read_by, '$.rashomon'), not_read FROM reports") == [("0", None)]


def test_a_statement_whose_words_are_not_in_the_report_is_not_stored(path: Path) -> None:
    report = build.report()
    said, told = build.plain_statements(report)
    invented = dataclasses.replace(told.content, text="We heard four blasts.")
    reading = build.reading(report, said, dataclasses.replace(told, content=invented))
    with Writer(path) as writer, View(path) as view:
        with pytest.raises(ValueError, match=r"'We heard four blasts\.' is not in the text"):
            writer.add(reading, build.raw(report))
        assert not view.holds(report.id)


def test_a_report_is_stored_only_with_its_own_bytes(path: Path) -> None:
    report = build.report()
    with Writer(path) as writer, pytest.raises(ValueError, match="not made from the bytes"):
        writer.add(build.reading(report), build.raw(report, b"other bytes"))


def test_two_statements_of_one_id_are_a_mistake(path: Path) -> None:
    report = build.report()
    said, _ = build.plain_statements(report)
    with Writer(path) as writer, pytest.raises(ValueError, match="two statements of the same id"):
        writer.add(build.reading(report, said, said), build.raw(report))


def test_what_is_claimed_is_plain_to_read_in_sql(path: Path) -> None:
    reading = build.claims()
    with Writer(path) as writer:
        writer.add(reading, build.raw(reading.report))
    assert ask(path, "SELECT kind, low, best, bound, cumulative FROM figures ORDER BY position") == [
        ("killed", 11, None, "at_least", 0),
        ("displaced", 40, 40, "exact", 0),
    ]
    assert ask(
        path,
        "SELECT a.name, a.role, p.name, t.start, f.low FROM events e JOIN actors a ON a.event = e.key"
        ' JOIN places p ON p.id = e.place JOIN times t ON t.id = e."when"'
        " JOIN event_figures ef ON ef.event = e.key JOIN figures f ON f.id = ef.figure ORDER BY a.position",
    ) == [
        ("people", "suffers", "Port Ansel", "2031-05-05", 11),
        ("Tern Front", "does", "Port Ansel", "2031-05-05", 11),
    ]


def changed(what: str, index: int, **fields: Any) -> Reading:
    """The reading with everything, one of its records changed."""
    reading = build.claims()
    records = list(getattr(reading, what))
    records[index] = dataclasses.replace(records[index], **fields)
    rest: dict[str, Any] = {what: tuple(records)}
    return dataclasses.replace(reading, **rest)


@pytest.mark.parametrize(
    ("reading", "complaint"),
    [
        (changed("figures", 0, text="at least 12 people"), "'at least 12 people' is not in the text"),
        (changed("times", 0, text="on Tuesday"), "'on Tuesday' is not in the text"),
        (changed("places", 0, spans=((0, 10),)), "'Port Ansel' is not in the text"),
        (
            changed("events", 0, words=Words("Shells missed", ((0, 13),))),
            "'Shells missed' is not in the text",
        ),
        (
            changed(
                "events",
                0,
                actors=(
                    dataclasses.replace(build.claims().events[0].actors[0], words=Words("x", ((0, 1),))),
                ),
            ),
            "'x' is not in the text",
        ),
        (changed("figures", 1, id="r0000001-f1"), "two figures of the same id"),
        (changed("figures", 0, statement="gone"), "names gone, which is not in the reading"),
        (changed("figures", 0, part_of="r0000001-s"), "names r0000001-s"),
        (changed("events", 0, when="gone"), "names gone"),
        (changed("events", 0, place="gone"), "names gone"),
        (changed("events", 0, figures=("gone",)), "names gone"),
        (changed("events", 1, statement="gone"), "names gone"),
    ],
)
def test_what_does_not_hold_to_the_report_is_not_stored(path: Path, reading: Reading, complaint: str) -> None:
    with Writer(path) as writer, View(path) as view:
        with pytest.raises(ValueError, match=re.escape(complaint)):
            writer.add(reading, build.raw(reading.report))
        assert not view.holds(reading.report.id)


def test_a_file_name_that_is_no_text_is_refused_alone(path: Path) -> None:
    odd, plain = build.report("odd", path="caf\udce9.txt"), build.report("plain")
    with Writer(path) as writer, View(path) as view:
        with pytest.raises(LedgerError, match="rename the file"):
            writer.add(build.reading(odd), build.raw(odd))
        assert writer.add(build.reading(plain), build.raw(plain))
        assert not view.holds("odd")


def test_a_second_writer_waits_for_the_first(path: Path) -> None:
    report = build.report()
    Writer(path).close()
    first = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    first.execute("BEGIN IMMEDIATE")
    let_go = threading.Timer(0.3, first.rollback)
    let_go.start()
    with Writer(path) as second:
        assert second.add(build.reading(report), build.raw(report))
    let_go.join()
    first.close()


def test_a_writer_that_waited_in_vain_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "BUSY_SECONDS", 0)
    report = build.report()
    with Writer(path) as second:
        first = sqlite3.connect(path, isolation_level=None)
        first.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match=r"rashomon\.db is busy: another process"):
            second.add(build.reading(report), build.raw(report))
        first.rollback()
        first.close()
        assert second.add(build.reading(report), build.raw(report))


def test_the_file_alone_is_the_whole_ledger_though_others_read_it(path: Path) -> None:
    report = build.report()
    Writer(path).close()
    with View(path):
        with Writer(path) as writer:
            writer.add(build.reading(report), build.raw(report))
        copy = path.with_name("copy.db")
        shutil.copy(path, copy)
    with View(copy) as view:
        assert view.holds(report.id)


def test_many_processes_make_and_fill_one_new_ledger(path: Path) -> None:
    workers = [adding(path, f"w{number}", 5) for number in range(4)]
    for worker in workers:
        with worker:
            assert worker.wait() == 0
    assert ask(path, "SELECT count(*) FROM reports") == [(20,)]


def test_a_killed_writer_leaves_only_whole_reports(path: Path) -> None:
    chance = random.Random(5)  # noqa: S311
    # First while the ledger is made, which may leave a file that is none yet; then while reports are added.
    for wait_for in ["opening"] * 4 + ["added"] * 6:
        with adding(path, f"{wait_for}{chance.random()}", 1_000_000) as worker:
            assert worker.stdout
            while worker.stdout.readline() != f"{wait_for}\n".encode():
                assert worker.poll() is None
            time.sleep(chance.random() * 0.2)
            worker.kill()
        assert worker.returncode == -signal.SIGKILL
        if wait_for == "added":
            assert assert_whole(path) > 0
    before = assert_whole(path)
    with adding(path, "after", 3) as worker:
        assert worker.wait() == 0
    assert assert_whole(path) == before + 3


def adding(path: Path, name: str, count: int) -> subprocess.Popen[bytes]:
    """A process that adds reports of twelve statements and events, one after the other."""
    script = f"""
import dataclasses
from pathlib import Path
from rashomon.store import Writer
from tests import builders as build

text = " ".join(f"Bridge {{n}} fell, the mayor said." for n in range(12))
print("opening", flush=True)
with Writer(Path({str(path)!r})) as writer:
    for number in range({count}):
        key = f"{name}-{{number:06}}"
        report = build.report(key, text)
        mayor = build.source(text, "the mayor")
        said = [build.statement(f"{{key}}-{{n}}", text, f"Bridge {{n}} fell", by=mayor) for n in range(12)]
        fell = [build.event(f"{{key}}-e{{n}}", text, f"Bridge {{n}} fell") for n in range(12)]
        reading = dataclasses.replace(build.reading(report, *said), events=tuple(fell))
        assert writer.add(reading, build.raw(report))
        number or print("added", flush=True)
"""
    return subprocess.Popen(
        [sys.executable, "-c", script], cwd=Path(__file__).parents[2], stdout=subprocess.PIPE
    )


def assert_whole(path: Path) -> int:
    """The number of reports, once nothing is found missing from any."""
    View(path).close()
    whole = """
        SELECT r.id, length(a.data) > 0, count(s.key), count(h.statement),
            (SELECT count(*) FROM events e WHERE e.report = r.id)
        FROM reports r LEFT JOIN archive a ON a.sha256 = r.raw
        LEFT JOIN statements s ON s.report = r.id LEFT JOIN hops h ON h.statement = s.key
        GROUP BY r.id
    """
    found = ask(path, whole)
    assert {tuple(counts) for _, *counts in found} <= {(1, 12, 12, 12)}
    assert ask(path, "SELECT count(*) FROM search WHERE search MATCH 'mayor'") == [(12 * len(found),)]
    assert ask(path, "SELECT count(*) FROM search_events WHERE search_events MATCH 'bridge'") == [
        (12 * len(found),)
    ]
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    assert ask(path, "PRAGMA foreign_key_check") == []
    return len(found)
