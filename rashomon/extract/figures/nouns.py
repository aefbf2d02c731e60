"""Nouns for people, nouns for what is counted besides, and how a noun phrase after a number ends."""

from dataclasses import dataclass
from typing import Final

from rashomon.extract.figures.harms import Harm
from rashomon.extract.figures.numbers import is_number_word
from rashomon.extract.figures.tokens import Sentence

SINGULAR: Final = frozenset(
    """person civilian child boy girl baby infant toddler teenager youth man woman adult mother father son daughter
    brother sister wife husband grandfather grandmother grandson granddaughter cousin uncle aunt parent relative
    citizen resident villager local inhabitant native national foreigner tourist passenger pilgrim worshipper
    worshiper student pupil teacher professor doctor nurse medic paramedic patient surgeon pharmacist farmer shepherd
    fisherman driver pilot engineer worker employee volunteer rescuer firefighter journalist reporter cameraman
    photographer activist protester protestor demonstrator rioter bystander shopkeeper trader merchant miner prisoner
    detainee inmate captive hostage abductee refugee migrant evacuee deportee soldier serviceman servicewoman trooper
    marine conscript recruit cadet officer commander leader general colonel captain lieutenant sergeant policeman
    policewoman cop guard fighter militant insurgent rebel terrorist jihadist extremist gunman attacker assailant
    bomber suspect criminal smuggler mercenary combatant militiaman guerrilla separatist operative commando sniper
    member associate facilitator official minister politician lawmaker mp judge lawyer prosecutor cleric imam priest
    nun monk nomad tribesman elder bodyguard adviser advisor aide contractor translator interpreter diplomat
    peacekeeper observer monitor expert scientist technician crew family household victim martyr casualty body corpse
    individual human soul life muslim christian jew yazidi kurd arab turkmen turk druze alawite shia shiite sunni
    hazara syrian iraqi afghan iranian palestinian israeli yemeni lebanese libyan egyptian saudi turkish russian
    ukrainian american briton european pakistani indian german canadian australian kashmiri somali sudanese african
    swede pole dane finn spaniard frenchman houthi talib ally other one personnel staff
    servicemember collaborator sympathiser sympathizer supporter loyalist
    principal navy""".split()
)
_IRREGULAR: Final = frozenset(
    """people men women children babies wives families bodies lives deaths casualties policemen policewomen gunmen
    servicemen servicewomen fishermen cameramen militiamen tribesmen frenchmen mercenaries allies juveniles minors
    youngsters elderly troops police forces personnel staff staffers fatalities dead wounded injured missing
    hajis thieves recruits others ones souls commandos brothers sisters siblings twins residents deminers
    aid-workers populace crew""".split()
)
PLURAL: Final = _IRREGULAR | frozenset(word + "s" for word in SINGULAR)

THINGS: Final = frozenset(
    """second minute hour day night week month year decade time round percent point degree metre meter kilometre
    kilometer km mile foot ton tonne kilogram kilo pound gram litre liter dollar euro pound rial lira riyal
    vehicle car truck bus motorcycle motorbike tank aircraft plane jet helicopter drone warplane ship boat train
    rocket missile shell bomb mortar mine bullet gun rifle weapon grenade explosive device ied launcher round munition
    strike airstrike raid attack bombing explosion blast operation clash battle incident ambush assault raids
    sortie shooting offensive case report village town city district province area neighbourhood neighborhood region
    house home building shop school hospital mosque church clinic ambulance base camp checkpoint post position
    hideout bunker site place side front country state nation party group cell gang organisation organization
    compound cache tunnel bridge road market facility centre center company unit battalion brigade squad team
    statement document flag sheep cow goat animal cattle horse camel acre hectare tree field barrel
    injury wound piece kind part way thing occasion stage phase step truce ceasefire
    resolution vote seat page photo picture video image bedroom room bed floor storey story""".split()
)

STOP: Final = frozenset(
    """in on at by for from to with without within into onto over under after before during since until near around
    between among amid through across against along inside outside behind beyond despite per via of as than like
    and or but nor so yet if when while where who whom whose which that because although though due
    was were is are be been being has have had having do does did will would could should may might must can got get
    the a an this these those his her its their our my your he she it they we i you them him us there
    said says say told tell tells reported reportedly according added adding also including included include
    today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday overnight earlier later
    january february march april june july august september october november december
    not no only just both either neither then now still already more less some any each every half
    most mostly many several few dozens scores hundreds thousands millions here
    lost died die dies dying fled flee fleeing left leaving leave sustained suffered suffering received went going
    remain remained took taken take taking held holding became become believed thought feared identified
    """.split()
)
_OTHER: Final = frozenset("other others more additional further fellow ones another".split())
_QUOTES: Final = frozenset('" “ ”'.split())
_OF: Final = frozenset("the its our their those these his her them whom my your".split())
_WINDOW = 9


