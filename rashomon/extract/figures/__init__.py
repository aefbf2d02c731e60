"""Counts of people who came to harm, as a report gives them."""

import hashlib

from rashomon.extract.figures.context import holder, is_cumulative, is_superseded
from rashomon.extract.figures.harms import HINT, harms
from rashomon.extract.figures.links import Tie, ties
from rashomon.extract.figures.mentions import Mention, mentions
from rashomon.extract.figures.tokens import Sentence, sentences
from rashomon.model import Figure, FigureKind, Report, Statement

__all__ = ["read_figures"]

BESIDE = 4
"""Tokens between one person and the count beside which he or she stands: `a child dead and two women injured`."""


def read_figures(report: Report, statements: tuple[Statement, ...]) -> tuple[Figure, ...]:
    """The counts of people of a report, in the order of the text.

    One person by an article (`a child`) is a figure only beside other counts. A word that gives no number
    (`dozens`) is `vague`. Low, best and high are as worded; `at least 58` has no best.
    """
    found: list[Figure] = []
    for sentence in sentences(report.text, HINT):
        said = harms(sentence)
        counted = mentions(sentence, said) if said else []
        tied = ties(sentence, counted, said) if counted else {}
        kept = {n: tied[n] for n in sorted(tied) if not counted[n].single or _in_toll(n, counted, tied)}
        for n, tie in kept.items():
            held = holder(_span(sentence, counted[n]), statements)
            for kind in tie.kinds:
                whole = counted[tie.part_of] if tie.part_of in kept and tie.part_of is not None else None
                part_of = (
                    _id(report, sentence, whole, kind) if whole else _earlier(found, counted[n], tie, kind)
                )
                found.append(_figure(report, sentence, counted, n, tie, kind, part_of, held))
    return tuple(found)


def _in_toll(n: int, counted: list[Mention], tied: dict[int, Tie]) -> bool:
    """Whether one person stands beside other counts."""
    if tied[n].how in ("part", "among"):
        return True
    near = (m for m in (n - 1, n + 1) if m in tied)
    return any(counted[max(m, n)].start - counted[min(m, n)].end <= BESIDE for m in near)


def _earlier(found: list[Figure], one: Mention, tie: Tie, kind: FigureKind) -> str | None:
    """The figure before it of which `four of the dead` or `among the dead were four` counts a part."""
    of_all = one.partitive and one.own is not None
    if not (of_all or tie.how == "among"):
        return None
    low = one.amount.low or 0
    return next(
        (f.id for f in reversed(found) if f.kind == kind and (f.low or 0) > low and not f.part_of), None
    )


def _figure(
    report: Report,
    sentence: Sentence,
    counted: list[Mention],
    n: int,
    tie: Tie,
    kind: FigureKind,
    part_of: str | None,
    held: str | None,
) -> Figure:
    one = counted[n]
    span = _span(sentence, one)
    noun = (sentence.spans[one.of[0]][0], sentence.spans[one.of[1] - 1][1]) if one.of else None
    return Figure(
        id=_id(report, sentence, one, kind),
        kind=kind,
        text=report.text[slice(*span)],
        spans=(span,),
        low=one.amount.low,
        best=one.amount.best,
        high=one.amount.high,
        bound=one.amount.bound,
        of=report.text[slice(*noun)] if noun else None,
        rule=RULES[one.amount.bound],
        statement=held,
        cumulative=is_cumulative(sentence, one),
        superseded=is_superseded(sentence, one, tie, counted),
        part_of=part_of,
    )


RULES = {
    "exact": "words: N",
    "at_least": "words: at least N",
    "more_than": "words: more than N",
    "at_most": "words: at most N",
    "about": "words: about N",
    "range": "words: N to M",
    "vague": "words: no number",
}


def _span(sentence: Sentence, one: Mention) -> tuple[int, int]:
    return sentence.spans[one.start][0], sentence.spans[one.end - 1][1]


def _id(report: Report, sentence: Sentence, one: Mention, kind: FigureKind) -> str:
    key = repr((report.id, kind, _span(sentence, one)))
    return hashlib.sha256(key.encode()).hexdigest()[:16]
