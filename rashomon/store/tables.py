"""The tables of a ledger, made from the records in `model`.

What a migration leaves behind must equal these; a test compares. The full-text indexes `search...` and the
views `searched...` that feed them are no tables of SQLAlchemy's and stand in the migrations alone.
"""

from collections.abc import Collection, Iterator
from typing import Any, Literal, get_origin

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    column,
    table,
)
from sqlalchemy.types import TypeEngine

from rashomon.model import Actor, Event, Figure, Hop, Place, Raw, Reading, Report, Statement, When
from rashomon.store.rows import shape


def columns(
    record: type,
    *,
    only: Collection[str] = (),
    without: Collection[str] = (),
    prefix: str = "",
    null: bool = False,
) -> Iterator[Column[Any]]:
    """A column for each field of a record; the fields of a nested record follow its name."""
    for field in shape(record):
        if field.name in without or (only and field.name not in only):
            continue
        nullable = null or field.nullable
        if field.nested:
            yield from columns(field.type, prefix=f"{prefix}{field.name}_", null=nullable)
        else:
            yield Column(prefix + field.name, _column_type(field.type), nullable=nullable)


def _column_type(kind: Any) -> TypeEngine[Any]:
    if get_origin(kind) in (tuple, dict):
        return JSON(none_as_null=True)
    if get_origin(kind) is Literal:
        return Text()
    plain: dict[Any, TypeEngine[Any]] = {str: Text(), bool: Boolean(), int: Integer(), float: Float()}
    return plain[kind]


metadata = MetaData()

archive = Table(
    "archive",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),  # the bytes, compressed by zlib
)

RAW_FIELDS = ("media_type", "given")  # path, part and the bytes' hash are fields of the report too
READING_FIELDS = ("read_by", "not_read")

reports = Table(
    "reports",
    metadata,
    *columns(Report),
    *columns(Raw, only=RAW_FIELDS),
    *columns(Reading, only=READING_FIELDS),
    PrimaryKeyConstraint("id"),
    ForeignKeyConstraint(["raw"], ["archive.sha256"]),
    Index("reports_by_date", "published", "outlet", "id"),
    Index("reports_by_outlet", "outlet"),
    Index("reports_by_url", "url"),
)


def _in_reports(name: str, record: type, *more: Index, without: Collection[str] = ()) -> Table:
    """A table of what is read in reports, a row for each."""
    return Table(
        name,
        metadata,
        Column("key", Integer, primary_key=True),  # small, and the row of a full-text index
        Column("report", Text, ForeignKey("reports.id"), nullable=False),
        Column("position", Integer, nullable=False),  # in the report, from 0
        *columns(record, without=without),
        UniqueConstraint("id"),
        UniqueConstraint("report", "position"),
        *more,
    )


statements = _in_reports(
    "statements", Statement, Index("statements_by_source", "source_name"), without=("chain",)
)
figures = _in_reports("figures", Figure, Index("figures_by_kind", "kind"))
times = _in_reports("times", When)
places = _in_reports("places", Place)
events = _in_reports("events", Event, without=("actors", "figures"))

hops = Table(
    "hops",
    metadata,
    Column("statement", Integer, ForeignKey("statements.key"), nullable=False),
    Column("place", Integer, nullable=False),  # in the chain, from 0: the outermost
    *columns(Hop),
    PrimaryKeyConstraint("statement", "place"),
    sqlite_with_rowid=False,
)

actors = Table(
    "actors",
    metadata,
    Column("event", Integer, ForeignKey("events.key"), nullable=False),
    Column("position", Integer, nullable=False),  # in the event, from 0
    *columns(Actor),
    PrimaryKeyConstraint("event", "position"),
    sqlite_with_rowid=False,
)

event_figures = Table(
    "event_figures",
    metadata,
    Column("event", Integer, ForeignKey("events.key"), nullable=False),
    Column("position", Integer, nullable=False),  # in the event, from 0
    Column("figure", Text, ForeignKey("figures.id"), nullable=False),
    PrimaryKeyConstraint("event", "position"),
    Index("event_figures_by_figure", "figure"),
    sqlite_with_rowid=False,
)

search = table("search", column("rowid", Integer))
search_figures = table("search_figures", column("rowid", Integer))
search_events = table("search_events", column("rowid", Integer))
