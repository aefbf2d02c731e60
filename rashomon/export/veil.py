"""What a redacted dossier hides: the names of private persons, and on request how unnamed sources are described.

Everything else stays: who passed the words on, in which order, of what kind each source is, and where the words stand.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from operator import itemgetter
from typing import Final

from rashomon.codebook.actors import actor_of
from rashomon.export.names import Names, titled, united
from rashomon.export.records import Redaction
from rashomon.model import UNNAMED, Hop, Reading, Report, Source, SourceKind, Span, Statement

BLANK: Final = "█████"
"""What stands for hidden words: as long for every name."""
BODIES: Final[tuple[SourceKind, ...]] = ("organisation", "outlet", "document")
INSIDE: Final = re.compile(r"\b(?:in|near|outside|at) $")
SOMEBODY: Final[Mapping[SourceKind, str]] = {"unnamed_person": "a person", "unnamed_group": "some people"}
"""What an unnamed source is called where its description is hidden."""


class Veil:
    """Cuts words out of reports, and gives names, with that left out which is to be hidden."""

    def __init__(self, redaction: Redaction, readings: Mapping[str, Reading]) -> None:
        self.redaction = redaction
        self._readings = readings
        self._spans: dict[str, list[Span]] = {}
        self._numbers: dict[str, int] = {}
        self._described: dict[str, str] = {}
        self._names: Names | None = None
        if redaction == "none":
            return
        said = [one for reading in readings.values() for one in reading.statements]
        texts = [reading.report.text for reading in readings.values()]
        public = _public_persons(said) | {name.casefold() for text in texts for name in titled(text)}
        private = [name for name in _persons(readings.values()) if name.casefold() not in public]
        bodies, places = _bodies(readings.values()), _places(readings.values())
        self._names = Names(private, public, bodies, places, texts)
        hidden = (name.casefold() for name in private if self._names.spans(name))
        self._numbers = {name: n for n, name in enumerate(dict.fromkeys(hidden), 1)}
        if redaction == "unnamed":
            self._described = _described(said)

    @property
    def hidden(self) -> int:
        """How many persons that the reports quote or name as actors have no name."""
        return len(self._numbers)

    def cut(self, report: str, start: int, end: int) -> str:
        """The words of a report from `start` to `end`, hidden ones blank."""
        text, parts = self._readings[report].report.text, []
        hidden = self._hidden_in(report)
        for first, last in hidden[bisect_right(hidden, start, key=itemgetter(1)) :]:
            if first >= end:
                break
            if start < end:
                parts += [text[start : max(start, first)], BLANK]
                start = min(end, last)
        return "".join([*parts, text[start:end]])

    def free(self, text: str) -> str:
        """A text that stands in no report, hidden names numbered or blank."""
        if self._described:
            text = _spelt(self._described).sub(self._somebody, text)
        if self._names:
            for start, end in reversed(self._names.spans(text)):
                text = f"{text[:start]}{self._numbered(text[start:end]) or BLANK}{text[end:]}"
        return text

    def report(self, report: Report) -> Report:
        """A report whose outlet, title, byline and address tell no hidden name; an address that does is left out."""
        if self._names is None:
            return report
        hidden = set(self._described)
        for text in filter(None, (report.text, report.title, report.byline)):
            hidden |= {
                word
                for start, end in self._names.spans(text)
                for word in self._names.telling(text[start:end])
            }
        told = " ".join(re.findall(r"[^\W_]+", (report.url or "").casefold()))
        return replace(
            report,
            outlet=report.outlet and self.free(report.outlet),
            title=report.title and self.free(report.title),
            byline=report.byline and self.free(report.byline),
            url=None if any(word in told for word in hidden) else report.url,
        )

    def tells(self, words: str) -> bool:
        """Whether words, in whatever case, may give away what is hidden."""
        return self.free(words) != words or bool(self._names and self._names.within(words))

    def name(self, name: str, kind: SourceKind) -> str:
        """What to call a source."""
        if self._names is None:
            return name
        if kind == "reporter":
            return "reporter"
        if kind in SOMEBODY and self.redaction == "unnamed":
            return SOMEBODY[kind]
        return (self._numbered(name) if kind == "named_person" else None) or self.free(name)

    def statement(self, statement: Statement) -> Statement:
        """A statement whose source and chain have no hidden names."""
        source: Source | None = statement.source
        if source:
            office = source.office and self.free(source.office)
            source = replace(source, name=self.name(source.name, source.kind), office=office)
        chain = tuple(Hop(self.name(hop.name, hop.kind), hop.kind) for hop in statement.chain)
        return replace(statement, source=source, chain=chain)

    def _hidden_in(self, report: str) -> list[Span]:
        if report not in self._spans:
            reading = self._readings[report]
            found = self._names.spans(reading.report.text) if self._names else []
            if self.redaction == "unnamed":
                sources = (one.source for one in reading.statements)
                found += [span for one in sources if one and one.kind in UNNAMED for span in one.spans]
                telling = [words for words in self._described if " " in words]
                if telling:
                    found += [match.span() for match in _spelt(telling).finditer(reading.report.text)]
            self._spans[report] = united(found)
        return self._spans[report]

    def _somebody(self, match: re.Match[str]) -> str:
        return self._described.get(match[0].casefold(), BLANK)

    def _numbered(self, name: str) -> str | None:
        number = self._numbers.get(name.casefold())
        return f"person {number}" if number else None


def _persons(readings: Collection[Reading]) -> Iterator[str]:
    """Names of persons whom reports quote or say to take part in something, in the order of the reports.

    A name that is credited as a body more often than as a person is a body's.
    """
    credited = Counter(
        (hop.name, hop.kind in BODIES)
        for reading in readings
        for one in reading.statements
        for hop in one.chain
    )
    for reading in readings:
        names = [hop.name for one in reading.statements for hop in one.chain if hop.kind == "named_person"]
        names += [
            one.source.name for one in reading.statements if one.source and one.source.kind == "named_person"
        ]
        names += [one.name for event in reading.events for one in event.actors if one.kind == "person"]
        yield from (name for name in names if credited[name, True] <= credited[name, False])


def _public_persons(said: Iterable[Statement]) -> set[str]:
    """Persons to whom one of these reports gives a public office, and those in the table of actors."""
    found = set()
    for one in said:
        for name, kind, office in (
            *((hop.name, hop.kind, None) for hop in one.chain),
            *([(one.source.name, one.source.kind, one.source.office)] if one.source else []),
        ):
            known = actor_of(name) if kind == "named_person" else None
            if kind == "named_person" and (office or (known and known.kind == "person")):
                found.add(name.casefold())
    return found


def _bodies(readings: Iterable[Reading]) -> Iterator[str]:
    """Names of bodies, outlets and documents in the reports, and short for them the last word; words of offices."""
    for reading in readings:
        names = [reading.report.outlet or ""]
        for one in reading.statements:
            names += [hop.name for hop in one.chain if hop.kind in BODIES]
            if one.source and one.source.office:
                yield from (word for word in one.source.office.split() if word[0].isupper())
        for event in reading.events:
            names += [actor.name for actor in event.actors if actor.kind not in ("person", "people")]
        yield from names
        yield from (name.split()[-1] for name in names if " " in name.strip())


def _places(readings: Iterable[Reading]) -> Iterator[str]:
    """Places that the gazetteer has; of others those that stand behind a word of place, for some are persons."""
    for reading in readings:
        for place in reading.places:
            start = place.spans[0][0]
            if place.name:
                yield from filter(None, (place.text, place.name, place.adm_1, place.adm_2))
            elif INSIDE.search(reading.report.text, max(0, start - 9), start):
                yield place.text


def _spelt(descriptions: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, descriptions))})(?!\w)", re.IGNORECASE)


def _described(said: Iterable[Statement]) -> dict[str, str]:
    """How the reports describe unnamed sources, the longest first, and what to call each; joint ones also by parts."""
    found: dict[str, str] = {}
    for hop in (hop for one in said for hop in one.chain):
        for words in (hop.name, *re.split(r"\s+and\s+", hop.name)) if hop.kind in SOMEBODY else ():
            found.setdefault(words.casefold(), SOMEBODY[hop.kind])
    return dict(sorted(found.items(), key=lambda one: (-len(one[0]), one[0])))
