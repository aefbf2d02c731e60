import pytest

from rashomon.query.events import events
from rashomon.store import View
from tests import builders as build
from tests.query.conftest import Ask


def kinds(view: View, **asked: str | int) -> list[str]:
    return [row.event.plover for row in events(view, **asked)]  # type: ignore[arg-type]


@pytest.fixture
def view(ledger_of: Ask) -> View:
    return ledger_of(build.claims())


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["ASSAULT", "RETREAT"]),
        ({"type": "assault"}, ["ASSAULT"]),
        ({"type": "explosions/remote violence"}, ["ASSAULT"]),
        ({"type": "Shelling/artillery/missile attack"}, ["ASSAULT"]),
        ({"type": "heavy-weapons"}, ["ASSAULT"]),
        ({"type": "shell"}, []),
        ({"ucdp": 3}, ["ASSAULT"]),
        ({"ucdp": 1}, []),
        ({"actor": "tern front"}, ["ASSAULT"]),
        ({"actor": "mayor"}, []),
        ({"place": "port"}, ["ASSAULT"]),
        ({"source": "quill"}, ["ASSAULT"]),
        ({"words": "tern shells monday"}, ["ASSAULT"]),
        ({"words": "fled marrow"}, ["RETREAT"]),
        ({"happened_since": "2031-05-05", "happened_until": "2031-05-05"}, ["ASSAULT"]),
        ({"happened_since": "2031-05-06"}, []),
        ({"happened_until": "2031-05-04"}, []),
        ({"outlet": "northern wire", "since": "2031-05-06"}, ["ASSAULT", "RETREAT"]),
        ({"until": "2031-05-05"}, []),
        ({"report": "another"}, []),
        ({"limit": 1}, ["ASSAULT"]),
    ],
)
def test_events_are_chosen_by_all_that_is_asked(
    view: View, asked: dict[str, str | int], found: list[str]
) -> None:
    assert kinds(view, **asked) == found


def test_an_event_comes_with_all_that_it_names(view: View) -> None:
    reading = build.claims()
    shelling, flight = events(view)
    assert shelling.event == reading.events[0]
    assert (shelling.statement, shelling.when, shelling.place, shelling.figures) == (
        reading.statements[0],
        reading.times[0],
        reading.places[0],
        reading.figures[:1],
    )
    assert (flight.statement, flight.when, flight.place) == (None, None, reading.places[1])


def test_a_time_without_an_end_may_reach_any_later_day(ledger_of: Ask) -> None:
    text = "Fighting has raged since April. Once a bridge fell."
    reading = build.reading(build.report(text=text), not_read="")
    april = build.when("t", text, "since April", "2031-04-01", end=None)
    unknown = build.when("u", text, "Once")
    told = (
        build.event("e", text, "Fighting has raged", when="t"),
        build.event("f", text, "a bridge fell", when="u"),
    )
    view = ledger_of(type(reading)(reading.report, (), {}, None, (), (april, unknown), (), told))
    ids = [row.event.id for row in events(view, happened_since="2031-09-01")]
    assert ids == ["e"]
    assert events(view, happened_until="2031-03-31") == []
