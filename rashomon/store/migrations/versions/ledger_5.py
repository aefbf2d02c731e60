"""Links are found by other numbers. What a ledger of revision 4 holds is linked again when `rashomon link` is run."""

from alembic import op

revision = "5"
down_revision = "4"


def upgrade() -> None:
    """Forget all links, which `rashomon link` makes again, and make the index that groups are found by."""
    for table in (
        "linked",
        "report_keys",
        "copies",
        "retellings",
        "propositions",
        "proposition_keys",
        "likenesses",
        "claims",
    ):
        op.execute(f"DELETE FROM {table}")  # noqa: S608
    op.drop_index("likenesses_by_b", "likenesses")
    op.create_index("likenesses_by_b", "likenesses", ["b", "score"])
