"""Times that count from another one: the day of publication, or the time named before."""

import re
from dataclasses import replace
from datetime import date

from rashomon.extract.times import periods as p
from rashomon.extract.times import words as w
from rashomon.extract.times.calendar_rules import PARTS
from rashomon.extract.times.clock import Clock
from rashomon.extract.times.doubt import is_weekday
from rashomon.extract.times.periods import DAY, Sense
from rashomon.extract.times.rule import Found, Rule, rule

APPROXIMATELY = (
    r"(?:(?:about|around|almost|nearly|over|more\sthan|less\sthan|at\sleast|up\sto|roughly|just|only)\s)?"
)
EACH = re.compile(r"(?:\b[Oo]n|\band|\bor|,)\s$")
"""Before `Mondays`; without it, `Sundays raid` has lost its apostrophe."""
SPANNING = re.compile(r"\b(?:over|in|during|within|for)\s$", re.IGNORECASE)
AWAY = {"today": 0, "yesterday": -1, "tomorrow": 1}
BESIDE = {
    "last": -1,
    "this past": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "this": 0,
    "current": 0,
    "same": 0,
    "that": 0,
}
BESIDE |= {"next": 1, "following": 1, "coming": 1}
OF_TEXT = {"previous", "preceding", "prior", "same", "that", "following"}
"""These count from the time named before, the others from publication."""


@rule(
    rf"""(?:(?:earlier|later|early|late)\s(?:on\s)?)?
    (?:(?P<beyond>the\sday\s(?:before|after)\s(?:yesterday|tomorrow))|(?P<day>today|yesterday|tomorrow))\b
    (?:\s(?P<time>{w.DAYTIME})\b)?""",
    "eltyd",
    re.IGNORECASE,
)
def from_today(found: Found, clock: Clock) -> Sense | None:
    """`today`, `yesterday evening`, `the day before yesterday`."""
    if found["beyond"]:
        return _away(clock.published, "day", -2 if "before" in found["beyond"].lower() else 2)
    return at_daytime(_away(clock.published, "day", AWAY[found["day"].lower()]), found["time"])


@rule(
    rf"""(?:(?:earlier|later|early|late)\s)?
    (?:this\s(?P<this>{w.DAYTIME})|(?P<tonight>tonight)|(?:late\s)?last\s(?P<last>night|evening)|(?P<overnight>overnight)
    |that\s(?:same\s)?(?P<that>{w.DAYTIME})|(?:(?<=in\s)|(?<=during\s))the\s(?P<the>{w.DAYTIME})|the\s(?:next|following)\s(?P<next>{w.DAYTIME}))\b""",
    "eltov",
    re.IGNORECASE,
)
def part_of_day(found: Found, clock: Clock) -> Sense | None:
    """`this morning`, `last night`; `overnight` runs from the evening before publication to its morning."""
    published = clock.published
    if words := found["that"] or found["next"] or found["the"]:
        return at_daytime(_away(clock.reference("day"), "day", 1 if found["next"] else 0), words)
    if published is None:
        return Sense("time")
    if found["last"] or found["overnight"]:
        night = at_daytime(p.day(published - DAY), found["last"] or "night")
        return replace(night, end=published, precision="days") if found["overnight"] else night
    return at_daytime(p.day(published), found["this"] or "night")


@rule(
    rf"""(?:(?P<time1>(?:the\s)?{w.DAYTIME})\s(?:of|on)\s)?
    (?:(?P<part>(?i:early|late|earlier|later))\s(?:on\s)?)?
    (?:(?P<mod>(?i:last|this|next|past|the\sfollowing|the\sprevious))\s(?:past\s|coming\s)?)?(?P<weekday>{w.WEEKDAY})(?P<many>s)?
    (?:\s(?P<time2>{w.DAYTIME})\b)?(?:\s(?:of\s)?(?P<week>last|this|next)\sweek)?(?![\w’'](?!s\b))""",
    "tTeElLnNaAmMdDsSfFWp",
)
def weekday(found: Found, clock: Clock) -> Sense | None:
    """`on Tuesday`: the last one up to publication, or the next where the clause looks forward; `Monday night`."""
    if not is_weekday(clock.text, found.start(), found.end()):
        return None
    number = w.weekday_number(found["weekday"])
    if found["many"] and EACH.search(clock.text, max(0, found.start() - 8), found.start()):
        return Sense("set", f"XXXX-WXX-{number + 1}")
    return at_daytime(_weekday(found, clock, number), found["time1"] or found["time2"])


