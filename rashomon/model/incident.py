"""A happening that several reports tell of, and the counts of its people over time."""

from dataclasses import dataclass

from rashomon.model.figure import FigureKind
from rashomon.model.record import about


@dataclass(frozen=True, slots=True)
class Incident:
    """Events of one or many reports that are taken for one happening."""

    id: str = about("Id of its first event in the order of ids: the same whatever the order of adding.")
    plover: str = about("PLOVER event type of all its events.")
    place: str | None = about("The finest place that its events name; null if none does.")
    start: str | None = about("The first day it can have been, YYYY-MM-DD; null if no event says.")
    end: str | None = about("The last day it can have been, YYYY-MM-DD; null likewise.")
    events: tuple[str, ...] = about("Ids of its events, in the order of ids.")
    reports: tuple[str, ...] = about("Ids of the reports that tell of it, in the order of ids.")


@dataclass(frozen=True, slots=True)
class Toll:
    """One count of an incident's people: whose word it is, and when it was said."""

    incident: str = about("Id of the incident.")
    figure: str = about("Id of the figure.")
    report: str = about("Id of the report.")
    day: str | None = about("The day the report was published, YYYY-MM-DD; null if unknown.")
    who: str = about("Whose word it is: the source, or the outlet in its own voice.")
    source: str = about("The key under which that source is one across reports.")
    kind: FigureKind = about("What happened to them.")
    low: int | None = about("The least, by the rule chosen; null if there is no floor.")
    best: int | None = about("The number itself, by the rule chosen; null if it gives none.")
    high: int | None = about("The most, by the rule chosen; null if there is no ceiling.")
    rule: str = about("The rule that made the numbers.")
    part: bool = about("Whether it counts only some of them (`14, including five children`).")
    latest: bool = about("Whether this source has no later count of the kind.")
