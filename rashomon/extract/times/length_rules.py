"""Durations, times that come again, hours of the day, and words for now, then and soon."""

import re
from dataclasses import replace
from datetime import date

from rashomon.extract.times import periods as p
from rashomon.extract.times import words as w
from rashomon.extract.times.calendar_rules import day_of_month
from rashomon.extract.times.clock import Clock
from rashomon.extract.times.periods import Sense
from rashomon.extract.times.relative_rules import APPROXIMATELY, AWAY
from rashomon.extract.times.rule import Found, Rule, rule

AGE = r"(?!s?[-\s]olds?\b|s?\sof\sage)"
BEFORE_LENGTH = re.compile(
    r"\b(?:for|in|within|over|after|than|about|nearly|almost|least|lasted|lasting|last|took|takes?|spent|every|only|just|the)\s$",
    re.IGNORECASE,
)
DAY_BEHIND = re.compile(rf"(?:,\s|\son\s|,\son\s){day_of_month.pattern.pattern}", re.IGNORECASE | re.VERBOSE)
AFTER_LENGTH = re.compile(r"\s(?:after|before|or\smore)\b")
BEFORE_MANY = re.compile(
    r"\b(?:for|in|within|over|after|of|lasted|took|takes?|spent)\s(?:just\s)?$", re.IGNORECASE
)
ADVERBS = {
    "daily": "P1D",
    "nightly": "P1D",
    "hourly": "PT1H",
    "weekly": "P1W",
    "monthly": "P1M",
    "quarterly": "P1Q",
}
ADVERBS |= {"annual": "P1Y", "annually": "P1Y", "yearly": "P1Y", "biennial": "P2Y"}


@rule(
    rf"""(?<![\w$£€.,-])(?:{APPROXIMATELY}(?P<n>{w.COUNT})(?P<half>\sand\sa\shalf)?[-\s](?:consecutive\s|straight\s|full\s|whole\s|successive\s|more\s)?
    (?P<unit>{w.UNIT}|{w.SHORT_UNIT}){AGE}(?P<many>s)?(?![\w])(?:[-\s]long\b)?(?:\sand\sa\s(?P<more>half))?
    |half\s(?:an?\s)?(?P<half_of>{w.UNIT}|hour)|(?P<one>decade|year|month|week|day|hour|night)[-\s]?long)\b""",
    "0-9abcdefhjlmnorstuyw",
    re.IGNORECASE,
)
def duration(found: Found, clock: Clock) -> Sense | None:
    """`six years`, `almost two and a half years`, `a 12-year low`, `half an hour`, `week-long`."""
    if found["half_of"]:
        return Sense("duration", w.length(0.5, w.unit_name(found["half_of"])))
    if found["one"]:
        return Sense("duration", w.length(1, "day" if found["one"] == "night" else found["one"].lower()))
    unit, words = w.unit_name(found["unit"]), found["n"].lower()
    count = w.number(words)
    if words in {"a", "an", "one"} and (unit == "second" or not _measures(found, clock)):
        return None
    if unit == "second" and not found["many"] and not words[0].isdigit():
        return None
    if count and (found["half"] or found["more"]):
        count += 0.5
    return Sense("duration", w.length(count, unit))


def _measures(found: Found, clock: Clock) -> bool:
    """Whether `a day` measures: `in a day`, `over a year`, but not `one day` or `three times a day`."""
    return found.start("n") > found.start() or bool(
        AFTER_LENGTH.match(clock.text, found.end())
        or BEFORE_LENGTH.search(clock.text, max(0, found.start() - 10), found.start())
    )


@rule(
    r"""(?:over\sthe\s)?(?P<unit>second|minute|hour|day|week|month|year|decade|centurie)s\b(?P<behind>\s(?:ago|later|earlier|before)\b|(?=\sof\b))?""",
    "osmhdwyc",
)
def some(found: Found, clock: Clock) -> Sense | None:
    """`for years`, `weeks of fighting`, `hours later`."""
    lead = BEFORE_MANY.search(clock.text, max(0, found.start() - 16), found.start())
    if found["behind"]:
        return Sense("date", "PAST_REF" if found["behind"].endswith("ago") else None)
    if not (lead or found["behind"] == "" or found[0].startswith("over")):
        return None
    return Sense("duration", w.length(None, w.unit_name(found["unit"])))


