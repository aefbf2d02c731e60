"""What a dossier asks of a ledger, as people judged it: claims with all that links their reports, and selections."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.codebook.counts import CountRule
from rashomon.link.incidents import incidents, inside
from rashomon.link.tolls import tolls, total
from rashomon.model import Claim, Copy, FigureKind, Judgement, Member, Origins, Reading, Retelling, Side, Toll
from rashomon.query.judged import Judged
from rashomon.query.members import claims_of, counted
from rashomon.query.statements import statements

Range = tuple[int | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Linked:
    """A claim and what links its reports."""

    claim: Claim
    origins: Mapping[Side, Origins]
    copies: tuple[Copy, ...]
    retellings: tuple[Retelling, ...]
    tolls: tuple[Toll, ...]
    """The counts of the incidents that the claim tells of, oldest first."""
    totals: Mapping[FigureKind, Range]
    """What the latest of them come to."""
    readings: Mapping[str, Reading]
    """Its reports, by id."""


def linked(judged: Judged, ids: Sequence[str], rule: CountRule) -> Iterator[Linked]:
    """The claims with these ids, in this order; none of which every statement was rejected."""
    for claim, origins, readings in counted(judged, claims_of(judged, ids)):
        reports = sorted({member.report for member in claim.members})
        its = {one: readings[one] for one in reports}
        found = _tolls(claim, its, rule)
        kinds = sorted({toll.kind for toll in found})
        yield Linked(
            claim,
            origins,
            tuple(judged.copies(reports)),
            tuple(judged.retellings(reports)),
            tuple(found),
            {kind: total([toll for toll in found if toll.kind == kind], rule) for kind in kinds},
            its,
        )


def selected(judged: Judged, report: str | None, words: str | None) -> list[Member]:
    """The statements of a report, or with these words, as members of no claim."""
    rows = statements(judged.view, report=report, words=words)
    return [
        Member(row.statement.id, row.report, row.statement.id, row.statement.content.spans)
        for row in rows
        if row.statement.id not in judged.rejected
    ]


def decided(judged: Judged) -> Mapping[str, Sequence[Judgement]]:
    """The judgements that stand on statements and values, by the id of what they judge."""
    found: dict[str, list[Judgement]] = defaultdict(list)
    for one in judged.judgements:
        if one.kind in ("statement", "value"):
            found[one.target[0]].append(one)
    return found


def _tolls(claim: Claim, readings: Mapping[str, Reading], rule: CountRule) -> list[Toll]:
    found = [
        toll
        for incident in incidents(readings, [claim])
        if _tells_of(claim, incident.events, readings)
        for toll in tolls(incident, readings, [claim], rule)
    ]
    return sorted(found, key=lambda one: (one.day or "", one.report, one.figure))


def _tells_of(claim: Claim, events: Collection[str], readings: Mapping[str, Reading]) -> bool:
    """Whether one of the members of a claim tells of one of these events."""
    return any(
        event.id in events and inside(event.words.spans, member.spans)
        for member in claim.members
        for event in readings[member.report].events
    )
