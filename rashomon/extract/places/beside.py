"""Words beside a name that say of what kind the place is, or that it is one."""

import re

from rashomon.model import PlaceKind

_WORDS: dict[str, tuple[PlaceKind, ...]] = {
    "province": ("province",),
    "governorate": ("province",),
    "oblast": ("province",),
    "state": ("province",),
    "district": ("district", "town"),
    "subdistrict": ("district", "town"),
    "county": ("district", "province"),
    "parish": ("district",),
    "municipality": ("district", "town"),
    "city": ("town",),
    "town": ("town",),
    "capital": ("town",),
    "village": ("town",),
    "region": ("region", "province", "district"),
    "valley": ("region", "natural", "district"),
    "river": ("water",),
    "lake": ("water",),
    "mountain": ("natural",),
}
"""What each word allows, the likeliest first: the seat of a district bears its name."""
_WORD = r"(provinces?|governorates?|oblast|states?|sub-?districts?|districts?|count(?:y|ies)|parish|municipality|city"
_WORD += r"|capital|towns?|villages?|regions?|valley|rivers?|lake|mountains?)"
_AFTER = re.compile(rf"[ \u00a0]{_WORD}\b(?! of\b)", re.I)
_BEFORE = re.compile(rf"\b{_WORD} of (?:the )?$", re.I)
_SURELY_AFTER = re.compile(r"[ \u00a0](?:province|governorate|(?:sub-?)?district|village|oblast)\b")
_SURELY_BEFORE = re.compile(r"\b(?:province|governorate|(?:sub-?)?district|village|town|city) of $")
_LAST = re.compile(rf"[ \u00a0]{_WORD}$", re.I)
_PLACED = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Aa]t|[Ff]rom|[Tt]o|[Oo]f|[Oo]utside|[Aa]round|[Aa]cross|[Ii]nto|[Tt]hroughout|[Tt]owards?|"
    r"[Bb]etween|[Ii]nside|[Vv]ia|[Tt]hrough|leaving|(?:north|south)?-?(?:east|west)(?:ern)?|(?:north|south)(?:ern)?|"
    r"central|downtown|neighbou?ring|nearby|city|town|village|capital|province|district)[ \u00a0](?:the )?$"
)
"""What stands before a place. A direction with a capital is part of a name: `West Wing`."""
_SITE = re.compile(
    r"\b(?:airport|airfield|air ?base|base|bridge|hospital|camp|market|bazaar|square|mosque|road|highway|street|avenue|"
    r"prison|station|crossing|port|dam|stadium|park|checkpoint|university|school|church|hotel)\b",
    re.I,
)
_POSSESSIVE = re.compile(r"[’']s?$")
REACH = 24
"""Characters before a name in which a word on its kind or place may stand."""


def kinds_beside(text: str, start: int, end: int) -> tuple[PlaceKind, ...]:
    """The kinds that a word beside a name allows: `Paktia province`, `the town of Gardez`."""
    found = _AFTER.match(text, end) or _BEFORE.search(text, max(0, start - REACH), start)
    return _kinds(found)


def without_kind(text: str, start: int, end: int) -> tuple[int, int, tuple[PlaceKind, ...]]:
    """A name without article, possessive and a last word that says its kind, and the kinds that this allows."""
    if text[start:end].lower().startswith("the "):
        start += 4
    if bare := _POSSESSIVE.search(text, start, end):
        end = bare.start()
    found = _LAST.search(text, start, end)
    return start, found.start() if found else end, _kinds(found)


def _kinds(found: re.Match[str] | None) -> tuple[PlaceKind, ...]:
    if found is None:
        return ()
    word = found[1].lower().replace("-", "")
    word = "county" if word == "counties" else word
    return _WORDS.get(word) or _WORDS.get(word.removesuffix("s"), ())


def unknown_named(text: str, start: int, end: int) -> bool:
    """Whether a word beside says that this is a place, even if no list has it: `the village of Orvanik`."""
    return (
        _SURELY_AFTER.match(text, end) is not None
        or _SURELY_BEFORE.search(text, max(0, start - REACH), start) is not None
    )


def placed(text: str, start: int) -> bool:
    """Whether a word like `in` or `northern` stands before."""
    return _PLACED.search(text, max(0, start - REACH), start) is not None


def site_in(words: str) -> bool:
    """Whether words name a thing built in some place: a bridge, a hospital."""
    return _SITE.search(words) is not None
