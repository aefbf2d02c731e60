"""RSS and Atom, as files."""

from pathlib import Path

import pytest

from rashomon import ingest
from rashomon.errors import Unreadable
from rashomon.model import Given, Raw
from tests.ingest.reading import PROSE, read

RSS = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>World &amp; Coast</title><link>https://example.org</link><language>en</language>
<item><title>Shells &lt;b&gt;hit&lt;/b&gt; market</title><link>https://example.org/a?utm_source=rss&amp;id=7#top</link>
<dc:creator>Ann Lee</dc:creator><pubDate>Tue, 12 Mar 2024 23:15:00 -0500</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>{PROSE}</p><script>alert(1)</script>
<ul><li>One</li><li>Two</li></ul>More<br>yet &amp; more]]></content:encoded>
</item>
<item><title>From elsewhere</title><source url="https://post.example/feed">The Harbour Post</source>
<description>{PROSE}</description></item>
<item><title>Only a title</title></item>
</channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Northern Wire</title>
<entry><title>Shells hit market</title><link href="https://example.org/a"/>
<author><name>Ann Lee</name></author>
<published>2024-03-12T10:00:00Z</published><updated>2024-03-13T10:00:00Z</updated>
<content type="html">&lt;p&gt;{PROSE}&lt;/p&gt;</content></entry></feed>"""


def write(folder: Path, content: str, name: str = "feed.xml") -> Path:
    path = folder / name
    path.write_text(content)
    return path


def test_rss(tmp_path: Path) -> None:
    reports, refusals = read(write(tmp_path, RSS))
    first, second = reports
    assert first.text == f"{PROSE}\nOne\nTwo\nMore\nyet & more"
    assert (first.title, first.byline, first.outlet) == ("Shells hit market", "Ann Lee", "World & Coast")
    assert (first.url, first.published, first.updated) == ("https://example.org/a?id=7", "2024-03-12", None)
    assert (first.part, first.language) == ("entry 1", "en")
    assert set(first.found.values()) == {"feed", "text"}
    assert (second.text, second.outlet) == (PROSE, "The Harbour Post")
    assert [(refusal.part, refusal.reason) for refusal in refusals] == [
        ("entry 3", "this entry has no text; save the article's own page and add that")
    ]


@pytest.mark.parametrize("name", ["a.atom", "a.xml", "a.rss"])
def test_atom_under_any_name(tmp_path: Path, name: str) -> None:
    reports, refusals = read(write(tmp_path, ATOM, name))
    assert [(r.text, r.outlet, r.byline, r.published, r.updated) for r in reports] == [
        (PROSE, "Northern Wire", "Ann Lee", "2024-03-12", "2024-03-13")
    ]
    assert not refusals


def test_options_outweigh_the_feed(tmp_path: Path) -> None:
    reports, _ = read(write(tmp_path, ATOM), given=Given(outlet="My outlet", published="2020-01-01"))
    assert (reports[0].outlet, reports[0].published) == ("My outlet", "2020-01-01")
    assert (reports[0].found["outlet"], reports[0].found["title"]) == ("option", "feed")


@pytest.mark.parametrize("content", ["<rss><channel></channel></rss>", "<urlset><url/></urlset>", "not xml"])
def test_no_entries_is_told(tmp_path: Path, content: str) -> None:
    reports, refusals = read(write(tmp_path, content))
    assert not reports
    assert len(refusals) == 1
    assert "no entries" in refusals[0].reason


def test_an_xml_file_may_be_a_page(tmp_path: Path) -> None:
    page = (
        f"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>{PROSE}</p></body></html>"
    )
    reports, _ = read(write(tmp_path, page))
    assert reports[0].text == PROSE


def test_nothing_is_fetched_or_opened(tmp_path: Path) -> None:
    """The bytes of a feed may look like an address or a path, or name entities elsewhere."""
    secret = write(tmp_path, ATOM, "secret.atom")
    hostile = f'<!DOCTYPE f [<!ENTITY x SYSTEM "file://{secret}">]>' + ATOM.replace("Shells", "&x; Shells")
    for data in (str(secret).encode(), b"http://127.0.0.1:9/feed", hostile.encode()):
        try:
            report = ingest.extract(Raw(data, "application/atom+xml", "a", "entry 1"))
        except Unreadable:
            continue
        assert "Northern" not in (report.title or "")


@pytest.mark.parametrize("part", [None, "entry 0", "entry 2", "entry -1", "line 1"])
def test_a_part_that_is_not_there(part: str | None) -> None:
    with pytest.raises(Unreadable, match="not one of the 1 entries"):
        ingest.extract(Raw(ATOM.encode(), "application/atom+xml", "a", part))
