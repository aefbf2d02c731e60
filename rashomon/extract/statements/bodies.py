"""The body that a noun phrase names: an organisation, a state, an armed group or an outlet, by its fullest name."""

import functools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

from rashomon.codebook.actors import actor_of
from rashomon.codebook.countries import country_of
from rashomon.codebook.outlets import outlet_in
from rashomon.extract.statements.names import (
    ORGANISATIONS,
    WORDINGS,
    capitalised,
    head_of,
    initials,
    is_outlet,
    noun_of,
)
from rashomon.extract.statements.states import state_of
from rashomon.model import Source, SourceKind

THE = re.compile(r"^the\s+", re.I)
BACKGROUND = re.compile(r"\s*(?:,|\s(?:which|who|that|whose|an?)\s|\s\(|\s-\s).*", re.S)
"""Where a name ends and what is told of its bearer begins."""
BASED = re.compile(
    r"^(?:(?:a|an|the|one|so-called|[“\"'‘])\s*)*[A-Z][\w.]*-(?:based|backed|backer|led|run|linked)\s+(?=\w)"
)
SORT = re.compile(
    r"\s+(?:(?:Takfiri|terrorist|terror|militant|jihadist|extremist|insurgent|rebel|armed|militia|monitoring)\s+)*"
    r"(?:groups?|militants?|organi[sz]ation|movement|militia|outfit)$"
)
"""What sort of body it is, said behind its name."""
CREED = re.compile(r"^(?:Takfiri|Salafi|Shi'?ite|Sunni|Islamist|Jihadi)\s+(?=[A-Z])")
MONITORS = re.compile(
    r"\b(?:[Oo]bserv\w+ory|(?:[Ww]ar|[Rr]ights|[Cc]onflict) (?:monitor|watchdog)|[Mm]onitors?\b|[Mm]onitoring group"
    r"|(?<!weapons )(?<!nuclear )watchdog)"
)
KNOWN_AS = re.compile(
    r"((?:\w+ )?[\w-]+),? (?:also|better|otherwise|widely) (?:known as|called) (?:the )?((?:[A-Z][\w-]*\s?)+\b)"
)
NAMES = re.compile(r"[A-Z][\w'’-]*(?:\s(?:al-|of\s)?[A-Z][\w'’-]*)*")
ARMED = re.compile(r"\b(?:armed|militant|rebel|insurgent|terror|terrorist|jihadist|extremist|Takfiri) group")
NOT_LONG = 800
"""Characters over which "the group" is still the one named last."""
TAKES_UP = frozenset("group organisation organization body agency charity".split())
"""Nouns that stand for a body named before."""
LONGEST = 8
"""Words in a name."""


