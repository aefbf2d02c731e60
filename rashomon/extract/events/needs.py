"""What must stand beside some words for them to say that something happened: ground that is taken, people arrested."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.extract.events.grammar import BE, BREAKS, HAVE, PREPOSITIONS, is_preposition
from rashomon.extract.events.lexicon import Entry
from rashomon.extract.events.mentions import LEADERS, Mention
from rashomon.extract.events.sentences import Sentence

_REACH = 7
"""Tokens within which a verb's object stands."""

TERRITORY: Final = frozenset(
    """town towns city cities village villages district districts province area areas base bases airbase checkpoint
    checkpoints neighbourhood neighbourhoods neighborhood neighborhoods airport crossing crossings road highway hill
    hills territory territories ground bridge positions position headquarters outpost outposts post posts swathes
    control parts half stronghold enclave suburb suburbs quarter border camp region station prison port
    dam barracks""".split()
)
WEAPONS: Final = frozenset(
    """weapons weapon ammunition explosives ied ieds bomb bombs mine mines arms rifles grenades rockets munitions
    cache caches explosive rocket grenade ak-47 rifle shotgun pistol machine-gun narcotics opium""".split()
)
PROPERTY: Final = frozenset(
    """house houses home homes building buildings school schools hospital hospitals mosque mosques church churches
    shop shops market vehicle vehicles car cars tank tanks bridge village villages property statue temple crops
    offices office warehouse station farm farms bakery depot shrine infrastructure compound bus""".split()
)
AID: Final = frozenset("aid food medicine relief supplies assistance medical humanitarian".split())
MILITARY: Final = frozenset(
    "troops soldiers forces warships tanks reinforcements police army units fighters".split()
)
AIR: Final = frozenset(
    """warplane warplanes jet jets aircraft helicopter helicopters airplane airplanes planes airstrike airstrikes
    aerial gunship gunships barrel air-raid""".split()
)
ARMS: Final = frozenset(
    """missile missiles rocket rockets mortar mortars shell shells artillery bomb bombs strike strikes bomber bombers
    airstrike airstrikes gunmen tank tanks shelling drone drones""".split()
)
IMPACT: Final = frozenset(
    """hit hits struck strikes fell landed exploded explodes killed kills killing detonated slammed crashed rained
    wounded injured injuring ripped tore went targeted targets destroyed blew attacked drove rammed wounding kill
    left tears rips leaving strike fired launched dropped planted rocked rocks""".split()
)
PAPERS: Final = frozenset(
    """footage video videos statement statements report reports list photos images documents details data names
    results audio film album book""".split()
)
"""What is released and is no prisoner."""
PERSONS: Final = LEADERS | frozenset(
    """individual individuals suspect suspects people him them her nobody one none associate associates kidnapper
    smuggler smugglers dealer dealers expert experts murderer murderers""".split()
)
_WORDS: Final = {
    "people": PERSONS,
    "territory": TERRITORY,
    "weapons": WEAPONS,
    "property": PROPERTY,
    "aid": AID,
    "military": MILITARY,
}


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with those named in it, and the tokens that name them and that name places."""

    sentence: Sentence
    known: Sequence[Mention]
    holders: Collection[int]
    placed: Collection[int]


def has_needed(scene: Scene, place: int, last: int, entry: Entry) -> bool:
    """Whether what the entry needs stands beside its words, the tokens `place` to `last`."""
    if not entry.needs:
        return True
    if special := _SPECIAL.get(entry.needs):
        return special(scene, place, last)
    sentence, words = scene.sentence, _WORDS[entry.needs]
    passive = sentence.low(sentence.before(place)) in BE
    near = range(max(0, place - _REACH - 2), place) if passive else _phrase(sentence, last + 1)
    if entry.needs == "people":
        if any(sentence.low(n) in PAPERS for n in near):
            return False
        return any(n in scene.holders or sentence.low(n) in words for n in near)
    if entry.needs == "territory":
        near_or_inside = (*range(place, last + 1), *near)
        placed = {n for n in scene.placed if n not in scene.holders}
        return any(sentence.low(n) in words or n in placed for n in near_or_inside)
    return any(sentence.low(n) in words for n in near)


def _air(scene: Scene, place: int, last: int) -> bool:
    return any(token.low in AIR for token in scene.sentence.tokens)


def _impact(scene: Scene, place: int, last: int) -> bool:
    sentence = scene.sentence
    by = any(sentence.low(n) in {"by", "when", "fired"} for n in range(place - 3, place))
    return by or any(sentence.low(n) in IMPACT for n in _reach(sentence, last + 1, 5))


def _armed(scene: Scene, place: int, last: int) -> bool:
    passive = scene.sentence.low(scene.sentence.before(place)) in BE
    subject = not passive and any(
        one.last < place <= one.last + 6 and one.inter not in {None, "Civilians"} for one in scene.known
    )
    return subject or any(token.low in ARMS or token.low in AIR for token in scene.sentence.tokens)


def _alone(scene: Scene, place: int, last: int) -> bool:
    sentence = scene.sentence
    return sentence.low(last + 1) in BREAKS | BE | HAVE | _INTRANSITIVE or is_preposition(sentence, last + 1)


_INTRANSITIVE: Final = frozenset(
    """, . and broke erupted raged continued intensified escalated began started resumed flared killed left""".split()
)
_SPECIAL: Final[dict[str, Callable[[Scene, int, int], bool]]] = {
    "air": _air,
    "impact": _impact,
    "armed": _armed,
    "alone": _alone,
}


def _phrase(sentence: Sentence, start: int) -> range:
    """The tokens from `start` to the end of the noun phrase there."""
    near = _reach(sentence, start, _REACH)
    ends = (n for n in near if sentence.low(n) in PREPOSITIONS - {"of"} or sentence.low(n) in {",", "."})
    return range(start, next(ends, near.stop))


def _reach(sentence: Sentence, start: int, most: int) -> range:
    """The tokens from `start` to the end of the clause, at most so many."""
    end = min(start + most, len(sentence.tokens))
    return range(start, next((n for n in range(start, end) if sentence.low(n) in BREAKS), end))
