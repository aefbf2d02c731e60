"""Outlets by name and by site."""

import pytest

from rashomon.codebook.outlets import outlet_at, outlet_by_slug, outlet_of, outlets_named


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("www.nytimes.com", "The New York Times"),
        ("edition.cnn.com", "CNN"),
        ("english.alarabiya.net/news", "Al Arabiya"),
        ("news.sky.com", "Sky News"),
        ("cnn.com.example", None),
        ("", None),
        ("com", None),
    ],
)
def test_an_outlet_by_the_host_of_its_pages(host: str, name: str | None) -> None:
    found = outlet_at(host)
    assert (found.name if found else None) == name


def test_names_in_a_text() -> None:
    text = "ReutersAP, the Associated Press of Pakistan and The Guardian; Ada QuillAssociated Press, dpa, al-Manar TV"
    found = [(text[start:end], outlet.name) for start, end, outlet in outlets_named(text)]
    assert found == [
        ("Associated Press of Pakistan", "Associated Press of Pakistan"),
        ("The Guardian", "The Guardian"),
        ("Associated Press", "Associated Press"),
        ("dpa", "DPA"),
        ("al-Manar TV", "Al-Manar"),
    ]


def test_a_plain_word_in_a_longer_name_is_no_outlet() -> None:
    assert [*outlets_named("The Marrow Bay Observer, the Guardian Council, Dawn Quill, Time Warner")] == []


def test_a_part_of_an_outlet_says_what_it_belongs_to() -> None:
    persian = outlet_of("BBC Persian")
    assert persian is not None
    assert persian.family == "BBC"


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("dailysabah", "Daily Sabah"),
        ("ahram", "Al-Ahram"),
        ("asharqalawsat", "Asharq Al-Awsat"),
        ("nna", "National News Agency"),
    ],
)
def test_one_word_in_small_letters_stands_for_an_outlet(word: str, name: str) -> None:
    found = outlet_by_slug(word)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("word", ["", "Dawn", "a b", "harbourpost"])
def test_other_words_stand_for_none(word: str) -> None:
    assert outlet_by_slug(word) is None
