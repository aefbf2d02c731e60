"""How figures, times, places and events read in a few words, in tables and beside a text."""

import re

from rashomon.model import Bound, Event, Figure, Place, Role, When

IN_WORDS: dict[Bound, str] = {
    "at_least": "at least ",
    "more_than": "over ",
    "at_most": "up to ",
    "about": "about ",
    "vague": "at least ",  # only a coding rule gives it a number, and then a floor
}
"""How the bound of a figure reads before its number."""

VIOLENCE = {1: "1, state-based", 2: "2, non-state", 3: "3, one-sided"}
"""UCDP's types of violence."""


REACH = 500
"""Characters before and after the words in which the sentence is looked for."""

# The short words with a capital that end in a point are titles, initials and months.
_END = re.compile(r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?][\"”’»)\]]*\s+|\n+")


def number(figure: Figure) -> str:
    """Its numbers as a person reads them: `11`, `at least 11`, `20 to 30`; `no number` where there is none."""
    low, best, high = figure.low, figure.best, figure.high
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,} to {high:,}"
    only = next((one for one in (best, low, high) if one is not None), None)
    return "no number" if only is None else f"{IN_WORDS.get(figure.bound, '')}{only:,}"


def least_to_most(low: int | None, best: int | None, high: int | None) -> str:
    """Numbers of several sources: `11 to 19, best 17`, `11`, `at least 11`; empty where there is none."""
    if low is None or high is None:
        only = low if low is not None else high
        return "" if only is None else f"{'at least' if low is not None else 'at most'} {only:,}"
    between = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    return between if best is None or low == high else f"{between}, best {best:,}"


def notes(figure: Figure) -> list[str]:
    """What else is to be known of a figure before it is added to others."""
    known = {
        "earlier count": figure.superseded,
        "of more than one incident": figure.cumulative,
        "part of another figure": figure.part_of is not None,
    }
    return [note for note, holds in known.items() if holds]


def label(event: Event) -> str:
    """Its type in a few words: `ASSAULT heavy-weapons`; `not ASSAULT` where it is said not to have happened."""
    parts = ("not" if event.polarity == "negative" else None, event.plover, event.mode)
    return " ".join(filter(None, parts))


def actors(event: Event, role: Role) -> str:
    """The names of those who do it, or who suffer it."""
    return ", ".join(dict.fromkeys(actor.name for actor in event.actors if actor.role == role))


def days(when: When) -> str:
    """The days it stands for: `2021-10-05`, `2021-10`, `2021-10-25 to 31`; its words if unresolved."""
    if when.start is None:
        return f"until {when.end}" if when.end else when.text
    if when.end is None:
        return f"since {when.start}"
    if when.start != when.end and when.precision in ("month", "year"):
        return when.start[: 7 if when.precision == "month" else 4]
    return between(when.start, when.end)


def between(start: str, end: str) -> str:
    """Two days and all that lie between, without what they have in common: `2021-10-25 to 31`."""
    if start == end:
        return start
    same = next(part for part in (8, 5, 0) if start[:part] == end[:part])
    return f"{start} to {end[same:]}"


def codes(event: Event) -> str:
    """How the codebooks of ACLED and UCDP class it, or why they do not."""
    acled = ", ".join(filter(None, (event.acled, event.sub_event))) or "not coded"
    ucdp = VIOLENCE[event.ucdp] if event.ucdp else event.ucdp_note or "not coded"
    return f"ACLED: {acled}; UCDP: {ucdp}"


def where(place: Place) -> str:
    """What the gazetteer tells of a place: `Port Ansel, town, SL, 1.50, -2.25`; `not known` if unresolved."""
    if place.name is None:
        return "not known"
    at = f"{place.lat:.2f}, {place.lon:.2f}" if place.lat is not None and place.lon is not None else None
    parts = (place.name, place.kind, place.adm_2, place.adm_1, place.country, at)
    return ", ".join(dict.fromkeys(filter(None, parts)))


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentence that holds the words from `start` to `end`, or all that do; an ellipsis where it is cut."""
    first, last = max(0, start - REACH), min(len(text), end + REACH)
    begins = max((match.end() for match in _END.finditer(text, first, start)), default=first)
    ends = _END.search(text, end, last)
    words = " ".join(text[begins : ends.end() if ends else last].split())
    before = "… " if begins == first > 0 else ""
    return f"{before}{words}{' …' if ends is None and last < len(text) else ''}"
