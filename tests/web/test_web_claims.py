"""Figures, times, places and events on the pages."""

import dataclasses
import re

import pytest

from rashomon.model import Reading
from tests import builders as build
from tests.web.asking import HOSTILE
from tests.web.conftest import Ask, Fill


def spaced(html: str) -> str:
    return " ".join(html.split())


def test_what_is_claimed_is_marked_in_the_text(fill: Fill, ask: Ask) -> None:
    fill(build.claims())
    page = ask("/reports/r0000001").text
    assert (
        '<span class="place" title="Port Ansel, town, SL, 1.50, -2.25" id="place-r0000001-p1">Port Ansel'
        in page
    )
    assert '<span class="time" title="2031-05-05" id="time-r0000001-t">on Monday</span>' in page
    assert (
        '<span class="figure" title="killed: at least 11" id="figure-r0000001-f1">at least 11 people' in page
    )
    assert 'title="not known" id="place-r0000001-p2">Marrow</span>' in page
    assert "how many" in page


def test_what_is_claimed_is_listed_below_with_whose_word_it_is(fill: Fill, ask: Ask) -> None:
    fill(build.claims())
    page = spaced(ask("/reports/r0000001").text)
    assert '<a href="#claimed">2 figures</a>' in page
    assert "ACLED: Explosions/Remote violence, Shelling/artillery/missile attack; UCDP: 3, one-sided" in page
    assert "<span>by <bdi>Tern Front</bdi></span> <span>to <bdi>people</bdi></span>" in page
    assert 'killed: at least 11 · <a href="#card-r0000001-s">statement 1</a>' in page
    assert "displaced: 40 · this report itself" in page
    for anchor in re.findall(r'href="#((?:event|figure|time|place)-[^"]*)"', page):
        assert f'id="{anchor}"' in page


def test_a_report_without_claims_has_no_list_of_them(fill: Fill, ask: Ask) -> None:
    fill(build.reading())
    page = ask("/reports/r0000001").text
    assert "What is claimed" not in page
    assert "Lined above" not in page


def test_figures_are_listed_and_filtered_by_the_address(fill: Fill, ask: Ask) -> None:
    fill(build.claims())
    page = spaced(ask("/figures").text)
    assert "2 figures in" in page
    assert "killed: at least 11" in page
    assert 'href="/reports/r0000001#figure-r0000001-f1"' in page
    asked = "/figures?kind=killed&at_least=11&place=ansel&source=quill&since=2031-05-06&until=&counts=ucdp"
    page = spaced(ask(asked).text)
    assert "1 figure in" in page
    assert "rule ucdp: best = the floor" in page
    assert '<option value="killed" selected>' in page
    assert 'value="2031-05-06"' in page
    assert "No figure fits." in ask("/figures?at_least=500").text


def test_events_are_listed_and_filtered_by_the_address(fill: Fill, ask: Ask) -> None:
    fill(build.claims())
    assert "2 events in" in ask("/events").text
    asked = "/events?type=assault&ucdp=3&actor=tern&happened_since=2031-05-05&happened_until=2031-05-05"
    page = spaced(ask(asked).text)
    assert "1 event in" in page
    assert 'href="/reports/r0000001#event-r0000001-e1"' in page
    assert "Ada Quill" in page
    assert "No event fits." in ask("/events?happened_until=2031-05-04").text


def test_a_long_list_offers_the_rest(fill: Fill, ask: Ask) -> None:
    fill(build.claims())
    assert (
        'href="/figures?outlet=northern+wire&amp;counts=words&amp;limit=4"'
        in ask("/figures?outlet=northern+wire&limit=1").text
    )
    assert 'href="/events?limit=4"' in ask("/events?limit=1").text


@pytest.mark.parametrize(
    "address",
    [
        "/figures?since=May",
        "/figures?at_least=ten",
        "/figures?kind=hurt",
        "/figures?counts=x",
        "/events?ucdp=4",
    ],
)
def test_a_filter_that_cannot_be_is_told(fill: Fill, ask: Ask, address: str) -> None:
    fill(build.claims())
    assert ask(address).status_code == 422


def hostile_claims() -> Reading:
    text = f"{HOSTILE} fell on {HOSTILE}."
    of = build.report("r000000f", text, outlet=HOSTILE, title=HOSTILE)
    start = len(HOSTILE) + len(" fell on ")
    place = dataclasses.replace(
        build.place("p", text, HOSTILE, HOSTILE, adm_1=HOSTILE), spans=((start, start + len(HOSTILE)),)
    )
    actor = build.actor(text, HOSTILE, name=HOSTILE)
    figure = build.figure("f", text, HOSTILE, 1, of=HOSTILE, rule=HOSTILE)
    when = build.when("t", text, "fell")
    event = build.event(
        "e", text, f"{HOSTILE} fell", actor, mode=HOSTILE, acled=HOSTILE, ucdp_note=HOSTILE, place="p", when="t",
        figures=("f",),
    )  # fmt: skip
    return Reading(of, (), {}, None, (figure,), (when,), (place,), (event,))


@pytest.mark.parametrize(
    "address", ["/reports/r000000f", "/figures?counts=ucdp", f"/events?words={HOSTILE[:8]}", "/events"]
)
def test_hostile_claims_stay_text(fill: Fill, ask: Ask, address: str) -> None:
    fill(hostile_claims())
    answer = ask(address)
    assert answer.status_code == 200
    assert not re.search(r"""<script(?! src="/static/)""", answer.text)
    assert "\u202e" not in answer.text
    assert "\0" not in answer.text