def _weekday(found: Found, clock: Clock, number: int) -> Sense:
    published, mod = clock.published, (found["mod"] or "").lower()
    if mod in {"the following", "the previous"}:
        reference = clock.reference("day")
        if reference is None:
            return p.UNRESOLVED
        ahead = (number - reference.weekday()) % 7 or 7
        return p.day(reference + DAY * (ahead if mod == "the following" else ahead - 7 or -7))
    if published is None:
        return p.UNRESOLVED
    if found["week"]:
        monday = published - DAY * published.weekday()
        return p.day(monday + DAY * (7 * BESIDE[found["week"]] + number))
    if mod in {"next", "last", "past"}:
        ahead = (number - published.weekday()) % 7 or 7
        return p.day(published + DAY * (ahead if mod == "next" else ahead - 7 or -7))
    return p.day(clock.weekday(published, number, found.start(), found.end()))


@rule(
    rf"""(?:(?P<part>earlier|later|early(?:\sin)?|late(?:\sin)?|mid|(?:the\s)?(?:start|beginning|middle|end|close)\sof)[-\s])?
    (?:(?:the|these)\s(?:very\s)?)?(?P<mod>last|this\spast|this|next|coming|current|previous|preceding|prior|following|same|that)\s(?:same\s)?
    (?P<unit>{w.UNIT})\b(?!-)|\bthe\s(?P<weekend>weekend)\b
    |\b(?P<edge>(?:the\s)?(?:start|beginning|middle|end|close)\sof|(?:earlier|later|late|early)\sin)\s
    the\s(?P<whole>day|week|month|year|decade)\b(?!\s(?:of|when|that|before|after))
    |\b(?:(?<=during\s)|(?<=for\s)|(?<=end\s)|(?<=throughout\s))the\s(?P<bare>day|week|month|year)\b(?!\s(?:of|when|that|before|after|to|ended))""",
    "elmtsbcnpf",
    re.IGNORECASE,
)
def beside(found: Found, clock: Clock) -> Sense | None:
    """`last week`, `earlier this month`, `the same day`, `the following year`, `over the weekend`."""
    mod = "last" if found["weekend"] else (found["mod"] or "this").lower()
    unit = (found["weekend"] or found["whole"] or found["bare"] or found["unit"]).lower()
    if unit in {"fortnight", "century", "centurie"}:
        return None
    of_text = mod in OF_TEXT or (mod == "next" and unit == "day") or bool(found["whole"] or found["bare"])
    if unit == "day" and not of_text:
        return None
    start = clock.reference(unit) if of_text else clock.published
    if start is None:
        return p.UNRESOLVED
    if unit == "weekend" and BESIDE[mod] < 0:
        return p.weekend(start - DAY * ((start.weekday() + 2) % 7))
    return _cut(found["part"] or found["edge"], p.of_unit(unit, p.step(start, unit, BESIDE[mod])), clock)


def _cut(said: str | None, whole: Sense, clock: Clock) -> Sense:
    """The part of a period that is named: `earlier this month` ends with publication."""
    if not said:
        return whole
    words = said.lower().split()
    word = words[-2] if words[-1] == "of" else words[0]
    day = clock.published
    if word in {"earlier", "later"} and day and whole.start and whole.end and whole.start <= day <= whole.end:
        start, end = (whole.start, day) if word == "earlier" else (day, whole.end)
        return replace(whole, start=start, end=end, precision=p.fineness(start, end))
    return p.part(whole, PARTS.get(word.removesuffix("er"), "early" if word == "earlier" else "late"))


@rule(
    rf"""{APPROXIMATELY}(?P<n>{w.COUNT})[-\s](?P<unit>{w.UNIT}|{w.SHORT_UNIT})s?\s
    (?P<way>ago|earlier|later|before(?=\s?[.,;:)]|\s?$)|previously|from\snow|after\sthat|afterwards?)\b""",
    "0-9abcdefhjlmnorstu",
    re.IGNORECASE | re.MULTILINE,
)
def counted(found: Found, clock: Clock) -> Sense | None:
    """`two days earlier`, `a year ago`, `six weeks from now`."""
    unit, way = w.unit_name(found["unit"]), found["way"].lower()
    count = w.number(found["n"])
    start = clock.published if way in {"ago", "from now"} else clock.reference(unit)
    if unit in {"second", "minute", "hour"}:
        return Sense("time")
    if start is None or count is None:
        return p.UNRESOLVED if count is not None else Sense("date", "PAST_REF" if way == "ago" else None)
    back = way in {"ago", "earlier", "before", "previously"}
    return _away(start, unit, -count if back else count)


