"""The judgements of a ledger, each read once: they are only ever added to, and nearly every question asks for them."""

from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from sqlalchemy import Integer, literal_column, select

from rashomon.link.judgements import in_order, standing
from rashomon.model import Judgement
from rashomon.store import View
from rashomon.store.rows import from_row
from rashomon.store.tables import judgements as held

MOST = 8
"""Ledgers whose judgements are remembered; the one asked for longest ago gives way."""


@dataclass(frozen=True, slots=True)
class _Kept:
    rows: tuple[Judgement, ...] = ()
    """As they were kept, one after the other."""
    ordered: tuple[Judgement, ...] = ()
    standing: tuple[Judgement, ...] = ()


_known: OrderedDict[Path, _Kept] = OrderedDict()
_lock = Lock()


def judgements(view: View) -> list[Judgement]:
    """All judgements, oldest first, those included that a later one replaced."""
    return [*_kept(view).ordered]


def standing_in(view: View) -> list[Judgement]:
    """Those that count: the last on each target that was not undone."""
    return [*_kept(view).standing]


def _kept(view: View) -> _Kept:
    with _lock:
        known = _known.pop(view.path, _Kept())
        new = _since(view, len(known.rows))
        if known.rows and new[:1] != list(known.rows[-1:]):  # another ledger has taken the name
            known, new = _Kept(), _since(view, 0)
        rows = (*known.rows[:-1], *new)
        if len(rows) != len(known.rows):
            known = _Kept(rows, tuple(in_order(rows)), tuple(standing(rows)))
        _known[view.path] = known
        while len(_known) > MOST:
            _known.popitem(last=False)
        return known


def _since(view: View, last: int) -> list[Judgement]:
    """Those from the last known on. SQLite numbers rows from 1, and without a gap where none is taken out."""
    number = literal_column("judgements.rowid", Integer)
    return [
        from_row(Judgement, row) for row in view.rows(select(held).where(number >= last).order_by(number))
    ]
