"""Searches that people saved: a name for an address of the desk, kept in the ledger for all who use it."""

from dataclasses import asdict, dataclass

from sqlalchemy import delete, select
from sqlalchemy.dialects import sqlite

from rashomon.store.tables import saved as held
from rashomon.store.view import View
from rashomon.store.writer import Writer


@dataclass(frozen=True, slots=True)
class Saved:
    """A search that somebody saved."""

    name: str
    """What it is called; there is one of a name."""
    address: str
    """Path and query on the desk."""
    by: str
    """Who saved it."""
    at: str
    """When: YYYY-MM-DDTHH:MM:SS.ffffffZ."""


def saved(view: View) -> list[Saved]:
    """The saved searches, by name."""
    return [Saved(**row) for row in view.rows(select(held).order_by(held.c.name))]


def save(writer: Writer, one: Saved) -> None:
    """Keep a search, in the place of another of its name."""
    with writer.transaction() as connection:
        row = asdict(one)
        connection.execute(
            sqlite.insert(held).values(row).on_conflict_do_update(index_elements=["name"], set_=row)
        )


def forget(writer: Writer, name: str) -> None:
    """Let go of a saved search; nothing where there is none of the name."""
    with writer.transaction() as connection:
        connection.execute(delete(held).where(held.c.name == name))
