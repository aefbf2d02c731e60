"""Stretches of the calendar, their TIMEX3 values, and steps between them."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from rashomon.model import TimeKind, TimePrecision

DAY = timedelta(days=1)
SEASONS = {
    "spring": ("SP", 3),
    "summer": ("SU", 6),
    "autumn": ("FA", 9),
    "fall": ("FA", 9),
    "winter": ("WI", 12),
}


@dataclass(frozen=True, slots=True)
class Sense:
    """What words for a time mean. Fields as those of `When`, days as dates."""

    kind: TimeKind
    value: str | None = None
    start: date | None = None
    end: date | None = None
    precision: TimePrecision | None = None


UNRESOLVED = Sense("date")


def day(of: date) -> Sense:
    """One day."""
    return Sense("date", of.isoformat(), of, of, "day")


def days(start: date, end: date) -> Sense:
    """All days from `start` to `end`; its value is the interval of ISO 8601, for TIMEX3 has none."""
    return Sense("date", f"{start}/{end}", start, end, fineness(start, end))


def week(of: date) -> Sense:
    """The week of a day, Monday to Sunday (ISO 8601)."""
    start = of - DAY * of.weekday()
    year, number, _ = of.isocalendar()
    return Sense("date", f"{year}-W{number:02}", start, start + 6 * DAY, "week")


def weekend(of: date) -> Sense:
    """Saturday and Sunday of the week of a day."""
    whole = week(of)
    start = of + DAY * (5 - of.weekday())
    return replace(whole, value=f"{whole.value}-WE", start=start, precision="days")


def months(year: int, first: int, count: int, value: str) -> Sense:
    """So many months from the `first` of a year on."""
    start = date(year, first, 1)
    return Sense("date", value, start, step(start, "month", count) - DAY, "months")


def month(year: int, number: int) -> Sense:
    """A month of a year."""
    return replace(months(year, number, 1, f"{year:04}-{number:02}"), precision="month")


def quarter(year: int, number: int) -> Sense:
    """A quarter of a year."""
    return months(year, 3 * number - 2, 3, f"{year:04}-Q{number}")


def half(year: int, number: int) -> Sense:
    """A half of a year."""
    return months(year, 6 * number - 5, 6, f"{year:04}-H{number}")


def season(year: int, name: str) -> Sense:
    """A season of the northern hemisphere, by whole months; a winter begins in the year that it is named by."""
    code, first = SEASONS[name]
    return months(year, first, 3, f"{year:04}-{code}")


def year(number: int) -> Sense:
    """A year."""
    return Sense("date", f"{number:04}", date(number, 1, 1), date(number, 12, 31), "year")


def years(first: int, last: int, value: str) -> Sense:
    """All years from `first` to `last`."""
    return Sense("date", value, date(first, 1, 1), date(last, 12, 31), "years")


def decade(number: int) -> Sense:
    """Ten years from one that ends in 0."""
    return years(number, number + 9, str(number)[:3])


def of_unit(unit: str, at: date) -> Sense:
    """The day, week, weekend, month, quarter, year or decade in which a day lies."""
    return {
        "day": lambda: day(at),
        "week": lambda: week(at),
        "weekend": lambda: weekend(at),
        "month": lambda: month(at.year, at.month),
        "quarter": lambda: quarter(at.year, (at.month + 2) // 3),
        "year": lambda: year(at.year),
        "decade": lambda: decade(at.year // 10 * 10),
    }[unit]()


def step(start: date, unit: str, count: float) -> date:
    """The day so many units later, or earlier where `count` is below 0. Raises OverflowError outside the calendar."""
    whole = int(count)
    if unit in {"day", "week", "weekend", "fortnight"}:
        return start + DAY * round(count * {"day": 1, "fortnight": 14}.get(unit, 7))
    whole = round(count * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit])
    ahead, number = divmod(start.month - 1 + whole, 12)
    if not MINYEAR <= start.year + ahead < MAXYEAR:
        raise OverflowError("outside the calendar")
    last = monthrange(start.year + ahead, number + 1)[1]
    return date(start.year + ahead, number + 1, min(start.day, last))


def fineness(start: date, end: date) -> TimePrecision:
    """How fine a stretch of days is that has no name of its own."""
    count = (end - start).days + 1
    if count == 1:
        return "day"
    return "days" if count <= 31 else "months" if count <= 366 else "years"


def part(whole: Sense, which: str) -> Sense:
    """The early, middle or late half of a period. No rule says where `early May` ends: it can mean a half."""
    start, end = whole.start, whole.end
    if start is None or end is None:
        return whole
    count = 12 * (end.year - start.year) + end.month - start.month + 1
    if count % 12 == 0:
        cuts = [start, *(step(start, "month", count // 4 * n) for n in (1, 2, 3, 4))]
    else:
        cuts = [start + (end + DAY - start) / 4 * n for n in range(5)]
    first = {"early": 0, "mid": 1, "late": 2}[which]
    start, end = cuts[first], cuts[first + 2] - DAY
    return replace(whole, start=start, end=end, precision=fineness(start, end))
