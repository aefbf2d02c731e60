"""From files into a ledger: nothing of a batch is lost, whatever stands beside it or kills it."""

import contextlib
import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rashomon import ingest, pipeline
from rashomon.errors import LedgerError, Unreadable
from rashomon.model import Given, Raw, Reading, Refusal
from rashomon.query.reports import reports
from rashomon.store import View

ROOM = "The governor said on Monday that room {n} of the old hospital had been hit by a shell."
PERSIAN = (
    "وزارت کشور روز دوشنبه اعلام کرد که هیچ گلوله‌ای به بازار شهر اصابت نکرده است و همه گزارش‌ها نادرست است."
)


def make(folder: Path, number: int) -> None:
    folder.mkdir(exist_ok=True)
    for n in range(number):
        (folder / f"{n:05}.txt").write_text(ROOM.format(n=n))


def held(ledger: Path) -> list[str]:
    with View(ledger) as view:
        return [row.id for row in reports(view)]


def test_a_batch_keeps_what_can_be_read(tmp_path: Path) -> None:
    make(tmp_path / "in", 3)
    bad = {
        "empty.txt": b"",
        "picture.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        "latin.txt": "Le préfet a démenti.".encode("latin-1"),
        "cut.txt.gz": gzip.compress(ROOM.encode() * 50)[:-9],
        "bare.html": b"<html><body><nav>Home</nav></body></html>",
        "long.txt": b"word " * 300_000,
        "lines.jsonl": b'{"text": "' + ROOM.format(n=77).encode() + b'"}\n{"text": \n{"title": "no text"}\n',
    }
    for name, data in bad.items():
        (tmp_path / "in" / name).write_bytes(data)
    summary = pipeline.add(tmp_path / "l.db", [str(tmp_path / "in"), str(tmp_path / "gone.txt")])
    assert summary.added == 4
    assert len(held(tmp_path / "l.db")) == 4
    refused = {Path(r.path).name for r in summary.refused}
    assert refused == {*bad, "gone.txt"}
    assert len(summary.refused) == len(bad) + 2  # two bad lines in one file
    for refusal in summary.refused:
        assert refusal.reason
        assert "\n" not in refusal.reason
        assert "Rashomon failed" not in refusal.reason


def test_another_language_is_stored_but_not_read(tmp_path: Path) -> None:
    (tmp_path / "fa.txt").write_text(PERSIAN, encoding="utf-8")
    summary = pipeline.add(tmp_path / "l.db", [str(tmp_path / "fa.txt")])
    assert summary.not_read == {"language fa": 1}
    with View(tmp_path / "l.db") as view:
        (row,) = reports(view)
        reading = view.reading(row.id)
    assert reading.not_read == "language fa"
    assert reading.statements == ()
    assert reading.report.text == PERSIAN


def test_what_is_claimed_is_read_too_and_says_by_which_table(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Shells killed at least 11 people in Kabul on 4 March 2024, the ministry said."
    )
    (reading,) = pipeline.read([str(tmp_path / "a.txt")])
    assert isinstance(reading, Reading)
    (statement,), (figure,), (when,) = reading.statements, reading.figures, reading.times
    assert (figure.low, figure.kind, figure.statement) == (11, "killed", statement.id)
    assert when.start == "2024-03-04"
    assert [place.name for place in reading.places] == ["Kabul"]
    assert figure.id in {one for event in reading.events for one in event.figures}
    assert reading.read_by.keys() >= {"rashomon", "reader", "actors"}


def test_the_same_report_twice_is_one(tmp_path: Path) -> None:
    make(tmp_path / "in", 2)
    (tmp_path / "in" / "copy.txt").write_text(ROOM.format(n=0))
    given = Given(outlet="Harbour Post")
    first = pipeline.add(tmp_path / "l.db", [str(tmp_path / "in")], given)
    again = pipeline.add(tmp_path / "l.db", [str(tmp_path / "in")], given)
    assert (first.added, first.held) == (2, 1)
    assert (again.added, again.held) == (0, 3)


def test_two_files_with_one_text_and_no_outlet_are_copies(tmp_path: Path) -> None:
    make(tmp_path / "in", 2)
    (tmp_path / "in" / "copy.txt").write_text(ROOM.format(n=0))
    first = pipeline.add(tmp_path / "l.db", [str(tmp_path / "in")])
    again = pipeline.add(tmp_path / "l.db", [str(tmp_path / "in")])
    assert (first.added, again.held) == (3, 3)


