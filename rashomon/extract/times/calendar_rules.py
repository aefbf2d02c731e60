"""Dates of the calendar: days, months, quarters, seasons, years and decades that words name."""

import re
from datetime import date

from rashomon.extract.times import periods as p
from rashomon.extract.times import words as w
from rashomon.extract.times.clock import Clock
from rashomon.extract.times.doubt import is_month, is_year
from rashomon.extract.times.periods import Sense
from rashomon.extract.times.rule import Found, Rule, rule

PART = r"(?:(?P<part>(?i:early|late|mid|(?:the\s)?(?:very\s)?(?:start|beginning|middle|end|close)\sof))[-\s](?:in\s)?)?"
PARTS = {"early": "early", "start": "early", "beginning": "early", "mid": "mid", "middle": "mid"}
YEAR_BEHIND = (
    rf"(?:,?\s(?:of\s)?(?:(?P<y>{w.YEAR})(?![\w%]|[,.]\d)|(?P<rel>this|last|next|that|the\ssame)\syear\b))"
)
SHARED_YEAR = re.compile(
    rf"\s?(?:,|and|or|to|until|through|[-–])\s?(?:{w.DAY}\s)?(?P<m>{w.MONTH})(?:\s{w.DAY},?)?\s(?P<y>{w.YEAR})\b"
)
"""`between May and October 2018` is one year, `November to March 2018` are two."""
SOON, FAR = 60, 300
"""Days to a date without a year: so near it is ahead where no verb says that it is past; so far it never is."""


@rule(
    rf"""(?:{w.SHORT_WEEKDAY},?\s(?:the\s)?)?
    (?:(?P<m1>{w.MONTH})\s?(?P<d1>{w.DAY})\b(?:\s?[-–]\s?(?P<e1>{w.DAY})\b)?(?![,.:]\d|\d|%)
    |(?P<d2>{w.DAY})(?:\s?(?:[-–]|and|to)\s?(?P<e2>{w.DAY}))?[\s-](?:of\s)?(?P<m2>{w.MONTH})(?!\w))
    {YEAR_BEHIND}?""",
    "0-9jfmasondtw",
    re.IGNORECASE,
)
def day_of_month(found: Found, clock: Clock) -> Sense | None:
    """`March 5`, `Tuesday, 5 March 2014`, `June 3-5`, `August 15 this year`."""
    month = w.month_number(found["m1"] or found["m2"])
    first, last = found["d1"] or found["d2"], found["e1"] or found["e2"]
    year = _year_behind(found, clock) or _nearest_year(found, clock, month, w.day_number(first))
    if year is None:
        return p.UNRESOLVED
    start = date(year, month, w.day_number(first))
    return p.days(start, start.replace(day=w.day_number(last))) if last else p.day(start)


@rule(
    r"""(?:(?P<christmas>Christmas(?:\s(?P<eve>Eve)|\sDay)?)|New\sYear[’']?s\s(?:(?P<last>Eve)|Day))\b
    (?:,?\s(?:of\s)?(?:(?P<y>(?:1[5-9]|20)\d\d)\b|(?P<rel>last|this|next)\syear\b))?""",
    "CN",
)
def feast(found: Found, clock: Clock) -> Sense | None:
    """`Christmas Eve`, `New Year’s Day 2014`: feasts that have the same day in every year."""
    month, day = (
        (12, 24 if found["eve"] else 25) if found["christmas"] else (12, 31) if found["last"] else (1, 1)
    )
    year = _year_behind(found, clock) or _nearest_year(found, clock, month, day)
    return p.day(date(year, month, day)) if year else p.UNRESOLVED


@rule(
    r"(?<![\w/.-])(?P<y>(?:1[5-9]|20)\d\d)(?P<sep>[-/.])(?P<m>\d\d)(?P=sep)(?P<d>\d\d)(?![\w/-])",
    "12",
)
def iso_day(found: Found, _: Clock) -> Sense | None:
    """`2014-03-05`."""
    return p.day(date(int(found["y"]), int(found["m"]), int(found["d"])))


