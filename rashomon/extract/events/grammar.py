"""Small words that show how the others hang together."""

from typing import Final

from rashomon.extract.events.sentences import Sentence

BE: Final = frozenset("was were is are be been being got gets get".split())
HAVE: Final = frozenset("has have had having 've".split())
DETERMINERS: Final = frozenset(
    """the a an this that these those its their his her our my your any another each every some both other such
    said same""".split()
)
PREPOSITIONS: Final = frozenset(
    """of in on at by for with from to into onto near against between among amid under over through during inside
    outside across around towards toward via along behind beyond including without within upon about""".split()
)
BREAKS: Final = frozenset(
    """; : ? ! ( ) “ ” " after before when while as since because although though but who which that whose where
    until whereas if unless""".split()
)
"""Where one clause ends and another begins."""
SPEECH: Final = frozenset(
    """said says say saying told tells announced announces reported reports reportedly claimed claims accused
    accuses accusing blamed blames confirmed confirms added adds stated states declared denied denies deny denying
    warned warns wrote writes tweeted insisted alleged argued noted explained according quoted condemned vowed
    called urged demanded believed believes thinks""".split()
)
"""What stands before these is who speaks, not who acts."""
MODAL: Final = frozenset("will would could can may might should must shall 'll 'd ll cannot".split())
DO: Final = frozenset("do does did don't doesn't didn't".split())
NEGATIVE: Final = frozenset(
    """not never nobody none neither nor without wasn't weren't isn't aren't hasn't haven't hadn't didn't
    doesn't don't n't no didnt doesnt wasnt werent hasnt havent""".split()
)
DENYING: Final = frozenset("denied denies deny denying denial dismissed rejected refuted disputed".split())
FAILING: Final = frozenset("failed refused unable declined failing refusing".split())
GOING_ON: Final = frozenset(
    """continued continue continues continuing began begin begins started start starts managed able
    proceeded used""".split()
)
UNREAL: Final = frozenset(
    """if unless whether threaten threatened threatens threatening threat threats fear fears feared risk risks
    possible potential potentially future imminent plan plans planned planning plot plots plotting plotted foil
    foiled thwarted thwart prevent prevented preventing prevents avoid avoided avoiding attempt attempts attempted
    attempting tried try tries trying stop stopped stopping stops end ending warn warned warning warns intend intends
    intended prepare prepared preparing prepares ready want wants wanted vowed vow vows pledged call calls called
    calling urge urged urges urging demand demanded demands demanding propose proposed proposal hope hopes hoped
    averted avert deter deterred lest hypothetical aim aims aimed aiming seek seeks sought
    ordered orders discuss discussed discussing resolution any opposed opposes halt cessation""".split()
)
"""Words under which what follows need not have happened."""
NUMBERS: Final = frozenset(
    """two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred
    hundreds dozen scores""".split()
)


def is_preposition(sentence: Sentence, place: int) -> bool:
    """Whether a preposition stands there that opens no number: `at least 20`, `over 70`."""
    word, behind = sentence.low(place), sentence.low(place + 1)
    number = behind in {"least", "most", "a", "dozens"} or behind[:1].isdigit() or behind in NUMBERS
    return word in PREPOSITIONS and not (
        number and word in {"at", "about", "around", "over", "under", "between"}
    )
