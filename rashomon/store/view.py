"""A ledger as it is read: reports whole, and the rows that questions ask for."""

import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table, func, select

from rashomon.errors import NotFound
from rashomon.model import Actor, Event, Figure, Hop, Place, Raw, Reading, Report, Statement, When
from rashomon.model.reading import READ
from rashomon.store.ledger import in_plain_words, open_to_read
from rashomon.store.rows import from_row
from rashomon.store.tables import (
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

R = TypeVar("R")

Parts = Mapping[str, ColumnElement[bool] | None]
"""Which of what was read in a report is wanted, by the names of its fields, each with a condition or none."""
WHOLE: Parts = dict.fromkeys(READ)

SHORTEST_PREFIX = 4


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

    @classmethod
    def over(cls, path: Path, connection: Connection) -> Self:
        """A view of what a connection sees, within its transaction; not to be closed."""
        view = cls.__new__(cls)
        view.path, view._connection = path, connection
        return view

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

    def ids(self) -> list[str]:
        """The ids of all reports."""
        return [row["id"] for row in self.rows(select(reports.c.id).order_by(reports.c.id))]

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
        return self.readings([report_id])[report_id]

    def readings(self, ids: Sequence[str], parts: Parts = WHOLE) -> dict[str, Reading]:
        """The readings of these reports, by id and in the order of the ids, with no other `parts` than these.

        A part may have a condition: what does not fit it is left out. Raises NotFound.
        """
        rows = {
            row["id"]: row for row in self.rows_among(select(reports), reports.c.id, [*map(bindable, ids)])
        }
        if missing := next((one for one in ids if bindable(one) not in rows), None):
            raise NotFound(f"there is no report {missing!r} in {self.path}")
        read: dict[str, tuple[Table, Callable[[Sequence[int]], Mapping[int, Any]]]] = {
            "statements": (statements, self.statements),
            "figures": (figures, self.figures),
            "times": (times, self.times),
            "places": (places, self.places),
            "events": (events, self.events),
        }
        found = {name: self._by_report(*read[name], [*rows], fitting) for name, fitting in parts.items()}
        made = {}
        for one in ids:
            of: dict[str, Any] = {name: tuple(found[name][one]) if name in found else () for name in READ}
            made[one] = from_row(Reading, rows[one], report=from_row(Report, rows[one]), **of)
        return made

    def report(self, report_id: str) -> Report:
        """The report alone. Raises NotFound."""
        return from_row(Report, self._report(report_id))

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
        if values:
            yield from self.rows(question.where(column.in_(listed(values))))

    def statements(self, keys: Sequence[int]) -> dict[int, Statement]:
        """The statements with these keys (`statements.key`), in the order of the keys."""
        chains = self._parts(Hop, hops, "statement", "place", keys)
        rows = self._rows(statements, keys)
        return {key: from_row(Statement, rows[key], chain=tuple(chains[key])) for key in keys}

    def figures(self, keys: Sequence[int]) -> dict[int, Figure]:
        """The figures with these keys (`figures.key`), in the order of the keys."""
        rows = self._rows(figures, keys)
        return {key: from_row(Figure, rows[key]) for key in keys}

    def times(self, keys: Sequence[int]) -> dict[int, When]:
        """The times with these keys (`times.key`), in the order of the keys."""
        rows = self._rows(times, keys)
        return {key: from_row(When, rows[key]) for key in keys}

    def places(self, keys: Sequence[int]) -> dict[int, Place]:
        """The places with these keys (`places.key`), in the order of the keys."""
        rows = self._rows(places, keys)
        return {key: from_row(Place, rows[key]) for key in keys}

    def events(self, keys: Sequence[int]) -> dict[int, Event]:
        """The events with these keys (`events.key`), in the order of the keys."""
        taking_part = self._parts(Actor, actors, "event", "position", keys)
        counted: dict[int, list[str]] = {key: [] for key in keys}
        counts = select(event_figures).order_by(event_figures.c.event, event_figures.c.position)
        for row in self.rows_among(counts, event_figures.c.event, keys):
            counted[row["event"]].append(row["figure"])
        rows = self._rows(events, keys)
        return {
            key: from_row(Event, rows[key], actors=tuple(taking_part[key]), figures=tuple(counted[key]))
            for key in keys
        }

    def _by_report(
        self,
        table: Table,
        read: Callable[[Sequence[int]], Mapping[int, Any]],
        ids: Sequence[str],
        fitting: ColumnElement[bool] | None,
    ) -> dict[str, list[Any]]:
        """The records of these reports that fit, each in the order of the text."""
        ordered = select(table.c.key, table.c.report).order_by(table.c.report, table.c.position)
        if fitting is not None:
            ordered = ordered.where(fitting)
        rows = [*self.rows_among(ordered, table.c.report, ids)]
        records = read([row["key"] for row in rows])
        found: dict[str, list[Any]] = {one: [] for one in ids}
        for row in rows:
            found[row["report"]].append(records[row["key"]])
        return found

    def _rows(self, table: Table, keys: Sequence[int]) -> dict[int, RowMapping]:
        return {row["key"]: row for row in self.rows_among(select(table), table.c.key, keys)}

    def _parts(
        self, kind: type[R], table: Table, owner: str, order: str, keys: Sequence[int]
    ) -> dict[int, list[R]]:
        """The records that are parts of those with these keys, in order."""
        found: dict[int, list[R]] = {key: [] for key in keys}
        steps = select(table).order_by(table.c[owner], table.c[order])
        for row in self.rows_among(steps, table.c[owner], keys):
            found[row[owner]].append(from_row(kind, row))
        return found

    def _report(self, report_id: str) -> RowMapping:
        found = self.rows(select(reports).where(reports.c.id == bindable(report_id)))
        if not found:
            raise NotFound(f"there is no report {report_id!r} in {self.path}")
        return found[0]


def listed(values: Sequence[Any]) -> Select[Any]:
    """Values as rows: one parameter, where one for each would cost more than what is asked."""
    return select(func.json_each(json.dumps(values)).table_valued("value").c.value)


def bindable(text: str) -> str:
    """The text as SQLite can take it: arguments of a command may hold bytes that are no text."""
    return text.encode("utf-8", "replace").decode("utf-8")
