"""How the schema of a ledger came to be: one file a revision, run by Alembic when a ledger is opened."""
