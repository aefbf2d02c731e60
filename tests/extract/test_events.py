"""Events: what is one, who takes part, how the codebooks class it."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.extract.events import read_events
from rashomon.extract.figures import read_figures
from rashomon.extract.times import read_times
from rashomon.model import Annotation, Entity, Event, Figure, Place, PlaceKind, Report, Statement, When
from tests import builders as build

CASES = Path(__file__).parent / "events.txt"
PLACES: dict[str, PlaceKind] = {"Lorm": "town", "Orvel": "town", "Marrow Bay": "town", "Istrel": "province"}
PEOPLE = ("Joran Halvik", "Teo Rasmin")
FRAGMENTS = (
    "killed were by the army rebels in Lorm on Monday 14 people , . ; : ( ) “ ” \n attack attacks on of between and "
    "who fired rockets air strikes not no denied to Taliban U.S. Syria's ISIS al-Qaeda shot dead left agreed a "
    "ceasefire seized town did after when was ’ - ２０ \u202e suicide bomber blew himself up"
).split(" ")


def cases() -> list[tuple[str | None, str, list[str]]]:
    """Day of publication, text and the lines below it."""
    published, found = None, list[tuple[str | None, str, list[str]]]()
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            published = line[1:].strip() or None
        elif line.startswith("  "):
            found[-1][2].append(line.strip())
        elif line and not line.startswith("#"):
            found.append((published, line, []))
    return found


def places_in(text: str) -> tuple[Place, ...]:
    found = [(one.start(), one.group()) for name in PLACES for one in re.finditer(rf"\b{name}\b", text)]
    return tuple(
        Place(f"p{start}", name, ((start, start + len(name)),), kind=PLACES[name])
        for start, name in sorted(found)
    )


def names_in(text: str) -> Annotation:
    found = [Entity(one.start(), one.end(), "PERSON") for name in PEOPLE for one in re.finditer(name, text)]
    return Annotation(text, tuple(sorted(found, key=lambda one: one.start)))


class Read:
    """A text and all that is read in it."""

    def __init__(self, text: str, published: str | None, statements: tuple[Statement, ...] = ()) -> None:
        self.report: Report = build.report(text=text, published=published)
        self.figures: tuple[Figure, ...] = read_figures(self.report, statements)
        self.times: tuple[When, ...] = read_times(self.report)
        self.places = places_in(text)
        self.events = read_events(
            self.report, names_in(text), statements, self.figures, self.times, self.places
        )

    def shown(self, event: Event) -> str:
        read: tuple[Figure | When | Place, ...] = (*self.figures, *self.times, *self.places)
        named = {one.id: one.text for one in read}
        sides = [
            ", ".join(f"{a.name} ({a.inter or '-'})" for a in event.actors if a.role == role) or "-"
            for role in ("does", "suffers")
        ]
        bound = [named[one] for one in (event.when, event.place, *event.figures) if one]
        return (
            f"{'not ' if event.polarity == 'negative' else ''}{event.words.text} = {event.plover} {event.mode or '-'}"
            f" | {event.sub_event or event.acled or '-'} | {event.ucdp or event.ucdp_note}"
            f" | {' > '.join(sides)} | {', '.join(bound) or '-'}"
        )


@pytest.mark.parametrize(("published", "text", "expected"), cases())
def test_events_are_read(published: str | None, text: str, expected: list[str]) -> None:
    read = Read(text, published)
    assert [read.shown(event) for event in read.events] == expected


def hold(read: Read) -> None:
    text = read.report.text
    assert len({event.id for event in read.events}) == len(read.events)
    bound: tuple[Figure | When | Place, ...] = (*read.figures, *read.times, *read.places)
    ids = {one.id for one in bound}
    for event in read.events:
        assert (event.ucdp is None) != (event.ucdp_note is None)
        assert {one for one in (event.when, event.place, *event.figures) if one} <= ids
        for words in (event.words, *(actor.words for actor in event.actors)):
            assert words.text == " ".join(text[start:end] for start, end in words.spans)


@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=5)).map(" ".join))
def test_any_text_is_read_the_same_way_twice(text: str) -> None:
    read = Read(text, "2031-03-15")
    hold(read)
    assert Read(text, "2031-03-15").events == read.events


@pytest.mark.parametrize(
    "piece", ["killed ", "attack on ", "the army and ", "ISIS ", "no ", "a ", "Lorm, ", "fired "]
)
def test_a_long_text_of_one_piece_is_read(piece: str) -> None:
    hold(Read(piece * (20_000 // len(piece)), "2031-03-15"))


def test_an_event_is_said_by_the_innermost_statement_that_holds_it() -> None:
    text = "The mayor said the governor told him rebels attacked Lorm on Monday. Police arrested two men."
    outer = build.statement("s1", text, "the governor told him rebels attacked Lorm on Monday")
    inner = build.statement("s2", text, "rebels attacked Lorm on Monday", inside="s1")
    first, second = Read(text, "2031-03-15", (outer, inner)).events
    assert first.statement == inner.id
    assert second.statement is None


def test_what_a_source_denies_did_not_happen_by_its_word() -> None:
    text = "“The army shelled Orvel” is a lie, said Teo Rasmin."
    denial = build.statement("s1", text, "The army shelled Orvel", act="denies")
    (event,) = Read(text, None, (denial,)).events
    assert (event.polarity, event.ucdp_note) == ("negative", "said not to have happened")


def test_a_surname_stands_for_the_name_the_report_gives() -> None:
    text = "Joran Halvik lived in Lorm. Halvik was assassinated on Monday."
    spans = [build.span(text, "Joran Halvik"), (text.rindex("Halvik"), text.rindex("Halvik") + 6)]
    names = Annotation(text, tuple(Entity(start, end, "PERSON") for start, end in spans))
    (event,) = read_events(build.report(text=text), names, (), (), (), ())
    assert [(actor.name, actor.words.text) for actor in event.actors] == [("Joran Halvik", "Halvik")]


@pytest.mark.parametrize(
    ("published", "inter"), [("2010-05-01", "Rebel group"), ("2022-05-01", "State forces"), (None, None)]
)
def test_the_class_of_an_actor_is_that_of_the_day(published: str | None, inter: str | None) -> None:
    (event,) = Read("The Taliban arrested a teacher in Lorm.", published).events
    assert [actor.inter for actor in event.actors if actor.role == "does"] == [inter]
