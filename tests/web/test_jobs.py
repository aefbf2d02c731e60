"""Reading what was sent, in a process of its own."""

import asyncio
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from rashomon.errors import LedgerError
from rashomon.model import Given
from rashomon.store import View
from rashomon.web import jobs as at
from rashomon.web.app import create_app
from rashomon.web.jobs import Added, Busy, Job, Jobs, _apart, _safe
from tests.web.asking import ACCESS, HOSTILE, SESSION, answer, stamp
from tests.web.conftest import Fill

DENIAL = "The ministry denied on Monday that any shell fell on the market in the old town."


@pytest.fixture
def app(fill: Fill) -> Iterator[FastAPI]:
    app = create_app(fill(), ACCESS)
    yield app
    app.state.jobs.close()


def send(app: FastAPI, method: str, address: str, **sent: Any) -> httpx.Response:
    return asyncio.run(answer(app, method, address, "localhost:8750", **sent))


def done(app: FastAPI, where: str) -> str:
    """The page of a job once it has ended."""
    for _ in range(600):
        page = send(app, "GET", where).text
        if "hx-trigger" not in page:
            return page
        time.sleep(0.1)
    raise AssertionError("the job did not end")


def test_what_is_sent_is_read_and_told_file_by_file(app: FastAPI, fill: Fill) -> None:
    files = [
        ("files", ("denial.txt", DENIAL.encode())),
        ("files", ("../../denial.txt", f"{DENIAL} Twice.".encode())),
        ("files", ("picture.png", b"\x89PNG")),
        ("files", ("empty.txt", b"")),
    ]
    begun = send(app, "POST", "/add", data={"stamp": stamp()}, files=files)
    assert begun.status_code == 303
    page = " ".join(done(app, begun.headers["location"]).split())
    assert page.count("1 report added with 1 statement") == 2
    assert "denial (2).txt" in page
    assert "Not read: files of this kind are not read" in page
    assert page.count('class="refused"') == 2
    leads = re.findall(r'href="(/reports/\w+)"', page)
    assert [send(app, "GET", lead).status_code for lead in leads] == [200, 200]
    with View(fill()) as view:
        assert {view.report(lead.rpartition("/")[2]).path for lead in leads} == {
            "denial.txt",
            "denial (2).txt",
        }
    pasted = {
        "stamp": stamp(),
        "text": f"{DENIAL} Here.",
        "outlet": "Harbour Post",
        "published": "2031-05-06",
    }
    begun = send(app, "POST", "/add", data=pasted)
    page = " ".join(done(app, begun.headers["location"]).split())
    assert "Harbour Post" in page
    again = send(app, "POST", "/add", data=pasted)
    assert "1 held already" in done(app, again.headers["location"])
    assert "being read" not in send(app, "GET", "/add").text


def test_nothing_and_no_day_are_told(app: FastAPI) -> None:
    empty = send(app, "POST", "/add", data={"stamp": stamp(), "text": " "})
    assert empty.status_code == 422
    assert "Nothing was sent" in empty.text
    for day in ("May", "2031-5-6", "20310506", "<b>"):
        wrong = send(app, "POST", "/add", data={"stamp": stamp(), "text": "x", "published": day})
        assert wrong.status_code == 422
        assert "is not a day" in wrong.text
    assert send(app, "GET", "/add/none").status_code == 404


def test_too_often_and_too_much_waiting_are_refused(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Jobs, "add", lambda *_: Job("k", "", ("a.txt",)))
    session = str(ACCESS.enter(ACCESS.new_key()))
    sent = {"stamp": stamp(session), "text": "x"}
    answers = [send(app, "POST", "/add", data=sent, session=session) for _ in range(13)]
    assert [one.status_code for one in answers] == [303] * 12 + [429]
    assert int(answers[-1].headers["retry-after"]) >= 1


def test_only_so_many_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    jobs = Jobs(tmp_path / "x.db")
    for number in range(at.WAITING):
        jobs._jobs[str(number)] = Job(str(number), "", ("a",))
    with pytest.raises(Busy):
        jobs.add([("a.txt", b"x")], Given(), "")


def test_a_ledger_that_cannot_be_written_ends_the_job(tmp_path: Path) -> None:
    jobs = Jobs(tmp_path / "no folder" / "x.db")
    job = jobs.add([("a.txt", DENIAL.encode())], Given(), "Ada")
    while not job.ended:
        time.sleep(0.05)
    jobs.close()
    assert job.fault
    assert jobs.get(job.id) is job


def test_work_tells_of_each_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, str, Added, int]] = []
    monkeypatch.setattr(at, "_tell", told.append)
    (tmp_path / "two.jsonl").write_text(f'{{"text": "{DENIAL}"}}\n{{"text": "{DENIAL} Again."}}\n')
    found = at.work("k", tmp_path / "x.db", tmp_path, ["two.jsonl"], Given())
    assert [(len(one[2].reports), one[3]) for one in told] == [(1, 0), (2, 0), (2, 1)]
    assert found["two.jsonl"] == told[-1][2]
    with pytest.raises(LedgerError):
        at.work("k", tmp_path / "none" / "x.db", tmp_path, ["two.jsonl"], Given())


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("report.html", "report.html"), ("/etc/passwd", "passwd"), ("..\\..\\x.txt", "x.txt"), ("..", "report.txt"),
        ("-", "report.txt"), ("a*[b]?.txt", "a__b__.txt"), ("\0\n.txt", "__.txt"),
        ("w" * 500 + ".txt", "w" * 100 + ".txt"),
        ("", "report.txt"),
    ],
)  # fmt: skip
def test_a_name_is_a_name_and_no_path(name: str, safe: str) -> None:
    assert _safe(name) == safe


def test_names_are_told_apart() -> None:
    assert _apart(["a.txt", "A.txt", "a.jsonl.gz", "a.txt"]) == [
        "a.txt",
        "A (2).txt",
        "a.jsonl.gz",
        "a (3).txt",
    ]


def test_hostile_names_stay_text(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    job = Job("k", HOSTILE, (_safe(HOSTILE),), ended=True, fault=HOSTILE)
    app.state.jobs._jobs["k"] = job
    for address in ("/add", "/add/k"):
        page = send(app, "GET", address).text
        assert page.count("<script") == 1
        assert "\u202e" not in page
    assert SESSION not in page
