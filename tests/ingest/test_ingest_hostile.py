"""Whatever the bytes: a report or Unreadable, never another error, and the same one twice."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import ingest
from rashomon.errors import Unreadable
from rashomon.ingest.readers import ATOM, HTML, JSON, RSS, TEXT
from rashomon.model import Given, Raw, Report
from tests.ingest.reading import PROSE

FRAGMENTS = st.sampled_from(
    [
        PROSE, "<html>", "<p>", "</p>", "<table><tr><td>", "<div class='date'>", "<time datetime=", "<!--",
        "]]>", "<![CDATA[", '<script type="application/ld+json">', '{"@type": "NewsArticle", "author": [[',
        "</script>", "<meta charset=utf-16>", "<rss><channel><item><description>", "<entry><content>",
        "</item>", "&#1;", "&#xD800;", "&#99999999;", "&lt;b&gt;", "\0", "\x07", "\u202e", "\ufeff", "\ud7ff",
        "“", "\r", "\n", "\u2028", "By ", "12 March 2024", "<svg>", "<math>", '{"text": "', '"}',
        '{"html": {"content": "', "\\ud800", "<link rel=canonical href='http://[", "<template>",
    ]
)  # fmt: skip
DATA = st.one_of(
    st.binary(max_size=300),
    st.lists(FRAGMENTS | st.text(max_size=5), max_size=25).map(
        lambda parts: "".join(parts).encode("utf-8", "surrogatepass")
    ),
)
KINDS = st.sampled_from([TEXT, HTML, JSON, RSS, ATOM])
WORDS = st.none() | st.text(max_size=20)
GIVENS = st.builds(
    Given,
    outlet=WORDS, title=WORDS, byline=WORDS, published=WORDS, updated=WORDS, url=WORDS,
    encoding=st.none() | st.text(max_size=5) | st.sampled_from("utf-8 utf-16 cp1252 utf-7 hex idna".split()),
    by=st.sampled_from(["option", "feed", "warc"]),
)  # fmt: skip


def outcome(raw: Raw) -> Report | str:
    try:
        return ingest.extract(raw)
    except Unreadable as error:
        return str(error)


@settings(max_examples=300, deadline=None)
@given(DATA, KINDS, st.lists(GIVENS, max_size=2).map(tuple), st.sampled_from([None, "entry 1", "entry 2"]))
def test_a_report_or_a_refusal(data: bytes, kind: str, known: tuple[Given, ...], part: str | None) -> None:
    raw = Raw(data, kind, "a", part, known)
    first = outcome(raw)
    assert outcome(replace(raw, data=bytes(bytearray(data)))) == first
    if isinstance(first, Report):
        check(first)
    else:
        assert first.count("\n") == 0


def check(report: Report) -> None:
    assert report.text.strip()
    assert "\0" not in report.text
    everything = " ".join(filter(None, (report.text, report.title, report.outlet, report.byline, report.url)))
    everything.encode()  # no half characters
    fields = ("outlet", "title", "byline", "published", "updated", "url", "language")
    assert report.found.keys() == {name for name in fields if getattr(report, name) is not None}
    assert set(report.found.values()) <= {
        "option",
        "feed",
        "warc",
        "json",
        "markup",
        "first lines",
        "url",
        "text",
    }


@pytest.mark.parametrize(
    "markup",
    [
        "<p>" * 20_000 + PROSE,
        "<table><tr><td>" * 5_000 + PROSE,
        "<b>" * 50_000,
        "<div class=date>" * 5_000 + PROSE * 100,
        f"<p>{PROSE}</p>" * 3_000,
        "<time datetime=1>" * 10_000,
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + PROSE,
        "<" * 100_000,
        "&" * 100_000,
        "<!--" * 50_000,
        "<meta " * 50_000 + PROSE,
    ],
)
def test_big_and_crooked_markup(markup: str) -> None:
    for data, kind in (
        (f"<html><body>{markup}", HTML),
        (f"<rss><channel><item><description><![CDATA[{markup}]]></description></item></channel></rss>", RSS),
        (markup, TEXT),
    ):
        result = outcome(Raw(data.encode(), kind, "a", "entry 1" if kind == RSS else None))
        assert result
