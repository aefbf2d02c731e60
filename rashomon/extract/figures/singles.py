"""Single persons who came to harm and are no figure: `a commander was killed`, `killed Adam Quill`."""

from dataclasses import dataclass, field

from rashomon.extract.figures.mentions import Mention
from rashomon.extract.figures.told import Told, figure, tellings
from rashomon.model import Figure, Report


def read_singles(report: Report) -> tuple[Figure, ...]:
    """The single persons of a report who came to harm, each once, in the order of the text.

    Who stands beside other counts is a figure and is not repeated here. A person by `the` or by name is the one
    told of before, where somebody met the same fate in an earlier sentence.
    """
    found: list[Figure] = []
    fates: dict[str, _Fate] = {}
    for told in tellings(report, known=True):
        new: list[Figure] = []
        for n in sorted(told.ties):
            one = told.mentions[n]
            for kind in told.ties[n].kinds:
                made = figure(report, told, n, kind)
                if _apposed(told, n):
                    continue
                if not one.single or told.is_figure(n):
                    new.append(made)
                elif not fates.setdefault(kind, _Fate()).has(made, one):
                    found.append(made)
                    new.append(made)
        for made in new:
            fates.setdefault(made.kind, _Fate()).add(made)
    return tuple(found)


def _apposed(told: Told, n: int) -> bool:
    """Whether a person is the one just named: `Adam Quill, a commander`."""
    if n - 1 not in told.ties or not told.mentions[n].single:
        return False
    before, one = told.mentions[n - 1], told.mentions[n]
    return before.known and told.sentence.words[before.end : one.start] == [","]


@dataclass(slots=True)
class _Fate:
    """Those of whom one fate has been told."""

    told: bool = False
    named: bool = False
    nouns: set[str] = field(default_factory=set)

    def add(self, made: Figure) -> None:
        self.told = True
        self.named = self.named or (made.of is None and made.low == 1)
        self.nouns.add(_noun(made))

    def has(self, made: Figure, one: Mention) -> bool:
        """Whether a person is one of them: by `the`, by the same noun, or by the name in a headline."""
        if one.known:
            return self.told
        return not made.text.lower().startswith("another") and (self.named or _noun(made) in self.nouns)


def _noun(made: Figure) -> str:
    return (made.of or "").lower().rpartition(" ")[2]
