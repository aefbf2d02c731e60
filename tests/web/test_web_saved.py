"""Searches that people save, by a name, for all who use the ledger."""

import pytest

from tests import builders as build
from tests.web.asking import HOSTILE, stamp
from tests.web.conftest import Ask, Fill


def keep(ask: Ask, name: str, address: str) -> int:
    sent = {"stamp": stamp(), "name": name, "address": address}
    return ask("/saved", "POST", data=sent, headers={"Origin": "http://localhost:8750"}).status_code


def test_a_search_is_saved_shown_where_one_searches_and_deleted(fill: Fill, ask: Ask) -> None:
    fill(build.reading())
    assert "None yet." in ask("/saved").text
    assert "Save this search" not in ask("/search").text
    assert 'value="/search?words=bridges&amp;act=asserts"' in ask("/search?words=bridges&act=asserts").text
    assert keep(ask, " Bridges  that fell ", "/search?words=bridges&act=asserts") == 303
    assert keep(ask, "Denied", "/?kind=denial&place=marrow") == 303
    for page in ("/", "/search", "/saved"):
        assert 'href="/search?words=bridges&amp;act=asserts"' in ask(page).text
        assert "Bridges that fell" in ask(page).text
    assert 'aria-current="page"><bdi>Denied</bdi>' in ask("/?kind=denial&place=marrow").text
    sent = {"stamp": stamp(), "name": "Denied"}
    ask("/saved/delete", "POST", data=sent, headers={"Origin": "http://localhost:8750"})
    assert "Denied" not in ask("/saved").text
    assert "Bridges that fell" in ask("/saved").text


@pytest.mark.parametrize(
    "address", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/add", ""]
)
def test_only_a_search_of_the_desk_can_be_saved(fill: Fill, ask: Ask, address: str) -> None:
    fill(build.reading())
    assert keep(ask, "x", address) == 404
    assert "None yet." in ask("/saved").text


def test_a_hostile_name_is_shown_as_text(fill: Fill, ask: Ask) -> None:
    fill(build.reading())
    assert keep(ask, HOSTILE, "/?words=%22%3E%3Cscript%3E") == 303
    for page in ("/", "/saved"):
        assert "<script>alert" not in ask(page).text
    assert ask("/saved", "POST", data={"name": "x", "address": "/"}).status_code == 403
