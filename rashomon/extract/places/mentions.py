"""Which words of a report may name a place: what the gazetteer knows, weighed against what the parser sees."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.codebook.countries import country_of
from rashomon.extract.places.beside import kinds_beside, placed, site_in, unknown_named, without_kind
from rashomon.extract.places.gazetteer import Entry, named, sounding
from rashomon.extract.places.keys import plain
from rashomon.extract.places.words import NEVER, PEOPLE, POSSESSIVE, STATES, abbreviation, joined, tokens
from rashomon.model import Annotation, Entity, PlaceKind, Span

LONGEST = 5
"""Words in the longest name that is looked up."""
PLACES = frozenset(("GPE", "LOC", "FAC"))
POPULOUS = 4.7
"""Decimal logarithm of the people of a place whose bare name is taken for it where nothing else speaks for that."""
ENOUGH, LITTLE, NOTHING, AGAINST = 2, 1, 0, -1
"""How much speaks for words being meant as a place."""
_BODY = re.compile(
    r"[ \u00a0](?:Police|Hospital|University|Sheriff|School|Schools|City|County|Airport|International|Court|High|Fire|"
    r"College|Public|Community|Council|Medical|General|Central|State|Regional|District|Chamber|Department|Board|"
    r"Area|Library|Memorial|Township|Parks?|Road|Avenue|Street)\b"
)
_OUTLET = re.compile(
    r"(?:Times|Post|News|Herald|Journal|Star|Press|Tribune|Observer|Telegraph|Gazette|Now|TV|Radio|FC)\b"
)
_OF = ("university of ", "college of ", "city of ", "port of ", "bishop of ", "governor of ")
_PARTIES = ("D-", "R-")
"""What stands before the state of an American politician."""
_NAMING = frozenset(("ORG", "EVENT", "FAC", "PRODUCT", "WORK_OF_ART", "LAW"))
"""Names of things that may begin with that of a place."""
_DATELINE = re.compile(r"(?:, [A-Z][\w. ]+)? ?[(–—-]|,? [A-Z][a-z]{2,8}\.? \d|--")
_NAME_GOES_ON = re.compile(r"[ \u00a0](?:(?:al|el|a[dnrstz]|ash)-)?[A-Z][\w’']+")
ACRONYM = 4
"""Letters of the longest word in capitals that is taken for an acronym (`SANA`) where the parser does not differ."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a place, with the entries they may stand for."""

    start: int
    end: int
    words: str
    entries: tuple[Entry, ...]
    kinds: tuple[PlaceKind, ...] = ()
    site: bool = False
    seen: bool = True
    """Whether the parser takes them for a place, or a word beside them says that they are one."""


def mentions(annotation: Annotation, nations: frozenset[str]) -> tuple[Mention, ...]:
    """The words that name a place, in the order of the text, not overlapping.

    A name of the gazetteer counts where the parser takes it for a place, where words like `in` or `province` stand
    beside it, where it is that of a populous place, or where the report elsewhere makes clear that it means a place;
    not where it is part of a person's name. Adjectives (`Syrian`) are no places. In `nations`, countries by ISO
    code, names are also found by their sound.
    """
    text, labels = annotation.text, _Labels(annotation.text, annotation.entities)
    found = list(_found(text, labels, nations))
    sure = {plain(one.words) for one, weight in found if weight == ENOUGH} - labels.surnames
    kept = [
        one for one, weight in found if weight > NOTHING or (weight == NOTHING and plain(one.words) in sure)
    ]
    kept += _unknown(text, labels, [(one.start, one.end) for one in kept], nations)
    return tuple(sorted(kept, key=lambda one: one.start))


class _Labels:
    """What the parser sees at a place of the text, and the last words of the names of people who have several."""

    def __init__(self, text: str, entities: tuple[Entity, ...]) -> None:
        self.entities = entities
        self.starts = [one.start for one in entities]
        names = (text[one.start : one.end].split() for one in entities if one.label == "PERSON")
        self.surnames = frozenset(plain(POSSESSIVE.sub("", words[-1])) for words in names if len(words) > 1)

    def at(self, start: int, end: int) -> Entity | None:
        """The name that shares a character with these words; of several, the last."""
        after = bisect_right(self.starts, end - 1)
        if after and self.entities[after - 1].end > start:
            return self.entities[after - 1]
        return None


def _found(text: str, labels: _Labels, nations: frozenset[str]) -> Iterator[tuple[Mention, int]]:
    """Names of the gazetteer, the longest first, each with how much speaks for it."""
    words = list(tokens(text))
    at = 0
    before: Mention | None = None
    while at < len(words):
        last = min(at + LONGEST, len(words)) - 1
        while last > at and not joined(text, words[at : last + 1]):
            last -= 1
        one = None
        for end in range(last, at - 1, -1):
            one = _mention(text, words[at][0], words[end][1], before, nations)
            if one:
                yield _weighed(text, one, labels, before, nations)
                before, at = one, end
                break
        at += 1


def _mention(
    text: str, start: int, end: int, before: Mention | None, nations: frozenset[str]
) -> Mention | None:
    words = text[start:end]
    key = plain(words)
    if words not in STATES:
        if key in NEVER or len(key) < 2 or words[:4].lower() == "the ":
            return None
        behind = before is not None and text[before.end : start] == ", "
        if abbreviation(words) and not behind and text[start - 2 : start] not in _PARTIES:
            return None
    entries = named(words)
    kinds = kinds_beside(text, start, end)
    if nations and kinds and not any(one.kind in kinds and one.country in nations for one in entries):
        entries += heard(words, nations, entries)
    if not entries and not _unknown_named(text, start, end):
        return None
    return Mention(start, end, words, entries, kinds)


