"""Who does and who suffers what a trigger says, by where they stand in the sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.codebook.events import SENSES
from rashomon.extract.events.grammar import (
    BE,
    BREAKS,
    DENYING,
    DETERMINERS,
    DO,
    FAILING,
    HAVE,
    PREPOSITIONS,
    SPEECH,
)
from rashomon.extract.events.mentions import Mention
from rashomon.extract.events.sentences import Sentence, is_adverb
from rashomon.extract.events.triggers import Trigger
from rashomon.model import Role

_FAR = 12
"""Tokens across which a subject or an agent is still looked for."""
_NEAR = 7
"""Tokens across which an object is still looked for."""

MUTUAL: Final = frozenset("clash agreement talks".split())
"""What two sides do together."""
ALONE: Final = frozenset(
    """protest riot strike surrender defection withdrawal hunger-strike ceasefire""".split()
)
"""What nobody suffers."""
BY_A_LAND: Final = frozenset(
    """attack clash air-strike drone-strike shelling deployment withdrawal agreement talks sanctions aid""".split()
)
"""Of these the adjective of a country says who does it: `Turkish air strikes`; others it only places."""
_ARMED: Final = frozenset(name for name, sense in SENSES.items() if sense.plover == "ASSAULT")
"""What civilians do not do: `child killed, two injured` is a headline without `was`."""
LIGHT: Final = frozenset(
    """launched launch launches carried carry carries carrying conducted conduct conducts conducting staged mounted
    executed launching staging mounting made perpetrated began intensified stepped resumed continued""".split()
)
"""Verbs whose object is the event: their subject does it."""
_SMALL: Final = BE | HAVE | DO | DENYING | FAILING | {"not", "to"}
_ENDS: Final = BREAKS | SPEECH | BE | {","}
_TOWARDS: Final = frozenset("on against at targeting upon".split())
_GROUPS: Final = frozenset(
    """members group groups dozens scores hundreds thousands number numbers fighters soldiers two three four five
    six seven eight nine ten one some many most several all militants tens none""".split()
)


@dataclass(frozen=True, slots=True)
class Part:
    """A mention in its role."""

    mention: Mention
    role: Role


def parts(
    sentence: Sentence, trigger: Trigger, known: Sequence[Mention], others: Sequence[Trigger]
) -> list[Part]:
    """Those who take part in what `trigger` says. `others` are all triggers of the sentence.

    Where the words leave doubt, nobody is named.
    """
    found = list(
        _verb(sentence, trigger, known, others) if trigger.verb else _noun(sentence, trigger, known, others)
    )
    if trigger.sense in MUTUAL:
        found = [Part(one.mention, "does") for one in found]
    elif trigger.sense in ALONE:
        found = [Part(one.mention, "does") for one in found if one.role == "does" or not trigger.verb]
    else:
        found = [one for one in found if not (one.role == "suffers" and one.mention.land)]
    return settled(found)


def settled(found: Sequence[Part]) -> list[Part]:
    """Without those who would do it to themselves: there the words were misread."""
    suffering = {one.mention.name for one in found if one.role == "suffers"}
    return [one for one in found if one.role == "suffers" or one.mention.name not in suffering]


def _verb(
    sentence: Sentence, trigger: Trigger, known: Sequence[Mention], others: Sequence[Trigger]
) -> Iterator[Part]:
    inside = [one for one in known if trigger.first < one.first and one.last < trigger.last]
    yield from (Part(one, "suffers") for one in inside)
    if trigger.passive:
        yield from (Part(one, "suffers") for one in _subject(sentence, trigger.first, known, others))
        yield from (Part(one, "does") for one in _agent(sentence, trigger.last, known))
        return
    subject = _subject(sentence, trigger.first, known, others)
    yield from (Part(one, "does") for one in subject if trigger.sense not in _ARMED or _can_attack(one))
    stop = min((one.first for one in others if one.first > trigger.last), default=len(sentence.tokens))
    near = [one for one in known if one.first < stop]
    yield from (Part(one, "suffers") for one in _object(sentence, trigger.last, near, _TOWARDS | {"with"}))


def _noun(
    sentence: Sentence, trigger: Trigger, known: Sequence[Mention], others: Sequence[Trigger]
) -> Iterator[Part]:
    first, last = trigger.first, trigger.last
    if sentence.tokens[last].low == "between" or sentence.low(last + 1) == "between":
        yield from (Part(one, "does") for one in _listed(sentence, last + 2, known))
        return
    if owner := _owner(sentence, first, known, trigger.sense):
        yield from (Part(one, "does") for one in [*_joined_before(sentence, owner, known), owner])
    elif (verb := _light(sentence, first)) is not None:
        yield from (Part(one, "does") for one in _subject(sentence, verb, known, others))
    yield from (Part(one, "does") for one in _agent(sentence, last, known))
    if sentence.tokens[last].low == "of":
        yield from (Part(one, "suffers") for one in _object(sentence, last, known, frozenset()))
    else:
        wanted = (
            _TOWARDS
            | ({"with"} if trigger.sense in MUTUAL else set())
            | ({"of"} if _of_victims(trigger) else set())
        )
        found = _object(sentence, last, known, wanted, after=True)
        yield from (Part(one, "suffers") for one in found if one.kind != "person" or _of_victims(trigger))


def _can_attack(one: Mention) -> bool:
    return one.kind != "people" or one.inter in {"Protesters", "Rioters"}


def _of_victims(trigger: Trigger) -> bool:
    return trigger.sense in {"killing", "assassination", "abduction", "beheading", "blade", "torture"}


def _subject(
    sentence: Sentence, verb: int, known: Sequence[Mention], others: Sequence[Trigger]
) -> list[Mention]:
    """Who stands before a verb as its subject, with those joined to them by `and`."""
    at = _before_auxiliaries(sentence, verb)
    if sentence.low(at) in {"and", ","}:
        return _shared_subject(sentence, verb, at, known, others)
    if sentence.low(at) in {"who", "which", "that"}:
        at -= 2 if sentence.low(at - 1) == "," else 1
        return [one for one in known if one.last == at and not one.land]
    floor = _clause_start(sentence, at, others)
    heads = [one for one in known if floor <= one.first and one.last <= at and at - one.last <= _FAR]
    for head in reversed(heads):
        if _is_under_preposition(sentence, head) and (head.last != verb - 1 or head.land):
            continue
        if any(_verbal(sentence, n) for n in range(head.last + 1, at + 1)):
            return []
        return [*_joined_before(sentence, head, heads), head]
    return []


def _before_auxiliaries(sentence: Sentence, verb: int) -> int:
    at = verb - 1
    while at >= 0:
        word = sentence.low(at)
        small = (
            word in BE
            or word in HAVE
            or word in DO
            or word in {"not", "to"}
            or is_adverb(word)
            or word in DENYING | FAILING
        )
        if not small and not word.startswith(("continu", "began", "start", "manag")):
            break
        at -= 1
    return at


def _shared_subject(
    sentence: Sentence, verb: int, at: int, known: Sequence[Mention], others: Sequence[Trigger]
) -> list[Mention]:
    """`they stormed the town and killed`: the subject of the verb before; nobody where a noun's phrase goes before."""
    earlier = [
        one for one in others if one.verb and not one.passive and one.last < at and at - one.last <= _FAR
    ]
    if not earlier or any(sentence.low(n) in BREAKS for n in range(earlier[-1].last, at)):
        return []
    return _subject(
        sentence, earlier[-1].first, known, [one for one in others if one.last < earlier[-1].first]
    )


