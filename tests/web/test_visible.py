import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from rashomon.web.visible import HIDDEN, apart, followable, plain, visible


def test_markup_is_text() -> None:
    assert visible("<b title='a'>&") == Markup("&lt;b title=&#39;a&#39;&gt;&amp;")


@pytest.mark.parametrize("sign", ["\u202a", "\u202e", "\u2066", "\u2069", "\0", "\x1b", "\x85", "\ud800"])
def test_what_hides_is_shown_by_its_number(sign: str) -> None:
    assert visible(f"a{sign}b") == f'a<span class="hidden-character">U+{ord(sign):04X}</span>b'
    assert plain(f"a{sign}b") == "a\ufffdb"


def test_lines_tabs_and_other_scripts_stay() -> None:
    text = "one\n\ttwo سه \u200f\u200c é 👩‍👧"
    assert visible(text) == text


@given(st.text())
def test_nothing_hidden_and_no_markup_gets_through(text: str) -> None:
    shown = visible(text)
    assert not HIDDEN.search(shown)
    rest = shown.replace('<span class="hidden-character">', "").replace("</span>", "")
    assert not set("<>\"'") & set(rest)


def test_a_direction_of_its_own() -> None:
    assert apart("שלום") == "<bdi>שלום</bdi>"


@pytest.mark.parametrize("url", ["https://post.example/a?b=c", "HTTP://post.example", "http://[::1]/"])
def test_web_addresses_can_be_followed(url: str) -> None:
    assert followable(url)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//post.example",
        "post.example",
        "https:",
        "http://[",
        "https://post.example/\u202egpj",
    ],
)
def test_nothing_else_can(url: str) -> None:
    assert not followable(url)
