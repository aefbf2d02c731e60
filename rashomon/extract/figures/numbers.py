"""Numbers as news reports write them: digits, words, bounds and ranges, and words that give no number."""

from dataclasses import dataclass, replace
from typing import Final

from rashomon.extract.figures.tokens import Sentence
from rashomon.model import Bound

_ONES: Final = {
    word: n
    for n, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen""".split()
    )
}
_TENS: Final = {
    word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES: Final = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_DOZEN = 12
LONGEST = 16
"""Words of the longest number."""
_LIMIT = 10_000_000_000
"""More people than there are: what is larger counts no people."""

_VAGUE: Final = frozenset(
    "dozens scores hundreds thousands millions tens several many numerous multiple countless few".split()
)
_PLENTY: Final = frozenset("dozens scores hundreds thousands millions tens score".split())
_SIZES: Final = frozenset("large small high great huge growing record unknown unspecified".split())
_A_NUMBER: Final = frozenset("number handful couple score".split())
_MONTHS: Final = frozenset(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)

_BOUNDS: Final[dict[Bound, tuple[str, ...]]] = {
    "at_least": (
        *("at least", "at the very least", "a minimum of"),
        *("no fewer than", "not fewer than", "no less than", "not less than"),
    ),
    "more_than": ("more than", "over", "well over", "upwards of", "in excess of", "above"),
    "about": (
        *("about", "around", "some", "approximately", "roughly", "nearly", "almost"),
        *("close to", "an estimated", "estimated"),
    ),
    "at_most": (
        *("up to", "as many as", "as high as", "at most", "no more than", "not more than"),
        *("fewer than", "less than", "under", "a maximum of"),
    ),
    "exact": (
        *("exactly", "a total of", "total of", "the", "the other", "the remaining", "all", "all of the"),
        *("another", "a further", "further", "an additional", "additional", "other"),
    ),
}
"""Words before a number, and what they make of it."""
_BY_LAST: Final[dict[str, list[tuple[list[str], Bound]]]] = {}
for _bound, _phrases in _BOUNDS.items():
    for _phrase in sorted(_phrases, key=len, reverse=True):
        _BY_LAST.setdefault(_phrase.split()[-1], []).append((_phrase.split(), _bound))
_BEFORE_YEAR: Final = frozenset("in since of early".split())
_RISES: Final = frozenset(
    "toll rise rises rose risen rising climb climbs climbed climbing grew grown".split()
)
_OVER: Final = frozenset("exceeded exceeds exceeding surpassed surpasses passed passes topped tops".split())


@dataclass(frozen=True, slots=True)
class Amount:
    """How many, as worded, at the tokens `start` to `end`; `core` is the first token of the number itself."""

    start: int
    core: int
    end: int
    low: int | None
    high: int | None
    bound: Bound

    @property
    def best(self) -> int | None:
        """The number itself, where there is one."""
        return self.low if self.bound in ("exact", "about") else None


def amount(sentence: Sentence, at: int) -> Amount | None:
    """The amount whose number begins at `at`, with the words before it that bound it."""
    vague = _vague(sentence, at)
    if vague is not None:
        return _bounded(sentence, Amount(at, at, vague, None, None, "vague"))
    first = number(sentence, at)
    tail = sentence.joined(at) and sentence.word(at - 1) in ("-", "–")
    if first is None or tail or _is_date(sentence, at, first[1]):
        return None
    value, end = first
    found = Amount(at, at, end, value, value, "exact")
    second = _second(sentence, at, end)
    if second is not None and value < second[0]:
        start = at - (sentence.word(at - 1) in ("between", "from"))
        return Amount(start, at, second[1], value, second[0], "range")
    more = 1 if sentence.word(end) == "+" else 2 if sentence.words[end : end + 2] == ["or", "more"] else 0
    if more:
        found = replace(found, end=end + more, high=None, bound="at_least")
    return _bounded(sentence, found)


def _second(sentence: Sentence, at: int, end: int) -> tuple[int, int] | None:
    """The upper end of a range; `from 72 to 86` is none, for so a toll rises."""
    before, link = sentence.word(at - 1), sentence.word(end)
    rises = before == "from" and not _RISES.isdisjoint(sentence.words)
    if link in ("to", "or", "-", "–") and not rises:
        return number(sentence, end + 1)
    if link == "and" and before == "between":
        return number(sentence, end + 1)
    return None


def _bounded(sentence: Sentence, found: Amount) -> Amount:
    """The amount with all words before it that bound it; the nearest one that says something counts."""
    start, bound = found.start, found.bound
    while True:
        for words, says in _BY_LAST.get(sentence.word(start - 1), ()):
            first = start - len(words)
            if first >= 0 and sentence.words[first:start] == words:
                start, bound = first, says if bound == "exact" else bound
                break
        else:
            break
    if bound == "exact" and sentence.word(start - 1) in _OVER:
        bound = "more_than"
    low = None if bound == "at_most" else found.low
    high = None if bound in ("at_least", "more_than") else found.high
    return replace(found, start=start, low=low, high=high, bound=bound)


def _vague(sentence: Sentence, at: int) -> int | None:
    """Where words that give no number end: `dozens`, `hundreds of thousands`, `a large number`."""
    word = sentence.words[at]
    if word in _VAGUE or (word == "score" and sentence.word(at + 1) == "of"):
        end = at + 1
        if word == "several" and sentence.word(end) in ("dozen", "hundred", "thousand", "million"):
            return end + 1
        if word in _PLENTY and sentence.word(end) == "of" and sentence.word(end + 1) in _PLENTY:
            return end + 2
        return end
    if word in ("a", "an", "the") or word in _SIZES:
        end = at + 1
        while sentence.word(end) in _SIZES:
            end += 1
        noun = sentence.word(end)
        plain = word == "the" and end == at + 1  # `the number of` introduces a toll
        if not plain and noun.rstrip("s") in _A_NUMBER and sentence.word(end + 1) == "of":
            return end + 1
    return None


def number(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """The whole number that begins at `at`, in digits or words, and the token after it."""
    word = sentence.word(at)
    if word[:1].isdigit() and word.isascii():
        return _digits(sentence, at)
    if word in ("a", "an", "half"):
        return _article(sentence, at)
    return _spelt(sentence, at)


def _digits(sentence: Sentence, at: int) -> tuple[int, int] | None:
    word, end = sentence.words[at].replace(",", ""), at + 1
    following = sentence.word(end)
    glued = sentence.joined(end) and (following[0].isalnum() or following in "%/:°")
    part = (sentence.joined(at) and sentence.word(at - 1) in "/:.,$€£#") or (
        sentence.joined(end) and following in "-–" and not sentence.word(end + 1)[:1].isdigit()
    )
    if glued or part or following in ("percent", "%") or sentence.word(at - 1) in ("$", "€", "£"):
        return None
    if len(word) > 12:
        return None
    while (  # thousands parted by a space
        "." not in word
        and len(word) <= 9
        and len(sentence.word(end)) == 3
        and sentence.word(end).isdecimal()
        and len(sentence.words[end - 1]) <= 3
    ):
        word, end = word + sentence.word(end), end + 1
    value = float(word)
    if sentence.word(end) in _SCALES:
        value, end = value * _SCALES[sentence.word(end)], end + 1
    elif "." in word:
        return None
    return (round(value), end) if 0 < value < _LIMIT else None


def _article(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """`a dozen`, `a hundred`, `half a million`, `a quarter of a million`."""
    words = sentence.words[at : at + 5]
    if words[:1] == ["half"] and words[1:2] in (["a"], ["an"]):
        unit = _unit(sentence.word(at + 2))
        return (unit // 2, at + 3) if unit else None
    if words[1:4] == ["quarter", "of", "a"]:
        unit = _unit(sentence.word(at + 4))
        return (unit // 4, at + 5) if unit else None
    if words[1:3] == ["half", "dozen"]:
        return 6, at + 3
    unit = _unit(sentence.word(at + 1))
    if unit is None or words[0] == "half":
        return None
    return _spelt(sentence, at + 1) or (unit, at + 2)


def _unit(word: str) -> int | None:
    return _DOZEN if word == "dozen" else _SCALES.get(word)


def _spelt(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """A number in words; a hyphen joins as a space does."""
    total = current = 0
    end, last = at, 0  # `last`: the value of the word before
    while end < at + LONGEST:
        parts = sentence.word(end).split("-")
        joins = sentence.word(end) == "and" and last >= 100 and _is_small(sentence.word(end + 1))
        if joins:
            end += 1
            last = 100
            continue
        if not all(is_number_word(part) for part in parts):
            break
        state = (total, current, last)
        for part in parts:
            grown = _grown(*state, part)
            if grown is None:
                return (total + current, end) if end > at else None
            state = grown
        total, current, last = state
        end += 1
    return (total + current, end) if end > at and 0 < total + current < _LIMIT else None


def _is_small(word: str) -> bool:
    return all(part in _ONES or part in _TENS for part in word.split("-"))


def is_number_word(word: str) -> bool:
    """Whether a word is part of a number in words."""
    return word in _ONES or word in _TENS or word in _SCALES or word == "dozen"


def _grown(total: int, current: int, last: int, word: str) -> tuple[int, int, int] | None:
    """The number with one more word, or None where the word begins another."""
    unit = _unit(word)
    if unit == 100 or word == "dozen":
        return total, max(current, 1) * (unit or 1), unit or 1
    if unit:
        return total + max(current, 1) * unit, 0, unit
    value = _ONES.get(word, _TENS.get(word, 0))
    fits = last == 0 or last >= 100 or (20 <= last <= 90 and last % 10 == 0 and value < 10)
    return (total, current + value, value) if fits else None


def _is_date(sentence: Sentence, at: int, end: int) -> bool:
    """Whether a number in digits is a day or a year."""
    word = sentence.words[at]
    if not word.isdecimal():
        return False
    if sentence.word(end) in ("gmt", "am", "pm", "local", "hrs"):
        return True
    before = [sentence.word(k) for k in range(at - 4, at) if sentence.word(k) not in (".", ",")][-2:]
    day = sentence.word(at - 1) != "," and before[-1:] and before[-1] in _MONTHS
    dated = len(word) == 4 and before[-1:] and before[-1].isdecimal() and before[0] in _MONTHS
    near = bool(day or dated) or (sentence.word(end) in _MONTHS and int(word) <= 31)
    year = len(word) == 4 and 1900 <= int(word) <= 2100 and sentence.word(at - 1) in _BEFORE_YEAR
    return near or year or (sentence.word(end) in ("-", "–") and sentence.word(end + 2) in ("-", "–"))
