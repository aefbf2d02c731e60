"""From what a person says (a verdict, and on what) to the judgement that the ledger keeps."""

import datetime
from collections.abc import Sequence
from dataclasses import fields

from sqlalchemy import select

from rashomon.errors import Misjudged, NotFound
from rashomon.link.corrections import OF_SOURCE, WORDS, kept
from rashomon.link.judgements import as_judged, judgement, undone
from rashomon.model import Figure, Judgement, Place, Statement, Verdict, When
from rashomon.query.judged import Judged
from rashomon.query.kept import judgements
from rashomon.query.targets import Target, record, source_key, target
from rashomon.store import View
from rashomon.store import tables as held
from rashomon.store.view import SHORTEST_PREFIX

_FIELDS = {field.name for kind in (Statement, Figure, When, Place) for field in fields(kind)} | {*OF_SOURCE}


def now() -> str:
    """The time of a judgement."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def decide(
    view: View,
    verdict: Verdict,
    on: Sequence[str],
    *,
    by: str,
    at: str,
    why: str = "",
    value: str | None = None,
    names: bool = False,
    beside: Sequence[Judgement] = (),
) -> Judgement:
    """The judgement, not kept yet: `link.linker.judge` keeps it.

    `on` is one statement; two members, claims or reports that are linked; a record and the name of a field, to
    `correct` to `value` or to accept or reject the value there; with `names` one or two sources, by name or key; or to
    `undo`, one judgement. Ids may be cut short. `beside` was decided in the same act. Raises NotFound for what the
    ledger does not hold, Misjudged for what does not fit.
    """
    if verdict == "undo":
        return _undo(view, on, by=by, at=at, why=why)
    if names:
        keys = [one if "|" in one else source_key(view, one) for one in on]
        return judgement("name", keys, verdict, by=by, at=at, why=why, value=value)
    if verdict == "correct" or (len(on) == 2 and on[1] in _FIELDS):
        if len(on) != 2 or (verdict == "correct" and value is None):
            raise Misjudged("to correct, give an id, a field and the right value")
        return _value(view, target(view, on[0]), on[1], verdict, value, beside, by=by, at=at, why=why)
    ids = [target(view, one).id for one in on]
    if value is not None:
        raise Misjudged(f"a judgement to {verdict} needs no value")
    return judgement("statement" if len(on) == 1 else "link", ids, verdict, by=by, at=at, why=why)


def _value(
    view: View,
    of: Target,
    field: str,
    verdict: Verdict,
    value: str | None,
    beside: Sequence[Judgement],
    *,
    by: str,
    at: str,
    why: str,
) -> Judgement:
    read = record(view, of)
    if field not in {one.name for one in fields(read)} | (
        {*OF_SOURCE} if isinstance(read, Statement) else set()
    ):
        raise Misjudged(f"a {type(read).__name__.lower()} has no {field}")
    if isinstance(read, Statement):
        if field in OF_SOURCE and as_judged(Judged(view).record(read), of.id, beside).source is None:
            raise Misjudged("no words of this statement name a source; give its source first")
        if field in WORDS and value is not None:
            value = kept(value, _text(view, read), read.content.start)
    decided = judgement("value", (of.id, field), verdict, by=by, at=at, why=why, value=value)
    as_judged(read, of.id, [decided])
    return decided


def _text(view: View, statement: Statement) -> str:
    its = held.statements.c
    (row,) = view.rows(select(held.reports.c.text).join(held.statements).where(its.id == statement.id))
    return str(row["text"])


def _undo(view: View, on: Sequence[str], *, by: str, at: str, why: str) -> Judgement:
    if len(on) != 1 or len(on[0]) < SHORTEST_PREFIX:
        raise Misjudged("to undo, give the id of one judgement: `rashomon judgements` lists them")
    given = judgements(view)
    found = [one for one in given if one.id.startswith(on[0])]
    if len(found) != 1:
        raise NotFound(
            f"{'several judgements have' if found else 'no judgement has'} an id that begins with {on[0]!r}"
        )
    if found[0].id in (gone := undone(given)):
        raise Misjudged(f"that was undone already, by {gone[found[0].id].by}")
    return judgement(found[0].kind, found[0].target, "undo", by=by, at=at, why=why, value=found[0].id)