@rule(
    r"(?<![\w/.-])(?P<a>\d\d?)(?P<sep>[/.-])(?P<b>\d\d?)(?P=sep)(?P<y>(?:1[5-9]|20)?\d\d)(?![\w/-]|\.\d)",
    "0-9",
)
def numeric_day(found: Found, _: Clock) -> Sense | None:
    """`25/03/2014`, `4/4/2017`; `03/04/2017` may be two days and stays unresolved."""
    first, second = int(found["a"]), int(found["b"])
    if (
        not 1 <= min(first, second) <= 12
        or max(first, second) > 31
        or (found["sep"] != "/" and len(found["y"]) < 4)
    ):
        return None
    if first <= 12 and second <= 12 and first != second:
        return p.UNRESOLVED
    return p.day(date(w.year_number(found["y"]), min(first, second), max(first, second)))


@rule(
    rf"{PART}(?P<m>{w.MONTH}){YEAR_BEHIND}",
    "eElLmMtTsSbBcCJFMASOND",
)
def month_of_year(found: Found, clock: Clock) -> Sense | None:
    """`September 2021`, `late May last year`."""
    year = _year_behind(found, clock)
    return _part(found, p.month(year, w.month_number(found["m"]))) if year else p.UNRESOLVED


@rule(
    rf"{PART}(?:(?P<rel>(?i:last|this|next))\s(?:past\s|coming\s)?)?(?P<m>{w.MONTH})(?!\w|-[a-z])",
    "eElLmMtTsSbBcCnNJFASOD",
)
def month_alone(found: Found, clock: Clock) -> Sense | None:
    """`in May`, `last September`: the last one up to publication, unless the clause looks forward."""
    if not (found["part"] or found["rel"] or is_month(clock.text, found.start(), found.end())):
        return None
    number = w.month_number(found["m"])
    year = _nearest_year(found, clock, number, None)
    if year is None:
        return p.UNRESOLVED
    if clock.published and (found["rel"] or "").lower() == "this":
        year = clock.published.year
    return _part(found, p.month(year, number))


@rule(
    rf"{PART}(?P<y>{w.YEAR})(?:\s?[-–/]\s?(?P<z>{w.YEAR}|\d\d))?(?!\w|[,.:]\d|-\w|%)",
    "eElLmMtTsSbBcC12",
)
def year_alone(found: Found, clock: Clock) -> Sense | None:
    """`2014`, `the end of 2014`, `2012-13`."""
    first = int(found["y"])
    if found["z"]:
        last = w.year_number(found["z"], like=first)
        return p.years(first, last, f"{first}/{last}") if first < last <= first + 150 else None
    if not found["part"] and not is_year(clock.text, found.start(), found.end()):
        return None
    return _part(found, p.year(first))


@rule(
    r"""(?:the\s)?(?:(?P<part>early|mid|late)[-\s])?
    (?:(?P<full>(?:1[5-9]|20)\d0)|[’']?(?P<short>[1-9]0)|(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b)
    (?:(?<=0)[’']?s\b|(?<=ies))""",
    "temlsfn1-9",
)
def decade(found: Found, clock: Clock) -> Sense | None:
    """`the 1990s`, `the late 80s`; `in his 80s` is an age."""
    if found["full"]:
        return _part(found, p.decade(int(found["full"])))
    before = clock.text[max(0, found.start() - 12) : found.start()]
    if not (re.match(r"the\s", found[0]) or re.search(r"\d0s(?: and|,| or) $", before)):
        return None
    tens = int(found["short"]) if found["short"] else 20 + 10 * _WORDS.index(found["word"])
    return _part(found, p.decade(1900 + tens)) if tens >= 30 else None


_WORDS = "twenties thirties forties fifties sixties seventies eighties nineties".split()


@rule(
    r"(?:the\s)?(?:(?P<part>early|mid|late)[-\s])?(?P<n>1\d|20|21)(?:st|th)[-\s]century\b",
    "teml12",
)
def century(found: Found, _: Clock) -> Sense | None:
    """`the 19th century`."""
    number = int(found["n"]) - 1
    return _part(found, p.years(100 * number, 100 * number + 99, f"{number}"))


