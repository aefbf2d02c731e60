"""Limits, and where files of the user are: the ledger, asked at the edge and passed in; actors, asked where loaded."""

import os
from pathlib import Path

MAX_CHARACTERS = 1_000_000
"""Longest clean text of one report. A long feature has 60,000; the parser's memory grows with the text."""

MAX_REPORT_BYTES = 20_000_000
"""Largest single page, text or archive record, as bytes, before anything is parsed."""

LEDGER_VARIABLE = "RASHOMON_LEDGER"
DEFAULT_LEDGER = Path("rashomon.db")
TOKEN_VARIABLE = "RASHOMON_TOKEN"  # noqa: S105  # the name of a variable
ACTORS_VARIABLE = "RASHOMON_ACTORS"


def ledger_path(option: Path | None = None) -> Path:
    """The ledger to use: the option, else the variable RASHOMON_LEDGER, else `rashomon.db` here."""
    if option is not None:
        return option
    named = os.environ.get(LEDGER_VARIABLE)
    return Path(named) if named else DEFAULT_LEDGER


def actors_path() -> Path | None:
    """The user's own table of actors: the variable RASHOMON_ACTORS; None where there is none."""
    named = os.environ.get(ACTORS_VARIABLE)
    return Path(named) if named else None
