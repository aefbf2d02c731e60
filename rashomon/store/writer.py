"""The one way into a ledger: a report at a time, whole or not at all."""

import contextlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Table, delete, func, insert, select, text
from sqlalchemy.dialects import sqlite

from rashomon.errors import LedgerError
from rashomon.model import (
    Actor,
    Event,
    Figure,
    Hop,
    Place,
    Raw,
    Reading,
    Report,
    Statement,
    When,
)
from rashomon.store.ledger import in_plain_words, open_to_write
from rashomon.store.rows import as_row
from rashomon.store.tables import (
    RAW_FIELDS,
    READING_FIELDS,
    actors,
    archive,
    event_figures,
    events,
    figures,
    hops,
    places,
    reports,
    statements,
    times,
)
from rashomon.store.verbatim import hold_to_source

_INDEXED = (
    ("search", "searched", "source, content, title"),
    ("search_figures", "searched_figures", "content, source, place, title"),
    ("search_events", "searched_events", "content, actors, source, place, title"),
)
_INDEXES = [
    text(
        f"INSERT INTO {index} (rowid, {columns}) SELECT key, {columns} FROM {fed_by} WHERE report = :report"  # noqa: S608
    )
    for index, fed_by, columns in _INDEXED
]
_FORGET = [
    text(
        f"INSERT INTO {index} ({index}, rowid, {columns})"  # noqa: S608
        f" SELECT 'delete', key, {columns} FROM {fed_by} WHERE report = :report"
    )
    for index, fed_by, columns in _INDEXED
]


class Writer:
    """Adds reports to a ledger; makes the file if there is none.

    One process writes at a time: another waits its turn for half a minute. Raises LedgerError.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = open_to_write(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file, which then holds everything by itself, whoever else still reads it."""
        with in_plain_words(self.path), contextlib.closing(self._connection):
            # SQLite does so only when the last to have the file open can write; PASSIVE waits for nobody.
            self._connection.connection.execute("PRAGMA wal_checkpoint(PASSIVE)")

    @contextlib.contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A connection that may write; all of it is kept at the end, or nothing if an error leaves it."""
        with in_plain_words(self.path), self._connection.begin():
            yield self._connection

    def add(
        self, reading: Reading, raw: Raw, also: Callable[[Connection], None] = lambda connection: None
    ) -> bool:
        """Whether the report was new; it is then in the ledger for good, with all that was read in it.

        `also` is done in the same transaction, once the report is in. Raises ValueError where the reading does not
        hold to its own text or bytes: the mistake is ours, and nothing is written. Raises LedgerError where the
        ledger cannot be written.
        """
        hold_to_source(reading, raw)
        return self._write(reading, raw, (), also)

    def replace(
        self,
        old: str,
        reading: Reading,
        raw: Raw,
        before: Callable[[Connection], None] = lambda connection: None,
        also: Callable[[Connection], None] = lambda connection: None,
    ) -> bool:
        """Put a reading in the place of what was read in a report; False where the ledger has it under another id.

        `before` is done first and `also` last, all in one transaction. Judgements stay. Raises as `add` does.
        """
        hold_to_source(reading, raw)
        return self._write(reading, raw, (before, partial(_remove, old)), also)

    def _write(
        self,
        reading: Reading,
        raw: Raw,
        before: Sequence[Callable[[Connection], None]],
        also: Callable[[Connection], None],
    ) -> bool:
        try:
            with self.transaction() as connection:
                for step in before:
                    step(connection)
                new = self._add(connection, reading, raw)
                if new:
                    also(connection)
                return new
        except UnicodeEncodeError as error:  # file names may hold bytes that are no text
            raise LedgerError(f"{raw.path!r} is not valid Unicode; rename the file") from error

    def _add(self, connection: Connection, reading: Reading, raw: Raw) -> bool:
        report = reading.report
        if connection.scalar(select(reports.c.id).where(reports.c.id == report.id)) is not None:
            return False
        archived = {"sha256": report.raw, "data": zlib.compress(raw.data)}
        connection.execute(sqlite.insert(archive).on_conflict_do_nothing(), archived)
        connection.execute(insert(reports), _report_row(reading, raw))
        keep = partial(_keep, connection, report.id)
        first = keep(reading.statements, Statement, statements, without=("chain",))
        chains = (statement.chain for statement in reading.statements)
        _insert(connection, hops, _parts(Hop, chains, "statement", first, "place"))
        keep(reading.figures, Figure, figures)
        keep(reading.times, When, times)
        keep(reading.places, Place, places)
        first = keep(reading.events, Event, events, without=("actors", "figures"))
        _insert(connection, actors, _parts(Actor, (event.actors for event in reading.events), "event", first))
        _insert(connection, event_figures, _figures_of(reading.events, first))
        for index in _INDEXES:
            connection.execute(index, {"report": report.id})
        return True


def _remove(report: str, connection: Connection) -> None:
    """Take a report out with all that was read in it; the bytes stay archived."""
    for forget in _FORGET:
        connection.execute(forget, {"report": report})
    of_statement = hops.c.statement.in_(select(statements.c.key).where(statements.c.report == report))
    connection.execute(delete(hops).where(of_statement))
    for table in (actors, event_figures):
        of_event = table.c.event.in_(select(events.c.key).where(events.c.report == report))
        connection.execute(delete(table).where(of_event))
    for table in (events, places, times, figures, statements):
        connection.execute(delete(table).where(table.c.report == report))
    connection.execute(delete(reports).where(reports.c.id == report))


def _report_row(reading: Reading, raw: Raw) -> dict[str, Any]:
    row = as_row(reading.report, Report)
    row |= {name: getattr(reading, name) for name in READING_FIELDS}
    row |= {name: getattr(raw, name) for name in RAW_FIELDS}
    row["given"] = [as_row(given, type(given)) for given in raw.given]
    return row


def _keep(
    connection: Connection,
    report: str,
    records: Sequence[Any],
    kind: type,
    table: Table,
    *,
    without: tuple[str, ...] = (),
) -> int:
    """Insert what was read in a report, in order; the key of the first, 0 where there is nothing."""
    if not records:
        return 0
    first = int(connection.scalar(select(func.max(table.c.key))) or 0) + 1
    rows = (
        {"key": first + position, "report": report, "position": position}
        | as_row(record, kind, without=without)
        for position, record in enumerate(records)
    )
    _insert(connection, table, rows)
    return first


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    if found := list(rows):
        connection.execute(insert(table), found)


def _parts(
    kind: type, parts: Iterable[tuple[Any, ...]], owner: str, first: int, order: str = "position"
) -> Iterator[dict[str, Any]]:
    """The rows of records that are parts of others, whose keys run from `first`."""
    for key, of_one in enumerate(parts, first):
        for position, part in enumerate(of_one):
            yield {owner: key, order: position} | as_row(part, kind)


def _figures_of(told: Sequence[Event], first: int) -> Iterator[dict[str, Any]]:
    for key, event in enumerate(told, first):
        for position, figure in enumerate(event.figures):
            yield {"event": key, "position": position, "figure": figure}
