"""Where reports disagree: on a claim, or on the number, place or day of one happening."""

import hashlib
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import combinations
from typing import Any, Final, get_args

from rashomon.link.incidents import Told, are_wide, days_of, inside, near, numbers, same_place, told_in
from rashomon.link.sources import OWN, credited
from rashomon.model import (
    UNNAMED,
    Claim,
    Dispute,
    DisputeKind,
    Incident,
    Origins,
    Place,
    Position,
    Reading,
    Side,
    Toll,
)

KINDS: Final = get_args(DisputeKind)
Holder = tuple[str, str, str, str]
"""Who holds it, the key of that source, the id of what holds it, and its report."""
Value = Callable[[Told], Any]
Same = Callable[[Any, Any], bool]
Telling = Callable[[str], Sequence[Told]]
"""The events of a report, by its id."""
LEAST: Final = 0.5
"""Share of a count that a lower one has if it is of the same people, and not of some of them."""
FORTNIGHT: Final = 14
"""Days beyond which two reports do not differ on a day, but tell of two things."""
TELLING: Final = 20
"""Number of people from which two reports do not give the same by chance."""


def disputes(
    claims: Sequence[Claim],
    counted: Mapping[str, Mapping[Side, Origins]],
    readings: Mapping[str, Reading],
    incidents: Sequence[Incident] = (),
    tolls: Mapping[str, Sequence[Toll]] | None = None,
) -> list[Dispute]:
    """All disputes, ranked; `counted` are the origins of each claim, `tolls` the counts of each incident, by id.

    - A claim is disputed if some say it and others deny or doubt it. Where all of one side is only what a source of
      the other side says in the same report, nobody disputes it: that is a slip in reading. Nor does who doubts what
      they say themselves.
    - Counts of an incident conflict if no number fits two of them, of one kind and whole, by two sources. A higher one
      published on a later day updates an earlier one and is no dispute; so does a source's own later one. On one day
      two sources that differ are in dispute. In one report so are two that it credits, and on a later day a lower one,
      if the lower is at least half (LEAST) of the other: a smaller thing told beside has a smaller count. Where the day
      of a report is not known, nothing tells whether its count updates another's.
    - A claim's place or day is in dispute if members in two reports, by two sources, tell of events that cannot have
      been at one place, or are more than a day but no more than FORTNIGHT apart and not by the same words for it, and
      give the same counts: of two kinds of harm, or a large one (TELLING). In a war much that is told alike happens on
      another day elsewhere. Provinces and their capitals are too large to tell places apart.

    The order says nothing of who is right: first what has more origins on its second strongest side, counted by their
    least, then by their most; then more reports; then denials before numbers, places and days; then by id.
    """
    told = cache(lambda report: [*told_in(readings[report])])
    found = [*_denials(claims, counted, readings), *_figures(incidents, tolls or {}, readings)]
    for claim in claims:
        found += _where_and_when(claim, told, readings)
    return sorted(found, key=_rank)


def _rank(dispute: Dispute) -> tuple[object, ...]:
    second = dispute.positions[1]
    reports = {report for position in dispute.positions for report in position.reports}
    return -second.low, -second.high, -len(reports), KINDS.index(dispute.kind), dispute.id


def _dispute(kind: DisputeKind, about: str, text: str, positions: Iterable[Position], why: str) -> Dispute:
    ordered = sorted(positions, key=lambda one: (-one.low, -one.high, -len(one.reports), one.text))
    digest = hashlib.sha256(f"{kind} {about} {why}".encode()).hexdigest()[:16]
    return Dispute(digest, kind, about, text, tuple(ordered), why)


def _denials(
    claims: Sequence[Claim],
    counted: Mapping[str, Mapping[Side, Origins]],
    readings: Mapping[str, Reading],
) -> Iterator[Dispute]:
    for claim in claims:
        by_side = counted.get(claim.id, {})
        if "says" not in by_side or len(by_side) < 2 or _with_itself(claim, readings):
            continue
        positions = []
        for side in get_args(Side):
            if origins := by_side.get(side):
                members = [one for one in claim.members if one.side == side]
                who = tuple(group.name for group in origins.groups)
                ids = tuple(one.id for one in members)
                reports = tuple(sorted({one.report for one in members}))
                positions.append(Position(side, who, origins.low, origins.high, ids, reports))
        why = f"origins: {', '.join(f'{_range(one)} {one.text}' for one in positions)}"
        yield _dispute("denial", claim.id, claim.text, positions, why)


def _with_itself(claim: Claim, readings: Mapping[str, Reading]) -> bool:
    """Whether everybody on one side of a claim is on the other too, in the same report; or all who doubt also say."""
    who = [(one.side, one.report, credited(readings[one.report], one.statement)[1]) for one in claim.members]
    saying = {(report, source) for side, report, source in who if side == "says"}
    against = {(report, source) for side, report, source in who if side != "says"}
    if all(side != "denies" for side, _, _ in who):
        return {source for _, source in against} <= {source for _, source in saying}
    return saying <= against or against <= saying


