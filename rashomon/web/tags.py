"""The element of each mark in a text: its name, and its attributes."""

from collections.abc import Mapping

from markupsafe import Markup

from rashomon.model import Figure, Reading, When
from rashomon.query.marks import PARTS, Mark, Role
from rashomon.query.wording import days, notes, number, where
from rashomon.web.lights import light
from rashomon.web.visible import plain

Tag = tuple[str, Markup]


def tags(reading: Reading, more: Mapping[str, str]) -> dict[Mark, Tag]:
    """The element that each mark of `segments` is drawn as; `more` are further classes of statements, by id.

    What is claimed says in its title what it stands for: the number, the days, the place.
    """
    found: dict[Mark, Tag] = {}
    for order, statement in enumerate(reading.statements, 1):
        for part in PARTS:
            classes = (part, statement.act if part == "content" else "", light(order), more.get(statement.id))
            name = "mark" if part == "content" else "span"
            found[Mark(statement.id, part)] = name, _class(" ".join(filter(None, classes)))
    for event in reading.events:
        found[Mark(event.id, "event")] = "span", _class("event")
    for figure in reading.figures:
        found[Mark(figure.id, "figure")] = _claimed("figure", told_of_figure(figure))
    for when in reading.times:
        found[Mark(when.id, "time")] = _claimed("time", told_of_time(when))
    for place in reading.places:
        found[Mark(place.id, "place")] = _claimed("place", where(place))
    return found


def told_of_figure(figure: Figure) -> str:
    """What a figure stands for: `killed: at least 11; earlier count`."""
    return "; ".join([f"{figure.kind}: {number(figure)}", *notes(figure)])


def told_of_time(when: When) -> str:
    """The days that a time stands for."""
    return days(when) if when.start or when.end else "not known"


def _class(names: str) -> Markup:
    return Markup('class="{}"').format(names)


def _claimed(role: Role, told: str) -> Tag:
    return "span", Markup('class="{}" title="{}"').format(role, plain(told))
