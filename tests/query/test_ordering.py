"""A list is the same however it is found."""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.query import ordering
from rashomon.query.events import events
from rashomon.query.figures import figures
from rashomon.query.reports import reports
from rashomon.query.statements import statements
from rashomon.store import View
from tests import builders as build
from tests.query.conftest import Ask

DAYS = ("2031-05-08", None, "2031-05-06", "2031-05-06", "2031-05-07")


@pytest.fixture
def view(ledger_of: Ask) -> View:
    told = [
        build.claims(build.report(f"r{n}", build.CLAIMS, published=day, outlet=f"Outlet {n % 2}"))
        for n, day in enumerate(DAYS)
    ]
    return ledger_of(*told)


@pytest.mark.parametrize(
    ("ask", "asked"),
    [
        (statements, {"words": "shells"}),
        (statements, {"words": "shells", "newest": True}),
        (statements, {"words": "ansel", "act": "asserts", "outlet": "outlet 1"}),
        (statements, {"words": "ansel", "since": "2031-05-07"}),
        (statements, {"words": "no such words"}),
        (figures, {"words": "ansel", "kind": "killed"}),
        (figures, {"place": "ansel", "at_least": 1}),
        (events, {"words": "ansel", "type": "assault"}),
        (events, {"place": "ansel", "happened_since": "2031-05-01"}),
        (reports, {"words": "shells"}),
        (reports, {"words": "no such words"}),
    ],
)
@pytest.mark.parametrize("limit", [1, 3, 100])
def test_many_hits_are_listed_as_few_are(
    view: View, monkeypatch: pytest.MonkeyPatch, ask: Callable[..., Any], asked: dict[str, Any], limit: int
) -> None:
    sorted_ = ask(view, **asked, limit=limit)
    monkeypatch.setattr(ordering, "MANY", 0)
    assert ask(view, **asked, limit=limit) == sorted_
    if "such" not in asked.get("words", ""):
        assert sorted_ == ask(view, **asked)[:limit] != []


def test_reports_stand_by_day_without_a_day_last(view: View) -> None:
    days = [row.published for row in statements(view, limit=100)]
    assert list(dict.fromkeys(days)) == ["2031-05-06", "2031-05-07", "2031-05-08", None]