class Bodies:
    """Names bodies by all that one report says."""

    def __init__(self, text: str, body: int = 0) -> None:
        """Names are looked for from `body` on, behind the headline, where every word may have a capital."""
        self.text = text
        self.phrases = Counter(capitalised(text[body:]))
        self.acronyms = {initials(phrase): phrase for phrase in self.phrases if " " in phrase}
        self.known_as = {match[1].casefold(): match[2] for match in KNOWN_AS.finditer(text)}
        self.groups = [match.span() for match in NAMES.finditer(text) if _is_group(match[0])]
        self._resolved: dict[str, str | None] = {}

    def name(self, words: str, kind: SourceKind, at: int, before: Iterable[Source]) -> str:
        """The fullest name of the body that `words` at a place name.

        `before` are the sources named so far, the nearest first.
        """
        name = BACKGROUND.sub("", words) or words
        if kind == "outlet" and (outlet := outlet_in(name)):
            return outlet
        if not (kind == "outlet" and name[:1].isupper() and is_outlet(name)):
            name = THE.sub("", name)
        name = CREED.sub("", BASED.sub("", name))
        bodies = (s.name for s in before if s.kind == kind and s.name[:1].isupper())
        if MONITORS.search(name):
            return self._monitor() or next(bodies, name)
        name = _last_named(_unworded(name))
        if known := self._known(name) or state_of(name, self.text):
            return known
        if name[:1].isupper() and head_of(name)[:1].isupper():
            return self._longest(name)
        return self._taken_up(words, name, at, next(bodies, None))

    def _known(self, name: str) -> str | None:
        """The name that the report itself or the table of actors has for an acronym or another name."""
        if name.isupper() and name in self.acronyms:
            return self.acronyms[name]
        if other := self.known_as.get(name.casefold()):
            return other
        if name[:1].isupper() and " " in name:
            return None  # a full name of the report's own
        actor = actor_of(name)
        return actor.name if actor and actor.kind != "state_forces" else None

    def _taken_up(self, words: str, name: str, at: int, said: str | None) -> str:
        """The body that "the group" or "the government" stands for; `said` is the last body of its kind that spoke."""
        noun = noun_of(name)
        if noun in TAKES_UP and words.lower().startswith(("the ", "that ", "this ")):
            armed = ARMED.search(words) or not said or country_of(said)
            return (self._group(at) if noun == "group" and armed else None) or said or name
        if noun in ORGANISATIONS and len(name.split()) <= 2:
            whole = self._commonest(noun, name[:4] if " " in name else "") or name
            return state_of(whole, self.text) or whole
        return name

    def _group(self, at: int) -> str | None:
        """The armed group named last before a place, if that is not long ago."""
        n = bisect_left(self.groups, (at, 0))
        if not n or at - self.groups[n - 1][1] > NOT_LONG:
            return None
        words = self.text[slice(*self.groups[n - 1])]
        return self._known(SORT.sub("", words)) or words

    def _monitor(self) -> str | None:
        """The longest name of an observatory in the report."""
        whole = max(filter(MONITORS.search, self.phrases), key=len, default="")
        found = actor_of(BASED.sub("", whole)) if whole else None
        return found.name if found else BASED.sub("", whole) or None

    def _commonest(self, noun: str, stem: str = "") -> str | None:
        """The phrase in which the report most often names this body: "Syrian government" for "government"."""
        key = f"{stem}~{noun}"
        if key not in self._resolved:
            word = f"{re.escape(stem)}[a-z]+" if stem else r"[A-Z][\w.]*(?:-led|-backed)?"
            found = Counter(re.findall(rf"\b({word} {re.escape(noun)})\b", self.text))
            known = [phrase for phrase, _ in found.most_common() if not phrase.startswith("The ")]
            lands = [phrase for phrase in known if country_of(phrase.partition(" ")[0])]
            self._resolved[key] = next(iter(lands or known), None)
        return self._resolved[key]

    def _longest(self, name: str) -> str:
        """The longest capitalised phrase of the report that has all the words of `name`."""
        if known := self._resolved.get(name):
            return known
        own = set(name.split())
        longer = [
            phrase for phrase in self.phrases if own < set(phrase.split()) and len(phrase.split()) <= LONGEST
        ]
        same = [
            phrase for phrase in longer if phrase.startswith(name) or phrase.endswith(name) or len(own) == 1
        ]
        best = max(same, key=lambda p: (self.phrases[p], len(p)), default=name)
        self._resolved[name] = best
        return best


def _unworded(name: str) -> str:
    """The body without what it puts out ("an Observatory toll") or the sort it is of ("Daesh terror group")."""
    bare = name
    if noun_of(name) in WORDINGS:
        parts = name.split()[:-1]
        first = parts[:1]
        while parts and parts[0].islower():
            parts = parts[1:]
        if parts == first and re.fullmatch(r"[A-Z][a-z]+", name.split(maxsplit=1)[0]):
            return name  # "Media reports"
        bare = re.sub(r"['’]s?$", "", " ".join(parts))
    bare = SORT.sub("", bare) if bare[:1].isupper() else bare
    return bare if bare[:1].isupper() else name


def _last_named(name: str) -> str:
    """The name that words in lower case introduce: "medical charity Doctors for Peace"."""
    if name[:1].isupper():
        return name
    named = re.search(r"(?<=\s)[A-Z][\w'’.-]*(?:\s+(?:(?:of|for|the|and)\s+)*[A-Z][\w'’.-]*)*$", name)
    told = name[: named.start()] if named else ""
    return named[0] if named and not re.search(r"\b(?:of|in|for|from|at|by|to|and|on)\s", told) else name


@functools.cache
def _is_group(words: str) -> bool:
    """Whether words name an armed group of the table."""
    actor = actor_of(words)
    return actor is not None and actor.kind == "armed_group"
