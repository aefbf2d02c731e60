"""Which statements are there: by whom, in which act, in which report, with which words."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement

from rashomon.model import Act, Statement
from rashomon.query.context import contexts
from rashomon.query.judged import Judged
from rashomon.query.matching import BY_DATE, NEWEST_FIRST, full_text, in_reports, reported
from rashomon.query.ordering import in_order
from rashomon.store import View
from rashomon.store.tables import search
from rashomon.store.tables import statements as held


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement and the report it stands in."""

    report: str
    outlet: str | None
    published: str | None
    title: str | None
    sentence: str
    """The sentence in which its content stands."""
    statement: Statement
    """With the values that people corrected."""
    corrected: tuple[str, ...] = ()
    """The fields of it that people corrected."""


def statements(
    view: View,
    *,
    source: str | None = None,
    act: Act | Collection[Act] | None = None,
    outlet: str | None = None,
    words: str | None = None,
    since: str | None = None,
    until: str | None = None,
    report: str | None = None,
    min_confidence: float = 0.0,
    newest: bool = False,
    rejected: bool = False,
    limit: int | None = None,
) -> list[StatementRow]:
    """The statements that fit all that is asked, oldest report first and in the order of the text.

    With `newest` the newest report stands first; what has no date stands last either way.

    All `words` must occur in source, content or title together, "quoted phrases" as they stand; those of
    `source` in the words or the name of the source. `since` and `until` are days of publication, YYYY-MM-DD, both
    included. `report` is a whole id. What people rejected is left out, or with `rejected` alone there;
    an act that they corrected counts as corrected.
    """
    among = in_reports(view, outlet=outlet, since=since, until=until, report=report)
    fitting: list[ColumnElement[bool]] = []
    judged = Judged(view)
    if act is not None:
        fitting.append(judged.acting([act] if isinstance(act, str) else act))
    if min_confidence > 0:
        fitting.append(held.c.confidence >= min_confidence)
    if judged.rejected or rejected:
        thrown = held.c.id.in_(judged.rejected)
        fitting.append(thrown if rejected else ~thrown)
    order = NEWEST_FIRST if newest else BY_DATE
    query = full_text(words, source=source)
    return statement_rows(
        view, in_order(view, held, order, among, fitting, index=search, query=query, limit=limit)
    )


def statement_rows(view: View, keys: Sequence[int]) -> list[StatementRow]:
    """The statements with these keys, in the order of the keys, each with its report."""
    about = reported(view, held, keys)
    sentences = contexts(view, held, "content_spans", keys)
    judged = Judged(view)
    return [
        StatementRow(
            **about[key],
            sentence=sentences[key],
            statement=judged.record(one),
            corrected=judged.corrected(one.id),
        )
        for key, one in view.statements(keys).items()
    ]
