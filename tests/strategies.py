"""Readings by chance, for what must hold of every reading."""

from hypothesis import strategies as st

from rashomon.model import Given, Hop, Raw, Reading, Source, Statement, Words
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
    count = draw(st.integers(0, 4)) if len(text) > 1 else 0
    found = tuple(draw(statements(f"{key}-{place}", text)) for place in range(count))
    raw = Raw(data, draw(texts), report.path, report.part, tuple(draw(st.lists(givens, max_size=2))))
    return Reading(report, found, draw(names), draw(maybe)), raw
