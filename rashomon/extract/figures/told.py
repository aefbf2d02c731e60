"""What each sentence tells of people who came to harm, and the figures made of it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rashomon.extract.figures.context import is_cumulative, is_superseded
from rashomon.extract.figures.harms import HINT, harms
from rashomon.extract.figures.links import ties
from rashomon.extract.figures.mentions import Mention, mentions
from rashomon.extract.figures.scene import Tie
from rashomon.extract.figures.tokens import Sentence, sentences
from rashomon.model import Bound, Figure, FigureKind, Report, Span

BESIDE = 4
"""Tokens between one person and the count beside which he or she stands: `a child dead and two women injured`."""
RULES: Final[dict[Bound, str]] = {
    "exact": "words: N",
    "at_least": "words: at least N",
    "more_than": "words: more than N",
    "at_most": "words: at most N",
    "about": "words: about N",
    "range": "words: N to M",
    "vague": "words: no number",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with the counts in it and what they are tied to."""

    sentence: Sentence
    mentions: list[Mention]
    ties: dict[int, Tie]
    cumulative: bool

    def is_figure(self, n: int) -> bool:
        """Whether a mention is a count; one person is one only beside others: `14, including a child`."""
        one, tie = self.mentions[n], self.ties.get(n)
        if tie is None or one.known or not one.single:
            return tie is not None and not one.known
        return tie.how in ("part", "among") or any(self._beside(n, m) for m in (n - 1, n + 1))

    def _beside(self, n: int, m: int) -> bool:
        """Whether one person stands next to a count, or to another person by an article."""
        if m not in self.ties:
            return False
        one, other = self.mentions[n], self.mentions[m]
        gap = max(one.start, other.start) - min(one.end, other.end)
        if one.kin or other.kin:
            return not other.single and gap == 1  # two men and their mother
        return gap <= BESIDE

    def place(self, n: int) -> Span:
        """Where the words of a mention stand."""
        one = self.mentions[n]
        return self.sentence.spans[one.start][0], self.sentence.spans[one.end - 1][1]


def tellings(report: Report, *, known: bool = False) -> Iterator[Told]:
    """The sentences that tell of people who came to harm; with `known`, also of single persons by name."""
    for sentence in sentences(report.text, HINT):
        said = harms(sentence)
        counted = mentions(sentence, said, known=known) if said else []
        tied = ties(sentence, counted, said) if counted else {}
        if tied:
            yield Told(sentence, counted, tied, is_cumulative(sentence))


def figure_id(report: Report, told: Told, n: int, kind: FigureKind) -> str:
    """The id of the figure that a mention makes."""
    return hashlib.sha256(repr((report.id, kind, told.place(n))).encode()).hexdigest()[:16]


def figure(report: Report, told: Told, n: int, kind: FigureKind, **more: str | None) -> Figure:
    """The figure that a mention makes."""
    one, spans = told.mentions[n], told.sentence.spans
    many, place = one.amount, told.place(n)
    noun = slice(spans[one.of[0]][0], spans[one.of[1] - 1][1]) if one.of else None
    return Figure(
        id=figure_id(report, told, n, kind),
        kind=kind,
        text=report.text[slice(*place)],
        spans=(place,),
        low=many.low,
        best=many.best,
        high=many.high,
        bound=many.bound,
        of=report.text[noun] if noun else None,
        rule=RULES[many.bound],
        cumulative=told.cumulative,
        superseded=is_superseded(told.sentence, told.mentions, n, told.ties[n]),
        **more,
    )
