"""A ledger as it is read: reports whole, and the rows that questions ask for."""

import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import ColumnElement, RowMapping, Select, func, select

from rashomon.errors import NotFound
from rashomon.model import Hop, Raw, Reading, Report, Statement
from rashomon.store.ledger import in_plain_words, open_to_read
from rashomon.store.rows import from_row
from rashomon.store.tables import archive, hops, reports, statements

SHORTEST_PREFIX = 4
AT_ONCE = 5000  # values in one IN (...): SQLite takes 32,766


class View:
    """Reads a ledger and cannot change it; sees each report as soon as it is committed.

    Any number of processes may each open one while another writes; none may use one opened before
    it was forked. Raises LedgerMissing, LedgerTooNew, LedgerError.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = open_to_read(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def rows(self, question: Select[*tuple[Any, ...]]) -> Sequence[RowMapping]:
        """All rows that answer a question put in SQL."""
        with in_plain_words(self.path):
            return self._connection.execute(question).mappings().all()

    def holds(self, report_id: str) -> bool:
        """Whether the ledger has this report."""
        return bool(self.rows(select(reports.c.id).where(reports.c.id == report_id)))

    def find(self, prefix: str) -> str:
        """The id of the one report whose id is this or begins so.

        Raises NotFound where it is shorter than 4 characters, or fits no report or several.
        """
        if len(prefix) < SHORTEST_PREFIX:
            raise NotFound(
                f"{prefix!r} is too short; give at least {SHORTEST_PREFIX} characters of a report's id"
            )
        start = bindable(prefix)
        within = reports.c.id.between(start, start + chr(0x10FFFF))
        found = [
            row["id"] for row in self.rows(select(reports.c.id).where(within).order_by(reports.c.id).limit(2))
        ]
        if not found:
            raise NotFound(f"no report in {self.path} has an id that begins with {prefix!r}")
        if len(found) > 1 and found[0] != start:
            raise NotFound(f"several reports have an id that begins with {prefix!r}; give more of it")
        return str(found[0])

    def reading(self, report_id: str) -> Reading:
        """The report and all that was read in it, equal to what was added. Raises NotFound."""
        row = self._report(report_id)
        ordered = (
            select(statements.c.key).where(statements.c.report == report_id).order_by(statements.c.position)
        )
        found = self.statements([row["key"] for row in self.rows(ordered)])
        rest: dict[str, Any] = dict.fromkeys(("figures", "times", "places", "events"), ())
        return from_row(Reading, row, report=from_row(Report, row), statements=tuple(found.values()), **rest)

    def raw(self, report_id: str) -> Raw:
        """The bytes of a report as they arrived, with what is needed to extract it again. Raises NotFound."""
        row = self._report(report_id)
        (archived,) = self.rows(select(archive.c.data).where(archive.c.sha256 == row["raw"]))
        return from_row(Raw, row, data=zlib.decompress(archived["data"]))

    def versions(self, report_id: str) -> tuple[str, ...]:
        """All reports under its URL, oldest first; itself alone if it has none. Raises NotFound."""
        url = self._report(report_id)["url"]
        if url is None:
            return (report_id,)
        when = func.coalesce(reports.c.updated, reports.c.published)
        same = select(reports.c.id).where(reports.c.url == url).order_by(when, reports.c.id)
        return tuple(row["id"] for row in self.rows(same))

    def rows_among(
        self, question: Select[*tuple[Any, ...]], column: ColumnElement[Any], values: Sequence[Any]
    ) -> Iterator[RowMapping]:
        """The rows of a question whose column has one of these values, however many they are."""
        for first in range(0, len(values), AT_ONCE):
            yield from self.rows(question.where(column.in_(values[first : first + AT_ONCE])))

    def statements(self, keys: Sequence[int]) -> dict[int, Statement]:
        """The statements with these keys (`statements.key`), in the order of the keys."""
        chains: dict[int, list[Hop]] = {key: [] for key in keys}
        steps = select(hops).order_by(hops.c.statement, hops.c.place)
        for row in self.rows_among(steps, hops.c.statement, keys):
            chains[row["statement"]].append(from_row(Hop, row))
        rows = {row["key"]: row for row in self.rows_among(select(statements), statements.c.key, keys)}
        return {key: from_row(Statement, rows[key], chain=tuple(chains[key])) for key in keys}

    def _report(self, report_id: str) -> RowMapping:
        found = self.rows(select(reports).where(reports.c.id == bindable(report_id)))
        if not found:
            raise NotFound(f"there is no report {report_id!r} in {self.path}")
        return found[0]


def bindable(text: str) -> str:
    """The text as SQLite can take it: arguments of a command may hold bytes that are no text."""
    return text.encode("utf-8", "replace").decode("utf-8")
