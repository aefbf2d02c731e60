"""What people corrected is asked for as corrected: the act of a statement, and with it the side of a claim."""

import shutil
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from rashomon import pipeline
from rashomon.link.judgements import judgement
from rashomon.link.linker import judge
from rashomon.query.claims import claims
from rashomon.query.disputes import disputes
from rashomon.query.statements import statements
from rashomon.query.who_said import acts_of, who_said
from rashomon.store import View, Writer
from tests import builders as build
from tests.query.conftest import Ask

REPORTS = ("dorven-courier-wire.html", "standard-wire-cut.html")


@pytest.fixture(scope="module")
def crisis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sides") / "sides.db"
    with as_file(files("rashomon") / "sample") as folder:
        pipeline.add(path, [str(folder / name) for name in REPORTS])
    return path


@pytest.fixture
def ledger(crisis: Path, tmp_path: Path) -> Path:
    """A copy of a ledger of two linked reports, to write into."""
    return Path(shutil.copy(crisis, tmp_path / "sides.db"))


def correct(ledger: Path, statement: str, value: str, field: str = "act") -> None:
    at = "2031-05-06T10:00:00.000000Z"
    with Writer(ledger) as writer:
        judge(writer, judgement("value", (statement, field), "correct", by="Mara", at=at, value=value))


def test_a_denial_that_is_none_ends_the_dispute(ledger: Path) -> None:
    with View(ledger) as view:
        disputed = claims(view, disputed=True)[0]
        assert disputed.id in [one.of for one in disputes(view)]
    denials = [one.statement for one in disputed.sides["denies"] if one.statement]
    for one in denials:
        correct(ledger, one, "asserts")
        correct(ledger, one, "positive", "polarity")
    with View(ledger) as view:
        assert disputed.id not in [one.id for one in claims(view, disputed=True)]
        assert disputed.id not in [one.of for one in disputes(view)]


def test_what_becomes_a_denial_makes_a_dispute(ledger: Path) -> None:
    with View(ledger) as view:
        plain = next(
            one
            for one in claims(view, disputed=False)
            if one.reports == 2 and all(saying.statement for saying in one.sides["says"])
        )
    first = plain.sides["says"][0].statement
    assert first
    correct(ledger, first, "denies")
    with View(ledger) as view:
        (now,) = [one for one in claims(view, disputed=True) if one.id == plain.id]
        assert [one.statement for one in now.sides["denies"]] == [first]
        assert plain.id in [one.of for one in disputes(view)]
        assert plain.id not in [one.id for one in claims(view, disputed=False)]


def test_acts_are_asked_for_and_counted_as_corrected(ledger: Path) -> None:
    with View(ledger) as view:
        denial = next(one.statement for one in statements(view, act="denies") if one.statement.source)
        assert denial.source
        name = denial.source.name
        before = dict(acts_of(view, who_said(view, name).sources[0]))
    correct(ledger, denial.id, "demands")
    with View(ledger) as view:
        assert denial.id not in [one.statement.id for one in statements(view, act="denies")]
        assert denial.id in [one.statement.id for one in statements(view, act=("demands", "doubts"))]
        after = dict(acts_of(view, who_said(view, name).sources[0]))
        assert after["demands"] == before.get("demands", 0) + 1
        assert after.get("denies", 0) == before["denies"] - 1
        assert [one.statement.id for one in who_said(view, name, act="demands").statements] == [denial.id]


def test_any_number_of_corrections_can_be_asked_through(linked_of: Ask) -> None:
    text = "The ministry said it rained."
    many = [build.statement(f"s{number:04}", text, "it rained", cue="said") for number in range(1200)]
    view = linked_of(build.reading(build.report(text=text), *many))
    at = "2031-05-06T10:00:00.000000Z"
    with Writer(view.path) as writer:
        judge(
            writer,
            *(
                judgement("value", (one.id, "act"), "correct", by="Mara", at=at, value="denies")
                for one in many
            ),
        )
    with View(view.path) as now:
        assert len(statements(now, act="denies")) == 1200
        assert claims(now, disputed=True) == []
