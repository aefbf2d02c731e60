"""Which propositions of a ledger are alike, read as it is asked for and kept for the reports that follow.

Reports of the same days have the same neighbours, so that most of what one of them needs the last one has read. What is
kept is true as long as all changes come this way: it is forgotten when another process has written, or when a
transaction was undone.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Final, Self

from sqlalchemy import Connection
from sqlalchemy.engine.interfaces import DBAPICursor

from rashomon.link.claims import Proposition
from rashomon.link.claims.cluster import MERGED
from rashomon.link.spots import REST

MOST: Final = 12_000
"""Propositions kept, with whom they are like: 37 MB of those of `bench/link.py`."""
ANY: Final = 63
LEVELS: Final = (
    (MERGED, ANY),
    (0.5, ANY),
    (0.6, ANY),
    (0.7, ANY),
    (0.8, ANY),
    (0.9, ANY),
    (0.9, REST + 5),
    (0.9, REST),
)
"""Ever stronger connections: a likeness of so much, between spots that are the same but for so many of their last bits.

A likeness below `MERGED` connects nobody: a mean of as much has one of as much in it."""

Pair = tuple[int, int]
Scored = tuple[int, int, float]


class Likenesses:
    """The likenesses of a ledger, and the propositions that were read of it, for a connection that may write."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._version = self._written()
        self.propositions: dict[int, Proposition] = {}
        self._near: dict[int, dict[int, float]] = {}
        self._connected: list[dict[int, frozenset[int]]] = [{} for _ in LEVELS]

    @classmethod
    def of(cls, connection: Connection) -> Self:
        """Those of the transaction that a connection is in, with what is still true of what it remembers."""
        kept: Self | None = connection.info.get(Likenesses)  # emptied when a transaction is undone
        if kept is None or kept._is_old():
            kept = connection.info[Likenesses] = cls(connection)
        return kept

    @staticmethod
    def forget(connection: Connection) -> None:
        """Remember nothing of a ledger whose likenesses change otherwise than here."""
        connection.info.pop(Likenesses, None)

    def _is_old(self) -> bool:
        return self._version != self._written() or max(len(self._near), len(self.propositions)) > MOST

    def _written(self) -> int:
        """A number that changes when another process has written."""
        return int(self._connection.exec_driver_sql("PRAGMA data_version").scalar_one())

    def read(self, spots: Iterable[int]) -> None:
        """Read what is like these, all at once."""
        unread = [one for one in spots if one not in self._near]
        if not unread:
            return
        self._near |= {one: {} for one in unread}
        ask = (
            "SELECT a, b, score FROM likenesses WHERE a IN (SELECT value FROM json_each(:spots))"
            " UNION ALL SELECT b, a, score FROM likenesses WHERE b IN (SELECT value FROM json_each(:spots))"
        )
        near = self._near
        for one, other, score in self._raw().execute(ask, {"spots": json.dumps(unread)}):
            near[one][other] = score

    def connected(self, one: int, level: int) -> frozenset[int]:
        """Those that are connected to one at a level."""
        known = self._connected[level]
        if one not in known:
            self.read([one])
            least, bits = LEVELS[level]
            here = one >> bits
            near = self._near[one].items()
            known[one] = frozenset(
                [other for other, score in near if score >= least and other >> bits == here]
            )
        return known[one]

    def among(self, spots: Collection[int]) -> Iterator[Scored]:
        """The likenesses between these, the smaller spot of each first."""
        self.read(spots)
        for one in spots:
            near = self._near[one]
            for other in near.keys() & spots:
                if one < other:
                    yield one, other, near[other]

    def held(self, pairs: Iterable[Pair]) -> list[Scored]:
        """The likenesses of those of some pairs that are alike."""
        wanted = [*pairs]
        self.read({one for one, _ in wanted})
        return [(one, other, self._near[one][other]) for one, other in wanted if other in self._near[one]]

    def add(self, scored: Collection[Scored]) -> None:
        """Store likenesses; of each pair the smaller spot comes first."""
        if scored:
            self._connection.exec_driver_sql("INSERT OR REPLACE INTO likenesses VALUES (?, ?, ?)", [*scored])
        for a, b, score in scored:
            for one, other in ((a, b), (b, a)):
                if one in self._near:
                    self._near[one][other] = score
        self._changed(scored)

    def take(self, scored: Collection[Scored]) -> None:
        """Forget likenesses for good."""
        gone = [(a, b) for a, b, _ in scored]
        if gone:
            self._connection.exec_driver_sql("DELETE FROM likenesses WHERE a = ? AND b = ?", gone)
        for a, b in gone:
            for one, other in ((a, b), (b, a)):
                self._near.get(one, {}).pop(other, None)
        self._changed(scored)

    def take_all(self, spots: Collection[int]) -> None:
        """Forget for good what is like these, and these themselves."""
        self.read(spots)
        near = {(one, other): score for one in spots for other, score in self._near[one].items()}
        self.take(sorted({(min(pair), max(pair), score) for pair, score in near.items()}))
        for one in spots:
            self.propositions.pop(one, None)

    def _changed(self, scored: Iterable[Scored]) -> None:
        """Work out anew whom those that were or are alike are connected to."""
        for one in ends(scored):
            for known in self._connected:
                known.pop(one, None)

    def _raw(self) -> DBAPICursor:
        return self._connection.connection.cursor()


def ends(scored: Iterable[Scored]) -> set[int]:
    """All that likenesses are between."""
    return {one for a, b, _ in scored for one in (a, b)}
