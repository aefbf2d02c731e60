"""What a report is about: its incident, its country, its sentences; what short words in it refer to."""

import bisect
import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from rashomon.codebook.countries import by_code, capital_of, country_of
from rashomon.link.claims.parties import Parties
from rashomon.model import Event, Figure, Place, Reading, Span, Statement

END: Final = re.compile(r"(?<=[.!?])[\"”’')\]]{0,2}\s+(?=[\"“‘'(\[]?[A-Z])|\n\s*")
ABBREVIATED: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Capt|Gov|Sen|Rep|St|No|[A-Z])\.$|\b[a-z]\.[a-z]\.$"
)
EARLIER: Final = re.compile(
    r"\b(?:(?:19|20)\d\d|previous(?:ly)?|earlier (?:attack|bombing|strike)|in the past|ever|last year|since then"
    r"|(?:multiple|several|many|three|four|five|two|\d+) (?:times|occasions)|during the [\w-]+(?: [\w-]+)?"
    r" (?:war|conflict)"
    r"|(?:attacks|bombings|massacres|crimes))\b",
    re.I,
)
"""Words for what lies before the incident, or is more than one."""
EVER: Final = re.compile(r"\b(?:never|in the past|has not and|does not and|not and has not)\b", re.I)
"""A denial of all times: of the incident, and of what is said to have been before."""
THAT_ONE: Final = re.compile(r"\bthat (?:attack|bombing|massacre|strike|raid|incident|assault)\b", re.I)
THE_ONE: Final = re.compile(
    r"(?:responsibility for )?(?:the|this) "
    r"(?:attack|bombing|massacre|strike|raid|incident|assault|blast|explosion|shelling)",
    re.I,
)
"""The incident itself, whatever else its sentence tells of."""
NAMED_ONE: Final = re.compile(
    r"\b([A-Z][\w'’-]+) (?:attack|bombing|massacre|strike|raid|incident|assault|shelling)s?\b"
)
"""An incident by the name of its place."""
_CALENDAR: Final = frozenset(
    "mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec".split()
)
EARLIER_DAYS: Final = 13
"""Days before the incident from which on something is another: reports tell of yesterday and of last week."""
INSIDE: Final = re.compile(r"\b(?:in|near|outside|around|of)\s+(?:\w+\s+)?$", re.I)
BEFORE, MOST_WORDS = 150, 60
"""Characters before the first event, and words in all, that are taken to tell of the incident."""
BODIES: Final = frozenset(("organisation", "outlet", "unnamed_group"))
NEAR: Final = ("site", "town", "district", "province")
SHORT: Final = 4
"""Content words up to which a proposition needs its context to mean anything."""