def test_an_update_under_one_url_is_a_version(tmp_path: Path) -> None:
    url = "https://example.org/market"
    for n, toll in enumerate(("nine", "twelve")):
        text = f"Shelling\n\nThe governor said the toll in the market had risen to {toll} people."
        row = {"url": url, "text": text, "published": f"2024-03-0{n + 4}"}
        (tmp_path / f"{n}.jsonl").write_text(json.dumps(row))
    pipeline.add(tmp_path / "l.db", [str(tmp_path / "1.jsonl"), str(tmp_path / "0.jsonl")])
    with View(tmp_path / "l.db") as view:
        rows = reports(view)
        texts = [view.reading(row.id).report.text for row in rows]
    assert [(row.version, row.versions) for row in rows] == [(1, 2), (2, 2)]
    assert "nine" in texts[0]
    assert "twelve" in texts[1]


def test_archived_bytes_give_the_same_report_again(tmp_path: Path) -> None:
    make(tmp_path / "in", 1)
    pipeline.add(tmp_path / "l.db", [str(tmp_path / "in")], Given(outlet="The Harbour Post"))
    with View(tmp_path / "l.db") as view:
        (row,) = reports(view)
        assert ingest.extract(view.raw(row.id)) == view.reading(row.id).report


def test_many_processes_add_the_same_as_one(tmp_path: Path) -> None:
    make(tmp_path / "in", 20)
    (tmp_path / "in" / "00007b.txt").write_bytes(b"")
    one = pipeline.add(tmp_path / "one.db", [str(tmp_path / "in")], jobs=1)
    two = pipeline.add(tmp_path / "two.db", [str(tmp_path / "in")], jobs=2)
    assert one == two
    with View(tmp_path / "one.db") as a, View(tmp_path / "two.db") as b:
        assert [a.reading(r.id) for r in reports(a)] == [b.reading(r.id) for r in reports(b)]


def test_a_mistake_of_ours_costs_one_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path / "in", 3)
    read = pipeline.read_report

    def fails_on_one(report: object) -> Reading:
        if "room 1 " in getattr(report, "text", ""):
            raise KeyError("nobody thought of this")
        return read(report)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "read_report", fails_on_one)
    summary = pipeline.add(tmp_path / "l.db", [str(tmp_path / "in")])
    assert summary.added == 2
    assert "please report this" in summary.refused[0].reason


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_table_of_actors_that_cannot_be_read_ends_the_batch(tmp_path: Path, jobs: str) -> None:
    make(tmp_path / "in", 2)
    (tmp_path / "actors.csv").write_text("nonsense\n")
    command = [
        sys.executable,
        "-m",
        "rashomon",
        "--ledger",
        str(tmp_path / "l.db"),
        "add",
        str(tmp_path / "in"),
    ]
    env = os.environ | {"RASHOMON_ACTORS": str(tmp_path / "actors.csv")}
    ran = subprocess.run([*command, "--jobs", jobs], env=env, capture_output=True, text=True)
    assert ran.returncode == 2
    assert "actors.csv" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_killed_add_leaves_whole_reports_and_goes_on(tmp_path: Path) -> None:
    make(tmp_path / "in", 60)
    ledger = tmp_path / "l.db"
    command = [sys.executable, "-m", "rashomon", "--ledger", str(ledger), "add", str(tmp_path / "in")]
    whole = {r.report.id: r for r in pipeline.read([str(tmp_path / "in")]) if isinstance(r, Reading)}
    seen = 0
    for enough in (1, 15, 30):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None and seen < enough:
            with contextlib.suppress(LedgerError):  # it is being made
                seen = len(held(ledger))
            time.sleep(0.01)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        with View(ledger) as view:
            ids = [row.id for row in reports(view)]
            assert all(view.reading(one) == whole[one] for one in ids)
        seen = len(ids)
    pipeline.add(ledger, [str(tmp_path / "in")])
    assert set(held(ledger)) == set(whole)


def test_reading_needs_no_ledger_and_yields_refusals_in_place(tmp_path: Path) -> None:
    make(tmp_path / "in", 2)
    (tmp_path / "in" / "00000b.txt").write_bytes(b"")
    kinds = [type(found) for found in pipeline.read([str(tmp_path / "in")])]
    assert kinds == [Reading, Refusal, Reading]


def test_a_refusal_comes_back_from_another_process_whole() -> None:
    raw = Raw(b"", "text/plain", "empty.txt")
    with pytest.raises(Unreadable) as told:
        ingest.extract(raw)
    import pickle

    again = pickle.loads(pickle.dumps(told.value))  # noqa: S301
    assert str(again) == str(told.value)
