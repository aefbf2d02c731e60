"""Which aspects of what happened a statement speaks of, whom it blames, and on which side it stands.

Who did it, how many it hit and what happened are claims of their own: a spokesman who denies that his forces fired
denies neither the shelling nor its toll.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rashomon.link.claims.parties import Mention, mentions
from rashomon.link.claims.proposition import Aspect
from rashomon.link.claims.scene import EVER, Scene
from rashomon.link.claims.words import content_words
from rashomon.model import Side, Statement

DISMISSED: Final = re.compile(
    r"\b(?:propaganda|fabricat\w+|baseless|groundless|unfounded|untrue|fake|hoax|nonsense|concocted|lies?|slander\w*)\b",
    re.I,
)
"""Words that call what others say untrue."""
DISMISSING: Final = re.compile(r"\b(?:dismiss|reject|rebut|refut|ridicul|den[iy])\w*", re.I)
SAID_OF_THEM: Final = re.compile(
    r"\b(?:accusations?|allegations?|claims?|accounts?|reports?|charges?|assertions?)\b", re.I
)
"""Nouns that stand for what others say."""
ANSWERABLE: Final = re.compile(
    r"\b(?:responsib\w+|involve(?:ment|d)|behind|to blame|culpab\w+|perpetrat\w+|carried out by|role in|hand in)\b",
    re.I,
)
OWNED_UP: Final = re.compile(r"\bclaim|\btook (?:the )?(?:credit|responsib)|\bown(?:ed|s|ing) up", re.I)
"""Cues of a claim of responsibility: the source is who did it."""
DID_IT: Final = re.compile(
    r"^(?:that )?(?:it|they|we|its \w+|our \w+)(?: had| have| has)? (?:carried out|behind|staged|mounted|did)\b",
    re.I,
)
HARM: Final = re.compile(
    r"\b(?:attack|assault|bomb|strike|raid|shell|massacre|kill|murder|weapon|gas|chemical|toxic|poison|blast|explosion|fire[ds]?\b"
    r"|crime|atrocit|abduct|kidnap|tortur|rape|siege|mortar|rocket|missile|abuse|violat|plane|jet|fault)",
    re.I,
)
TOLL: Final = re.compile(r"\b(?:toll|casualt\w+|dead|deaths|killed|wounded|injured)\b", re.I)
BARE_TOLL: Final = re.compile(
    r"\b(?:(?:death )?toll|number of (?:dead|deaths|victims|casualties)|casualties)\b", re.I
)
OF_TOLL: Final = frozenset(
    """death toll dead kill wound injur peopl civilian victim casualt child childr women men attack bomb blast other
    person strik explosion at least bombing number incident massacr shell among includ""".split()
)
"""Stems that a sentence about a toll may have and still say nothing else."""
ON: Final = re.compile(r"\b(?:on|upon|by|at)\s+$", re.I)
COUNTED: Final = frozenset(("killed", "injured", "detained", "missing", "abducted", "displaced"))
IT: Final = re.compile(r"(?:it|this|that|them|so|doing so)\b", re.I)
PRESENT: Final = frozenset("denies accuses blames rejects".split())
"""Cues of what somebody keeps saying."""
FEW: Final = 5
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


@dataclass(frozen=True, slots=True)
class Before:
    """The statement before another: what it is about, and whom it blames."""

    statement: Statement
    past: bool
    party: str | None


def aspects(
    statement: Statement, scene: Scene, accused: frozenset[str], before: Before | None = None
) -> Iterator[Said]:
    """What a statement says, one record an aspect.

    `accused` are the parties that the report's statements accuse, `before` is the statement before this one, for what
    `it` and `the planes` mean. Refusals to comment say nothing.
    """
    if statement.act == "declines":
        return
    if statement.act == "demands":
        yield Said("demand", "says")
        return
    side = side_of(statement)
    past = scene.earlier(statement.content.spans) or _as_before(statement, scene, before)
    if blamed := list(_blamed(statement, scene, accused, side, before)):
        for party, of_blame in blamed:
            yield Said("blame", of_blame, past, party)
            if of_blame == "denies" and EVER.search(statement.content.text):
                yield Said("blame", of_blame, not past, party)
        return
    tolls = list(_tolls(statement, scene))
    for count, number in tolls:
        yield Said("toll", side, past, count=count, number=number)
    counted = [one.text for one in scene.figures_in(statement.content.spans)]
    if not tolls or not _only_toll(statement.content.text, counted):
        yield Said("what", side, past)


def _as_before(statement: Statement, scene: Scene, before: Before | None) -> bool:
    """Whether words that need the statement before them are, like it, about something earlier."""
    if before is None or not before.past:
        return False
    here, there = (scene.sentence(one.content.start) for one in (statement, before.statement))
    cue = statement.cue.text if statement.cue else ""
    if here == there:
        return bool(IT.match(statement.content.text))
    return here[0] == there[1] and cue in PRESENT


def side_of(statement: Statement) -> Side:
    """On which side of its content, put positively, a statement stands: to deny a negation is to say it."""
    if statement.act == "doubts":
        return "doubts"
    denies = (statement.act == "denies") != (statement.polarity == "negative")
    return "denies" if denies else "says"


def accused_of(statement: Statement, scene: Scene) -> str | None:
    """The party that a statement of the act `accuses` blames; None where its words name none."""
    text = statement.content.text
    named = list(mentions(text, scene.home, scene.party(statement), scene.on))
    if not named:
        return None
    behind = [one for one in named if ON.search(text, 0, one.start)]
    onto = statement.cue is not None and re.search(r"blam|pin|laid", statement.cue.text, re.I)
    passive = [one for one in behind if re.search(r"\bby\s+(?:the\s+)?$", text[: one.start], re.I)]
    if onto and behind and behind[-1] is named[-1] and not named[0].start <= 4:
        return behind[-1].party
    if onto and re.match(r"(?:it|this|the \w+) on\b", text, re.I) and behind:
        return behind[0].party
    return (passive or [one for one in named if not one.pronoun] or named)[0].party


def _blamed(
    statement: Statement, scene: Scene, accused: frozenset[str], side: Side, before: Before | None
) -> Iterator[tuple[str, Side]]:
    """Whom a statement speaks of as having done it, and whether it says or denies that."""
    text, itself = statement.content.text, scene.party(statement)
    cue = statement.cue.text if statement.cue else ""
    if statement.act == "accuses":
        party = accused_of(statement, scene) or (before and before.party)
        if itself in accused and party != itself and len(text.split()) <= FEW:
            yield str(itself), "denies"  # the accused who passes the blame on
        elif party:
            yield party, side
    elif itself in accused and _dismisses(text, cue, statement):
        yield str(itself), "denies"
    elif itself and _owned_up(text, cue, statement):
        yield itself, "says"
    elif side != "says" and (found := _not_done_by(text, statement, scene, itself, accused)):
        yield found, side
    elif (
        side == "says"
        and ANSWERABLE.search(text)
        and HARM.search(text)
        and not scene.figures_in(statement.content.spans)
    ):
        named = [one for one in mentions(text, scene.home, itself, scene.on) if _answers(text, one)]
        if named:
            yield named[0].party, side


def _dismisses(text: str, cue: str, statement: Statement) -> bool:
    """Whether it calls what is said against its source untrue."""
    if DISMISSED.search(text) or DISMISSED.search(cue):
        return True
    refused = statement.act == "denies" or DISMISSING.search(cue)
    return bool(refused and SAID_OF_THEM.search(text) and len(content_words(text)) <= FEW)


def _owned_up(text: str, cue: str, statement: Statement) -> bool:
    """Whether its source says that it did it."""
    if statement.act not in {"asserts", "confirms"} or statement.polarity == "negative":
        return False
    if DID_IT.search(text):
        return True
    return bool(OWNED_UP.search(cue) and (ANSWERABLE.search(text) or _names_harm(text)))


def _names_harm(text: str) -> bool:
    """Whether words are a noun for harm and nothing more: `a massive bomb blast`."""
    words = text.split()
    return len(words) <= FEW and bool(HARM.search(words[-1]))


def _not_done_by(
    text: str, statement: Statement, scene: Scene, itself: str | None, accused: frozenset[str]
) -> str | None:
    """The party of which a denial says that it did no harm: whom its words name first, else its source."""
    if not (HARM.search(text) or ANSWERABLE.search(text) or EVER.search(text)):
        return None
    named = list(mentions(text, scene.home, itself, scene.on))
    if named and (named[0].party == itself or named[0].party in accused or ANSWERABLE.search(text)):
        return named[0].party
    return itself if not named and itself and (statement.act == "denies") and _nominal(text) else None


def _nominal(text: str) -> bool:
    """Whether words of denial name a deed without who does it: `the use of such weapons`, `any involvement`."""
    return bool(
        re.match(
            r"(?:the |any |all |using|having|firing|carrying|killing|responsib|involve|target|bomb|shell)",
            text,
            re.I,
        )
    )


def _answers(text: str, one: Mention) -> bool:
    """Whether a party stands before what makes it answerable, or behind `by`."""
    return bool(
        ANSWERABLE.search(text, one.end) or re.search(r"\bby\s+(?:the\s+)?$", text[: one.start], re.I)
    )


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
    if not own and BARE_TOLL.search(statement.content.text) and len(statement.content.text.split()) <= FEW:
        before = [
            one for one in scene.reading.figures
            if one.kind == "killed" and one.low and not one.superseded and one.spans[0][0] < spans[0][0]
        ]  # fmt: skip
        if before:
            yield "killed", before[-1].low


def _only_toll(text: str, counted: list[str]) -> bool:
    """Whether words say nothing but a toll: at most two content words besides what is `counted`."""
    rest = text
    for one in counted:
        rest = rest.replace(one, " ")
    others = [word for word in content_words(rest) if word not in OF_TOLL and not word.isdigit()]
    return bool(TOLL.search(text)) and len(others) <= AT_MOST
