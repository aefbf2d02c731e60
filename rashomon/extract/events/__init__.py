"""What is said to have happened: one record for each thing, bound within its sentence."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rashomon.codebook.events import SENSES, coded
from rashomon.extract.events.lexicon import lexicon
from rashomon.extract.events.mentions import Mention, mentions
from rashomon.extract.events.names import Names
from rashomon.extract.events.roles import Part, parts, settled
from rashomon.extract.events.sentences import Sentence, sentences
from rashomon.extract.events.surroundings import figures_of, inside, place_of, statement_of, time_of
from rashomon.extract.events.triggers import AIR, Trigger, triggers
from rashomon.model import Actor, Annotation, Event, Figure, Place, Report, Span, Statement, When, Words

__all__ = ["read_events"]

PLAIN = frozenset("attack killing wounding explosion shooting".split())
"""Senses that tell little of how; beside another of violence they are the same event."""
APART = frozenset(
    "who while whereas but since repelled repelling repel retaliation response separately".split()
)
"""Between two words for violence they show that another act is meant."""
VIOLENCE = frozenset(name for name, sense in SENSES.items() if sense.plover == "ASSAULT")


@dataclass(slots=True)
class Happening:
    """Triggers of one sentence that tell of one thing, and who takes part."""

    triggers: list[Trigger]
    parts: list[Part] = field(default_factory=list)

    @property
    def main(self) -> Trigger:
        """The trigger that says most."""
        return min(self.triggers, key=lambda one: (one.sense in PLAIN, one.sense != "explosion", one.first))


@dataclass(frozen=True, slots=True)
class Around:
    """All that was read in a report, to be looked up by place."""

    report: Report
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    times: tuple[When, ...]
    places: tuple[Place, ...]
    names: Names


def read_events(
    report: Report,
    annotation: Annotation,
    statements: tuple[Statement, ...],
    figures: tuple[Figure, ...],
    times: tuple[When, ...],
    places: tuple[Place, ...],
) -> tuple[Event, ...]:
    """The events of a report, in the order of the text.

    Several words for one thing in one sentence are one event; the same thing told again in a later sentence is
    another record. What is planned, feared, demanded or asked is no event.
    """
    around = Around(report, statements, figures, times, places, Names(annotation))
    return tuple(
        event for sentence, before in _with_before(report.text) for event in _read(sentence, before, around)
    )


def _with_before(text: str) -> Iterator[tuple[Sentence, Sentence | None]]:
    """Each sentence with a word that could be a trigger, and the sentence before it in its paragraph."""
    before = None
    for sentence in sentences(text):
        if any(token.low in lexicon() for token in sentence.tokens):
            near = before is not None and "\n" not in text[before.end - 1 : sentence.start + 1]
            yield sentence, before if near else None
        before = sentence


def _read(sentence: Sentence, before: Sentence | None, around: Around) -> Iterator[Event]:
    here = [place for place in around.places if inside(sentence, place.spans)]
    known = mentions(sentence, around.names.people(sentence.start, sentence.end), around.report.published)
    spans = [(place.spans[0][0], place.spans[-1][1]) for place in here]
    placed = {n for n, token in enumerate(sentence.tokens) if any(s <= token.start < e for s, e in spans)}
    found = triggers(sentence, known, placed)
    told = [Happening([one], parts(sentence, one, known, found)) for one in found]
    happenings = _merged(sentence, told)
    for happening in happenings:
        if event := _event(sentence, before, happening, happenings, known, here, around):
            yield event


def _merged(sentence: Sentence, told: Sequence[Happening]) -> list[Happening]:
    """Happenings with those that only say again, or say the harm of, another beside them joined to it."""
    merged: list[Happening] = []
    for one in told:
        joined = next(
            (other for other in reversed(merged) if _same(other, one) and _near(sentence, other, one)), None
        )
        if joined is None:
            merged.append(one)
        else:
            joined.triggers += one.triggers
            joined.parts = settled([*joined.parts, *one.parts])
    return merged


def _near(sentence: Sentence, one: Happening, other: Happening) -> bool:
    """Whether no word between two happenings sets them apart."""
    between = range(one.triggers[-1].last + 1, other.triggers[0].first)
    return not any(sentence.low(n) in APART for n in between)


def _same(one: Happening, other: Happening) -> bool:
    """Whether two happenings of a sentence are one: of one sense, or both violence of which one says little."""
    if one.main.negated != other.main.negated:
        return False
    if one.main.sense == other.main.sense:
        return True
    violent = {one.main.sense, other.main.sense} <= VIOLENCE
    return violent and (one.main.sense in PLAIN or other.main.sense in PLAIN)


def _event(
    sentence: Sentence,
    before: Sentence | None,
    happening: Happening,
    happenings: Sequence[Happening],
    known: Sequence[Mention],
    here: Sequence[Place],
    around: Around,
) -> Event | None:
    text, main = around.report.text, happening.main
    at = sentence.tokens[main.first].start
    sense = SENSES[_sense(sentence, happening)]
    actors = _actors(sentence, happening, around)
    rivals = [
        (SENSES[one.main.sense].plover, sentence.tokens[trigger.first].start)
        for one in happenings
        if one is not happening
        for trigger in one.triggers
    ]
    counted = [one for one in around.figures if inside(sentence, one.spans)]
    nearest = [
        figures_of(sense.plover, sentence.tokens[one.first].start, rivals, counted)
        for one in happening.triggers
    ]
    figures = [one for one in counted if any(one in some for some in nearest)]
    taken = [_span(sentence, one) for one in known]
    place = place_of(text, at, here, taken)
    when = time_of(
        at,
        [one for one in around.times if inside(sentence, one.spans)],
        [one for one in around.times if before and inside(before, one.spans)],
        [one.cue.spans[-1] for one in around.statements if one.cue],
        [span for one in around.statements for span in one.content.spans],
    )
    if not main.verb and not (actors or figures or place):
        return None
    statement = statement_of(at, around.statements)
    happened = not main.negated and not (statement and statement.act == "denies")
    kills = any(SENSES[one.sense].kills for one in happening.triggers)
    deaths = kills or any(one.kind == "killed" and (one.low or one.best or one.high) for one in figures)
    codes = coded(sense, actors, bool(deaths), happened)
    words = _words(text, sentence, happening)
    return Event(
        id=hashlib.sha256(repr((around.report.id, "event", words.spans)).encode()).hexdigest()[:16],
        words=words,
        plover=codes.plover,
        mode=codes.mode,
        acled=codes.acled,
        sub_event=codes.sub_event,
        ucdp=codes.ucdp,
        ucdp_note=codes.ucdp_note,
        actors=actors,
        when=when,
        place=place,
        figures=tuple(one.id for one in figures),
        statement=statement.id if statement else None,
        polarity="positive" if happened else "negative",
    )


def _of_a_whole_war(sentence: Sentence, happening: Happening, counted: Sequence[Figure]) -> bool:
    """Whether the nearest figure counts more than one incident: `the war has killed 300,000`."""
    at = sentence.tokens[happening.triggers[0].first].start
    harms = [one for one in counted if one.kind in {"killed", "injured"}]
    return bool(harms) and min(harms, key=lambda one: abs(one.spans[0][0] - at)).cumulative


def _sense(sentence: Sentence, happening: Happening) -> str:
    """The sense of a happening; where no word says how, aircraft in the sentence do."""
    sense = happening.main.sense
    if sense in {"attack", "explosion"} and any(token.low in AIR for token in sentence.tokens):
        words = {sentence.low(one.first) for one in happening.triggers}
        if sense == "attack" or words & {"bombed", "bombing", "bombings", "bombs", "bomb"}:
            return "air strike"
    return sense


def _actors(sentence: Sentence, happening: Happening, around: Around) -> tuple[Actor, ...]:
    """Those who take part, once each, in the order of the text."""
    found: dict[tuple[str, str], Actor] = {}
    for part in sorted(happening.parts, key=lambda part: (part.mention.first, part.role)):
        one = part.mention
        name = around.names.fullest(one.name) if one.kind == "person" else one.name
        words = Words.of(around.report.text, (_span(sentence, one),))
        actor = Actor(words, name, part.role, one.kind, one.inter, one.sector, one.country)
        found.setdefault((name, part.role), actor)
    return tuple(found.values())


def _span(sentence: Sentence, mention: Mention) -> Span:
    start, end = sentence.tokens[mention.first].start, sentence.tokens[mention.last].end
    return start, end


def _words(text: str, sentence: Sentence, happening: Happening) -> Words:
    spans = sorted(
        (sentence.tokens[one.first].start, sentence.tokens[one.last].end) for one in happening.triggers
    )
    return Words.of(text, tuple(spans))
