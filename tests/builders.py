"""Records made by hand for tests: say only what a test is about, the rest is plain and fictional."""

import hashlib
from typing import Any

from rashomon.model import (
    Actor,
    Event,
    Figure,
    Given,
    Hop,
    Place,
    Raw,
    Reading,
    Report,
    Source,
    SourceKind,
    Statement,
    When,
    Words,
)

TEXT = (
    "Two bridges fell in Marrow Bay on Monday, the mayor said. "
    "A resident told Harbour Post: “We heard three blasts.”"
)


def span(text: str, piece: str) -> tuple[int, int]:
    """Where a piece first stands in a text."""
    start = text.index(piece)
    return start, start + len(piece)


def words(text: str, *pieces: str) -> Words:
    """Words of a text, by their pieces; each is looked for from the start."""
    return Words.of(text, tuple(span(text, piece) for piece in pieces))


def source(
    text: str,
    piece: str,
    *,
    name: str | None = None,
    kind: SourceKind = "organisation",
    office: str | None = None,
) -> Source:
    """A source by the piece of text that credits it; the piece is its name unless one is given."""
    found = words(text, piece)
    return Source(found.text, found.spans, name or piece, kind, office)


def statement(
    id: str, text: str, content: str, *, by: Source | None = None, cue: str | None = None, **more: Any
) -> Statement:
    """A statement; its chain is its source alone unless one is given."""
    plain: dict[str, Any] = {
        "chain": (Hop(by.name, by.kind),) if by else (),
        "act": "asserts",
        "polarity": "positive",
        "commitment": "certain",
        "quote": "indirect",
    }
    return Statement(
        id=id, source=by, cue=words(text, cue) if cue else None, content=words(text, content), **plain | more
    )


def report(id: str = "r0000001", text: str = TEXT, data: bytes | None = None, **more: Any) -> Report:
    """A report; its bytes are its text unless others are given."""
    plain: dict[str, Any] = {
        "path": f"{id}.txt",
        "url": None,
        "outlet": "Northern Wire",
        "title": "Bridges fall in Marrow Bay",
        "byline": None,
        "published": "2031-05-06",
        "updated": None,
        "language": "en",
        "found": {"outlet": "option"},
    }
    digest = hashlib.sha256(text.encode() if data is None else data).hexdigest()
    return Report(id=id, text=text, raw=digest, **plain | more)


def reading(of: Report | None = None, *statements: Statement, not_read: str | None = None) -> Reading:
    """A reading; with neither statements nor a reason given, two statements of the plain text."""
    of = of or report()
    if not statements and not_read is None and of.text == TEXT:
        statements = plain_statements(of)
    return Reading(of, statements, {"rashomon": "0"}, not_read)


def plain_statements(of: Report) -> tuple[Statement, Statement]:
    """What the plain text says: a mayor by office, and an unnamed resident through the outlet."""
    mayor = source(TEXT, "the mayor", name="Ada Quill", kind="named_person", office="mayor")
    resident = source(TEXT, "A resident", name="a resident", kind="unnamed_person")
    return (
        statement(f"{of.id}-1", TEXT, "Two bridges fell in Marrow Bay on Monday", by=mayor, cue="said"),
        statement(
            f"{of.id}-2",
            TEXT,
            "We heard three blasts.",
            by=resident,
            cue="told",
            quote="direct",
            chain=(Hop("Harbour Post", "outlet"), Hop("a resident", "unnamed_person")),
        ),
    )


def figure(id: str, text: str, piece: str, number: int | None = None, **more: Any) -> Figure:
    """A count of people, exact unless said otherwise; vague without a number."""
    found = words(text, piece)
    plain: dict[str, Any] = {"kind": "killed", "of": "people", "rule": "words: N"}
    plain |= {"low": number, "best": number, "high": number, "bound": "vague" if number is None else "exact"}
    return Figure(id=id, text=found.text, spans=found.spans, **plain | more)


