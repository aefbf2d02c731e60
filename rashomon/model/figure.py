"""A count of people, as a report gives it."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.record import about
from rashomon.model.span import Span

FigureKind = Literal["killed", "injured", "detained", "missing", "displaced", "abducted", "other"]
Bound = Literal["exact", "at_least", "more_than", "at_most", "about", "range", "vague"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A count of people. The numbers are those that the words give; a coding rule may turn them into others."""

    id: str = about("Made from the report's id and the place of the words.")
    kind: FigureKind = about("What happened to them.")
    text: str = about("The words, with the noun that is counted.")
    spans: tuple[Span, ...] = about("Where they stand: [start, end) pairs, in characters.")
    low: int | None = about("The least that the words allow; null if they set no floor.")
    best: int | None = about("The number itself, where the words give one.")
    high: int | None = about("The most that the words allow; null if they set no ceiling.")
    bound: Bound = about("How to read the numbers.")
    of: str | None = about("Who is counted, as worded, e.g. `civilians`; null if no word says.")
    rule: str = about("The rule that made the numbers, e.g. `words: at least N`, `acled: dozens = 12`.")
    statement: str | None = about(
        "Id of the innermost statement whose content holds it; null: the report's own voice.", default=None
    )
    cumulative: bool = about("Whether it counts more than one incident, e.g. a whole war.", default=False)
    superseded: bool = about("Whether the report itself gives it as an earlier count.", default=False)
    part_of: str | None = about(
        "Id of the figure of which it counts a part (`14, including five children`).", default=None
    )
