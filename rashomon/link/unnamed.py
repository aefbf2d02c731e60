"""Who may be whom among sources that no report names: their part in what happened, and whom they belong to."""

import functools
import re
from dataclasses import dataclass
from typing import Final

from rashomon.link.sources import ORGANS, body

ANYBODY: Final = frozenset(
    """official officials source sources people person many some others several few insiders observers men women man
    woman unspecified individuals reports accounts figures ones one body
    organisation organization agency side party office statement""".split()
)
"""Words for people who may be anyone at all."""
PARTS: Final = {
    "resident": "resident residents local locals villager villagers neighbour neighbours neighbor neighbors inhabitant"
    " inhabitants citizen citizens townspeople",
    "witness": "witness witnesses eyewitness eyewitnesses bystander bystanders survivor survivors",
    "medic": "medic medics doctor doctors nurse nurses medical paramedic paramedics health hospital hospitals",
    "activist": "activist activists campaigner campaigners dissident dissidents",
    "monitor": "monitor monitors watchdog watchdogs observatory monitoring",
    "media": "media press newspaper newspapers television tv radio broadcaster broadcasters agency agencies outlet"
    " outlets correspondent correspondents journalist journalists",
    "fighter": "fighter fighters rebel rebels commander commanders militant militants insurgent insurgents jihadist"
    " jihadists militiaman militiamen gunman gunmen",
    "soldier": "soldier soldiers officer officers general generals troops serviceman servicemen colonel policeman"
    " policemen",
    "diplomat": "diplomat diplomats envoy envoys ambassador ambassadors",
    "relative": "relative relatives family families brother sister cousin father mother son daughter wife husband widow"
    " uncle aunt",
    "expert": "expert experts analyst analysts scholar scholars academic academics specialist specialists",
    "aid worker": "aid relief humanitarian rescuer rescuers rescue",
    "spokesperson": "spokesman spokeswoman spokesperson spokespeople",
    "state": "state states country countries government governments nation nations power powers allies",
    "leader": "leader leaders elder elders minister ministers chief lawmaker lawmakers politician politicians governor",
}
_PART_OF: Final = {word: part for part, words in PARTS.items() for word in words.split()}
LONGEST: Final = 200
"""Characters of a description that are looked at."""
OF_STATE: Final = frozenset((None, "spokesperson", "soldier", "diplomat", "leader", "state"))
"""Parts in which somebody called after a country belongs to its state: an officer does, a doctor does not."""
EMPTY: Final = frozenset(
    """a an the this that these those of in at on from for to by with and or its their his her our own two three four
    five six seven eight nine ten dozen dozens hundreds local another other same unnamed anonymous unidentified senior
    former top who which close familiar matter city town village area region country group groups worker workers
    member members work working whose whom""".split()
)
"""Words that do not tell one unnamed source from another: reports may leave them out."""


@dataclass(frozen=True, slots=True)
class Description:
    """What a report says of a source that it does not name."""

    part: str | None
    """One of `PARTS`; None where the words say nothing."""
    about: frozenset[str]
    """What else tells them from others: their place, body or side, in small letters."""
    body: str | None
    """The key of the known body or state they belong to, `state|` for a state that the words leave out."""

    @property
    def anybody(self) -> bool:
        """Whether it may be anyone at all."""
        return self.part is None and not self.about


@functools.lru_cache(8192)
def described(name: str) -> Description:
    """What the words for an unnamed source tell of it."""
    words = re.findall(r"[\w'’-]+", name[:LONGEST])
    parts = [_PART_OF[word.lower()] for word in words if word.lower() in _PART_OF]
    rest = [word for word in words if word.lower() not in EMPTY | ANYBODY and word.lower() not in _PART_OF]
    whole = body(" ".join(word for word in words if word.lower() not in ANYBODY | EMPTY))
    part = parts[-1] if parts else None
    owner = whole or _owner(rest)
    if part not in OF_STATE and (owner or "").startswith("state|"):
        owner = None
    return Description(part, frozenset(re.sub(r"['’]s?$", "", word.lower()) for word in rest), owner)


def may_be_one(one: Description, other: Description) -> bool:
    """Whether two descriptions may be of one person or group: nothing in them tells the two apart."""
    if one.part and other.part and one.part != other.part:
        return False
    if same_body(one.body, other.body):
        return True
    return one.about <= other.about or other.about <= one.about


def same_body(one: str | None, other: str | None) -> bool:
    """Whether two keys may be of one body: the same, or a state and a state left open."""
    if not one or not other:
        return False
    return one == other or (min(one, other) == "state|" and max(one, other).startswith("state|"))


def _owner(rest: list[str]) -> str | None:
    for n in range(len(rest), 0, -1):
        if found := body(" ".join(rest[:n])):
            return found
    return "state|" if rest and all(map(ORGANS.fullmatch, rest)) else None
