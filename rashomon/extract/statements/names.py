"""Words that tell what sort of source a noun phrase names."""

import re
from typing import Final

_OUTLET = re.compile(
    r"\b(?:Reuters|AFP|AP|BBC|CNN|SANA|IRNA|TASS|Xinhua|Sputnik|Associated Press|Agence France[- ]Presse"
    r"|Al[- ]Jazeera|Al[- ]Arabiya|(?:[Tt]he )?(?:Guardian|Times|Economist|Telegraph|Independent)"
    r"|[A-Z]\w* (?:Times|Journal|Post|Herald|Tribune|Gazette|Courier|Chronicle|Guardian|Observer|Wire|News"
    r"|Mail|Standard|Star|Telegraph|Monitor|Review)|Daily|Sunday|[Nn]ews(?:paper|wire)?s?|[Rr]adio|TV|[Tt]elevision|[Mm]agazine"
    r"|[Cc]hannel|[Mm]edia|[Bb]roadcaster|[Pp]ress)\b"
)
_NOT_OUTLET = re.compile(
    r"\b(?:[Ss]ecretary|[Oo]fficers?|[Cc]onference|[Mm]inister|[Ss]pokes\w+|[Rr]eporters?|[Jj]ournalists?)\b"
)

DOCUMENTS: Final = frozenset(
    """report statement letter document study survey poll communique memo filing lawsuit complaint video
    email resolution analysis""".split()
)
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
    candidate""".split()
)
REPORTERS: Final = frozenset("correspondent reporter journalist photographer".split())


def is_outlet(words: str) -> bool:
    """Whether `words` name a newspaper, an agency or a station."""
    return bool(_OUTLET.search(words)) and not _NOT_OUTLET.search(words)
