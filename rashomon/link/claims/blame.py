"""Whom a statement speaks of as having done it, and whether it says or denies that."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from rashomon.link.claims.parties import Mention
from rashomon.link.claims.scene import EVER, Scene
from rashomon.link.claims.words import content_words
from rashomon.model import UNNAMED, Side, Statement

ANY_STATE: Final = frozenset("military army authorities".split())
"""What every state has."""
FEW: Final = 5
"""Words up to which a content is a name for something and no sentence."""
HARM: Final = re.compile(
    r"\b(?:attack|assault|bomb|strike|raid|shell|massacre|kill|murder|weapon|gas|chemical|toxic|poison|blast|explosion"
    r"|fire[ds]?\b|crime|atrocit|abduct|kidnap|tortur|rape|siege|mortar|rocket|missile|abuse|violat|plane|jet|fault)",
    re.I,
)
ANSWERABLE: Final = re.compile(
    r"\b(?:responsib\w+|involve(?:ment|d)|behind|to blame|culpab\w+|perpetrat\w+|role in|hand in)\b", re.I
)
DISMISSED: Final = re.compile(
    r"\b(?:propaganda|fabricat\w+|baseless|groundless|unfounded|untrue|fake|hoax|nonsense|concocted|lies?|slander\w*)\b",
    re.I,
)
"""Words that call what others say untrue."""
REFUSED: Final = re.compile(r"\b(?:dismiss|reject|rebut|refut|ridicul|den[iy])\w*", re.I)
SAID_OF_THEM: Final = re.compile(
    r"\b(?:accusations?|allegations?|claims?|accounts?|reports?|charges?|assertions?)\b", re.I
)
"""Nouns that stand for what others say."""
SAYS_IT: Final = re.compile(rf"(?:['’]s?)?\s+(?:[a-z]+\s+)?{SAID_OF_THEM.pattern}", re.I)
"""Behind a party: it is who says so, not who did it."""
OWNED_UP: Final = re.compile(r"\bclaim|\btook (?:the )?(?:credit|responsib)|\bown(?:ed|s|ing) up", re.I)
"""Cues of a claim of responsibility: the source is who did it."""
DEED: Final = (
    r"(?:used|carried out|fired|dropped|launched|bombed|shelled|killed|attacked|struck|targeted|committed|conducted"
    r"|shot|massacred|hit|raided|staged|planted|mounted|bombarded|abducted|kidnapped|executed)"
)
DOES: Final = re.compile(
    rf"[\w’'-]*\s+(?:(?!(?:was|were|been|being|got)\b)[\w’'-]+\s+){{0,4}}?{DEED}\b", re.I
)
"""Behind a party: it does harm, and does not suffer it."""
DID_NOT: Final = re.compile(
    r"[\w’'-]*\s+(?:[a-z]+\s+)?[\"“]?(?:"
    r"(?:do|does|did|had|has|have|was|were|is|are|would|will|could|can)\s?n(?:o|['’])?t\b|never\b|(?:[a-z]+\s+){1,2}no\b)",
    re.I,
)
"""Behind a party: it did not."""
CLOSE: Final = 50
"""Characters behind a negation in which stands what it negates."""
WERE_IT_NOT: Final = re.compile(r"\bhad it not been\b|\bif it (?:were|was|had) not\b|\bwere it not\b", re.I)
NONE_OF: Final = re.compile(r"\b(?:no|not|neither|nor|none of)\s+(?:the\s+|its\s+)?$", re.I)
HELD: Final = re.compile(
    r"\b(?:held|controlled|ruled|run|backed|supported|led|owned|manned|defended|reported)\s+by\s+(?:the\s+)?$",
    re.I,
)
"""Before a party: it only has what was hit, or tells of it."""
CONCEDED: Final = re.compile(r"(?:while|although|though|even (?:if|though))\b", re.I)
"""How words begin that grant something to say another."""
DONE_BY: Final = re.compile(rf"\b{DEED} by\s+(?:the\s+|a\s+|an\s+)?$", re.I)
"""Before a party: harm is done by it."""
ITSELF_DID: Final = re.compile(
    rf"(?:it|they|we|its \w+|our \w+)\s+(?:(?:had|have|has|was|were)\s+)?(?:{DEED}|behind)\b",
    re.I,
)
ACTIVE: Final = re.compile(rf"{DEED}\b(?:\s+by)?", re.I)
NAMED: Final = re.compile(r"\b[A-Z][\w’'-]+|\b(?:regime|government|army|forces|rebels|opposition|fighters)\b")
BY: Final = re.compile(r"\bby\s+(?:the\s+)?$", re.I)
ON: Final = re.compile(r"\b(?:on|upon|at)\s+(?:the\s+)?$", re.I)
HEDGED: Final = re.compile(r"\b(?:believed|suspected|thought|alleged|presumed)\b[^.,]{0,40}\bby\b", re.I)
"""Who did it is a guess beside the point."""
BLAMES_ON: Final = re.compile(r"blam|pin|laid", re.I)
OF_WHAT: Final = re.compile(r"\s*(?:of|for)\s+\w", re.I)
DEED_ALONE: Final = re.compile(r"(?:the |any |all |having |[a-z]+ing\b|responsib|involve)", re.I)
"""How words begin that name a deed without who did it: `the use of such weapons`, `any involvement`, `using gas`."""


def accuses(words: str) -> bool:
    """Whether words say themselves that somebody named in them did harm or answers for it."""
    named = NAMED.search(words)
    return bool(named and (ANSWERABLE.search(words) or ACTIVE.search(words)) and not EVER.search(words))


@dataclass(frozen=True, slots=True)
class Before:
    """The statement before another: what it is about, and whom it blames."""

    statement: Statement
    past: bool
    party: str | None
    side: Side


class Blame:
    """One statement, asked whom it blames or clears."""

    def __init__(
        self, statement: Statement, scene: Scene, accused: frozenset[str], before: Before | None, side: Side
    ) -> None:
        self.statement, self.scene, self.side = statement, scene, side
        self.text = statement.content.text
        self.cue = statement.cue.text if statement.cue else ""
        self.itself = scene.party(statement)
        self.body = scene.speaks_for_body(statement)
        self.accused = accused
        self.before = before.party if before else None
        self.goes_on = before.party if before and before.side == "says" and before.statement.source else None

    def found(self) -> tuple[str, Side] | None:
        """The party, and whether it is said or denied that it did it; None where it speaks of nobody who did."""
        rules: tuple[Callable[[], tuple[str, Side] | None], ...] = (
            self._passes_on, self._dismisses, self._accuses, self._owns_up, self._clears, self._tells_of
        )  # fmt: skip
        return next((one for rule in rules if (one := rule())), None)

    @cached_property
    def named(self) -> list[Mention]:
        """The parties in its words that may have done it: not who says so, nor `the army` if another state says so."""
        found = self.scene.parties.mentions(self.text, self.itself if self.body else None)
        return [one for one in found if not SAYS_IT.match(self.text, one.end) and not self._whose_army(one)]

    def _whose_army(self, one: Mention) -> bool:
        """Whether it is not said of which state an army is: the speaker's or the one that the report is about."""
        of_another = (self.itself or "").startswith("state:") and self.itself != one.party
        accuses = self.statement.act == "accuses"
        return of_another and not accuses and self.text[one.start : one.end].lower() in ANY_STATE

    @property
    def short(self) -> bool:
        """Whether its words are but a name for something."""
        return len(self.text.split()) <= FEW

    def accuses(self) -> bool:
        """Whether it blames: by its act, or because its words are a party and `for` or `of` what."""
        form = self.named and self.named[0].start <= 4 and OF_WHAT.match(self.text, self.named[0].end)
        return self.statement.act == "accuses" or bool(form and HARM.search(self.text))

    def blamed(self) -> str | None:
        """The party that its words blame, if they do: behind `by`, behind `on` after `blamed`, else the first named.

        Nobody accuses itself.
        """
        if HEDGED.search(self.text):
            return None
        others = [one for one in self.named if one.party != self.itself]
        for one in others:
            by = BY.search(self.text, 0, one.start) and not HELD.search(self.text, 0, one.start)
            if by or (BLAMES_ON.search(self.cue) and ON.search(self.text, 0, one.start)):
                return one.party
        return next((one.party for one in [*(m for m in others if not m.pronoun), *others]), None)

    def _accuses(self) -> tuple[str, Side] | None:
        party = self.accuses() and (self.blamed() or (None if self.named else self.goes_on))
        if not party or party == self.itself:
            return None
        # What an accusation negates is not the accusation: `blamed the Front, saying that it cannot be ignored`.
        did = not any(one.party == party and self._did_not(one) for one in self.named)
        return (
            party,
            "says" if self.statement.act == "accuses" and self.side == "denies" and did else self.side,
        )

    def _did_not(self, one: Mention) -> bool:
        """Whether words say of a party in them that it did no harm."""
        after = DID_NOT.match(self.text, one.end)
        if after and not WERE_IT_NOT.search(self.text):
            rest = self.text[after.end() : after.end() + CLOSE]
            return bool(HARM.search(rest) or ANSWERABLE.search(rest) or EVER.search(self.text))
        return bool(NONE_OF.search(self.text, 0, one.start))

    def _passes_on(self) -> tuple[str, Side] | None:
        """Who is accused and blames another for the same says that it was not itself."""
        if (
            self.statement.act == "accuses"
            and self.short
            and self.itself in self.accused
            and self.itself != self.blamed()
        ):
            return str(self.itself), "denies"
        return None

    def _dismisses(self) -> tuple[str, Side] | None:
        """Who calls accusations untrue clears whom they accuse: itself, else whom the statement before blames."""
        if self.statement.act == "accuses":
            return None
        untrue = DISMISSED.search(self.text) or DISMISSED.search(self.cue)
        refused = self.statement.act == "denies" or REFUSED.search(self.cue)
        named = SAID_OF_THEM.search(self.text)
        if not (untrue and (named or HARM.search(self.text))) and not (
            refused and named and len(content_words(self.text)) <= FEW
        ):
            return None
        party = self.itself if self.itself in self.accused or not self.before else self.before
        return (party, "denies") if party else None

    def _owns_up(self) -> tuple[str, Side] | None:
        """Who claims an attack says that it did it."""
        if not self.itself or self.statement.act not in {"asserts", "confirms"} or self.side != "says":
            return None
        words = self.text.split()
        deed = ANSWERABLE.search(self.text) or (self.short and HARM.search(" ".join(words[-1:])))
        did = (self.body and ITSELF_DID.match(self.text)) or (OWNED_UP.search(self.cue) and deed)
        return (self.itself, "says") if did else None

    def _clears(self) -> tuple[str, Side] | None:
        """Who denies harm clears whom its words name first, if accused; else itself."""
        if self.side == "says" or not (
            HARM.search(self.text) or ANSWERABLE.search(self.text) or EVER.search(self.text)
        ):
            return None
        if self.named:
            first = self.named[0].party
            known = first == self.itself or first in self.accused or ANSWERABLE.search(self.text)
            did = self.statement.act not in {"denies", "doubts"} and not self._did_not(self.named[0])
            return (first, self.side) if known and not did else None
        if self.statement.act != "denies" or not DEED_ALONE.match(self.text):
            return None
        source = self.statement.source
        unnamed = source is None or source.kind in UNNAMED
        party = self.before if unnamed and self.itself not in self.accused else self.itself
        return (party, self.side) if party else None

    def _tells_of(self) -> tuple[str, Side] | None:
        """Whom its words tell of as doing harm, without a blaming act; what they tell of their own side is no blame."""
        if self.side != "says" or HEDGED.search(self.text) or not HARM.search(self.text):
            return None
        if CONCEDED.match(self.text):
            return None
        for one in (found for found in self.named if found.party != self.itself):
            answers = ANSWERABLE.search(self.text, one.end) and not self.scene.figures_in(
                self.statement.content.spans
            )
            if not one.pronoun and (
                answers or DOES.match(self.text, one.end) or DONE_BY.search(self.text, 0, one.start)
            ):
                return one.party, "says"
        return None
