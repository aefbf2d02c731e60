"""What was read in one report: the record behind `rashomon read --json`."""

import dataclasses
from dataclasses import dataclass
from typing import Any

from rashomon.model.record import about
from rashomon.model.report import Report
from rashomon.model.statement import Statement

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and all that was read in it."""

    report: Report = about("The report.")
    statements: tuple[Statement, ...] = about("Its statements, in the order of the text.")
    read_by: dict[str, str] = about("Name and version of everything that took part in the reading.")
    not_read: str | None = about("Why nothing was read, e.g. `language fa`; null if it was.", default=None)


def as_json(reading: Reading) -> dict[str, Any]:
    """The reading as the JSON contract has it: report fields first, then what was read.

    Figures, times, places and events are not read yet: empty lists keep their place.
    """
    report = dataclasses.asdict(reading.report)
    return {
        "schema": SCHEMA,
        **report,
        "statements": [dataclasses.asdict(statement) for statement in reading.statements],
        "figures": [],
        "times": [],
        "places": [],
        "events": [],
        "not_read": reading.not_read,
        "read_by": reading.read_by,
    }
