"""What is claimed in a report, in a few lines: its figures, times, places and events."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rashomon.cli.terminal import line, table
from rashomon.model import Place, Reading


def claims(reading: Reading) -> Iterator[RenderableType]:
    """A table for each sort of which the report has any; `[3]` is the statement that says so."""
    numbers = {statement.id: f"[{n}]" for n, statement in enumerate(reading.statements, 1)}
    tables = (_figures(reading, numbers), _times(reading), _places(reading), _events(reading, numbers))
    for made in tables:
        if made.row_count:
            yield made
            yield Text()


def _figures(reading: Reading, numbers: dict[str, str]) -> Table:
    from rashomon.query.figures import number

    rows = table("figures", "number", "kind", "by", figures=1)
    for figure in reading.figures:
        notes = [
            note
            for note, holds in {
                "earlier count": figure.superseded,
                "of more than one incident": figure.cumulative,
                "part of another": figure.part_of,
            }.items()
            if holds
        ]
        rows.add_row(
            line(figure.text) + (f" ({', '.join(notes)})" if notes else ""),
            number(figure),
            figure.kind,
            numbers.get(figure.statement or "", ""),
        )
    return rows


def _times(reading: Reading) -> Table:
    from rashomon.query.events import days

    rows = table("times", "days", times=1, days=1)
    for when in reading.times:
        rows.add_row(line(when.text), line(days(when)) if when.start or when.end else "not known")
    return rows


def _places(reading: Reading) -> Table:
    rows = table("places", "where", places=1, where=2)
    for place in dict.fromkeys((place.text, _where(place)) for place in reading.places):
        rows.add_row(*map(line, place))
    return rows


def _where(place: Place) -> str:
    if place.name is None:
        return "not known"
    at = f"{place.lat:.2f}, {place.lon:.2f}" if place.lat is not None and place.lon is not None else None
    name = place.name if place.name != place.text else None
    return ", ".join(filter(None, (name, place.kind, place.adm_1, place.country, at)))


def _events(reading: Reading, numbers: dict[str, str]) -> Table:
    from rashomon.query.events import actors, label

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
