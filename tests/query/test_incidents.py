"""What happened as several reports tell it, and its counts over time."""

from dataclasses import replace
from typing import Any

import pytest

from rashomon.errors import NotFound
from rashomon.model import Hop, Reading
from rashomon.query.incidents import IncidentRow, Total, incident, incidents
from rashomon.store import View
from tests import builders as build
from tests.query.conftest import Ask

SHELLING, FLIGHT = "ASSAULT", "RETREAT"


def report(key: str, dead: int, **more: str) -> Reading:
    """The report with everything, with this many dead."""
    told = build.claims(build.report(key, build.CLAIMS, **more))  # type: ignore[arg-type]
    first, *rest = told.figures
    return replace(told, figures=(replace(first, low=dead, best=dead, high=dead), *rest))


@pytest.fixture
def view(linked_of: Ask) -> View:
    return linked_of(
        report("early", 11, published="2031-05-06"),
        report("late", 14, published="2031-05-08", outlet="Harbour Post"),
    )


def shelling(rows: list[IncidentRow]) -> IncidentRow:
    return next(row for row in rows if row.incident.plover == SHELLING)


def test_two_reports_of_one_place_and_day_tell_of_one_incident(view: View) -> None:
    row = shelling(incidents(view))
    assert (row.incident.start, row.incident.end, row.incident.place) == (
        "2031-05-05",
        "2031-05-05",
        "Port Ansel",
    )
    assert (row.incident.reports, row.outlets) == (("early", "late"), ("Harbour Post", "Northern Wire"))
    assert row.sentence.startswith("Shells hit Port Ansel on Monday")


def test_counts_stand_by_day_and_a_source_goes_by_its_last(view: View) -> None:
    row = shelling(incidents(view))
    assert [(toll.day, toll.who, toll.low, toll.latest) for toll in row.tolls] == [
        ("2031-05-06", "Ada Quill", 11, False),
        ("2031-05-08", "Ada Quill", 14, True),
    ]
    assert row.totals == (Total("killed", 14, None, 14, disputed=False),)


def test_counts_that_cannot_both_be_are_disputed(linked_of: Ask) -> None:
    other = report("same", 14, outlet="Harbour Post")
    mayor, *rest = other.statements
    monitor = replace(mayor, chain=(Hop("Tern Observatory", "organisation"),))
    view = linked_of(report("early", 11), replace(other, statements=(monitor, *rest)))
    assert shelling(incidents(view)).totals == (Total("killed", 11, None, 14, disputed=True),)


def test_the_first_are_the_same_as_of_all(linked_of: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    days = [f"2031-{month:02}-0{day}" for month in range(1, 8) for day in (3, 4)]
    told = [report(f"r{n:02}", 10 + n, published=day, outlet=f"Outlet {n}") for n, day in enumerate(days)]
    moved = [
        replace(one, times=tuple(replace(when, start=day, end=day) for when in one.times))
        for one, day in zip(told, days, strict=True)
    ]
    view = linked_of(*moved)
    monkeypatch.setattr("rashomon.query.incidents.MOST_AT_FIRST", 1)
    asked: dict[str, Any]
    for asked in ({}, {"words": "ansel"}, {"least_reports": 2}):
        every = incidents(view, **asked)
        assert len([row for row in every if row.incident.start]) == 7
        for limit in (1, 3, 7, 100):
            assert incidents(view, **asked, limit=limit) == every[:limit]


def test_what_has_no_day_stands_last(view: View) -> None:
    first, *rest = (row.incident.start for row in incidents(view))
    assert (first, {*rest}) == ("2031-05-05", {None})


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"words": "ansel shells"}, {SHELLING}),
        ({"words": "families"}, {FLIGHT}),
        ({"words": "snow"}, set()),
        ({"words": 'OR "'}, set()),
        ({"least_reports": 3}, set()),
        ({"limit": 1}, {SHELLING}),
        ({"outlet": "An outlet of no report"}, set()),
    ],
)
def test_incidents_are_chosen_by_all_that_is_asked(
    view: View, asked: dict[str, str], found: set[str]
) -> None:
    assert {row.incident.plover for row in incidents(view, **asked)} == found  # type: ignore[arg-type]


def test_only_the_reports_asked_for_are_counted(view: View) -> None:
    assert shelling(incidents(view, until="2031-05-06")).incident.reports == ("early",)
    (total,) = shelling(incidents(view, outlet="harbour post")).totals
    assert total.low == 14


def test_an_incident_goes_by_its_own_id_and_by_that_of_any_event(view: View) -> None:
    one = shelling(incidents(view))
    assert incident(view, one.incident.id) == one
    assert incident(view, "late-e1") == one
    with pytest.raises(NotFound, match="too short"):
        incident(view, "ear")
    with pytest.raises(NotFound, match="no incident"):
        incident(view, "nothing")
    with pytest.raises(NotFound, match="several"):
        incident(view, "early-e")
