"""A sentence with its counts and its words of harm, and on which side of each word its people stand."""

from dataclasses import dataclass
from typing import Final

from rashomon.extract.figures.harms import Harm
from rashomon.extract.figures.mentions import Mention
from rashomon.extract.figures.nouns import STOP
from rashomon.extract.figures.tokens import Sentence
from rashomon.model import FigureKind

BE: Final = frozenset("was were is are be been being got get gets getting".split())
_BETWEEN: Final = frozenset("also reported confirmed then either all both".split())
BEFORE: Final = frozenset("a an the of another about some both his her its their between \" “ ' ’".split())
"""Words without weight between a verb of harm and its object."""
_DEFINITE: Final = frozenset("the his her their its".split())
_HARMED: Final = frozenset("killed injured wounded hurt dead died missing displaced".split())


@dataclass(frozen=True, slots=True)
class Tie:
    """To which word of harm a count belongs, what it says, and by which rule they were tied."""

    kinds: tuple[FigureKind, ...]
    harm: Harm
    how: str
    part_of: int | None = None
    """Index of the mention of which this one counts a part."""


class Scene:
    """What the rules look at: the words, and what begins and ends at each."""

    def __init__(self, sentence: Sentence, found: list[Mention], harms: list[Harm]) -> None:
        owned = {id(one.own) for one in found}
        self.sentence, self.found = sentence, found
        self.harms = [harm for harm in harms if id(harm) not in owned]
        self.mention_at = {one.start: n for n, one in enumerate(found)}
        self.mention_to = {one.end: n for n, one in enumerate(found)}
        self.harm_at = {harm.start: harm for harm in self.harms}
        self.harm_to = {harm.end: harm for harm in self.harms}
        self.active = {harm.start for harm in self.harms if self._is_active(harm)}

    def word(self, at: int) -> str:
        """The word at a place, or no word outside the sentence."""
        return self.sentence.word(at)

    def is_active(self, harm: Harm) -> bool:
        """Whether the people stand behind a word of harm, as its object."""
        return harm.start in self.active

    def gap(self, n: int, limit: int) -> list[str] | None:
        """The words between a mention and the one before it; None where they are more than `limit`."""
        start, end = self.found[n - 1].end, self.found[n].start
        return self.sentence.words[start:end] if end - start <= limit else None

    def has_be(self, at: int) -> bool:
        """Whether a form of `be` or `get` stands before a word: a passive."""
        for k in range(at - 1, max(-1, at - 5), -1):
            word = self.sentence.words[k]
            if word in BE:
                return True
            if word not in _BETWEEN and not word.endswith("ly"):
                return False
        return False

    def _is_active(self, harm: Harm) -> bool:
        if harm.form == "verb":
            return True
        if harm.form != "past" or self.has_be(harm.start):
            return False
        following = next((k for k in range(harm.end, harm.end + 4) if self.word(k) not in BEFORE), -1)
        object_ = next((k for k in range(harm.end, following + 1) if k in self.mention_at), None)
        if object_ is None:
            return self._named(harm.end)
        subject = self.mention_to.get(harm.start)
        if subject is None:
            return True
        # `14 killed 30 wounded`: each count has its own word
        after = self.found[self.mention_at[object_]]
        alone = after.own is None and self.word(after.end) not in _HARMED
        return alone and self.found[subject].head is not None

    def _named(self, at: int) -> bool:
        """Whether somebody named follows at once: `killed the commander Adam Quill and two others`."""
        word = self.word(at)
        return word in _DEFINITE or (bool(word) and self.sentence.raw[at][0].isupper() and word not in STOP)
