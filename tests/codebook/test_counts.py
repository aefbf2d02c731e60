"""Numbers that codebooks give to words."""

import pytest

from rashomon.codebook.counts import COUNT_RULES, counted
from rashomon.extract.figures import read_figures
from rashomon.model import Figure
from tests import builders as build


def figure(words: str) -> Figure:
    """The first figure of a sentence."""
    return read_figures(build.report(text=words), ())[0]


@pytest.mark.parametrize(
    ("words", "number", "rule"),
    [
        ("14 people died.", 14, "acled: the lowest number"),
        ("At least 14 people died.", 14, "acled: the lowest number"),
        ("About 50 people died.", 50, "acled: the lowest number"),
        ("Between 20 and 30 people died.", 20, "acled: the lowest number"),
        ("Dozens died.", 12, "acled: dozens = 12"),
        ("Several dozen people died.", 12, "acled: dozen = 12"),
        ("Scores of people died.", 20, "acled: scores = 20"),
        ("Tens of thousands of people fled.", 10_000, "acled: tens of thousands = 10000"),
        ("Hundreds of thousands fled.", 100_000, "acled: hundreds of thousands = 100000"),
        ("Several people died.", 3, "acled: plural = 3"),
        ("There were many casualties.", 0, "acled: casualties = 0"),
        ("Up to 40 people died.", None, "acled: at most N has no lowest number"),
    ],
)
def test_acled_takes_the_lowest_number(words: str, number: int | None, rule: str) -> None:
    said = counted(figure(words), "acled")
    assert (said.low, said.rule) == (number, rule)
    assert number is None or said.best == said.high == number


def test_acled_takes_ten_for_a_plural_in_heavy_fighting() -> None:
    assert counted(figure("Many soldiers died."), "acled", plural=10).best == 10


@pytest.mark.parametrize(
    ("words", "numbers", "rule"),
    [
        ("14 people died.", (14, 14, 14), "ucdp: exact as worded"),
        ("At least 14 people died.", (14, 14, None), "ucdp: best = the floor"),
        ("Between 20 and 30 people died.", (20, 20, 30), "ucdp: best = the floor"),
        ("Up to 40 people died.", (None, None, 40), "ucdp: at most as worded"),
        ("Dozens died.", (1, None, None), "ucdp: no number = at least 1"),
    ],
)
def test_ucdp_keeps_low_best_and_high(
    words: str, numbers: tuple[int | None, int | None, int | None], rule: str
) -> None:
    said = counted(figure(words), "ucdp")
    assert ((said.low, said.best, said.high), said.rule) == (numbers, rule)


@pytest.mark.parametrize("words", ["Dozens died.", "14 people died.", "Up to 40 people died."])
def test_a_rule_changes_numbers_and_the_name_of_the_rule_only(words: str) -> None:
    plain = figure(words)
    assert counted(plain, "words") == plain
    for rule in COUNT_RULES:
        said = counted(plain, rule)
        assert (said.id, said.text, said.spans, said.bound) == (
            plain.id,
            plain.text,
            plain.spans,
            plain.bound,
        )
        assert said.rule.startswith(f"{rule}: ")
