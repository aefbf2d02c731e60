"""Words that say what happened to people."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from rashomon.extract.figures.numbers import amount
from rashomon.extract.figures.tokens import Sentence
from rashomon.model import FigureKind

Form = Literal["verb", "past", "state", "noun", "toll"]
"""`verb` has its people behind it (killing N), `state` before it (N died), `past` before or behind (N were killed,
killed N), `noun` is counted itself (N deaths), `toll` has its number behind it (the death toll rose to N)."""


@dataclass(frozen=True, slots=True)
class Harm:
    """A word or words of harm, at the tokens `start` to `end`."""

    start: int
    end: int
    kinds: tuple[FigureKind, ...]
    form: Form
    word: str


_WORDS: Final[tuple[tuple[FigureKind, Form, str], ...]] = (
    ("killed", "verb", """kill kills killing massacring executing executes execute murdering murders assassinating
        slaughtering beheading eliminating neutralising neutralizing martyring slaying"""),
    ("killed", "past", """killed executed murdered assassinated massacred slaughtered beheaded decapitated slain
        eliminated neutralised neutralized martyred lynched hanged slew"""),
    ("killed", "state", "dead died dies die dying perished drowned suffocated deceased"),
    ("killed", "noun", "deaths fatalities bodies corpses martyrs fatality"),
    ("injured", "verb", "injure injures injuring wounding maiming hurting"),
    ("injured", "past", "injured wounded hurt maimed harmed"),
    ("injured", "noun", "injuries"),
    ("injured", "state", "hospitalised hospitalized"),
    ("detained", "verb", """detain detains detaining arrest arrests arresting apprehending captures capture capturing
        jailing imprisoning"""),
    ("detained", "past", "detained arrested apprehended captured jailed imprisoned nabbed"),
    ("detained", "state", "surrendered"),
    ("detained", "noun", "detainees prisoners"),
    ("missing", "state", "missing"),
    ("displaced", "verb", "displace displaces displacing uprooting evacuating evacuate"),
    ("displaced", "past", "displaced uprooted evacuated"),
    ("displaced", "state", "fled flee fleeing"),
    ("abducted", "verb", "abducting kidnapping abduct kidnap abducts kidnaps"),
    ("abducted", "past", "abducted kidnapped"),
    ("abducted", "state", "hostage captive"),
    ("abducted", "noun", "hostages abductees"),
    ("other", "noun", "casualties victims"),
)  # fmt: skip
_PHRASES: Final[tuple[tuple[FigureKind, Form, str], ...]] = (
    (
        "killed",
        "state",
        "lost their lives|lost his life|lost her life|lost lives|losing their lives",
    ),
    (
        "killed",
        "state",
        "lives have been lost|lives were lost|lives had been lost|lives lost|burned to death",
    ),
    ("killed", "verb", "lives of|life of|death of|deaths of|killing of|martyrdom of|murder of|murders of"),
    (
        "killed",
        "verb",
        "cost of|execution of|massacre of|bodies of|corpses of|loss of|beheading of|killings of",
    ),
    ("killed", "past", "fell as martyrs|gunned down|put to death|shot dead"),
    ("injured", "verb", "injury of|injury to|injuries of|injuries to|injuries on|wounding of"),
    ("injured", "state", "sustained injuries|sustaining injuries|suffered injuries|suffering injuries"),
    ("injured", "state", "sustained severe injuries|sustained wounds|suffered wounds|received wounds"),
    (
        "injured",
        "state",
        "suffered respiratory problems|suffering respiratory problems|received treatment",
    ),
    (
        "injured",
        "state",
        "being treated|with injuries|treated for wounds|treated for injuries|in critical condition",
    ),
    ("detained", "verb", "arrest of|arrests of|detention of|capture of"),
    ("detained", "state", "in custody|under arrest|in detention|behind bars|taken prisoner|laid down arms"),
    ("injured", "state", "admitted to hospital|admitted to hospitals"),
    ("missing", "state", "unaccounted for"),
    ("displaced", "state", "forced to flee|forced from their homes|driven from their homes|left homeless"),
    ("displaced", "state", "left their homes|leave their homes|made homeless|fled their homes"),
    ("displaced", "verb", "displacement of|evacuation of"),
    ("abducted", "verb", "abduction of|kidnapping of|took hostage|taking hostage"),
    ("abducted", "state", "taken hostage|taken captive|held hostage|held captive"),
    ("other", "verb", "martyrdom and injury of|deaths and injuries of|death and injury of"),
    ("other", "noun", "deaths and injuries|injuries and deaths"),
    ("other", "state", "fell victim"),
    ("killed", "toll", "death toll|toll"),
    ("killed", "toll", "death count|body count"),
    ("other", "toll", "casualty toll"),
)
_LEXICON: Final = {word: (kind, form) for kind, form, words in _WORDS for word in words.split()}
_BY_FIRST: dict[str, list[tuple[tuple[str, ...], FigureKind, Form]]] = {}
for _kind, _form, _phrases in _PHRASES:
    for _phrase in _phrases.split("|"):
        _tokens = tuple(_phrase.split())
        _BY_FIRST.setdefault(_tokens[0], []).append((_tokens, _kind, _form))
for _found in _BY_FIRST.values():
    _found.sort(key=lambda one: -len(one[0]))

_LOST: Final = frozenset("lost loses losing claimed claiming claims cost costs costing".split())
_LONGEST: Final = {max(reversed(one[0]), key=len) for ones in _BY_FIRST.values() for one in ones}
_TELLING: Final = sorted({*_LEXICON, *_LOST, *_LONGEST, "number"})
HINT: Final = re.compile(rf"\b(?:{'|'.join(_TELLING)})\b", re.I)
"""A sentence without any of these words has no figure."""
_THE: Final = frozenset("the total overall official confirmed its".split())
_HURT: Final[set[FigureKind]] = {"killed", "injured"}
_STATES: Final = ("past", "state", "noun")
_PASSIVE: Final = frozenset("was were been are is".split())
_JOINS: Final = frozenset(("and", "or", "/", ",", "&", "and/or"))
_UNREAL: Final = frozenset("to would will could may might can should shall or not".split())
"""Before a verb of harm: nobody has come to harm yet."""


def harms(sentence: Sentence) -> list[Harm]:
    """The words of harm in a sentence, in order; `killed and wounded` is one, of a mixed kind."""
    found: list[Harm] = []
    at = 0
    while at < len(sentence.words):
        harm = _harm(sentence, at)
        if harm is None:
            at += 1
            continue
        found.append(harm)
        at = harm.end
    return _merged(sentence, found)


def _harm(sentence: Sentence, at: int) -> Harm | None:
    word = sentence.words[at]
    if word == "number" and sentence.word(at - 1) in _THE and sentence.word(at + 1) == "of":
        return _number_of(sentence, at)
    for tokens, kind, form in _BY_FIRST.get(word, ()):
        if tuple(sentence.words[at : at + len(tokens)]) == tokens:
            return Harm(at, at + len(tokens), (kind,), form, " ".join(tokens))
    if word in _LEXICON:
        kind, form = _LEXICON[word]
        if form == "verb" and sentence.word(at - 1) in _UNREAL and not word.endswith(("s", "ing")):
            return None
        return Harm(at, at + 1, (kind,), form, word)
    if word in _LOST:
        return Harm(at, at + 1, ("killed",), "verb", word)
    return None


def _number_of(sentence: Sentence, at: int) -> Harm | None:
    """`the number of people detained in the raid`: a toll of the first harm that is named."""
    for k in range(at + 2, at + 12):
        harm = _LEXICON.get(sentence.word(k))
        if harm and harm[1] != "verb":
            kind = "killed" if sentence.words[k] == "victims" else harm[0]
            return Harm(at, k + 1, (kind,), "toll", "number of")
    return None


def _merged(sentence: Sentence, found: list[Harm]) -> list[Harm]:
    """Two words of harm joined by `and` or `or` say one thing of the same people."""
    merged: list[Harm] = []
    for harm in found:
        before = merged[-1] if merged else None
        if before is None or not _joined(sentence, before, harm):
            merged.append(harm)
            continue
        kinds = before.kinds + tuple(kind for kind in harm.kinds if kind not in before.kinds)
        mixed = len(kinds) > 1 and set(kinds) <= _HURT | {"other"}
        merged[-1] = Harm(before.start, harm.end, ("other",) if mixed else kinds, harm.form, harm.word)
    return merged


def _joined(sentence: Sentence, before: Harm, harm: Harm) -> bool:
    """Whether two words of harm share their people."""
    between = sentence.words[before.end : harm.start]
    linked = len(between) == 1 and between[0] in _JOINS
    if not linked and (between or {*before.kinds, *harm.kinds} != _HURT):
        return False
    if before.form in ("verb", "past") and harm.form in ("verb", "past"):
        passive = sentence.word(before.start - 1) in _PASSIVE
    else:
        passive = before.form in _STATES and harm.form in _STATES
        if not passive:
            return False
    # `14 were killed and wounded 30 more`: the second word has its own people
    return not (passive and harm.form == "past" and amount(sentence, harm.end))
