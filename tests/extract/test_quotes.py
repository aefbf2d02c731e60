"""Where a text stands in quotation marks, with marks odd, missing or of another make."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.extract.statements.quotes import quotations, quote_of


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"We saw it," she said, "and ran."', ["We saw it,", "and ran."]),
        ("“We saw it,” she said.", ["We saw it,"]),
        ("«We saw it» she said; „it was dark”.", ["We saw it", "it was dark"]),
        ('He said: "We saw it.\n"We ran."', ["We saw it.", "We ran."]),
        ('"We saw it, he said. Nobody came.', []),
        ('a 6" pipe and a 9" one', []),
        ("the camp's guard said it's over", []),
        ("said it” and left", []),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == quoted


@given(st.text(alphabet="ab \n\"“”«»'", max_size=80))
def test_any_marks_give_stretches_in_order_within_a_line(text: str) -> None:
    before = 0
    for start, end in quotations(text):
        assert before <= start <= end <= len(text)
        assert "\n" not in text[start:end]
        before = end


def test_how_much_is_quoted() -> None:
    text = '"We saw it," she said, and that they "ran" home.'
    quoted = quotations(text)
    assert quote_of(((1, 10),), quoted) == "direct"
    assert quote_of(((33, 47),), quoted) == "mixed"
    assert quote_of(((23, 31),), quoted) == "indirect"
