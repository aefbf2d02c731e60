"""Corrections of statements: words by their place, chains, and whom a statement credits."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import Misjudged
from rashomon.link.corrections import NOBODY, chain_text, corrected, kept, placed
from rashomon.model import Hop, Words
from tests import builders as build

TEXT = "🕊️ At noon the mayor said 12-40 shells fell.\r\nThe mayor\nsaid so again."


def test_words_are_kept_with_their_place() -> None:
    start, end = build.span(TEXT, "shells fell")
    assert kept(f"{start}-{end}", TEXT, 0) == f"{start}-{end} shells fell"
    assert kept(f"3-5, {start}-{end}", TEXT, 0) == f"3-5,{start}-{end} At shells fell"
    for written in ("shells fell", "  shells\r\n fell ", f"{start}-{end} shells fell"):
        assert kept(written, TEXT, 0) == f"{start}-{end} shells fell"
    assert kept("12-40 shells fell", TEXT, 0) == f"{start - 6}-{end} 12-40 shells fell"


def test_the_nearest_of_the_same_words_is_meant() -> None:
    first, last = TEXT.index("said"), TEXT.rindex("said")
    assert kept("said", TEXT, 0).startswith(f"{first}-")
    assert kept("said", TEXT, len(TEXT)).startswith(f"{last}-")
    assert kept("mayor said", TEXT, len(TEXT)).endswith(" mayor\nsaid")


@pytest.mark.parametrize(
    "wrong", ["", "  ", "40-12", "5-5", "0-9999", "3-5,4-8", "peace came", "1-2 peace", "2-3"]
)
def test_what_does_not_stand_in_the_report_is_refused(wrong: str) -> None:
    with pytest.raises(Misjudged):
        kept(wrong, TEXT, 0)


@given(st.text(min_size=2), st.data())
def test_any_place_is_kept_and_comes_back(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = Words.of(text, ((start, end),))
    if words.text.strip():
        statement = replace(build.reading().statements[0], content=words)
        held = kept(f"{start}-{end}", text, 0)
        assert held == placed(words)
        assert corrected(statement, {"content": held}).content == words


def test_a_statement_is_corrected_in_all_its_parts() -> None:
    mayor, resident = build.reading().statements
    changed = corrected(
        mayor, {"act": "denies", "cue": None, "content": placed(build.words(build.TEXT, "Two bridges fell"))}
    )
    assert (changed.act, changed.cue, changed.content.text) == ("denies", None, "Two bridges fell")
    assert changed.source == mayor.source
    chain = (Hop("The Tern", "outlet"), Hop("a [late] resident", "unnamed_person"))
    assert corrected(resident, {"chain": chain_text(chain)}).chain == chain


def test_the_chain_follows_the_source() -> None:
    _, resident = build.reading().statements
    named = corrected(resident, {"source_name": "Ada Quill", "source_kind": "named_person"})
    assert named.chain == (resident.chain[0], Hop("Ada Quill", "named_person"))
    assert corrected(resident, {"source": None}).chain == (resident.chain[0], NOBODY)
    of_nobody = replace(resident, source=None, chain=(NOBODY,))
    put = corrected(of_nobody, {"source": placed(build.words(build.TEXT, "A resident"))})
    assert put.chain == (Hop("A resident", "unspecified"),)
    other = replace(resident, chain=(Hop("someone else", "unnamed_person"),))
    assert corrected(other, {"source_name": "Ada"}).chain == other.chain


def test_nobody_becomes_public_by_the_office_of_another() -> None:
    mayor, _ = build.reading().statements
    assert mayor.source
    assert mayor.source.office == "mayor"
    for field, value, office in (
        ("source_name", "Tam Oss", None),
        ("source_kind", "unnamed_person", None),
        ("source", placed(build.words(build.TEXT, "mayor")), "mayor"),
    ):
        source = corrected(mayor, {field: value}).source
        assert source
        assert source.office == office
    both = corrected(mayor, {"source_name": "Tam Oss", "source_office": "envoy"}).source
    assert both
    assert both.office == "envoy"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("content", None), ("content", "3-5"), ("content", "3-5 longer"), ("chain", ""), ("chain", "The Tern"),
        ("chain", "The Tern [bird]"), ("chain", None), ("source_kind", "bird"), ("source_name", " "),
        ("source_name", None), ("id", "x"), ("inside", "x"), ("act", "sings"), ("confidence", "1"),
    ],
)  # fmt: skip
def test_a_value_that_its_field_cannot_have_is_refused(field: str, value: str | None) -> None:
    with pytest.raises(Misjudged):
        corrected(build.reading().statements[0], {field: value})
