"""The one way into a ledger: a report at a time, whole or not at all."""

import contextlib
import hashlib
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, func, insert, select, text
from sqlalchemy.dialects import sqlite

from rashomon.errors import LedgerError
from rashomon.model import Hop, Raw, Reading, Report, Source, Statement, Words
from rashomon.store.ledger import in_plain_words, open_to_write
from rashomon.store.rows import as_row
from rashomon.store.tables import RAW_FIELDS, READING_FIELDS, archive, hops, reports, statements

_INDEX = text(
    "INSERT INTO search (rowid, source, content, title)"
    " SELECT key, source, content, title FROM searched WHERE report = :report"
)


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

    def add(self, reading: Reading, raw: Raw) -> bool:
        """Whether the report was new; it is then in the ledger for good, with all that was read in it.

        Raises ValueError where the reading does not hold to its own text or bytes: the mistake is ours, and
        nothing is written. Raises LedgerError where the ledger cannot be written.
        """
        _hold_to_source(reading, raw)
        with in_plain_words(self.path):
            try:
                with self._connection.begin():
                    return self._add(self._connection, reading, raw)
            except UnicodeEncodeError as error:  # file names may hold bytes that are no text
                raise LedgerError(f"{raw.path!r} is not valid Unicode; rename the file") from error

    def _add(self, connection: Connection, reading: Reading, raw: Raw) -> bool:
        report = reading.report
        if connection.scalar(select(reports.c.id).where(reports.c.id == report.id)) is not None:
            return False
        archived = {"sha256": report.raw, "data": zlib.compress(raw.data)}
        connection.execute(sqlite.insert(archive).on_conflict_do_nothing(), archived)
        connection.execute(insert(reports), _report_row(reading, raw))
        if reading.statements:
            first = (connection.scalar(select(func.max(statements.c.key))) or 0) + 1
            keyed = list(enumerate(reading.statements, first))
            connection.execute(
                insert(statements),
                [
                    {"key": key, "report": report.id, "position": key - first}
                    | as_row(statement, Statement, without=("chain",))
                    for key, statement in keyed
                ],
            )
            if steps := [step for key, statement in keyed for step in _hop_rows(key, statement)]:
                connection.execute(insert(hops), steps)
            connection.execute(_INDEX, {"report": report.id})
        return True


def _report_row(reading: Reading, raw: Raw) -> dict[str, Any]:
    row = as_row(reading.report, Report)
    row |= {name: getattr(reading, name) for name in READING_FIELDS}
    row |= {name: getattr(raw, name) for name in RAW_FIELDS}
    row["given"] = [as_row(given, type(given)) for given in raw.given]
    return row


def _hop_rows(key: int, statement: Statement) -> Iterator[dict[str, Any]]:
    for place, hop in enumerate(statement.chain):
        yield {"statement": key, "place": place} | as_row(hop, Hop)


def _hold_to_source(reading: Reading, raw: Raw) -> None:
    """Verbatim or nothing: the bytes are those named, and each piece of text stands where it says."""
    report = reading.report
    if (report.raw, report.path, report.part) != (hashlib.sha256(raw.data).hexdigest(), raw.path, raw.part):
        raise ValueError(f"report {report.id} was not made from the bytes that came with it ({raw.path})")
    if len({statement.id for statement in reading.statements}) < len(reading.statements):
        raise ValueError(f"report {report.id} has two statements of the same id")
    for statement in reading.statements:
        pieces: tuple[Words | Source | None, ...] = (statement.source, statement.cue, statement.content)
        for piece in pieces:
            if piece and Words.of(report.text, piece.spans).text != piece.text:
                raise ValueError(
                    f"statement {statement.id} of report {report.id}: {piece.text!r} is not in the text"
                )