class Scene:
    """One reading, asked for what its propositions need."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.report.text
        self.on = reading.report.published
        self._ends = _sentence_ends(self.text)
        self._days = {one.id: one.start for one in reading.times if one.precision in {"time", "day", "days"}}

    def sentence(self, at: int) -> Span:
        """The sentence that a place of the text lies in."""
        n = bisect.bisect_right(self._ends, at)
        return (self._ends[n - 1] if n else 0, self._ends[n] if n < len(self._ends) else len(self.text))

    @cached_property
    def home(self) -> str | None:
        """The country that the report is about, ISO 3166-1 alpha-3: that of most of its places, the first of equals."""
        counted = Counter(one.country for one in self.reading.places if one.country)
        country = by_code(max(counted, key=lambda code: counted[code])) if counted else None
        return country.iso3 if country else None

    @cached_property
    def day(self) -> str | None:
        """The day of its incident: of most events, the last of equals; else of publication; else the first named."""
        days = [self._days.get(one.when or "") for one in self.reading.events]
        near = [day for day in days if day and (not self.on or abs(_apart(day, self.on)) <= EARLIER_DAYS)]
        counted = Counter(near)
        if counted:
            return max(counted, key=lambda day: (counted[day], day))
        return self.on or next((day for day in self._days.values() if day), None)

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Where its incident was: the place below a country that its first sentences name most; none if they name none.

        A capital that nothing happens `in` stands for its government, and counts for none.
        """
        lead = self.sentence(self.sentence(self.sentence(0)[1])[1])[1]
        named = [one for one in self._local if one.spans[0][0] < lead]
        counted = Counter(
            str(one.name) for one in named if not capital_of(str(one.name)) or self._inside(one)
        )
        return (max(counted, key=lambda name: counted[name]),) if counted else ()

    @cached_property
    def _local(self) -> list[Place]:
        return [one for one in self.reading.places if one.name and one.kind in NEAR]

    def _inside(self, place: Place) -> bool:
        start = place.spans[0][0]
        return bool(INSIDE.search(self.text, max(0, start - 12), start))

    @cached_property
    def incident(self) -> str:
        """The words around the first event that is violence, arrest or protest; else the headline."""
        for event in self.reading.events:
            if event.polarity == "positive" and event.plover in {"ASSAULT", "COERCE", "PROTEST"}:
                start, end = self.sentence(event.words.start)
                return " ".join(self.text[max(start, event.words.start - BEFORE) : end].split()[:MOST_WORDS])
        return self.reading.report.title or ""

    @cached_property
    def parties(self) -> Parties:
        """The parties that its words name."""
        return Parties(self.text, self.home, self.on, frozenset(one.text for one in self.reading.places))

    def party(self, statement: Statement) -> str | None:
        """The party that a statement is made for, else the name of its source in small letters; None without source.

        A person speaks for the body that their office, or words that credit them anywhere in the report, name.
        """
        source = statement.source
        if source is None:
            return None
        if source.kind == "named_person":
            return self._bodies.get(source.name) or source.name.lower()
        return self.parties.of(source.name) or self.parties.of(source.text) or source.name.lower()

    def speaks_for_body(self, statement: Statement) -> bool:
        """Whether `it` and `they` in a statement can be those it is made for: a body, or a person's."""
        source, party = statement.source, self.party(statement)
        return source is not None and (source.kind in BODIES or party != source.name.lower())

    @cached_property
    def _bodies(self) -> dict[str, str]:
        """The body that each named person speaks for."""
        found: dict[str, str] = {}
        for statement in self.reading.statements:
            if (source := statement.source) and source.kind == "named_person":
                words = f"{source.office or ''}. {source.text}"
                for one in self.parties.mentions(words):
                    if one.party not in source.name.lower():
                        found.setdefault(source.name, one.party)
        return found

    def places_in(self, spans: tuple[Span, ...]) -> tuple[str, ...]:
        """The places below a country that stand in the words at `spans`."""
        return tuple(dict.fromkeys(str(one.name) for one in self._local if _within(one.spans[0], spans)))

    def around(self, places: Iterable[str]) -> tuple[str, ...]:
        """The districts and provinces that places lie in."""
        inside = [(one.adm_2, one.adm_1) for one in self._local if one.name and one.name in set(places)]
        return tuple(dict.fromkeys(name for pair in inside for name in pair if name and name not in places))

    def events_in(self, spans: tuple[Span, ...]) -> list[Event]:
        """The events told in the words at `spans`."""
        return [one for one in self.reading.events if _within((one.words.start, one.words.end), spans)]

    def figures_in(self, spans: tuple[Span, ...]) -> list[Figure]:
        """The figures in the words at `spans`."""
        return [one for one in self.reading.figures if _within(one.spans[0], spans)]

    def day_in(self, spans: tuple[Span, ...]) -> str | None:
        """The first day that the words at `spans`, or their sentence, name."""
        sentence = self.sentence(spans[0][0])
        for where in (spans, (sentence,)):
            for one in self.reading.times:
                if one.start and one.kind in {"date", "time"} and _within(one.spans[0], where):
                    return one.start
        return None

    def earlier(self, spans: tuple[Span, ...], *, of_before: bool = False) -> bool:
        """Whether words are about something before the incident; `that attack` is what the sentence before is about."""
        words = " ".join(self.text[start:end] for start, end in spans)
        if EARLIER.search(words):
            return True
        if THE_ONE.fullmatch(words):
            return False
        day = self.day_in(spans)
        if day and self.day and _apart(self.day, day) > EARLIER_DAYS:
            return True
        if THAT_ONE.search(words) and not of_before:
            start, _ = self.sentence(spans[0][0])
            before = self.sentence(max(0, start - 1))
            return before[0] < start and self.earlier((before,), of_before=True)
        if any(self._elsewhere(match[1]) for match in NAMED_ONE.finditer(words)):
            return True
        there = self.places_in(spans)
        return bool(there and self.places) and not meet(
            there, self.around(there), self.places, self.around(self.places)
        )

    def _elsewhere(self, name: str) -> bool:
        """Whether the name before `attack` is of another place: not in the first sentences, no day, no country."""
        lead = self.sentence(self.sentence(0)[1])[1]
        known = (
            name.lower()[:3] in _CALENDAR or country_of(name) or name.isupper() or self.text.find(name) < lead
        )
        return (
            not known
            and bool(self.places)
            and name not in " ".join((*self.places, *self.around(self.places)))
        )


def _sentence_ends(text: str) -> list[int]:
    return [
        match.end()
        for match in END.finditer(text)
        if "\n" in match[0] or not ABBREVIATED.search(text, max(0, match.start() - 6), match.start())
    ]


def meet(a: Iterable[str], around_a: Iterable[str], b: Iterable[str], around_b: Iterable[str]) -> bool:
    """Whether places are the same or one lies in the other; to lie in one province is not enough."""
    first, second = set(a), set(b)
    return not (first.isdisjoint(second) and first.isdisjoint(around_b) and second.isdisjoint(around_a))


def _within(span: Span, spans: tuple[Span, ...]) -> bool:
    return any(start <= span[0] < end for start, end in spans)


def _apart(a: str, b: str) -> int:
    try:
        return (dt.date.fromisoformat(a) - dt.date.fromisoformat(b)).days
    except ValueError:
        return 0
