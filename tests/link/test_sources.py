"""Which sources are one across reports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.persons import folded, same_person
from rashomon.link.sources import body_in, credited, identity, speaks_for
from rashomon.link.unnamed import described, may_be_one
from rashomon.model import SourceKind
from tests import builders as build
from tests.strategies import KINDS


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("organisation", "Moscow | Russian Defence Ministry | the Kremlin | Russia's army | Russian troops"),
        ("organisation", "Syrian regime | Damascus | Syrian army | Assad's forces"),
        ("organisation", "White House | US State Department | the United States | Pentagon"),
        ("organisation", "SOHR | the Syrian Observatory for Human Rights"),
        ("organisation", "Tern Front | the Tern Front | the Tern Front’s"),
        ("outlet", "AFP | Agence France-Presse | AFP news agency"),
        ("named_person", "Rami Abdel Rahim | Rami Abdulrahim | Mr. Rami Abd al-Rahim"),
        ("named_person", "François Hélin | President Francois Helin"),
        ("named_person", "Mohammed al-Jafari | Muhammad Ja'afari | Mohamed Jaafari"),
        ("named_person", "Hassan Ruhani | Hasan Rouhani"),
    ],
)
def test_one_source_has_one_key_in_all_reports(kind: SourceKind, names: str) -> None:
    keys = {identity(name, kind, f"r{n}", None) for n, name in enumerate(names.split(" | "))}
    assert len(keys) == 1


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("organisation", "Syrian Democratic Forces | Syrian army | Free Syrian Army | Syrian opposition"),
        ("organisation", "Kurdistan Regional Government | Iraq"),
        ("organisation", "the army | the army"),
        ("organisation", "a UN-led investigation | the joint investigation"),
        ("unnamed_person", "a resident | a resident"),
        ("unnamed_group", "residents of Kell | residents of Kell"),
        ("unspecified", "unspecified | unspecified"),
        ("named_person", "Hussein Ali | Hassan Ali"),
        ("named_person", "John Karr | Jane Karr"),
        ("named_person", "Mahmud Ali | Muhammad Ali | Ahmed Ali | Hamid Ali"),
        ("named_person", "Rasmin | Rasmin"),
        ("document", "the report | the report"),
    ],
)
def test_different_sources_have_different_keys(kind: SourceKind, names: str) -> None:
    keys = {identity(name, kind, f"r{n}", None) for n, name in enumerate(names.split(" | "))}
    assert len(keys) == len(names.split(" | "))


def test_reporters_are_one_with_their_outlet() -> None:
    assert identity("a reporter", "reporter", "r1", "AFP") == identity(
        "its correspondent", "reporter", "r2", "Agence France-Presse"
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Mounzer Kalil", "Munther Khalil", True),
        ("M. Khalil", "Mounzer Khalil", True),
        ("Khalil", "Mounzer Khalil", True),
        ("Bashar Hafez Nour", "Bashar Nour", True),
        ("Khalid Nour", "Khalil Nour", False),
        ("Teo Rasmin", "Ada Rasmin", False),
        ("Ada Quill", "Quill Ada", False),
        ("", "Ada Quill", False),
    ],
)
def test_spellings_of_a_person(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same


@pytest.mark.parametrize(
    ("office", "key"),
    [
        ("head of the Syrian Observatory for Human Rights", "body|Syrian Observatory for Human Rights"),
        ("White House spokesman", "state|USA"),
        ("Turkish Foreign Minister", "state|TUR"),
        ("president of France", "state|FRA"),
        ("former president of France", None),
        ("senator from the United States", None),
        ("head of the Tern Observatory", None),
        ("doctor", None),
    ],
)
def test_whom_an_office_speaks_for(office: str, key: str | None) -> None:
    assert speaks_for(office) == key


def test_a_body_is_found_whole_or_not_at_all() -> None:
    assert body_in("a UN-led investigation") == "body|United Nations"
    assert body_in("the Tern Observatory") is None


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("a resident", "two residents of Kell", True),
        ("a resident of Kell", "a resident of Marn", False),
        ("a resident", "a soldier", False),
        ("an official", "a soldier", True),
        ("sources in the city", "Kurdish officials", True),
        ("a Syrian military source", "the regime source", True),
        ("a Syrian military source", "a Russian official", False),
        ("Kurdish media", "media reports", True),
        ("doctors", "medical sources", True),
    ],
)
def test_who_may_be_whom_among_the_unnamed(one: str, other: str, may: bool) -> None:
    assert may_be_one(described(one), described(other)) is may
    assert may_be_one(described(other), described(one)) is may


def test_a_statement_is_its_origins_word_and_a_sentence_the_outlets() -> None:
    reading = build.reading()
    assert credited(reading, reading.statements[0].id) == ("Ada Quill", "person|ada kuil")
    assert credited(reading, None) == ("Northern Wire", "own|outlet|northern wire")


@given(st.text(max_size=80), st.sampled_from(KINDS))
def test_any_name_has_a_key(name: str, kind: SourceKind) -> None:
    assert identity(name, kind, "r1", None) == identity(name, kind, "r1", None)
    assert described(name) == described(name)
    assert same_person(name, name) or not folded(name)


def test_very_long_names_do_no_harm() -> None:
    for name in ("a " * 50_000, "Abdel " * 20_000, "UN-" * 30_000, "the " * 25_000, "X" * 100_000):
        for kind in ("named_person", "organisation", "unnamed_group"):
            identity(name, kind, "r1", None)
        described(name)
        speaks_for(f"head of {name}")
