"""Web pages in several make-ups: the whole article, and what the markup says of it."""

import json

import pytest

from rashomon.errors import Unreadable
from rashomon.model import Given
from tests.ingest.reading import page

LEAD = "Two shells hit the market in Kessar on Monday, killing eleven people, the mayor said."
DENIAL = "A spokesman for the ministry denied that any shell had fallen on the town."
LAST = "“Nobody asked us,” said a porter, who would not give his name. “Nobody ever does.”"
PARAGRAPHS = f"<p>{LEAD}</p><p>{DENIAL}</p><p>{LAST}</p>"


def article(head: str = "", body: str = PARAGRAPHS, opening: str = '<html lang="en">') -> str:
    return f"<!DOCTYPE html>{opening}<head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "body",
    [
        PARAGRAPHS,
        f"<article>{PARAGRAPHS}</article>",
        f'<main><h1>Shells</h1><p class="standfirst lead">{LEAD}</p><div>{PARAGRAPHS}</div></main>',
        f'<div id="content"><p class="intro"><b>{LEAD}</b></p><p>{DENIAL}</p><p>{LAST}</p></div>',
        f"<table><tr><td>Menu</td><td><h2>Shells</h2>{PARAGRAPHS}</td></tr></table>",
        f"<p>{LEAD}</p><aside><p>Most read today</p></aside><p>{DENIAL}</p><blockquote>{LAST}</blockquote>",
        f"{PARAGRAPHS}<section id='comments'><p>My cousin says it was twenty, look it up.</p></section>",
    ],
)
def test_the_whole_article_and_no_comments(body: str) -> None:
    lines = page(article(body=body)).text.splitlines()
    assert [line for line in lines if line in (LEAD, DENIAL, LAST)][:3] == [LEAD, DENIAL, LAST]
    assert not any("cousin" in line for line in lines)


def test_json_ld_says_all() -> None:
    linked = json.dumps(
        {
            "@context": "https://schema.org",
            "@graph": [
                {"@type": "WebPage", "datePublished": "2001-01-01"},
                {
                    "@type": ["NewsArticle"],
                    "headline": "Shells hit market",
                    "author": [{"@type": "Person", "name": "Ann Lee"}, {"name": "Omar Haddad"}],
                    "publisher": {"name": "The Harbour Post"},
                    "datePublished": "2024-03-12T06:00:00+03:00",
                    "dateModified": "2024-03-13",
                    "mainEntityOfPage": {"@id": "https://example.org/shells?utm_source=x&id=7#top"},
                },
            ],
        }
    )
    report = page(article(f'<script type="application/ld+json">{linked}</script>'))
    assert (report.title, report.byline, report.outlet) == (
        "Shells hit market",
        "Ann Lee, Omar Haddad",
        "The Harbour Post",
    )
    assert (report.published, report.updated) == ("2024-03-12", "2024-03-13")
    assert report.url == "https://example.org/shells?id=7"
    assert {name for name, by in report.found.items() if by == "markup"} == {
        "title",
        "byline",
        "outlet",
        "published",
        "updated",
        "url",
    }


def test_open_graph_and_meta() -> None:
    report = page(
        article(
            '<meta property="og:title" content="Shells hit market - The Harbour Post">'
            '<meta property="og:site_name" content="The Harbour Post">'
            '<meta property="article:published_time" content="2024-03-12T06:00:00Z">'
            '<meta property="article:modified_time" content="2024-03-13T06:00:00Z">'
            '<meta property="article:author" content="https://example.org/ann">'
            '<meta name="author" content="Ann Lee">'
            '<link rel="canonical" href="https://example.org/shells">'
        )
    )
    assert (report.title, report.outlet, report.byline) == (
        "Shells hit market",
        "The Harbour Post",
        "Ann Lee",
    )
    assert (report.published, report.updated, report.url) == (
        "2024-03-12",
        "2024-03-13",
        "https://example.org/shells",
    )


def test_what_a_reader_of_the_page_sees() -> None:
    report = page(
        article(
            "<title>Shells hit market | World | The Harbour Post</title>",
            '<nav><time datetime="1999-01-01">old</time></nav><h1>Shells hit market</h1>'
            '<p class="byline">By Ann Lee</p><p>Published <time datetime="2024-03-12">Tuesday</time></p>'
            f'<p>Updated <time datetime="2024-03-13">Wednesday</time></p>{PARAGRAPHS}'
            '<div class="related"><time datetime="2025-01-01">later</time></div>',
        )
    )
    assert (report.title, report.outlet, report.byline) == (
        "Shells hit market",
        "The Harbour Post",
        "Ann Lee",
    )
    assert (report.published, report.updated) == ("2024-03-12", "2024-03-13")


