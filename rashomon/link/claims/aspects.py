"""Which aspects of what happened a statement speaks of, whom it blames, and on which side it stands.

Who did it, how many it hit and what happened are claims of their own: a spokesman who denies that his forces fired
denies neither the shelling nor its toll.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rashomon.link.claims.blame import ANSWERABLE, FEW, Before, Blame
from rashomon.link.claims.proposition import Aspect
from rashomon.link.claims.scene import EVER, Scene
from rashomon.link.claims.words import content_words
from rashomon.model import Side, Statement

TOLL: Final = re.compile(r"\b(?:toll|casualt\w+|dead|deaths|killed|wounded|injured)\b", re.I)
BARE_TOLL: Final = re.compile(
    r"\b(?:(?:death )?toll|number of (?:dead|deaths|victims|casualties)|casualties)\b", re.I
)
OF_TOLL: Final = frozenset(
    """death toll dead kill wound injur peopl civilian victim casualt child childr women men attack bomb blast other
    person strik explosion at least bombing number incident massacr shell among includ""".split()
)
"""Stems that a sentence about a toll may have and still say nothing else."""
ASIDE: Final = re.compile(
    r"(?:,|\band|\bbut)\s+not\b|\bno\s+\w+(?:\s+\w+)?\s+but\b|\bwith no\b|\bwithout\b|\bnot (?:only|far|least|just)\b"
    r"|\bno (?:less|fewer|more) than\b|\bhad it not been\b",
    re.I,
)
"""A negation beside the point: `from A, not from B`, `no dead but many injured`, `with no wounds`."""
BESIDES: Final = re.compile(r"\b(?:even though|although|though|while|because|which|who|whose|where)\b", re.I)
"""What a negation behind it is only added by."""
MAIN: Final = 4
"""Words that say something before what is added."""
ASKED: Final = re.compile(r"(?:who|whom|whose|whether|which|if)\b", re.I)
"""How words begin that ask, and say nothing."""
NOT_SO: Final = re.compile(
    r"\b(?:not|never|neither|(?:did|do|does|has|have|had|would|could|can)n['’]?t)\s+\w+$", re.I
)
"""Before the word that denies: it does not."""
NEAR: Final = 12
"""Characters before a cue that can turn it round."""
NOT: Final = re.compile(r"\b(?:not?|never|none|nobody|nothing|neither|without|cannot|\w+n['’]t)\b", re.I)
ANAPHOR: Final = re.compile(
    r"(?:it|this|that|so|them|these|those|(?:such|the|these|those)\s+(?:claims?|accusations?|allegations?|reports?|accounts?"
    r"|charges?|assertions?|rumou?rs))",
    re.I,
)
"""Words that stand for what was said before."""
ACCUSES: Final = re.compile(r"accus|blam|finger|alleg|charg|held|responsib", re.I)
"""Cues behind which stands only who is to blame for what."""
COUNTED: Final = frozenset(("killed", "injured", "detained", "missing", "abducted", "displaced"))
IT: Final = re.compile(r"(?:it|this|that|them|so|doing so)\b", re.I)
PRESENT: Final = frozenset("denies accuses blames rejects".split())
"""Cues of what somebody keeps saying."""
AT_MOST: Final = 2


@dataclass(frozen=True, slots=True)
class Said:
    """One aspect of a statement."""

    aspect: Aspect
    side: Side
    past: bool = False
    party: str | None = None
    count: str | None = None
    number: int | None = None


def aspects(
    statement: Statement, scene: Scene, accused: frozenset[str], before: Before | None = None
) -> Iterator[Said]:
    """What a statement says, one record an aspect.

    `accused` are the parties that the report's statements accuse, `before` is the statement before this one, for what
    `it` and `the planes` mean. Refusals and questions say nothing.
    """
    if statement.act == "declines" or _is_open(statement, scene):
        return
    if statement.act == "demands":
        yield Said("demand", "says")
        return
    side = side_of(statement)
    past = scene.earlier(statement.content.spans) or _as_before(statement, scene, before)
    blame = Blame(statement, scene, accused, before, side)
    if blamed := blame.found():
        party, of_blame = blamed
        yield Said("blame", of_blame, past, party)
        if of_blame == "denies" and EVER.search(statement.content.text):
            yield Said("blame", of_blame, not past, party)
        if of_blame == "denies" or blame.short:
            return
    tolls = list(_tolls(statement, scene))
    denied = statement.act in {"denies", "doubts"}
    for count, number in tolls:
        # `I have never seen so many dying: they have killed 30` denies no number.
        yield Said("toll", side if denied else "says", past, count=count, number=number)
    told = blamed and (ACCUSES.search(blame.cue) or ANSWERABLE.search(blame.text))
    if not told and not (tolls and _only_toll(statement, scene)) and _says_something(statement, before):
        yield Said("what", side, past)


def _is_open(statement: Statement, scene: Scene) -> bool:
    """Whether it leaves its content open: it asks, or does not deny (`did not deny that jets had flown`)."""
    if statement.act == "denies":
        cue = statement.cue
        return bool(cue and NOT_SO.search(scene.text[max(0, cue.start - NEAR) : cue.end]))
    return statement.act in {"asserts", "confirms"} and bool(ASKED.match(statement.content.text))


def stands_for_another(statement: Statement) -> bool:
    """Whether its words only stand for what was said before."""
    return ANAPHOR.fullmatch(statement.content.text) is not None


def _says_something(statement: Statement, before: Before | None) -> bool:
    """Whether its words tell what happened at all: by two words of content, or by standing for what was said before."""
    if stands_for_another(statement):
        return before is not None
    return len(content_words(statement.content.text)) > 1


def _as_before(statement: Statement, scene: Scene, before: Before | None) -> bool:
    """Whether words that need the statement before them are, like it, about something earlier."""
    if before is None or not before.past:
        return False
    here, there = (scene.sentence(one.content.start) for one in (statement, before.statement))
    cue = statement.cue.text if statement.cue else ""
    if here == there or (here[0] == there[1] and len(statement.content.text.split()) <= AT_MOST):
        return bool(IT.match(statement.content.text))
    return here[0] == there[1] and cue in PRESENT


def side_of(statement: Statement) -> Side:
    """On which side of its content, put positively, a statement stands: to deny a negation is to say it."""
    if statement.act == "doubts":
        return "doubts"
    denies = (statement.act == "denies") != negates(statement)
    return "denies" if denies else "says"


def negates(statement: Statement) -> bool:
    """Whether its words as such negate: not where their only negation is beside the point (`from A, not from B`)."""
    text = statement.content.text
    nots = NOT.findall(text)
    if statement.polarity != "negative" or len(nots) != 1:
        return statement.polarity == "negative"
    before = text[: text.index(nots[0])]
    added = BESIDES.search(before)
    return not (ASIDE.search(text) or (added and len(before[: added.start()].split()) >= MAIN))


def accused_of(statement: Statement, scene: Scene) -> str | None:
    """The party that a statement blames; None where it blames nobody, or its words name none."""
    blame = Blame(statement, scene, frozenset(), None, side_of(statement))
    return blame.blamed() if blame.accuses() else None


def _tolls(statement: Statement, scene: Scene) -> Iterator[tuple[str, int | None]]:
    """The counts in a statement; for a bare `the death toll`, the last one of killed before it."""
    spans = statement.content.spans
    own = [
        one
        for one in scene.figures_in(spans)
        if one.kind in COUNTED and not one.superseded and not one.part_of
    ]
    kinds = dict.fromkeys(one.kind for one in own)
    for kind in kinds:
        numbers = [one.low or one.high for one in own if one.kind == kind]
        yield kind, max((n for n in numbers if n), default=None)
    text = statement.content.text
    if not own and BARE_TOLL.search(text) and len(text.split()) <= FEW and not NOT.search(text):
        before = [
            one for one in scene.reading.figures
            if one.kind == "killed" and one.low and not one.superseded and one.spans[0][0] < spans[0][0]
        ]  # fmt: skip
        if before:
            yield "killed", before[-1].low


def _only_toll(statement: Statement, scene: Scene) -> bool:
    """Whether words say nothing but a toll: at most two content words besides what is counted."""
    text = statement.content.text
    for one in scene.figures_in(statement.content.spans):
        text = text.replace(one.text, " ")
    others = [word for word in content_words(text) if word not in OF_TOLL and not word.isdigit()]
    return bool(TOLL.search(statement.content.text)) and len(others) <= AT_MOST
