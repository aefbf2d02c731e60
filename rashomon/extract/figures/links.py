"""Which word of harm a count of people belongs to.

A compact grammar over tokens, for no parse is at hand. The nearest tie wins: a word of harm within the count's own
words (`12 wounded people`); one that follows it at once (`14 people were killed`); a verb just before it
(`killing 14`); `among the dead were 14`; a toll that it ends; the whole of which it is a part; a list that it goes
on (`killing 14 soldiers and five civilians`); at last a word that follows at a distance.
"""

from typing import Final

from rashomon.extract.figures.harms import Harm
from rashomon.extract.figures.lists import far, is_whole, listed, part, whole
from rashomon.extract.figures.mentions import Mention
from rashomon.extract.figures.nouns import STOP, is_person
from rashomon.extract.figures.scene import BEFORE, Scene, Tie
from rashomon.extract.figures.tokens import Sentence

_LIGHT: Final = frozenset(
    """was were is are be been being got get have has had having also reportedly reported confirmed believed feared
    thought said known to still already then either seriously severely critically badly slightly lightly fatally
    mortally both all allegedly apparently now later since ( ) " “ ” ' ’ more others people would will may might
    could , being left - – — -- of them whom these those among the remain remained remains went""".split()
)
"""Words without weight between people and what came over them."""
_RELATIVE: Final = _LIGHT | frozenset("who which that".split())
_CONNECT: Final = frozenset(
    """to at of is was were reached reaching reaches hit hits hitting exceeded exceeding passed topped tops surpassed
    above be stands stood from by are : exceeds past""".split()
)
_HELD: Final = frozenset("detained abducted other".split())
_NAME: Final = frozenset("the of his its their a".split())
NEAR, NAME_REACH, AMONG_REACH, TOLL_REACH = 8, 9, 10, 25
"""How many tokens may stand between, rule by rule."""


def ties(sentence: Sentence, found: list[Mention], harms: list[Harm]) -> dict[int, Tie]:
    """The tie of each mention that counts people who came to harm, by the mention's index."""
    scene = Scene(sentence, found, harms)
    tied: dict[int, Tie] = {}
    for n in range(len(found)):
        tie = _near(scene, n)
        if tie:
            tied[n] = tie
    for n, one in enumerate(found):
        tie = tied.get(n)
        if tie is None and not is_whole(scene, n):
            tie = part(scene, n, tied) or listed(scene, n, tied) or far(scene, n)
        if tie is None and one.own is not None:
            tie = Tie(one.own.kinds, one.own, "own")
        if tie:
            of = tie.part_of if tie.part_of is not None else whole(scene, n, tied, tie.harm)
            tied[n] = Tie(tie.kinds, tie.harm, tie.how, of)
    return tied


def _near(scene: Scene, n: int) -> Tie | None:
    if is_whole(scene, n) and scene.found[n].end not in scene.harm_at:
        return _own(scene, n)  # of `3 of the 14 miners died` only three did
    rules = (_own, _clause, _object, _after_name, _among, _clause_of_who, _toll)
    return next((tie for rule in rules if (tie := rule(scene, n))), None)


def _own(scene: Scene, n: int) -> Tie | None:
    """Harm within the count's own words; who is held, or a victim, may come to more harm."""
    own = scene.found[n].own
    if own is None or (own.form == "noun" and own.kinds[0] in _HELD):
        return None
    return Tie(own.kinds, own, "own")


def _clause(scene: Scene, n: int) -> Tie | None:
    return _following(scene, n, _LIGHT)


def _clause_of_who(scene: Scene, n: int) -> Tie | None:
    return _following(scene, n, _RELATIVE)


def _following(scene: Scene, n: int, light: frozenset[str]) -> Tie | None:
    """The word of harm behind a mention, with only light words between."""
    end = scene.found[n].end
    for k in range(end, end + NEAR):
        harm = scene.harm_at.get(k)
        if harm is not None:
            passive = not scene.is_active(harm) and harm.form != "toll"
            return Tie(harm.kinds, harm, "at once") if passive else None
        if k in scene.mention_at or scene.word(k) not in light:
            return None
    return None


def _object(scene: Scene, n: int) -> Tie | None:
    """The verb just before a mention: `killing 14`."""
    start = scene.found[n].start
    for k in range(start, max(-1, start - 4), -1):
        harm = scene.harm_to.get(k)
        if harm is not None:
            return _taking(scene, harm, n)
        if scene.word(k - 1) not in BEFORE:
            return None
    return None


def _after_name(scene: Scene, n: int) -> Tie | None:
    """The verb before a name that the mention goes on: `killing Adam Quill and one other man`."""
    at = scene.found[n].start - 1
    if scene.word(at) not in ("and", "&"):
        return None
    for k in range(at, max(0, at - NAME_REACH), -1):
        harm = scene.harm_to.get(k)
        if harm is not None:
            return _taking(scene, harm, n) if k < at else None
        word = scene.word(k - 1)
        if k in scene.mention_to or (word in STOP and word not in _NAME):
            return None
    return None


def _taking(scene: Scene, harm: Harm, n: int) -> Tie | None:
    """The tie to a verb that can have this mention for its object: `lost` has people, `cost` has lives."""
    one = scene.found[n]
    noun = scene.word(one.head) if one.head is not None else ""
    if harm.word.startswith("cost"):
        fits = noun == "lives"
    elif harm.word.startswith(("claim", "lost", "los")):
        fits = is_person(noun)
    elif harm.kinds[0] in _HELD:
        fits = bool(noun) or one.amount.bound != "vague"
    else:
        fits = True
    return Tie(harm.kinds, harm, "object") if fits and scene.is_active(harm) else None


def _among(scene: Scene, n: int) -> Tie | None:
    """`Among the dead were 22 children`, `those killed included 22 children`, `also killed were 22 children`."""
    at = scene.found[n].start - 1
    if scene.word(at) not in ("was", "were", "are", "included", "include"):
        return None
    for k in range(at, max(-1, at - AMONG_REACH), -1):
        harm = scene.harm_at.get(k)
        if harm is None or scene.is_active(harm) or harm.form == "toll":
            continue
        before = scene.sentence.words[max(0, k - 4) : k]
        if "among" in before or "those" in before[-1:] or before in ([], ["also"]):
            return Tie(harm.kinds, harm, "among")
        if harm.word == "victims" and scene.word(at).startswith("include"):
            return Tie(("killed",), harm, "among")
    return None


def _toll(scene: Scene, n: int) -> Tie | None:
    """The number of a toll: `the death toll rose to 86`."""
    one = scene.found[n]
    people = one.head is None or not one.of or is_person(scene.word(one.head))
    if one.single or not people or scene.word(one.start - 1) not in _CONNECT:
        return None
    for k in range(one.start, one.start - TOLL_REACH, -1):
        harm = scene.harm_to.get(k)
        if harm is not None and harm.form == "toll":
            return Tie(harm.kinds, harm, "toll")
    return None