def _clause_start(sentence: Sentence, at: int, others: Sequence[Trigger]) -> int:
    """Where the clause that ends at `at` begins: behind a conjunction, a word of speech or another event."""
    taken = {n for one in others for n in range(one.first, one.last + 1)}
    start = at
    while start >= 0 and sentence.low(start) not in BREAKS and sentence.low(start) not in SPEECH:
        if start in taken:
            break
        start -= 1
    return start + 1


def _is_under_preposition(sentence: Sentence, mention: Mention) -> bool:
    at = mention.first - 1
    while at >= 0 and _describes(sentence.low(at)):
        at -= 1
    word = sentence.low(at)
    if word == "of":
        return sentence.low(at - 1) not in _GROUPS and not sentence.low(at - 1).isdigit()
    return word in PREPOSITIONS


def _describes(word: str) -> bool:
    """Whether a word stands between a preposition and its noun."""
    return word in DETERMINERS or word in _GROUPS or word.isdigit() or word.endswith("ern") or "-" in word


def _verbal(sentence: Sentence, place: int) -> bool:
    word = sentence.low(place)
    return word in SPEECH or word in BE or word in HAVE or word == "to"


def _joined_before(sentence: Sentence, head: Mention, heads: Sequence[Mention]) -> list[Mention]:
    """Those that `and` joins to the head before it: `troops and police`."""
    found: list[Mention] = []
    for one in reversed(heads):
        between = [sentence.low(n) for n in range(one.last + 1, (found[0] if found else head).first)]
        if one.last < head.first and between and between[0] in {"and", ","} and len(between) <= 3:
            found.insert(0, one)
    return [one for one in found if not one.land or head.kind in {"state_forces", "body"}]


