"""Links reports of a ledger to each other, a report at a time, and keeps in its tables what links them.

What the tables hold depends on which reports are linked and on what people judged, never on the order: whatever a new
report changes for others is made again (`nearby`, `clusters`). Everything runs in the transaction of a connection.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Set
from dataclasses import replace
from functools import cached_property
from itertools import chain, product
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Connection, insert, select
from sqlalchemy.dialects import sqlite

from rashomon.link.claims import Proposition
from rashomon.link.claims.evidence import REPRINTED, score
from rashomon.link.claims.screen import alike, screened, sort_of
from rashomon.link.clusters import among, cluster, load
from rashomon.link.copies import compare
from rashomon.link.crowds import Crowds
from rashomon.link.judgements import apart, together
from rashomon.link.likenesses import Likenesses, Scored, ends
from rashomon.link.nearby import Nearby, Pair
from rashomon.link.publishers import publisher
from rashomon.link.reprints import reprints
from rashomon.link.retellings import family, held
from rashomon.link.spots import number, spot
from rashomon.link.traces import Traces, keys, traces
from rashomon.model import Copy, Judgement, Reading, Report, Retelling, Statement
from rashomon.store import View, Writer
from rashomon.store import tables as at
from rashomon.store.rows import as_row, from_row

TABLES = (
    "linked",
    "report_keys",
    "copies",
    "retellings",
    "propositions",
    "proposition_keys",
    "likenesses",
    "claims",
)
"""The tables that `rebuild` makes again; judgements are not among them."""

Reports = tuple[str, str]
"""The ids of two reports, the smaller first."""


def add_links(path: Path, reading: Reading, found: Traces) -> Callable[[Connection], None]:
    """What links a report once it is in the ledger at `path`, for the transaction that adds it."""
    return lambda connection: Linker(path, connection).add(reading, found)


def remove_links(path: Path, report: str) -> Callable[[Connection], None]:
    """What takes out the links of a report, for the transaction that takes it out of the ledger at `path`."""
    return lambda connection: Linker(path, connection).remove(View.over(path, connection).report(report))


def judge(writer: Writer, *decided: Judgement) -> None:
    """Keep judgements, all or none, and make the claims again that they touch."""
    with writer.transaction() as connection:
        for one in decided:
            connection.execute(sqlite.insert(at.judgements).on_conflict_do_nothing(), as_row(one, Judgement))
        if linked := {key for one in decided if one.kind == "link" for key in one.target}:
            Linker(writer.path, connection).judged(linked)


def link(writer: Writer, reading: Reading, found: Traces | None = None) -> None:
    """Link a report that the ledger holds, in a transaction of its own; nothing where it is linked."""
    found = found or traces(reading)
    with writer.transaction() as connection:
        Linker(writer.path, connection).add(reading, found)


def unlinked(view: View) -> list[str]:
    """Ids of the reports that are not linked yet, such as those of a ledger of an older Rashomon."""
    missing = select(at.reports.c.id).where(at.reports.c.id.not_in(select(at.linked.c.report)))
    return [row["id"] for row in view.rows(missing.order_by(at.reports.c.id))]


def unlink_all(writer: Writer) -> None:
    """Forget all links of a ledger; judgements stay."""
    with writer.transaction() as connection:
        Likenesses.forget(connection)
        for table in TABLES:
            connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608


class Linker:
    """Adds and removes the links of reports, in one transaction."""

    def __init__(self, path: Path, connection: Connection) -> None:
        self._connection = connection
        self._view = View.over(path, connection)
        self._reports = Nearby(connection, "report_keys")
        self._propositions = Nearby(connection, "proposition_keys")
        self._likenesses = Likenesses.of(connection)
        self._known = self._likenesses.propositions
        self._texts: dict[str, Report] = {}

    def add(self, reading: Reading, found: Traces) -> None:
        """Link a report that is in the ledger by what it has."""
        report = reading.report
        if self._is_linked(report.id):
            return
        self._texts[report.id] = report
        here = spot(report.published, report.id)
        whose = family(publisher(report))
        self._connection.execute(insert(at.linked), {"spot": here, "report": report.id, "family": whose})
        self._keep_retellings(found.retellings)
        copied, parted = self._copy(report, here, found.keys)
        like, unlike = self._like(found.propositions, copied, parted)
        self._retell({*chain(*copied), *like}, whose)
        self._retell({report.id, *chain(*parted), *unlike})

    def remove(self, report: Report) -> None:
        """Undo all that `add` did for a report, and link its neighbours as if it had never been."""
        if not self._is_linked(report.id):
            return
        here = spot(report.published, report.id)
        others = self._apart_from(report.id)
        for statement in (
            "DELETE FROM linked WHERE report = ?",
            "DELETE FROM copies WHERE a = ?",
            "DELETE FROM copies WHERE b = ?",
            "DELETE FROM retellings WHERE report = ?",
        ):
            self._connection.exec_driver_sql(statement, (report.id,))
        closed = self._by_report(self._reports.remove({here: keys(report)}))
        others.update(*closed)
        self._unlike(report.id, others, [pair for pair in closed if self._compare(*pair)])
        self._retell(others)

    def judged(self, members: Iterable[str]) -> None:
        """Make claims again that people's judgements on these members can touch."""
        self._cluster(self._spots(members))

    # Copies

    def _copy(self, report: Report, here: int, its: Collection[int]) -> tuple[list[Reports], list[Reports]]:
        """Compare a report with its neighbours; gives those that share text now, and those of which that is no longer
        known."""
        near, parted = self._reports.add({here: its})
        copied = [pair for pair in self._by_report(near) if self._compare(*pair)]
        lost = [
            pair for pair in self._by_report(parted) if self._has_copy(*pair) and not self._share_text(*pair)
        ]
        for pair in lost:
            self._connection.exec_driver_sql("DELETE FROM copies WHERE a = ? AND b = ?", pair)
        return copied, lost

    def _compare(self, a: str, b: str) -> bool:
        if self._has_copy(a, b):
            return False
        copy = compare(self._report(a), self._report(b))
        if copy:
            self._connection.execute(insert(at.copies), as_row(copy, Copy))
        return copy is not None

    def _has_copy(self, a: str, b: str) -> bool:
        ask = "SELECT 1 FROM copies WHERE a = ? AND b = ?"
        return self._connection.exec_driver_sql(ask, (a, b)).first() is not None

    def _share_text(self, a: str, b: str) -> bool:
        one, other = self._report(a), self._report(b)
        pair = spot(one.published, a), spot(other.published, b)
        return self._reports.are_near(pair, {*keys(one)} & {*keys(other)})

    def _by_report(self, pairs: Iterable[Pair]) -> list[Reports]:
        """Pairs of spots as pairs of ids of reports, the smaller id first."""
        ordered = sorted(pairs)
        spots = sorted({one for pair in ordered for one in pair})
        ids = dict(
            tuple(row) for row in among(self._connection, "SELECT spot, report FROM linked", "spot", spots)
        )
        return [(min(ids[a], ids[b]), max(ids[a], ids[b])) for a, b in ordered]

    # Propositions

    def _like(
        self, found: Collection[Proposition], copied: Iterable[Reports], parted: Iterable[Reports]
    ) -> tuple[set[str], set[str]]:
        """Compare propositions with their neighbours and make their claims; gives the reports that have like ones, and
        those that lost a likeness by it. `copied` share text now, and `parted` no longer do."""
        spots = {spot(one.day, one.member.id, sort_of(one)): one for one in found}
        rows = [self._row(here, one) for here, one in sorted(spots.items())]
        if rows:
            self._connection.execute(insert(at.propositions), rows)
        self._known |= spots
        near, astride = self._propositions.add({here: map(number, one.keys) for here, one in spots.items()})
        reprinted = self._reprint(copied)
        liked = [*reprinted, *self._compare_all(near - {(a, b) for a, b, _ in reprinted})]
        lost = [*self._part(astride), *self._unprint(parted)]
        self._cluster({*spots}, lost)
        return self._reports_of(ends(liked)), self._reports_of(ends(lost))

    def _row(self, here: int, one: Proposition) -> dict[str, Any]:
        data = as_row(one, Proposition, without=("vector",))
        return {
            "spot": here,
            "id": one.member.id,
            "report": one.member.report,
            "data": json.dumps(data, ensure_ascii=False, separators=(",", ":")),
            "vector": one.vector,
            "claim": None,
            "side": one.member.side,
        }

    def _compare_all(self, pairs: Collection[Pair]) -> list[Scored]:
        """Store the likeness of each pair that has one, and give them."""
        likely = screened(pairs)
        spots = {*np.unique(likely).tolist()}
        vectors = {one: self._known[one].vector for one in spots & self._known.keys()}
        ask = "SELECT spot, vector FROM propositions"
        vectors |= dict(map(tuple, among(self._connection, ask, "spot", spots - vectors.keys())))
        likely, cosines = alike(likely, vectors)
        load(self._connection, np.unique(likely).tolist(), self._known)
        kept = []
        for (a, b), near in zip(likely.tolist(), cosines.tolist(), strict=True):
            alike_by = score(self._known[a], self._known[b], near)
            if alike_by is not None:
                kept.append((a, b, alike_by))
        self._likenesses.add(kept)
        return kept

    def _part(self, pairs: Collection[Pair]) -> list[Scored]:
        """Forget the likenesses of those pairs that are neighbours no longer, and give them."""
        alike = self._likenesses.held(map(tuple, screened(pairs).tolist()))
        load(self._connection, ends(alike), self._known)
        gone = [one for one in alike if one[2] < REPRINTED and not self._share_key(*one[:2])]
        self._likenesses.take(gone)
        return gone

    def _share_key(self, a: int, b: int) -> bool:
        shared = {*self._known[a].keys} & {*self._known[b].keys}
        return self._propositions.are_near((a, b), map(number, shared))

    def _reprint(self, copied: Iterable[Reports]) -> list[Scored]:
        """Store that what reports that share text say word for word is one saying, and give those likenesses."""
        ask = "SELECT passages FROM copies WHERE a = ? AND b = ?"
        found: set[Pair] = set()
        for pair in copied:
            passages = json.loads(self._connection.exec_driver_sql(ask, pair).scalar_one())
            found |= reprints(passages, *map(self._said, pair))
        kept = [(a, b, REPRINTED) for a, b in sorted(found)]
        self._likenesses.add(kept)
        return kept

    def _unprint(self, parted: Iterable[Reports]) -> list[Scored]:
        """Forget that what such reports say is one saying, and give those likenesses; what else is alike stays so."""
        wanted = [(min(pair), max(pair)) for two in parted for pair in product(*map(self._said, two))]
        gone = [one for one in self._likenesses.held(wanted) if one[2] == REPRINTED]
        self._likenesses.take(gone)
        self._compare_all([(a, b) for a, b, _ in gone if self._share_key(a, b)])
        return gone

    def _said(self, report: str) -> dict[int, Proposition]:
        """The propositions of a report, by their spots."""
        ask = "SELECT spot FROM propositions WHERE report = ?"
        spots = [one for (one,) in self._connection.exec_driver_sql(ask, (report,))]
        load(self._connection, spots, self._known)
        return {one: self._known[one] for one in spots}

    def _unlike(self, report: str, others: set[str], copied: Iterable[Reports]) -> None:
        """Take out the propositions of a report; adds to `others` the reports that are newly alike. `copied` share text
        now."""
        mine = {*self._said(report)}
        crowds = Crowds(self._likenesses, self._together)
        around = set().union(*(crowds.near(here) for here in mine)) - mine
        ask = "DELETE FROM claims WHERE id IN (SELECT claim FROM propositions WHERE report = ?)"
        self._connection.exec_driver_sql(ask, (report,))
        self._connection.exec_driver_sql("DELETE FROM propositions WHERE report = ?", (report,))
        closed = self._propositions.remove({one: [*map(number, self._known[one].keys)] for one in mine})
        self._likenesses.take_all(mine)
        reprinted = self._reprint(copied)
        held = {(a, b) for a, b, sure in self._likenesses.held(closed) if sure == REPRINTED}
        liked = ends(reprinted) | ends(self._compare_all(closed - held))
        others |= self._reports_of(liked)
        self._cluster(around | liked)

    def _reports_of(self, spots: Collection[int]) -> set[str]:
        ask = "SELECT DISTINCT report FROM propositions"
        return {one for (one,) in among(self._connection, ask, "spot", spots)}

    # Claims

    def _cluster(self, new: Set[int], lost: Collection[Scored] = ()) -> None:
        if groups := Crowds(self._likenesses, self._together).groups(new, lost):
            cluster(self._connection, groups, self._likenesses, *self._judged)

    @cached_property
    def _judged(self) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
        """Pairs of members that people put together, and that they took apart."""
        rows = self._view.rows(select(at.judgements).where(at.judgements.c.kind == "link"))
        judged = [from_row(Judgement, row) for row in rows]
        return together(judged), apart(judged)

    @property
    def _together(self) -> dict[int, set[int]]:
        found: dict[int, set[int]] = defaultdict(set)
        for one, other in self._judged[0]:
            for a in self._spots([one]):
                for b in self._spots([other]):
                    found[a].add(b)
                    found[b].add(a)
        return found

    def _spots(self, members: Iterable[str]) -> set[int]:
        return {one for (one,) in among(self._connection, "SELECT spot FROM propositions", "id", members)}

    # Retellings

    def _keep_retellings(self, found: Iterable[Retelling]) -> None:
        rows = [
            as_row(one, Retelling) | {"position": position, "family": family(one.outlet), "shown": one.why}
            for position, one in enumerate(found)
        ]
        if rows:
            self._connection.execute(insert(at.retellings), rows)

    def _retell(self, tellers: Collection[str], whose: str | None = None) -> None:
        """Find again which reports are meant by the retellings of these, or by those of them that name this outlet."""
        told: list[ColumnElement[bool]] = [at.retellings.c.report.in_(sorted(tellers))]
        if whose is not None:
            told.append(at.retellings.c.family == whose)
        ordered = (
            select(at.retellings).where(*told).order_by(at.retellings.c.report, at.retellings.c.position)
        )
        rows = self._view.rows(ordered)
        near = {teller: self._around(teller) for teller in {row["report"] for row in rows}}
        fitting = [[one for one, of in near[row["report"]] if of == row["family"]] for row in rows]
        shown = self._shown(
            {row["statement"] for row, its in zip(rows, fitting, strict=True) if its} - {None}
        )
        for row, its in zip(rows, fitting, strict=True):
            now = replace(from_row(Retelling, row), of=None, why=row["shown"])
            if its:
                said = (shown[now.statement],) if now.statement in shown else ()
                teller = Reading(self._report(row["report"]), said, {})
                now = held(now, teller, [Reading(self._report(one), (), {}) for one in its])
            if (now.of, now.why) != (row["of"], row["why"]):
                ask = 'UPDATE retellings SET "of" = ?, why = ? WHERE report = ? AND position = ?'
                self._connection.exec_driver_sql(ask, (now.of, now.why, row["report"], row["position"]))

    def _shown(self, ids: Collection[str]) -> dict[str, Statement]:
        """The statements that show retellings, by their ids."""
        keys = self._view.rows_among(select(at.statements.c.key), at.statements.c.id, sorted(ids))
        found = self._view.statements([row["key"] for row in keys]) if ids else {}
        return {one.id: one for one in found.values()}

    def _report(self, id: str) -> Report:
        """A report, read once."""
        if id not in self._texts:
            self._texts[id] = self._view.report(id)
        return self._texts[id]

    def _around(self, report: str) -> list[tuple[str, str | None]]:
        """The reports that share text or a proposition with one, and what their outlets belong to."""
        others = self._apart_from(report)
        rows = among(self._connection, "SELECT report, family FROM linked", "report", others)
        return sorted((one, of) for one, of in rows)

    def _apart_from(self, report: str) -> set[str]:
        """The other reports that share text or a proposition with this one."""
        ask = (
            "SELECT b FROM copies WHERE a = :id UNION SELECT a FROM copies WHERE b = :id"
            " UNION SELECT theirs.report FROM propositions mine JOIN likenesses ON likenesses.a = mine.spot"
            " JOIN propositions theirs ON theirs.spot = likenesses.b WHERE mine.report = :id"
            " UNION SELECT theirs.report FROM propositions mine JOIN likenesses ON likenesses.b = mine.spot"
            " JOIN propositions theirs ON theirs.spot = likenesses.a WHERE mine.report = :id"
        )
        return {one for (one,) in self._connection.exec_driver_sql(ask, {"id": report})} - {report}

    def _is_linked(self, report: str) -> bool:
        ask = "SELECT 1 FROM linked WHERE report = ?"
        return self._connection.exec_driver_sql(ask, (report,)).first() is not None
