"""Who is named in a sentence: known actors, forces of a country, people by name, and groups by their noun."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rashomon.codebook.actors import KnownActor, actor_of, first_words
from rashomon.codebook.countries import Country, by_code, country_of
from rashomon.extract.events.grammar import DETERMINERS, NUMBERS
from rashomon.extract.events.sentences import Sentence, Token
from rashomon.model import ActorKind, Inter, Span

_LONGEST_NAME = 7
_MORE = 2
"""Tokens that a name may have beyond its words: a mark, a word for its members."""
_LONGEST_COUNTRY = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """Someone named by the tokens `first` to `last`, and how the words alone class them."""

    first: int
    last: int
    name: str
    kind: ActorKind
    inter: Inter | None
    sector: str | None
    country: str | None
    land: bool = False
    """Whether it is a country or its adjective, which acts only where the words around say so."""


@dataclass(frozen=True, slots=True)
class Noun:
    """How a noun for people classes them."""

    kind: ActorKind
    inter: Inter | None
    sector: str | None


_STATE = Noun("state_forces", "State forces", "MIL")
_POLICE = Noun("state_forces", "State forces", "COP")
_REBEL = Noun("armed_group", "Rebel group", "REB")
_ARMED = Noun("armed_group", None, "UAF")
_PEOPLE = Noun("people", "Civilians", "CVL")
_SOMEONE = Noun("people", None, None)
_GOVERNMENT = Noun("body", "State forces", "GOV")
_OUTSIDE = Noun("state_forces", "External/Other forces", "MIL")


def _each(words: str, noun: Noun) -> dict[str, Noun]:
    return dict.fromkeys(words.split(), noun)


NOUNS: Final[dict[str, Noun]] = {
    **_each(
        "army military troops troop soldier soldiers navy marines commandos serviceman servicemen", _STATE
    ),
    **_each("conscripts airmen paratroopers gendarmes", _STATE),
    **_each("police policeman policemen policewoman", _POLICE),
    **_each("rebel rebels insurgent insurgents guerrilla guerrillas separatist separatists", _REBEL),
    **_each(
        "militant militants gunman gunmen fighter fighters terrorist terrorists jihadist jihadists jihadi",
        _ARMED,
    ),
    **_each(
        "jihadis extremist extremists attacker attackers assailant assailants militia militias militiaman",
        _ARMED,
    ),
    **_each("militiamen bomber bombers mercenaries mercenary paramilitaries kidnappers hijackers", _ARMED),
    **_each(
        "civilian civilians resident residents citizen citizens villager villagers child children woman women boy boys",
        _PEOPLE,
    ),
    **_each(
        "girl girls student students worshippers patient patients doctor doctors nurse nurses medics", _PEOPLE
    ),
    **_each(
        "journalist journalists refugee refugees shoppers farmer farmers fishermen pilgrims passengers",
        _PEOPLE,
    ),
    **_each("worker workers teacher teachers activist activists baby babies infants schoolchildren", _PEOPLE),
    **_each(
        "schoolgirls pupils bystanders passersby tourists family families shepherds herders rescuers", _PEOPLE
    ),
    **_each("volunteers evacuees medic toddler grandmother mother father noncombatants", _PEOPLE),
    **_each("people persons men man others victims inmates prisoners detainees hostages captives", _SOMEONE),
    **_each("protester protesters protestors demonstrators marchers", Noun("people", "Protesters", "CVL")),
    **_each("rioters mob looters", Noun("people", "Rioters", "CVL")),
    **_each("government regime authorities junta", _GOVERNMENT),
    **_each("peacekeeper peacekeepers coalition", _OUTSIDE),
}
FORCES: Final = frozenset(
    "forces force units unit warplanes warplane jets jet aircraft planes helicopters".split()
)
"""Nouns that take their class from the word before them: `government forces`, `Kurdish forces`."""
BEFORE_FORCES: Final[dict[str, Noun]] = {
    **_each(
        "security government regime army state special pro-government pro-regime military loyalist", _STATE
    ),
    **_each("assad's assads government's border allied", _STATE),
    **_each("police", _POLICE),
    **_each("rebel opposition insurgent anti-government separatist", _REBEL),
    **_each("kurdish militia paramilitary islamist tribal", _ARMED),
    **_each("coalition international foreign", _OUTSIDE),
}
PLACED: Final[dict[str, Noun]] = {
    "air force": _STATE,
    "armed forces": _STATE,
    "border guards": _STATE,
    "border guard": _STATE,
    "intelligence agents": Noun("state_forces", "State forces", "SPY"),
    "police officer": _POLICE,
    "police officers": _POLICE,
    "aid workers": Noun("people", "Civilians", "NGO"),
    "aid worker": Noun("people", "Civilians", "NGO"),
}
STATE_NOUNS: Final = frozenset("army military troops soldiers soldier police navy marines commandos".split())
MODIFIERS: Final = frozenset(
    """suspected armed masked unidentified unknown government regime opposition rebel kurdish islamist islamic
    sunni shiite shia local foreign pro-government anti-government security special senior former several many
    some dozens hundreds local young elderly innocent unarmed syrian tribal border riot paramilitary jihadist
    islamic-state extremist takfiri terrorist wounded other two three four five six seven eight nine ten
    military pro-regime loyalist opposition allied opposition-held combined joint coalition
    international""".split()
)
COLLECTIVES: Final = frozenset(
    """group groups fighters militants gunmen commander commanders leader leaders members member elements factions
    militia militias organisation organisations organization organizations soldiers troops official officials officer
    officers unit units recruits conscripts""".split()
)
"""Nouns that make one name with the noun before them: `terrorist groups`, `army officer`."""
THINGS: Final = frozenset(
    """checkpoint checkpoints site sites position positions stronghold strongholds hospital hospitals base bases post
    posts vehicle vehicles convoy convoys headquarters target targets area areas district districts bus buses
    neighborhood neighborhoods neighbourhood neighbourhoods village villages town towns camp camps building buildings
    home homes house houses station stations barracks airport province city street line lines front
    territory territories control infrastructure property recruit helicopter helicopters plane planes tank tanks
    warehouse warehouses depot depots van car cars truck trucks casualties deaths rule media tv
    television radio sources source spokesman spokesperson ministry market square bridge mosque church school
    schools farms parliament embassy consulate border""".split()
)
"""Nouns that make a thing of the noun before them: `army checkpoint`."""
GROUP_NAMES: Final = frozenset("Front Brigade Brigades Battalion Militia Resistance Fighters".split())
"""Last words of the names of armed groups."""
COUNTING: Final = NUMBERS | frozenset("several many some dozens other".split())
"""Words before a noun that are no part of the name."""
LEADERS: Final = frozenset(
    """leader leaders commander commanders chief facilitator facilitators member members operative operatives
    official officials supporters loyalists affiliates suspects""".split()
)


def mentions(
    sentence: Sentence, people: Sequence[Span], placed: Collection[int], on: str | None
) -> list[Mention]:
    """Everyone named in the sentence, in order, not overlapping.

    `people` are the spans of people's names in it, `placed` the tokens that name places; `on` is the day the report
    was published, for actors whose class changed.
    """
    found: list[Mention] = []
    places = {sentence.tokens[n].start for n in placed}
    named = {start: end for start, end in people if start not in places}
    place = 0
    while place < len(sentence.tokens):
        mention = _at(sentence, place, named, on)
        if mention is None:
            place += 1
            continue
        found.append(_widened(sentence, mention, found))
        place = mention.last + 1
    return _of_groups(sentence, found)


def _of_groups(sentence: Sentence, found: Sequence[Mention]) -> list[Mention]:
    """Fighters and the group they are said to be of, as one: `rebels of the Free Istrel Front`."""
    joined: list[Mention] = []
    for one in found:
        before = joined[-1] if joined else None
        between = " ".join(sentence.low(n) for n in range(before.last + 1, one.first)) if before else ""
        armed = before and before.kind == one.kind == "armed_group"
        if before and armed and between in {"of", "from", "of the", "from the"}:
            joined[-1] = replace(
                one, first=before.first, inter=one.inter or before.inter, sector=one.sector or before.sector
            )
        else:
            joined.append(one)
    return joined


def _at(sentence: Sentence, place: int, named: dict[int, int], on: str | None) -> Mention | None:
    token = sentence.tokens[place]
    if token.low in DETERMINERS:
        return None
    if known := _known(sentence, place, on):
        return known
    if token.start in named and not _is_placed(sentence, place, named[token.start]):
        return _person(sentence, place, named[token.start])
    if token.text[:1].isupper() and (land := _country(sentence, place)):
        return _of_country(sentence, *land, place)
    return _noun(sentence, place, None) or _unlisted(sentence, place)


def _unlisted(sentence: Sentence, place: int) -> Mention | None:
    """A group that the table lacks, by its capitals and its last word: `the Free Istrel Front`."""
    tokens, last = sentence.tokens, place
    while last < min(place + _LONGEST_NAME, len(tokens)) and tokens[last].text[:1].isupper():
        if last > place and tokens[last].text in GROUP_NAMES:
            name = _article_free(sentence, place, last)
            return Mention(place, last, name, "armed_group", None, None, None)
        last += 1
    return None


def _is_placed(sentence: Sentence, place: int, end: int) -> bool:
    """Whether what looks like a person's name is a place's: `al-Midan neighbourhood`."""
    behind = next((token.low for token in sentence.tokens[place:] if token.start >= end), "")
    return behind in THINGS or sentence.low(place - 1) in {"in", "near", "at", "into"}


def _text(tokens: Sequence[Token]) -> str:
    """Tokens with the blanks that stood between them, as one blank."""
    words = ""
    for before, token in zip((None, *tokens), tokens, strict=False):
        words += (" " if before and before.end < token.start else "") + token.text
    return words


def _known(sentence: Sentence, place: int, on: str | None) -> Mention | None:
    tokens = sentence.tokens
    longest = first_words().get(tokens[place].low.replace(".", "").removesuffix("'s"))
    if longest is None:
        return None
    for last in range(min(place + longest + _MORE, len(tokens)) - 1, place - 1, -1):
        words = _text(tokens[place : last + 1])
        known = actor_of(words, on)
        if known and _written_as_name(words, known):
            if sentence.low(last + 1) in LEADERS | {"fighters", "militants"}:
                last += 1
            if sentence.low(last + 1) in THINGS:
                return None
            land = by_code(known.country) if known.country and known.kind == "person" else None
            if land and sentence.low(last + 1) in FORCES | STATE_NOUNS:  # `Assad's warplanes`
                return _of_country(sentence, land, last, place)
            return Mention(place, last, known.name, known.kind, known.inter, known.sector, known.country)
    return None


def _written_as_name(words: str, known: KnownActor) -> bool:
    return any(letter.isupper() for letter in words) or words in (known.name, *known.aliases)


def _country(sentence: Sentence, place: int) -> tuple[Country, int] | None:
    tokens = sentence.tokens
    for last in range(min(place + _LONGEST_COUNTRY, len(tokens)) - 1, place - 1, -1):
        if country := country_of(_text(tokens[place : last + 1])):
            return country, last
    return None


def _of_country(sentence: Sentence, country: Country, last: int, first: int) -> Mention:
    """The country, or its forces, people or government where a noun for them follows."""
    noun = last + 1
    while noun < last + 4 and sentence.low(noun) in MODIFIERS | {"led", "backed", "-"}:
        noun += 1
    if found := _noun(sentence, noun, country.iso3):
        return Mention(
            first,
            found.last,
            _article_free(sentence, first, found.last),
            found.kind,
            found.inter,
            found.sector,
            country.iso3,
        )
    if sentence.tokens[last].text.removesuffix("s") in country.adjectives and sentence.low(last).endswith(
        "s"
    ):
        name = _article_free(sentence, first, last)
        return Mention(first, last, name, "people", None, None, country.iso3)  # `Israelis`
    return Mention(first, last, country.name, "state_forces", "State forces", "GOV", country.iso3, land=True)


def _noun(sentence: Sentence, place: int, country: str | None) -> Mention | None:
    if sentence.low(place) == "coalition" and sentence.low(place + 1) == "security":
        return None  # it describes the security forces that follow
    noun, last = _class(sentence.low(place), sentence.low(place + 1), country is not None)
    last += place
    if noun is None or sentence.low(last + 1) in THINGS:
        return None
    name = _article_free(sentence, place, last)
    return Mention(place, last, name, noun.kind, noun.inter, noun.sector, country)


def _class(word: str, behind: str, of_country: bool) -> tuple[Noun | None, int]:
    """How a noun classes those it names, and how many words behind it belong to it."""
    if behind in FORCES:  # `security forces`, `fighter jets`
        if word in {"fighter", "war"}:
            return (_STATE, 1) if of_country else (None, 1)
        if noun := BEFORE_FORCES.get(word):
            return noun, 1
    if noun := PLACED.get(f"{word} {behind}"):
        return noun, 1
    if noun := NOUNS.get(word.removesuffix("'s")):
        return noun, int(behind in COLLECTIVES)
    return (_STATE, 0) if word in FORCES and of_country else (None, 0)


def _person(sentence: Sentence, place: int, end: int) -> Mention:
    last = place
    while last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].end <= end:
        last += 1
    return Mention(place, last, _article_free(sentence, place, last), "person", None, None, None)


def _widened(sentence: Sentence, mention: Mention, before: list[Mention]) -> Mention:
    """With the words before a noun that describe them: `suspected armed militants`."""
    if mention.kind == "person" or mention.land:
        return mention
    first, floor = mention.first, before[-1].last if before else -1
    while first - 1 > floor and sentence.low(first - 1) in MODIFIERS:
        first -= 1
    if first == mention.first:
        return mention
    table = mention.name != _article_free(sentence, mention.first, mention.last)
    noun = next(n for n in range(first, mention.last + 1) if sentence.low(n) not in COUNTING)
    name = mention.name if table else _article_free(sentence, noun, mention.last)
    if any(sentence.low(n) in {"former", "ex"} for n in range(first, mention.first)):
        return replace(mention, first=first, name=name, inter=None, sector=None)
    return replace(mention, first=first, name=name)


def _article_free(sentence: Sentence, first: int, last: int) -> str:
    return re.sub(r"['’]s?$", "", _text(sentence.tokens[first : last + 1]))
