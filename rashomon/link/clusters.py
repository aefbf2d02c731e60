"""Claims as they stand in a ledger, made again for groups of members."""

import functools
import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection

from rashomon.link.claims import Proposition, claims
from rashomon.link.claims.cluster import Link
from rashomon.model import Claim
from rashomon.store.rows import from_row

Pair = tuple[str, str]
REMEMBERED = 4096
"""Propositions kept ready: those of the last days are compared with each new report of the day."""


def cluster(
    connection: Connection,
    groups: Sequence[Collection[int]],
    known: dict[int, Proposition],
    together: Collection[Pair],
    apart: Collection[Pair],
) -> None:
    """Make the claims of these groups again, and store what is new of them.

    A likeness between two groups counts for nothing, not even in choosing the words.
    """
    home = {spot: n for n, group in enumerate(groups) for spot in group}
    spots = sorted(home)
    ask = "SELECT spot, claim, side FROM propositions"
    before = {spot: (claim, side) for spot, claim, side in among(connection, ask, "spot", spots)}
    load(connection, spots, known)
    ids = {spot: known[spot].member.id for spot in spots}
    within: list[list[Link]] = [[] for _ in groups]
    # The plus keeps SQLite from looking up each pair; what is with nobody else here is not handed over.
    ask = "SELECT a, b, score FROM likenesses WHERE a IN (SELECT value FROM json_each(:spots))"
    ask += " AND +b IN (SELECT value FROM json_each(:spots))"
    for a, b, score in connection.connection.cursor().execute(ask, {"spots": json.dumps(spots)}):
        if home[a] == home[b]:
            one, other = ids[a], ids[b]
            within[home[a]].append((one, other, score) if one < other else (other, one, score))
    found = [
        claim
        for group, links in zip(groups, within, strict=True)
        for claim in claims([known[spot] for spot in group], links, together, apart)
    ]
    gone = {claim for claim, _ in before.values() if claim is not None} - {claim.id for claim in found}
    _many(connection, "DELETE FROM claims WHERE id = ?", [(claim,) for claim in sorted(gone)])
    _many(
        connection, "INSERT OR REPLACE INTO claims VALUES (?, ?, ?, ?, ?)", [_row(claim) for claim in found]
    )
    by_id = {ids[spot]: spot for spot in spots}
    now = {by_id[member.id]: (claim.id, member.side) for claim in found for member in claim.members}
    changed = [(*now[spot], spot) for spot in sorted(now) if now[spot] != before[spot]]
    _many(connection, "UPDATE propositions SET claim = ?, side = ? WHERE spot = ?", changed)


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


def _row(claim: Claim) -> tuple[Any, ...]:
    reports = len({member.report for member in claim.members})
    return claim.id, claim.text, claim.disputed, len(claim.members), reports


def among(connection: Connection, select: str, column: str, values: Iterable[int | str]) -> Sequence[Any]:
    """The rows of a query whose column has one of these values, however many they are."""
    wanted = [*values]
    if not wanted:
        return ()
    ask = f"{select} WHERE {column} IN (SELECT value FROM json_each(?))"  # noqa: S608
    rows: Sequence[Any] = connection.connection.cursor().execute(ask, (json.dumps(wanted),)).fetchall()
    return rows


def _many(connection: Connection, statement: str, rows: list[tuple[Any, ...]]) -> None:
    if rows:
        connection.exec_driver_sql(statement, rows)
