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
    HAVE,
    MODAL,
    PREPOSITIONS,
    is_preposition,
)
from rashomon.extract.events.lexicon import GAP, WIDEST, Entry, lexicon
from rashomon.extract.events.mentions import Mention
from rashomon.extract.events.needs import Scene, has_needed
from rashomon.extract.events.reality import negated
from rashomon.extract.events.sentences import Sentence

_IMPLEMENTS: Final = frozenset(
    """bombs blasts strikes airstrikes raids attacks clashes rockets missiles shells bombings explosions""".split()
)
"""What kills and wounds in headlines: `blasts kill 31`."""
_HURT: Final = frozenset("injured wounded hurt others missing".split())
"""In headlines without `were` they show the next count: `10 killed, 40 injured`."""
_ALONGSIDE: Final = frozenset("after before by while when since".split())
"""Before a verb in -ing these say that it happened; `in` and `from` do not."""
NOT_THE_EVENT: Final = frozenset(
    """warrant warrants disposal squad squads plot plots suspect suspects threat threats cell cells maker makers
    making range shelter shelters helicopter helicopters capability capabilities plan plans network networks
    planner planners expert experts belt belts factory vest vests group groups talks deal agreement movement
    monitor leader leaders organiser organisers organizer organizers battalion battalions violation
    violations guarantor guarantors guarantor-states breaches season age force forces""".split()
)
"""Nouns behind a trigger that make something else of it: `arrest warrant`, `bomb maker`."""
ACCIDENT: Final = frozenset(
    """earthquake quake flood floods flooding crash crashed accident landslide avalanche storm cyclone hurricane
    typhoon virus disease cholera coronavirus covid-19 pandemic epidemic drowned capsized collapsed tsunami
    wildfire blaze inferno cyberattack cyberattacks cyber stampede derailed tornado blizzard famine cancer""".split()
)
_SPOKEN_OF: Final = frozenset("withdrawal release ceasefire agreement deployment".split())
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
    scene = Scene(sentence, known, {n for one in known for n in range(one.first, one.last + 1)}, placed)
    accident = any(token.low in ACCIDENT for token in sentence.tokens)
    found: list[Trigger] = []
    place = 0
    while place < len(sentence.tokens):
        read = next(_readings(scene, place), None)
        if read is None:
            place += 1
            continue
        entry, last = read
        verb = entry.form != "noun"
        denied = negated(sentence, place, not verb, not verb and entry.sense in _SPOKEN_OF)
        if denied is not None and not (accident and entry.sense in BY_ACCIDENT):
            passive = verb and _passive(sentence, place, last, entry)
            found.append(Trigger(place, last, entry.sense, verb, passive, denied))
        place = last + 1
    return found


def may_tell(sentence: Sentence) -> bool:
    """Whether some words stand there that could be a trigger: a quick look before all else."""
    return any(
        _matched(sentence, place, entry.words) is not None
        for place, token in enumerate(sentence.tokens)
        for entry in lexicon().get(token.low, ())
    )


def _readings(scene: Scene, place: int) -> Iterator[tuple[Entry, int]]:
    for entry in lexicon().get(scene.sentence.tokens[place].low, ()):
        last = _matched(scene.sentence, place, entry.words)
        if (
            last is not None
            and _in_form(scene.sentence, place, last, entry, scene.holders)
            and has_needed(scene, place, last, entry)
        ):
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


def _in_form(sentence: Sentence, place: int, last: int, entry: Entry, holders: Collection[int]) -> bool:
    """Whether the words stand where their form can: a noun as a noun, a verb as a verb."""
    at = sentence.before(place)
    prior, behind = sentence.low(at), sentence.low(last + 1)
    auxiliary = prior in MODAL or prior in DO or prior == "to"
    if entry.form == "noun":
        other = behind in NOT_THE_EVENT or prior in {"they", "we", "who", "he", "she"}
        gerund = entry.words[-1].endswith("ing") and (last + 1 in holders or behind[:1].isdigit())
        return not (auxiliary or other or gerund)
    if entry.form == "base":  # `did not seize`, `rebels seize`
        return auxiliary or prior == "not" or (at in holders and prior.endswith("s")) or prior in _IMPLEMENTS
    if entry.form == "third":  # `blast kills 31`, never `rebel targets`
        alone = not behind or behind in {",", ".", ")", "and"} or is_preposition(sentence, last + 1)
        return prior not in DETERMINERS and prior not in PREPOSITIONS and not alone
    if entry.form == "participle":
        return prior in BE or prior in HAVE or prior in {"and", ",", "not"}
    if entry.form == "past":
        adjective = prior in DETERMINERS or (prior in PREPOSITIONS and prior != "of")
        was_met = prior in BE and entry.words[0] == "met"  # `the move was met with anger`
        return (not adjective or len(entry.words) > 1) and not was_met
    return at in holders or _ing_is_verb(sentence, place, prior)


def _ing_is_verb(sentence: Sentence, place: int, prior: str) -> bool:
    if prior in DENYING or prior == "without":
        return True
    if prior in {"of", "for"}:
        return any(
            sentence.low(n)[:5] in {"accus", "blame", "guilt", "respo"} for n in range(place - 7, place)
        )
    return prior in BE or prior in {",", "and"} or prior in _ALONGSIDE


def _passive(sentence: Sentence, place: int, last: int, entry: Entry) -> bool:
    """Whether the subject suffers it: `were killed`, `five killed in`, `the town seized by`."""
    if entry.form not in {"past", "participle"}:
        return False
    prior = sentence.before(place)
    if sentence.low(prior) in {"and", ","} and place >= 2:
        prior = sentence.before(prior - 1)  # `were killed and wounded`
    word = sentence.low(prior)
    if word in BE:
        return True
    if word in HAVE:
        return False
    behind = sentence.low(last + 1)
    if behind == "by":
        return True
    alone = (
        not behind
        or is_preposition(sentence, last + 1)
        or behind in BREAKS
        or behind in {",", ".", "and", "or"}
    )
    counts = behind[:1].isdigit() and any(sentence.low(last + n) in _HURT for n in (2, 3))
    return (alone or counts) and entry.sense in TRANSITIVE and len(entry.words) == 1