def when(id: str, text: str, piece: str, day: str | None = None, **more: Any) -> When:
    """A day; unresolved unless one is given."""
    found = words(text, piece)
    plain: dict[str, Any] = {"kind": "date", "value": day, "start": day, "end": day}
    plain["precision"] = None if day is None else "day"
    return When(id=id, text=found.text, spans=found.spans, **plain | more)


def place(id: str, text: str, piece: str, name: str | None = None, **more: Any) -> Place:
    """A town; unresolved unless its name in the gazetteer is given."""
    found = words(text, piece)
    plain: dict[str, Any] = {"kind": "town", "geonames": 7, "lat": 1.5, "lon": -2.25} if name else {}
    return Place(id=id, text=found.text, spans=found.spans, name=name, **plain | more)


def actor(text: str, piece: str, name: str | None = None, **more: Any) -> Actor:
    """An armed group that does something, unless said otherwise."""
    plain: dict[str, Any] = {"role": "does", "kind": "armed_group", "inter": "Rebel group", "sector": "REB"}
    return Actor(words=words(text, piece), name=name or piece, **plain | {"country": None} | more)


def event(id: str, text: str, piece: str, *actors: Actor, **more: Any) -> Event:
    """An assault that UCDP does not code, said by the report itself, unless said otherwise."""
    plain: dict[str, Any] = {
        "plover": "ASSAULT", "mode": None, "acled": "Battles", "sub_event": "Armed clash", "ucdp": None,
        "ucdp_note": "actors unknown", "when": None, "place": None, "figures": (), "statement": None,
        "polarity": "positive",
    }  # fmt: skip
    return Event(id=id, words=words(text, piece), actors=actors, **plain | more)


CLAIMS = (
    "Shells hit Port Ansel on Monday, killing at least 11 people, the mayor said. "
    "The Tern Front fired them, he said. Later 40 families fled to Marrow."
)


def claims(of: Report | None = None) -> Reading:
    """A reading with everything: a toll and a shelling on the word of a mayor, a flight in the report's own."""
    of = of or report(text=CLAIMS)
    key, mayor = of.id, source(CLAIMS, "the mayor", name="Ada Quill", kind="named_person", office="mayor")
    hit = "Shells hit Port Ansel on Monday, killing at least 11 people"
    said = statement(f"{key}-s", CLAIMS, hit, by=mayor, cue="said")
    dead = figure(
        f"{key}-f1", CLAIMS, "at least 11 people", 11, best=None, high=None, bound="at_least",
        statement=said.id, rule="words: at least N",
    )  # fmt: skip
    fled = figure(f"{key}-f2", CLAIMS, "40 families", 40, kind="displaced", of="families")
    monday = when(f"{key}-t", CLAIMS, "on Monday", "2031-05-05")
    ansel = place(f"{key}-p1", CLAIMS, "Port Ansel", "Port Ansel", country="SL")
    marrow = place(f"{key}-p2", CLAIMS, "Marrow")
    front = actor(CLAIMS, "The Tern Front", "Tern Front")
    people = actor(CLAIMS, "people", role="suffers", kind="people", inter="Civilians", sector="CVL")
    shelling = event(
        f"{key}-e1", CLAIMS, hit, people, front, mode="heavy-weapons", acled="Explosions/Remote violence",
        sub_event="Shelling/artillery/missile attack", ucdp=3, ucdp_note=None, when=monday.id, place=ansel.id,
        figures=(dead.id,), statement=said.id,
    )  # fmt: skip
    flight = event(
        f"{key}-e2", CLAIMS, "40 families fled to Marrow", plover="RETREAT", acled=None, sub_event=None,
        place=marrow.id, figures=(fled.id,),
    )  # fmt: skip
    return Reading(
        of, (said,), {"rashomon": "0"}, None, (dead, fled), (monday,), (ansel, marrow), (shelling, flight)
    )


def raw(of: Report, data: bytes | None = None, *given: Given, media_type: str = "text/plain") -> Raw:
    """The bytes that a report was made from."""
    return Raw(of.text.encode() if data is None else data, media_type, of.path, of.part, given)
