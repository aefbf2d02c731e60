"""Words that may be a time or something else: `May`, `March`, `2000`."""

import re

NAMES = {"April", "May", "June", "August", "March", "Jan", "Mar", "Sept", "Dec", "Jun", "Jul"}
"""Months that are also names or words: they need a word before them that leads to a time."""
LEADS = re.compile(
    r"(?:\b(?i:in|since|until|till|by|of|last|next|this|from|through|between|during|before|after|for|each|every|to|"
    r"its|their|about|around|late|early)\s(?:the\s(?:month\sof\s)?)?"
    r"|\b(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*(?:,|\s(?:and|or|to|through|until)|,\sand)?\s?[-–]?\s?)$"
)
VERB = re.compile(r"\s(?:on|for|against|to|in|through|with|be|have|not)\b")
YEAR_LEADS = re.compile(
    r"(?:\b(?i:in|since|until|till|by|of|from|between|during|before|after|for|through|circa|year|than|late|early|to|and"
    r"|or|spring|summer|autumn|winter|fall|the|an?|its|their|his|her|this|every)\s"
    r"|(?P<name>\b[A-Z]\w+\s)|[(\[/–-]|, |\A|\n)$"
)
COUNTED = re.compile(
    r"(?:\s|-)(?:\w+ly\s|\w+ed\s|more\s|other\s|of\s(?:the|them|its|his)\s)?(?:people|persons?|men|women|children|civilians?|"
    r"soldiers?|troops|police\w*|fighters?|militants?|rebels?|refugees?|families|homes?|houses|villages?|villagers|members?|"
    r"workers?|jobs|employees|students?|tons?|tonnes?|kms?|kilo\w+|miles?|met(?:er|re)s?|feet|ft|acres|hectares|pounds?|"
    r"lbs?|kg|dollars?|euros?|points?|hours?|hrs|minutes|days|weeks|months|years?\b(?!-)|GMT|UTC|local\stime|million|billion|"
    r"dead|deaths|wounded|injured|others|copies|units|shares|vehicles|cars|planes|aircraft|strong|times|per\scent|percent|"
    r"prisoners|detainees|residents|protesters|demonstrators|Taliban|Afghans|rounds|mm)\b|%"
)
NAME_GOES_ON = re.compile(r" [A-Z]")
"""`Brandmark 2000 Index` is a name, `Conference 2010` has a year; `May and April Quill` are people."""
AMOUNT = re.compile(
    r"(?:[$£€#№]|\b(?:about|nearly|almost|some|over|than|least|most|only|No\.|nos?\.|number|US\$|Rs\.?))\s?$"
)


def is_month(text: str, start: int, end: int) -> bool:
    """Whether the name of a month without day or year stands for the month."""
    if text[start:end].rstrip(".") not in NAMES:
        return True
    if text.startswith(("May’s", "May's"), start):
        return False
    lead = LEADS.search(text, max(0, start - 24), start)
    if lead is None or (lead["month"] and NAME_GOES_ON.match(text, end)):
        return False
    return not (text.endswith("to ", 0, start) and VERB.match(text, end))


def is_year(text: str, start: int, end: int) -> bool:
    """Whether four digits are a year, not a count or an amount."""
    if COUNTED.match(text, end):
        return False
    low = max(0, start - 24)
    lead = YEAR_LEADS.search(text, low, start)
    if lead is None or AMOUNT.search(text, low, start):
        return False
    return not (lead["name"] and NAME_GOES_ON.match(text, end))


NAME_BEFORE = re.compile(
    r"\b(?:Black|Bloody|Good|Holy|Ash|Palm|Easter|Cyber|Super|Sheffield|Ruby|Shrove|Maundy|Whit)\s$"
)
NAME_BEHIND = re.compile(
    r"\s(?:Times|Telegraph|Mail|Mirror|Express|People|Herald|Post|Star|Tribune|Independent|World|School|Night\sLive|Business\sPost)\b"
)


def is_weekday(text: str, start: int, end: int) -> bool:
    """Whether the name of a weekday stands for a day, not in a name as `Bloody Sunday` or `Sunday Times`."""
    return not NAME_BEFORE.search(text, max(0, start - 12), start) and not NAME_BEHIND.match(text, end)
