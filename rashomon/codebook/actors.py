"""Known actors: armed groups, forces, bodies and a few people, by any of their names.

The table is `actors.csv`; docs/actors.md says what its columns mean and how users add a table of their own. Classes
follow the definitions of ACLED (inter codes, codebook 2023) and PLOVER (sectors, manual 2.0).
"""

import csv
import functools
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from rashomon.codebook.countries import by_code
from rashomon.codebook.spelling import key, keys
from rashomon.errors import RashomonError
from rashomon.model import ActorKind, Inter
from rashomon.settings import actors_path

TABLE = Path(__file__).with_name("actors.csv")
COLUMNS = ("name", "aliases", "kind", "inter", "sector", "country", "since")
SECTORS = frozenset(
    """COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC
    IGO UNO EUR NGO ISM IMG MNC""".split()
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MEMBERS = re.compile(
    r"\s+(?:(?:terrorist|militant|rebel|armed|jihadist|insurgent|terror|militia)\s+)?(?:fighters|militants|insurgents"
    r"|rebels|terrorists|forces|militias?|militiamen|gunmen|movement|group|network|organi[sz]ation|guerrillas|jihadists"
    r"|members|soldiers|troops)$",
    re.I,
)
"""Words behind the name of a group that leave it the same."""


@dataclass(frozen=True, slots=True)
class KnownActor:
    """A row of the table."""

    name: str
    aliases: tuple[str, ...]
    kind: ActorKind
    inter: Inter | None
    sector: str | None
    country: str | None
    since: str | None
    """The first day that this row holds; before it the row of the same name without a day does."""


@functools.lru_cache(4096)
def actor_of(words: str, on: str | None = None) -> KnownActor | None:
    """The known actor that `words` name by any of its names, also with a word for its members (`Taliban fighters`).

    Case and article do not matter, but for names of up to four capitals: `IS` is one, `is` is none. `on` is the day
    (YYYY-MM-DD) whose class is wanted: a group may have become a government. Without a day, what changed over time
    is left empty.
    """
    bare = _MEMBERS.sub("", words)
    rows = next((found for one in (*keys(words), *keys(bare)) if (found := _by_name().get(one))), None)
    if rows is None:
        return None
    if on is None:
        return rows[0] if len(rows) == 1 else replace(rows[-1], inter=None, sector=None)
    holding = [row for row in rows if (row.since or "") <= on]
    return holding[-1] if holding else rows[0]


def versions() -> dict[str, str]:
    """What tells two tables apart: eight digits of the SHA-256 of their bytes.

    Raises RashomonError where the user's own table cannot be read, with the line and what is wrong with it.
    """
    _by_name()
    data = b"".join(path.read_bytes() for path in _tables())
    return {"actors": hashlib.sha256(data).hexdigest()[:8]}


@functools.cache
def first_words() -> dict[str, int]:
    """The first word of every name, in small letters, and how many words the longest name has that begins so.

    With them names are found in a text without trying everything.
    """
    longest: dict[str, int] = {}
    for name in filter(None, _by_name()):
        first, *others = name.casefold().split()
        first = first.removesuffix("'s")
        longest[first] = max(longest.get(first, 0), 1 + len(others))
    return longest


def _tables() -> list[Path]:
    own = actors_path()
    return [TABLE, own] if own else [TABLE]


@functools.cache
def _by_name() -> dict[str, tuple[KnownActor, ...]]:
    """The rows of each name in the order of their days. What a user's table says replaces what ours says."""
    found: dict[str, tuple[KnownActor, ...]] = {}
    for path in _tables():
        own: dict[str, list[KnownActor]] = {}
        for row in _rows(path):
            for one in dict.fromkeys(map(key, (row.name, *row.aliases))):
                own.setdefault(one, []).append(row)
        found |= {one: tuple(sorted(rows, key=lambda row: row.since or "")) for one, rows in own.items()}
    return found


def _rows(path: Path) -> Iterator[KnownActor]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines, strict=True)
            if missing := [column for column in COLUMNS if column not in (reader.fieldnames or ())]:
                raise _bad(path, 1, f"the first line lacks the column {missing[0]!r}")
            for row in reader:
                yield _row(path, reader.line_num, {column: row[column] or "" for column in COLUMNS})
    except OSError as error:
        raise RashomonError(f"the table of actors {path} cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise RashomonError(f"the table of actors {path} is no CSV in UTF-8: {error}") from error


def _row(path: Path, line: int, cells: dict[str, str]) -> KnownActor:
    given = {column: cell.strip() for column, cell in cells.items()}
    if not given["name"]:
        raise _bad(path, line, "it has no name")
    allowed = (
        ("kind", get_args(ActorKind)),
        ("inter", ("", *get_args(Inter))),
        ("sector", ("", *sorted(SECTORS))),
    )
    for column, words in allowed:
        if given[column] not in words:
            raise _bad(
                path, line, f"{column} is {given[column]!r}, not one of: {', '.join(filter(None, words))}"
            )
    if given["country"] and not (len(given["country"]) == 3 and by_code(given["country"])):
        raise _bad(path, line, f"country is {given['country']!r}, not a code of three letters such as SYR")
    if given["since"] and not _DAY.fullmatch(given["since"]):
        raise _bad(path, line, f"since is {given['since']!r}, not a day such as 2021-08-15")
    aliases = tuple(alias.strip() for alias in given["aliases"].split("|") if alias.strip())
    return KnownActor(
        given["name"],
        aliases,
        next(kind for kind in get_args(ActorKind) if kind == given["kind"]),
        next((inter for inter in get_args(Inter) if inter == given["inter"]), None),
        given["sector"] or None,
        given["country"] or None,
        given["since"] or None,
    )


def _bad(path: Path, line: int, what: str) -> RashomonError:
    return RashomonError(f"the table of actors {path}, line {line}: {what}")
