"""States and their governments, by the many ways reports call them: Damascus, Syria's regime, Assad's government."""

import re
from collections import Counter

from rashomon.codebook.countries import Country, capital_of, country_of

POSSESSIVE = re.compile(r"^([A-Z][\w-]*?)['’]?s['’]?\s+(?=\w)")
"""Also where the apostrophe is lost: "Syrias"."""
GOVERNMENT = frozenset("government regime".split())
NAMED = re.compile(r"[A-Z][\w’'-]*")
RULER = r"(?:[Pp]resident|leader|ruler|[Kk]ing)"


def state_of(name: str, text: str) -> str | None:
    """The state or body of a state that `name` stands for in a report's `text`, or None where it names no state."""
    words = name.split()
    if len(words) == 1 and (seat := capital_of(name)):
        return _government(seat, text) or seat.name
    if land := country_of(name):
        short = name.replace(".", "").isupper() or words[0] == "Islamic"
        return land.name if short else None
    if len(words) == 2 and words[1] == "regime" and (land := country_of(words[0])):
        return _government(land, text)
    owned = POSSESSIVE.match(name)
    return _owned(owned, name, text) if owned else None


def _government(land: Country, text: str) -> str | None:
    """ "Syrian government", if the report speaks of one."""
    owners = (*land.adjectives[:1], f"{land.name}s", f"{land.name}'s", f"{land.name}’s")
    spoken_of = any(f"{own} government" in text for own in owners)
    return f"{land.adjectives[0]} government" if spoken_of and land.adjectives else None


def _owned(owned: re.Match[str], name: str, text: str) -> str | None:
    """What belongs to a land, or to its ruler."""
    rest = name[owned.end() :]
    if (land := country_of(owned[1])) and land.adjectives:
        adjective = f"{land.adjectives[0]} {rest}"
        marked = owned[0].rstrip()[-2] in "'’"
        return name if marked and text.count(name) > text.count(adjective) else adjective
    return _ruled_by(owned[1], text) if rest.lower() in GOVERNMENT else None


def _ruled_by(ruler: str, text: str) -> str | None:
    """The government of the land whose president the report calls him, else of the land it names most."""
    called = re.findall(rf"\b([A-Z]\w+) (?:\w+ )?{RULER} (?:[\w-]+ ){{0,2}}{re.escape(ruler)}", text)
    for words in (called, NAMED.findall(text)):
        lands = Counter(land for word in words if (land := country_of(word)) and land.adjectives)
        if lands:
            return f"{lands.most_common(1)[0][0].adjectives[0]} government"
    return None
