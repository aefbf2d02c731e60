"""Which words of a text may name a private person: all with a capital that nothing shows to be something else.

A ledger keeps the names of sources and actors, not those of everyone whom a text names, and the dead of a report are
seldom its sources. So nothing is looked for in a list of names: what is not known to be public is hidden.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from rashomon.codebook.actors import actor_of
from rashomon.codebook.countries import capital_of, country_of
from rashomon.codebook.outlets import outlet_of
from rashomon.model import Span

WORD: Final = re.compile(r"[^\W\d_][\w\u0300-\u036f\u00ad\u200b-\u200d]*")
JOIN: Final = re.compile(r"[ \u00a0\-‐‑'’]{1,2}")
"""What may stand between two words of one name; behind an initial also a point."""
TITLED: Final = re.compile(
    r"\b(?:President|Prime Minister|[A-Z]\w+ Minister|Chancellor|King|Queen|Emir|Sultan|Pope|Secretary(?:[- ]General)?)"
    r" ((?:[A-Z][\w’'-]*|al|bin|ibn|van|von|de)(?: (?:[A-Z][\w’'-]*|al|bin|ibn|van|von|de)){0,3})"
)
"""A head of state or government, or a minister, by the title before the name."""
PARTICLES: Final = frozenset(
    "abu al an bin bint da dal de del den der di dos du e el ibn la le of ter the ul um umm van von y zu".split()
)
"""Parts of names that are too common to be hidden for themselves."""
COMMON: Final = frozenset(
    """a about above across according after again against all almost along already also although always among an and
    another any anyone are around as asked at away back be because been before behind being below beside between both
    but by called can cannot could did do does done down during each earlier early eight eighteen eighty either eleven
    else even every everyone everything except few fifteen fifty first five for forty four fourteen from further had
    half has have he her here hers him his how however hundred hundreds i if in including indeed inside instead into
    is it its last late later least less let like many may maybe me meanwhile might more most much must my near
    nearly neither never new next nine nineteen ninety no nobody none nor not nothing now of off officials often old
    on once one only or other others our out outside over own people perhaps police reportedly residents said same
    says second seven seventeen seventy several shall she should since six sixteen sixty so some soon spokesman
    spokeswoman still such tell ten than that the their them then there these they third thirteen thirty this those
    though thousand thousands three through thus to today together told tomorrow too toward towards twelve twenty two
    under unless until up upon us very was we well were what when where whether which while who whole whom whose why
    will with within without witnesses would yes yesterday yet you your
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december jan feb mar apr jun jul aug sep sept oct nov dec north south east west northern southern
    eastern western arab arabs kurdish kurds muslim muslims christian christians islamic islamist islamists jewish
    sunni sunnis shia shiite european african asian mr mrs ms miss dr doctor president minister prime secretary king
    queen chancellor general colonel captain governor mayor""".split()
)
"""Words that open a sentence, days, months, peoples and titles: no names, whatever their case."""
LONGEST: Final = 6
"""Words in the longest known name that is looked for."""
Token = tuple[int, int, str]


class Names:
    """Finds words that may name private persons.

    `private` are names of persons who hold no office, `persons` of those who do, `bodies` other names that stay,
    `places` those of known places. A word of a private name is hidden also where it is part of a public one, but for
    places of several words. A word of a public person's name stays only where it stands alone: no relative is named
    by half.
    """

    def __init__(
        self,
        private: Iterable[str],
        persons: Iterable[str],
        bodies: Iterable[str],
        places: Iterable[str],
        texts: Iterable[str],
    ) -> None:
        public = {tuple(_words(name)) for name in persons} - {()}
        self._places = {tuple(_words(name)[:LONGEST]) for name in places} - {()}
        self._public = public | self._places | {tuple(_words(name)[:LONGEST]) for name in bodies} - {()}
        self._small = {word for text in texts for word in WORD.findall(text) if word[0].islower()} | COMMON
        known = {word for name in public | self._places for word in name}
        whole = [words for name in private if not known.issuperset(words := _words(name))]
        self._private = {word for words in whole for word in words if word not in PARTICLES and len(word) > 1}
        self._small |= {word for name in public for word in name}
        spelt = sorted({r"[\W_]{1,3}".join(map(re.escape, words)) for words in whole if len(words) > 1})
        self._whole = re.compile(rf"(?<!\w)(?:{'|'.join(spelt)})(?!\w)", re.IGNORECASE) if spelt else None

    def spans(self, text: str) -> list[Span]:
        """The stretches of a text to hide, in order: a name from its first word to its last."""
        tokens = [(match.start(), match.end(), match[0]) for match in WORD.finditer(text)]
        known, alone = self._known(tokens)
        found = [
            (tokens[run[0]][0], tokens[run[-1]][1])
            for run in _runs(text, tokens, known)
            if not all(n in alone or self._is_safe(tokens[n][2].casefold()) for n in run)
        ]
        if self._whole:
            found += [match.span() for match in self._whole.finditer(text)]
        return united(found)

    def telling(self, name: str) -> set[str]:
        """The words of a hidden name that give it away, in small letters."""
        return {word for word in _words(name) if len(word) > 2 and not self._is_safe(word)} - PARTICLES

    def within(self, text: str) -> bool:
        """Whether a text in which capitals tell nothing has a word of a private name."""
        return not self._private.isdisjoint(_words(text))

    def _is_safe(self, word: str) -> bool:
        return word not in self._private and word in self._small

    def _known(self, tokens: Sequence[Token]) -> tuple[set[int], set[int]]:
        """Which words belong to public names, the longest first; and which are one alone, as `Jordan` and `Dawn` are.

        The latter may also be part of a person's name.
        """
        found: set[int] = set()
        alone: set[int] = set()
        for first, (_, _, word) in enumerate(tokens):
            if first in found or word[0].islower():
                continue
            for last in range(min(len(tokens), first + LONGEST), first, -1):
                if self._is_public([one for _, _, one in tokens[first:last]]):
                    (found if last > first + 1 else alone).update(range(first, last))
                    break
        return found, alone

    def _is_public(self, words: Sequence[str]) -> bool:
        folded = tuple(word.casefold() for word in words)
        if len(words) > 1 and folded in self._places:
            return True
        if not self._private.isdisjoint(folded):
            return False
        return folded in self._public or _in_tables(("" if max(map(len, words)) == 1 else " ").join(words))


def titled(text: str) -> Iterator[str]:
    """The names of heads of state and ministers that a text gives with their title."""
    return (match[1] for match in TITLED.finditer(text))


def united(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that overlap made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _runs(text: str, tokens: Sequence[Token], known: Collection[int]) -> Iterator[list[int]]:
    """Words that may be one name: beside each other, with a capital or of a script that has none."""
    run: list[int] = []
    for n, (_, _, word) in enumerate(tokens):
        if run and not _joins(text[tokens[n - 1][1] : tokens[n][0]], tokens[n - 1][2]):
            yield run
            run = []
        if n not in known and not word[0].islower():
            run.append(n)
        elif run and (n in known or word not in PARTICLES):
            yield run
            run = []
    if run:
        yield run


def _joins(between: str, word: str) -> bool:
    """Whether what stands behind a word lets a name go on."""
    return bool(JOIN.fullmatch(between.removeprefix(".") if len(word) == 1 else between)) or (
        len(word) == 1 and between == "."
    )


def _in_tables(name: str) -> bool:
    """Whether a name is a country's, a capital's, an outlet's or a known actor's."""
    return bool(country_of(name) or capital_of(name) or outlet_of(name) or actor_of(name))


def _words(name: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(name)]