def _range(position: Position) -> str:
    return f"{position.low}" if position.low == position.high else f"{position.low} to {position.high}"


def _figures(
    incidents: Sequence[Incident], tolls: Mapping[str, Sequence[Toll]], readings: Mapping[str, Reading]
) -> Iterator[Dispute]:
    for incident in incidents:
        by_kind: dict[str, list[Toll]] = defaultdict(list)
        for toll in tolls.get(incident.id, ()):
            if not toll.part and toll.kind != "other":
                by_kind[toll.kind].append(toll)
        for kind, group in sorted(by_kind.items()):
            against = [(a, b) for n, a in enumerate(group) for b in group[:n] if conflict(a, b, readings)]
            if against:
                one, other = min(against, key=lambda pair: (pair[1].figure, pair[0].figure))
                why = f"{_number(other)} by {other.who}, {_number(one)} by {one.who}, {_when(other, one)}"
                fighting = {toll.figure: toll for pair in against for toll in pair}
                text = (
                    f"{kind} in {incident.place or 'a place not named'}, {incident.start or 'day not known'}"
                )
                yield _dispute("figure", incident.id, text, _numbers(fighting.values()), why)


def conflict(one: Toll, other: Toll, readings: Mapping[str, Reading]) -> bool:
    """Whether two counts cannot both be, and neither updates the other; `readings` are those of their reports."""
    if one.source.removeprefix(OWN) == other.source.removeprefix(OWN):
        return False
    if _fits(one, other, readings) or _on_two_days(one, other, readings):
        return False
    if one.report == other.report:
        credited_both = not any(toll.source.startswith(OWN) for toll in (one, other))
        return credited_both and _is_near(*sorted((one, other), key=lambda toll: _most(toll) or 0))
    if one.day is None or other.day is None:
        return False
    if _passed_on(one, other, readings):
        return False
    later, earlier = (one, other) if one.day > other.day else (other, one)
    return one.day == other.day or _is_near(later, earlier)


def _on_two_days(one: Toll, other: Toll, readings: Mapping[str, Reading]) -> bool:
    """Whether the events that two counts are told with were on two days, by the words of their reports."""
    a, b = (_days(toll, readings[toll.report]) for toll in (one, other))
    return a is not None and b is not None and (a[1] < b[0] or b[1] < a[0])


def _days(toll: Toll, reading: Reading) -> tuple[str, str] | None:
    when = next((event.when for event in reading.events if toll.figure in event.figures), None)
    return days_of(next((one for one in reading.times if one.id == when), None))


def _passed_on(one: Toll, other: Toll, readings: Mapping[str, Reading]) -> bool:
    """Whether one count is an outlet's own and the other passed on by it: it does not contradict whom it asked."""
    own = next((toll for toll in (one, other) if toll.source.startswith(OWN)), None)
    if own is None:
        return False
    outlets = {credited(readings[toll.report], None)[1] for toll in (one, other)}
    return outlets == {own.source}


def _is_near(lower: Toll, higher: Toll) -> bool:
    """Whether a count is lower than another, but no less than half of it: much lower ones are of something else."""
    return (higher.low or 0) * LEAST <= (_most(lower) or 0) < (higher.low or 0)


def _fits(one: Toll, other: Toll, readings: Mapping[str, Reading]) -> bool:
    """Whether some number fits both counts; `about 40` are all that are 40 when rounded to tens."""
    (floor, ceiling), (least, most) = (_reach(toll, readings[toll.report]) for toll in (one, other))
    return max(floor, least) <= min(ceiling, most)


def _reach(toll: Toll, reading: Reading) -> tuple[float, float]:
    """The least and the most that a count can be; one that is only about right by half of its last digit but zeros."""
    rough = any(one.id == toll.figure and one.bound == "about" for one in reading.figures)
    digits = str(toll.best)
    slack = 10 ** (len(digits) - len(digits.rstrip("0"))) / 2 if rough and toll.best is not None else 0
    return (toll.low or 0) - slack, math.inf if toll.high is None else toll.high + slack


def _most(toll: Toll) -> int | None:
    return next((one for one in (toll.high, toll.best, toll.low) if one is not None), None)


def _when(one: Toll, other: Toll) -> str:
    if one.report == other.report:
        return "in one report"
    return "on one day" if one.day == other.day else "the later is the lower"


def _number(toll: Toll) -> str:
    if toll.low is None:
        return f"at most {toll.high}" if toll.high is not None else "some"
    if toll.high is None:
        return f"at least {toll.low}"
    return f"{toll.low}" if toll.low == toll.high else f"{toll.low} to {toll.high}"


