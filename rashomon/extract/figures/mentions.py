"""Where a sentence counts people, whatever is said of them."""

from dataclasses import dataclass
from typing import Final

from rashomon.extract.figures.harms import Harm
from rashomon.extract.figures.nouns import PLURAL, SINGULAR, STOP, phrase
from rashomon.extract.figures.numbers import Amount, amount
from rashomon.extract.figures.tokens import Sentence

_ARTICLES: Final = frozenset("a an another".split())
_DEFINITE: Final = frozenset("the this that these those them".split())
_POSSESSIVE: Final = frozenset("his her their".split())
_REST: Final = frozenset("more other others additional further".split())
_SPEAKS: Final = frozenset("said says told tells added reported saying gave gives confirmed".split())
_PLACING: Final = frozenset("at of from in for with".split())
_PAIRED: Final = frozenset("and a an".split())
_PLACED: Final = _PLACING | _PAIRED | frozenset("the his her its their".split())
_MARKS: Final = frozenset("' ’ \" “ ”".split())
_WINDOW, _SPEECH = 6, 9


@dataclass(slots=True)
class Mention:
    """A count of people at the tokens `start` to `end`."""

    start: int
    end: int
    amount: Amount
    head: int | None
    of: tuple[int, int] | None
    own: Harm | None = None
    """Harm within its own words: `12 wounded people`, `five deaths`, `30 of the dead`."""
    partitive: bool = False
    """Some of more: `four of the dead`."""
    single: bool = False
    """One person by an article or a name: `a child`."""
    known: bool = False
    """One person by name or by `the`: `Adam Quill`, `the commander`."""
    kin: bool = False
    """One person by whose he or she is: `two men and their mother`."""


def mentions(sentence: Sentence, harms: list[Harm], *, known: bool = False) -> list[Mention]:
    """The counts of people in a sentence, in order; with `known`, single persons by name or `the` too."""
    found: list[Mention] = []
    at, begins = 0, {harm.start: harm for harm in harms}
    ends = {harm.end: harm for harm in harms}
    while at < len(sentence.words):
        one = _counted(sentence, at, begins, ends) or _single(sentence, at, begins, known)
        if one is None and known and at and at in ends and ends[at].form in ("verb", "past"):
            one = _named(sentence, at)
        if one is not None:
            found.append(one)
        at = max(at + 1, one.end if one else 0)
    return found


def _counted(sentence: Sentence, at: int, begins: dict[int, Harm], ends: dict[int, Harm]) -> Mention | None:
    many = amount(sentence, at)
    if many is None or _idiom(sentence, at, many):
        return None
    after = phrase(sentence, many.end, begins, one=many.low == 1)
    # `many of them women` tells of those just counted, `killing many of them` counts
    idle = (
        many.bound == "vague" and many.start not in ends and sentence.word(after.end - 1) in ("them", "whom")
    )
    if after.things or idle:
        return None
    own = None
    if after.head is not None:
        own = next((begins[k] for k in range(many.end, after.head + 1) if k in begins), None)
    bare = many.bound == "vague" and after.head is None and sentence.word(many.end) not in _REST
    if bare and sentence.word(at) in ("few", "a", "an"):
        return None
    partitive = sentence.word(many.end) == "of" and sentence.word(many.end + 1) in _DEFINITE
    return Mention(many.start, max(after.end, many.end), many, after.head, after.of, own, partitive)


def _idiom(sentence: Sentence, at: int, many: Amount) -> bool:
    """Whether a number is part of an idiom or of a name."""
    word, before, after = sentence.words[at], sentence.word(at - 1), sentence.word(many.end)
    if word == "one":
        return before in ("no", "any", "every", "each", "this", "that") or after in ("another", "day", "way")
    if word in ("many", "few", "several"):
        return before in ("how", "so", "very", "as") and many.start == at
    if before == "of" and sentence.word(at - 2) in ("age", "ages", "population"):
        return True
    return before in ("aged", "age", "resolution", "article", "no", "number", "g") and many.start == at


def _single(sentence: Sentence, at: int, begins: dict[int, Harm], known: bool) -> Mention | None:
    """One person that an article counts: `a child`, `a pregnant woman`."""
    definite = sentence.words[at] in _DEFINITE
    kin = sentence.words[at] in _POSSESSIVE and sentence.word(at - 1) in ("and", ",")
    if not (sentence.words[at] in _ARTICLES or kin or (known and definite)):
        return None
    for end in range(at + 1, min(at + _WINDOW, len(sentence.words))):
        word = sentence.words[end]
        if word in STOP or end in begins or not word[0].isalpha():
            return None
        if word in SINGULAR and word not in ("one", "other"):
            name = _name(sentence, end + 1) if known else end + 1
            if _joins(sentence, name) or not _ends(sentence, name, begins):
                continue
            if _speaks(sentence, name, begins):
                return None
            return Mention(at, name, _one(at), end, (at + 1, end + 1), single=True, known=definite, kin=kin)
    return None


def _named(sentence: Sentence, at: int) -> Mention | None:
    """One person by name, behind a verb of harm."""
    end = _name(sentence, at)
    if end == at or sentence.words[end - 1] in PLURAL:
        return None
    return Mention(at, end, _one(at), end - 1, None, single=True, known=True)


def _name(sentence: Sentence, at: int) -> int:
    """Where a name that begins at a token ends."""
    while sentence.word(at) and sentence.raw[at][0].isupper() and sentence.words[at] not in STOP:
        at += 1
    return at


def _one(at: int) -> Amount:
    return Amount(at, at, at + 1, 1, 1, "exact")


def _joins(sentence: Sentence, at: int) -> bool:
    """Whether a noun is the first of two adjectives: `an Afghan and coalition force`."""
    if sentence.word(at) != "and" or at + 1 >= len(sentence.words):
        return False
    word = sentence.words[at + 1]
    other = word in _ARTICLES or word in STOP or word in SINGULAR or word.endswith(("ed", "ing", "s"))
    return word[0].isalpha() and not other and amount(sentence, at + 1) is None


def _ends(sentence: Sentence, at: int, begins: dict[int, Harm]) -> bool:
    """Whether a noun phrase ends before a token."""
    word = sentence.word(at)
    plain = not word[:1].isalpha() or word in STOP or word.endswith(("ed", "ing", "ly"))
    return at in begins or plain or at >= len(sentence.words)


def _speaks(sentence: Sentence, at: int, begins: dict[int, Harm]) -> bool:
    """Whether one person is named for what they say: `a doctor and an official said`, `a nurse at the ward said`."""
    passed = _PLACED if sentence.word(at) in _PLACING else _PAIRED
    for k in range(at, min(at + _SPEECH, len(sentence.words))):
        word = sentence.words[k]
        if word in _SPEAKS:
            return True
        if k in begins or (word in STOP and word not in passed) or not (word[0].isalpha() or word in _MARKS):
            return False
    return False
