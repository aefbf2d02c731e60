"""What a judgement can be on, by the start of its id or by name; and which judgements are on nothing any more."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from rashomon.errors import NotFound
from rashomon.link.judgements import vanished
from rashomon.link.sources import identity
from rashomon.model import Judgement
from rashomon.query.kept import judgements
from rashomon.store import View
from rashomon.store import tables as held
from rashomon.store.view import SHORTEST_PREFIX, bindable

TABLES = {
    "statement": held.statements,
    "figure": held.figures,
    "time": held.times,
    "place": held.places,
    "member": held.propositions,
    "report": held.reports,
}


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that can be judged."""

    id: str
    sorts: tuple[str, ...]
    """What it is: `statement`, `figure`, `time`, `place`, `member` of a claim, `report`; a statement is often both."""


def target(view: View, prefix: str) -> Target:
    """The one thing whose id is this or begins so.

    Raises NotFound where it is shorter than 4 characters, or fits nothing or several things.
    """
    if len(prefix) < SHORTEST_PREFIX:
        raise NotFound(f"{prefix!r} is too short; give at least {SHORTEST_PREFIX} characters of an id")
    start = bindable(prefix)
    found: dict[str, list[str]] = {}
    for sort, table in TABLES.items():
        within = select(table.c.id).where(table.c.id.between(start, start + chr(0x10FFFF)))
        for row in view.rows(within.order_by(table.c.id).limit(2)):
            found.setdefault(row["id"], []).append(sort)
    if start in found:
        return Target(start, tuple(found[start]))
    if not found:
        raise NotFound(f"nothing in {view.path} that can be judged has an id that begins with {prefix!r}")
    if len(found) > 1:
        raise NotFound(f"{' and '.join(sorted(found)[:2])} both begin with {prefix!r}; give more of it")
    return Target(next(iter(found)), tuple(*found.values()))


def record(view: View, of: Target) -> Any:
    """The record itself. Raises NotFound for a target that has no values to correct."""
    read: dict[str, Callable[[list[int]], Mapping[int, Any]]] = {
        "statement": view.statements,
        "figure": view.figures,
        "time": view.times,
        "place": view.places,
    }
    sort = next((one for one in of.sorts if one in read), None)
    if sort is None:
        raise NotFound(
            f"{of.id} is a {of.sorts[0]}: only statements, figures, times and places have values to correct"
        )
    (row,) = view.rows(select(TABLES[sort].c.key).where(TABLES[sort].c.id == of.id))
    return next(iter(read[sort]([row["key"]]).values()))


def source_key(view: View, name: str) -> str:
    """The key of the source of this name. Raises NotFound where no source has it, or several unlike ones do."""
    its = held.statements.c
    asked = (
        select(its.source_name, its.source_kind, its.report, held.reports.c.outlet)
        .join(held.reports)
        .where(func.lower(its.source_name) == bindable(name).lower())
    )
    keys = sorted({identity(*row.values()) for row in view.rows(asked)})
    if not keys:
        raise NotFound(f"no statement in {view.path} has a source of the name {name!r}")
    if len(keys) > 1:
        raise NotFound(
            f"{name!r} is the name of several sources: {'; '.join(keys[:5])}; give one of these keys"
        )
    return keys[0]


def lost(view: View) -> list[Judgement]:
    """The judgements whose statement, link or value is no more, oldest first; a new reading may bring it back.

    Names are not looked for: a judgement on a name waits for whoever bears it.
    """
    on_ids = [one for one in judgements(view) if one.kind != "name"]
    return vanished(on_ids, _known(view, {key for one in on_ids for key in one.target}))


def _known(view: View, ids: Iterable[str]) -> set[str]:
    wanted = sorted(ids)
    return {
        row["id"]
        for table in TABLES.values()
        for row in view.rows_among(select(table.c.id), table.c.id, wanted)
    }
