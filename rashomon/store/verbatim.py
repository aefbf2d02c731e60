"""Verbatim or nothing: what a reading must hold to before it is stored."""

import hashlib
from collections.abc import Iterator

from rashomon.model import Figure, Place, Raw, Reading, Source, When, Words
from rashomon.model.reading import READ

Piece = Words | Source | Figure | When | Place


def hold_to_source(reading: Reading, raw: Raw) -> None:
    """Raise ValueError unless the bytes are those named, each piece of text stands where it says, and every
    id that is named in the reading is that of something in it."""
    report = reading.report
    if (report.raw, report.path, report.part) != (hashlib.sha256(raw.data).hexdigest(), raw.path, raw.part):
        raise ValueError(f"report {report.id} was not made from the bytes that came with it ({raw.path})")
    for name in READ:
        records = getattr(reading, name)
        if len({record.id for record in records}) < len(records):
            raise ValueError(f"report {report.id} has two {name} of the same id")
    for owner, piece in _pieces(reading):
        if piece and Words.of(report.text, piece.spans).text != piece.text:
            raise ValueError(f"{owner} of report {report.id}: {piece.text!r} is not in the text")
    for owner, astray in _astray(reading):
        raise ValueError(f"{owner} of report {report.id} names {astray}, which is not in the reading")


def _pieces(reading: Reading) -> Iterator[tuple[str, Piece | None]]:
    """Each piece of text that was read, with what it belongs to."""
    for statement in reading.statements:
        for words in (statement.source, statement.cue, statement.content):
            yield f"statement {statement.id}", words
    for figure in reading.figures:
        yield f"figure {figure.id}", figure
    for when in reading.times:
        yield f"time {when.id}", when
    for place in reading.places:
        yield f"place {place.id}", place
    for event in reading.events:
        for told in (event.words, *(actor.words for actor in event.actors)):
            yield f"event {event.id}", told


def _astray(reading: Reading) -> Iterator[tuple[str, str]]:
    """Each id that a figure or an event names and nothing in the reading has, with what names it."""
    statements, figures, times, places, _ = ({one.id for one in getattr(reading, name)} for name in READ)
    for figure in reading.figures:
        yield from _missing(f"figure {figure.id}", (figure.statement,), statements)
        yield from _missing(f"figure {figure.id}", (figure.part_of,), figures)
    for event in reading.events:
        yield from _missing(f"event {event.id}", (event.statement,), statements)
        yield from _missing(f"event {event.id}", (event.when,), times)
        yield from _missing(f"event {event.id}", (event.place,), places)
        yield from _missing(f"event {event.id}", event.figures, figures)


def _missing(owner: str, named: tuple[str | None, ...], held: set[str]) -> Iterator[tuple[str, str]]:
    yield from ((owner, one) for one in named if one is not None and one not in held)
