"""Plain text: the file's own characters or a clear refusal."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon import settings
from rashomon.errors import Unreadable
from rashomon.model import Given
from tests.ingest.reading import PROSE, text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_the_text_is_the_files_own_characters(content: str) -> None:
    written = "Kessar: " + content
    assert text(written).text == written
    assert text(codecs.BOM_UTF8 + written.encode()).text == written


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_marked_unicode_needs_no_option(encoding: str) -> None:
    assert text(PROSE.encode(encoding)).text == PROSE


def test_only_one_mark_is_dropped_and_line_ends_stay() -> None:
    assert text("\ufeff\ufeffOne\r\nTwo\rThree\n").text == "\ufeffOne\r\nTwo\rThree\n"


def test_control_characters_marks_and_odd_quotes_stay() -> None:
    odd = "He said: \u202e“We \u200fleft’ “again\x07\x1b[31m ‹it›\u2028„was\u201f\n"
    assert text(odd).text == odd


def test_wrong_encoding_names_the_byte_and_the_way_out() -> None:
    data = "The café in Kessar".encode("cp1252")
    with pytest.raises(Unreadable, match=r"byte 7 \(0xe9\) is not UTF-8; .*--encoding cp1252"):
        text(data)
    assert text(data, Given(encoding="cp1252")).text == "The café in Kessar"


def test_the_place_of_a_wrong_byte_counts_the_mark() -> None:
    with pytest.raises(Unreadable, match=r"byte 5 \(0xe9\)"):
        text(codecs.BOM_UTF8 + b"ab\xe9cd")


@pytest.mark.parametrize("encoding", ["no-such-code", "hex", "unicode_escape", "a\0b", "idna", "undefined"])
def test_an_encoding_that_is_none_is_named(encoding: str) -> None:
    with pytest.raises(Unreadable, match="no encoding"):
        text(b"abc", Given(encoding=encoding))


def test_binary_data_are_no_text() -> None:
    with pytest.raises(Unreadable, match=r"binary data.*byte 4 is 0x00"):
        text(b"\x7fELF\x00\x01")


@pytest.mark.parametrize("data", [b"", b" \n\t", codecs.BOM_UTF8])
def test_nothing_is_no_report(data: bytes) -> None:
    with pytest.raises(Unreadable, match="no text"):
        text(data)


def test_a_text_over_the_limit_is_refused_by_its_length() -> None:
    with pytest.raises(Unreadable, match=r"1,000,001 characters; the limit .* is 1,000,000; split"):
        text("a" * (settings.MAX_CHARACTERS + 1))
    with pytest.raises(Unreadable, match="bytes; the limit"):
        text(b"a" * (settings.MAX_REPORT_BYTES + 1))
