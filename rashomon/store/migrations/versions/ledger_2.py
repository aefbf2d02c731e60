"""Figures, times, places and events. A ledger of revision 1 has none until its reports are read again."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "2"
down_revision = "1"


def upgrade() -> None:
    """Make the tables of what is claimed, and the full-text indexes over them."""
    _figures()
    _times()
    _places()
    _events()
    _search_figures()
    _search_events()


def _text(name: str, **options: Any) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), **options)


def _in_reports(name: str, *more: SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("key", sa.Integer(), primary_key=True),
        sa.Column("report", sa.Text(), sa.ForeignKey("reports.id"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        _text("id", nullable=False),
        *more,
        sa.UniqueConstraint("id"),
        sa.UniqueConstraint("report", "position"),
    )


def _of_event(name: str, *more: SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("event", sa.Integer(), sa.ForeignKey("events.key"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *more,
        sa.PrimaryKeyConstraint("event", "position"),
        sqlite_with_rowid=False,
    )


def _figures() -> None:
    _in_reports(
        "figures",
        _text("kind", nullable=False),
        _text("text", nullable=False),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("low", sa.Integer()),
        sa.Column("best", sa.Integer()),
        sa.Column("high", sa.Integer()),
        _text("bound", nullable=False),
        _text("of"),
        _text("rule", nullable=False),
        _text("statement"),
        sa.Column("cumulative", sa.Boolean(), nullable=False),
        sa.Column("superseded", sa.Boolean(), nullable=False),
        _text("part_of"),
    )
    op.create_index("figures_by_kind", "figures", ["kind"])


def _times() -> None:
    _in_reports(
        "times",
        _text("text", nullable=False),
        sa.Column("spans", sa.JSON(), nullable=False),
        _text("kind", nullable=False),
        _text("value"),
        _text("start"),
        _text("end"),
        _text("precision"),
    )


def _places() -> None:
    _in_reports(
        "places",
        _text("text", nullable=False),
        sa.Column("spans", sa.JSON(), nullable=False),
        _text("name"),
        sa.Column("geonames", sa.Integer()),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        _text("kind"),
        _text("country"),
        _text("adm_1"),
        _text("adm_2"),
    )


def _events() -> None:
    _in_reports(
        "events",
        _text("words_text", nullable=False),
        sa.Column("words_spans", sa.JSON(), nullable=False),
        _text("plover", nullable=False),
        _text("mode"),
        _text("acled"),
        _text("sub_event"),
        sa.Column("ucdp", sa.Integer()),
        _text("ucdp_note"),
        _text("when"),
        _text("place"),
        _text("statement"),
        _text("polarity", nullable=False),
    )
    _of_event(
        "actors",
        _text("words_text", nullable=False),
        sa.Column("words_spans", sa.JSON(), nullable=False),
        _text("name", nullable=False),
        _text("role", nullable=False),
        _text("kind", nullable=False),
        _text("inter"),
        _text("sector"),
        _text("country"),
    )
    _of_event("event_figures", sa.Column("figure", sa.Text(), sa.ForeignKey("figures.id"), nullable=False))
    op.create_index("event_figures_by_figure", "event_figures", ["figure"])


SOURCE = """coalesce(CASE s.source_text WHEN s.source_name THEN '' ELSE s.source_text || ' ' END
                || s.source_name, '')"""
PLACE = "coalesce(p.text, '') || ' ' || coalesce(p.name, '')"


def _search_figures() -> None:
    """A figure is found by its own words, those of the statement it stands in and of the events it counts."""
    op.execute(
        f"""
        CREATE VIEW searched_figures AS SELECT
            f.key, f.report, r.title, {SOURCE} AS source,
            f.text || ' ' || coalesce(s.content_text, '') || ' ' || coalesce((
                SELECT group_concat(e.words_text, ' ')
                FROM event_figures ef JOIN events e ON e.key = ef.event WHERE ef.figure = f.id
            ), '') AS content,
            coalesce((
                SELECT group_concat({PLACE}, ' ') FROM event_figures ef
                JOIN events e ON e.key = ef.event JOIN places p ON p.id = e.place WHERE ef.figure = f.id
            ), '') AS place
        FROM figures f JOIN reports r ON r.id = f.report LEFT JOIN statements s ON s.id = f.statement
        """  # noqa: S608  # no value from outside is in it
    )
    op.execute(
        """
        CREATE VIRTUAL TABLE search_figures USING fts5(
            content, source, place, title,
            content='searched_figures', content_rowid='key', tokenize='unicode61 remove_diacritics 2'
        )
        """
    )


def _search_events() -> None:
    """An event is found by its own words and those of the statement that says so, its actors and its place."""
    op.execute(
        f"""
        CREATE VIEW searched_events AS SELECT
            e.key, e.report, r.title, {SOURCE} AS source,
            e.words_text || ' ' || coalesce(s.content_text, '') AS content,
            coalesce((
                SELECT group_concat(a.words_text || ' ' || a.name, ' ') FROM actors a WHERE a.event = e.key
            ), '') AS actors,
            {PLACE} AS place
        FROM events e JOIN reports r ON r.id = e.report
        LEFT JOIN statements s ON s.id = e.statement LEFT JOIN places p ON p.id = e.place
        """  # noqa: S608  # no value from outside is in it
    )
    op.execute(
        """
        CREATE VIRTUAL TABLE search_events USING fts5(
            content, actors, source, place, title,
            content='searched_events', content_rowid='key', tokenize='unicode61 remove_diacritics 2'
        )
        """
    )
