"""What was promised, and what later words say became of it."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rashomon.link.incidents import inside
from rashomon.link.sources import credited
from rashomon.model import Claim, Outcome, Promise, PromiseState, Reading, Span, Statement

STEMS: Final = ("promis", "pledg", "vow", "commitment", "assuranc", "undertaking")
"""How words for a promise begin."""
WORD: Final = re.compile(rf"\b(?:{'|'.join(STEMS)})\w*", re.I)
THIS: Final = re.compile(
    r"\b(?:this|that|the)\s+(?:promise|pledge|vow|commitment|assurance|undertaking)\b", re.I
)
NOT_KEPT: Final = re.compile(
    r"\b(?:(?:not|never|n['’]t|yet to|without|nor|neither|hardly|failed to|fails? to|failure to|unable to|refused to)"
    r"\W+(?:\w+\W+){0,6}?(?:fulfil|kept|keep|hono|met\b|meet|deliver|implement|carried|carry|materiali"
    r"|come true|came true|realis|realiz|acted|act on|happen|receiv|paid|pay\b|done\b|begun)\w*"
    r"|unfulfilled|unkept|brok(?:e|en)|break(?:s|ing)?|empty|reneg\w+|went back on|gone back on|hollow|abandon\w+"
    r"|betray\w+)\b",
    re.I,
)
KEPT: Final = re.compile(
    r"\b(?:fulfil\w*|kept|hono(?:u)?red|delivered|implemented|made good|carried out|lived up to|came true)\b",
    re.I,
)
SENTENCE: Final = re.compile(
    r"(?:[^.!?\n]|[.!?](?![.!?”\"'’]{0,8}(?:\s|$)))+(?:[.!?]+[”\"'’]*|\n|$)|[.!?\n]+"
)
"""A stop within a word (`3.5 million`, `U.N.-led`) ends none."""
FUTURE: Final = re.compile(r"\b(?:will|would|shall|going to|plans? to|intends? to)\b", re.I)
PROMISES: Final = re.compile(rf"\b(?:{'|'.join(STEMS)}|assur|guarant|commit|undert|swear|swore|agree)", re.I)
"""Cues that promise, whatever the words."""
NAMED: Final = re.compile(r"(?<=\w )[A-Z][\w’'-]+")
"""A name within a sentence."""
OURS: Final = re.compile(r"\b(?:we|us|our|I|my|it|its|they|their|he|his|she|her)\b")
SMALL: Final = frozenset(
    """a an the of to in on at for from by with and or but that this these those it its is are was were be been will
    would shall has have had not no their his her our all any they he she we i you as than more so far""".split()
)
CLOSE: Final = 3
"""Characters, such as a quotation mark, a stop and a space, between a statement and the sentence that takes it up."""
ALIKE: Final = 2
"""Words, small ones left out, that an outcome and a promise must share where nothing else shows what it is about."""
CALLED: Final = 3
"""The same, where what was said is called a promise by another report alone."""
ANYBODY: Final = frozenset(("minist", "offici", "spokes"))
"""Stems of offices that many hold: they name nobody."""


@dataclass(frozen=True, slots=True)
class _Told:
    """One statement that promises, with who does and the words that count."""

    statement: Statement
    report: str
    day: str
    who: str
    about: frozenset[str]
    """Words that name who promises, office and all."""
    source: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Saying:
    """A sentence that says that some promise was kept or broken."""

    report: str
    span: Span
    text: str
    words: frozenset[str]


class _Sayings:
    """All such sentences that promise nothing themselves, found by report and by the words they share."""

    def __init__(self, readings: Mapping[str, Reading], told: Mapping[str, Sequence[_Told]]) -> None:
        self.by_report: dict[str, list[_Saying]] = defaultdict(list)
        self._by_word: dict[str, list[_Saying]] = defaultdict(list)
        for report, reading in sorted(readings.items()):
            for start, end in _sentences_of_promises(reading.report.text):
                if any(start <= one.statement.content.start < end for one in told.get(report, ())):
                    continue
                text = reading.report.text[start:end]
                saying = _Saying(report, (start, end), text, _words(text))
                self.by_report[report].append(saying)
                for word in sorted(saying.words):
                    self._by_word[word].append(saying)

    def sharing(self, words: Collection[str]) -> Iterator[_Saying]:
        """Those that have enough of these words, by report and place."""
        shared = Counter(saying for word in sorted(words) for saying in self._by_word.get(word, ()))
        enough = (saying for saying, times in shared.items() if times >= ALIKE)
        yield from sorted(enough, key=lambda saying: (saying.report, saying.span))


def promises(readings: Mapping[str, Reading], claims: Sequence[Claim] = ()) -> list[Promise]:
    """The promises of the readings with what became of them, in the order of ids.

    Statements of the act `promises`, and those about the future that the sentence behind them, or a report of the same
    day or later that names who and what, calls a promise, are one promise if one source makes them and a claim or most
    of their words are the same. An outcome is a sentence that says of a promise that it was kept or broken: in the same
    report behind it, or in a report of the same day or later that names who promised and shares words with it; or a
    later member of the promise's claim that says, not in the future, that it came about, or that denies it and is not
    by who promised.
    Nothing that says so leaves it `open`: silence breaks no promise.
    """
    told = [one for _, reading in sorted(readings.items()) for one in _told(reading)]
    sayings = _Sayings(readings, _by_report(told))
    told += _called_elsewhere(readings, {one.statement.id for one in told}, sayings)
    by_report = _by_report(told)
    told.sort(key=_id)
    claimed = defaultdict(list)
    for claim in claims:
        for statement in {member.statement for member in claim.members}:
            claimed[statement].append(claim)
    found = []
    for group in _groups(told, claimed):
        outcomes = [*_said(group, readings, by_report, sayings), *_claimed(group, readings, claimed)]
        unique = {(one.report, one.spans, one.kept): one for one in outcomes}
        found.append(_promise(group, sorted(unique.values(), key=lambda one: (one.report, one.spans))))
    return found


def _told(reading: Reading) -> Iterator[_Told]:
    called = _called_promises(reading)
    for statement in reading.statements:
        promised = statement.act == "promises" and statement.polarity == "positive"
        if statement.id in called or (promised and not _of_another(statement)):
            yield _as_told(reading, statement)


def _of_another(statement: Statement) -> bool:
    """Whether it only says what somebody else will do: `the Tern Front will deny it`, said and not promised."""
    cue, source = (one.text if one else "" for one in (statement.cue, statement.source))
    ahead = FUTURE.search(statement.content.text)
    if PROMISES.search(cue) or ahead is None:
        return False
    subject = statement.content.text[: ahead.start()]
    named = NAMED.search(subject) and not OURS.search(subject)
    return bool(named and not _words(subject) & _words(f"{source} {statement.chain[-1].name}"))


def _as_told(reading: Reading, statement: Statement) -> _Told:
    who, source = credited(reading, statement.id)
    day = reading.report.published or ""
    office = (statement.source and statement.source.office) or ""
    about = _words(f"{who} {office}") - ANYBODY
    return _Told(statement, reading.report.id, day, who, about, source, _words(statement.content.text))


def _by_report(told: Iterable[_Told]) -> dict[str, list[_Told]]:
    found: dict[str, list[_Told]] = defaultdict(list)
    for one in told:
        found[one.report].append(one)
    return found


def _called_elsewhere(
    readings: Mapping[str, Reading], known: Collection[str], sayings: "_Sayings"
) -> Iterator[_Told]:
    """Statements about the future that a report of the same day or later calls a promise, by who and what."""
    for report, reading in sorted(readings.items()):
        for statement in reading.statements if reading.report.published else ():
            ahead = statement.act == "asserts" and statement.polarity == "positive"
            if not ahead or statement.id in known or not FUTURE.search(statement.content.text):
                continue
            one = _as_told(reading, statement)
            for saying in sayings.sharing(one.words):
                day = readings[saying.report].report.published or ""
                named = len(saying.words & one.words) >= CALLED and saying.words & one.about
                if saying.report != report and day >= one.day and named:
                    yield one
                    break


def _called_promises(reading: Reading) -> set[str]:
    """Statements about the future that the sentence behind them calls a promise: `This promise was not kept.`"""
    text = reading.report.text
    sentences = _sentences_of_promises(text)
    if not sentences:
        return set()
    ahead = sorted((one.content.end, one.id) for one in reading.statements if FUTURE.search(one.content.text))
    ends = [end for end, _ in ahead]
    found = set()
    for start, end in sentences:
        at = bisect_right(ends, start)
        if THIS.search(text, start, end) and at and start - ends[at - 1] <= CLOSE:
            found.add(ahead[at - 1][1])
    return found


def _words(text: str) -> frozenset[str]:
    """The stems of all words but small ones; six letters are stem enough for comparing."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return frozenset(word[:6] for word in words if word not in SMALL and len(word) > 2)


