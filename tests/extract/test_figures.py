"""Counts of people: what is one, how many, of whom, in whose words."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.extract.figures import read_figures, read_singles
from rashomon.model import Figure, Statement
from tests import builders as build

CASES = Path(__file__).parent / "figures.txt"
FRAGMENTS = (
    "14 a dozen dozens of hundreds people were killed and wounded including children the death toll rose to from 72 "
    "at least more than between 20 30 , . ; ( ) \n “ ” missing abducted others one of them among the dead 1,000 "
    "1.9 million twenty-three hundred lives lost injured civilians his mother a nurse said % 2031 May ２０ ٣ \u202e"
).split(" ")


def cases() -> list[tuple[str, list[str]]]:
    """Each text with the lines below it."""
    found = list[tuple[str, list[str]]]()
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            found[-1][1].append(line.strip())
        elif line and not line.startswith("#"):
            found.append((line, []))
    return found


def read(text: str, *statements: Statement) -> tuple[Figure, ...]:
    return read_figures(build.report(text=text), statements)


def shown(figure: Figure, words: dict[str, str]) -> str:
    numbers = "/".join("-" if n is None else str(n) for n in (figure.low, figure.best, figure.high))
    marks = [mark for mark in ("cumulative", "superseded") if getattr(figure, mark)]
    part = [f"part of {words[figure.part_of]}"] if figure.part_of else []
    said = [figure.kind, figure.bound, numbers, f"of {figure.of or '-'}", *part, *marks]
    return f"{figure.text} = {' '.join(said)}"


@pytest.mark.parametrize(("text", "expected"), cases())
def test_counts_are_read(text: str, expected: list[str]) -> None:
    figures = read(text)
    words = {figure.id: figure.text for figure in figures}
    singles = [f"single: {one.text} = {one.kind}" for one in read_singles(build.report(text=text))]
    wanted = [line for line in expected if line.startswith("single: ")]
    assert [shown(figure, words) for figure in figures] == [line for line in expected if line not in wanted]
    assert not wanted or singles == wanted


NESTED = "The mayor said a nurse reported that 14 people had died. Police said 9 people were missing."


def test_a_figure_belongs_to_the_innermost_statement_that_holds_it() -> None:
    outer = build.statement("outer", NESTED, "a nurse reported that 14 people had died")
    inner = replace(build.statement("inner", NESTED, "14 people had died"), inside="outer")
    for statements in ((outer, inner), (inner, outer)):
        assert [figure.statement for figure in read(NESTED, *statements)] == ["inner", None]


def test_outside_of_all_contents_speaks_the_report_itself() -> None:
    elsewhere = build.statement("s", NESTED, "people were missing")
    assert [figure.statement for figure in read(NESTED, elsewhere)] == [None, None]


def test_an_id_is_that_of_report_kind_and_place() -> None:
    killed, injured = read("Gunmen killed 3 men and wounded 3 men.")
    assert killed.id != injured.id
    again = read_figures(build.report("r0000002", "Gunmen killed 3 men."), ())
    assert again[0].id != killed.id


def hold_to_text(text: str, figures: tuple[Figure, ...]) -> None:
    ids = {figure.id for figure in figures}
    assert len(ids) == len(figures)
    start = 0
    for figure in figures:
        ((first, end),) = figure.spans
        assert start <= first < end <= len(text)
        assert text[first:end] == figure.text
        assert figure.part_of is None or figure.part_of in ids - {figure.id}
        assert figure.of is None or figure.of in figure.text
        assert (figure.bound == "vague") == (figure.low is None and figure.high is None)
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert figure.best in (None, figure.low)
        start = first


@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=5), max_size=60).map(" ".join))
def test_any_text_is_read_the_same_twice(text: str) -> None:
    figures = read(text)
    hold_to_text(text, figures)
    assert figures == read(text)
    hold_to_text(text, read_singles(build.report(text=text)))


@pytest.mark.parametrize(
    "fragment",
    [
        "5 people and ",
        "killed ",
        "hundred ",
        "killed 5, including 3 of the dead ",
        "the toll rose to 5 from ",
        "1 000 ",
        "number of ",
        "since war ",
        "killed Ada ",
        "a ",
        "9",
        "'",
        "more than ",
        "among the dead were ",
    ],
)
def test_a_long_hostile_text_is_read(fragment: str) -> None:
    text = fragment * (100_000 // len(fragment))
    hold_to_text(text, read(text))
