"""What a public source said: an office holder, an organisation, an outlet, a document.

A private person gets no page. Public is only who is named with an office somewhere in the ledger; all others,
and every unnamed source, are answered as if they were not there.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from sqlalchemy import ColumnElement, RowMapping, func, select

from rashomon.errors import NotFound
from rashomon.model import Act, SourceKind
from rashomon.query.judged import Judged
from rashomon.query.matching import BY_DATE, found_by, phrase
from rashomon.query.statements import StatementRow, statement_rows
from rashomon.store import View
from rashomon.store.tables import reports, search
from rashomon.store.tables import statements as held

ALWAYS_PUBLIC: tuple[SourceKind, ...] = ("organisation", "outlet", "document")
PUBLIC: tuple[SourceKind, ...] = (*ALWAYS_PUBLIC, "named_person")


@dataclass(frozen=True, slots=True)
class PublicSource:
    """A name that a page may be made for, however it is spelt."""

    name: str
    """The spelling met most."""
    spellings: tuple[str, ...]
    """All that differ in capitals, punctuation or a leading `the` alone."""
    kinds: tuple[SourceKind, ...]
    offices: tuple[str, ...]
    statements: int
    """How many it has in the ledger."""


@dataclass(frozen=True, slots=True)
class WhoSaid:
    """The public sources that a name fits; where it fits but one, what it said, oldest first."""

    asked: str
    sources: tuple[PublicSource, ...]
    statements: tuple[StatementRow, ...]


def who_said(view: View, name: str, *, act: Act | None = None, limit: int | None = None) -> WhoSaid:
    """All that the public source of this name said, by one act if asked; where several names fit, only those names.

    A whole name fits, else each name in which these words stand together; capitals do not matter. Raises
    NotFound in the same words for a private person who is in the ledger and for one who is not.
    """
    asked = _words(name)
    near = _public(view, asked) if asked else {}
    fitting = (
        [near[asked]] if asked in near else [near[words] for words in near if f" {asked} " in f" {words} "]
    )
    if not fitting:
        raise NotFound(
            f"{view.path} has no public source of the name {name!r}; private and unnamed people get no page"
        )
    fitting.sort(key=lambda source: (-source.statements, source.name))
    said = _said(view, fitting[0], act, limit) if len(fitting) == 1 else []
    return WhoSaid(name, tuple(fitting), tuple(said))


def public_sources(view: View, *, words: str | None = None, limit: int | None = None) -> list[PublicSource]:
    """The public sources in whose names all of these words begin some word; those with most statements first."""
    wanted = _words(words or "").split()
    found = [
        source
        for name, source in _grouped(view, held.c.source_kind.in_(PUBLIC)).items()
        if all(f" {one}" in f" {name}" for one in wanted)
    ]
    return sorted(found, key=lambda source: (-source.statements, source.name))[:limit]


def _words(name: str) -> str:
    """A name as names are compared."""
    return " ".join(re.findall(r"\w+", name.casefold())).removeprefix("the ")


def _public(view: View, asked: str) -> dict[str, PublicSource]:
    """The public sources in whose name or words the asked words stand, by their words."""
    near = select(search.c.rowid).where(found_by(f"source : {phrase(asked)}"))
    return _grouped(view, held.c.key.in_(near) & held.c.source_kind.in_(PUBLIC))


def _grouped(view: View, among: ColumnElement[bool]) -> dict[str, PublicSource]:
    """The public sources of these statements, by their words."""
    named = (held.c.source_name, held.c.source_kind, held.c.source_office)
    near = (
        select(*named, func.count().label("statements"))
        .where(among)
        .group_by(*named)
        .order_by(func.count().desc(), *named)
    )
    groups: dict[str, list[RowMapping]] = defaultdict(list)
    for row in view.rows(near):
        groups[_words(row["source_name"])].append(row)
    sources = {words: _source(rows) for words, rows in groups.items()}
    return {words: source for words, source in sources.items() if source.kinds}


def _source(rows: list[RowMapping]) -> PublicSource:
    """One source of several spellings; a person in it counts only where an office is known."""
    offices = tuple(dict.fromkeys(row["source_office"] for row in rows if row["source_office"]))
    public = [row for row in rows if row["source_kind"] in ALWAYS_PUBLIC or offices]
    spellings = tuple(dict.fromkeys(row["source_name"] for row in public))
    kinds = tuple(dict.fromkeys(row["source_kind"] for row in public))
    return PublicSource(
        spellings[0] if spellings else "", spellings, kinds, offices, sum(row["statements"] for row in public)
    )


def acts_of(view: View, source: PublicSource) -> list[tuple[Act, int]]:
    """How many statements it has of each act, the commonest first, without those that people rejected."""
    its, now = _its(view, source), Judged(view).acts
    counted = select(held.c.act, func.count().label("number")).where(*its).group_by(held.c.act)
    acts = Counter({row["act"]: row["number"] for row in view.rows(counted)})
    for row in view.rows(select(held.c.id, held.c.act).where(*its, held.c.id.in_(now))) if now else ():
        acts.update({row["act"]: -1})
        acts.update({now[row["id"]]: 1})
    return sorted(((act, count) for act, count in acts.items() if count), key=lambda one: (-one[1], one[0]))


def _its(view: View, source: PublicSource) -> list[ColumnElement[bool]]:
    """What tells the statements of a source from others; those that people rejected are not its."""
    rejected = Judged(view).rejected
    its: list[ColumnElement[bool]] = [
        held.c.source_name.in_(source.spellings),
        held.c.source_kind.in_(source.kinds),
    ]
    return [*its, held.c.id.not_in(rejected)] if rejected else its


def _said(view: View, source: PublicSource, act: Act | None, limit: int | None) -> list[StatementRow]:
    fitting = [*_its(view, source), *([Judged(view).acting([act])] if act else [])]
    chosen = select(held.c.key).join(reports).where(*fitting).order_by(*BY_DATE, held.c.position).limit(limit)
    return statement_rows(view, [row["key"] for row in view.rows(chosen)])
