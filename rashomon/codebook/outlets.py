"""Outlets: newspapers, broadcasters and wire agencies, by the names that reports call them."""

import csv
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).with_name("outlets.csv")
_ARTICLE = re.compile(r"^the\s+", re.I)
_SORT = re.compile(
    r"\s+(?:(?:[Nn]ews\s)?[Aa]gency|[Nn]ewswire|[Nn]ewspaper|[Dd]aily|[Mm]agazine|[Tt]elevision|TV|[Cc]hannel|[Nn]etwork"
    r"|[Ww]ebsite|[Ss]tation|[Rr]adio|[Ss]ite|[Pp]aper)$"
)
"""The sort of outlet, said behind its name."""
_POSSESSIVE = re.compile(r"['’]s?$")
MOST_WORDS = 5
_TOKEN = re.compile(r"\w+")
_CAPITAL_BEFORE = re.compile(r"\b(?!The\b|By\b)[A-Z]\w+ $")
_CAPITAL_BEHIND = re.compile(r" [A-Z][a-z]")
_STUCK = re.compile(r"(?<=[a-z])[A-Z][a-z]+$")


@dataclass(frozen=True, slots=True)
class Outlet:
    """Someone who publishes reports."""

    name: str
    kind: str
    """`agency`, `newspaper`, `broadcaster` or `online`."""
    country: str | None
    """ISO 3166-1 alpha-3."""
    family: str | None
    """The outlet or body that it belongs to."""
    sites: tuple[str, ...] = ()
    """Hosts of its pages, without `www.`."""


def outlet_of(words: str) -> Outlet | None:
    """The outlet that `words` name, also with an article and its sort (`the daily`, `TV`) around the name."""
    return _by_name().get(named_as(words) or "")


def named_as(words: str) -> str | None:
    """The name of an outlet that `words` have, without an article or its sort (`the daily`, `TV`) around it.

    Capitals count, for many an outlet's name is a common word: `Dawn` is one, `dawn` is none. A name may have lost
    its apostrophe (`SANAs`).
    """
    bare = _POSSESSIVE.sub("", words.strip(" \"'“”‘’"))
    forms = dict.fromkeys((bare, _ARTICLE.sub("", bare)))
    for form in [*forms]:
        forms[_SORT.sub("", form)] = None
    if bare.endswith("s") and bare[:-1].isupper():
        forms[bare[:-1]] = None
    found = next((form for form in forms if form in _by_name()), None)
    if found and _ARTICLE.sub("", _by_name()[found].name) == _ARTICLE.sub("", found):
        return _by_name()[found].name
    return found


def outlet_at(host: str) -> Outlet | None:
    """The outlet whose pages stand under `host`, also as `edition.cnn.com`; a path behind it does not matter."""
    host = host.casefold().partition("/")[0].removeprefix("www.")
    while host:
        if found := _by_site().get(host):
            return found
        host = host.partition(".")[2]
    return None


def outlet_by_slug(word: str) -> Outlet | None:
    """The outlet that one word in small letters stands for, as feeds and data sets call it: `dailysabah`, `ahram`."""
    return _by_slug().get(word.removeprefix("al")) if word.isalpha() and word.islower() else None


def outlet_in(words: str) -> str | None:
    """The name of the outlet that `words` end in, behind words in lower case: `state news agency SANA`."""
    if whole := named_as(words):
        return whole
    parts = words.split()
    for n in range(min(MOST_WORDS, len(parts) - 1), 0, -1):
        before, last = parts[-n - 1], " ".join(parts[-n:])
        if (before[0].islower() or before[0] in "“\"'") and (found := named_as(last)):
            return found
    return None


def outlets_named(text: str) -> Iterator[tuple[int, int, Outlet]]:
    """Every name of an outlet that stands in `text`, with its place, in the order of the text.

    Of names that begin at one place the longest counts, and a name must be whole words; but one of several words may
    stick to the word before it, as it does where a page was taken apart (`Ada QuillAssociated Press`).
    """
    free = 0
    for token in _TOKEN.finditer(text):
        start = token.start()
        if start < free:
            continue
        names = _by_first_word().get(token[0])
        if names is None and (stuck := _STUCK.search(token[0])):
            start += stuck.start()
            names = [name for name in _by_first_word().get(stuck[0], ()) if " " in name]
        for name in names or ():
            end = start + len(name)
            if text.startswith(name, start) and not text[end : end + 1].isalnum():
                if not _goes_on(text, start, end, _by_name()[name]):
                    yield start, end, _by_name()[name]
                    free = end
                break


def _goes_on(text: str, start: int, end: int, outlet: Outlet) -> bool:
    """Whether a name of one plain word is part of a longer one: `Marrow Bay Observer`, `Guardian Council`."""
    bare = _ARTICLE.sub("", text[start:end])
    if outlet.kind == "agency" or not bare.isalpha() or not bare.istitle():
        return False
    longer_before = bare == text[start:end] and _CAPITAL_BEFORE.search(text, max(0, start - 20), start)
    return bool(longer_before or _CAPITAL_BEHIND.match(text, end))


@functools.cache
def _by_first_word() -> dict[str, list[str]]:
    """The names that begin with each word, the longest first."""
    found: dict[str, list[str]] = {}
    for name in sorted(_by_name(), key=lambda name: (-len(name), name)):
        if first := _TOKEN.match(name):
            found.setdefault(first[0], []).append(name)
    return found


@functools.cache
def _by_name() -> dict[str, Outlet]:
    found = {}
    for outlet, aliases in _rows():
        for name in (outlet.name, *aliases):
            found[name] = found[_ARTICLE.sub("", name)] = outlet
    found.pop("", None)
    return found


@functools.cache
def _by_site() -> dict[str, Outlet]:
    return {site: outlet for outlet, _ in _rows() for site in outlet.sites}


@functools.cache
def _by_slug() -> dict[str, Outlet]:
    """The outlets by the letters of their names without a leading article; none where two have the same."""
    found: dict[str, set[Outlet]] = {}
    for outlet, aliases in _rows():
        for name in filter(None, (outlet.name, *aliases)):
            letters = "".join(filter(str.isalpha, _ARTICLE.sub("", name))).casefold()
            found.setdefault(letters.removeprefix("al"), set()).add(outlet)
    return {letters: outlets.pop() for letters, outlets in found.items() if len(outlets) == 1}


def _rows() -> Iterator[tuple[Outlet, list[str]]]:
    """The outlets of the table, each with its other names."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            sites = tuple(filter(None, row["sites"].split("|")))
            yield (
                Outlet(row["name"], row["kind"], row["country"] or None, row["family"] or None, sites),
                row["aliases"].split("|"),
            )
