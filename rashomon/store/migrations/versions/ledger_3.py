"""Links between reports, and judgements. What a ledger of revision 2 holds is linked when `rashomon link` is run."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "3"
down_revision = "2"


def upgrade() -> None:
    """Make the tables of what links reports, and of what people decided."""
    _reports()
    _copies()
    _retellings()
    _propositions()
    _claims()
    _judgements()


def _text(name: str, **options: Any) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), **options)


def _keys(name: str) -> None:
    op.create_table(
        name,
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("spot", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "spot"),
        sqlite_with_rowid=False,
    )


def _in_reports(*names: str) -> tuple[SchemaItem, ...]:
    return tuple(sa.ForeignKeyConstraint([name], ["reports.id"]) for name in names)


def _reports() -> None:
    op.create_table(
        "linked",
        sa.Column("spot", sa.Integer(), primary_key=True),
        _text("report", nullable=False),
        _text("family"),
        sa.UniqueConstraint("report"),
        *_in_reports("report"),
    )
    _keys("report_keys")


def _copies() -> None:
    op.create_table(
        "copies",
        _text("a", nullable=False),
        _text("b", nullable=False),
        _text("kind", nullable=False),
        sa.Column("share_of_shorter", sa.Float(), nullable=False),
        sa.Column("share_of_longer", sa.Float(), nullable=False),
        _text("first"),
        sa.Column("passages", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("a", "b"),
        *_in_reports("a", "b"),
    )
    op.create_index("copies_by_b", "copies", ["b"])


def _retellings() -> None:
    op.create_table(
        "retellings",
        _text("report", nullable=False),
        _text("outlet", nullable=False),
        _text("of"),
        _text("kind", nullable=False),
        _text("statement"),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        _text("why", nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        _text("family"),
        _text("shown", nullable=False),
        sa.PrimaryKeyConstraint("report", "position"),
        *_in_reports("report"),
    )
    op.create_index("retellings_by_of", "retellings", ["of"])


def _propositions() -> None:
    op.create_table(
        "propositions",
        sa.Column("spot", sa.Integer(), primary_key=True),
        _text("id", nullable=False),
        _text("report", nullable=False),
        _text("data", nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        _text("claim"),
        _text("side", nullable=False),
        sa.UniqueConstraint("id"),
        *_in_reports("report"),
    )
    op.create_index("propositions_by_report", "propositions", ["report"])
    op.create_index("propositions_by_claim", "propositions", ["claim"])
    _keys("proposition_keys")
    op.create_table(
        "likenesses",
        sa.Column("a", sa.Integer(), nullable=False),
        sa.Column("b", sa.Integer(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("a", "b"),
        sqlite_with_rowid=False,
    )
    op.create_index("likenesses_by_b", "likenesses", ["b"])


def _claims() -> None:
    op.create_table(
        "claims",
        _text("id", nullable=False),
        _text("text", nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.Column("members", sa.Integer(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("claims_by_reports", "claims", ["reports"])


def _judgements() -> None:
    op.create_table(
        "judgements",
        _text("id", nullable=False),
        _text("kind", nullable=False),
        sa.Column("target", sa.JSON(), nullable=False),
        _text("verdict", nullable=False),
        _text("value"),
        _text("by", nullable=False),
        _text("at", nullable=False),
        _text("why", nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
