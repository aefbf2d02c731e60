import dataclasses

import pytest
from hypothesis import given

from rashomon.model import Raw, Reading
from rashomon.query.context import contexts
from rashomon.query.wording import REACH, sentence_at
from rashomon.store.tables import figures
from tests import builders as build
from tests.query.conftest import Ask
from tests.strategies import readings


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("It rained. Nine fell. It stopped.", "Nine", "Nine fell."),
        ("Nine fell", "Nine", "Nine fell"),
        ("“It rained.” Nine fell.” Then more.", "Nine", "Nine fell.”"),
        ("Headline\nGen. A. Quill said nine fell in the U.S. on Monday.\nMore", "nine",
         "Gen. A. Quill said nine fell in the U.S. on Monday."),
        ("It cost 3.5 million and nine fell.", "nine", "It cost 3.5 million and nine fell."),
        ("One fell. Two fell. Three fell.", "fell. Two", "One fell. Two fell."),
    ],
)  # fmt: skip
def test_the_sentence_around_words(text: str, words: str, sentence: str) -> None:
    start, end = build.span(text, words)
    assert sentence_at(text, start, end) == sentence


def test_a_very_long_sentence_is_cut() -> None:
    text = "word " * 10_000
    cut = sentence_at(text, 25_000, 25_004)
    assert len(cut) <= 2 * REACH + 8
    assert (cut[:2], cut[-2:]) == ("… ", " …")
    assert sentence_at("word. " + text, 8, 10)[:2] == "wo"


@given(added=readings())
def test_any_place_in_any_text_has_a_sentence(added: tuple[Reading, Raw]) -> None:
    text = added[0].report.text
    for figure in added[0].figures:
        start, end = figure.spans[0][0], figure.spans[-1][1]
        assert "".join(text[start:end].split()) in "".join(sentence_at(text, start, end).split())


def test_the_ledger_cuts_the_same_sentence_as_the_text_has(ledger_of: Ask) -> None:
    text = "É" * 700 + ". " + "Nine fell. " * 200
    start = text.index("Nine", 900)
    figure = dataclasses.replace(build.figure("f", text, "Nine", 9), spans=((start, start + 4),))
    reading = build.reading(build.report(text=text), not_read="")
    early = build.figure("g", text, "É", 1)
    late = dataclasses.replace(build.figure("h", text, "É", 1), spans=((600, 601),))
    view = ledger_of(type(reading)(reading.report, (), {}, None, (figure, early, late)))
    assert list(contexts(view, figures, "spans", [1, 2, 3]).values()) == [
        "Nine fell.",
        sentence_at(text, 0, 1),
        sentence_at(text, 600, 601),
    ]
