"""What the commands print of what links reports: promises, trees, incidents, and what rests on one outlet."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from rashomon.cli.app import app
from rashomon.link.linker import link
from rashomon.model import Hop, Reading
from rashomon.store import Writer
from tests import builders as build

TOLD = (
    "Two bridges fell in Marrow Bay on Monday when the river rose higher than anybody there could remember. "
    "The relief minister, Ada Quill, said every family would get new boats by May. "
    "A resident told Northern Wire that the fish market of Port Ansel was sold to a bank. "
    "Nobody knows yet how many are missing, for the lists were kept in the tower that went down with the bridge."
)
LATER = "Ada Quill broke her promise: no family got new\x1b[31m boats."
WIRE, RESIDENT = Hop("Northern Wire", "outlet"), Hop("a resident", "unnamed_person")


def report(key: str, outlet: str, text: str = TOLD, **more: Any) -> Reading:
    """A report of a promise, and of what a resident said; through the wire where it is not its own."""
    minister = build.source(text, "Ada Quill", kind="named_person", office="relief minister")
    resident = build.source(text, "A resident", name="a resident", kind="unnamed_person")
    boats, sold = (
        "every family would get new boats by May",
        "the fish market of Port Ansel was sold to a bank",
    )
    chain = (RESIDENT,) if outlet == WIRE.name else (WIRE, RESIDENT)
    said = (
        build.statement(f"{key}-s1", text, boats, by=minister, cue="said", act="promises"),
        build.statement(f"{key}-s2", text, sold, by=resident, cue="told", chain=chain),
    )
    return Reading(build.report(key, text, outlet=outlet, title=None, **more), said, {})


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("across") / "l.db"
    with Writer(path) as writer:
        for reading in (
            report("aaaa1", "Northern Wire", published="2031-05-06"),
            report("bbbb2", "Harbour Post", f"{TOLD} .", published="2031-05-07"),
            Reading(build.report("cccc3", LATER, title="Boats", published="2031-06-01"), (), {}),
            build.claims(build.report("dddd4", build.CLAIMS)),
        ):
            writer.add(reading, build.raw(reading.report))
            link(writer, reading)
    return path


def invoke(*arguments: str | Path, width: int = 200) -> Result:
    env = {"COLUMNS": str(width), "TERM": "dumb", "NO_COLOR": "1"}
    return CliRunner().invoke(app, [str(one) for one in arguments], env=env)


def run(*arguments: str | Path, width: int = 200) -> str:
    result = invoke(*arguments, width=width)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_promises_say_who_and_what_and_what_became_of_it(ledger: Path) -> None:
    output = run("--ledger", ledger, "promises")
    assert "broken     Ada Quill: every family would get new boats by May" in output
    assert "2031-05-06  Northern Wire" in output
    assert "2 reports" in output
    assert "broken: it names who promised, and what" in output


def test_a_tree_stands_below_what_it_rests_on(ledger: Path) -> None:
    lines = run("--ledger", ledger, "tree", "bbbb").splitlines()
    assert next(line for line in lines if "aaaa1" in line).startswith("aaaa1")
    assert next(line for line in lines if "bbbb2" in line).startswith("└── bbbb2")
    assert "shares text with no report" in run("--ledger", ledger, "tree", "cccc3")


def test_claims_that_rest_on_one_outlet(ledger: Path) -> None:
    output = run("--ledger", ledger, "resting-on", "Northern Wire")
    assert "the fish market of Port Ansel was sold to a bank" in output
    assert "1 origin" in output
    assert run("--ledger", ledger, "resting-on", "Harbour Post") == ""


def test_the_timeline_tells_each_incident_by_its_day(ledger: Path) -> None:
    head, shelling, flight = run("--ledger", ledger, "timeline").splitlines()
    assert head.split()[:3] == ["incident", "day", "type"]
    assert "2031-05-05" in shelling
    assert "Port Ansel" in shelling
    assert "11 killed" in shelling
    assert "not known" in flight


def test_counts_of_an_incident_by_the_rule_asked_for(ledger: Path) -> None:
    output = run("--ledger", ledger, "figures", "--incident", "dddd4-e1", "--counts", "ucdp")
    assert "Ada Quill" in output
    assert "killed: 11" in output
    assert "`ucdp`" in output


QUESTIONS = (
    ("promises",),
    ("tree", "aaaa"),
    ("resting-on", "Northern Wire"),
    ("timeline",),
    ("figures", "--incident", "dddd4-e1"),
    ("claims",),
    ("copies",),
    ("disputes",),
)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one[0])
def test_json_is_an_object_a_line(ledger: Path, question: tuple[str, ...]) -> None:
    for line in run("--ledger", ledger, *question, "--json").splitlines():
        assert isinstance(json.loads(line), dict)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one[0])
@pytest.mark.parametrize("width", [79, 200])
def test_nothing_is_wider_than_the_terminal_or_steers_it(
    ledger: Path, question: tuple[str, ...], width: int
) -> None:
    output = run("--ledger", ledger, *question, width=width)
    assert all(len(line) <= width for line in output.splitlines())
    assert "\x1b" not in output


@pytest.mark.parametrize(
    "wrong",
    [
        ("promises", "--state", "lost"),
        ("promises", "--since", "May"),
        ("timeline", "--counts", "guess"),
        ("disputes", "--kind", "quarrel"),
    ],
)
def test_what_is_no_choice_is_named(ledger: Path, wrong: tuple[str, ...]) -> None:
    assert invoke("--ledger", ledger, *wrong).exit_code == 2