INVARIANT: Final = frozenset("taliban daesh isil isis".split())


def is_person(word: str) -> bool:
    """Whether a word counts people, in the singular or plural."""
    return word in PLURAL or word in SINGULAR or word in INVARIANT


@dataclass(frozen=True, slots=True)
class Phrase:
    """What follows a number: tokens up to `end`, with its noun at `head` (None: the number stands alone)."""

    end: int
    head: int | None
    things: bool = False
    of: tuple[int, int] | None = None


def phrase(sentence: Sentence, at: int, harms: dict[int, Harm], *, one: bool) -> Phrase:
    """The noun phrase that follows a number. `harms` has the words of harm by the token where they begin."""
    start = at
    while sentence.word(at) in _OTHER:
        at += 1
    if sentence.word(at) == "of":
        return _some_of(sentence, at + 1, harms)
    bare = at
    while sentence.word(at) in _QUOTES:  # left "nearly 50" rebels dead
        at += 1
    found = _noun(sentence, at, harms, one=one)
    if found is not None:
        return found
    if bare > start and sentence.word(bare - 1) in ("others", "ones"):
        return Phrase(bare, bare - 1, of=(bare - 1, bare))
    return Phrase(bare, None)


def _some_of(sentence: Sentence, at: int, harms: dict[int, Harm]) -> Phrase:
    """What follows `of`: `them`, `the dead`, `its soldiers`."""
    number = at - 1
    if sentence.word(at) in ("them", "whom", "us", "you"):
        return Phrase(at + 1, None)
    while sentence.word(at) in _OF or sentence.word(at) == "other":
        at += 1
    if at in harms:
        return Phrase(harms[at].end, harms[at].end - 1, of=(at, harms[at].end))
    return _noun(sentence, at, harms, one=True) or Phrase(number, None)


def _noun(sentence: Sentence, at: int, harms: dict[int, Harm], *, one: bool) -> Phrase | None:
    """The phrase that begins at a token and ends with a noun, for people or for things; None where none does."""
    head, end = _head(sentence, at, harms, one=one)
    if head is not None:
        return Phrase(head + 1, head, of=(at, head + 1))
    if any(is_thing(word) for word in sentence.words[at:end]):
        return Phrase(end, None, things=True)
    last = sentence.word(end - 1) if end > at else ""
    plural = last.endswith("s") and not last.endswith("ss")
    return Phrase(end, end - 1, of=(at, end)) if plural else None


def is_thing(word: str) -> bool:
    """Whether a noun counts no people."""
    if word in THINGS or (word.endswith("s") and (word[:-1] in THINGS or word[:-2] in THINGS)):
        return True
    return word.endswith("ies") and word[:-3] + "y" in THINGS


def _head(sentence: Sentence, at: int, harms: dict[int, Harm], *, one: bool) -> tuple[int | None, int]:
    """The last noun for people of the phrase, and where the phrase ends."""
    head, end = None, at
    limit = min(at + _WINDOW, len(sentence.words))
    while end < limit:
        word = sentence.words[end]
        if word in ("and", "&") and head is None and end > at and _person_ahead(sentence, end + 1):
            end += 1
            continue
        if end in harms and not _within(sentence, harms[end], head):
            break
        if end in harms and harms[end].form == "noun":
            head = harms[end].end - 1
            end = head + 1
            continue
        if word in STOP or not word[0].isalpha() or is_number_word(word):
            break
        if word in PLURAL or word in INVARIANT or (one and word in SINGULAR):
            head = end
        end += 1
    if head is not None and sentence.word(head + 1) in ("and", "&") and sentence.word(head + 2) in PLURAL:
        head = head if head + 2 in harms else head + 2
    return head, end


def _within(sentence: Sentence, harm: Harm, head: int | None) -> bool:
    """Whether a word of harm is part of the phrase: its noun, or an adjective before it."""
    if harm.form == "noun":
        return True
    return harm.form != "verb" and head is None and is_person(_after(sentence, harm.end))


def _after(sentence: Sentence, at: int) -> str:
    """The first word from `at` on that is no adjective before a noun for people, within three."""
    for end in range(at, at + 3):
        word = sentence.word(end)
        if is_person(word) or word in STOP or not word[:1].isalpha():
            return word
    return ""


def _person_ahead(sentence: Sentence, at: int) -> bool:
    """Whether a noun for people follows within three words of one phrase."""
    return is_person(_after(sentence, at))
