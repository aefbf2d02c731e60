"""Answers that take long, kept until the ledger changes."""

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")

MOST = 64
"""Answers kept; the one asked for longest ago gives way."""


class Remembered:
    """The answers of one server; each is worked out once for a state of the ledger's files."""

    def __init__(self, ledger: Path) -> None:
        self._files = [ledger, ledger.with_name(f"{ledger.name}-wal")]
        self._kept: OrderedDict[Any, Any] = OrderedDict()
        self._lock = Lock()

    def answer(self, asked: Any, find: Callable[[], T]) -> T:
        """What was found when this was last asked of this state of the ledger, else what is found now."""
        key = asked, self._state()
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                known: T = self._kept[key]
                return known
        found = find()
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return found

    def _state(self) -> tuple[tuple[int, int] | None, ...]:
        """Sizes and times of the files; a reader leaves them as they are."""
        return tuple(_seen(path) for path in self._files)


def _seen(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return (status.st_mtime_ns, status.st_size) if status.st_size else None
