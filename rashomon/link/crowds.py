"""Which members' claims are made together: those that likenesses connect, unless they are a crowd.

In a war everything is a little like something else, so that likenesses connect all of it in the end. A crowd falls
apart into what ever stronger likenesses connect, then into what is about one stretch of days. So the work for a new
report is bounded however large the ledger is. Who is with whom depends on what is held, not on what came first.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Set
from typing import Final

from rashomon.link.likenesses import LEVELS, Likenesses, Scored, ends

MOST: Final = 64
"""Members from which on a group is a crowd."""


class Crowds:
    """The groups of a ledger's members: each is of the first of LEVELS at which it is no crowd; at the last, a day, all
    that is connected is one group."""

    def __init__(self, likenesses: Likenesses, together: Mapping[int, Collection[int]]) -> None:
        """`together` are those that people put together, whatever their likeness."""
        self._likenesses = likenesses
        self._together = together
        self._crowded: dict[tuple[int, frozenset[int]], set[int]] = defaultdict(set)

    def near(self, one: int) -> frozenset[int]:
        """Those that are connected to one."""
        return self._linked(one, 0)

    def groups(self, new: Set[int], lost: Collection[Scored] = ()) -> list[set[int]]:
        """The groups whose claims may be others than they were, once some are new, or newly alike, and likenesses lost.

        Those of the new, those of all whom these put into other groups, and those that a lost likeness was about.
        """
        without = frozenset(new)
        found: list[set[int]] = []
        placed: set[int] = set()
        ahead = {*new}
        while ahead:
            self._likenesses.read(ahead)
            for one in sorted(ahead):
                if one not in placed:
                    group, level = self._group(one)
                    placed |= group
                    found.append(group)
                    for below in range(level):
                        ahead |= self._scattered(group & without, below, without)
            ahead -= placed
        for one in sorted(ends(lost)):
            if one not in placed:
                group, level = self._group(one)
                placed |= group
                if any(_matters(likeness, group, level) for likeness in lost):
                    found.append(group)
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
        found, ahead = {start}, {start}
        while ahead:
            self._likenesses.read(ahead)
            ahead = set().union(*[self._linked(one, level) for one in ahead]) - found - without
            found |= ahead
            if len(found) > most or not crowded.isdisjoint(ahead):
                crowded |= found
                return None
        return found

    def _linked(self, one: int, level: int) -> frozenset[int]:
        linked = self._likenesses.connected(one, level)
        return linked.union(self._together[one]) if one in self._together else linked


def _matters(lost: Scored, group: Set[int], level: int) -> bool:
    """Whether a group of a level has both that were alike, or had: the likeness would connect them there."""
    a, b, score = lost
    least, bits = LEVELS[level]
    connects = score >= least and a >> bits == b >> bits
    return (a in group or b in group) if connects else (a in group and b in group)
