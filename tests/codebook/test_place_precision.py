"""How precise a place is, in the codes of the codebooks."""

import pytest

from rashomon.annotate import annotate
from rashomon.codebook.place_precision import acled_geo_precision, ucdp_where_prec
from rashomon.extract.places import read_places
from tests import builders as build


@pytest.mark.parametrize(
    ("words", "ucdp", "acled"),
    [
        ("in the town of Gardez", 1, 1),
        ("outside Gardez", 2, 2),
        ("five miles south of Gardez", 2, 2),
        ("in Zurmat district", 3, 2),
        ("in Paktia province", 4, 3),
        ("in the Donbas", 5, 3),
        ("in Afghanistan", 6, None),
        ("in the Red Sea", 7, None),
        ("in Africa", None, None),
    ],
)
def test_a_place_has_its_codes(words: str, ucdp: int | None, acled: int | None) -> None:
    text = f"Seven people were killed {words}."
    (place,) = read_places(build.report(text=text), annotate(text))
    assert (ucdp_where_prec(place, text), acled_geo_precision(place, text)) == (ucdp, acled)


def test_a_place_that_is_not_resolved_has_none() -> None:
    text = "Shells fell near the village of Orvanik."
    (place,) = read_places(build.report(text=text), annotate(text))
    assert place.name is None
    assert ucdp_where_prec(place, text) is None
    assert acled_geo_precision(place, text) is None
