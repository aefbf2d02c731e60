"""Indexes by which a list finds its first rows without reading the rest, and searches that people saved."""

import sqlalchemy as sa
from alembic import op

revision = "4"
down_revision = "3"


def upgrade() -> None:
    """Make the indexes that lists and pictures go by, and the table of saved searches."""
    op.create_index(
        "reports_in_order", "reports", [sa.text("published IS NULL"), "published", "outlet", "id"]
    )
    op.create_index("statements_by_act", "statements", ["act", "report", "position"])
    op.create_index("statements_by_confidence", "statements", ["confidence"])
    op.drop_index("figures_by_kind", "figures")
    op.create_index("figures_by_kind", "figures", ["kind", "report", "position"])
    op.create_index("times_by_day", "times", [sa.text('coalesce("start", "end")'), "start", "end", "id"])
    op.create_index("events_by_time", "events", ["when"])
    op.create_index("claims_by_dispute", "claims", ["disputed", "reports", "id"])
    op.create_table(
        "saved",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
