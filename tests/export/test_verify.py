"""A dossier that is as the ledger has it holds; whatever was changed in it, or in the ledger, is named."""

import contextlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert
from typer.testing import CliRunner

from rashomon.cli.app import app
from rashomon.errors import Unreadable
from rashomon.export.page import CELLS
from rashomon.export.page import page as laid_out
from rashomon.export.verify import cells, unlike_itself, unlike_ledger
from rashomon.link.judgements import judgement
from rashomon.store import View, Writer
from rashomon.store.rows import as_row
from rashomon.store.tables import judgements
from tests import builders as build
from tests.export.conftest import Fill, largest_claim, page, private

WIRE = "report r0000001 (Northern Wire, 2031-05-06)"
Forge = Callable[[Any], object]


def told(view: View, text: str) -> list[str]:
    data = cells(text)
    return unlike_itself(text, data) + unlike_ledger(view, data)


def forged(text: str, change: Forge) -> str:
    """A dossier whose cells were changed, and the page made and sealed again by somebody with Rashomon."""
    data = json.loads(json.dumps(cells(text)))
    change(data)
    return laid_out(data)


@pytest.mark.parametrize("redact", ["none", "people", "unnamed"])
def test_a_dossier_of_the_sample_holds(sample: Path, redact: str) -> None:
    with View(sample) as view:
        assert told(view, page(view, claims=(largest_claim(view),), redact=redact)) == []
        assert told(view, page(view, words="market", redact=redact, counts="ucdp", dated="2031-01-01")) == []


@pytest.mark.parametrize("redact", ["none", "unnamed"])
@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("killing", "wounding", "seal: the cells are not those that were sealed"),
        ('"low":4', '"low":3', "seal: the cells are not those that were sealed"),
    ],
)
def test_changed_cells_break_the_seal(fill: Fill, redact: str, old: str, new: str, line: str) -> None:
    view = fill(private())
    before, mark, copy = page(view, report="r0000001", redact=redact).partition(CELLS)
    assert old in copy
    found = told(view, before + mark + copy.replace(old, new))
    assert found[0] == line
    assert len(found) > 1


def test_a_changed_page_is_named_by_its_line(fill: Fill) -> None:
    view = fill(private())
    shown, mark, copy = page(view, report="r0000001").partition(CELLS)
    (found,) = told(view, shown.replace("buried", "wedded") + mark + copy)
    assert found.startswith("page: line ")


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        (
            lambda data: data["said"][0]["targets"][0]["selector"][1].update(exact="Shells missed"),
            [f'statement 1 (r0000001) in {WIRE}, targets 1, selector 2, exact: "Shells missed" in the dossier, '
             '"Shells hit the mill in Marrow on Monday, killing 4 people" in the ledger'],
        ),
        (
            lambda data: data["counts"][0].update(low=40),
            [f"figure (r0000001) in {WIRE}, low: 40 in the dossier, 4 in the ledger"],
        ),
        (
            lambda data: data["said"].pop(),
            [f"statement (r0000001) in {WIRE}: in the ledger, but not in the dossier"],
        ),
        (
            lambda data: data["said"][2].update(act="asserts"),
            [f'statement 3 (r0000001) in {WIRE}, act: "asserts" in the dossier, '
             '"denies" in the ledger'],
        ),
        (
            lambda data: data["reports"][0].update(bytes_sha256="0" * 64),
            [f"{WIRE}: archived bytes"],
        ),
        (lambda data: data["said"].reverse(), ["said: in another order than the ledger has them, or twice"]),
        (lambda data: data["reports"][0].update(id="gone"), ["report gone (Northern Wire, 2031-05-06): not held by"]),
    ],
    ids=["word", "number", "removed", "act", "hash", "order", "report"],
)  # fmt: skip
def test_a_forgery_sealed_again_is_told_by_the_ledger(fill: Fill, change: Forge, lines: list[str]) -> None:
    view = fill(private())
    text = forged_or_plain(page(view, report="r0000001"), change)
    found = unlike_ledger(view, cells(text))
    assert len(found) >= len(lines)
    for line, expected in zip(found, lines, strict=False):
        assert line.startswith(expected)


def forged_or_plain(text: str, change: Forge) -> str:
    """A forgery; where the change leaves cells that no page can be made of, the old page with the new cells."""
    try:
        return forged(text, change)
    except Exception:
        data = json.loads(json.dumps(cells(text)))
        change(data)
        return f"{text.partition(CELLS)[0]}{CELLS}{json.dumps(data)}</script>"


def test_a_denial_left_out_of_a_claim_is_told(sample: Path) -> None:
    with View(sample) as view:

        def leave_out(data: Any) -> None:
            side = data["claims"][0]["sides"][-1]
            gone = side["cells"].pop()
            data["said"] = [one for one in data["said"] if one["id"] != gone]
            side["origins"] = [one for one in side["origins"] if gone not in one["cells"]]

        text = forged(page(view, claims=(largest_claim(view),)), leave_out)
        found = told(view, text)
    assert any("in the ledger, but not in the dossier" in line for line in found)


