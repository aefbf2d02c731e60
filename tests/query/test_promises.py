"""Promises of a ledger, with what became of them, as people judged them."""

from typing import Any

import pytest

from rashomon.model import Promise, Reading
from rashomon.query.promises import promises
from rashomon.store import View
from tests import builders as build
from tests.query.conftest import Ask

BOATS, ROOFS = "every family would get new boats by May", "all roofs would be mended"


def promised(key: str, who: str, content: str, behind: str = "", **more: Any) -> Reading:
    text = f"The minister, {who}, said {content}. {behind}"
    by = build.source(text, who, kind="named_person", office="relief minister")
    said = build.statement(f"{key}-s", text, content, by=by, cue="said", act="promises")
    return Reading(build.report(key, text, **more), (said,), {})


@pytest.fixture
def view(linked_of: Ask) -> View:
    later = "Ada Quill broke her promise: no family got new boats."
    return linked_of(
        promised(
            "late", "Bo Tarn", ROOFS, "He kept that promise.", published="2031-05-09", outlet="Harbour Post"
        ),
        promised("none", "Bo Tarn", "the mole would be lit", published=None),
        promised("early", "Ada Quill", BOATS, published="2031-05-02"),
        Reading(build.report("told", later, title="Boats", published="2031-06-01"), (), {}),
    )


def test_the_first_told_stands_first_and_what_has_no_date_last(view: View) -> None:
    assert [(one.reports, one.state) for one in promises(view)] == [
        (("early",), "broken"),
        (("late",), "kept"),
        (("none",), "open"),
    ]


def test_what_became_of_it_stands_where_it_is_said(view: View) -> None:
    (outcome,) = promises(view)[0].outcomes
    (start, end), text = outcome.spans[0], view.report(outcome.report).text
    assert (outcome.report, outcome.kept, text[start:end]) == ("told", False, text)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"state": "kept"}, ["late"]),
        ({"state": "contested"}, []),
        ({"words": "boats"}, ["early"]),
        ({"words": "tarn"}, ["late", "none"]),
        ({"words": 'OR "'}, []),
        ({"outlet": "harbour POST"}, ["late"]),
        ({"since": "2031-05-03"}, ["late"]),
        ({"until": "2031-05-02"}, ["early"]),
        ({"limit": 1}, ["early"]),
    ],
)
def test_promises_are_chosen_by_all_that_is_asked(
    view: View, asked: dict[str, str], found: list[str]
) -> None:
    assert [report for one in promises(view, **asked) for report in one.reports] == found  # type: ignore[arg-type]


def test_a_ledger_of_no_promise_has_none(linked_of: Ask) -> None:
    assert promises(linked_of(build.claims())) == list[Promise]()
