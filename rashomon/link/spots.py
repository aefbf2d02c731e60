"""Where things stand in the order by which neighbours are found: first by day, then by chance, the same everywhere."""

import hashlib
from datetime import date
from typing import Final

FIRST_DAY: Final = date(1900, 1, 1).toordinal()
LAST: Final = 2**16 - 1
"""Days that are told apart: up to 2079."""
REST: Final = 47
"""Bits behind the day, so that a spot fits into a signed 64-bit column."""
SORT: Final = 4
"""The last bits of these, which say of what sort a thing is. Two of 2,000 things of a day share the others in one of
four million days."""


def spot(day: str | None, id: str, sort: int = 0) -> int:
    """The spot of something of this day (YYYY-MM-DD); what has no day, or none of the calendar, stands first.

    `sort`, below 16, can be read off the spot and hardly changes the order.
    """
    try:
        days = date.fromisoformat(day).toordinal() - FIRST_DAY if day else 0
    except ValueError:
        days = 0
    chance = number(id) >> (64 - REST) & ((1 << REST) - 1)
    return max(0, min(days, LAST)) << REST | chance >> SORT << SORT | sort


def number(words: str) -> int:
    """A signed 64-bit number for a key in words, the same on every machine."""
    digest = hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
