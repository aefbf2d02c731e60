"""What is said to have happened: one record for each thing, bound within its sentence."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.codebook.events import SENSES, coded
from rashomon.extract.events.happenings import PLAIN, Happening, merged, rivals
from rashomon.extract.events.mentions import Mention, mentions
from rashomon.extract.events.names import Names
from rashomon.extract.events.roles import parts
from rashomon.extract.events.sentences import Sentence, sentences
from rashomon.extract.events.surroundings import Ordered, figures_of, place_of, statement_of
from rashomon.extract.events.triggers import may_tell, triggers
from rashomon.extract.times import time_of_action
from rashomon.model import Actor, Annotation, Event, Figure, Place, Report, Span, Statement, When, Words

__all__ = ["read_events"]


@dataclass(frozen=True, slots=True)
class Around:
    """What was read in a sentence, and of the report what binds beyond it."""

    report: Report
    names: Names
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    times: tuple[When, ...]
    """Those of the sentence before as well."""
    places: tuple[Place, ...]
    known: tuple[Span, ...]
    """Where the sentence names someone."""


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
    names = Names(annotation)
    counted, timed, located = Ordered(figures), Ordered(_choosable(times)), Ordered(places)
    found: list[Event] = []
    for sentence, before in _telling(report.text):
        here = located.within(sentence)
        placed = _placed(sentence, here)
        known = mentions(sentence, names.people(sentence.start, sentence.end), placed, report.published)
        around = Around(
            report,
            names,
            statements,
            counted.within(sentence),
            (*timed.within(before), *timed.within(sentence)),
            here,
            tuple(_span(sentence, one) for one in known),
        )
        found += _read(sentence, known, placed, around)
    return tuple(found)


def _choosable(times: Iterable[When]) -> Iterator[When]:
    """Times of which one may be an event's; those without days, which have only their words, as if they had some.

    `recent`, `now` and `in the future` are none: they would keep an event from the day that stands beside them.
    """
    for one in times:
        if one.kind in {"date", "time"} and not (one.value or "").endswith("_REF"):
            yield one if one.start or one.end else replace(one, start="", end="")


def _telling(text: str) -> Iterator[tuple[Sentence, Sentence | None]]:
    """Each sentence with words that could be a trigger, and the sentence before it in its paragraph."""
    before = None
    for sentence in sentences(text):
        if may_tell(sentence):
            near = before is not None and "\n" not in text[before.end - 1 : sentence.start + 1]
            yield sentence, before if near else None
        before = sentence


def _placed(sentence: Sentence, places: Sequence[Place]) -> set[int]:
    """The tokens that name places."""
    spans = [(one.spans[0][0], one.spans[-1][1]) for one in places]
    return {n for n, token in enumerate(sentence.tokens) if any(s <= token.start < e for s, e in spans)}


def _read(
    sentence: Sentence, known: Sequence[Mention], placed: Collection[int], around: Around
) -> Iterator[Event]:
    found = triggers(sentence, known, placed)
    told = merged(Happening(sentence, [one], parts(sentence, one, known, found)) for one in found)
    for happening in told:
        if event := _event(happening, rivals(happening, told), around):
            yield event


def _event(happening: Happening, others: Sequence[tuple[str, int]], around: Around) -> Event | None:
    """The record of a happening; None where it is no single thing, or a noun with nothing bound to it."""
    text, main = around.report.text, happening.main
    at = happening.sentence.tokens[main.first].start
    sense = SENSES[happening.sense]
    if main.sense in PLAIN and not main.negated and _of_a_whole_war(happening, around.figures):
        return None
    harms = {
        one.id
        for start, _ in happening.spans
        for one in figures_of(sense.plover, start, others, around.figures)
    }
    figures = [one for one in around.figures if one.id in harms]
    actors = _actors(happening, around)
    place = place_of(happening.sentence, (main.first, main.last), around.places, around.known)
    tokens = happening.sentence.tokens
    when = time_of_action(text, around.times, (at, tokens[main.last].end)) if around.times else None
    if happening.is_noun and not (actors or figures or (when if happening.is_bare else place)):
        return None
    statement = statement_of(at, around.statements)
    happened = not main.negated and not (statement and statement.act == "denies")
    dead = [one for one in figures if one.kind == "killed" and (one.low or one.best or one.high)]
    codes = coded(sense, actors, happening.kills or bool(dead), happened)
    words = Words.of(text, happening.spans)
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
        when=when.id if when else None,
        place=place,
        figures=tuple(one.id for one in figures),
        statement=statement.id if statement else None,
        polarity="positive" if happened else "negative",
    )


def _of_a_whole_war(happening: Happening, figures: Sequence[Figure]) -> bool:
    """Whether the nearest figure counts more than one incident: `the war has killed 300,000`."""
    at = happening.spans[0][0]
    harms = [one for one in figures if one.kind in {"killed", "injured"}]
    return bool(harms) and min(harms, key=lambda one: abs(one.spans[0][0] - at)).cumulative


def _actors(happening: Happening, around: Around) -> tuple[Actor, ...]:
    """Those who take part, once each in a role, in the order of the text."""
    found: dict[tuple[str, str], Actor] = {}
    for part in sorted(happening.parts, key=lambda part: (part.mention.first, part.role)):
        one = part.mention
        name = around.names.fullest(one.name) if one.kind == "person" else one.name
        words = Words.of(around.report.text, (_span(happening.sentence, one),))
        actor = Actor(words, name, part.role, one.kind, one.inter, one.sector, one.country)
        found.setdefault((name, part.role), actor)
    return tuple(found.values())


def _span(sentence: Sentence, mention: Mention) -> Span:
    return sentence.tokens[mention.first].start, sentence.tokens[mention.last].end
