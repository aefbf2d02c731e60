"""Where things stand in the order by which neighbours are found: first by day, then by chance, the same everywhere."""

import hashlib
from datetime import date

FIRST_DAY = date(1900, 1, 1).toordinal()
LAST = 2**16 - 1
"""Days that are told apart: up to 2079."""
REST = 47
"""Bits behind the day, so that a spot fits into a signed 64-bit column. Two of 2,000 things of a day share one in one
of 70 million days."""


def spot(day: str | None, id: str) -> int:
    """The spot of something of this day (YYYY-MM-DD); what has no day, or none of the calendar, stands first."""
    try:
        days = date.fromisoformat(day).toordinal() - FIRST_DAY if day else 0
    except ValueError:
        days = 0
    return max(0, min(days, LAST)) << REST | number(id) >> (64 - REST) & ((1 << REST) - 1)


def number(words: str) -> int:
    """A signed 64-bit number for a key in words, the same on every machine."""
    digest = hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