@rule(
    rf"""(?:(?:the\s|its\s|their\s)?(?P<word>first|second|third|fourth|last|final|previous|current|this|next)[-\s]
    (?P<sort>quarter|half)\b|Q(?P<q>[1-4])\b)
    (?:\s(?:of\s)?(?:(?P<y>{w.YEAR})\b|(?P<rel>this|last|next)\syear\b|the\syear\b))?""",
    "tifslpcnq",
    re.IGNORECASE,
)
def quarter(found: Found, clock: Clock) -> Sense | None:
    """`the third quarter`, `Q3 2014`, `the first half of this year`; without a year, the one nearest to publication."""
    word = (found["word"] or "").lower()
    year, said = _year_behind(found, clock), found["y"] or found["rel"]
    if found["sort"] == "half":
        return p.half(year, w.ORDINALS.index(word) + 1) if year and word in {"first", "second"} else None
    published = clock.published
    if published is None and year is None:
        return p.UNRESOLVED
    if word in _BESIDE and not said and published:
        return p.of_unit("quarter", p.step(published, "quarter", _BESIDE[word]))
    number = int(found["q"]) if found["q"] else w.ORDINALS.index(word) + 1 if word in w.ORDINALS else 4
    if year is None and published:
        year = published.year - (number == 4 and published.month <= 4)
    return p.quarter(year, number) if year else p.UNRESOLVED


_BESIDE = {"last": -1, "previous": -1, "current": 0, "this": 0, "next": 1}


@rule(
    rf"""(?:(?:the\s)?(?:(?P<part>early|mid|late)[-\s])?(?P<s1>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)
    \s(?:of\s)?(?:(?P<y>{w.YEAR})\b|(?P<rel>this|last|next)\syear\b)
    |(?:(?P<rel2>(?i:last|this|next))\s|(?:(?<=in\s)|(?<=during\s)|(?<=since\s)|(?<=until\s))(?:the\s)?)
    (?P<s2>spring|summer|autumn|(?<!the\s)fall|winter)\b(?!\sof\b))""",
    "tTemlLsSwWfFaAnN",
)
def season(found: Found, clock: Clock) -> Sense | None:
    """`the summer of 2014`, `last winter`."""
    name = (found["s1"] or found["s2"]).lower()
    year = _year_behind(found, clock)
    if year is None and found["s2"] and clock.published:
        year = clock.published.year
        ended = date(year, p.SEASONS[name][1], 1) <= p.step(clock.published, "month", -3)
        begun = date(year, p.SEASONS[name][1], 1) <= clock.published
        ahead = bool(clock.ahead(*found.span()))
        rel = (found["rel2"] or "").lower()
        year += {"last": ended - 1, "this": 0, "next": begun, "": 0 if begun or ahead else -1}[rel]
    return _part(found, p.season(year, name)) if year else p.UNRESOLVED


def _part(found: Found, whole: Sense) -> Sense:
    said = found.groupdict().get("part")
    if not said:
        return whole
    words = said.lower().split()
    return p.part(whole, PARTS.get(words[-2] if words[-1] == "of" else words[0], "late"))


def _year_behind(found: Found, clock: Clock) -> int | None:
    """The year that the words themselves give."""
    if found["y"]:
        return int(found["y"])
    if found["rel"] and found["rel"].lower() in {"that", "the same"}:
        reference = clock.reference("year")
        return reference.year if reference else None
    if found["rel"] and clock.published:
        return clock.published.year + {"last": -1, "this": 0, "next": 1}[found["rel"].lower()]
    return None


def _nearest_year(found: Found, clock: Clock, month: int, day: int | None) -> int | None:
    """The year of a date that names none."""
    if shared := SHARED_YEAR.match(clock.text, found.end()):
        return int(shared["y"]) - (month > w.month_number(shared["m"]))
    published = clock.published
    if published is None or (found["rel"] and day):
        return None
    past = published.year - ((month, day or 0) > (published.month, published.day))
    if (month, day or published.day) == (published.month, published.day):
        return past
    ahead = clock.ahead(found.start(), found.end())
    rel = (found["rel"] or "").lower()
    if rel in {"last", "next"}:
        return past - (rel == "last" and not day and month == published.month) if rel == "last" else past + 1
    to_go = (date(past + 1, month, min(day or 1, 28)) - published).days
    if ahead is None:
        ahead = to_go <= SOON
    return past + (ahead and to_go <= FAR)


RULES: tuple[Rule, ...] = (
    day_of_month,
    feast,
    iso_day,
    numeric_day,
    month_of_year,
    month_alone,
    year_alone,
    decade,
    century,
    quarter,
    season,
)
