"""Opening a ledger file: is it one, is it of our schema, and what to say when it is not."""

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DatabaseError, IntegrityError, InterfaceError, ProgrammingError
from sqlalchemy.pool import NullPool

from rashomon.errors import LedgerError, LedgerMissing, LedgerTooNew

HEAD = 5
"""The newest revision in `migrations/`, kept here so that Alembic is imported only to migrate."""

APPLICATION = int.from_bytes(b"RSHM", "big")
"""Marks the file as a ledger (PRAGMA application_id), for other programs migrate by Alembic too."""

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_SECONDS = 30
CACHE_KB = 65536
"""Pages that a writer keeps at hand: the upper ones of the keys by which a hundred thousand reports are linked."""

LOGGED_PAGES = 8000
"""Pages of the log, 32 MB, after which it is put into the file: a report changes some 300 pages, more than half of
which one of the 60 before it changed too."""


def open_to_write(path: Path) -> Connection:
    """A connection whose transactions take the write lock at once; makes or upgrades the ledger.

    Raises LedgerError, and LedgerTooNew where a newer Rashomon wrote it.
    """
    with in_plain_words(path):
        _refuse_folder(path)
        if not path.parent.is_dir():
            raise LedgerError(f"there is no folder {path.parent} to keep a ledger in; make it first")
        connection = _connect(path, "rwc")
        try:
            _bring_up_to_date(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def open_to_read(path: Path) -> Connection:
    """A connection that cannot write and sees each report as soon as it is committed.

    A ledger of an older schema is upgraded first. Raises LedgerMissing, LedgerError, LedgerTooNew.
    """
    with in_plain_words(path):
        if not path.exists():
            raise LedgerMissing(f"there is no ledger at {path}; `rashomon add` makes one")
        _refuse_folder(path)
        connection = _connect(path, "ro")
        try:
            current = _revision(connection, path) == HEAD
        except BaseException:
            connection.close()
            raise
        if current:
            return connection
        connection.close()
    open_to_write(path).close()
    with in_plain_words(path):
        return _connect(path, "ro")


@contextlib.contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system raise into a LedgerError that says what to do."""
    try:
        yield
    except (IntegrityError, InterfaceError, ProgrammingError):  # our own mistakes, not the ledger's
        raise
    except DatabaseError as error:
        reason = str(error.orig)
        remedy = next((words for sign, words in _REMEDIES.items() if sign in reason), reason)
        raise LedgerError(f"{path} {remedy}") from error
    except OSError as error:
        raise LedgerError(f"{path} cannot be opened: {error.strerror}") from error


_REMEDIES = {
    "locked": f"is busy: another process kept writing to it for {BUSY_SECONDS} seconds; try again later",
    "not a database": "is not a ledger; name another file",
    "unable to open": "cannot be opened: check that you may read it, and write in its folder",
    "readonly": "cannot be written: check the permissions of the file and its folder",
    "disk is full": "cannot be written: the disk is full; reports already added are safe",
    "malformed": "is damaged; go back to a copy, or add the reports again to a new ledger",
}


def _refuse_folder(path: Path) -> None:
    if path.is_dir():
        raise LedgerError(f"{path} is a folder, not a ledger; name a file in it")


def _connect(path: Path, mode: str) -> Connection:
    engine = create_engine(
        "sqlite://", creator=lambda: _file(path, mode), poolclass=NullPool, json_serializer=_compact
    )
    if mode != "ro":
        event.listen(engine, "begin", _begin)
        event.listen(engine, "rollback", _forget)
    return engine.connect()


def _file(path: Path, mode: str) -> sqlite3.Connection:
    """The file itself, once it is known for a ledger: nothing is written to a file that is none.

    It is in autocommit mode, for the driver's own idea of when to begin leaves gaps; `_begin` begins instead.
    """
    file = sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
    )
    try:
        empty = _is_empty(file, path)
        if mode == "ro" and empty:
            raise LedgerError(f"{path} is empty, not a ledger; `rashomon add` makes it one")
        if mode != "ro":
            file.execute("PRAGMA journal_mode = WAL")
            file.execute(f"PRAGMA cache_size = -{CACHE_KB}")
            file.execute(f"PRAGMA wal_autocheckpoint = {LOGGED_PAGES}")
        file.execute("PRAGMA synchronous = FULL")
        file.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        file.close()
        raise
    return file


def _is_empty(file: sqlite3.Connection, path: Path) -> bool:
    """Whether nothing is in the file yet; raises LedgerError where something else than a ledger is."""
    ((application,),) = file.execute("PRAGMA application_id")
    if application == APPLICATION:
        return False
    ((tables,),) = file.execute("SELECT count(*) FROM sqlite_master")
    if application or tables:
        raise LedgerError(f"{path} is a database of another program, not a ledger; name another file")
    return True


def _begin(connection: Connection) -> None:
    """Take the write lock at the start: a transaction that read first could not wait for it."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _forget(connection: Connection) -> None:
    """Let go of what is remembered beside a connection: it may rest on what was just undone."""
    connection.info.clear()


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _revision(connection: Connection, path: Path) -> int:
    """The revision of the schema, 0 in a new ledger; raises LedgerTooNew where it is beyond ours."""
    if not connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").first():
        return 0
    revision = int(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
    if revision > HEAD:
        raise LedgerTooNew(
            f"{path} was written by a newer Rashomon (its schema is {revision}, that of this Rashomon "
            f"{version('rashomon')} is {HEAD}); upgrade Rashomon to use it"
        )
    return revision


def _bring_up_to_date(connection: Connection, path: Path) -> None:
    """Make the tables of a new ledger, or change those of an older one, in one transaction."""
    with connection.begin():
        if _revision(connection, path) == HEAD:
            return
        from alembic import command
        from alembic.config import Config

        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        command.upgrade(config, "head")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
