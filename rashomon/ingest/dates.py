"""Dates as outlets write them, to YYYY-MM-DD. Nothing is guessed and the clock is never asked.

The day is the one that is written: a time zone is not converted, for the outlet's own day is what readers
and archives call the date of the report. `03/04/2017` names two days and is therefore no date.
"""

import re
from datetime import date

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH_NUMBER = {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" if name != "may" else "may" for name in _MONTHS)
MONTH = MONTH.replace("sep(?:tember)?", "sept?(?:ember)?")
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DATE = re.compile(
    rf"""(?<![\w/.-])(?:
      (?P<y1>\d{{4}})(?P<sep>[-/])(?P<m1>\d{{1,2}})(?P=sep)(?P<d1>\d{{1,2}})(?=$|[^\w/-]|T\d)
    | (?P<y2>\d{{4}})(?P<m2>\d{{2}})(?P<d2>\d{{2}})(?=$|T\d|Z)
    | {_WEEKDAY}(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?P<m3>{MONTH})\.?,?[\s-]+(?P<y3>\d{{4}})\b
    | {_WEEKDAY}(?P<m4>{MONTH})\.?\s+(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y4>\d{{4}})\b
    | {_WEEKDAY}(?P<a5>\d{{1,2}})(?P<sep5>[/.-])(?P<b5>\d{{1,2}})(?P=sep5)(?P<y5>\d{{4}})(?![\w/-])
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# RFC 822 let the year have two digits; with weekday and time around it cannot be mistaken.
_RFC_822 = re.compile(rf"\s*[a-z]{{3}},\s+(\d{{1,2}})\s+({MONTH})\s+(\d\d)\s+\d\d:\d\d", re.IGNORECASE)
_URL_PATH = re.compile(r"/(\d{4})[/-](\d{2})[/-](\d{2})(?=[/_-]|$)")
_EARLIEST, _LATEST = 1800, 2199
"""Years outside are slips or a program's way of saying `unknown`, such as 0001."""


def parse(value: str | None) -> str | None:
    """The day with which `value` begins, or None."""
    found = leading(value or "")
    return found[0] if found else None


def leading(value: str) -> tuple[str, int] | None:
    """The day with which `value` begins and where its words end, or None."""
    start = len(value) - len(value.lstrip())
    if match := _RFC_822.match(value):
        year = int(match[3])
        found = _day(year + (1900 if year >= 50 else 2000), match[2], int(match[1]))
        return (found, match.end()) if found else None
    match = _DATE.match(value, start)
    found = _of(match) if match else None
    return (found, match.end()) if match and found else None


def first_in(text: str) -> tuple[str, int, int] | None:
    """The first day named anywhere in `text`, and where: [start, end)."""
    for match in _DATE.finditer(text):
        if found := _of(match):
            return found, match.start(), match.end()
    return None


def in_url(url: str) -> str | None:
    """The day in a path such as `/world/2024/03/12/shells-hit-market`, or None."""
    match = _URL_PATH.search(url)
    return _day(int(match[1]), match[2], int(match[3])) if match else None


def _of(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    if part["y5"]:
        return _numeric(int(part["a5"]), int(part["b5"]), int(part["y5"]))
    for form in "1234":
        if year := part[f"y{form}"]:
            return _day(int(year), part[f"m{form}"], int(part[f"d{form}"]))
    return None


def _numeric(first: int, second: int, year: int) -> str | None:
    """`25/03/2024` and `03/25/2024` can be read one way only; so can `04/04/2017`."""
    if first > 12 or first == second:
        return _day(year, str(second), first)
    return _day(year, str(first), second) if second > 12 else None


def _day(year: int, month: str, day: int) -> str | None:
    number = int(month) if month.isdecimal() else _MONTH_NUMBER[month[:3].lower()]
    try:
        return date(year, number, day).isoformat() if _EARLIEST <= year <= _LATEST else None
    except ValueError:
        return None
