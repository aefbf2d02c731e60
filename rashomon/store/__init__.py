"""The ledger: one SQLite file with every report, its archived bytes and all that was read in it."""

from rashomon.store.view import View
from rashomon.store.writer import Writer

__all__ = ["View", "Writer"]
