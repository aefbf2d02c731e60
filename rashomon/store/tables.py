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
    text,
)
from sqlalchemy.types import TypeEngine

from rashomon.model import (
    Actor,
    Claim,
    Copy,
    Event,
    Figure,
    Hop,
    Judgement,
    Place,
    Raw,
    Reading,
    Report,
    Retelling,
    Statement,
    When,
)
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
    Index("reports_in_order", text("published IS NULL"), "published", "outlet", "id"),  # undated ones last
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
    "statements",
    Statement,
    Index("statements_by_source", "source_name"),
    Index("statements_by_act", "act", "report", "position"),
    Index("statements_by_confidence", "confidence"),
    without=("chain",),
)
figures = _in_reports("figures", Figure, Index("figures_by_kind", "kind", "report", "position"))
times = _in_reports(
    "times", When, Index("times_by_day", text('coalesce("start", "end")'), "start", "end", "id")
)
places = _in_reports("places", Place)
events = _in_reports("events", Event, Index("events_by_time", "when"), without=("actors", "figures"))

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

linked = Table(
    "linked",  # the reports whose links are in the tables below
    metadata,
    Column("spot", Integer, primary_key=True),  # its day, then a hash of its id: neighbours lie together
    Column("report", Text, ForeignKey("reports.id"), nullable=False),
    Column("family", Text),  # what its outlet belongs to
    UniqueConstraint("report"),
)


def _keys(name: str) -> Table:
    """A table of the keys by which something is looked up: neighbours are those of one key and near spots.

    Made again from nothing whenever links are, so no foreign keys slow it.
    """
    return Table(
        name,
        metadata,
        Column("key", Integer, nullable=False),
        Column("spot", Integer, nullable=False),
        PrimaryKeyConstraint("key", "spot"),
        sqlite_with_rowid=False,
    )


report_keys = _keys("report_keys")

copies = Table(
    "copies",
    metadata,
    *columns(Copy),
    PrimaryKeyConstraint("a", "b"),
    ForeignKeyConstraint(["a"], ["reports.id"]),
    ForeignKeyConstraint(["b"], ["reports.id"]),
    Index("copies_by_b", "b"),
)

retellings = Table(
    "retellings",
    metadata,
    *columns(Retelling),
    Column("position", Integer, nullable=False),  # in the report, from 0
    Column("family", Text),  # what the outlet retold belongs to
    Column("shown", Text, nullable=False),  # the reason without what tells which report is meant
    PrimaryKeyConstraint("report", "position"),
    ForeignKeyConstraint(["report"], ["reports.id"]),
    Index("retellings_by_of", "of"),
)

propositions = Table(
    "propositions",
    metadata,
    Column("spot", Integer, primary_key=True),  # the day it is about, a hash of its id, its sort
    Column("id", Text, nullable=False),  # that of the member of a claim
    Column("report", Text, ForeignKey("reports.id"), nullable=False),
    Column("data", Text, nullable=False),  # the record as JSON, without its vector
    Column("vector", LargeBinary, nullable=False),
    Column("claim", Text),
    Column("side", Text, nullable=False),  # on which it stands in the claim
    UniqueConstraint("id"),
    Index("propositions_by_report", "report"),
    Index("propositions_by_claim", "claim"),
)

proposition_keys = _keys("proposition_keys")

likenesses = Table(
    "likenesses",
    metadata,
    Column("a", Integer, nullable=False),  # the smaller spot
    Column("b", Integer, nullable=False),
    Column("score", Float, nullable=False),
    PrimaryKeyConstraint("a", "b"),
    Index("likenesses_by_b", "b", "score"),
    sqlite_with_rowid=False,
)

claims = Table(
    "claims",
    metadata,
    *columns(Claim, without=("members",)),
    Column("members", Integer, nullable=False),  # how many
    Column("reports", Integer, nullable=False),  # in how many
    PrimaryKeyConstraint("id"),
    Index("claims_by_reports", "reports"),
    Index("claims_by_dispute", "disputed", "reports", "id"),
)

judgements = Table(
    "judgements",
    metadata,
    *columns(Judgement),
    PrimaryKeyConstraint("id"),
)

saved = Table(
    "saved",  # searches that people saved
    metadata,
    Column("name", Text, nullable=False),
    Column("address", Text, nullable=False),  # path and query
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    PrimaryKeyConstraint("name"),
)

search = table("search", column("rowid", Integer))
search_figures = table("search_figures", column("rowid", Integer))
search_events = table("search_events", column("rowid", Integer))
