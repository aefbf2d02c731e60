"""How a page gets at the ledger."""

from pathlib import Path
from typing import Annotated

from fastapi import Depends, Request


def _of_app(request: Request) -> Path:
    path: Path = request.app.state.ledger
    return path


Ledger = Annotated[Path, Depends(_of_app)]
"""The ledger that is served. A page opens it itself: SQLite wants a connection to stay in its thread."""