@rule(
    r"""the\s(?P<unit>day|week|month|year)\s(?P<way>before|after|earlier)(?=\s?[.,;:)]|\s?$)""",
    "t",
    re.IGNORECASE | re.MULTILINE,
)
def the_day_before(found: Found, clock: Clock) -> Sense | None:
    """`the day before`, `the year after`, with nothing behind that it would be before."""
    unit = found["unit"].lower()
    return _away(clock.reference(unit), unit, 1 if found["way"].lower() == "after" else -1)


@rule(
    rf"""(?:(?:the|these|his|her|its|their|this)\s)?(?P<mod>past|last|next|coming|previous|following|recent|preceding)\s
    (?:(?P<n>{w.COUNT})\s|(?P<bare>))(?P<unit>{w.UNIT}|{w.SHORT_UNIT})(?P<many>s)?\b(?!-)""",
    "thipslncfr",
    re.IGNORECASE,
)
def reaching(found: Found, clock: Clock) -> Sense | None:
    """`the past 24 hours`, `the next six months`, `the past decade`: a duration with its place in the calendar."""
    mod, unit = found["mod"].lower(), w.unit_name(found["unit"])
    if not (found["n"] or found["many"] or mod == "past" or (mod == "last" and _spans(found, clock))):
        return None
    if mod == "recent":
        return Sense("date", "PAST_REF")
    count = w.number(found["n"]) if found["n"] else None if found["many"] else 1
    value = w.length(count, unit)
    start = clock.reference(unit) if mod in OF_TEXT else clock.published
    if count is None or start is None:
        return Sense("duration", value)
    length, unit = (-(-count // 24), "day") if unit == "hour" else (count, unit)
    if unit in {"second", "minute"}:
        return Sense("duration", value, start, start, "day")
    if mod in {"next", "coming", "following"}:
        first, last = start, p.step(start, unit, length)
    else:
        first, last = p.step(start, unit, -length), start
    return Sense("duration", value, first, last, p.fineness(first, last))


def _spans(found: Found, clock: Clock) -> bool:
    """Whether `the last year` runs up to now, and is not the year before."""
    return "decade" in found["unit"].lower() or bool(
        SPANNING.search(clock.text, max(0, found.start() - 8), found.start())
        and found[0].lower().startswith("the")
    )


@rule(
    r"""the\ssame\s(?P<unit>day|week|month|quarter|period|time)\s(?:of\s|in\s)?
    (?:the\s)?(?:last\syear|previous\syear|year\s(?:before|earlier)|a\syear\s(?:ago|before|earlier))\b""",
    "t",
    re.IGNORECASE,
)
def a_year_before(found: Found, clock: Clock) -> Sense | None:
    """`the same month last year`: counts from the month named before."""
    unit = found["unit"].lower()
    whole = unit in {"period", "time"}
    start = clock.published if whole else clock.reference(unit)
    return p.of_unit("year" if whole else unit, p.step(start, "year", -1)) if start else p.UNRESOLVED


def at_daytime(sense: Sense, words: str | None) -> Sense:
    """A day narrowed to its morning, evening or hour."""
    if not words:
        return sense
    word = re.split(r"[\s-]", words.lower())[-1]
    if word not in w.DAYTIMES and word not in w.CLOCK:
        word = next(name for name in w.DAYTIMES if word.endswith(name))
    mark = w.CLOCK.get(word) or w.DAYTIMES[word]
    if sense.value is None:
        return Sense("time")
    return replace(sense, kind="time", value=f"{sense.value}T{mark}", precision="time")


def _away(start: date | None, unit: str, count: float) -> Sense:
    if start is None:
        return p.UNRESOLVED
    at = p.step(start, unit, count)
    if unit == "century":
        return p.year(at.year)
    return p.of_unit("week" if unit == "fortnight" else "year" if unit == "decade" else unit, at)


RULES: tuple[Rule, ...] = (
    from_today,
    part_of_day,
    weekday,
    beside,
    counted,
    the_day_before,
    reaching,
    a_year_before,
)
