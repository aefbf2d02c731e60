"""How precise a place is, in the codes of UCDP and ACLED."""

import re

from rashomon.model import Place

BEFORE = 40
"""Characters before a place in which a word on its relation to the event stands."""
_NEAR = re.compile(
    r"(?:\b(?:near|outside|close to|around|outskirts of|vicinity of|suburbs? of|on the road to|from|"
    r"(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west) of)\s+(?:the\s+)?"
    r"(?:(?:town|city|village)\s+of\s+)?)$",
    re.I,
)


def ucdp_where_prec(place: Place, text: str) -> int | None:
    """UCDP's `where_prec` of an event at a place of `text`: 1 to 7, None where the place is not resolved.

    1 the place itself, 2 near it (`outside Gardez`), 3 a district, 4 a province, 5 a part of a country that is no
    division, 6 the country, 7 water of no country. A continent has no code.
    Source: UCDP GED codebook, variable where_prec.
    """
    if place.kind in ("site", "town"):
        return None if place.name is None else 2 if _near(place, text) else 1
    if place.kind == "water":
        return 5 if place.country else 7
    codes = {"district": 3, "province": 4, "region": 5, "natural": 5, "country": 6}
    return codes.get(place.kind or "")


def acled_geo_precision(place: Place, text: str) -> int | None:
    """ACLED's `geo_precision` of an event at a place of `text`: 1 to 3, None where it is too coarse for ACLED.

    1 the town is named, 2 near a town, or a small area such as a district, 3 a larger region.
    Source: ACLED codebook, variable geo_precision; it records nothing of which only the country is known.
    """
    if place.kind in ("site", "town"):
        return None if place.name is None else 2 if _near(place, text) else 1
    return {"district": 2, "natural": 2, "province": 3, "region": 3}.get(place.kind or "")


def _near(place: Place, text: str) -> bool:
    start, end = place.spans[0][0], place.spans[-1][1]
    if re.match(r"[’']s?\s+(?:outskirts|suburbs)", text[end : end + 14]):
        return True
    return _NEAR.search(text, max(0, start - BEFORE), start) is not None
