"""A dossier out of a ledger: the claim or the selection asked for, cut from the reports as they are held."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version
from typing import Any, Final, get_args

from rashomon.codebook.counts import counted
from rashomon.errors import NotFound, RashomonError
from rashomon.export.ledger import Linked, decided, linked, selected
from rashomon.export.page import LAYOUT
from rashomon.export.records import (
    Asked,
    Count,
    Credit,
    Decision,
    Dossier,
    Evidence,
    Link,
    Origin,
    Party,
    Position,
    Quotation,
    Role,
    Said,
    Sheet,
    Target,
    Total,
)
from rashomon.export.veil import Veil
from rashomon.model import Claim, Figure, Member, Origins, Reading, Side, Span, Toll
from rashomon.query.chain import sentence
from rashomon.query.judged import Judged
from rashomon.query.members import find_claim
from rashomon.query.wording import notes
from rashomon.store import View

AROUND: Final = 32
"""Characters of prefix and suffix."""
LONGEST: Final = 300
"""Characters of the title."""


def gather(view: View, asked: Asked) -> Dossier:
    """The dossier that is asked for.

    Raises NotFound where a claim or report is none or no statement fits, RashomonError where words that are asked for
    may be a name that is to be hidden.
    """
    judged = Judged(view)
    report = view.find(asked.report) if asked.report else None
    ids = tuple(dict.fromkeys(find_claim(view, one) for one in asked.claims))
    links = [*linked(judged, ids, asked.counts)]
    members = [member for one in links for member in one.claim.members]
    if not ids:
        members = selected(judged, report, asked.words)
    if not members:
        raise NotFound(f"{view.path} has no statement that fits: there is nothing to put into a dossier")
    readings = _readings(judged, members)
    return _Gathering(judged, replace(asked, claims=ids, report=report), readings).dossier(links, members)


def _readings(judged: Judged, members: Sequence[Member]) -> dict[str, Reading]:
    """The reports of the members, oldest first, without a date last."""
    found = [*judged.readings(member.report for member in members).values()]
    found.sort(key=lambda one: (one.report.published or "9999", one.report.outlet or "", one.report.id))
    return {one.report.id: one for one in found}


class _Gathering:
    """One dossier in the making."""

    def __init__(self, judged: Judged, asked: Asked, readings: Mapping[str, Reading]) -> None:
        self.asked = asked
        self.readings = readings
        self.veil = Veil(asked.redact, readings)
        if asked.words and self.veil.tells(asked.words):
            raise RashomonError(
                "the words asked for may be a hidden name; choose what to put in by claim or report"
            )
        self.reports = {key: self.veil.report(one.report) for key, one in readings.items()}
        self.decided = decided(judged)
        self.editors: dict[str, int] = {}
        self.statements = {one.id: one for reading in readings.values() for one in reading.statements}
        self.order = {key: n for n, key in enumerate(readings)}
        self.hashes = {key: hash_of(one.report.text) for key, one in readings.items()}

    def dossier(self, links: Sequence[Linked], members: Sequence[Member]) -> Dossier:
        tolls = {toll.figure: toll for one in links for toll in one.tolls}
        counts = tuple(self._counts(tolls if links else None, members))
        sheets = tuple(self._sheet(one, {count.id for count in counts}) for one in links)
        cells = {one.id: one for one in members}
        ordered = (
            [cells[one] for sheet in sheets for side in sheet.sides for one in side.cells]
            if links
            else sorted(cells.values(), key=self._place)
        )
        return Dossier(
            asked=self.asked,
            title=self._title(links),
            hidden=self.veil.hidden,
            claims=sheets,
            said=tuple(map(self._said, ordered)),
            counts=counts,
            reports=tuple(self._evidence(one.report.id, links) for one in self.readings.values()),
            made_by=version("rashomon"),
            layout=LAYOUT,
        )

    def _place(self, member: Member) -> tuple[object, ...]:
        return self.order[member.report], member.spans, member.id

    def _title(self, links: Sequence[Linked]) -> str:
        title = self._about(links)
        return title if len(title) <= LONGEST else f"{title[:LONGEST]} …"

    def _about(self, links: Sequence[Linked]) -> str:
        if links:
            others = f", and {len(links) - 1} more" if len(links) > 1 else ""
            return f"{self._line(links[0].claim.text)[:LONGEST]}{others}"
        if self.asked.words:
            return f"Statements with the words: {self.asked.words}"
        report = next(iter(self.reports.values()))
        return " ".join((report.title or report.outlet or report.id).split())

    def _line(self, text: str) -> str:
        return self.veil.free(" ".join(text.split()))

    def _sheet(self, found: Linked, counts: Collection[str]) -> Sheet:
        of = found.claim
        return Sheet(
            of.id,
            self._line(of.text),
            of.disputed,
            tuple(
                self._party(of, side, found.origins[side]) for side in get_args(Side) if side in found.origins
            ),
            tuple(toll.figure for toll in found.tolls if toll.figure in counts),
            tuple(Total(kind, *numbers) for kind, numbers in found.totals.items()),
        )

    def _party(self, of: Claim, side: Side, counted: Origins) -> Party:
        ordered = sorted((one for one in of.members if one.side == side), key=self._place)
        cells = tuple(one.id for one in ordered)
        groups = tuple(
            Origin(
                self.veil.name(one.name, one.kind),
                one.kind,
                self.veil.free(one.why),
                tuple(cell for cell in cells if cell in rest),
            )
            for one, rest in ((group, {*group.members}) for group in counted.groups)
        )
        return Party(side, counted.low, counted.high, groups, cells)

    def _said(self, member: Member) -> Said:
        plain = self.statements.get(member.statement or "")
        words: list[tuple[Role, Span]] = [("content", span) for span in member.spans]
        if plain is None:
            whose = f"{self.reports[member.report].outlet or 'this report'}, in its own voice"
            return Said(
                member.id, **self._origin(member.report), statement=None, whose=whose, act=None, polarity=None,
                commitment=None, quote=None, confidence=None, source=None, chain=(),
                targets=self._targets(member.report, words), decisions=self._decisions(member.id),
            )  # fmt: skip
        words += [("source", span) for span in (plain.source.spans if plain.source else ())]
        words += [("cue", span) for span in (plain.cue.spans if plain.cue else ())]
        one = self.veil.statement(plain)
        source = Credit(one.source.name, one.source.kind, one.source.office) if one.source else None
        return Said(
            member.id, **self._origin(member.report), statement=one.id,
            whose=sentence(self.reports[member.report], one),
            act=one.act, polarity=one.polarity, commitment=one.commitment, quote=one.quote,
            confidence=round(one.confidence, 2), source=source, chain=one.chain,
            targets=self._targets(member.report, words), decisions=self._decisions(one.id),
        )  # fmt: skip

    def _origin(self, report: str) -> dict[str, Any]:
        raw = self.readings[report].report.raw
        return {"report": report, "bytes_sha256": raw, "text_sha256": self.hashes[report]}

    def _targets(self, report: str, words: Iterable[tuple[Role, Span]]) -> tuple[Target, ...]:
        text = self.readings[report].report.text
        return tuple(
            Target(
                role,
                (
                    Position(start, end),
                    Quotation(
                        self.veil.cut(report, start, end),
                        self.veil.cut(report, _from(text, start), start),
                        self.veil.cut(report, end, _to(text, end)),
                    ),
                ),
            )
            for role, (start, end) in words
        )

    def _counts(self, tolls: Mapping[str, Toll] | None, members: Sequence[Member]) -> Iterator[Count]:
        """The counts of a claim's incidents; of a selection those in its statements, of a report all."""
        asked = {member.statement for member in members}
        for reading in self.readings.values():
            for figure in reading.figures:
                toll = tolls.get(figure.id) if tolls is not None else None
                wanted = toll or (tolls is None and (self.asked.report or figure.statement in asked))
                rejected = figure.statement is not None and figure.statement not in self.statements
                if wanted and not rejected:
                    yield self._count(reading, figure, toll)

    def _count(self, reading: Reading, figure: Figure, toll: Toll | None) -> Count:
        report = self.reports[reading.report.id]
        numbers = toll or counted(figure, self.asked.counts)
        statement = self.statements.get(figure.statement or "")
        origin = statement and statement.chain[-1]
        return Count(
            figure.id, **self._origin(report.id), statement=figure.statement,
            who=self.veil.name(origin.name, origin.kind) if origin else report.outlet or "this report",
            day=report.published, kind=figure.kind, of=figure.of and self.veil.free(figure.of), bound=figure.bound,
            low=numbers.low, best=numbers.best, high=numbers.high, rule=numbers.rule, notes=tuple(notes(figure)),
            latest=bool(toll and toll.latest),
            targets=self._targets(report.id, [("figure", span) for span in figure.spans]),
            decisions=self._decisions(figure.id),
        )  # fmt: skip

    def _decisions(self, id: str) -> tuple[Decision, ...]:
        """What people decided; whoever hides people hides who decided, and what they wrote, too."""
        return tuple(
            Decision(
                one.id,
                one.verdict,
                one.target[1] if one.kind == "value" else None,
                one.value,
                one.by,
                one.at,
                one.why,
            )
            if self.asked.redact == "none"
            else Decision(one.id, one.verdict, None, None, self._editor(one.by), one.at, "")
            for one in self.decided.get(id, ())
        )

    def _editor(self, name: str) -> str:
        return f"reviewer {self.editors.setdefault(name, len(self.editors) + 1)}"

    def _evidence(self, id: str, links: Iterable[Linked]) -> Evidence:
        report = self.reports[id]
        return Evidence(
            id, report.outlet, report.title and " ".join(report.title.split()), report.byline, report.published,
            report.updated, report.url, report.language, report.part,
            {name: where for name, where in report.found.items() if name != "path"},
            report.raw, self.hashes[id], len(report.text), self.readings[id].read_by,
            tuple(dict.fromkeys(link for one in links for link in self._links(id, one))),
        )  # fmt: skip

    def _links(self, report: str, found: Linked) -> Iterator[Link]:
        for copy in found.copies:
            if report in (copy.a, copy.b):
                other = copy.b if report == copy.a else copy.a
                share = f"{copy.kind}: {copy.share_of_shorter:.0%} of the shorter text stands in both"
                yield Link("copy", other, None, share)
        told: dict[tuple[str | None, str], list[str]] = defaultdict(list)
        for one in found.retellings:
            if one.report == report:
                told[one.of if one.of in self.readings else None, one.outlet].append(one.why)
        for (of, outlet), why in told.items():
            yield Link("retelling", of, outlet, self.veil.free("; ".join(dict.fromkeys(why))))


def _from(text: str, start: int) -> int:
    """Where the prefix begins: at a word, if there is one so near."""
    first = max(0, start - AROUND)
    before = text[max(0, first - 1) : start]
    space = re.search(r"\s(?=\S)", before)
    return first if first == 0 or space is None else max(0, first - 1) + space.end()


def _to(text: str, end: int) -> int:
    """Where the suffix ends: behind a word, likewise."""
    last = min(len(text), end + AROUND)
    spaces = [match.start() for match in re.finditer(r"(?<=\S)\s", text[end : last + 1])]
    return last if last == len(text) or not spaces else end + spaces[-1]


def hash_of(text: str) -> str:
    """SHA-256 of a clean text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
