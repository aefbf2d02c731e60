"""Which sources are one across reports: public persons, bodies, states and outlets.

A key says so: two sources with the same key are the same, whatever their reports call them. Who is not named is
never one across reports by a key; only shared text shows that (see `origins`).
"""

import functools
import re
from typing import Final

from rashomon.codebook.actors import KnownActor, actor_of
from rashomon.codebook.countries import by_code, capital_of, country_of
from rashomon.codebook.outlets import outlet_in, outlet_of
from rashomon.codebook.spelling import key
from rashomon.link.persons import folded
from rashomon.link.publishers import bare, publisher
from rashomon.model import Reading, SourceKind

OWN: Final = "own|"
"""Before the key of an outlet that says something itself."""
SEATS: Final = {
    "white house": "USA",
    "oval office": "USA",
    "trump administration": "USA",
    "obama administration": "USA",
    "biden administration": "USA",
    "kremlin": "RUS",
    "downing street": "GBR",
    "whitehall": "GBR",
    "elysee": "FRA",
    "élysée": "FRA",
}
"""Seats and incumbents that stand for a state's executive, besides capitals (`Damascus said`)."""
ORGANS: Final = re.compile(
    r"\b(?:government|regime|administration|army|military|armed forces|air force|navy|ministry|ministries|cabinet"
    r"|presidency|state department|defen[cs]e department|troops|forces|authorities)\b",
    re.I,
)
"""Parts of a state's executive. Police, courts and parliaments are not: they have a voice of their own."""
STATE_SECTORS: Final = frozenset(("GOV", "MIL", "SPY"))
SPEAKS: Final = re.compile(
    r"\b(?:spokes\w+|president|premier|prime minister|chancellor|king|ministers?|ambassador|envoy|secretary"
    r"|representative|head|chief|chair(?:man|woman|person)?|director|leader|founder)\b",
    re.I,
)
"""Offices whose holder speaks for the body: what they vouch for, it vouches for."""
OTHERS: Final = re.compile(
    r"\b(?:opposition|rebels?|revolution\w*|democratic|resistance|liberation|popular|coalition|kurdish|regional|\w+-(?:backed|led))\b",
    re.I,
)
"""Words with which forces named after a country are not its state's."""
POST: Final = re.compile(
    rf"{SPEAKS.pattern}|high|prime|vice|foreign|defen[cs]e|interior|information|health|finance|press|senior|top|the|for"
    r"|government|military|army|ministry",
    re.I,
)
"""Words of an office that may have a capital and are no part of the name of the body beside them."""
DEPUTIES: Final = re.compile(
    r"\b(?:former|ex-\w+|senator|lawmaker|mp|legislator|mayor|governor|judge|opposition)\b", re.I
)
"""Words with which an office is not one that speaks for a state."""
_POSSESSIVE: Final = re.compile(r"['’]s?(?=\s|$)")
_HYPHEN: Final = re.compile(r"(?<=[A-Z]{2})-")
"""Between two bodies, or a body and what it leads: `UN-OPCW`, `UN-led`."""
FULL: Final = 3
"""Words from which a name is that of one body alone."""
_LONGEST: Final = 400
"""Characters of a phrase that are looked at."""
_AFFILIATION: Final = 8
"""Words in the longest name of a body that is looked for inside a phrase."""


def identity(name: str, kind: SourceKind, report: str, outlet: str | None) -> str:
    """The key under which a source is one across reports.

    Persons are one by their full names as they sound, without titles and particles; bodies and outlets by the tables
    of actors, countries and outlets, else by their names. A state's government, ministries, forces and seat are one:
    its executive. A reporter is one with the outlet. Whoever has no name, or only a surname, or a name that every
    country has such as `the army`, is one within `report` alone.
    """
    if kind == "named_person":
        return _person(name, report)
    if kind == "outlet":
        return outlet_key(name)
    if kind == "reporter":
        return f"reporter|{outlet_key(outlet) if outlet else report}"
    if kind == "organisation":
        return (
            body(name)
            or rules(name)
            or _longer_than(name)
            or (f"body|{_plain(name)}" if _is_proper(name) else f"body|{report}|{_plain(name)}")
        )
    if kind == "document" and _is_proper(name) and len(name.split()) > 1:
        return f"document|{_plain(name)}"
    return f"{kind}|{report}|{_plain(name)}"


def credited(reading: Reading, statement: str | None) -> tuple[str, str]:
    """Whose word a statement of a reading is, by name and key; without a statement the report's own, by its outlet.

    The key of a person whose office the report gives is that of the body that they speak for.
    """
    report = reading.report
    said = next((one for one in reading.statements if one.id == statement), None)
    if said is None:
        name = publisher(report) or report.id
        return name, f"{OWN}{outlet_key(name)}"
    origin = said.chain[-1]
    if origin.kind == "named_person":
        offices = {
            one.source.office for one in reading.statements if one.source and one.source.name == origin.name
        }
        bodies = (speaks_for(office) for office in sorted(filter(None, offices)))
        if body := rules(origin.name) or next(filter(None, bodies), None):
            return origin.name, body
    return origin.name, identity(origin.name, origin.kind, report.id, publisher(report))


def outlet_key(name: str) -> str:
    """The key of an outlet by any of its names, also with its sort before it (`the newspaper The Brennick Herald`)."""
    known = outlet_of(name) or outlet_of(outlet_in(name) or "")
    return f"outlet|{known.name if known else _plain(bare(name))}"


