"""A large linked ledger out of a small one: its reports again and again, each time on later days and under other ids.

    rashomon add REPORTS --ledger SMALL
    python bench/many.py SMALL LARGE [--times 25]

What is read and what links it is copied as it is, so claims, incidents and disputes are as many and as large as in real
reports; copies of one report are not linked to each other. Bytes are archived once.
"""

import argparse
import sqlite3
from pathlib import Path

from rashomon.link.spots import REST
from rashomon.store import Writer
from rashomon.store.tables import metadata

DAYS = 53
"""From one time to the next."""
KEYED = ("statements", "figures", "times", "places", "events")
IDS = {
    "reports": ("id",), "statements": ("id", "report", "inside"), "times": ("id", "report"), "places": ("id", "report"),
    "figures": ("id", "report", "statement", "part_of"), "event_figures": ("figure",), "linked": ("report",),
    "events": ("id", "report", "when", "place", "statement"), "copies": ("a", "b", "first"), "claims": ("id",),
    "retellings": ("report", "of", "statement"), "propositions": ("id", "report", "claim"), "hops": (), "actors": (),
    "report_keys": (), "proposition_keys": (), "likenesses": (),
}  # fmt: skip
KEYS = {
    "hops": ("statement", "statements"),
    "actors": ("event", "events"),
    "event_figures": ("event", "events"),
}
"""The column that holds a key of another table."""
SPOTS = {
    "linked": ("spot",), "propositions": ("spot",), "report_keys": ("spot",), "proposition_keys": ("spot",),
    "likenesses": ("a", "b"),
}  # fmt: skip
DATED = {"reports": ("published", "updated"), "times": ("start", "end")}
MEMBER = ("member_id", "member_report", "member_statement")


def main() -> None:
    """Make the ledger, print how much is in it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("small", type=Path)
    parser.add_argument("large", type=Path)
    parser.add_argument("--times", type=int, default=25)
    options = parser.parse_args()
    Writer(options.small).close()  # brings it up to date
    with (
        sqlite3.connect(options.small) as small,
        sqlite3.connect(options.large, isolation_level=None) as large,
    ):
        small.backup(large)
        large.execute("PRAGMA synchronous = OFF")
        large.execute("PRAGMA cache_size = -500000")
        _multiply(large, options.times)
    for table in IDS:
        print(f"{table:20} {large.execute(f'SELECT count(*) FROM {table}').fetchone()[0]:>10,}")  # noqa: S608


def _multiply(large: sqlite3.Connection, times: int) -> None:
    most = {one: large.execute(f"SELECT max(key) FROM {one}").fetchone()[0] or 0 for one in KEYED}  # noqa: S608
    for name in IDS:
        large.execute(f"CREATE TEMP TABLE old_{name} AS SELECT * FROM {name}")  # noqa: S608
    for time in range(1, times):
        large.execute("BEGIN")
        for name in IDS:
            columns = [column.name for column in metadata.tables[name].columns]
            changed = ", ".join(_changed(name, column, time, most) for column in columns)
            kept = ", ".join(f'"{column}"' for column in columns)
            large.execute(f"INSERT INTO {name} ({kept}) SELECT {changed} FROM old_{name}")  # noqa: S608
        large.execute("COMMIT")
    for index in ("search", "search_figures", "search_events"):
        large.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608


def _changed(table: str, column: str, time: int, most: dict[str, int]) -> str:
    """A column as it is the next time, in SQL."""
    held, days = f'"{column}"', f"'+{DAYS * time} days'"
    of = table if table in KEYED and column == "key" else dict([KEYS.get(table, ("", ""))]).get(column)
    members = "".join(f", '$.{one}', {_id(f'(data ->> {one!r})', time)}" for one in MEMBER)
    rules = (
        (column in IDS[table], _id(held, time)),
        (column in DATED.get(table, ()), f"date({held}, {days})"),
        (of is not None, f"{held} + {time * most.get(of or '', 0)}"),
        (column in SPOTS.get(table, ()), f"{held} + {DAYS * time << REST}"),
        (table == "reports" and column in ("url", "path"), f"{held} || '?{time}'"),
        (
            table == "propositions" and column == "data",
            f"json_set(data{members}, '$.day', date(data ->> 'day', {days}))",
        ),
    )
    return next((changed for holds, changed in rules if holds), held)


def _id(held: str, time: int) -> str:
    """An id under which it goes the next time, which no other has: with no hexadecimal digit first. Null stays null."""
    return f"'{chr(ord('g') + time // 16)}{time % 16:x}' || substr({held}, 3)"


if __name__ == "__main__":
    main()
