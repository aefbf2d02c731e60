"""Paragraphs of plain, hard-wrapped and odd texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.annotate.paragraphs import paragraphs


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A headline\nA line.\nAnother.", ["A headline", "A line.", "Another."]),
        ("It was a line\nthat goes on.\n\nA new one.", ["It was a line\nthat goes on.", "A new one."]),
        ("One.\r\n\r\nTwo\r\ngoes on.", ["One.", "Two\r\ngoes on."]),
        ("  \n\n ", []),
    ],
)
def test_paragraphs(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in paragraphs(text)] == found


@given(st.text(alphabet="aB .\n\r\t", max_size=60))
def test_paragraphs_hold_every_letter_once(text: str) -> None:
    inside = "".join(text[start:end] for start, end in paragraphs(text))
    assert [c for c in inside if c.isalpha()] == [c for c in text if c.isalpha()]
