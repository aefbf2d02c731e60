"""Triggers of one sentence that tell of one thing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from rashomon.codebook.events import SENSES
from rashomon.extract.events.grammar import BREAKS, PREPOSITIONS
from rashomon.extract.events.needs import AIR
from rashomon.extract.events.roles import Part, settled
from rashomon.extract.events.sentences import Sentence
from rashomon.extract.events.triggers import Trigger
from rashomon.model import Span

_TELLING: Final = {
    "explosion": 1,
    "shooting": 2,
    "destruction": 3,
    "clash": 3,
    "attack": 4,
    "killing": 5,
    "wounding": 6,
}
"""Senses of violence that tell less of how than the others; the more telling first."""
PLAIN: Final = frozenset(_TELLING) - {"clash"}
"""Those that beside another of violence mean the same thing: `killing ten in an air strike`."""
VIOLENCE: Final = frozenset(name for name, sense in SENSES.items() if sense.plover == "ASSAULT")
_OWN: Final = frozenset({"abduction", "rape", "execution", "torture"})
"""Violence that is no means of killing."""
_APART: Final = frozenset(
    "who while whereas but since repelled repelling repel retaliation response separately".split()
)
"""Between two words for violence they show that another act is meant."""
_BY_MEANS: Final = frozenset("attack explosion killing shooting".split())
_CHEMICAL: Final = frozenset("chemical sarin chlorine gas".split())
_HEAVY: Final = frozenset(
    "artillery howitzer howitzers tanks mortar mortars rocket rockets missile missiles shells cannon cannons".split()
)
_CLAUSE_ENDS: Final = BREAKS | {","}
_BOMBED: Final = frozenset("bombed bombing bombings bombs bomb".split())


@dataclass(slots=True)
class Happening:
    """Triggers that tell of one thing, and who takes part."""

    sentence: Sentence
    triggers: list[Trigger]
    parts: list[Part] = field(default_factory=list)

    @property
    def main(self) -> Trigger:
        """The trigger that says most."""
        return min(self.triggers, key=lambda one: (_TELLING.get(one.sense, 0), one.first))

    @property
    def sense(self) -> str:
        """What happened; where its own words do not say how, aircraft and arms in its clause do."""
        sense = self.main.sense
        if sense not in _BY_MEANS:
            return sense
        described = {self.sentence.low(one.first - 1) for one in self.triggers}
        if described & _CHEMICAL:
            return "chemical attack"
        if "suicide" in described:
            return "suicide attack"
        near = {word for one in self.triggers for word in self._clause(one)}
        if sense != "shooting" and near & AIR and (sense != "explosion" or self._bombs):
            return "air strike"
        return "shelling" if sense in {"attack", "shooting"} and near & _HEAVY else sense

    @property
    def _bombs(self) -> bool:
        return any(self.sentence.low(one.first) in _BOMBED for one in self.triggers)

    def _clause(self, trigger: Trigger) -> list[str]:
        """The words of the clause around a trigger."""
        start, end = trigger.first, trigger.last + 1
        while start > 0 and self.sentence.low(start - 1) not in _CLAUSE_ENDS:
            start -= 1
        while end < len(self.sentence.tokens) and self.sentence.low(end) not in _CLAUSE_ENDS:
            end += 1
        return [self.sentence.low(n) for n in range(start, end)]

    @property
    def kills(self) -> bool:
        """Whether some word for it says that someone died."""
        return any(SENSES[one.sense].kills for one in self.triggers)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where its words stand in the text."""
        tokens = self.sentence.tokens
        return tuple(sorted((tokens[one.first].start, tokens[one.last].end) for one in self.triggers))

    @property
    def is_bare(self) -> bool:
        """Whether only nouns that can stand for such things in general tell of it: `linked to kidnappings`."""
        main = self.main
        before = self.sentence.low(main.first - 1)
        alone = not before or before in PREPOSITIONS or before in {"and", ","}
        return self.is_noun and self.sentence.low(main.last).endswith("s") and alone

    @property
    def is_noun(self) -> bool:
        """Whether no verb tells of it."""
        return not any(one.verb for one in self.triggers)


def merged(told: Iterable[Happening]) -> list[Happening]:
    """Happenings of a sentence, those that only say again, or say the harm of, another joined to it."""
    found: list[Happening] = []
    for one in told:
        joined = next((other for other in reversed(found) if _same(other, one)), None)
        if joined is None:
            found.append(one)
        else:
            joined.triggers += one.triggers
            joined.parts = settled([*joined.parts, *one.parts])
    return found


def rivals(one: Happening, all_of: Sequence[Happening]) -> list[tuple[str, int]]:
    """PLOVER type and place of every trigger of the others."""
    others = [other for other in all_of if other is not one]
    return [(SENSES[other.sense].plover, start) for other in others for start, _ in other.spans]


def _same(one: Happening, other: Happening) -> bool:
    """Whether two happenings are one: of one sense, or both violence of which one says little."""
    between = range(one.triggers[-1].last + 1, other.triggers[0].first)
    if one.main.negated != other.main.negated:
        return False
    if one.main.sense == other.main.sense:
        return True
    if any(one.sentence.low(n) in _APART for n in between):
        return False
    violent = {one.main.sense, other.main.sense} <= VIOLENCE - _OWN
    return violent and (one.main.sense in PLAIN or other.main.sense in PLAIN)
