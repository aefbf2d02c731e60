"""When and where, drawn: each mark leads to its words, and says no more than is known."""

import dataclasses
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.query.when_where import Count, Happening, Spot
from rashomon.web.map_picture import BORDERS, FINE, REACH, map_picture
from rashomon.web.timeline_picture import DEEPEST, timeline_picture
from tests import builders as build
from tests.web.asking import HOSTILE
from tests.web.conftest import Ask, Fill

DAYS = st.dates().map(str)


def happening(start: str | None = "2031-05-05", end: str | None = "2031-05-05", **more: object) -> Happening:
    plain = Happening("e1", "r1", "Harbour Post", "ASSAULT", None, "positive", "shells fell", start, end)
    return dataclasses.replace(plain, **more)  # type: ignore[arg-type]


def spot(kind: str = "town", lat: float = 1.5, lon: float = -2.25, name: str = "Port Ansel") -> Spot:
    return Spot(name, kind, "SL", "East", lat, lon, 3, 2)


def test_events_stand_on_the_timeline_and_lead_to_their_words(fill: Fill, ask: Ask) -> None:
    fill(build.claims())
    page = ask("/timeline").text
    assert "1 event with a day; 1 more without one" in page
    assert 'href="/reports/r0000001#event-r0000001-e1"' in page
    assert "No event with a day fits." in ask("/timeline?happened_since=2031-05-06").text
    assert "1 event with a day" in ask("/timeline?type=assault&place=ansel&happened_until=2031-05-05").text
    assert ask("/timeline?happened_since=May").status_code == 422


def test_places_stand_on_the_map_and_lead_to_their_events(fill: Fill, ask: Ask) -> None:
    fill(build.claims())
    page = ask("/map").text
    assert "1 place; 1 event more at no place that is known" in page
    assert 'href="/events?place=Port+Ansel"' in page
    assert "Port Ansel (town): 1 event in 1 report" in page.replace(", SL", "")
    assert "No event at a known place fits." in ask("/map?words=comet").text


def test_a_day_is_a_dot_and_what_is_longer_a_bar() -> None:
    assert timeline_picture([happening()]).count("<circle") == 1
    week = timeline_picture([happening(end="2031-05-11")])
    assert (week.count("<circle"), week.count("<rect")) == (0, 1)
    assert 'class="span open"' in timeline_picture([happening(end=None)])
    assert 'class="span open"' in timeline_picture([happening(start=None)])
    assert 'class="day not"' in timeline_picture([happening(polarity="negative")])


def test_events_of_one_day_do_not_cover_each_other() -> None:
    drawn = timeline_picture([happening()] * 10)
    assert len(set(re.findall(r'cy="([\d.]+)"', drawn))) == 10
    assert len(set(re.findall(r'cy="([\d.]+)"', timeline_picture([happening()] * 200)))) == DEEPEST


@given(st.lists(st.tuples(DAYS, DAYS), min_size=1, max_size=30))
def test_any_days_can_be_drawn(days: list[tuple[str, str]]) -> None:
    drawn = timeline_picture([happening(min(pair), max(pair)) for pair in days])
    assert drawn.count("<a ") == len(days)


def count(low: int | None, best: int | None, high: int | None, **more: object) -> Count:
    plain = Count(
        "f1",
        "r1",
        "Harbour Post",
        "killed",
        "eleven people",
        low,
        best,
        high,
        "exact",
        False,
        "2031-05-05",
        "2031-05-05",
    )
    return dataclasses.replace(plain, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "circle", "whiskers", "said"),
    [
        (count(11, 11, 11), "best", 0, "11 killed: eleven people"),
        (count(11, None, None, bound="at_least"), "bound", 1, "at least 11 killed"),
        (count(None, None, 40, bound="at_most"), "bound", 1, "up to 40 killed"),
        (count(20, None, 30, bound="range"), "bound", 1, "20 to 30 killed"),
        (count(11, 14, None, bound="about"), "bound", 2, "killed"),
        (count(11, 11, 11, superseded=True), "best", 0, "(an earlier count)"),
    ],
)
def test_a_count_shows_how_exactly_it_is_known(one: Count, circle: str, whiskers: int, said: str) -> None:
    drawn = timeline_picture([happening()], [one])
    assert f'<circle class="{circle}"' in drawn
    assert drawn.count('class="whisker"') == whiskers
    assert said in drawn
    assert 'href="/reports/r1#figure-f1"' in drawn
    assert 'class="days"' not in drawn
    assert 'class="days"' in timeline_picture([happening()], [dataclasses.replace(one, end="2031-05-09")])


def test_counts_stand_below_the_events_of_their_people(fill: Fill, ask: Ask) -> None:
    fill(build.claims())
    page = ask("/timeline").text
    assert re.search(
        r'class="count[^>]*href="/reports/r0000001#figure-[^"]+"><title>2031-05-05, Northern Wire: ', page
    )
    assert 'class="count' not in ask("/timeline?type=retreat").text


@given(st.lists(st.tuples(DAYS, st.integers(0, 10**9), st.integers(0, 10**9)), min_size=1, max_size=20))
def test_any_counts_can_be_drawn(found: list[tuple[str, int, int]]) -> None:
    told = [count(min(a, b), None, max(a, b), bound="range", start=day, end=day) for day, a, b in found]
    drawn = timeline_picture([happening()], told)
    assert drawn.count('class="count"') == len(told)
    assert "nan" not in drawn


def test_a_span_of_days_that_is_asked_for_is_all_that_is_drawn() -> None:
    year = happening("2031-01-01", "2031-12-31")
    drawn = timeline_picture([year], (), "2031-05-04", "2031-05-08")
    assert re.findall(r">(2031-\d\d-\d\d)</text>", drawn) == [f"2031-05-{day:02}" for day in range(4, 10)]
    (left, width) = re.findall(r'<rect[^>]* x="([\d.]+)"[^>]* width="([\d.]+)"', drawn)[0]
    assert float(left) >= 0
    assert float(left) + float(width) <= 1100


def test_a_province_is_no_point() -> None:
    assert 'class="point"' in map_picture([spot()])
    for kind in ("district", "province", "region", "country"):
        drawn = map_picture([spot(kind)])
        assert 'class="point"' not in drawn
        assert 'class="area"' in drawn


@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(REACH)), st.floats(-90, 90), st.floats(-180, 180)),
        min_size=1,
        max_size=9,
    )
)
def test_any_places_can_be_drawn(places: list[tuple[str, float, float]]) -> None:
    drawn = map_picture([spot(*place) for place in places])
    assert drawn.count("<a ") == len(places)
    assert "nan" not in drawn
    assert len(drawn) < 1_000_000


@pytest.mark.parametrize(
    "drawn",
    [
        timeline_picture([happening(text=HOSTILE, outlet=HOSTILE, plover=HOSTILE)]),
        map_picture([spot(name=HOSTILE)]),
    ],
)
def test_hostile_words_stay_text(drawn: str) -> None:
    assert "<script" not in drawn
    assert "\u202e" not in drawn


def test_no_border_crosses_the_map() -> None:
    with np.load(BORDERS) as held:
        lines = np.split(held["points"], held["ends"][:-1])
    assert max(abs(np.diff(line[:, 0].astype(int))).max() for line in lines) < 180 * FINE
