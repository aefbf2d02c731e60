"""Credits: the words at head and foot of a report that name the outlet whose text it carries."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import itemgetter

from rashomon.codebook.outlets import Outlet, outlet_at, outlet_of, outlets_named
from rashomon.model import Report, Span

AGENCIES = "agencies"
"""What "with agencies" names: wire services, nobody says which."""
LINE = 400
"""Characters of the longest line that can be a by-line."""
FOOT = 300
"""Characters at the end of a text in which its sign-off stands."""

_DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d|\d)"
)
_PERSON = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}"
_PEOPLE = re.compile(rf"(?:B[Yy] )?{_PERSON}(?:(?: ?, ?| and | ?, ?and ){_PERSON})*[ ,|•—–-]*(?:[Tt]he )?")
_BY = re.compile(r"(?:(?:.{0,60}\b)?by:?\s+)?(?:the\s+)?", re.I)
_BEHIND_BYLINE = re.compile(
    rf"\s*(?:[A-Z][a-z]+\s)?(?:Writers?|Staff|Correspondents?)?[\s.,|•—–-]*(?:(?:Published|Posted|Updated|{_DAY}|—|By\b).*)?$"
)
_PHOTO = re.compile(r"\b(?:Photo|Getty|Image|Pool|via|Pictured|Photograph|File|Lehtikuva)\b", re.I)
_DATELINE = re.compile(r"\( ?([^()\n]{2,40}?) ?\) ?(?:[—–-]{1,2}|:)(?=\s|[A-Z“\"])")
_PLACE = re.compile(r"^[A-Z][A-Za-z.’' -]{2,30},\s+([A-Z][A-Za-z -]{1,20})\s+[—–-]{1,2}\s", re.M)
_NAMES = r"([A-Za-z][^()\[\]\n—–]{1,40}?)"
_SIGNED = re.compile(
    rf"(?:\( ?{_NAMES} ?\)|\[ ?{_NAMES} ?\]|(?<=[\s.”\"])/{_NAMES}/|(?<=[\s.”\"])[—–-] ?{_NAMES})[\s.]*$"
)
_SOURCE = re.compile(r"(?:^|\(|[.!?”\"] |\n) ?Sources?:? ?([A-Za-z][^()\n]{1,60}?) ?(?=[)\n]|$)", re.I)
_INPUT = re.compile(
    r"\b(?:with|contains|includes)\s+(?:(?:additional\s+)?(?:inputs?|files|reporting|material|information|reports)\s+(?:from|by)\s+)"
    r"([^.()\n]{2,80})",
    re.I,
)
_CONTRIBUTED = re.compile(r"\bcontributed\s+(?:reporting\s+)?to\s+th(?:is|e)\s+(?:report|story|article)")
_COPYRIGHT = re.compile(r"(?:Copyright|©|\(c\))\s*(?:©\s*)?(?:\d{4}\s+)?(?:by\s+)?([^.\n]{2,60})", re.I)
_FIRST = re.compile(
    r"\b(?:(?:story|article|report)\s+(?:was\s+)?(?:(?:first|originally)\s+)?(?:appeared|published|republished|produced|provided)"
    r"|republished|reprinted)\s+(?:in|on|by|from|at)\s+([^.\n]{2,60})",
    re.I,
)
_WITH_AGENCIES = re.compile(
    r"(?:\b(?:with|and)\s+|\(|/|^)((?:news\s+)?agencies)(?=\s*[)/]|\s*[.\n]|\s*$)", re.I | re.M
)


@dataclass(frozen=True, slots=True)
class Credit:
    """Words that name an outlet as author of the text, or of a part of it."""

    outlet: str
    span: Span
    confidence: float
    why: str


Mentions = list[tuple[int, int, Outlet]]


def credits_of(report: Report) -> list[Credit]:
    """Every credit in by-line, dateline and sign-off, in the order of the text; those of photographs are none.

    A name is believed where the table of outlets has it, and behind `Source:` also where it does not.
    """
    text = report.text
    mentions = list(outlets_named(text))
    found = {credit for read in _READERS for credit in read(text, mentions)}
    return sorted(found, key=lambda credit: (credit.span, -credit.confidence, credit.outlet))


def _bylines(text: str, mentions: Mentions) -> Iterator[Credit]:
    """`By Ada Quill, Northern Wire`, or the name of an agency alone on a line."""
    for start, end, outlet in mentions:
        behind = text[end : end + LINE].partition("\n")[0]
        if not _BEHIND_BYLINE.match(behind):
            continue
        line = text[max(0, start - LINE) : start].rpartition("\n")[2]
        before = " ".join([*line.split(), ""])
        if not _PHOTO.search(before + behind) and _is_byline(before, text[start:end], outlet):
            yield Credit(outlet.name, (start, end), 0.95, "named in the by-line")


def _is_byline(before: str, name: str, outlet: Outlet) -> bool:
    """Whether words before a name at the end of a line make it an author rather than a photographer's employer."""
    signed = before.lower().startswith("by ")
    if outlet.kind != "agency" and not signed:
        return False
    return bool(_BY.fullmatch(before)) or (bool(_PEOPLE.fullmatch(before)) and (signed or not name.isupper()))


