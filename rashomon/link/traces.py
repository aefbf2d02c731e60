"""What a report has that links it to others, made from the report alone: keys, retellings and propositions."""

from dataclasses import dataclass

from rashomon.link.claims import Proposition, propositions
from rashomon.link.copies import page, sketch
from rashomon.link.retellings import retellings
from rashomon.link.spots import number
from rashomon.model import Reading, Report, Retelling


@dataclass(frozen=True, slots=True)
class Traces:
    """All that linking needs of a report beside the report; the costly part, which may be made in any process."""

    keys: tuple[int, ...]
    """By which reports that share text find each other."""
    retellings: tuple[Retelling, ...]
    propositions: tuple[Proposition, ...]


def traces(reading: Reading) -> Traces:
    """The traces of a reading. One that was not read has keys alone."""
    return Traces(keys(reading.report), retellings(reading), propositions(reading))


def keys(report: Report) -> tuple[int, ...]:
    """The keys of its text, and of the page that it stands on: versions find each other whatever they share."""
    at = page(report)
    return (*sketch(report.text).bands, *([number(f"page {at}")] if at else []))
