"""Links over the life of a ledger: made as reports come, made again, and never at the cost of a judgement."""

import itertools
import json
import random
import shutil
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import Connection
from typer.testing import CliRunner, Result

from rashomon import pipeline
from rashomon.cli.app import app
from rashomon.link import likenesses, linker
from rashomon.link.traces import Traces, traces
from rashomon.model import Reading
from rashomon.query.kept import judgements
from rashomon.query.statements import statements
from rashomon.query.targets import lost
from rashomon.store import View, Writer

SAMPLE = Path(pipeline.__file__).parent / "sample"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "l.db"
    pipeline.add(path, [str(SAMPLE)])
    return path


@pytest.fixture
def ledger(sample: Path, tmp_path: Path) -> Path:
    """A copy of the ledger of the sample, to write in."""
    return Path(shutil.copy(sample, tmp_path / "l.db"))


def invoke(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(one) for one in arguments], env={"COLUMNS": "200", "NO_COLOR": "1"})


def claims(path: Path, *more: str) -> list[dict[str, object]]:
    lines = invoke("claims", "--ledger", path, "--json", *more).stdout.splitlines()
    return [json.loads(line) for line in lines]


def links(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables of links, in the order of their keys."""
    with sqlite3.connect(path) as file:
        found = {
            table: sorted(file.execute(f"SELECT * FROM {table}").fetchall(), key=repr)  # noqa: S608
            for table in linker.TABLES
        }
    file.close()
    return found


def read(path: Path) -> list[tuple[Reading, Traces]]:
    with View(path) as view:
        readings = [view.reading(one) for one in view.ids()]
    return [(one, traces(one)) for one in readings]


def test_links_made_again_are_the_same_to_the_byte(ledger: Path) -> None:
    before = links(ledger)
    assert all(before.values())
    assert pipeline.link(ledger) == 0
    assert "26 reports linked" in invoke("link", "--ledger", ledger, "--rebuild").stdout
    assert links(ledger) == before


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_sample_in_any_order_gives_the_same_links(sample: Path, ledger: Path, seed: int) -> None:
    reports = read(sample)
    random.Random(seed).shuffle(reports)  # noqa: S311  # nothing secret
    with Writer(ledger) as writer:
        linker.unlink_all(writer)
        for reading, found in reports:
            linker.link(writer, reading, found)
    assert links(ledger) == links(sample)


def test_a_report_whose_linking_fails_is_not_half_in_the_ledger(ledger: Path, sample: Path) -> None:
    def trip(connection: Connection) -> None:
        raise RuntimeError("power cut")

    with View(sample) as view:
        one = view.ids()[0]
        reading, raw = view.reading(one), view.raw(one)
    with Writer(ledger) as writer:
        with pytest.raises(RuntimeError):
            writer.replace(one, reading, raw, linker.remove_links(ledger, one), trip)
        with View(ledger) as view:
            assert view.reading(one) == reading
    assert links(ledger) == links(sample)


def link_and_fail(writer: Writer, reading: Reading, found: Traces) -> None:
    with writer.transaction() as connection:
        linker.Linker(writer.path, connection).add(reading, found)
        raise RuntimeError("power cut")


def test_what_an_undone_transaction_linked_is_not_remembered(sample: Path, ledger: Path) -> None:
    with Writer(ledger) as writer:
        linker.unlink_all(writer)
        reports = read(sample)
        for one, next_one in itertools.pairwise([*reports, reports[0]]):
            with pytest.raises(RuntimeError):
                link_and_fail(writer, *next_one)
            linker.link(writer, *one)
    assert links(ledger) == links(sample)


def test_two_who_link_by_turns_see_what_the_other_linked(sample: Path, ledger: Path) -> None:
    with Writer(ledger) as one, Writer(ledger) as other:
        linker.unlink_all(one)
        for (reading, found), writer in zip(read(sample), itertools.cycle((one, one, other, other))):
            linker.link(writer, reading, found)
    assert links(ledger) == links(sample)


def test_what_is_remembered_is_bounded(sample: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likenesses, "MOST", 20)
    with Writer(ledger) as writer:
        linker.unlink_all(writer)
        for reading, found in read(sample):
            linker.link(writer, reading, found)
            with writer.transaction() as connection:
                assert len(likenesses.Likenesses.of(connection).propositions) <= 20
    assert links(ledger) == links(sample)


def test_reading_again_what_reads_the_same_changes_nothing(ledger: Path) -> None:
    before = links(ledger)
    assert (
        "0 reports read otherwise now, 26 as before" in invoke("reread", "--ledger", ledger, "--all").stdout
    )
    assert links(ledger) == before


def said(path: Path, words: str) -> Sequence[str]:
    with View(path) as view:
        return [row.statement.id for row in statements(view, words=words)]


def test_a_rejected_statement_is_gone_from_every_list_but_its_own(ledger: Path) -> None:
    first, *_ = said(ledger, "fishermen")
    reject = invoke("judge", "--ledger", ledger, "reject", first[:10], "--by", "ada", "--why", "a caption")
    assert reject.exit_code == 0
    assert first not in said(ledger, "fishermen")
    assert first[:8] not in json.dumps(claims(ledger))
    with View(ledger) as view:
        assert [row.statement.id for row in statements(view, rejected=True)] == [first]
    invoke("judge", "--ledger", ledger, "accept", first, "--by", "bo")
    assert first in said(ledger, "fishermen")
    with View(ledger) as view:
        assert {one.verdict for one in judgements(view)} == {"reject", "accept"}


def test_claims_put_together_stay_so_through_a_rebuild(ledger: Path) -> None:
    one, other = (str(claim["id"]) for claim in claims(ledger)[3:5])
    invoke("judge", "--ledger", ledger, "merge", one, other, "--by", "ada")
    merged = {str(claim["id"]) for claim in claims(ledger)}
    assert len({one, other} & merged) == 1
    after = links(ledger)
    invoke("link", "--ledger", ledger, "--rebuild")
    assert links(ledger) == after
    invoke("judge", "--ledger", ledger, "split", one, other, "--by", "bo")
    assert {one, other} <= {str(claim["id"]) for claim in claims(ledger)}


def test_a_corrected_value_is_shown_with_its_mark(ledger: Path) -> None:
    shown = json.loads(
        invoke("figures", "--ledger", ledger, "--kind", "killed", "--json").stdout.splitlines()[0]
    )
    figure = shown["figure"]["id"]
    wrong = invoke("judge", "--ledger", ledger, "correct", figure, "low", "many")
    assert "low of a figure cannot be 'many'" in str(wrong.exception)
    invoke("judge", "--ledger", ledger, "correct", figure, "low", "58", "--by", "ada")
    now = json.loads(
        invoke("figures", "--ledger", ledger, "--kind", "killed", "--json").stdout.splitlines()[0]
    )
    assert now["figure"]["low"] == 58
    assert now["corrected"] == ["low"]
    assert (
        "(low corrected)"
        in invoke("figures", "--ledger", ledger, "--at-least", "58").stdout
        + invoke("figures", "--ledger", ledger, "--kind", "killed", "--limit", "1").stdout
    )


def test_a_judgement_on_what_is_no_more_is_listed_and_kept(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *_ = said(ledger, "fishermen")
    invoke("judge", "--ledger", ledger, "reject", first, "--by", "ada")
    monkeypatch.setattr(pipeline, "read_statements", lambda report, annotation: ())
    again = invoke("reread", "--ledger", ledger, "--all")
    assert "1 judgement on what is no more" in again.stdout
    with View(ledger) as view:
        assert [one.target for one in lost(view)] == [(first,)]
        assert statements(view) == []
    monkeypatch.undo()
    assert "no more" not in invoke("reread", "--ledger", ledger, "--all").stdout
    assert first not in said(ledger, "fishermen")


def test_who_asks_for_links_is_told_that_some_are_missing(ledger: Path) -> None:
    assert "not linked" not in invoke("claims", "--ledger", ledger, "--limit", "1").stderr
    with Writer(ledger) as writer:
        linker.unlink_all(writer)
    assert "26 reports not linked to the others yet: run `rashomon link`" in (
        invoke("disputes", "--ledger", ledger, "--kind", "denial").stderr
    )
