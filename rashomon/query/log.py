"""The log of judgements: who decided what, on what, when and why, and what became of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import select

from rashomon.model import Judgement
from rashomon.query.decisions import named
from rashomon.query.history import Past, history, told
from rashomon.query.kept import judgements
from rashomon.store import View
from rashomon.store import tables as held


@dataclass(frozen=True, slots=True)
class Subject:
    """What a judgement is on, as a person knows it."""

    words: str
    """Words of the report, a title or a name; an id where it is no more."""
    report: str | None = None
    statement: str | None = None
    claim: str | None = None
    record: Any = None
    """What was read, for a value or a statement."""
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One act of one person."""

    judgements: tuple[Judgement, ...]
    """As it was kept: one, or one for each pair."""
    did: str
    """`rejected`, `corrected act from asserts to denies`."""
    on: tuple[Subject, ...]
    undone: Judgement | None
    """What undid it, if all of it was."""

    @property
    def first(self) -> Judgement:
        """For who, when and why."""
        return self.judgements[0]

    @property
    def gone(self) -> bool:
        """Whether something that it is on is no more: a new reading may bring it back."""
        return any(one.gone for one in self.on)


def log(view: View, *, by: str | None = None, limit: int | None = None) -> list[Entry]:
    """What was decided, the newest first; by one editor if a name is given."""
    past = [one for one in history(judgements(view)) if by is None or one.judgement.by == by]
    acts = [tuple(group) for _, group in groupby(reversed(past), key=_act)][:limit]
    known = subjects(view, (one.judgement for act in acts for one in act))
    return [_entry(act, known) for act in acts]


def editors(view: View) -> list[str]:
    """Who ever decided something, by name."""
    asked = select(held.judgements.c.by).distinct().order_by(held.judgements.c.by)
    return [row["by"] for row in view.rows(asked)]


def _act(past: Past) -> tuple[str, ...]:
    """What judgements of one act share: putting several together, or apart, is kept pair by pair."""
    one = past.judgement
    alike = "" if one.kind in ("link", "name") else one.id
    return one.by, one.at, one.why, one.kind, one.verdict, alike


def _entry(act: Sequence[Past], known: Mapping[str, Subject]) -> Entry:
    first = act[0]
    on = dict.fromkeys(key for one in act for key in _ids(one.judgement))
    undone = first.undone if all(one.undone for one in act) else None
    record = known[_ids(first.judgement)[0]].record
    return Entry(
        tuple(one.judgement for one in act), told(first, record), tuple(known[key] for key in on), undone
    )


def subjects(view: View, decided: Iterable[Judgement]) -> dict[str, Subject]:
    """What these judgements are on, by id or key."""
    links: set[str] = set()
    records: set[str] = set()
    for one in decided:
        (links if one.kind in ("link", "name") else records).update(_ids(one))
    found = {key: Subject(key, gone=True) for key in links | records}
    found |= {
        key: Subject(one.words, one.report, None, one.claim, gone="|" not in key and one.report is None)
        for key, one in named(view, links).items()
    }
    for sort, table, read in (
        ("statement", held.statements, view.statements),
        ("figure", held.figures, view.figures),
        ("time", held.times, view.times),
        ("place", held.places, view.places),
    ):
        its = table.c
        rows = [*view.rows_among(select(its.key, its.id, its.report), its.id, sorted(records))]
        about: Mapping[int, Any] = read([row["key"] for row in rows])
        for row in rows:
            one = about[row["key"]]
            is_statement = sort == "statement"
            found[row["id"]] = Subject(
                one.content.text if is_statement else one.text,
                row["report"],
                one.id if is_statement else getattr(one, "statement", None),
                record=one,
            )
    return found


def _ids(one: Judgement) -> tuple[str, ...]:
    return one.target[:1] if one.kind == "value" else one.target
