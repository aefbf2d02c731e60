import re

from hypothesis import given
from hypothesis import strategies as st

from rashomon.web.hits import marked
from rashomon.web.visible import visible


def test_words_are_marked_as_the_ledger_compares_them() -> None:
    assert marked("Shells, a SHELL and shells: Café", 'shells "cafe"') == (
        "<b>Shells</b>, a SHELL and <b>shells</b>: <b>Café</b>"
    )


def test_nothing_is_marked_without_words() -> None:
    assert marked("a <b> & c", " – ") == "a &lt;b&gt; &amp; c"


@given(st.text(), st.text())
def test_only_marks_are_added(text: str, words: str) -> None:
    assert re.sub("</?b>", "", marked(text, words)) == visible(text)
