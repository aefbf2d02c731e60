"""Which word of harm a count of people belongs to.

A compact grammar over tokens, for no parse is at hand. The nearest tie wins, in this order: a word of harm within
the count's own words; one that follows it at once (`14 people were killed`); a verb just before it (`killing 14`);
a list that it goes on (`killing 14 soldiers and five civilians`); one that follows at a distance; a toll.
"""

from dataclasses import dataclass
from typing import Final

from rashomon.extract.figures.harms import Harm
from rashomon.extract.figures.mentions import Mention
from rashomon.extract.figures.nouns import STOP, is_person
from rashomon.extract.figures.tokens import Sentence
from rashomon.model import FigureKind

_BE: Final = frozenset("was were is are be been being got get gets getting".split())
_LIGHT: Final = frozenset(
    """was were is are be been being got get have has had having also reportedly reported confirmed believed feared
    thought said known to still already then either who that which seriously severely critically badly slightly
    lightly fatally mortally both all allegedly apparently now later since ( ) " “ ” ' ’ more others people would
    will may might could , being left - – — -- of them whom these those among the remain remained remains went""".split()
)
_BEFORE: Final = frozenset(
    "a an the of another at about in some both his her its their as between \" “ ' ’ up".split()
)
_LIST: Final = frozenset(
    """and or , as well including include included among them plus along with addition to in & of whom also
    - – — --""".split()
)
_INCLUDING: Final = frozenset("including include includes included comprising among".split())
_BLOCK: Final = frozenset(
    """said says told ; : when after as while before where because since if but although though until amid
    according adding saying reported announced""".split()
)
_CONNECT: Final = frozenset(
    """to at of is was were reached reaching reaches hit hits hitting exceeded exceeding passed topped tops surpassed
    above be stands stood from by are : exceeds past""".split()
)
_RELATIVE: Final = frozenset("who which that".split())
_HELD: Final = frozenset("detained abducted other".split())
_AFTER_FIRST: Final = frozenset("in by with were was".split())
_SPEAKS: Final = frozenset("said say says told".split())
_POSSESSIVE: Final = frozenset("his her their its".split())
FAR = 16
TOLL_REACH = 25
LIST_REACH = 9


@dataclass(frozen=True, slots=True)
class Tie:
    """What a mention is tied to: the kinds of harm, the token of the word, and how."""

    kinds: tuple[FigureKind, ...]
    harm: Harm
    how: str
    part_of: int | None = None
    """Index of the mention of which this one counts a part."""


def ties(sentence: Sentence, found: list[Mention], harms: list[Harm]) -> dict[int, Tie]:
    """The tie of each mention that counts people who came to harm, by the mention's index."""
    return _Linker(sentence, found, harms).ties()


