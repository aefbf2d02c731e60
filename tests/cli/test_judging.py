"""`rashomon judge` and `rashomon judgements`, as they are typed."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rashomon.cli.app import app
from rashomon.model import Statement
from rashomon.query.judged import Judged
from rashomon.store import View, Writer
from tests import builders as build

FIRST = "r0000001-1"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "l.db"
    with Writer(path) as writer:
        reading = build.reading()
        writer.add(reading, build.raw(reading.report))
    return path


def invoke(ledger: Path, command: str, *arguments: str) -> Result:
    typed = [command, "--ledger", str(ledger), *arguments]
    return CliRunner().invoke(app, typed, env={"COLUMNS": "200", "NO_COLOR": "1"})


def now(ledger: Path) -> Statement:
    with View(ledger) as view:
        return Judged(view).reading("r0000001").statements[0]


def test_words_and_chain_are_corrected_and_undone_by_the_start_of_an_id(ledger: Path) -> None:
    before = now(ledger)
    assert (
        invoke(ledger, "judge", "correct", FIRST, "content", "Two  bridges fell", "--by", "ada").exit_code
        == 0
    )
    assert (
        invoke(ledger, "judge", "correct", FIRST, "chain", "The Tern [outlet]", "--by", "ada").exit_code == 0
    )
    assert (now(ledger).content.text, now(ledger).chain[0].name) == ("Two bridges fell", "The Tern")
    listed = [line.split() for line in invoke(ledger, "judgements").stdout.splitlines() if " ada " in line]
    assert [line[5] for line in listed] == ["r0000001-1", "r0000001-1"]
    for line in listed:
        undone = invoke(ledger, "judge", "undo", line[0], "--by", "bo")
        assert undone.stdout.startswith(f"undo value {FIRST} ")
    assert now(ledger) == before
    again = invoke(ledger, "judge", "undo", listed[0][0])
    assert str(again.exception) == "that was undone already, by bo"


def test_what_cannot_be_is_told_in_one_sentence(ledger: Path) -> None:
    for arguments, says in (
        (
            ("correct", FIRST, "cue", "90-500"),
            f"90-500 is no place in this report, whose text has {len(build.TEXT)} characters",
        ),
        (
            ("correct", FIRST, "chain", "The Tern"),
            "'The Tern' is no step of a chain; write each as `name [kind]`",
        ),
        (("correct", FIRST, "content"), "to correct, give an id, a field and the right value"),
        (("undo", FIRST), f"no judgement has an id that begins with '{FIRST}'"),
        (("accept", FIRST, "low"), "a statement has no low"),
    ):
        assert says in str(invoke(ledger, "judge", *arguments).exception), arguments