def _datelines(text: str, mentions: Mentions) -> Iterator[Credit]:
    """`PORT ANSEL (AFP) -`."""
    for match in (*_DATELINE.finditer(text), *_PLACE.finditer(text)):
        yield from _within(mentions, match.span(1), 0.97, "named in the dateline")


def _signed(text: str, mentions: Mentions) -> Iterator[Credit]:
    """`(AFP)`, `- AFP` or `/IRNA/` at the end."""
    end = len(text.rstrip())
    match = _SIGNED.search(text, max(0, text.rfind("\n", 0, end) + 1, end - FOOT), end)
    if match and match.lastindex and not _PHOTO.search(match[0]):
        yield from _within(mentions, match.span(match.lastindex), 0.9, "named at the end")


def _sources(text: str, mentions: Mentions) -> Iterator[Credit]:
    """`Source: Northern Wire`; whoever is named there is meant as the source of the text."""
    for match in _SOURCE.finditer(text):
        named = list(_within(mentions, match.span(1), 0.9, "named as its source"))
        yield from named
        site = outlet_at(match[1].casefold()) or outlet_of(match[1].title())
        if not named and site:
            yield Credit(site.name, match.span(1), 0.9, "named as its source")
        elif not named and _is_name(match):
            yield Credit(match[1], match.span(1), 0.8, "named as its source")


def _is_name(source: re.Match[str]) -> bool:
    """Whether what stands behind `Source:` can be a name, though the table has none such."""
    return ":" in source[0] and len(source[1].split()) <= 5 and not _WITH_AGENCIES.search(source[1])


def _shared_work(text: str, mentions: Mentions) -> Iterator[Credit]:
    """`AFP contributed to this report`, `with input from AFP`, `Copyright AFP`, `first appeared in the Journal`."""
    for match in _CONTRIBUTED.finditer(text):
        start = max(text.rfind("\n", 0, match.start()) + 1, match.start() - FOOT)
        yield from _within(mentions, (start, match.start()), 0.85, "said to have contributed")
    for pattern, sure, why in (
        (_INPUT, 0.9, "said to have contributed"),
        (_COPYRIGHT, 0.85, "holds the copyright"),
        (_FIRST, 0.9, "said to have published it first"),
    ):
        for match in pattern.finditer(text):
            yield from _within(mentions, match.span(1), sure, why)
    for match in _WITH_AGENCIES.finditer(text):
        yield Credit(AGENCIES, match.span(1), 0.7, "wire services, not named")


def _within(mentions: Mentions, span: Span, sure: float, why: str) -> Iterator[Credit]:
    for start, end, outlet in mentions[bisect_left(mentions, span[0], key=itemgetter(0)) :]:
        if start >= span[1]:
            break
        if end <= span[1]:
            yield Credit(outlet.name, (start, end), sure, why)


_READERS: tuple[Callable[[str, Mentions], Iterator[Credit]], ...] = (
    _bylines,
    _datelines,
    _signed,
    _sources,
    _shared_work,
)
