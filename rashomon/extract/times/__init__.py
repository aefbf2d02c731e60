"""Times of a report: every expression for one, and the days that it stands for."""

import hashlib
import re
from dataclasses import replace
from datetime import date

from rashomon.extract.times import calendar_rules, length_rules, relative_rules
from rashomon.extract.times.choice import time_of_action
from rashomon.extract.times.clock import Clock
from rashomon.extract.times.periods import UNRESOLVED, Sense, fineness
from rashomon.model import Report, When

RULES = (*calendar_rules.RULES, *relative_rules.RULES, *length_rules.RULES)
REACHES = re.compile(
    r"\b(?:(?P<since>since|ever\ssince)|(?P<until>until|till|by))\s(?:the\s)?$", re.IGNORECASE
)

__all__ = ["read_times", "time_of_action"]


def read_times(report: Report) -> tuple[When, ...]:
    """The times of a report, in the order of the text, not overlapping.

    Values are those of TIMEX3. Relative words count from the day of publication, words as `two days earlier` from
    the time named before; without such a day they stay unresolved. A weekday is the last one up to publication,
    unless its clause looks forward. `since X` lasts until publication, `until X` has no first day.
    """
    clock = Clock(report.text, date.fromisoformat(report.published) if report.published else None)
    found = sorted(
        ((match, rule) for rule in RULES for match in rule.pattern.finditer(report.text)),
        key=lambda pair: (pair[0].start(), -pair[0].end()),
    )
    times, end = [], 0
    for match, rule in found:
        if match.start() < end:
            continue
        try:
            sense = rule.read(match, clock)
        except (ValueError, OverflowError):  # `February 30`, or outside the calendar
            sense = UNRESOLVED
        if sense is None:
            continue
        end = match.end()
        clock.note(sense, end)
        times.append(_when(report, match.span(), _reaching(clock, match.start(), sense)))
    return tuple(times)


def _reaching(clock: Clock, at: int, sense: Sense) -> Sense:
    """The days from or up to a time, where the word before it says so."""
    lead = REACHES.search(clock.text, max(0, at - 16), at)
    if lead is None or sense.kind not in {"date", "time"} or sense.start is None or sense.end is None:
        return sense
    if lead["until"]:
        return replace(sense, start=None)
    end = clock.published if clock.published and clock.published >= sense.start else None
    return replace(sense, end=end, precision=fineness(sense.start, end) if end else sense.precision)


def _when(report: Report, span: tuple[int, int], sense: Sense) -> When:
    key = repr((report.id, "time", span))
    return When(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        text=report.text[slice(*span)],
        spans=(span,),
        kind=sense.kind,
        value=sense.value,
        start=sense.start.isoformat() if sense.start else None,
        end=sense.end.isoformat() if sense.end else None,
        precision=sense.precision,
    )
