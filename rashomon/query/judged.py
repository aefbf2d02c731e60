"""What people decided, and readings and links as they stand with it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, and_, or_, select

from rashomon.link.claims.aspects import side_of
from rashomon.link.judgements import (
    apart,
    as_judged,
    links_as_judged,
    one_source,
    two_sources,
)
from rashomon.model import Act, Copy, Figure, Judgement, Place, Reading, Retelling, Side, Statement, When
from rashomon.query.kept import standing_in
from rashomon.store import View
from rashomon.store import tables as held
from rashomon.store.rows import from_row
from rashomon.store.view import WHOLE, Parts, listed

R = TypeVar("R", Statement, Figure, When, Place)


@dataclass
class Judged:
    """A ledger as people judged it: what they rejected is not there, what they corrected has the right value."""

    view: View

    @cached_property
    def judgements(self) -> list[Judgement]:
        """Those that stand: the last on each target."""
        return standing_in(self.view)

    @cached_property
    def rejected(self) -> frozenset[str]:
        """Ids of the statements that somebody rejected."""
        return frozenset(
            one.target[0] for one in self.judgements if one.kind == "statement" and one.verdict == "reject"
        )

    @cached_property
    def one_source(self) -> dict[str, str]:
        """Keys of sources that people merged, each with the key that it goes by."""
        return one_source(self.judgements)

    @cached_property
    def two_sources(self) -> set[tuple[str, str]]:
        """Pairs of keys of sources that people say are not one."""
        return two_sources(self.judgements)

    @cached_property
    def apart(self) -> set[tuple[str, str]]:
        """Pairs of ids that people took apart."""
        return apart(self.judgements)

    def readings(self, ids: Iterable[str], parts: Parts = WHOLE) -> dict[str, Reading]:
        """The readings of these reports, by id, as `View.readings` has them. Raises NotFound."""
        found = self.view.readings(sorted(set(ids)), parts)
        return {one: self._judged(reading) for one, reading in found.items()} if self.judgements else found

    def reading(self, report: str) -> Reading:
        """The reading of a report. Raises NotFound."""
        return self.readings([report])[report]

    def _judged(self, reading: Reading) -> Reading:
        return replace(
            reading,
            statements=tuple(self.record(one) for one in reading.statements if one.id not in self.rejected),
            figures=tuple(map(self.record, reading.figures)),
            times=tuple(map(self.record, reading.times)),
            places=tuple(map(self.record, reading.places)),
        )

    def record(self, one: R) -> R:
        """A record with the values that people corrected."""
        mine = self._values.get(one.id)
        return as_judged(one, one.id, mine) if mine else one

    def corrected(self, key: str) -> tuple[str, ...]:
        """The fields of a record that people corrected."""
        judged = self._values.get(key, ())
        return tuple(sorted(one.target[1] for one in judged if one.verdict in ("correct", "reject")))

    def acting(self, acts: Collection[Act]) -> ColumnElement[bool]:
        """What holds of the statements that are one of these acts."""
        its = held.statements.c
        read = its.act.in_(acts)
        if not self.acts:
            return read
        corrected = its.id.in_(listed(sorted(key for key, act in self.acts.items() if act in acts)))
        return or_(and_(read, its.id.not_in(listed(sorted(self.acts)))), corrected)

    @cached_property
    def acts(self) -> dict[str, str | None]:
        """The acts that people corrected, by the id of the statement."""
        corrections = ((key, one) for key, mine in self._values.items() for one in mine)
        return {
            key: one.value for key, one in corrections if one.verdict == "correct" and one.target[1] == "act"
        }

    def side(self, statement: str | None, read: Side) -> Side:
        """The side of a member that was read to stand on this one."""
        before, now = self.turned.get(statement or "", (read, read))
        return now if read == before else read

    @cached_property
    def turned(self) -> dict[str, tuple[Side, Side]]:
        """The statements that a correction put on another side: their ids, the side before and that now."""
        its = held.statements.c
        touched = [key for key in self._values if {"act", "polarity", "content"} & {*self.corrected(key)}]
        keys = [row["key"] for row in self.view.rows_among(select(its.key), its.id, touched)]
        read = self.view.statements(keys).values() if keys else ()
        sides = {one.id: (side_of(one), side_of(self.record(one))) for one in read}
        return {key: two for key, two in sides.items() if two[0] != two[1]}

    @cached_property
    def _values(self) -> dict[str, list[Judgement]]:
        found: dict[str, list[Judgement]] = {}
        for one in self.judgements:
            if one.kind == "value":
                found.setdefault(one.target[0], []).append(one)
        return found

    def copies(self, reports: Sequence[str] | None = None) -> list[Copy]:
        """The copies between these reports, or between all."""
        either = (held.copies.c.a, held.copies.c.b)
        asked = select(held.copies).order_by(*either)
        if reports is None:
            rows: Iterable[Any] = self.view.rows(asked)
        else:
            known = set(reports)
            rows = (
                row for row in self.view.rows_among(asked, held.copies.c.a, [*reports]) if row["b"] in known
            )
        return links_as_judged((from_row(Copy, row) for row in rows), self.judgements)

    def copies_of(self, report: str) -> list[Copy]:
        """The copies that one report has with any other."""
        mine = or_(held.copies.c.a == report, held.copies.c.b == report)
        rows = self.view.rows(select(held.copies).where(mine).order_by(held.copies.c.a, held.copies.c.b))
        return links_as_judged((from_row(Copy, row) for row in rows), self.judgements)

    def retellings(self, reports: Sequence[str]) -> list[Retelling]:
        """What these reports retell, by report and place."""
        its = held.retellings.c
        rows = self.view.rows_among(
            select(held.retellings).order_by(its.report, its.position), its.report, [*reports]
        )
        return links_as_judged((from_row(Retelling, row) for row in rows), self.judgements)

    def retold(self, report: str) -> list[Retelling]:
        """The retellings of one report by others."""
        its = held.retellings.c
        rows = self.view.rows(
            select(held.retellings).where(its.of == report).order_by(its.report, its.position)
        )
        return links_as_judged((from_row(Retelling, row) for row in rows), self.judgements)
