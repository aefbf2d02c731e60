"""What a person who goes through a report's statements needs to know of each: what others decided on it."""

from collections import defaultdict
from dataclasses import dataclass, replace

from rashomon.model import Reading, Statement
from rashomon.query.history import Past, history
from rashomon.query.judged import Judged
from rashomon.query.kept import judgements
from rashomon.store import View


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A statement with all that was decided on it."""

    number: int
    """Its place in the report, from 1."""
    statement: Statement
    """With the values that people corrected."""
    read: Statement
    """As it was read."""
    rejected: bool
    corrected: tuple[str, ...]
    """The fields that people corrected."""
    history: tuple[Past, ...]
    """All that was decided, oldest first."""

    @property
    def standing(self) -> tuple[Past, ...]:
        """What was decided and not undone, also where a later decision counts instead."""
        return tuple(one for one in self.history if not one.undone and one.judgement.verdict != "undo")

    @property
    def by(self) -> tuple[str, ...]:
        """Who decided something that was not undone."""
        return tuple(dict.fromkeys(one.judgement.by for one in self.standing))

    @property
    def disputed(self) -> bool:
        """Whether two people's last words on one and the same thing differ."""
        last: dict[tuple[str, ...], dict[str, tuple[str, str | None]]] = defaultdict(dict)
        for one in (past.judgement for past in self.standing):
            last[one.target][one.by] = one.verdict, one.value
        return any(len({*said.values()}) > 1 for said in last.values())


@dataclass(frozen=True, slots=True)
class Review:
    """A report as it is gone through."""

    reading: Reading
    """Its statements as they were judged, those that were rejected among them; the rest as it was read."""
    statements: tuple[Reviewed, ...]


def review(view: View, report: str) -> Review:
    """The statements of a report, in the order of the text. Raises NotFound."""
    read, judged = view.reading(report), Judged(view)
    ids = {one.id for one in read.statements}
    on: dict[str, list[Past]] = defaultdict(list)
    mine = (one for one in judgements(view) if one.kind in ("statement", "value") and one.target[0] in ids)
    for past in history(mine):
        on[past.judgement.target[0]].append(past)
    statements = tuple(judged.record(one) for one in read.statements)
    return Review(
        replace(read, statements=statements),
        tuple(
            Reviewed(number, now, was, was.id in judged.rejected, judged.corrected(was.id), tuple(on[was.id]))
            for number, (now, was) in enumerate(zip(statements, read.statements, strict=True), 1)
        ),
    )