def test_a_redacted_word_that_was_changed_is_told(fill: Fill) -> None:
    view = fill(private())
    text = page(view, report="r0000001", redact="people")

    def change(data: Any) -> None:
        words = data["said"][1]["targets"][0]["selector"][1]
        words["exact"] = words["exact"].replace("his son", "her son")

    (found,) = told(view, forged(text, change))
    assert "her son" in found


def test_words_are_looked_up_alone_where_a_report_is_gone(fill: Fill) -> None:
    view = fill(private(), private("r0000002", outlet="Harbour Post"))
    text = page(view, words="mill", redact="people")

    def change(data: Any) -> None:
        data["reports"][1]["id"] = "gone"
        data["said"][0]["targets"][0]["selector"][1]["exact"] = "Shells"
        for cell in (*data["said"], *data["counts"]):
            if cell["report"] == "r0000001":
                cell["report"] = "gone"

    found = unlike_ledger(view, cells(forged_or_plain(text, change)))
    assert found[0].startswith("report gone (")
    assert found[1].startswith("report r0000002 (Harbour Post, 2031-05-06), characters 0 to")
    assert len(found) == 2


def test_a_later_judgement_is_told(fill: Fill) -> None:
    view = fill(private())
    text = page(view, report="r0000001")
    one = judgement("statement", ["r0000001-1"], "accept", by="Ines Vold", at="2031-05-07T10:00:00Z")
    with Writer(view.path) as writer, writer.transaction() as connection:
        connection.execute(insert(judgements), as_row(one, type(one)))
    (found,) = told(view, text)
    assert found == f"judgement {one.id}: in the ledger, but not in the dossier"


def test_a_statement_rejected_later_is_told_and_takes_its_count_with_it(fill: Fill) -> None:
    view = fill(private())
    text = page(view, report="r0000001")
    one = judgement("statement", ["r0000001-1"], "reject", by="Ines Vold", at="2031-05-07T10:00:00Z")
    with Writer(view.path) as writer, writer.transaction() as connection:
        connection.execute(insert(judgements), as_row(one, type(one)))
    assert told(view, text) == [
        f"statement 1 (r0000001) in {WIRE}: not in the ledger",
        f"figure (r0000001) in {WIRE}: not in the ledger",
    ]


def test_another_layout_is_said_to_be_unchecked(fill: Fill) -> None:
    view = fill(private())
    text = forged(page(view, report="r0000001"), lambda data: data.update(layout="older", made_by="0.0.1"))
    (found,) = told(view, text.replace("<h1>", "<h1 >"))
    assert found.startswith("page: whether it shows what its cells say cannot be told here")


@pytest.mark.parametrize(
    "text", ["", "<p>", CELLS, f"{CELLS}[]</script>", f"{CELLS}{{}}</script>", f"{CELLS}{'[' * 100_000}</script>",
             f'{CELLS}{{"schema":99}}</script>', CELLS * 2],
    ids=range(8),
)  # fmt: skip
def test_what_is_no_dossier_is_said_to_be_none(text: str) -> None:
    with pytest.raises(Unreadable):
        cells(text)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_change_of_the_cells_goes_unnoticed(sample: Path, data: st.DataObject) -> None:
    with View(sample) as view:
        text = page(view, claims=(largest_claim(view),))
        shown, mark, copy = text.partition(CELLS)
        at = data.draw(st.integers(0, len(copy) - 1))
        piece = data.draw(st.text('09az",:{}[]\\<', max_size=3))
        changed = shown + mark + copy[:at] + piece + copy[at + 1 :]
        if changed != text:
            with contextlib.suppress(Unreadable):
                assert told(view, changed)


def run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(one) for one in arguments], env={"COLUMNS": "200", "NO_COLOR": "1"})
    return result.exit_code, result.output


def test_commands_write_and_check_a_dossier(fill: Fill, tmp_path: Path) -> None:
    ledger, out = fill(private()).path, tmp_path / "d.html"
    code, output = run("dossier", "--report", "r000", "--redact", "people", "--out", out, "--ledger", ledger)
    assert (code, output.splitlines()[0]) == (0, f"{out}: 3 statements and 1 figure of 1 report")
    assert "1 person by number" in output
    assert run("verify", out, "--ledger", ledger) == (
        0,
        f"all as in {ledger}: 3 statements and 1 figure of 1 report\n",
    )
    assert run("dossier", "--report", "r000", "--out", out, "--ledger", ledger)[0] == 2
    out.write_text(out.read_text(encoding="utf-8").replace("buried", "wedded"), encoding="utf-8")
    code, output = run("verify", out, "--ledger", ledger)
    assert code == 1
    assert output.startswith("seal: the cells are not those that were sealed\n")
    assert '"They wedded █████ and his son at noon" in the dossier' in output
    assert run("dossier", "--out", out, "--force", "--ledger", ledger)[0] == 2


def test_a_plain_ledger_has_no_reports_of_the_dossier(fill: Fill, tmp_path: Path) -> None:
    text = page(fill(private()), report="r0000001")
    other = build.reading(build.report("r0000003"))
    with Writer(tmp_path / "other.db") as writer:
        writer.add(other, build.raw(other.report))
    with View(tmp_path / "other.db") as view:
        assert told(view, text) == [f"{WIRE}: not held by {tmp_path / 'other.db'}"]
