"""The words that times are made of, as pieces of patterns, and their numbers."""

import re

MONTH_NAMES = "january february march april may june july august september october november december".split()
DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()
ONES = "one two three four five six seven eight nine".split()
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = ["first", "second", "third", "fourth"]

NUMBERS = {
    **{word: n for n, word in enumerate([*ONES, *TEENS], 1)},
    **{word: 10 * n for n, word in enumerate(TENS, 2)},
    "a": 1,
    "an": 1,
    "a couple of": 2,
    "couple": 2,
    "a dozen": 12,
    "half a dozen": 6,
}

MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
MONTH += r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
SHORT_WEEKDAY = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\b\.?)"
UNIT = r"(?:day|week|weekend|fortnight|month|quarter|year|decade|century|centurie)"
SHORT_UNIT = r"(?:second|minute|hour)"
DAYTIME = (
    r"(?:(?:early\s|late\s|mid-?)?(?:morning|afternoon|evening|night)|"
    r"(?:early|small)\shours|dawn|dusk|noon|midday|midnight)"
)
YEAR = r"(?:1[5-9]|20)\d\d"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_SMALL = rf"(?:{'|'.join(ONES)})"
COUNT = (
    rf"(?:\d{{1,4}}(?:\.\d+)?|(?:{'|'.join(TENS)})(?:[-\s]{_SMALL})?|{_SMALL}(?!\w)|{'|'.join(TEENS)}"
    r"|half\sa\sdozen|a\scouple\sof|couple(?:\sof)?|a\sdozen|several|many|dozens\sof|(?:a\s)?few|an?)"
)

DAYTIMES = {
    "morning": "MO",
    "hours": "MO",
    "dawn": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "dusk": "EV",
    "night": "NI",
}
CLOCK = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}
LETTERS = {"day": "D", "week": "W", "weekend": "WE", "month": "M", "quarter": "Q", "year": "Y"}
LONG = {"decade": (10, "Y"), "century": (100, "Y"), "fortnight": (2, "W")}


def month_number(word: str) -> int:
    """1 to 12, from any spelling."""
    return [name[:3] for name in MONTH_NAMES].index(word[:3].lower()) + 1


def weekday_number(word: str) -> int:
    """0 for Monday to 6, from any spelling."""
    return [name[:3] for name in DAY_NAMES].index(word[:3].lower())


def day_number(word: str) -> int:
    """The day of a month, from `3`, `03` or `3rd`."""
    return int(word.rstrip("stndrh"))


def year_number(word: str, like: int | None = None) -> int:
    """A year in full; of two digits, the first such after `like`, else in the last century or this one."""
    if len(word) == 4:
        return int(word)
    if like is not None:
        return like - like % 100 + int(word)
    return int(word) + (1900 if int(word) > 40 else 2000)


def unit_name(word: str) -> str:
    """A unit in the singular."""
    word = word.lower()
    return "century" if word.startswith("centur") else word.rstrip("s")


def number(words: str) -> float | None:
    """The number that words give; None where they give none, as `several`."""
    words = re.sub(r"[-\s]+", " ", words.lower())
    if words[0].isdigit():
        return float(words)
    if words.startswith("couple"):
        return 2
    if words in NUMBERS:
        return NUMBERS[words]
    tens, _, ones = words.partition(" ")
    return NUMBERS[tens] + NUMBERS[ones] if tens in NUMBERS and ones in NUMBERS else None


def length(count: float | None, unit: str) -> str:
    """A duration in TIMEX3: `P2D`, `PT3H`, `PXY` for some years."""
    if unit in {"second", "minute", "hour"}:
        return f"PT{_plain(count)}{unit[0].upper()}"
    if unit in LONG:
        times, letter = LONG[unit]
        return f"P{_plain(count * times)}{letter}" if count is not None else f"PX{unit[:2].upper()}"
    return f"P{_plain(count)}{LETTERS[unit]}"


def _plain(count: float | None) -> str:
    return "X" if count is None else f"{count:g}"
