"""The text's own first lines, as people paste them: headline, byline, outlet, date.

Conservative: a line that could as well be prose says nothing. A dateline such as `KESSAR, March 4
(Northern Wire) -` names no outlet, for a wire credit is not the publisher, and no date without its year.
"""

import re

from rashomon.ingest import dates, run_in
from rashomon.ingest.outlets import looks_like_outlet
from rashomon.model import Given

MAX_TITLE, MAX_LINE, MAX_LETTERHEAD, MAX_HEADERS = 160, 120, 60, 6

_LABEL = re.compile(
    r"(?P<label>(?:first\s+)?published|posted|date|(?:last\s+)?(?:updated|modified)|authors?|byline|source"
    r"|outlet|publisher|publication|newspaper|url|link|title|headline)(?:\s+(?:on|by|at))?\s*:\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
_LABELLED_FIELD = {
    "author": "byline", "authors": "byline", "byline": "byline", "source": "outlet", "outlet": "outlet",
    "publisher": "outlet", "publication": "outlet", "newspaper": "outlet", "url": "url", "link": "url",
    "title": "title", "headline": "title",
}  # fmt: skip
_CHANGED = re.compile(r"(?:last\s+)?(?:updated|modified|revised)(?:\s+on)?\s*[:–-]?\s*", re.IGNORECASE)
_ISSUED = re.compile(r"(?:(?:first\s+)?published|posted|issued|date)(?:\s+on)?\s*[:–-]?\s*", re.IGNORECASE)
_TIME = re.compile(
    r"[\s,·|@–-]*(?:T|at\s+)?(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\.\d+)?|\d{1,2}(?=\s*[ap]\.?m))?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:Z|[+-]\d\d:?\d\d|\(?[A-Z]{2,5}\)?(?:[+-]\d+)?|local time|hours|hrs)?\s*\.?",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+[|·•–—/]\s+")
_BYLINE = re.compile(r"(?:by|from)\s+(?P<names>\S.*)", re.IGNORECASE)
_SMALL = frozenset(
    """and & in the of de del della di da du la le el al bin bint ibn abu van von der den zu for with our
    staff reporter reporters correspondent correspondents writer writers editor agencies agency""".split()
)
_PLACE = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}")
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]+(?:,\s*[A-Z][\w .'’-]*)?,\s+")
_DAY_LINE = re.compile(rf"{_DATELINE.pattern}(?i:{dates.MONTH})\b")
_DATELINE_END = re.compile(r"\s*(?:\([^)]{1,60}\)\s*)?[–—:-]")


def read(text: str) -> Given:
    """What the first lines of `text` say of its title, byline, outlet, dates and address."""
    lines = _first_lines(text)
    if lines and len(lines[0][0]) > MAX_LINE and (run_together := run_in.read(lines[0][0][:MAX_LINE])):
        return run_together
    found: dict[str, str] = {}
    if lines and _is_masthead(lines[0][0]):
        found["outlet"] = lines.pop(0)[0]
    if lines and _is_title(lines):
        found["title"] = lines.pop(0)[0]
    for line, _ in lines[:MAX_HEADERS]:
        parts = [part for part in _PARTS.split(line) if part]
        fields = [_header(part) for part in parts]
        if any(field is None for field in fields):
            if len(line) > MAX_LETTERHEAD or line[-1] in ".:;,!?":
                break  # here the prose begins
            continue
        for field in fields:
            for name, value in (field or {}).items():
                found.setdefault(name, value)
    else:
        return Given(by="first lines", **found)
    _dateline(line, found)
    return Given(by="first lines", **found)


def _first_lines(text: str) -> list[tuple[str, bool]]:
    """The first lines that hold anything, each with whether an empty one follows."""
    lines: list[tuple[str, bool]] = []
    for line in re.split(r"\r\n?|\n|\u2028|\u2029", text[:8000]):
        stripped = line.strip()
        if stripped:
            lines.append((stripped, False))
        elif lines:
            lines[-1] = (lines[-1][0], True)
        if len(lines) > MAX_HEADERS + 2:
            break
    return lines


def _is_masthead(line: str) -> bool:
    """`The Harbour Post` above the headline; longer, it may be one: `Farmers of Kessar Hit Hard Times`."""
    return len(line.split()) <= 3 and looks_like_outlet(line)


def _is_title(lines: list[tuple[str, bool]]) -> bool:
    """Short, unpunctuated at its end, and set off from what follows."""
    line, empty_after = lines[0]
    if len(lines) < 2 or len(line) > MAX_TITLE or line[-1] in ".:;,-–—" or len(line.split()) < 2:
        return False
    if _DAY_LINE.match(line) or (_header(line) is not None and not looks_like_outlet(line)):
        return False
    following = lines[1][0]
    # Without an empty line between, it must not be the first line of hard-wrapped prose.
    return (
        empty_after
        or _header(following) is not None
        or (not following[0].islower() and len(following) > 2 * len(line))
    )


def _header(line: str) -> dict[str, str] | None:
    """The fields in a line that is nothing but a header; None if it may be prose."""
    if len(line) > MAX_LINE:
        return None
    if match := _LABEL.fullmatch(line):
        return _labelled(match["label"].lower(), match["value"])
    if found := dated(line) or _signed(line):
        return found
    if line.startswith(("https://", "http://")) and " " not in line:
        return {"url": line}
    return {"outlet": line} if looks_like_outlet(line) else None


def _labelled(label: str, value: str) -> dict[str, str]:
    """What a label such as `Source:` stands before; empty where a date cannot be read with certainty."""
    if field := _LABELLED_FIELD.get(label):
        return {"url" if value.startswith(("https://", "http://")) else field: value}
    day = dates.parse(value)
    return {_date_field(label): day} if day else {}


def _date_field(label: str) -> str:
    return "updated" if _CHANGED.match(label) else "published"


def dated(line: str) -> dict[str, str]:
    """`12 March 2024`, `Updated 12 March 2024 at 10:00 GMT`, `The Harbour Post, 12 March 2024`."""
    field, rest = "published", line
    if match := _CHANGED.match(line):
        field, rest = "updated", line[match.end() :]
    elif match := _ISSUED.match(line):
        rest = line[match.end() :]
    place = dates.first_in(rest)
    if not place:
        return {}
    found, start, end = place
    before, after = rest[:start].strip(" \t,|·–—-()"), rest[end:].strip(")")
    if not _TIME.fullmatch(after):
        return {}
    if not before:
        return {field: found}
    if looks_like_outlet(before):
        return {"outlet": before, field: found}
    return {field: found} if _PLACE.fullmatch(before) else {}


def _signed(line: str) -> dict[str, str]:
    """`By Ann Lee in Kessar`: names and the few small words that stand between them."""
    match = _BYLINE.fullmatch(line)
    if not match or line[-1] in ".:;?!":
        return {}
    words = [word.strip(",.()") for word in match["names"].split()]
    if len(words) > 14 or not words[0] or re.search(r"\d", line):
        return {}
    if not all(
        not word or word[0].isupper() or word.lower() in _SMALL or word.startswith("al-") for word in words
    ):
        return {}
    named = sum(1 for word in words if word and word.lower() not in _SMALL)
    # One word alone (`By Friday`) is a byline only with a small word such as `staff` beside it.
    return {"byline": match["names"]} if named >= 2 or (len(words) >= 2 and "staff" in line.lower()) else {}


def _dateline(line: str, found: dict[str, str]) -> None:
    """Take the date from `KESSAR, March 4, 2024 (Northern Wire) -`, if the year is there."""
    day = dates.first_in(line[:MAX_LINE])
    if day and _DATELINE.fullmatch(line[: day[1]]) and _DATELINE_END.match(line[day[2] :]):
        found.setdefault("published", day[0])
