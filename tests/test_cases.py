"""Every case file, and the invariants that hold for any report."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.model import Reading, Source, Words, as_json
from rashomon.pipeline import read_report
from tests.casefile import Block, Case, accept, blocks_of, load, render

CASES = Path(__file__).parent / "cases"
FILES = sorted(CASES.glob("*/*.txt"))


def title(path: Path) -> str:
    return path.stem


def hold_to_text(reading: Reading) -> None:
    """Every offset slices back to its words, and every statement to another of the same report."""
    ids = {s.id for s in reading.statements}
    assert len(ids) == len(reading.statements)
    for s in reading.statements:
        pieces: tuple[Words | Source | None, ...] = (s.content, s.cue, s.source)
        for piece in pieces:
            assert piece is None or Words.of(reading.report.text, piece.spans).text == piece.text
        assert s.inside is None or s.inside in ids - {s.id}
        assert s.chain
        assert s.source is None or (s.chain[-1].name, s.chain[-1].kind) == (s.source.name, s.source.kind)


def hold_invariants(case: Case, first: Reading) -> None:
    hold_to_text(first)
    assert json.dumps(as_json(read_report(case.report))) == json.dumps(as_json(first))


@pytest.mark.parametrize("path", FILES, ids=title)
def test_a_report_is_read_as_far_as_marked(path: Path, request: pytest.FixtureRequest) -> None:
    case = load(path)
    reading = read_report(case.report)
    hold_invariants(case, reading)
    found = blocks_of(reading)
    if request.config.getoption("accept"):
        accept(path, found)
        case = load(path)
    text = case.report.text
    expected = [replace(block, missed=False) for block in case.expected]
    assert marks(case.expected, text) == marks(
        [replace(block, missed=block not in found) for block in expected], text
    )
    assert render([block for block in found if block not in expected], text).strip() == case.wrong.strip()


def marks(blocks: list[Block], text: str) -> list[str]:
    return [f"{'missed' if b.missed else 'read'}: {text[slice(*b.content[0])]}" for b in blocks]


def test_order_of_reports_is_irrelevant() -> None:
    reports = [load(path).report for path in FILES]
    forwards = {r.id: as_json(read_report(r)) for r in reports}
    backwards = {r.id: as_json(read_report(r)) for r in reversed(reports)}
    assert forwards == backwards
