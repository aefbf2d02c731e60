"""What a report tells in its own voice: sentences with an event or a toll, outside all statements."""

from collections.abc import Iterator
from typing import Final

from rashomon.link.claims.aspects import COUNTED, Said
from rashomon.link.claims.scene import Scene
from rashomon.model import Event, Figure, Span

LOOSE: Final = " \t\r\n,;:–—-"
MOST_OF_IT: Final = 0.6
"""Share of a sentence that must be the report's own: less is what stands around a statement and tells nothing whole."""


def own_voice(scene: Scene) -> Iterator[tuple[Span, Said]]:
    """Each stretch of text that tells something without crediting anyone, with what it tells, in order."""
    reading = scene.reading
    taken = sorted(
        span
        for one in reading.statements
        for span in (*one.content.spans, *(one.cue.spans if one.cue else ()))
    )
    events: dict[Span, list[Event]] = {}
    figures: dict[Span, list[Figure]] = {}
    for event in reading.events:
        if event.statement is None:
            events.setdefault(_free(scene, event.words.spans[0], taken), []).append(event)
    for figure in reading.figures:
        if (
            figure.statement is None
            and figure.kind in COUNTED
            and not figure.superseded
            and not figure.part_of
        ):
            figures.setdefault(_free(scene, figure.spans[0], taken), []).append(figure)
    for span in sorted({*events, *figures}):
        if _length(span) < MOST_OF_IT * _length(scene.sentence(span[0])):
            continue
        past = scene.earlier((span,))
        if told := events.get(span):
            negative = any(one.polarity == "negative" for one in told)
            yield span, Said("what", "denies" if negative else "says", past)
        counted = figures.get(span, [])
        for kind in dict.fromkeys(one.kind for one in counted):
            number = max(one.low or one.high or 0 for one in counted if one.kind == kind)
            yield span, Said("toll", "says", past, count=kind, number=number or None)


def _length(span: Span) -> int:
    return span[1] - span[0]


def _free(scene: Scene, at: Span, taken: list[Span]) -> Span:
    """The part of the sentence around `at` that no statement takes, without blanks and loose marks at its ends."""
    first, last = scene.sentence(at[0])
    start = max([first, *(end for _, end in taken if end <= at[0])])
    end = max(at[1], min([last, *(begin for begin, _ in taken if begin >= at[1])]))
    words = scene.text[start:end]
    return start + len(words) - len(words.lstrip(LOOSE)), end - len(words) + len(words.rstrip())