def _numbers(found: Iterable[Toll]) -> Iterator[Position]:
    """Who holds each number."""
    by_number: dict[str, list[Holder]] = defaultdict(list)
    for toll in sorted(found, key=lambda one: one.figure):
        by_number[_number(toll)].append((toll.who, toll.source, toll.figure, toll.report))
    for number, holders in by_number.items():
        yield _position(number, holders)


def _position(text: str, holders: Sequence[Holder]) -> Position:
    """A position with its sources; one that is not named, or an outlet's own voice, adds nothing to the least."""
    sources = {source for _, source, _, _ in holders}
    sure = {source for source in sources if not source.startswith((OWN, *UNNAMED))}
    return Position(
        text,
        tuple(sorted({who for who, _, _, _ in holders})),
        max(1, len(sure)),
        len(sources),
        tuple(dict.fromkeys(held for _, _, held, _ in holders)),
        tuple(sorted({report for _, _, _, report in holders})),
    )


def _where_and_when(claim: Claim, told_by: Telling, readings: Mapping[str, Reading]) -> Iterator[Dispute]:
    """Events that the members of a claim tell of and that differ in place or day."""
    told = _told(claim, told_by)
    asked: tuple[tuple[DisputeKind, Value, Value, Same, Same, Callable[[Sequence[Told]], str]], ...] = (
        ("place", _where, _when_it_was, same_place, near, _place),
        ("date", _when_it_was, _where, near, same_place, _day),
    )
    for kind, value, beside, same, same_beside, called in asked:
        apart = {
            one.event.id
            for pair in combinations(told, 2)
            if pair[0].report != pair[1].report
            and _source(pair[0], readings) != _source(pair[1], readings)
            and (_by_words_of_their_own(*pair) if kind == "date" else not are_wide(*pair))
            and _differ(*pair, value, same)
            and not _differ(*pair, beside, same_beside)
            and _same_counts(*pair)
            for one in pair
        }
        groups = _groups([one for one in told if one.event.id in apart], value, same)
        if len(groups) > 1:
            positions = [_position(called(group), _holders(group, readings)) for group in groups]
            yield _dispute(kind, claim.id, claim.text, positions, " or ".join(map(called, groups)))


def _where(one: Told) -> Place | None:
    return one.place


def _when_it_was(one: Told) -> tuple[str, str] | None:
    return one.days


def _by_words_of_their_own(one: Told, other: Told) -> bool:
    """Whether two times are near enough to be of one thing, and not `Thursday` in two reports of different weeks."""
    if one.when == other.when:
        return False
    days = [date.fromisoformat(told.days[0]).toordinal() for told in (one, other) if told.days]
    return len(days) == 2 and abs(days[0] - days[1]) <= FORTNIGHT


def _differ(one: Told, other: Told, value: Value, same: Same) -> bool:
    """Whether both events say where, or when, and it cannot be the same."""
    return value(one) is not None and value(other) is not None and not same(value(one), value(other))


def _same_counts(one: Told, other: Told) -> bool:
    """Whether two events have so many counts in common that they are one."""
    shared = numbers(one) & numbers(other)
    return len({kind for kind, _ in shared}) > 1 or any(number >= TELLING for _, number in shared)


def _holders(group: Sequence[Told], readings: Mapping[str, Reading]) -> list[Holder]:
    return [(*credited(readings[one.report], one.event.statement), one.event.id, one.report) for one in group]


def _source(told: Told, readings: Mapping[str, Reading]) -> str:
    return credited(readings[told.report], told.event.statement)[1]


def _told(claim: Claim, told_by: Telling) -> list[Told]:
    """The first event of each member that says the claim, if all are of one type; none otherwise."""
    found: dict[str, Told] = {}
    for member in claim.members:
        for one in told_by(member.report) if member.side == "says" else ():
            if inside(one.event.words.spans, member.spans) and one.event.polarity == "positive":
                found.setdefault(member.id, one)
    return [*found.values()] if len({one.event.plover for one in found.values()}) == 1 else []


def _place(group: Sequence[Told]) -> str:
    return next(one.place.name or one.place.text for one in group if one.place)


def _groups(told: Sequence[Told], value: Value, same: Same) -> list[list[Told]]:
    """The events that say it, each with those that it agrees with."""
    groups: list[list[Told]] = []
    for one in told:
        if value(one) is None:
            continue
        fitting = next(
            (group for group in groups if all(same(value(one), value(two)) for two in group)), None
        )
        if fitting is None:
            groups.append(fitting := [])
        fitting.append(one)
    return groups


def _day(group: Sequence[Told]) -> str:
    first, last = next(one.days for one in group if one.days)
    return first if first == last else f"{first} to {last}"
