"""Which reports are there, and how much each says on whose word."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import RowMapping, func, select

from rashomon.model import UNNAMED
from rashomon.query.matching import BY_DATE, found_by, full_text, in_reports
from rashomon.query.ordering import has_many, in_report
from rashomon.store import View
from rashomon.store.tables import reports as held
from rashomon.store.tables import search, statements


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in a list: what it is, and what was found in it."""

    id: str
    path: str
    outlet: str | None
    title: str | None
    published: str | None
    updated: str | None
    url: str | None
    language: str | None
    not_read: str | None
    statements: int
    sources: int
    """How many different ones, by name and kind."""
    unnamed: int
    """How many of the sources have no name."""
    version: int
    """Which it is of the reports under its URL, oldest first, from 1."""
    versions: int


def reports(
    view: View,
    *,
    outlet: str | None = None,
    words: str | None = None,
    language: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = None,
) -> list[ReportRow]:
    """The reports that fit all that is asked, oldest first, then by outlet.

    `since` and `until` are days of publication, YYYY-MM-DD, both included; a report without a date fits none.
    `words` are looked for as in `statements`: what finds a report is one of its statements, with the title.
    """
    chosen = select(held.c.id)
    if query := full_text(words):
        if limit is not None and has_many(view, query, search):
            chosen = chosen.where(in_report(statements, search, query).exists())
        else:
            said = select(statements.c.report).join(search, search.c.rowid == statements.c.key)
            chosen = chosen.where(held.c.id.in_(said.where(found_by(query))))
    chosen = chosen.where(*in_reports(view, outlet=outlet, since=since, until=until))
    if language is not None:
        chosen = chosen.where(held.c.language == language)
    return report_rows(view, [row["id"] for row in view.rows(chosen.order_by(*BY_DATE).limit(limit))])


def outlets(view: View) -> list[str]:
    """The outlets of all reports, by name."""
    named = select(held.c.outlet).where(held.c.outlet.is_not(None)).distinct().order_by(held.c.outlet)
    return [row["outlet"] for row in view.rows(named)]


def outlets_and_days(view: View, ids: Collection[str]) -> dict[str, tuple[str | None, str | None]]:
    """The outlet and the day of publication of each of these reports, by id."""
    asked = select(held.c.id, held.c.outlet, held.c.published)
    rows = view.rows_among(asked, held.c.id, sorted(ids))
    return {row["id"]: (row["outlet"], row["published"]) for row in rows}


def report_rows(view: View, ids: Sequence[str]) -> list[ReportRow]:
    """The reports with these ids, in the order of the ids."""
    columns = [held.c[name] for name in ReportRow.__dataclass_fields__ if name in held.c]
    rows = {row["id"]: row for row in view.rows_among(select(*columns), held.c.id, ids)}
    counts = _counts(view, ids)
    versions = _versions(view, [row["url"] for row in rows.values() if row["url"] is not None])
    return [_row(rows[key], counts.get(key), versions.get(rows[key]["url"], [key])) for key in ids]


def _row(row: RowMapping, counted: RowMapping | None, versions: list[str]) -> ReportRow:
    found: dict[str, Any] = {
        name: counted[name] if counted else 0 for name in ("statements", "sources", "unnamed")
    }
    return ReportRow(**dict(row), **found, version=versions.index(row["id"]) + 1, versions=len(versions))


def _counts(view: View, ids: Sequence[str]) -> dict[str, RowMapping]:
    """Statements and sources of each report that has any."""
    source = statements.c.source_kind + " " + statements.c.source_name
    counted = select(
        statements.c.report,
        func.count().label("statements"),
        func.count(source.distinct()).label("sources"),
        func.count(source.distinct()).filter(statements.c.source_kind.in_(UNNAMED)).label("unnamed"),
    ).group_by(statements.c.report)
    return {row["report"]: row for row in view.rows_among(counted, statements.c.report, ids)}


def _versions(view: View, urls: Sequence[str]) -> dict[str, list[str]]:
    """The ids under each URL, oldest first, as `View.versions` has them."""
    when = func.coalesce(held.c.updated, held.c.published)
    found: dict[str, list[str]] = defaultdict(list)
    same = select(held.c.url, held.c.id).order_by(when, held.c.id)
    for row in view.rows_among(same, held.c.url, list(dict.fromkeys(urls))):
        found[row["url"]].append(row["id"])
    return found