def _unknown_named(text: str, start: int, end: int) -> bool:
    """Whether a word like `village` says that this is a place, and none of its words means something else."""
    parts = re.split(r"[\s-]+", text[start:end])
    parts = [one for one in parts if one[:1].isupper()]
    known = any(country_of(one) or _populous(named(one)) or plain(one) in NEVER for one in parts)
    return not known and unknown_named(text, start, end)


def _populous(entries: tuple[Entry, ...]) -> bool:
    return any(one.fit == 2 and one.population > POPULOUS for one in entries)


def heard(words: str, nations: frozenset[str], known: tuple[Entry, ...] = ()) -> tuple[Entry, ...]:
    """The places of these countries whose name sounds like these words, besides those known."""
    rows = {one.row for one in known}
    tiers = (
        tuple(one for one in tier if one.country in nations and one.row not in rows)
        for tier in sounding(words)
    )
    return next(filter(None, tiers), ())


def _weighed(
    text: str, one: Mention, labels: _Labels, before: Mention | None, nations: frozenset[str]
) -> tuple[Mention, int]:
    entity = labels.at(one.start, one.end)
    if one.kinds or (entity is not None and entity.label in PLACES):
        return one, _weight(text, one, labels, before, nations)
    one = replace(one, seen=False)
    acronym = one.words.isupper() and len(one.words) <= ACRONYM and not abbreviation(one.words)
    if acronym and one.words not in STATES:
        return one, ENOUGH if _heads_line(text, one) else NOTHING
    return one, _weight(text, one, labels, before, nations)


def _weight(text: str, one: Mention, labels: _Labels, before: Mention | None, nations: frozenset[str]) -> int:
    entity = labels.at(one.start, one.end)
    here = bool(one.kinds) or placed(text, one.start) or _heads_line(text, one)
    here = here or (before is not None and text[before.end : one.start] in (", ", " (", ", in ", " in "))
    if entity is None or entity.label not in (*PLACES, *_NAMING, "PERSON", "NORP"):
        return _alone(text, one, here)
    if one.words.endswith((" County", " Parish")):
        return ENOUGH
    if entity.label in PLACES:
        return _place(text, one, entity, here or plain(one.words) not in labels.surnames)
    rest = text[one.end : entity.end]  # a possessive, or a word like `district`
    whole = entity.start >= one.start and (not rest or rest.islower())
    if entity.label == "PERSON":
        return _person(one, whole, here and plain(one.words) not in labels.surnames, nations)
    if entity.label == "NORP":
        return _alone(text, one, here) if whole and country_of(one.words) is None else AGAINST
    return _in_name(text, one, entity, whole, here)


def _place(text: str, one: Mention, entity: Entity, here: bool) -> int:
    first = one.start <= entity.start or text[entity.start : one.start].lower() in ("the ", "downtown ")
    return ENOUGH if (first and here) or _known(one) else NOTHING


def _heads_line(text: str, one: Mention) -> bool:
    """Whether a name in capitals is the place of a date line: `KABUL, Afghanistan (Reuters)`."""
    first = (
        one.start == 0 or text[one.start - 1] == "\n" or text[one.start - 2 : one.start - 1] in tuple(".?!")
    )
    return first and one.words.isupper() and _DATELINE.match(text, one.end) is not None


def _alone(text: str, one: Mention, here: bool) -> int:
    if one.kinds or not _NAME_GOES_ON.match(text, one.end):
        return ENOUGH if here else LITTLE if _known(one) else NOTHING
    return NOTHING


def _known(one: Mention) -> bool:
    wide = any(entry.fit == 2 and entry.kind not in ("town", "district", "site") for entry in one.entries)
    return wide or _populous(one.entries)


def _person(one: Mention, whole: bool, here: bool, nations: frozenset[str]) -> int:
    if not whole:
        return AGAINST
    spoken_of = " " in one.words and any(entry.country in nations for entry in one.entries)
    return ENOUGH if here or spoken_of or (_known(one) and plain(one.words) not in PEOPLE) else NOTHING


def _in_name(text: str, one: Mention, entity: Entity, whole: bool, here: bool) -> int:
    if whole:
        return ENOUGH if here or _known(one) else NOTHING
    ahead = text[entity.start : one.start].lower()
    if ahead.removeprefix("the ") in _OF:
        return ENOUGH
    first = not ahead or ahead == "the "
    if not first or _OUTLET.search(text, one.end, entity.end):
        return NOTHING
    return ENOUGH if _known(one) or _BODY.match(text, one.end) else NOTHING


def _unknown(text: str, labels: _Labels, taken: list[Span], nations: frozenset[str]) -> Iterator[Mention]:
    """What the parser takes for a place and the gazetteer has under another spelling, or not at all."""
    starts = [start for start, _ in taken]
    for entity in labels.entities:
        after = bisect_right(starts, entity.end - 1)
        if entity.label not in PLACES or (after and taken[after - 1][1] > entity.start):
            continue
        start, end, kinds = without_kind(text, entity.start, entity.end)
        words = text[start:end]
        if len(words) < 3 or not words[0].isupper() or plain(words) in NEVER or country_of(words):
            continue
        if entity.label == "FAC":
            if site_in(words):
                yield Mention(start, end, words, (), site=True)
        else:
            entries = named(words) or heard(words, nations)
            kinds = kinds or kinds_beside(text, start, end)
            if entries or kinds or (placed(text, start) and plain(words) not in labels.surnames):
                yield Mention(start, end, words, entries, kinds)