def owner(name: str) -> str | None:
    """The key of the state, body or outlet that an outlet belongs to, by the table or by its own name; else None."""
    known = outlet_of(name) or outlet_of(outlet_in(name) or "")
    if known is None or known.family is None:
        return state_media(name)
    if outlet_of(known.family):
        return outlet_key(known.family)
    return state_media(known.family) or body(known.family)


def state_media(name: str) -> str | None:
    """The key of a state's media (`Syrian state television`): they are one; None if the words name no such thing."""
    found = re.search(r"\b([\w'’-]+)\s+(?:official\s+)?state\b", name)
    country = country_of(found[1]) if found else None
    return f"media|{country.iso3}" if country else None


@functools.lru_cache(8192)
def body(name: str) -> str | None:
    """The key of a known body or of a state's executive by any of its names; None where the tables have it not."""
    words = re.sub(r"^the\s+", "", _POSSESSIVE.sub("", name.strip()), flags=re.I)
    if country := country_of(words) or capital_of(words):
        return f"state|{country.iso3}"
    known = actor_of(words)
    if known and known.country and known.sector in STATE_SECTORS and _is_organ(known):
        return f"state|{known.country}"
    if known and known.kind != "person":
        return f"body|{known.name}"
    state = _organ_of(words)
    return f"state|{state}" if state else None


@functools.lru_cache(8192)
def body_in(words: str) -> str | None:
    """The key of the first known body or state that a phrase names: `head of the Tern Front` gives the front's."""
    parts = re.split(r"[\s,;]+", _HYPHEN.sub(" and ", words[:_LONGEST]))
    for first in range(len(parts)):
        for last in range(min(len(parts), first + _AFFILIATION), first, -1):
            some = " ".join(parts[first:last])
            if some[:1].isupper() and _is_whole(parts, first, last) and (found := body(some)):
                return found
    return None


@functools.lru_cache(8192)
def _longer_than(name: str) -> str | None:
    """The key of the known body whose long name is in a longer one: `New York-based Human Rights Watch`.

    Headlines run into the names behind them, and branches speak for the whole. Not for names of two words, which are in
    names of others (`Free Tern Army`), and not for joint ones.
    """
    words = name[:_LONGEST].split()
    if "and" in words:
        return None
    for length in range(min(len(words) - 1, _AFFILIATION), FULL - 1, -1):
        for first in range(len(words) - length + 1):
            known = actor_of(" ".join(words[first : first + length]))
            if known and known.kind == "body":
                return f"body|{known.name}"
    return None


def _is_whole(parts: list[str], first: int, last: int) -> bool:
    """Whether some words are no part of a longer name, as `Observatory` is in Tern Observatory."""
    beside = (*parts[max(0, first - 1) : first], *parts[last : last + 1])
    return not any(word[:1].isupper() and not POST.fullmatch(word) for word in beside)


def called(key: str) -> str:
    """What to call the body, state or state media that a key is of."""
    sort, _, name = key.partition("|")
    country = by_code(name)
    if country and sort in ("state", "media"):
        return f"the {'government' if sort == 'state' else 'state media'} of {country.name}"
    return name.rpartition("|")[2]


@functools.lru_cache(8192)
def speaks_for(office: str) -> str | None:
    """The key of the body or state for which whoever holds an office speaks; None where the office does not say.

    `president of France`, `White House spokesman` and `Syrian foreign minister` speak for a state; a senator,
    a mayor or anyone who left an office speaks for nobody else.
    """
    return body_in(office) if may_speak(office) else None


def rules(person: str) -> str | None:
    """The key of the state whose government a known person is of, by the table of actors."""
    known = actor_of(person)
    if known and known.kind == "person" and known.sector == "GOV" and known.country:
        return f"state|{known.country}"
    return None


def may_speak(office: str) -> bool:
    """Whether whoever holds an office speaks for a body at all."""
    return bool(SPEAKS.search(office)) and not DEPUTIES.search(office)


def _person(name: str, report: str) -> str:
    known = actor_of(name)
    words = folded(known.name if known and known.kind == "person" else name)
    return f"person|{' '.join(words)}" if len(words) > 1 else f"person|{report}|{' '.join(words)}"


def _is_organ(known: KnownActor) -> bool:
    named = ORGANS.search(known.name) and not OTHERS.search(known.name)
    return known.inter == "State forces" or bool(named)


def _organ_of(words: str) -> str | None:
    """The country whose executive `words` name by a seat, or by an organ of state behind or before the country."""
    parts = words.split()
    if seat := SEATS.get(" ".join(parts[:2]).casefold()) or SEATS.get(words.casefold()):
        return seat
    if not ORGANS.search(words) or OTHERS.search(words):
        return None
    for some in (parts[:2], parts[:1], *((parts[-n:]) for n in (2, 1) if "of" in parts)):
        if country := country_of(" ".join(some)):
            return country.iso3
    return None


def _is_proper(name: str) -> bool:
    """Whether a body has a name of its own, and is not only said to be one (`the army`, `a UN-led investigation`)."""
    if re.match(r"(?:an?|the|this|that|its|their|one)\s+[a-z]", name) or re.match(r"(?:An?|One)\s", name):
        return False
    return sum(word[:1].isupper() for word in name.split()) >= max(1, len(name.split()) // 3)


def _plain(name: str) -> str:
    return " ".join(key(_POSSESSIVE.sub("", name)).split())
