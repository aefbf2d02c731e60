"""Claims as they stand in a ledger: which members one change can touch, and their claims made again."""

import functools
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from rashomon.link.claims import Proposition, claims
from rashomon.link.claims.cluster import MERGED
from rashomon.model import Claim, Likeness
from rashomon.store.rows import from_row

Pair = tuple[str, str]
REMEMBERED = 4096
"""Propositions kept ready: those of the last days are compared with each new report of the day."""


def touched(
    connection: Connection, seeds: Iterable[int], together: Mapping[int, Collection[int]]
) -> set[int]:
    """All whose claim can depend on these: whoever they lead to through likenesses that alone can make a claim.

    No weaker one is needed: a mean of `MERGED` or more has a likeness of as much in it.
    """
    found: set[int] = set()
    ahead = set(seeds)
    while ahead:
        found |= ahead
        ahead = {other for one in ahead for other in together.get(one, ())}
        for mine, theirs in (("a", "b"), ("b", "a")):
            ask = f"SELECT {theirs} FROM likenesses WHERE score >= ? AND {mine} IN (SELECT value FROM json_each(?))"  # noqa: S608
            ahead |= {one for (one,) in connection.exec_driver_sql(ask, (MERGED, json.dumps([*found])))}
        ahead -= found
    return found


def cluster(
    connection: Connection,
    spots: Collection[int],
    known: dict[int, Proposition],
    together: Collection[Pair],
    apart: Collection[Pair],
) -> None:
    """Make the claims of these again, which nothing outside them can change, and store what is new of them."""
    before = {
        spot: (claim, side)
        for spot, claim, side in among(
            connection, "SELECT spot, claim, side FROM propositions", "spot", spots
        )
    }
    load(connection, spots, known)
    by_id = {known[spot].member.id: spot for spot in spots}
    ids = {spot: known[spot].member.id for spot in spots}
    kept = among(connection, "SELECT a, b, score FROM likenesses", "a", spots)
    links = [_likeness(ids[a], ids[b], score) for a, b, score in kept if a in ids and b in ids]
    found = [
        claim
        for group, within in _components(sorted(by_id), links, together)
        for claim in claims([known[by_id[one]] for one in group], within, together, apart)
    ]
    gone = {claim for claim, _ in before.values() if claim is not None} - {claim.id for claim in found}
    _many(connection, "DELETE FROM claims WHERE id = ?", [(claim,) for claim in sorted(gone)])
    _many(
        connection, "INSERT OR REPLACE INTO claims VALUES (?, ?, ?, ?, ?)", [_row(claim) for claim in found]
    )
    now = {by_id[member.id]: (claim.id, member.side) for claim in found for member in claim.members}
    changed = [(*now[spot], spot) for spot in sorted(now) if now[spot] != before[spot]]
    _many(connection, "UPDATE propositions SET claim = ?, side = ? WHERE spot = ?", changed)


def _components(
    members: Sequence[str], links: Sequence[Likeness], together: Collection[Pair]
) -> Iterator[tuple[list[str], list[Likeness]]]:
    """The members by what alone can make a claim of them, each group with its links.

    A weaker likeness to another group counts for nothing, for that group need not be there when these are made again.
    """
    root = {one: one for one in members}

    def top(one: str) -> str:
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    for a, b in (*((link.a, link.b) for link in links if link.score >= MERGED), *together):
        if a in root and b in root:
            root[max(top(a), top(b))] = min(top(a), top(b))
    groups: dict[str, list[str]] = defaultdict(list)
    within: dict[str, list[Likeness]] = defaultdict(list)
    for one in members:
        groups[top(one)].append(one)
    for link in links:
        if top(link.a) == top(link.b):
            within[top(link.a)].append(link)
    for first, group in groups.items():
        yield group, within[first]


def load(connection: Connection, spots: Iterable[int], known: dict[int, Proposition]) -> None:
    """Read those of the propositions that are not known yet."""
    missing = [spot for spot in spots if spot not in known]
    for spot, data, vector in among(
        connection, "SELECT spot, data, vector FROM propositions", "spot", missing
    ):
        known[spot] = _proposition(data, vector)


@functools.lru_cache(REMEMBERED)
def _proposition(data: str, vector: bytes) -> Proposition:
    return from_row(Proposition, json.loads(data) | {"vector": vector})


def _likeness(one: str, other: str, score: float) -> Likeness:
    a, b = sorted((one, other))
    return Likeness(a, b, score, False, ())


def _row(claim: Claim) -> tuple[Any, ...]:
    reports = len({member.report for member in claim.members})
    return claim.id, claim.text, claim.disputed, len(claim.members), reports


def among(connection: Connection, select: str, column: str, values: Iterable[int | str]) -> Sequence[Any]:
    """The rows of a query whose column has one of these values, however many they are."""
    wanted = [*values]
    if not wanted:
        return ()
    ask = f"{select} WHERE {column} IN (SELECT value FROM json_each(?))"  # noqa: S608
    return connection.exec_driver_sql(ask, (json.dumps(wanted),)).all()


def _many(connection: Connection, statement: str, rows: list[tuple[Any, ...]]) -> None:
    if rows:
        connection.exec_driver_sql(statement, rows)
