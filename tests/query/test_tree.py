"""The family of a report."""

from typing import Any

import pytest

from rashomon.model import Reading
from rashomon.query import tree as asked
from rashomon.query.tree import tree
from tests import builders as build
from tests.query.conftest import Ask

WORDS = (
    "Two bridges fell in Marrow Bay on Monday when the river rose higher than anybody there could remember. "
    "The mayor sent every boat of the harbour to the islands, and by evening most families had come ashore. "
    "Nobody knows yet how many are missing, for the lists were kept in the tower that went down with the bridge."
)


def report(key: str, text: str = WORDS, **more: Any) -> Reading:
    return Reading(build.report(key, text, **{"title": None, **more}), (), {})


def test_a_copy_hangs_on_the_one_that_was_first(linked_of: Ask) -> None:
    view = linked_of(
        report("first", published="2031-05-06"),
        report("copied", f"{WORDS} .", published="2031-05-08", outlet="Harbour Post"),
    )
    found = tree(view, "first")
    (edge,) = found.edges
    assert (edge.report, edge.of, edge.directed) == ("copied", "first", True)
    assert "copy" in edge.reasons[0].why
    assert (sorted(found.reports), found.whole) == (["copied", "first"], True)
    assert tree(view, "copied").edges == found.edges


def test_an_outlet_that_is_credited_and_not_held_has_a_name(linked_of: Ask) -> None:
    view = linked_of(report("r", f"MARROW BAY (Reuters) - {WORDS}", outlet="Harbour Post"))
    found = tree(view, "r")
    assert [*found.outlets.values()] == ["Reuters"]
    assert [(edge.report, edge.of) for edge in found.edges] == [("r", next(iter(found.outlets)))]


def test_a_report_without_links_stands_alone(linked_of: Ask) -> None:
    found = tree(linked_of(report("r")), "r")
    assert (found.edges, [*found.reports], found.outlets, found.whole) == ((), ["r"], {}, True)


def test_a_family_too_large_says_so(linked_of: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "MOST", 2)
    view = linked_of(*(report(f"r{n}", f"{WORDS} {n}.", published=f"2031-05-0{n}") for n in range(1, 5)))
    found = tree(view, "r1")
    assert (len(found.reports), found.whole) == (2, False)
