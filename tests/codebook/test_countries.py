"""Countries by any of their names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.codebook.countries import capital_of, countries, country_of


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Syria", "SYR"),
        ("Syria's", "SYR"),
        ("Syria’s", "SYR"),
        ("Syrias", "SYR"),
        ("Syrian", "SYR"),
        ("the Syrians", "SYR"),
        ("SYRIA", "SYR"),
        ("IRAN", "IRN"),
        ("Cyprus'", "CYP"),
        ("U.S.", "USA"),
        ("US's", "USA"),
        ("the United States", "USA"),
        ("Niger", "NER"),
        ("Nigerian", "NGA"),
        ("Congolese", "COD"),
        ("Danes", "DNK"),
        ("French", "FRA"),
        ("Türkiye", "TUR"),
    ],
)
def test_a_country_is_known_by_name_adjective_and_possessive(words: str, code: str) -> None:
    country = country_of(words)
    assert country
    assert country.iso3 == code


@pytest.mark.parametrize("words", ["us", "it", "", "s", "the", "Damascus", "Selmara", "'s"])
def test_other_words_are_no_country(words: str) -> None:
    assert country_of(words) is None


@pytest.mark.parametrize(
    ("words", "code"),
    [("Damascus", "SYR"), ("the Kremlin", "RUS"), ("Kyiv’s", "UKR"), ("Kiev", "UKR"), ("Sana'a", "YEM")],
)
def test_a_capital_stands_for_its_government(words: str, code: str) -> None:
    country = capital_of(words)
    assert country
    assert country.iso3 == code


def test_every_name_is_that_of_one_country() -> None:
    for one in countries():
        assert (len(one.iso2), len(one.iso3)) == (2, 3)
        for word in (one.name, *one.adjectives, *one.other_names):
            assert country_of(word) is one
        for capital in one.capitals:
            assert capital_of(capital) is one


@given(st.text())
def test_any_words_are_answered(words: str) -> None:
    country_of(words)
    capital_of(words)
