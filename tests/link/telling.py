"""Reports that tell of one thing, made by hand from a line each."""

import re
from dataclasses import dataclass, replace
from typing import Any, cast

from rashomon.model import Claim, Hop, Member, Reading, Side, Source, SourceKind, Statement, Words
from tests import builders as build

LINE = re.compile(
    r"(?P<outlet>[^|]+?)(?: (?P<same>\d))? \| (?P<who>own|[^|]*?: \w+(?:, .*?)?) \| (?P<text>.+)"
)


@dataclass
class Told:
    """Readings and the members of a claim in them, in the order of the lines."""

    readings: dict[str, Reading]
    members: list[Member]

    @property
    def claim(self) -> Claim:
        return Claim("c", "", tuple(self.members), False)


def tell(lines: list[str], side: Side = "says") -> Told:
    """A reading for each line; `Outlet N` puts the line into the report of line N."""
    told = Told({}, [])
    for n, line in enumerate(lines, 1):
        found = LINE.fullmatch(line)
        assert found, line
        key = f"r{found['same'] or n}"
        before = told.readings.get(key) or build.reading(
            build.report(key, "", outlet=found["outlet"]), not_read=""
        )
        start = len(before.report.text)
        text = f"{before.report.text}{found['text']}. "
        span = (start, start + len(found["text"]))
        said = () if found["who"] == "own" else (_statement(f"s{n}", text, span, found["who"]),)
        told.readings[key] = replace(
            before, report=replace(before.report, text=text), statements=(*before.statements, *said)
        )
        told.members.append(Member(f"m{n}", key, said[0].id if said else None, (span,), side))
    return told


def _statement(key: str, text: str, span: tuple[int, int], who: str, **more: Any) -> Statement:
    credited, _, rest = f" {who}".rpartition(" : ")
    kind, _, office = rest.partition(", ")
    *passers, name = credited.strip().split(" > ")
    origin = Hop(name or "unspecified", cast(SourceKind, kind))
    source = Source(name, (span,), name, origin.kind, office or None) if name else None
    content = Words.of(text, (span,))
    chain = (*(Hop(one, "outlet") for one in passers), origin)
    return Statement(key, source, None, content, chain, "asserts", "positive", "certain", "indirect", **more)
