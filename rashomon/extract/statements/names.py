"""Words that tell what sort of source a noun phrase names."""

import re
from typing import Final

from rashomon.codebook.outlets import outlet_in

_OUTLET = re.compile(
    r"\b(?:[A-Z]\w* (?:Times|Journal|Post|Herald|Tribune|Gazette|Courier|Chronicle|Guardian|Observer|Wire|News"
    r"|Mail|Standard|Star|Telegraph|Monitor|Review)|[Nn]ews(?:paper|wire)?s?|[Rr]adio|TV|[Tt]elevision|[Mm]agazine"
    r"|[Cc]hannel|[Mm]edia|[Bb]roadcaster|[Pp]ress)\b"
)
_NOT_OUTLET = re.compile(
    r"\b(?:[Ss]ecretary|[Oo]fficers?|[Cc]onference|[Mm]inister|[Ss]pokes\w+|[Rr]eporters?|[Jj]ournalists?)\b"
)

DOCUMENTS: Final = frozenset(
    """report statement letter document study survey poll communique memo filing lawsuit complaint video
    email resolution analysis""".split()
)
WORDINGS: Final = frozenset(
    """statement statements report reports toll tolls estimate estimates figures tally data count communique claim
    video website account""".split()
)
"""What a body puts out, and is itself the source of: "a ministry statement"."""
ORGANISATIONS: Final = frozenset(
    """ministry government army military police force group agency council committee court party authority
    organisation organization movement regime coalition administration parliament union company
    observatory office department team mission embassy command campaign militia alliance front board
    association university commission foundation institute state country side opposition brigade
    centre center hospital charity fund network senate house cabinet bank""".split()
)
OFFICES: Final = frozenset(
    """minister president spokesman spokeswoman spokesperson general governor senator mayor ambassador
    secretary commander chief director king prime premier chancellor envoy representative colonel
    lieutenant major captain brigadier admiral judge prosecutor lawmaker deputy leader head chairman
    chairwoman official coordinator commissioner sheikh ayatollah congressman congresswoman
    candidate spokespeople diplomat politician parliamentarian mp mps cleric imam chieftain premier legislator
    commanders officials ministers president-elect ex-president adviser advisor aide counsel attorney
    policeman sergeant marshal emir founder owner manager""".split()
)
REPORTERS: Final = frozenset("correspondent reporter journalist photographer".split())
HONORIFICS: Final = frozenset("mr mrs ms dr sir lord doctor sister father mullah haji".split())


MONITORS: Final = frozenset("monitor monitors watchdog observatory".split())
_CAPITALISED = re.compile(r"[A-Z][\w'’.-]*[\w’](?:[ ](?:(?:of|for)[ ](?:the[ ])?)?[A-Z][\w'’-]*\w)+")


def capitalised(text: str) -> list[str]:
    """Every run of capitalised words in a text, with the small words inside: "Observatory for Human Rights"."""
    return [
        re.sub(r"^(?:The|A|An|But|And|In|On|[A-Z]\w+['’]s?)\s+", "", run)
        for run in _CAPITALISED.findall(text)
    ]


def initials(name: str) -> str:
    """The capitals of a name's words; of an acronym, itself."""
    return (
        name
        if name.isupper()
        else "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())
    )


def is_office(word: str) -> bool:
    """Whether a word is an office, as `minister` is."""
    bare = re.sub(r"['’]s$", "", word.lower().strip(".,"))
    return bare in OFFICES or bare.partition("-")[0] in OFFICES


def is_title(word: str) -> bool:
    """Whether a word stands before a name and is no part of it."""
    return is_office(word) or word.lower().strip(".") in HONORIFICS


def is_outlet(words: str) -> bool:
    """Whether `words` name a newspaper, an agency or a station."""
    return not _NOT_OUTLET.search(words) and bool(_OUTLET.search(words) or outlet_in(words))


def head_of(words: str) -> str:
    """The word that a noun phrase is about: its last before "of" and the like."""
    return re.split(r"\s(?:of|in|for|from|at|on|with)\s", words)[0].split()[-1] if words.strip() else ""


def noun_of(words: str) -> str:
    """The same in lower case."""
    return head_of(words).lower()
