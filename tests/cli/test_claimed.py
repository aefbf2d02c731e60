"""What the commands print of figures, times, places and events."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rashomon import pipeline
from rashomon.cli.app import app
from rashomon.cli.read import heading
from rashomon.model import Reading
from rashomon.store import Writer
from tests import builders as build


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path, reading = tmp_path / "l.db", build.claims()
    with Writer(path) as writer:
        writer.add(reading, build.raw(reading.report))
    return path


def run(*arguments: str | Path, width: int = 200) -> str:
    env = {"COLUMNS": str(width), "TERM": "dumb", "NO_COLOR": "1"}
    result = CliRunner().invoke(app, [str(one) for one in arguments], env=env)
    assert result.exit_code == 0, result.output
    return result.stdout


def cells(output: str) -> list[list[str]]:
    """The rows below the head of a table, without what pads them."""
    return [[cell for cell in line.split("  ") if cell.strip()] for line in output.splitlines()[1:]]


def test_figures_say_how_many_and_on_whose_word(ledger: Path) -> None:
    first, second = cells(run("--ledger", ledger, "figures"))
    assert [cell.strip() for cell in first[3:8]] == [
        "Ada Quill", "killed", "at least 11", "at least 11 people", "Port Ansel",
    ]  # fmt: skip
    assert [cell.strip() for cell in second[3:6]] == ["this report itself", "displaced", "40"]


def test_events_say_what_by_whom_to_whom_where_and_when(ledger: Path) -> None:
    (row,) = cells(run("--ledger", ledger, "events", "--type", "assault"))
    assert [cell.strip() for cell in row[1:7]] == [
        "Ada Quill", "ASSAULT heavy-weapons", "Tern Front", "people", "Port Ansel", "2031-05-05",
    ]  # fmt: skip


@pytest.mark.parametrize("command", ["figures", "events"])
def test_a_narrow_table_keeps_the_numbers_and_types_whole(ledger: Path, command: str) -> None:
    output = run("--ledger", ledger, command, width=79)
    assert all(len(line) <= 79 for line in output.splitlines())
    assert ("at least 11" if command == "figures" else "2031-05-05") in output


def test_filters_reach_the_question(ledger: Path) -> None:
    assert len(cells(run("--ledger", ledger, "figures", "--kind", "killed", "--at-least", "11"))) == 1
    assert len(cells(run("--ledger", ledger, "figures", "--place", "ansel", "--source", "quill"))) == 1
    assert cells(run("--ledger", ledger, "figures", "--since", "2031-05-07")) == []
    assert (
        len(cells(run("--ledger", ledger, "events", "--actor", "tern", "--happened-since", "2031-05-05")))
        == 1
    )
    assert cells(run("--ledger", ledger, "events", "--happened-until", "2031-05-04")) == []
    assert len(cells(run("--ledger", ledger, "events", "--ucdp", "3", "--report", "r0000"))) == 1


def test_a_codebook_gives_numbers_and_its_rule_stands_beside(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head, first, *_ = run("--ledger", ledger, "figures", "--counts", "ucdp").splitlines()
    assert head.split()[-1] == "rule"
    assert "best = the floor" in " ".join(first.split())
    dozens = build.figure("f", "dozens died", "dozens")
    reading = replace(
        build.reading(build.report(text="dozens died"), not_read=""), not_read=None, figures=(dozens,)
    )
    plain, counted = (
        json.loads(read_of(reading, monkeypatch, "--json", "--counts", rule))["figures"][0]
        for rule in ("words", "acled")
    )
    assert (plain["low"], counted["low"], counted["rule"]) == (None, 12, "acled: dozens = 12")


@pytest.mark.parametrize(
    "wrong",
    [
        ("figures", "--kind", "hurt"),
        ("events", "--ucdp", "4"),
        ("events", "--since", "May 2031"),
        ("figures", "--counts", "x"),
    ],
)
def test_what_no_filter_takes_is_refused(ledger: Path, wrong: tuple[str, ...]) -> None:
    assert CliRunner().invoke(app, ["--ledger", str(ledger), *wrong]).exit_code == 2


def test_json_has_the_records_whole(ledger: Path) -> None:
    reading = build.claims()
    (row, _) = map(json.loads, run("--ledger", ledger, "events", "--json").splitlines())
    assert row["event"]["actors"][1]["name"] == "Tern Front"
    assert (row["place"]["name"], row["when"]["start"]) == ("Port Ansel", "2031-05-05")
    assert row["figures"][0]["id"] == reading.figures[0].id
    (row, _) = map(json.loads, run("--ledger", ledger, "figures", "--json").splitlines())
    assert row["figure"]["spans"] == [list(reading.figures[0].spans[0])]
    assert row["statement"]["source"]["name"] == "Ada Quill"


def test_show_lists_what_is_claimed_below_the_text(ledger: Path) -> None:
    output = " ".join(run("--ledger", ledger, "show", "r0000", width=100).split())
    assert "at least 11 people at least 11 killed [1]" in output
    assert "on Monday 2031-05-05" in output
    assert "Port Ansel Port Ansel, town, SL, 1.50, -2.25 Marrow not known" in output
    assert "ASSAULT heavy-weapons: Shells hit" in output


def test_a_reading_counts_and_tells_what_the_report_itself_says(monkeypatch: pytest.MonkeyPatch) -> None:
    assert heading(build.claims()).endswith(
        " · 1 statement, 1 source, 0 of them unnamed · 2 figures · 2 places · 2 events"
    )
    output = read_of(build.claims(), monkeypatch)
    (own,) = [line for line in output.splitlines() if line.startswith("this report itself")]
    assert own.split()[3:] == ["asserts", *"Later 40 families fled to Marrow.".split()]
    silent = replace(build.claims(), events=(), figures=())
    assert "this report itself" not in read_of(silent, monkeypatch)


def test_an_unsure_statement_takes_along_what_stands_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = build.claims()
    unsure = replace(reading, statements=(replace(reading.statements[0], confidence=0.4),))
    printed = json.loads(read_of(unsure, monkeypatch, "--json", "--min-confidence", "0.5"))
    assert printed["statements"] == []
    assert [figure["text"] for figure in printed["figures"]] == ["40 families"]
    assert [event["plover"] for event in printed["events"]] == ["RETREAT"]
    assert [len(printed[name]) for name in ("times", "places")] == [1, 2]


def read_of(reading: Reading, monkeypatch: pytest.MonkeyPatch, *options: str) -> str:
    """What `rashomon read` prints where the pipeline gives this reading."""
    monkeypatch.setattr(pipeline, "read", lambda *_: iter([reading]))
    return run("read", "a.txt", *options)