@rule(
    rf"""(?:(?:every|each)\s(?:(?P<n>{w.COUNT})\s)?(?:(?P<unit>{w.UNIT}|hour|minute)s?|(?P<weekday>{w.WEEKDAY})|(?P<month>{w.MONTH})
    |(?P<time>{w.DAYTIME}))|(?:once|twice|times)\san?\s(?P<per>{w.UNIT}|hour|minute)
    |(?<=[a-rt-z]s\s)an?\s(?P<rate>day|week|month|year)(?!\s(?:ago|earlier|later|after|before|and|or))|(?P<adverb>{"|".join(ADVERBS)}))\b""",
    "A-Za-z",
)
def again(found: Found, _: Clock) -> Sense | None:
    """`every Friday`, `daily`, `twice a week`."""
    if found["weekday"]:
        return Sense("set", f"XXXX-WXX-{w.weekday_number(found['weekday']) + 1}")
    if found["month"]:
        return Sense("set", f"XXXX-{w.month_number(found['month']):02}")
    if found["adverb"]:
        return Sense("set", ADVERBS[found["adverb"]])
    count = w.number(found["n"]) if found["n"] else 1
    unit = found["unit"] or found["per"] or found["rate"] or "day"
    return Sense("set", w.length(count, w.unit_name(unit)))


@rule(
    rf"""(?<![\w.:,])(?:(?P<h>[01]?\d|2[0-3])(?:[:.](?P<min>[0-5]\d))?(?::[0-5]\d)?\s?(?P<half>[ap])\.?m\b\.?
    |(?P<h2>[01]?\d|2[0-3]):(?P<min2>[0-5]\d)(?::[0-5]\d)?(?:\shours\b)?
    |(?P<h3>[01]\d|2[0-3])(?P<min3>[0-5]\d)(?=\s?(?:hours|hrs|GMT|UTC|Z|local)\b)(?:\s(?:hours|hrs)\b)?
    |(?<=at\s)(?P<word>noon|midday|midnight)\b|(?<=around\s)(?P<word2>noon|midday|midnight)\b)
    (?:\s?(?:\(?(?P<zone>GMT|UTC|Z)\b\)?|(?:local\stime|[A-Z]{{1,3}}T)\b))?
    (?:,?\s(?:on\s)?(?:(?P<weekday>{w.WEEKDAY})|(?P<day>today|yesterday|tomorrow))\b)?(?![\w%])""",
    "0-9nm",
)
def hour(found: Found, clock: Clock) -> Sense | None:
    """`at 18:00 UTC`, `9 p.m. on Monday`, `0800 GMT`: of the day named before in the sentence, else of publication."""
    if found["h2"] and not (
        found["zone"] or found["weekday"] or found["day"] or _leads_to_hour(clock.text, found.start())
    ):
        return None
    day = _day_of_hour(found, clock)
    if day is None:
        return Sense("time")
    return replace(p.day(day), kind="time", value=f"{day}T{_hour(found)}", precision="time")


def _day_of_hour(found: Found, clock: Clock) -> date | None:
    if clock.published and found["weekday"]:
        return clock.weekday(clock.published, w.weekday_number(found["weekday"]), *found.span())
    if clock.published and found["day"]:
        return p.step(clock.published, "day", AWAY[found["day"]])
    if behind := DAY_BEHIND.match(clock.text, found.end()):
        sense = day_of_month.read(behind, clock)
        return sense.start if sense else None
    return clock.same_sentence(found.start())


def _leads_to_hour(text: str, start: int) -> bool:
    return bool(
        re.search(
            r"\b(?:at|around|about|by|until|from|before|after|since)\s$", text[max(0, start - 8) : start]
        )
    )


def _hour(found: Found) -> str:
    if word := found["word"] or found["word2"]:
        return w.CLOCK[word]
    hours = int(found["h"] or found["h2"] or found["h3"])
    if found["half"]:
        hours = hours % 12 + (12 if found["half"] == "p" else 0)
    minutes = found["min"] or found["min2"] or found["min3"] or "00"
    return f"{hours:02}:{minutes}{'Z' if found['zone'] else ''}"


@rule(
    r"""(?:(?P<now>now|currently|at\s(?:the\smoment|present)|nowadays|these\sdays|the\stime\sbeing|the\scurrent(?=\s)|current(?=\s))
    |(?P<past>recently|recent|lately|in\sthe\spast(?!\s(?:\w+\s)?(?:second|minute|hour|day|week|month|quarter|year|decade|centur)))
    |(?P<soon>(?:very\s)?(?<!as\s)soon(?!\safter)|(?:the\s)?(?:near|foreseeable)\s(?:future|term)|(?:in\s)?the\sfuture))\b""",
    "ncatrlivsf",
    re.IGNORECASE,
)
def vague(found: Found, _: Clock) -> Sense | None:
    """`now`, `recently`, `soon`: values of TIMEX3 without a place in the calendar."""
    return Sense("date", "PRESENT_REF" if found["now"] else "PAST_REF" if found["past"] else "FUTURE_REF")


RULES: tuple[Rule, ...] = (duration, some, again, hour, vague)
