"""Claims as they stand in a ledger, made again for groups of members."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from rashomon.link.claims import Proposition, claims
from rashomon.link.claims.cluster import Link
from rashomon.link.likenesses import Likenesses
from rashomon.model import Claim
from rashomon.store.rows import from_row

Pair = tuple[str, str]
Row = tuple[Any, ...]


def cluster(
    connection: Connection,
    groups: Sequence[Collection[int]],
    likenesses: Likenesses,
    together: Collection[Pair],
    apart: Collection[Pair],
) -> None:
    """Make the claims of these groups again, and store what is new of them.

    A likeness between two groups counts for nothing, not even in choosing the words.
    """
    spots = sorted({spot for group in groups for spot in group})
    ask = "SELECT spot, claim, side FROM propositions"
    before = {spot: (claim, side) for spot, claim, side in among(connection, ask, "spot", spots)}
    known = likenesses.propositions
    load(connection, spots, known)
    ids = {spot: known[spot].member.id for spot in spots}
    found = [
        claim
        for group in groups
        for claim in claims([known[spot] for spot in group], _links(group, likenesses, ids), together, apart)
    ]
    gone = {claim for claim, _ in before.values() if claim is not None} - {claim.id for claim in found}
    _many(connection, "DELETE FROM claims WHERE id = ?", [(claim,) for claim in sorted(gone)])
    _many(connection, "INSERT OR REPLACE INTO claims VALUES (?, ?, ?, ?, ?)", _new(connection, found))
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
        known[spot] = from_row(Proposition, json.loads(data) | {"vector": vector})


def _links(group: Collection[int], likenesses: Likenesses, ids: Mapping[int, str]) -> Iterator[Link]:
    for a, b, score in likenesses.among(group):
        one, other = ids[a], ids[b]
        yield (one, other, score) if one < other else (other, one, score)


def _new(connection: Connection, found: Iterable[Claim]) -> list[Row]:
    """The rows of claims that are not stored as they are."""
    rows = {claim.id: _row(claim) for claim in found}
    held = {tuple(row) for row in among(connection, "SELECT * FROM claims", "id", rows)}
    return [row for row in rows.values() if row not in held]


def _row(claim: Claim) -> Row:
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


def _many(connection: Connection, statement: str, rows: list[Row]) -> None:
    if rows:
        connection.exec_driver_sql(statement, rows)
