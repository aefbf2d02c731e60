"""Words in a sentence that say that something happened, and whether they say that it did."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.extract.events.grammar import (
    BE,
    BREAKS,
    DENYING,
    DETERMINERS,
    DO,
    FAILING,
    GOING_ON,
    HAVE,
    MODAL,
    NEGATIVE,
    PREPOSITIONS,
    UNREAL,
    is_adverb,
)
from rashomon.extract.events.lexicon import GAP, WIDEST, Entry, lexicon
from rashomon.extract.events.mentions import Mention
from rashomon.extract.events.sentences import Sentence

_REACH = 7
"""Tokens within which a verb's object stands."""
_GOVERNED = 6
"""Tokens before a trigger in which a word may deny or suspend it."""

TERRITORY: Final = frozenset(
    """town towns city cities village villages district districts province area areas base bases airbase checkpoint
    checkpoints neighbourhood neighbourhoods neighborhood neighborhoods airport crossing crossings road highway hill
    hills territory territories ground bridge positions position headquarters outpost outposts post posts swathes
    control parts half stronghold enclave suburb suburbs quarter border camp region station prison port
    dam barracks""".split()
)
_IMPLEMENTS: Final = frozenset(
    """bombs blasts strikes airstrikes raids attacks clashes rockets missiles shells bombings explosions""".split()
)
"""What kills and wounds in headlines: `blasts kill 31`."""
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
    left tears rips leaving strike fired launched dropped planted""".split()
)
_WORDS_NEEDED: Final = {
    "territory": TERRITORY,
    "weapons": WEAPONS,
    "property": PROPERTY,
    "aid": AID,
    "military": MILITARY,
}
NOT_THE_EVENT: Final = frozenset(
    """warrant warrants disposal squad squads plot plots suspect suspects threat threats cell cells maker makers
    making range shelter shelters helicopter helicopters capability capabilities plan plans network networks
    planner planners expert experts belt belts factory vest vests group groups talks deal agreement movement
    monitor leader leaders organiser organisers organizer organizers battalion battalions season age force forces""".split()
)
"""Nouns behind a trigger that make something else of it: `arrest warrant`, `bomb maker`."""
ACCIDENT: Final = frozenset(
    """earthquake quake flood floods flooding crash crashed accident landslide avalanche storm cyclone hurricane
    typhoon virus disease cholera coronavirus covid-19 pandemic epidemic drowned capsized collapsed tsunami
    wildfire stampede derailed tornado blizzard famine cancer""".split()
)
BY_ACCIDENT: Final = frozenset("killing wounding explosion".split())
TRANSITIVE: Final = frozenset(
    """killing wounding assassination execution arrest abduction attack torture rape beheading conviction beating
    blade""".split()
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """Something said to have happened by the tokens `first` to `last`."""

    first: int
    last: int
    sense: str
    verb: bool
    passive: bool
    negated: bool


def triggers(sentence: Sentence, known: Sequence[Mention], placed: Collection[int]) -> list[Trigger]:
    """The triggers of a sentence, in order. What is planned, feared, demanded or asked did not happen and is left out.

    `known` are those named in the sentence, `placed` the tokens that name places.
    """
    if sentence.low(len(sentence.tokens) - 1) == "?":
        return []
    holders = {n for one in known for n in range(one.first, one.last + 1)}
    accident = any(token.low in ACCIDENT for token in sentence.tokens)
    found: list[Trigger] = []
    place = 0
    while place < len(sentence.tokens):
        read = next(_readings(sentence, place, known, holders, placed), None)
        if read is None:
            place += 1
            continue
        entry, last = read
        negated = _negated(sentence, place, entry)
        if negated is not None and not (accident and entry.sense in BY_ACCIDENT):
            verb = entry.form != "noun"
            passive = verb and _passive(sentence, place, last, entry, holders)
            found.append(Trigger(place, last, entry.sense, verb, passive, negated))
        place = last + 1
    return found


def _readings(
    sentence: Sentence,
    place: int,
    known: Sequence[Mention],
    holders: Collection[int],
    placed: Collection[int],
) -> Iterator[tuple[Entry, int]]:
    for entry in lexicon().get(sentence.tokens[place].low, ()):
        last = _matched(sentence, place, entry.words)
        if last is None or not _in_form(sentence, place, last, entry, holders):
            continue
        if not entry.needs or _has(sentence, place, last, entry, known, holders, placed):
            yield entry, last


def _matched(sentence: Sentence, place: int, words: tuple[str, ...]) -> int | None:
    """Where the words end that begin at `place`; None where they do not stand there."""
    at, gap = place, False
    for word in words[1:]:
        if word == GAP:
            gap = True
            continue
        reach = WIDEST if gap else 1
        at = next(
            (
                n
                for n in range(at + 1, at + 1 + reach)
                if sentence.low(n) == word.lower() and not _broken(sentence, at + 1, n)
            ),
            -1,
        )
        if at < 0:
            return None
        gap = False
    return at


def _broken(sentence: Sentence, start: int, end: int) -> bool:
    return any(sentence.low(n) in BREAKS or sentence.low(n) == "," for n in range(start, end))


def before(sentence: Sentence, place: int) -> int:
    """The nearest token before `place` that is no adverb."""
    at = place - 1
    while at >= 0 and is_adverb(sentence.low(at)):
        at -= 1
    return at


def _in_form(sentence: Sentence, place: int, last: int, entry: Entry, holders: Collection[int]) -> bool:
    """Whether the words stand where their form can: a noun as a noun, a verb as a verb."""
    at = before(sentence, place)
    prior, behind = sentence.low(at), sentence.low(last + 1)
    auxiliary = prior in MODAL or prior in DO or prior == "to"
    if entry.form == "noun":
        gerund = entry.words == ("fighting",) and last + 1 in holders
        other = behind in NOT_THE_EVENT or prior in {"they", "we", "who", "he", "she"}
        return not (auxiliary or other or gerund)
    if entry.form == "base":  # `did not seize`, `rebels seize`
        return auxiliary or prior == "and" or (at in holders and prior.endswith("s")) or prior in _IMPLEMENTS
    if entry.form == "third":  # `blast kills 31`, never `rebel targets`
        alone = not behind or behind in {",", ".", ")", "and"} or (behind in PREPOSITIONS and behind != "at")
        return prior not in DETERMINERS and prior not in PREPOSITIONS and not alone
    if entry.form == "participle":
        return prior in BE or prior in HAVE or prior in {"and", ",", "not"}
    if entry.form == "past":
        adjective = prior in DETERMINERS or (prior in PREPOSITIONS and prior != "of")
        return not adjective or len(entry.words) > 1
    return _ing_is_verb(sentence, place, prior)


def _ing_is_verb(sentence: Sentence, place: int, prior: str) -> bool:
    if prior in {"of", "for"}:
        return any(
            sentence.low(n)[:5] in {"accus", "blame", "guilt", "respo"} for n in range(place - 7, place)
        )
    return prior in BE or prior in {
        ",",
        "and",
        "after",
        "before",
        "by",
        "while",
        "when",
        "since",
        "in",
        "from",
    }


def _has(
    sentence: Sentence,
    place: int,
    last: int,
    entry: Entry,
    known: Sequence[Mention],
    holders: Collection[int],
    placed: Collection[int],
) -> bool:
    """Whether what the entry needs stands beside it."""
    if entry.needs == "air":
        return any(token.low in AIR for token in sentence.tokens)
    if entry.needs == "impact":
        by = any(sentence.low(n) in {"by", "when", "fired"} for n in range(place - 3, place))
        return by or any(sentence.low(n) in IMPACT for n in _reach(sentence, last + 1, 5))
    if entry.needs == "armed":
        subject = any(
            one.last < place <= one.last + 6 and one.inter not in {None, "Civilians"} for one in known
        )
        return subject or any(token.low in ARMS or token.low in AIR for token in sentence.tokens)
    passive = sentence.low(before(sentence, place)) in BE
    near = range(max(0, place - _REACH - 2), place) if passive else _phrase(sentence, last + 1)
    if entry.needs == "people":
        return any(n in holders or _counts(sentence, n) for n in near)
    words = _WORDS_NEEDED[entry.needs]
    if entry.needs == "territory":
        inside = range(place, last + 1)
        return any(sentence.low(n) in words or (n in placed and n not in holders) for n in (*inside, *near))
    return any(sentence.low(n) in words for n in near)


def _phrase(sentence: Sentence, start: int) -> range:
    """The tokens from `start` to the end of the noun phrase there."""
    near = _reach(sentence, start, _REACH)
    ends = (n for n in near if sentence.low(n) in PREPOSITIONS - {"of"} or sentence.low(n) in {",", "."})
    return range(start, next(ends, near.stop))


def _counts(sentence: Sentence, place: int) -> bool:
    return sentence.low(place) in {
        "individual",
        "individuals",
        "suspect",
        "suspects",
        "people",
        "him",
        "them",
        "her",
    }


def _reach(sentence: Sentence, start: int, most: int) -> range:
    """The tokens from `start` to the end of the clause, at most so many."""
    end = next(
        (n for n in range(start, min(start + most, len(sentence.tokens))) if sentence.low(n) in BREAKS),
        start + most,
    )
    return range(start, min(end, len(sentence.tokens)))


def _negated(sentence: Sentence, place: int, entry: Entry) -> bool | None:
    """Whether the words say that it did not happen; None where they leave it open."""
    at = before(sentence, place)
    word = sentence.low(at)
    if word == "to":
        governor = sentence.low(before(sentence, at))
        if governor in FAILING:
            return True
        if governor not in GOING_ON:
            return None
        at = before(sentence, at)
    words = [sentence.low(n) for n in _back(sentence, at + 1, _GOVERNED)]
    if any(word in MODAL or word in UNREAL for word in words):
        return None
    if any(_denies(sentence, n) for n in _back(sentence, place, _GOVERNED)):
        return True
    return any(
        sentence.low(n) in DENYING for n in _back(sentence, place, 2 * _GOVERNED, through=("that", "who"))
    )


def _denies(sentence: Sentence, place: int) -> bool:
    follows = sentence.low(place + 1)
    return sentence.low(place) in NEGATIVE and follows not in {
        "only",
        "fewer",
        "less",
        "more",
        "later",
        "just",
    }


def _back(sentence: Sentence, place: int, most: int, through: tuple[str, ...] = ()) -> range:
    """The tokens before `place` in the same clause, at most so many."""
    start = place
    while start > 0 and place - start < most:
        word = sentence.low(start - 1)
        if word not in through and word in BREAKS and word not in {"if", "unless"}:
            break
        start -= 1
    return range(start, place)


def _passive(sentence: Sentence, place: int, last: int, entry: Entry, holders: Collection[int]) -> bool:
    """Whether the subject suffers it: `were killed`, `five killed in`, `the town seized by`."""
    if entry.form not in {"past", "participle"}:
        return False
    prior = before(sentence, place)
    if sentence.low(prior) in {"and", ","} and place >= 2:
        prior = before(sentence, prior - 1)  # `were killed and wounded`
    word = sentence.low(prior)
    if word in BE:
        return True
    if word in HAVE:
        return False
    behind = sentence.low(last + 1)
    if behind == "by":
        return True
    alone = not behind or behind in PREPOSITIONS or behind in BREAKS or behind in {",", ".", "and", "or"}
    return alone and entry.sense in TRANSITIVE and len(entry.words) == 1
