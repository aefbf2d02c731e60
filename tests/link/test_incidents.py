"""Which events are one happening, and its counts of people over time."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.disputes import disputes
from rashomon.link.incidents import incidents
from rashomon.link.tolls import tolls, total
from rashomon.model import Claim, Dispute, Incident, Member, Reading, Toll, Words
from tests import builders as build

TEXT = "Shells hit Port Ansel on Monday, killing {} people, the mayor said. The blast was heard in Marrow."


PLACES = {"Port Ansel": 1, "Marrow Bay": 2, "Marrow": 3}


def report(
    key: str,
    dead: int,
    *,
    day: str | None = "2031-05-06",
    place: str = "Port Ansel",
    who: str = "Ada Quill",
    quarter: str = "",
) -> Reading:
    """A report of one outlet on a shelling, its toll on the word of `who`."""
    text = TEXT.format(dead).replace("Port Ansel", f"{quarter} in Port Ansel" if quarter else "Port Ansel")
    of = build.report(key, text, outlet=f"Paper {key}", published=day)
    mayor = build.source(text, "the mayor", name=who, kind="named_person", office="mayor")
    said = build.statement(f"{key}-s", text, text.split(", the mayor")[0], by=mayor, cue="said")
    count = build.figure(f"{key}-f", text, f"{dead} people", dead, statement=said.id)
    monday = build.when(f"{key}-t", text, "on Monday", "2031-05-05")
    where = build.place(f"{key}-p", text, "Port Ansel", place, geonames=PLACES[place])
    hit = build.event(
        f"{key}-e1",
        text,
        "Shells hit",
        mode="heavy-weapons",
        when=monday.id,
        place=where.id,
        figures=(count.id,),
        statement=said.id,
    )
    blast = build.event(f"{key}-e2", text, "The blast", mode=None)
    return Reading(of, (said,), {}, None, (count,), (monday,), (where,), (hit, blast))


def held(*readings: Reading) -> dict[str, Reading]:
    return {one.report.id: one for one in readings}


def shown(found: list[Incident]) -> list[tuple[str, ...]]:
    return [one.events for one in found]


def test_one_place_and_day_is_one_happening() -> None:
    found = incidents(held(report("a", 9), report("b", 11)))
    assert shown(found) == [("a-e1", "b-e1"), ("a-e2",), ("b-e2",)]
    assert (found[0].id, found[0].place, found[0].start, found[0].reports) == (
        "a-e1",
        "Port Ansel",
        "2031-05-05",
        ("a", "b"),
    )


def test_another_place_day_or_type_is_another_happening() -> None:
    far = report("b", 9, place="Marrow Bay")
    late = report("c", 9)
    late = replace(late, times=(replace(late.times[0], start="2031-05-09", end="2031-05-09"),))
    raid = report("d", 9)
    raid = replace(raid, events=(replace(raid.events[0], mode="abduct"),))
    found = incidents(held(report("a", 9), far, late, raid))
    assert [one for one in shown(found) if len(one) > 1] == []


def test_a_place_and_its_province_in_any_spelling_are_one_happening() -> None:
    narrow, wide = report("a", 19), report("b", 19, place="Marrow")
    narrow = replace(narrow, places=(replace(narrow.places[0], adm_1="Al-Ḩasel"),))
    wide = replace(wide, places=(replace(wide.places[0], name="al Hasel", kind="province"),))
    found = incidents(held(narrow, wide))
    assert (found[0].events, found[0].place) == (("a-e1", "b-e1"), "Port Ansel")


def test_in_a_province_much_happens_in_a_day() -> None:
    of_them = [
        replace(one, places=(replace(one.places[0], kind="province"),))
        for one in (report("a", 9), report("b", 11))
    ]
    assert shown(incidents(held(*of_them)))[0] == ("a-e1",)
    capital = [replace(one, places=(replace(one.places[0], adm_1="Port-Ansel"),)) for one in of_them]
    assert shown(incidents(held(*capital)))[0] == ("a-e1",)


def test_in_one_report_of_a_province_other_counts_are_of_other_happenings() -> None:
    one = report("a", 9)
    text = one.report.text
    second = build.figure("a-f2", text, "The", 4)
    events = (one.events[0], replace(one.events[1], when="a-t", mode="heavy-weapons", figures=("a-f2",)))
    of_two = replace(one, figures=(*one.figures, second), events=events)
    assert shown(incidents(held(of_two))) == [("a-e1", "a-e2")]
    wide = replace(of_two, places=(replace(one.places[0], kind="province"),))
    assert shown(incidents(held(wide))) == [("a-e1",), ("a-e2",)]


def test_gas_and_what_brought_it_are_one_happening() -> None:
    gas, raid, raft = report("a", 9), report("b", 11), report("c", 12)
    gas, raid, raft = (
        replace(one, events=(replace(one.events[0], mode=mode),))
        for one, mode in ((gas, "unconventional"), (raid, "aerial"), (raft, "abduct"))
    )
    assert shown(incidents(held(gas, raid, raft))) == [("a-e1", "b-e1"), ("c-e1",)]


def test_what_says_neither_where_nor_when_joins_by_a_claim() -> None:
    readings = held(report("a", 9), report("b", 11))
    start = TEXT.format(11).index("The blast")
    members = (Member("m1", "a", None, ((0, 10),)), Member("m2", "b", None, ((start, start + 9),)))
    found = incidents(readings, [Claim("c", "", members, False)])
    assert shown(found) == [("a-e1", "b-e1", "b-e2"), ("a-e2",)]


def test_what_did_not_happen_is_no_happening() -> None:
    one = report("a", 9)
    denied = replace(one, events=tuple(replace(event, polarity="negative") for event in one.events))
    assert incidents(held(denied)) == []


def counts(*readings: Reading) -> tuple[list[Toll], list[Dispute]]:
    found = incidents(held(*readings))
    told = {one.id: tolls(one, held(*readings)) for one in found}
    return told[found[0].id], disputes([], {}, held(*readings), found, told)


def test_counts_are_told_in_time_each_with_whose_word_it_is() -> None:
    found, _ = counts(report("b", 9), report("a", 11, day="2031-05-07"))
    assert [(one.day, one.who, one.low, one.latest) for one in found] == [
        ("2031-05-06", "Ada Quill", 9, False),
        ("2031-05-07", "Ada Quill", 11, True),
    ]


QUARTERS = [
    ("Salah Eddin neighborhood", "the neighbourhood of Salah-Eddin", True),
    ("al-Hamadaniyeh and al-Meridian neighborhoods", "the Hamdaniya district", True),
    ("Kell Gate and other quarters", "the area of Marn Hill", False),
    ("Kell Gate quarter", "a Kurdish quarter", True),
    ("Kell Gate quarter", "Port Ansel and its neighborhoods", True),
    ("the al-Hizam (Green Belt) area", "the Sheikh Taha area", False),
]


@pytest.mark.parametrize(("here", "there", "one"), QUARTERS)
def test_two_quarters_of_a_town_are_hit_by_two_shells(here: str, there: str, *, one: bool) -> None:
    found = incidents(held(report("a", 9, quarter=here), report("b", 9, quarter=there)))
    assert (("a-e1", "b-e1") in shown(found)) == one


@pytest.mark.parametrize(("about", "exact", "disputed"), [(40, 41, False), (40, 46, True), (44, 45, True)])
def test_a_count_that_is_only_about_right_is_that_of_all_that_round_to_it(
    about: int, exact: int, *, disputed: bool
) -> None:
    one, other = report("a", about), report("b", exact, who="Teo Rasmin")
    one = replace(one, figures=(replace(one.figures[0], bound="about"),))
    assert bool(counts(one, other)[1]) == disputed
    assert counts(report("a", about), other)[1]


def test_a_later_higher_count_updates_and_is_no_dispute() -> None:
    assert counts(report("a", 9), report("b", 11, day="2031-05-07", who="Teo Rasmin"))[1] == []


def test_two_sources_on_one_day_are_in_dispute() -> None:
    _, found = counts(report("a", 9), report("b", 11, who="Teo Rasmin"))
    assert [(one.kind, one.text, one.why) for one in found] == [
        ("figure", "killed in Port Ansel, 2031-05-05", "9 by Ada Quill, 11 by Teo Rasmin, on one day")
    ]
    assert [(one.text, one.who, one.low, one.high) for one in found[0].positions] == [
        ("11", ("Teo Rasmin",), 1, 1),
        ("9", ("Ada Quill",), 1, 1),
    ]


def test_counts_that_are_told_of_two_days_are_in_no_dispute() -> None:
    one, other = report("a", 9), report("b", 11, who="Teo Rasmin")
    tuesday = replace(other.times[0], text="on Tuesday", start="2031-05-06", end="2031-05-06")
    assert counts(one, other)[1]
    assert len(incidents(held(one, replace(other, times=(tuesday,))))[0].reports) == 2
    assert counts(one, replace(other, times=(tuesday,)))[1] == []


def test_a_later_lower_count_of_another_is_a_dispute_and_ones_own_is_not() -> None:
    assert [
        one.why for one in counts(report("a", 11), report("b", 9, day="2031-05-07", who="Teo Rasmin"))[1]
    ] == ["11 by Ada Quill, 9 by Teo Rasmin, the later is the lower"]
    assert counts(report("a", 11), report("b", 9, day="2031-05-07"))[1] == []


def test_a_count_lower_by_more_than_half_on_a_later_day_is_of_something_else() -> None:
    later = report("b", 4, day="2031-05-07", who="Teo Rasmin")
    assert counts(report("a", 11), later)[1] == []
    assert len(counts(report("a", 11), report("b", 4, who="Teo Rasmin"))[1]) == 1


def in_one_report(first: int, second: int, *, own: bool = False) -> list[Dispute]:
    """The disputes of a report that credits two counts to two people, or one of them to nobody."""
    text = f"Shells killed {first} people, Ada Quill said. Teo Rasmin put the dead at {second} people."
    said = [
        build.statement(f"s{n}", text, words, by=build.source(text, name, kind="named_person"))
        for n, (name, words) in enumerate(
            (("Ada Quill", f"Shells killed {first} people"), ("Teo Rasmin", f"the dead at {second} people"))
        )
    ]
    counted = [
        build.figure("f0", text, f"{first} people", first, statement="s0"),
        build.figure("f1", text, f"{second} people", second, statement=None if own else "s1"),
    ]
    hit = build.event("e", text, "Shells", figures=("f0", "f1"))
    return counts(Reading(build.report("a", text), tuple(said), {}, None, tuple(counted), (), (), (hit,)))[1]


def test_two_sources_of_one_report_are_in_dispute_if_their_counts_can_be_of_one_thing() -> None:
    assert [one.why for one in in_one_report(11, 7)] == ["11 by Ada Quill, 7 by Teo Rasmin, in one report"]
    assert in_one_report(11, 4) == []
    assert in_one_report(11, 7, own=True) == []


def test_counts_that_some_number_fits_are_not_in_dispute() -> None:
    floor = report("b", 9, who="Teo Rasmin")
    at_least = replace(floor.figures[0], best=None, high=None, bound="at_least")
    assert counts(report("a", 11), replace(floor, figures=(at_least,)))[1] == []


def toll(low: int | None, best: int | None, high: int | None, source: str, **more: bool) -> Toll:
    return Toll(
        "i",
        source,
        "r",
        None,
        source,
        source,
        "killed",
        low,
        best,
        high,
        "",
        **{"part": False, "latest": True} | more,
    )


def test_totals_follow_the_codebooks() -> None:
    found = [
        toll(9, 9, 9, "a"),
        toll(11, 11, 11, "b"),
        toll(11, 11, 11, "c"),
        toll(30, None, None, "d"),
        toll(2, 2, 2, "e", part=True),
    ]
    assert total(found, "words") == (9, None, 30)
    assert total(found, "ucdp") == (9, 11, 30)
    assert total(found, "acled") == (9, 9, 9)
    assert total([toll(9, 9, 9, "a"), toll(11, 11, 11, "b")], "ucdp") == (9, 9, 11)
    assert total([], "ucdp") == (None, None, None)
    floor = [toll(11, None, None, "a"), toll(11, None, None, "b")]
    assert total(floor, "words") == (11, None, None)
    parts = [toll(7, 7, 7, "a", part=True), toll(4, 4, 4, "a", part=True)]
    assert total(parts, "words") == (7, None, None)


def groups(words: str, *numbers: tuple[str, int]) -> list[Toll]:
    """The tolls of one event that a report tells of in these words, with the counts in them."""
    counted = [
        build.figure(f"f{n}", words, text, number, of=text.split()[-1])
        for n, (text, number) in enumerate(numbers)
    ]
    hit = build.event("e", words, words.split(maxsplit=1)[0], figures=tuple(one.id for one in counted))
    of = build.report("a", words, published="2031-05-06")
    reading = Reading(of, (), {}, None, tuple(counted), (), (), (hit,))
    (found,) = incidents(held(reading))
    return tolls(found, held(reading))


def test_groups_beside_each_other_are_parts() -> None:
    found = groups("Shells killed 12 fighters and 6 farmers.", ("12 fighters", 12), ("6 farmers", 6))
    assert [(one.low, one.part) for one in found] == [(12, True), (6, True)]


def test_children_and_all_but_the_largest_count_of_a_source_are_parts() -> None:
    words = "Shells killed 40 people. They killed 15 guards too, and 11 children."
    found = groups(words, ("40 people", 40), ("15 guards", 15), ("11 children", 11))
    assert [(one.low, one.part) for one in found] == [(40, False), (15, True), (11, True)]


def test_children_alone_are_the_toll_where_nobody_counts_more() -> None:
    assert [one.part for one in groups("Shells killed 11 children.", ("11 children", 11))] == [False]


def test_some_of_a_group_are_a_part() -> None:
    assert [one.part for one in groups("Shells killed three of its guards.", ("three of its guards", 3))] == [
        True
    ]


def test_what_died_besides_is_a_part() -> None:
    found = groups("Shells killed 3 more people on Monday.", ("3 more people", 3))
    assert [(one.low, one.part) for one in found] == [(3, True)]


def test_a_count_of_a_report_without_a_day_updates_nothing_that_is_known() -> None:
    undated = report("b", 11, day=None, who="Teo Rasmin")
    assert counts(report("a", 9), undated)[1] == []


def test_a_count_of_a_whole_war_or_an_earlier_one_is_left_out() -> None:
    one = report("a", 9)
    for changed in (replace(one.figures[0], cumulative=True), replace(one.figures[0], superseded=True)):
        assert counts(replace(one, figures=(changed,)))[0] == []


def test_a_count_that_no_event_has_belongs_to_the_incident_of_its_claim() -> None:
    one, other = report("a", 9), report("b", 11)
    other = replace(other, events=())
    members = (Member("m1", "a", None, ((0, 60),)), Member("m2", "b", None, ((0, 60),)))
    claim = Claim("c", "", members, False)
    found = incidents(held(one, other), [claim])
    assert [one.who for one in tolls(found[0], held(one, other), [claim])] == ["Ada Quill"]


def test_places_and_days_of_a_claim_that_differ_are_in_dispute() -> None:
    one, other = report("a", 34), report("b", 34, place="Marrow Bay", who="Teo Rasmin")
    members = (Member("m1", "a", "a-s", ((0, 60),)), Member("m2", "b", "b-s", ((0, 60),)))
    claim = Claim("c", "shells hit", members, False)
    few = held(report("a", 9), report("b", 9, place="Marrow Bay"))
    assert disputes([claim], {}, few) == []
    found = disputes([claim], {}, held(one, other))
    assert [(d.kind, d.why) for d in found] == [("place", "Port Ansel or Marrow Bay")]
    assert disputes([claim], {}, held(one, report("b", 34, place="Marrow Bay"))) == []
    assert (
        disputes([claim], {}, held(one, replace(other, places=(replace(other.places[0], kind="province"),))))
        == []
    )
    late = report("b", 34, who="Teo Rasmin")
    may = replace(late.times[0], text="on May 1", start="2031-05-01", end="2031-05-01")
    late = replace(late, times=(may,))
    assert [(d.kind, d.why) for d in disputes([claim], {}, held(one, late))] == [
        ("date", "2031-05-05 or 2031-05-01")
    ]
    weekday = replace(late, times=(replace(late.times[0], text=one.times[0].text),))
    assert disputes([claim], {}, held(one, weekday)) == []
    months = replace(late, times=(replace(late.times[0], start="2031-01-01", end="2031-01-01"),))
    assert disputes([claim], {}, held(one, months)) == []


@given(
    st.lists(
        st.tuples(
            st.integers(1, 12),
            st.sampled_from(["Port Ansel", "Marrow"]),
            st.sampled_from(["2031-05-06", None]),
        ),
        max_size=5,
    )
)
def test_happenings_do_not_depend_on_the_order_of_adding(told: list[tuple[int, str, str]]) -> None:
    readings = [report(f"r{n}", dead, place=place, day=day) for n, (dead, place, day) in enumerate(told)]
    found = incidents(held(*readings))
    assert incidents(held(*reversed(readings))) == found
    every = [event.id for one in readings for event in one.events]
    assert sorted(event for one in found for event in one.events) == sorted(every)


def test_a_report_of_very_many_events_is_grouped() -> None:
    text = "a blast. " * 2_000
    blast = build.event("e", text, "blast")
    events = tuple(
        replace(blast, id=f"e{n:05}", words=Words.of(text, ((9 * n + 2, 9 * n + 7),))) for n in range(2_000)
    )
    reading = Reading(build.report("a", text), (), {}, None, (), (), (), events)
    assert len(incidents(held(reading))) == 2_000
