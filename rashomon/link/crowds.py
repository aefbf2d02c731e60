"""Which members' claims are made together: those that likenesses connect, unless they are a crowd.

In a war everything is a little like something else, so that likenesses connect all of it in the end. A crowd falls
apart into what ever stronger likenesses connect, then into what is about one stretch of days. So the work for a new
report is bounded however large the ledger is. Who is with whom depends on what is held, not on what came first.
"""

import json
import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from sqlalchemy import Connection

from rashomon.link.claims.cluster import MERGED
from rashomon.link.spots import REST

MOST: Final = 64
"""Members from which on a group is a crowd."""
ANY: Final = 63
AT_ONCE: Final = 8
"""Members whose likenesses are read together: few tell that a group is a crowd."""
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
"""What connects the members of a group: a likeness of so much, between spots that are the same but for so many of
their last bits. The first level at which a group is no crowd counts; at the last, a day, all is one group.

A likeness below `MERGED` is never needed: a mean of as much has one of as much in it."""


class Crowds:
    """The likenesses of a ledger that can make claims, read as they are asked for."""

    def __init__(self, connection: Connection, together: Mapping[int, Collection[int]]) -> None:
        """`together` are those that people put together, whatever their likeness."""
        self._connection = connection
        self._together = together
        self._near: dict[int, dict[int, float]] = {}
        self._levels: list[dict[int, frozenset[int]]] = [{} for _ in LEVELS]
        self._crowded: dict[tuple[int, frozenset[int]], set[int]] = defaultdict(set)

    def near(self, one: int) -> frozenset[int]:
        """Those that are connected to one."""
        self._read([one])
        return self._linked(one, 0)

    def groups(self, changed: Collection[int]) -> list[set[int]]:
        """The groups of those that are new, or whose likenesses changed, and of all whom that put into other groups."""
        new = frozenset(changed)
        found: list[set[int]] = []
        placed: set[int] = set()
        ahead = set(changed)
        self._read(ahead)
        while ahead:
            for one in sorted(ahead):
                if one not in placed:
                    group, level = self._group(one)
                    placed |= group
                    found.append(group)
                    for below in range(level):
                        ahead |= self._scattered(group & new, below, new)
            ahead -= placed
        return found

    def _group(self, one: int) -> tuple[set[int], int]:
        """The group of a member, and the level that it is of."""
        for level in range(len(LEVELS)):
            if group := self._connected(one, level):
                return group, level
        raise AssertionError("the last level has no crowds")

    def _scattered(self, some: Collection[int], level: int, new: frozenset[int]) -> set[int]:
        """Those that were one group at a level and are in a crowd there, now that some are new."""
        found: set[int] = set()
        for start in set().union(*(self._linked(one, level) for one in some)) - new:
            if start not in found:
                found |= self._connected(start, level, new) or set()
        return found

    def _connected(self, start: int, level: int, without: frozenset[int] = frozenset()) -> set[int] | None:
        """All that are connected to one at a level; None if they are a crowd."""
        crowded = self._crowded[level, without]
        most = MOST if level < len(LEVELS) - 1 else math.inf
        if start in crowded:
            return None
        found, ahead = {start}, [start]
        while ahead:
            now, ahead = ahead[:AT_ONCE], ahead[AT_ONCE:]
            self._read(now)
            for one in now:
                more = self._linked(one, level) - found - without
                found |= more
                if len(found) > most or not crowded.isdisjoint(more):
                    crowded |= found
                    return None
                ahead.extend(more)
        return found

    def _linked(self, one: int, level: int) -> frozenset[int]:
        known = self._levels[level]
        if one not in known:
            least, bits = LEVELS[level]
            near = self._near[one].items()
            here = one >> bits
            alike = [other for other, score in near if score >= least and other >> bits == here]
            known[one] = frozenset(alike).union(self._together.get(one, ()))
        return known[one]

    def _read(self, spots: Iterable[int]) -> None:
        unread = [one for one in spots if one not in self._near]
        if not unread:
            return
        self._near |= {one: {} for one in unread}
        ask = (
            "SELECT a, b, score FROM likenesses WHERE a IN (SELECT value FROM json_each(:spots)) AND score >= :least"
            " UNION ALL"
            " SELECT b, a, score FROM likenesses WHERE b IN (SELECT value FROM json_each(:spots)) AND score >= :least"
        )
        given = {"spots": json.dumps(unread), "least": MERGED}
        for one, other, score in self._connection.connection.cursor().execute(ask, given):
            self._near[one][other] = score
