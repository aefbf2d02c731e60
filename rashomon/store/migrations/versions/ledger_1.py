"""The first ledger: archive, reports, statements, hops and the full-text index."""

import sqlalchemy as sa
from alembic import op

revision = "1"
down_revision = None


def upgrade() -> None:
    """Make all tables of a new ledger."""
    op.create_table(
        "archive",
        sa.Column("sha256", sa.Text(), primary_key=True),
        sa.Column("data", sa.LargeBinary(), nullable=False),
    )
    _reports()
    _statements()
    op.create_table(
        "hops",
        sa.Column("statement", sa.Integer(), sa.ForeignKey("statements.key"), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("statement", "place"),
        sqlite_with_rowid=False,
    )
    _search()


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("url", sa.Text()),
        sa.Column("outlet", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("byline", sa.Text()),
        sa.Column("published", sa.Text()),
        sa.Column("updated", sa.Text()),
        sa.Column("language", sa.Text()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("found", sa.JSON(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("part", sa.Text()),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("given", sa.JSON(), nullable=False),
        sa.Column("read_by", sa.JSON(), nullable=False),
        sa.Column("not_read", sa.Text()),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["raw"], ["archive.sha256"]),
    )
    op.create_index("reports_by_date", "reports", ["published", "outlet", "id"])
    op.create_index("reports_by_outlet", "reports", ["outlet"])
    op.create_index("reports_by_url", "reports", ["url"])


def _statements() -> None:
    op.create_table(
        "statements",
        sa.Column("key", sa.Integer(), primary_key=True),
        sa.Column("report", sa.Text(), sa.ForeignKey("reports.id"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("source_text", sa.Text()),
        sa.Column("source_spans", sa.JSON()),
        sa.Column("source_name", sa.Text()),
        sa.Column("source_kind", sa.Text()),
        sa.Column("source_office", sa.Text()),
        sa.Column("cue_text", sa.Text()),
        sa.Column("cue_spans", sa.JSON()),
        sa.Column("content_text", sa.Text(), nullable=False),
        sa.Column("content_spans", sa.JSON(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("polarity", sa.Text(), nullable=False),
        sa.Column("commitment", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("inside", sa.Text()),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.UniqueConstraint("id"),
        sa.UniqueConstraint("report", "position"),
    )
    op.create_index("statements_by_source", "statements", ["source_name"])


def _search() -> None:
    """The full-text index keeps no text of its own: it reads it through the view where it needs it."""
    op.execute(
        """
        CREATE VIEW searched AS SELECT
            s.key, s.report, s.content_text AS content, r.title,
            CASE s.source_text WHEN s.source_name THEN '' ELSE s.source_text || ' ' END
                || s.source_name AS source
        FROM statements s JOIN reports r ON r.id = s.report
        """
    )
    op.execute(
        """
        CREATE VIRTUAL TABLE search USING fts5(
            source, content, title,
            content='searched', content_rowid='key', tokenize='unicode61 remove_diacritics 2'
        )
        """
    )
