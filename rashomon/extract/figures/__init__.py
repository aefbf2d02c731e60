"""Counts of people who came to harm, as a report gives them."""

import hashlib

from rashomon.extract.figures.context import holder, is_cumulative, is_superseded, settled
from rashomon.extract.figures.harms import HINT, harms
from rashomon.extract.figures.links import Tie, ties
from rashomon.extract.figures.mentions import Mention, mentions
from rashomon.extract.figures.tokens import Sentence, sentences
from rashomon.model import Figure, FigureKind, Report, Statement

__all__ = ["read_figures", "read_singles"]

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
    return tuple(settled(found))


def read_singles(report: Report, statements: tuple[Statement, ...]) -> tuple[Figure, ...]:
    """Single persons who came to harm and are no figure, each once: `a commander was killed`, `killed Adam Quill`.

    A person by `the` or by name is the one told of before, where there is one with the same fate.
    """
    figures = read_figures(report, statements)
    ids = {figure.id for figure in figures}
    found: list[Figure] = []
    for sentence in sentences(report.text, HINT):
        said = harms(sentence)
        counted = mentions(sentence, said, known=True) if said else []
        tied = ties(sentence, counted, said) if counted else {}
        start = sentence.spans[0][0]
        before = [*found, *(one for one in figures if one.spans[0][1] <= start)]
        for n, tie in tied.items():
            for kind in tie.kinds:
                figure = _figure(report, sentence, counted, n, tie, kind, None, None)
                if (
                    counted[n].single
                    and figure.id not in ids
                    and not _told(figure, counted[n], before, found)
                ):
                    found.append(figure)
    return tuple(found)


def _told(figure: Figure, one: Mention, before: list[Figure], found: list[Figure]) -> bool:
    """Whether a single person is one of those found before: in an earlier sentence, or by the same noun."""
    before = [other for other in before if other.kind == figure.kind]
    if one.known:
        return bool(before) or any(other.kind == figure.kind for other in found)
    if figure.text.lower().startswith("another"):
        return False
    noun = _noun(figure)
    same = any(other.kind == figure.kind and _noun(other) == noun for other in found)
    return same or any(other.of is None and other.low == 1 for other in before)  # a name, in a headline


def _noun(figure: Figure) -> list[str]:
    return (figure.of or "").lower().split()[-1:]


def _in_toll(n: int, counted: list[Mention], tied: dict[int, Tie]) -> bool:
    """Whether one person stands beside other counts."""
    if tied[n].how in ("part", "among"):
        return True
    return any(_beside(counted[min(m, n)], counted[max(m, n)]) for m in (n - 1, n + 1) if m in tied)


def _beside(before: Mention, after: Mention) -> bool:
    """Whether two counts, not both of one person told by name or by whose they are, stand side by side."""
    counts = not (before.single and after.single) or not (before.known or after.known)
    return counts and after.start - before.end <= BESIDE


def _earlier(found: list[Figure], one: Mention, tie: Tie, kind: FigureKind) -> str | None:
    """The figure before it of which `four of the dead` or `among the dead were four` counts a part."""
    if not (one.partitive or tie.how == "among"):
        return None
    low = one.amount.low or 0
    return next(
        (
            f.id
            for f in reversed(found)
            if f.kind == kind and not f.part_of and (f.low is None or f.low > low)
        ),
        None,
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
        cumulative=is_cumulative(sentence),
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