class _Linker:
    def __init__(self, sentence: Sentence, found: list[Mention], harms: list[Harm]) -> None:
        self.sentence, self.found = sentence, found
        owned = {id(one.own) for one in found}
        self.harms = [harm for harm in harms if id(harm) not in owned]
        self.ends = {one.end - 1 for one in found}
        self.starts = {one.start: n for n, one in enumerate(found)}
        self.active = {harm.start for harm in self.harms if self._is_active(harm)}
        self.by_start = {harm.start: harm for harm in self.harms}
        self.by_end = {harm.end: harm for harm in self.harms}
        self.tied: dict[int, Tie] = {}

    def ties(self) -> dict[int, Tie]:
        near = (self._own, self._clause, self._object, self._among, self._at_once, self._toll)
        for n in range(len(self.found)):
            for rule in near:
                if tie := rule(n):
                    self.tied[n] = tie
                    break
        for n in range(len(self.found)):
            for rule in (self._part, self._listed, self._far):
                if n not in self.tied and (tie := rule(n)):
                    self.tied[n] = tie
            if n in self.tied and self.tied[n].part_of is None and (whole := self._whole(n)) is not None:
                tie = self.tied[n]
                self.tied[n] = Tie(tie.kinds, tie.harm, tie.how, whole)
        for n, one in enumerate(self.found):
            if n not in self.tied and one.own is not None:
                self.tied[n] = Tie(one.own.kinds, one.own, "own")
        return self.tied

    # -- voices

    def _is_active(self, harm: Harm) -> bool:
        """Whether the people stand behind a word of harm, as its object."""
        if harm.form == "verb":
            return True
        if harm.form != "past" or self._has_be(harm.start):
            return False
        following = self._mention_after(harm.end)
        if following is None:
            return self._named_after(harm.end)
        before = next((one for one in self.found if one.end == harm.start), None)
        if before is None:
            return True
        after = self.found[following]
        own_harm = after.own is not None or self.sentence.word(after.end) in _PAST_AFTER
        return not own_harm and before.head is not None

    def _named_after(self, at: int) -> bool:
        """Whether somebody named follows at once: `killed the commander Adam Quill and two others`."""
        if at >= len(self.sentence.words):
            return False
        word = self.sentence.words[at]
        return word in ("the", "his", "their", "its") or (
            self.sentence.raw[at][0].isupper() and word not in STOP
        )

    def _has_be(self, at: int) -> bool:
        for k in range(at - 1, max(-1, at - 5), -1):
            word = self.sentence.words[k]
            if word in _BE:
                return True
            if not (
                word.endswith("ly")
                or word in ("also", "reported", "confirmed", "then", "either", "all", "both")
            ):
                return False
        return False

    def _mention_after(self, at: int) -> int | None:
        """The mention that begins at a token, but for words without weight."""
        for k in range(at, at + 4):
            if k in self.starts:
                return self.starts[k]
            if self.sentence.word(k) not in _BEFORE:
                return None
        return None

    # -- rules

    def _own(self, n: int) -> Tie | None:
        """Harm within the count's own words; people held or harmed before may come to more harm."""
        own = self.found[n].own
        if own is None or (own.form == "noun" and own.kinds[0] in _HELD):
            return None
        return Tie(own.kinds, own, "own")

    def _clause(self, n: int) -> Tie | None:
        harm = self._following(n, 8, _LIGHT - _RELATIVE)
        return Tie(harm.kinds, harm, "at once") if harm else None

    def _at_once(self, n: int) -> Tie | None:
        harm = self._following(n, 8, _LIGHT)
        return Tie(harm.kinds, harm, "at once") if harm else None

    def _among(self, n: int) -> Tie | None:
        """`Among the dead were 22 children`."""
        k = self.found[n].start - 1
        if self.sentence.word(k) not in ("was", "were", "are", "included", "include"):
            return None
        first = self.harms[0] if self.harms else None
        if (
            first
            and first.form == "past"
            and first.start <= 1
            and self.sentence.word(first.end) in _AFTER_FIRST
        ):
            return Tie(first.kinds, first, "among")
        for harm in self.harms:
            if harm.end <= k <= harm.end + 10 and harm.form != "toll" and harm.start not in self.active:
                before = self.sentence.words[max(0, harm.start - 4) : harm.start]
                if "among" in before or (
                    before[-1:] == ["those"] and self.sentence.word(k).startswith("includ")
                ):
                    return Tie(harm.kinds, harm, "among")
                if harm.word == "victims" and self.sentence.word(k).startswith("includ"):
                    return Tie(("killed",), harm, "among")
        return None

    def _object(self, n: int) -> Tie | None:
        start = self.found[n].start
        for k in range(start, max(-1, start - 4), -1):
            harm = self.by_end.get(k)
            if harm is not None:
                if harm.start in self.active and self._takes(harm, n):
                    return Tie(harm.kinds, harm, "object")
                return None
            if self.sentence.word(k - 1) not in _BEFORE:
                break
        return self._after_name(n)

    def _after_name(self, n: int) -> Tie | None:
        """`killing Adam Quill and one other man`: the object goes on behind a name."""
        at = self.found[n].start
        if self.sentence.word(at - 1) not in ("and", "&"):
            return None
        for k in range(at - 1, max(-1, at - 2 - LIST_REACH), -1):
            harm = self.by_end.get(k)
            if harm is not None:
                fits = harm.start in self.active and k < at - 1 and self._takes(harm, n)
                return Tie(harm.kinds, harm, "object") if fits else None
            word = self.sentence.word(k - 1)
            if (
                k - 1 < 0
                or k - 1 in self.ends
                or (word in STOP and word not in ("the", "of", "his", "its", "their", "a"))
            ):
                return None
        return None

    def _takes(self, harm: Harm, n: int) -> bool:
        """`claimed` and `lost` are words of harm only before people."""
        one = self.found[n]
        if harm.word in ("claimed", "lost", "claiming", "claims", "loses", "losing"):
            return one.head is not None
        if harm.word.startswith("cost"):
            return one.head is not None and self.sentence.words[one.head] == "lives"
        if harm.kinds[0] in ("detained", "abducted"):
            return one.head is not None or one.amount.bound != "vague"
        return True

    def _following(self, n: int, reach: int, light: frozenset[str]) -> Harm | None:
        """The word of harm behind a mention with only light words between."""
        for k in range(self.found[n].end, self.found[n].end + reach):
            harm = self.by_start.get(k)
            if harm is not None:
                return harm if harm.start not in self.active and harm.form != "toll" else None
            if k in self.starts or self.sentence.word(k) not in light:
                return None
        return None

    def _part(self, n: int) -> Tie | None:
        """`14, including five children`: the kind of the whole, unless it has its own."""
        whole = self._whole(n)
        if whole is None or whole not in self.tied:
            return None
        return Tie(self.tied[whole].kinds, self.tied[whole].harm, "part", whole)

    def _whole(self, n: int) -> int | None:
        """The mention of which this one counts a part."""
        one = self.found[n]
        if n == 0:
            return None
        tail = self.sentence.words[one.end - 2 : one.end]
        if tail in (["of", "them"], ["of", "whom"]) or self.sentence.words[one.end : one.end + 2] == [
            "among",
            "them",
        ]:
            return n - 1
        gap = self.sentence.words[self.found[n - 1].end : one.start]
        if len(gap) > LIST_REACH or any(k in _BLOCK for k in gap):
            return None
        if any(k in _INCLUDING for k in gap):
            before = self.tied.get(n - 1)
            return before.part_of if before and before.part_of is not None and "among" not in gap else n - 1
        before = self.tied.get(n - 1)
        if before and before.part_of is not None and all(k in ("and", ",", "as", "well") for k in gap):
            mine = self.tied.get(n)
            return before.part_of if mine is None or mine.harm is self.tied[before.part_of].harm else None
        return None

    def _listed(self, n: int) -> Tie | None:
        """A list goes on: the kind of the mention before."""
        if n == 0 or n - 1 not in self.tied:
            return None
        before = self.tied[n - 1]
        gap = self.sentence.words[self.found[n - 1].end : self.found[n].start]
        added = (
            gap[-3:] == ["as", "well", "as"]
            or gap[-3:] == ["in", "addition", "to"]
            or gap[-2:] == ["along", "with"]
        )
        if before.how in ("at once", "far") and not added:
            return None
        if not gap and self.sentence.word(self.found[n].end) in _SPEAKS:
            return None
        if gap and gap[-1] in _POSSESSIVE:
            gap = gap[:-1]
        if (gap and gap[-1] not in _LIST) or len(gap) > LIST_REACH or any(k in _BLOCK - {"as"} for k in gap):
            return None
        if not added and any(k in self.by_start for k in range(self.found[n - 1].end, self.found[n].start)):
            return None
        if self.found[n].single and len(gap) > 2:
            return None
        return Tie(before.kinds, before.harm, "listed", before.part_of)

    def _far(self, n: int) -> Tie | None:
        """The next word of harm that is said of people before it, past lists and places."""
        k = self.found[n].end
        limit = min(k + FAR + 4 * sum(one.start >= k for one in self.found), len(self.sentence.words))
        while k < limit:
            harm = self.by_start.get(k)
            if harm is not None:
                gap = self.sentence.words[self.found[n].end : k]
                if "among" in gap and harm.word == "victims":
                    return Tie(("killed",), harm, "far")
                if harm.start in self.active or harm.form in ("toll", "noun"):
                    return None
                near = (
                    "among" in gap
                    or k - self.found[n].end <= 5
                    or self._has_be(k)
                    or any(self.found[n].end <= one.start < k for one in self.found)
                )
                return Tie(harm.kinds, harm, "far") if near else None
            if k in self.starts:
                adjacent = k == self.found[n].end and self.found[n].head is not None
                before = self.sentence.word(k - 1 - (self.sentence.word(k - 1) in _POSSESSIVE))
                if not adjacent and before not in _LIST:
                    return None
                k = self.found[self.starts[k]].end
                continue
            word = self.sentence.words[k]
            if word in _BLOCK and not (word == "as" and self.sentence.word(k + 1) == "well"):
                return None
            k += 1
        return None

    def _toll(self, n: int) -> Tie | None:
        """The number of a toll: `the death toll rose to 86`."""
        one = self.found[n]
        if one.single:
            return None
        k = one.start - 1
        if self.sentence.word(k) not in _CONNECT:
            return None
        harm = next(
            (
                h
                for h in reversed(self.harms)
                if h.form == "toll" and h.end <= one.start <= h.end + TOLL_REACH
            ),
            None,
        )
        if harm is None or (one.head is not None and one.of and not is_person(self.sentence.words[one.head])):
            return None
        return Tie(harm.kinds, harm, "toll")


_PAST_AFTER: Final = frozenset("killed injured wounded hurt dead died missing displaced".split())
