import pytest

from rashomon.query.wording import actors, codes, days, label, least_to_most, notes, number, where
from tests import builders as build


@pytest.mark.parametrize(
    ("numbers", "bound", "read"),
    [
        ((11, 11, 11), "exact", "11"),
        ((11, None, None), "at_least", "at least 11"),
        ((1200, None, None), "more_than", "over 1,200"),
        ((None, None, 30), "at_most", "up to 30"),
        ((None, 100, None), "about", "about 100"),
        ((20, None, 30), "range", "20 to 30"),
        ((None, None, None), "vague", "no number"),
        ((1, None, None), "vague", "at least 1"),
        ((12, 12, 12), "vague", "12"),
        ((20, 20, 30), "range", "20 to 30"),
    ],
)
def test_numbers_read_as_worded(numbers: tuple[int | None, ...], bound: str, read: str) -> None:
    low, best, high = numbers
    figure = build.figure("f", "11 people", "11 people", low=low, best=best, high=high, bound=bound)
    assert number(figure) == read


def test_what_keeps_a_figure_from_being_added_is_noted() -> None:
    text = "11 people"
    assert notes(build.figure("f", text, text, 11)) == []
    held = build.figure("f", text, text, 11, superseded=True, cumulative=True, part_of="g")
    assert notes(held) == ["earlier count", "of more than one incident", "part of another figure"]


@pytest.mark.parametrize(
    ("start", "end", "precision", "read"),
    [
        ("2031-05-05", "2031-05-05", "day", "2031-05-05"),
        ("2031-05-05", "2031-05-11", "week", "2031-05-05 to 11"),
        ("2031-05-31", "2031-06-02", "days", "2031-05-31 to 06-02"),
        ("2031-12-31", "2032-01-01", "days", "2031-12-31 to 2032-01-01"),
        ("2031-05-01", "2031-05-31", "month", "2031-05"),
        ("2031-01-01", "2031-12-31", "year", "2031"),
        ("2031-05-05", None, "day", "since 2031-05-05"),
        (None, "2031-05-05", "day", "until 2031-05-05"),
        (None, None, None, "then"),
    ],
)
def test_days_are_as_fine_as_the_words(
    start: str | None, end: str | None, precision: str | None, read: str
) -> None:
    assert days(build.when("t", "then", "then", start=start, end=end, precision=precision)) == read


def test_a_place_is_told_by_the_gazetteer() -> None:
    known = build.place("p", "Ansel", "Ansel", "Port Ansel", country="SL", adm_1="Ansel Coast")
    assert where(known) == "Port Ansel, town, Ansel Coast, SL, 1.50, -2.25"
    assert where(build.place("p", "Ansel", "Ansel")) == "not known"


def test_an_event_is_told_by_its_type_and_who_takes_part() -> None:
    shelling, flight = build.claims().events
    assert (label(shelling), label(flight)) == ("ASSAULT heavy-weapons", "RETREAT")
    assert (actors(shelling, "does"), actors(shelling, "suffers"), actors(flight, "does")) == (
        "Tern Front",
        "people",
        "",
    )
    denied = build.event("e", "No shell fell", "shell fell", polarity="negative")
    assert label(denied) == "not ASSAULT"
    assert codes(shelling) == (
        "ACLED: Explosions/Remote violence, Shelling/artillery/missile attack; UCDP: 3, one-sided"
    )
    assert codes(flight) == "ACLED: not coded; UCDP: actors unknown"


@pytest.mark.parametrize(
    ("low", "best", "high", "read"),
    [
        (11, None, 19, "11 to 19"),
        (11, 17, 19, "11 to 19, best 17"),
        (11, 11, 11, "11"),
        (1200, None, None, "at least 1,200"),
        (None, None, 30, "at most 30"),
        (None, None, None, ""),
    ],
)
def test_totals_read_from_the_least_to_the_most(
    low: int | None, best: int | None, high: int | None, read: str
) -> None:
    assert least_to_most(low, best, high) == read
