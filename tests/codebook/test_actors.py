"""Actors by any of their names, and tables of users."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.codebook import actors
from rashomon.codebook.actors import actor_of, versions
from rashomon.errors import RashomonError

HEAD = "name,aliases,kind,inter,sector,country,since\n"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A table of the user's own, read anew for this test alone."""
    path = tmp_path / "own.csv"
    monkeypatch.setenv("RASHOMON_ACTORS", str(path))
    forget()
    yield path
    forget()


def forget() -> None:
    actors._by_name.cache_clear()
    actors.actor_of.cache_clear()
    actors.first_words.cache_clear()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("ISIS", "Islamic State"),
        ("IS", "Islamic State"),
        ("DAESH", "Islamic State"),
        ("Da’esh", "Islamic State"),
        ("ISIS-K", "Islamic State Khorasan"),
        ("ISKP", "Islamic State Khorasan"),
        ("the Nusra Front", "Jabhat al-Nusra"),
        ("Hayat Tahrir al-Sham", "Hayat Tahrir al-Sham"),
        ("al Qaida", "al-Qaeda"),
        ("Taliban fighters", "Taliban"),
        ("Hezbollah's", "Hezbollah"),
        ("SOHR", "Syrian Observatory for Human Rights"),
        ("WHO", "World Health Organization"),
        ("U.N.", "United Nations"),
    ],
)
def test_an_actor_is_known_by_any_name(words: str, name: str) -> None:
    actor = actor_of(words)
    assert actor
    assert actor.name == name


@pytest.mark.parametrize("words", ["is", "who", "", "fighters", "the", "an islamic school"])
def test_other_words_are_no_actor(words: str) -> None:
    assert actor_of(words) is None


@pytest.mark.parametrize(
    ("on", "inter"),
    [
        ("2009-05-01", "Rebel group"),
        ("2021-08-14", "Rebel group"),
        ("2021-08-15", "State forces"),
        (None, None),
    ],
)
def test_a_class_holds_from_its_day_on(on: str | None, inter: str | None) -> None:
    actor = actor_of("Taliban", on)
    assert actor
    assert actor.inter == inter


def test_every_row_is_found_by_its_names() -> None:
    for row in actors._rows(actors.TABLE):
        for words in (row.name, *row.aliases):
            found = actor_of(words)
            assert found
            assert found.name == row.name


def test_a_users_table_adds_and_replaces(own: Path) -> None:
    own.write_text(
        HEAD + "Free Istrel Front,FIF|the Front,armed_group,Rebel group,REB,,\nHamas,,body,,PTY,PSE,\n"
    )
    front, hamas, plo = actor_of("FIF fighters"), actor_of("Hamas"), actor_of("PLO")
    assert front
    assert front.name == "Free Istrel Front"
    assert hamas
    assert hamas.kind == "body"
    assert plo


def test_the_version_tells_tables_apart(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own.write_text(HEAD)
    with_own = versions()
    monkeypatch.delenv("RASHOMON_ACTORS")
    assert versions() != with_own


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (",,body,,,,", "line 2: it has no name"),
        ("X,,gang,,,,", "line 2: kind is 'gang', not one of: person"),
        ("X,,body,Rebels,,,", "line 2: inter is 'Rebels'"),
        ("X,,body,,XYZ,,", "line 2: sector is 'XYZ'"),
        ("X,,body,,,SY,", "line 2: country is 'SY'"),
        ("X,,body,,,SYR,2021", "line 2: since is '2021', not a day"),
        ('X,"a"b,body,,,,', "is no CSV in UTF-8"),
        ("X", "line 2: kind is ''"),
    ],
)
def test_a_bad_row_is_named_in_one_sentence(own: Path, row: str, says: str) -> None:
    own.write_text(HEAD + row + "\n")
    with pytest.raises(RashomonError, match=says):
        versions()


def test_a_missing_table_or_column_is_named(own: Path) -> None:
    with pytest.raises(RashomonError, match="cannot be read: No such file"):
        actor_of("Hamas")
    own.write_text("name,aliases\n")
    with pytest.raises(RashomonError, match="line 1: the first line lacks the column 'kind'"):
        actor_of("Hamas")
    own.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RashomonError, match="UTF-8"):
        actor_of("Hamas")


@given(st.text())
def test_any_words_are_answered(words: str) -> None:
    actor_of(words)