def test_elements_named_for_a_date() -> None:
    report = page(article(body=f'<div class="post-date">Updated: 12 March 2024, 10:15</div>{PARAGRAPHS}'))
    assert (report.published, report.updated) == (None, "2024-03-12")
    report = page(article(body=f'<span class="date">03/04/2024</span>{PARAGRAPHS}'))
    assert report.published is None


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>What happened on 12 March 2024</h1>{PARAGRAPHS}",
        f"{PARAGRAPHS}<p>The truce of 12 March 2024 did not hold, and people left the town again.</p>",
        f'{PARAGRAPHS}<img src="/images/2024/03/12/market.jpg" alt="">',
        f"{PARAGRAPHS}<footer>© 2024 The Harbour Post</footer>",
    ],
)
def test_no_date_of_the_page_itself_stays_empty(body: str) -> None:
    report = page(article(body=body))
    assert report.published is None
    assert "published" not in report.found


def test_a_day_in_the_address_is_the_last_resort() -> None:
    url = "https://example.org/2024/03/12/shells"
    report = page(article(), Given(url=url))
    assert (report.published, report.found["published"]) == ("2024-03-12", "url")
    assert (report.outlet, report.found["outlet"]) == ("example.org", "url")
    dated = page(article('<meta name="date" content="2024-03-11">'), Given(url=url))
    assert (dated.published, dated.found["published"]) == ("2024-03-11", "markup")


def test_a_change_before_publication_is_dropped() -> None:
    head = (
        '<meta name="date" content="2024-03-12"><meta property="article:modified_time" content="2024-03-01">'
    )
    report = page(article(head))
    assert (report.published, report.updated, report.found.get("updated")) == ("2024-03-12", None, None)


WORDS = "Der Bürgermeister sagte am Montag, dass niemand die Schüsse gehört habe."


@pytest.mark.parametrize(
    ("head", "encoding", "given"),
    [
        ("", "utf-8", None),
        ("", "utf-8-sig", None),
        ("", "utf-16", None),
        ('<meta charset="windows-1252">', "cp1252", None),
        ('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">', "cp1252", None),
        ('<meta charset="utf-8">', "cp1252", Given(encoding="cp1252", by="warc")),
        ('<meta charset="utf-8">', "cp850", Given(encoding="cp850")),
        ('<meta charset="no-such-code">', "utf-8", Given(encoding="nor-this", by="warc")),
    ],
)  # fmt: skip
def test_encodings(head: str, encoding: str, given: Given | None) -> None:
    data = article(head, f"<p>{WORDS} “Niemand”</p>".replace("“", '"').replace("”", '"')).encode(encoding)
    assert WORDS in page(data, *((given,) if given else ())).text


def test_what_cannot_be_decoded_becomes_a_replacement_character() -> None:
    assert (
        "caf\ufffd in Kessar"
        in page(article(body=f"<p>{LEAD} The caf\xe9 in Kessar.</p>").encode("latin-1")).text
    )


@pytest.mark.parametrize(
    "markup",
    [
        "",
        " ",
        article(body=""),
        article(
            body="<nav><a href=a>Home</a><a href=b>World</a></nav><form><input><button>Log in</button></form>"
        ),
        article(body="<ul><li><a href=a>World</a></li><li><a href=b>Sport</a></li></ul><p>404 Not Found</p>"),
        "<script>var said = 'the mayor said that two shells hit the market on Monday';</script>",
    ],
)
def test_a_page_without_an_article_is_refused(markup: str) -> None:
    with pytest.raises(Unreadable, match=r"no article .*; save the article's own page"):
        page(markup)


def test_an_xml_declaration_and_control_characters_do_no_harm() -> None:
    markup = '<?xml version="1.0" encoding="utf-8"?>' + article(
        body=f"<p>{LEAD}\x00\x07&#1;&#xD800;\u200f</p>{PARAGRAPHS}"
    )
    assert LEAD in page(markup).text


def test_a_page_of_too_many_elements() -> None:
    with pytest.raises(Unreadable, match="more than 100,000 elements"):
        page(article(body=PARAGRAPHS + "<b>x</b>" * 100_001))


def test_deep_nesting_does_no_harm() -> None:
    assert LEAD in page(article(body="<div>" * 200 + PARAGRAPHS)).text
    with pytest.raises(Unreadable, match="no article"):
        page(article(body="<div>" * 5000 + PARAGRAPHS))
