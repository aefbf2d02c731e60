"""The voices behind one side of a claim: each member with whom it credits, and what tells that two are one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from rashomon.link.publishers import publisher
from rashomon.link.sources import OWN, identity, outlet_key, owner, rules, speaks_for, state_media
from rashomon.link.unnamed import Description, described
from rashomon.model import UNNAMED, Hop, Member, Reading, SourceKind, Span, Statement

JOINT: Final = re.compile(
    r"(?P<one>(?:[Tt]he\s|[Aa]n?\s|[Ss]ome\s|[Ss]everal\s|[A-Z]).+|.+s)\s+and\s+(?P<other>[a-z].*|[A-Z].*\bmedia)"
)
"""Where one credit names two sources: `the monitor and medical workers`."""
ONE_AFTER_ALL: Final = re.compile(r"(?:[Aa]n?\s|[a-z]).*\s(?:by|for|of|from|between|in)\s")
"""What stands before `and` if both are of one: `a joint inquiry by the council and the court`."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One source that one member credits; the report itself where it credits nobody."""

    member: str
    report: str
    outlet: str | None
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    """The proposition, in small letters, for comparison."""
    name: str
    kind: SourceKind
    key: str
    """What it is one under, by `sources.identity`."""
    passers: tuple[str, ...]
    """Keys of those who passed the words on."""
    told: Description
    """What its words tell, where it has no name."""
    body: str | None
    """The key of the body that it speaks for or belongs to."""
    office: str = ""
    """The offices that reports give to a named person; for an unnamed spokesperson its own words."""
    own: bool = False
    """Whether it is the report's own voice."""
    passed_by: tuple[str, ...] = ()
    """The names of `passers`."""

    @property
    def named(self) -> bool:
        """Whether the report says who it is."""
        return not self.own and self.kind not in UNNAMED

    def short_for(self, other: "Voice") -> bool:
        """Whether a body is called by the last word of another's name alone: `the ministry`, the Interior Ministry."""
        words, theirs = (re.sub(r"^the\s+", "", one.name, flags=re.I).split() for one in (self, other))
        both = self.kind == other.kind == "organisation"
        return (
            both
            and len(words) == 1
            and words[0].islower()
            and len(theirs) > 1
            and theirs[-1].lower() == words[0]
        )

    @property
    def anybody(self) -> bool:
        """Whether nothing tells who it is."""
        return self.own or (not self.named and self.told.anybody)


def voices(
    members: Iterable[Member], readings: Mapping[str, Reading], merged: Mapping[str, str]
) -> list[Voice]:
    """The voices of the members, in the order of reports and places; a joint credit has one for each source.

    `merged` gives the key of those that people merged with another source.
    """
    found: list[Voice] = []
    offices = _offices(readings)
    said = {one.id: one for reading in readings.values() for one in reading.statements}
    for member in sorted(members, key=lambda one: (one.report, one.spans, one.id)):
        reading = readings[member.report]
        statement = said.get(member.statement or "")
        for name, kind, passers in _credited(statement):
            voice = _voice(member, reading, name, kind, passers, offices, own=statement is None)
            found.append(replace(voice, key=merged.get(voice.key, voice.key)))
    return found


def _voice(
    member: Member,
    reading: Reading,
    name: str,
    kind: SourceKind,
    passers: tuple[Hop, ...],
    offices: Mapping[str, str],
    *,
    own: bool,
) -> Voice:
    report = reading.report
    outlet = publisher(report)
    key = identity(name, kind, report.id, outlet)
    if own:
        name = outlet or report.id
        key = f"{OWN}{outlet_key(name)}"
    text = " ".join(report.text[start:end] for start, end in member.spans)
    told = described(name)
    belongs = {
        "outlet": owner(name),
        "unnamed_group": state_media(name) if told.part == "media" else told.body,
        "unnamed_person": told.body,
        "named_person": rules(name) or speaks_for(offices.get(key, "")),
    }.get(kind)
    return Voice(
        member.id,
        member.report,
        outlet,
        member.spans,
        tuple(re.findall(r"\w+", text.casefold())),
        name,
        kind,
        key,
        tuple(identity(hop.name, hop.kind, report.id, outlet) for hop in passers),
        told,
        belongs,
        name if told.part == "spokesperson" else offices.get(key, ""),
        own,
        tuple(hop.name for hop in passers),
    )


def _credited(statement: Statement | None) -> Iterator[tuple[str, SourceKind, tuple[Hop, ...]]]:
    """Whom a statement credits; the report itself for none."""
    if statement is None:
        yield "", "reporter", ()
        return
    *passers, last = statement.chain
    joint = JOINT.fullmatch(last.name) if last.kind not in ("named_person", "unspecified") else None
    if joint is None or ONE_AFTER_ALL.match(joint["one"]):
        yield last.name, last.kind, tuple(passers)
    else:
        yield joint["one"], last.kind, tuple(passers)
        yield joint["other"], "unnamed_group", tuple(passers)


def _offices(readings: Mapping[str, Reading]) -> dict[str, str]:
    """All offices that reports give each person, by key."""
    found: dict[str, set[str]] = defaultdict(set)
    for reading in readings.values():
        outlet = publisher(reading.report)
        for source in (one.source for one in reading.statements if one.source and one.source.office):
            key = identity(source.name, source.kind, reading.report.id, outlet)
            found[key].add(source.office or "")
    return {key: "; ".join(sorted(offices)) for key, offices in found.items()}
