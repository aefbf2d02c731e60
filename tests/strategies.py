"""Readings by chance, for what must hold of every reading."""

from hypothesis import strategies as st

from rashomon.model import (
    Actor,
    Event,
    Figure,
    Given,
    Hop,
    Place,
    Raw,
    Reading,
    Source,
    Statement,
    When,
    Words,
)
from tests import builders as build

KINDS = ["named_person", "organisation", "outlet", "document", "unnamed_person", "unspecified", "reporter"]

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)  # every character but lone surrogates
maybe = st.none() | texts
names = st.dictionaries(texts, texts, max_size=3)
givens = st.builds(Given, outlet=maybe, title=maybe, published=maybe, by=st.sampled_from(["option", "feed"]))


@st.composite
def pieces(draw: st.DrawFn, text: str) -> Words:
    """Words in one to three pieces of a text."""
    edges = draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=6).map(sorted))
    spans = tuple(zip(edges[::2], edges[1::2], strict=False))
    return Words.of(text, spans)


@st.composite
def sources(draw: st.DrawFn, text: str) -> Source:
    words = draw(pieces(text))
    return Source(words.text, words.spans, draw(texts), draw(st.sampled_from(KINDS)), draw(maybe))


@st.composite
def statements(draw: st.DrawFn, key: str, text: str) -> Statement:
    hops = st.builds(Hop, name=texts, kind=st.sampled_from(KINDS))
    return Statement(
        id=key,
        source=draw(st.none() | sources(text)),
        cue=draw(st.none() | pieces(text)),
        content=draw(pieces(text)),
        chain=tuple(draw(st.lists(hops, max_size=3))),
        act=draw(st.sampled_from(["asserts", "denies"])),
        polarity=draw(st.sampled_from(["positive", "negative"])),
        commitment=draw(st.sampled_from(["certain", "possible"])),
        quote=draw(st.sampled_from(["direct", "mixed"])),
        inside=draw(st.none() | st.just(key)),
        confidence=draw(st.floats(0, 1)),
    )


numbers = st.none() | st.integers(0, 10**9)
degrees = st.none() | st.floats(-180, 180)


@st.composite
def figures(draw: st.DrawFn, key: str, text: str, said: list[str], others: list[str]) -> Figure:
    words = draw(pieces(text))
    return Figure(
        id=key, kind=draw(st.sampled_from(["killed", "missing"])), text=words.text, spans=words.spans,
        low=draw(numbers), best=draw(numbers), high=draw(numbers),
        bound=draw(st.sampled_from(["exact", "vague"])), of=draw(maybe), rule=draw(texts),
        statement=draw(st.sampled_from([None, *said])), cumulative=draw(st.booleans()),
        superseded=draw(st.booleans()), part_of=draw(st.sampled_from([None, *others])),
    )  # fmt: skip


@st.composite
def times(draw: st.DrawFn, key: str, text: str) -> When:
    words = draw(pieces(text))
    return When(
        key, words.text, words.spans, draw(st.sampled_from(["date", "set"])), draw(maybe), draw(maybe),
        draw(maybe), draw(st.sampled_from([None, "day"])),
    )  # fmt: skip


@st.composite
def places(draw: st.DrawFn, key: str, text: str) -> Place:
    words = draw(pieces(text))
    return Place(
        key, words.text, words.spans, draw(maybe), draw(numbers), draw(degrees), draw(degrees),
        draw(st.sampled_from([None, "town"])), draw(maybe), draw(maybe), draw(maybe),
    )  # fmt: skip


@st.composite
def actors(draw: st.DrawFn, text: str) -> Actor:
    return Actor(
        draw(pieces(text)), draw(texts), draw(st.sampled_from(["does", "suffers"])),
        draw(st.sampled_from(["person", "body"])), draw(st.sampled_from([None, "Rioters"])), draw(maybe),
        draw(maybe),
    )  # fmt: skip


@st.composite
def events(
    draw: st.DrawFn,
    key: str,
    text: str,
    said: list[str],
    when: list[str],
    where: list[str],
    counts: list[str],
) -> Event:
    return Event(
        id=key, words=draw(pieces(text)), plover=draw(texts), mode=draw(maybe), acled=draw(maybe),
        sub_event=draw(maybe), ucdp=draw(st.sampled_from([None, 1, 2, 3])), ucdp_note=draw(maybe),
        actors=tuple(draw(st.lists(actors(text), max_size=2))), when=draw(st.sampled_from([None, *when])),
        place=draw(st.sampled_from([None, *where])),
        figures=tuple(draw(st.lists(st.sampled_from(counts), max_size=2, unique=True))) if counts else (),
        statement=draw(st.sampled_from([None, *said])), polarity=draw(st.sampled_from(["positive", "negative"])),
    )  # fmt: skip


@st.composite
def readings(draw: st.DrawFn) -> tuple[Reading, Raw]:
    """A reading and its bytes; several statements may lie over each other in any way."""
    text, key = draw(texts), draw(st.uuids()).hex
    data = draw(st.binary(max_size=200))
    report = build.report(
        key,
        text,
        data,
        path=draw(texts),
        found=draw(names),
        **{
            field: draw(maybe)
            for field in ("url", "outlet", "title", "byline", "published", "language", "part")
        },
    )
    keys = {
        sort: [f"{key}-{sort}{n}" for n in range(draw(st.integers(0, 3)) if len(text) > 1 else 0)]
        for sort in "sftpe"
    }
    said, counts, when, where, told = keys.values()
    raw = Raw(data, draw(texts), report.path, report.part, tuple(draw(st.lists(givens, max_size=2))))
    reading = Reading(
        report,
        tuple(draw(statements(one, text)) for one in said),
        draw(names),
        draw(maybe),
        tuple(draw(figures(one, text, said, counts)) for one in counts),
        tuple(draw(times(one, text)) for one in when),
        tuple(draw(places(one, text)) for one in where),
        tuple(draw(events(one, text, said, when, where, counts)) for one in told),
    )
    return reading, raw
