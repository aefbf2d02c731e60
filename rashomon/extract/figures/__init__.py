"""Counts of people who came to harm, as a report gives them."""

from rashomon.extract.figures.context import holder, settled
from rashomon.extract.figures.singles import read_singles
from rashomon.extract.figures.told import Told, figure, figure_id, tellings
from rashomon.model import Figure, FigureKind, Report, Statement

__all__ = ["read_figures", "read_singles"]

LOOK_BACK = 50
"""How many figures back the whole is looked for of which `four of the dead` counts a part."""


def read_figures(report: Report, statements: tuple[Statement, ...]) -> tuple[Figure, ...]:
    """The counts of people of a report, in the order of the text.

    One person by an article (`a child`) is a figure only beside other counts, zero is none. Low, best and high are
    as worded: `at least 58` has no best, and a word that gives no number (`dozens`) has none of them. A count of a
    part names the figure of the whole. The statement is the innermost whose content holds the words.
    """
    found: list[Figure] = []
    for told in tellings(report):
        for n in sorted(told.ties):
            if told.is_figure(n):
                held = holder(told.place(n), statements)
                for kind in told.ties[n].kinds:
                    whole = _whole(report, told, n, kind, found)
                    found.append(figure(report, told, n, kind, statement=held, part_of=whole))
    return tuple(settled(found))


def _whole(report: Report, told: Told, n: int, kind: FigureKind, found: list[Figure]) -> str | None:
    """The id of the figure of which a mention counts a part, in its sentence or before."""
    one, tie = told.mentions[n], told.ties[n]
    if tie.part_of is not None and told.is_figure(tie.part_of) and kind in told.ties[tie.part_of].kinds:
        return figure_id(report, told, tie.part_of, kind)
    if not (one.partitive or tie.how == "among"):
        return None
    made = figure(report, told, n, kind)
    wholes = (f for f in reversed(found[-LOOK_BACK:]) if f.kind == kind and not f.part_of)
    alike = (f for f in wholes if one.own or tie.how == "among" or _noun(f) == _noun(made))
    return next((f.id for f in alike if f.low is None or f.low > (made.low or 0)), None)


def _noun(figure: Figure) -> str:
    return (figure.of or "").lower().rpartition(" ")[2]