def _groups(told: Sequence[_Told], claimed: Mapping[str | None, Sequence[Claim]]) -> list[list[_Told]]:
    """What one source promises in the same claim or in much the same words."""
    claims = {one.statement.id: {claim.id for claim in claimed.get(one.statement.id, ())} for one in told}
    groups: dict[str, list[list[_Told]]] = defaultdict(list)
    for one in told:
        same = [
            group
            for group in groups[one.source]
            if any(
                claims[one.statement.id] & claims[other.statement.id] or _much_the_same(one, other)
                for other in group
            )
        ]
        groups[one.source] = [group for group in groups[one.source] if group not in same]
        groups[one.source].append(sorted((*(two for group in same for two in group), one), key=_id))
    return sorted((group for some in groups.values() for group in some), key=lambda group: _id(group[0]))


def _id(one: _Told) -> str:
    return one.statement.id


def _much_the_same(one: _Told, other: _Told) -> bool:
    shared = len(one.words & other.words)
    return shared >= ALIKE and 2 * shared > min(len(one.words), len(other.words))


def _said(
    group: Sequence[_Told],
    readings: Mapping[str, Reading],
    told: Mapping[str, Sequence[_Told]],
    sayings: _Sayings,
) -> Iterator[Outcome]:
    """Sentences that say of the promise itself that it was kept or broken."""
    words = frozenset().union(*(one.words for one in group))
    who = frozenset().union(*(one.about for one in group))
    first = min(one.day for one in group)
    mine = {one.report for one in group}
    here = [saying for report in sorted(mine) for saying in sayings.by_report.get(report, ())]
    for saying in dict.fromkeys((*here, *sayings.sharing(words))):
        day = readings[saying.report].report.published or ""
        if saying.report not in mine and not (first and day >= first):
            continue
        shared = sorted(saying.words & words)
        before = [one for one in told.get(saying.report, ()) if one.statement.content.start < saying.span[0]]
        if any(one in group for one in before):
            why = _why_here(group, before, saying.text, shared)
        else:
            named = len(shared) >= ALIKE and saying.words & who
            why = "it names who promised, and what" if named else ""
        if why:
            kept = not NOT_KEPT.search(saying.text)
            yield _outcome(readings[saying.report], saying.span, kept=kept, why=why)


