"""What was read in one report: the record behind `rashomon read --json`."""

import dataclasses
from dataclasses import dataclass
from typing import Any

from rashomon.model.event import Event
from rashomon.model.figure import Figure
from rashomon.model.place import Place
from rashomon.model.record import about
from rashomon.model.report import Report
from rashomon.model.statement import Statement
from rashomon.model.when import When

SCHEMA = 1
READ = ("statements", "figures", "times", "places", "events")
"""Fields of a reading that hold what was read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and all that was read in it."""

    report: Report = about("The report.")
    statements: tuple[Statement, ...] = about("Its statements, in the order of the text.")
    read_by: dict[str, str] = about("Name and version of everything that took part in the reading.")
    not_read: str | None = about("Why nothing was read, e.g. `language fa`; null if it was.", default=None)
    figures: tuple[Figure, ...] = about("Counts of people, in the order of the text.", default=())
    times: tuple[When, ...] = about("Times, in the order of the text.", default=())
    places: tuple[Place, ...] = about("Places, in the order of the text.", default=())
    events: tuple[Event, ...] = about("What is said to have happened, in the order of the text.", default=())


def as_json(reading: Reading) -> dict[str, Any]:
    """The reading as the JSON contract has it: report fields first, then what was read."""
    report = dataclasses.asdict(reading.report)
    return {
        "schema": SCHEMA,
        **report,
        **{name: [dataclasses.asdict(one) for one in getattr(reading, name)] for name in READ},
        "not_read": reading.not_read,
        "read_by": reading.read_by,
    }
