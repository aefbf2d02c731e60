"""Lookup by keys: two things are neighbours if they share a key and few others of that key stand between them.

So what is compared with what depends on what the ledger holds and not on the order of adding, and a new thing has
a bounded number of neighbours however many share its key (Hernández and Stolfo, the sorted neighbourhood, 1995).
Things of one key stand by day: the neighbours of what thousands share are those of the days around.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection

WITHIN = 16
"""Two things are neighbours if at most one less than so many stand between them."""

Pair = tuple[int, int]
Place = tuple[int, int]
"""A key and a spot."""
Around = tuple[list[int], list[int]]
"""The spots before a place and those behind it, the nearest first."""


class Nearby:
    """The things of a table of keys, in the transaction of a connection."""

    def __init__(self, connection: Connection, table: str) -> None:
        self._connection = connection
        self._table = table

    def add(self, keys: Mapping[int, Iterable[int]]) -> tuple[set[Pair], set[Pair]]:
        """Take in things by their spots, each with its keys.

        Gives the pairs that are neighbours now because one of the two is new, and the pairs of old ones between
        which a new one came, which may be neighbours no longer.
        """
        places = sorted({(key, spot) for spot, its in keys.items() for key in its})
        self._run(f"INSERT INTO {self._table} (key, spot) VALUES (?, ?)", places)  # noqa: S608
        near: set[Pair] = set()
        parted: set[Pair] = set()
        for (_, spot), (before, behind), many in self._places(places):
            near |= {(one, spot) for one in before[:WITHIN]} | {(spot, one) for one in behind[:WITHIN]}
            parted |= _astride(before, behind, WITHIN + 1, WITHIN + many)
        return near, {pair for pair in parted if not keys.keys() & set(pair)}

    def remove(self, keys: Mapping[int, Iterable[int]]) -> set[Pair]:
        """Let go of things; gives the pairs of others that may be neighbours now because nothing is between them."""
        places = sorted({(key, spot) for spot, its in keys.items() for key in its})
        self._run(f"DELETE FROM {self._table} WHERE key = ? AND spot = ?", places)  # noqa: S608
        closed: set[Pair] = set()
        for _, (before, behind), many in self._places(places):
            closed |= _astride(before, behind, WITHIN - many + 2, WITHIN + 1)
        return closed

    def are_near(self, pair: Pair, keys: Iterable[int]) -> bool:
        """Whether two are neighbours by one of the keys that they share."""
        between = f"SELECT count(*) FROM (SELECT 1 FROM {self._table} WHERE key = ? AND spot > ? AND spot <= ? LIMIT ?)"  # noqa: S608
        execute = self._connection.connection.cursor().execute
        first, last = sorted(pair)
        return any(execute(between, (key, first, last, WITHIN + 1)).fetchone()[0] <= WITHIN for key in keys)

    def _places(self, places: Sequence[Place]) -> Iterator[tuple[Place, Around, int]]:
        """Each place with what is around it, and how many places have its key."""
        many = Counter(key for key, _ in places)
        ask = (
            f"SELECT spot FROM {self._table} WHERE key = ? AND spot < ? ORDER BY spot DESC LIMIT ?",  # noqa: S608
            f"SELECT spot FROM {self._table} WHERE key = ? AND spot > ? ORDER BY spot LIMIT ?",  # noqa: S608
        )
        execute = self._connection.connection.cursor().execute
        for key, spot in places:
            reach = WITHIN + many[key]
            before, behind = ([one for (one,) in execute(side, (key, spot, reach))] for side in ask)
            yield (key, spot), (before, behind), many[key]

    def _run(self, statement: str, places: Sequence[Place]) -> None:
        if places:
            self._connection.exec_driver_sql(statement, [*places])


def _astride(before: Sequence[int], behind: Sequence[int], least: int, most: int) -> set[Pair]:
    """Pairs of one before and one behind a place that are so many steps apart."""
    return {
        (one, other)
        for steps, one in enumerate(before, 1)
        for other in behind[max(0, least - steps - 1) : max(0, most - steps)]
    }
