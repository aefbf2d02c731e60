"""The counts of people of a happening, by whose word and when, and what they come to."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from rashomon.codebook.counts import CountRule, counted
from rashomon.link.incidents import inside
from rashomon.link.sources import credited
from rashomon.model import Claim, Figure, Incident, Reading, Toll

SOME: Final = re.compile(
    r"\b(?:child(?:ren)?|kids?|minors?|bab(?:y|ies)|infants?|toddlers?|girls?|boys?|wom[ae]n|brothers?|sisters?|teachers?"
    r"|students?|pupils?|school\w+|medics?|doctors?|nurses?|staff|workers?|journalists?|drivers?|volunteers?)\b",
    re.I,
)
"""Who is counted apart in many tolls."""
OF_THEM: Final = re.compile(r"\bof (?:its|their|the|them|whom|those)\b", re.I)
"""`Three of its staff`."""
ANYBODY: Final = re.compile(
    r"\b(?:people|persons?|civilians?|citizens?|dead|bodies|victims?|others?)\b", re.I
)
"""Who is counted in a toll of all."""
BESIDES: Final = re.compile(r"\b(?:more(?! than)|further|additional|others?|another)\b", re.I)
"""Words with which a count of dead adds to another."""
BESIDE: Final = re.compile(
    r"[\s,]*(?:[\w’'-]+\s+){0,4}?(?:and|along with|as well as|plus|with)\s+(?:[\w’'-]+\s+){0,2}", re.I
)
"""What stands between the counts of two groups."""


def tolls(
    incident: Incident,
    readings: Mapping[str, Reading],
    claims: Sequence[Claim] = (),
    rule: CountRule = "words",
) -> list[Toll]:
    """Every count of the incident's people, oldest first, with the numbers that `rule` gives it.

    A count is the incident's if one of its events has it, or if it stands in a claim with such a count and in no other
    incident's event. Counts of a whole war, and those that the report itself calls earlier, are left out. Those of
    `three more` or `three others` dead, of some of a group, and of groups beside each other are parts, and so are all
    but the largest that a source gives in a report; those of children, women or one profession are where others count
    people.
    """
    found: list[Toll] = []
    some: set[str] = set()
    for report in incident.reports:
        reading = readings[report]
        mine = {figure for event in reading.events if event.id in incident.events for figure in event.figures}
        others = {figure for event in reading.events for figure in event.figures} - mine
        mine |= _claimed(reading, incident, readings, claims) - others
        counts = [one for one in reading.figures if one.id in mine]
        counts = [one for one in counts if not one.cumulative and not one.superseded]
        parts = _parts(counts, reading)
        found += [_toll(incident, one, reading, rule, part=one.id in parts) for one in counts]
        some |= {one.id for one in counts if SOME.search(one.of or "")}
    whole = {one.kind for one in found if not one.part and one.figure not in some}
    found = [replace(one, part=one.part or (one.figure in some and one.kind in whole)) for one in found]
    return _with_latest(sorted(found, key=lambda one: (one.day or "", one.report, one.figure)))


def _parts(counts: Sequence[Figure], reading: Reading) -> set[str]:
    """Those of a report's counts that are not of all its dead, or of all its injured.

    A source that gives several numbers of one kind means the largest as the whole; those joined by `and` are groups
    beside each other (`120 fighters and 60 others`), none of them the whole.
    """
    found = {one.id for one in counts if one.part_of or OF_THEM.search(one.text)}
    found |= {one.id for one in counts if one.kind == "killed" and BESIDES.search(one.text)}
    by_source: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for one in sorted(counts, key=lambda one: one.spans):
        if one.low:
            by_source[credited(reading, one.statement)[1], one.kind].append(one)
    for group in by_source.values():
        most = max(one.low or 0 for one in group)
        # What a report says in its own voice may be the word of several.
        found |= {
            one.id
            for one in group
            if (one.low or 0) < most and (one.statement or not ANYBODY.search(one.of or "people"))
        }
        for one, other in pairwise(group):
            between = reading.report.text[one.spans[-1][1] : other.spans[0][0]]
            if one.of != other.of and BESIDE.fullmatch(between):
                found |= {one.id, other.id}
    return found


def total(found: Iterable[Toll], rule: CountRule) -> tuple[int | None, int | None, int | None]:
    """Low, best and high of the latest counts of all sources, of one kind and no parts.

    Where nobody counts the whole, the largest part is its floor.

    - `words`: the lowest and the highest that anyone says; no best, and no high where all say the same floor.
    - `ucdp`: low and high likewise; best is what most sources give, and of those the lowest, for UCDP is cautious where
      sources differ (UCDP GED codebook, "best").
    - `acled`: the lowest throughout (ACLED codebook, "Reported fatalities").
    """
    last = [one for one in found if one.latest]
    latest = [one for one in last if not one.part]
    if not latest:  # The whole is at least its largest part.
        parts = [one for one in last if one.low is not None]
        latest = [replace(max(parts, key=lambda one: one.low or 0), best=None, high=None)] if parts else []
    lows = [one.low for one in latest if one.low is not None]
    highs = [
        number for one in latest if (number := one.high if one.high is not None else one.best) is not None
    ]
    low, high = min(lows, default=None), max([*highs, *lows], default=None)
    if not highs and low == high:
        high = None
    if rule == "acled":
        return low, low, low
    bests = sorted(one.best for one in latest if one.best is not None)
    best = max(bests, key=lambda number: (bests.count(number), -number), default=None)
    return low, best if rule == "ucdp" else None, high


def _claimed(
    reading: Reading, incident: Incident, readings: Mapping[str, Reading], claims: Sequence[Claim]
) -> set[str]:
    """Figures of a report in claims whose other members tell of the incident."""
    found = set()
    for claim in claims:
        mine = [member for member in claim.members if member.report == reading.report.id]
        if not mine or not any(
            event.id in incident.events and inside(event.words.spans, member.spans)
            for member in claim.members
            if member.report in incident.reports
            for event in readings[member.report].events
        ):
            continue
        found |= {
            figure.id for figure in reading.figures for member in mine if inside(figure.spans, member.spans)
        }
    return found


def _toll(incident: Incident, figure: Figure, reading: Reading, rule: CountRule, *, part: bool) -> Toll:
    who, source = credited(reading, figure.statement)
    numbers = counted(figure, rule)
    return Toll(
        incident.id,
        figure.id,
        reading.report.id,
        reading.report.published,
        who,
        source,
        figure.kind,
        numbers.low,
        numbers.best,
        numbers.high,
        numbers.rule,
        part=part,
        latest=False,
    )


def _with_latest(found: list[Toll]) -> list[Toll]:
    last = {(one.source, one.kind, one.part): one.day or "" for one in found}
    return [replace(one, latest=(one.day or "") == last[one.source, one.kind, one.part]) for one in found]
