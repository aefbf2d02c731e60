"""A time, as a report gives it."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.record import about
from rashomon.model.span import Span

TimeKind = Literal["date", "time", "duration", "set"]
TimePrecision = Literal["time", "day", "days", "week", "month", "months", "year", "years"]


@dataclass(frozen=True, slots=True)
class When:
    """Words for a time, and the days that they stand for, both ends included."""

    id: str = about("Made from the report's id and the place of the words.")
    text: str = about("The words as they stand in the report.")
    spans: tuple[Span, ...] = about("Where they stand: [start, end) pairs, in characters.")
    kind: TimeKind = about("What sort of time it is, in the terms of TIMEX3.")
    value: str | None = about("Its value in TIMEX3, e.g. `2021-W43`, `P2D`; null if unresolved.")
    start: str | None = about("The first day it can mean, YYYY-MM-DD; null if unresolved or open.")
    end: str | None = about("The last day it can mean, YYYY-MM-DD; null if unresolved or open.")
    precision: TimePrecision | None = about("How fine it is; null if unresolved.")
