"""What is claimed in a report, in a few lines: its figures, times, places and events."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rashomon.cli.terminal import line, table
from rashomon.model import Reading


def claimed(reading: Reading) -> Iterator[RenderableType]:
    """A table for each sort of which the report has any; `[3]` is the statement that says so."""
    numbers = {statement.id: f"[{n}]" for n, statement in enumerate(reading.statements, 1)}
    tables = (_figures(reading, numbers), _times(reading), _places(reading), _events(reading, numbers))
    for made in tables:
        if made.row_count:
            yield made
            yield Text()


def _figures(reading: Reading, numbers: dict[str, str]) -> Table:
    from rashomon.query.wording import notes, number

    rows = table("figures", "number", "kind", "by", figures=1)
    for figure in reading.figures:
        rows.add_row(
            "; ".join([line(figure.text), *notes(figure)]),
            number(figure),
            figure.kind,
            numbers.get(figure.statement or "", ""),
        )
    return rows


def _times(reading: Reading) -> Table:
    from rashomon.query.wording import days

    rows = table("times", "days", times=1, days=1)
    for when in reading.times:
        rows.add_row(line(when.text), line(days(when)) if when.start or when.end else "not known")
    return rows


def _places(reading: Reading) -> Table:
    from rashomon.query.wording import where

    rows = table("places", "where", places=1, where=2)
    for place in dict.fromkeys((place.text, where(place)) for place in reading.places):
        rows.add_row(*map(line, place))
    return rows


def _events(reading: Reading, numbers: dict[str, str]) -> Table:
    from rashomon.query.wording import actors, label

    texts = {place.id: place.name or place.text for place in reading.places}
    rows = table("events", "by whom", "to whom", "where", "by", events=2, by_whom=1, to_whom=1, where=1)
    for event in reading.events:
        rows.add_row(
            f"{line(label(event))}: {line(event.words.text)}",
            line(actors(event, "does")),
            line(actors(event, "suffers")),
            line(texts.get(event.place or "", "")),
            numbers.get(event.statement or "", ""),
        )
    return rows