def _why_here(group: Sequence[_Told], before: Sequence[_Told], sentence: str, shared: Sequence[str]) -> str:
    """Why a sentence behind promises is about one of them; empty if nothing shows it."""
    nearest = max(before, key=lambda one: one.statement.content.start)
    if THIS.search(sentence) and nearest in group:
        return "it takes up the promise told before"
    if all(one in group for one in before):
        return "no other promise is told before"
    return f"it tells of the same: {', '.join(shared)}" if len(shared) >= ALIKE else ""


@lru_cache(4096)  # asked twice of each text
def _sentences_of_promises(text: str) -> tuple[Span, ...]:
    """Sentences that have a word for a promise and say that one was kept or broken."""
    found = []
    for match in SENTENCE.finditer(text) if _has_stem(text) else ():
        sentence = match[0]
        if not _has_stem(sentence):
            continue
        if WORD.search(sentence) and (NOT_KEPT.search(sentence) or KEPT.search(sentence)):
            start = match.start() + len(sentence) - len(sentence.lstrip())
            found.append((start, match.start() + len(sentence.rstrip())))
    return tuple(found)


def _has_stem(text: str) -> bool:
    small = text.lower()
    return any(stem in small for stem in STEMS)


def _outcome(reading: Reading, span: Span, *, kept: bool, why: str) -> Outcome:
    holding = [
        one
        for one in reading.statements
        if inside((span,), one.content.spans) or inside(one.content.spans, (span,))
    ]
    innermost = min(holding, key=lambda one: (one.content.end - one.content.start, one.id), default=None)
    return Outcome(reading.report.id, innermost.id if innermost else None, (span,), kept, why)


def _claimed(
    group: Sequence[_Told], readings: Mapping[str, Reading], claimed: Mapping[str | None, Sequence[Claim]]
) -> Iterator[Outcome]:
    """Later members of the promise's claim: whoever tells of it as done, or others who deny it."""
    first = min(one.day for one in group)
    claims = {claim.id: claim for one in group for claim in claimed.get(one.statement.id, ())}
    for _, claim in sorted(claims.items()) if first else ():
        for member in claim.members:
            reading = readings[member.report]
            said = next((one for one in reading.statements if one.id == member.statement), None)
            words = " ".join(reading.report.text[start:end] for start, end in member.spans)
            own = credited(reading, member.statement)[1] == group[0].source
            later = (reading.report.published or "") > first
            if not later or (said and said.act in ("promises", "demands")) or FUTURE.search(words):
                continue
            if member.side == "says" or (member.side == "denies" and not own):
                kept = member.side == "says"
                why = f"a later report {'tells of it as done' if kept else 'denies it'}"
                yield Outcome(member.report, member.statement, member.spans, kept, why)


def _promise(group: Sequence[_Told], outcomes: Iterable[Outcome]) -> Promise:
    found = tuple(outcomes)
    said = {one.kept for one in found}
    state: PromiseState = "contested" if len(said) > 1 else "open"
    if len(said) == 1:
        state = "kept" if said.pop() else "broken"
    first = group[0]
    return Promise(
        first.statement.id,
        max((one.who for one in group), key=lambda name: (len(name), name)),
        first.statement.content.text,
        tuple(one.statement.id for one in group),
        tuple(sorted({one.report for one in group})),
        state,
        found,
    )