def _agent(sentence: Sentence, last: int, known: Sequence[Mention]) -> list[Mention]:
    """Who stands behind `by`."""
    for n in range(last + 1, min(last + 1 + _FAR, len(sentence.tokens))):
        word = sentence.low(n)
        if word in BREAKS or word in SPEECH or word == ",":
            return []
        if word == "by":
            return _listed(sentence, n + 1, known)
    return []


def _object(
    sentence: Sentence,
    last: int,
    known: Sequence[Mention],
    through: frozenset[str] | set[str],
    after: bool = False,
) -> list[Mention]:
    """Who stands behind a verb as its object, or (`after`) behind one of the prepositions `through`."""
    seen = not after
    for n in range(last + 1, min(last + 1 + _NEAR, len(sentence.tokens))):
        word = sentence.low(n)
        if seen and any(one.first == n for one in known):
            return _listed(sentence, n, known)
        if word in through:
            seen = True
        elif word in _ENDS or (word in PREPOSITIONS and not (seen and word in {"of", "at"})):
            return []
    return []


def _listed(sentence: Sentence, start: int, known: Sequence[Mention]) -> list[Mention]:
    """The first one named from `start` on, and those that `and` or a comma join to it."""
    found: list[Mention] = []
    for one in known:
        if one.first < start:
            continue
        between = [sentence.low(n) for n in range(found[-1].last + 1 if found else start, one.first)]
        if found and not (between and between[0] in {"and", "&"} and len(between) <= 4):
            break
        if not found and (
            len(between) > 4 or any(word in PREPOSITIONS - {"of"} or word in BREAKS for word in between)
        ):
            break
        found.append(one)
    return found


def _owner(sentence: Sentence, first: int, known: Sequence[Mention], sense: str) -> Mention | None:
    """Who stands right before a noun: `the rebels' attack`, `Turkish shelling`."""
    at = first - 1
    while at >= 0 and (is_adverb(sentence.low(at)) or sentence.low(at) in _DESCRIBING):
        at -= 1
    if sentence.low(at) in {"'", "’", "s"}:
        at -= 1
    for one in known:
        if one.last == at and (not one.land or sense.replace(" ", "-") in BY_A_LAND):
            return None if one.kind == "people" and sense not in ALONE else one
    return None


_DESCRIBING: Final = frozenset(
    """major heavy intense deadly fierce new fresh massive latest recent series surprise overnight cross-border
    ground military armed two three four five several multiple simultaneous coordinated alleged
    retaliatory pre-emptive violent mass""".split()
)


def _light(sentence: Sentence, first: int) -> int | None:
    """The verb before a noun whose object the noun is: `launched a series of air strikes`."""
    for n in range(first - 1, max(-1, first - 8), -1):
        word = sentence.low(n)
        if word in LIGHT:
            return n
        if word in BREAKS or word in SPEECH or word == ",":
            return None
    return None
