"""Places: what is one, and which it is."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.annotate import annotate
from rashomon.extract.places import read_places
from rashomon.extract.places.keys import loose, plain, skeleton
from rashomon.extract.places.resolve import distance
from rashomon.model import Annotation, Entity, Place
from tests import builders as build

CASES = Path(__file__).parent / "places.txt"
FRAGMENTS = "in Paris , Texas the St. al-Bab's W.Va. Gaza-Sudan U.S. (Syria) district province of Deir ez-Zor \n".split(
    " "
)
LABELS = ("GPE", "LOC", "FAC", "PERSON", "ORG", "NORP", "DATE")


def cases() -> list[tuple[str, list[str]]]:
    """Each text and the lines below it."""
    found = list[tuple[str, list[str]]]()
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            found[-1][1].append(line.strip())
        elif line and not line.startswith("#"):
            found.append((line, []))
    return found


def shown(place: Place) -> str:
    if place.name is None:
        return f"{place.text} = -"
    return f"{place.text} = {place.kind} {place.name}, {place.adm_1 or '-'}, {place.country or '-'}"


@pytest.mark.parametrize(("text", "expected"), cases())
def test_places_are_read(text: str, expected: list[str]) -> None:
    assert [shown(place) for place in read_places(build.report(text=text), annotate(text))] == expected


def test_the_report_decides_between_places_of_one_name() -> None:
    for around, country in (("Moscow and Kazan", "RU"), ("Detroit and Chicago", "US")):
        text = f"Trains run from {around} to St. Petersburg, and no further than Petersburg."
        places = read_places(build.report(text=text), annotate(text))
        assert places[0].country == country


def test_a_resolved_place_has_number_and_coordinates() -> None:
    text = "A mortar hit Aleppo."
    (place,) = read_places(build.report(text=text), annotate(text))
    assert place.geonames == 170063
    assert place.lat is not None
    assert place.lon is not None
    assert distance((place.lat, place.lon), (36.2, 37.16)) < 10


@pytest.mark.parametrize(
    "spellings",
    [
        ("Paktia", "Paktya", "Paktiya"),
        ("Khan Sheikhun", "Khan Shaykhun", "Khan Sheikhoun"),
        ("al-Raqqa", "Ar Raqqah", "el-Raqqa"),
        ("Uruzgan", "Oruzgan", "Urozgan"),
        ("Kunduz", "Qunduz", "Kondoz"),
    ],
)
def test_spellings_of_one_name_sound_alike(spellings: tuple[str, ...]) -> None:
    assert len({loose(plain(one)) for one in spellings}) == 1


def test_names_are_plain_without_accents_marks_and_hyphens() -> None:
    assert plain("Deir ez-Zor") == "deir ez zor"
    assert plain("Ḩajjah") == plain("Hajjah")
    assert plain("Sana’a") == plain("Sanaa")
    assert skeleton(loose("hilmand")) == skeleton(loose("helmand"))


def hold_to_text(text: str, places: tuple[Place, ...]) -> None:
    end = 0
    for place in places:
        ((start, stop),) = place.spans
        assert end <= start < stop <= len(text)
        assert text[start:stop] == place.text
        assert (place.lat is None) == (place.lon is None)
        assert place.name is not None or (place.geonames, place.lat, place.country) == (None, None, None)
        end = stop
    assert len({place.id for place in places}) == len(places)


@st.composite
def annotations(draw: st.DrawFn) -> Annotation:
    """A text of names and noise, with labels anywhere."""
    text = draw(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=5)).map(" ".join))
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = zip(edges[::2], edges[1::2], strict=False)
    return Annotation(text, tuple(Entity(*span, draw(st.sampled_from(LABELS))) for span in spans))


@given(annotations())
def test_any_text_is_read_the_same_twice(annotation: Annotation) -> None:
    report = build.report(text=annotation.text)
    places = read_places(report, annotation)
    hold_to_text(annotation.text, places)
    assert places == read_places(report, annotation)


@pytest.mark.parametrize(
    "fragment", ["Paris, ", "al-", "A-", "St. ", "U.S.", "In ", "of ", "ŠÉ", "Gaza of the ", "’s ", "(\n"]
)
def test_a_long_hostile_text_is_read(fragment: str) -> None:
    text = fragment * (100_000 // len(fragment))
    hold_to_text(text, read_places(build.report(text=text), Annotation(text, ())))
