"""Records made by hand for tests: say only what a test is about, the rest is plain and fictional."""

import hashlib
from typing import Any

from rashomon.model import Given, Hop, Raw, Reading, Report, Source, SourceKind, Statement, Words

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


def raw(of: Report, data: bytes | None = None, *given: Given, media_type: str = "text/plain") -> Raw:
    """The bytes that a report was made from."""
    return Raw(of.text.encode() if data is None else data, media_type, of.path, of.part, given)
