"""Which side is believed, as docs/ingest.md has it, and what makes a report the same report."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from rashomon import ingest
from rashomon.errors import Unreadable
from rashomon.ingest import identity, urls
from rashomon.ingest.readers import HTML, JSON, TEXT
from rashomon.model import Given, Raw, Report
from tests.ingest.reading import PROSE, page, text

HEAD = (
    '<meta property="og:site_name" content="Of markup"><meta name="author" content="Of Markup">'
    '<meta property="og:title" content="Of markup"><meta name="date" content="2003-03-03">'
    '<link rel="canonical" href="https://markup.example/2005/05/05/a">'
)
FIRST_LINES = "Of the first lines\n\nBy Ann Lee\nThe Harbour Post, 4 April 2004\nhttps://first.example/a\n\n"
OPTION = Given(
    "Of option", "Of option", "Of option", "2001-01-01", None, "https://option.example/", None, "option"
)
WARC = Given("Of warc", "Of warc", "Of warc", "2002-02-02", None, "https://warc.example/", None, "warc")
FIELDS = ("outlet", "title", "byline", "published", "url")


def paged(*given: Given, head: str = HEAD) -> Report:
    return page(f"<html><head>{head}</head><body><p>{PROSE}</p></body></html>", *given)


def sides(report: Report) -> set[str]:
    return {report.found[name] for name in FIELDS if name in report.found}


def test_order_of_strength_is_the_documented_one() -> None:
    """Each step down the table takes the strongest side away."""
    steps = [
        (paged(OPTION, WARC), {"option"}),
        (paged(WARC), {"warc"}),
        (paged(), {"markup"}),
        (text(FIRST_LINES + PROSE), {"first lines"}),
        (text(PROSE, Given(url="https://example.org/2005/05/05/a", by="warc")), {"warc", "url"}),
        (text(PROSE), set()),
    ]
    assert [sides(report) for report, _ in steps] == [expected for _, expected in steps]
    documented = Path("docs/ingest.md").read_text().split("| strength |")[1].split("\n\n")[0]
    places = [documented.index(f"`{name}`") for name in ("option", "warc", "markup", "first lines", "url")]
    assert places == sorted(places)


def test_a_json_field_outweighs_the_first_lines() -> None:
    data = b'{"text": "Of the first lines\\n\\nBy Ann Lee\\n\\nProse.", "title": "Of JSON"}'
    report = ingest.extract(Raw(data, JSON, "a"))
    assert (report.title, report.found["title"]) == ("Of JSON", "json")
    assert (report.byline, report.found["byline"]) == ("Ann Lee", "first lines")


def test_each_field_has_its_own_witness() -> None:
    report = paged(Given(outlet="Of option"), head='<meta name="author" content="Ann Lee">')
    assert (report.outlet, report.byline, report.published) == ("Of option", "Ann Lee", None)
    assert report.found == {"outlet": "option", "byline": "markup", "language": "text"}


def test_an_unusable_value_leaves_the_field_to_the_next() -> None:
    bad = Given(
        url="ftp://example.org", published="03/04/2017", title=" \n\x07 ", outlet="x" * 2000, by="warc"
    )
    report = paged(bad)
    assert sides(report) == {"markup"}


def test_an_option_that_cannot_be_read_is_an_error_not_a_gap() -> None:
    with pytest.raises(
        Unreadable, match=r"the date '03/04/2017' cannot be read with certainty; .*YYYY-MM-DD"
    ):
        text(PROSE, Given(published="03/04/2017"))


def test_fields_are_one_line() -> None:
    report = text(PROSE, Given(title="Shells\n  hit\x1b[31m\tmarket\u200f", byline="\ud800Ann"))
    assert (report.title, report.byline) == ("Shells hit [31m market\u200f", "\ufffdAnn")


def test_the_same_report_has_the_same_id_wherever_it_was_found() -> None:
    raw = Raw(PROSE.encode(), TEXT, "a.txt", given=(OPTION,))
    first, second = (
        ingest.extract(raw),
        ingest.extract(Raw(PROSE.encode("utf-16"), TEXT, "b.txt", "part", (OPTION,))),
    )
    assert first.id == second.id
    assert (first.raw, len(first.id)) == (hashlib.sha256(raw.data).hexdigest(), 16)
    assert ingest.extract(raw) == first


def test_every_field_of_the_id_counts_and_none_runs_into_the_next() -> None:
    values = ["u", "o", "t", "p", "x"]
    ids = {identity.report_id("u", "o", "t", "p", "x", "a.txt")}
    for place in range(5):
        changed = [value + "!" if place == at else value for at, value in enumerate([*values, "a.txt"])]
        ids.add(identity.report_id(*changed))
    ids.add(identity.report_id("uo", "", "t", "p", "x", "a.txt"))
    ids.add(identity.report_id("uo", None, "t", "p", "x", "a.txt"))
    ids.add(identity.report_id("u", "o", "t", None, "x", "a.txt"))
    assert len(ids) == 9


@pytest.mark.parametrize("outlet", ["Harbour Post", None])
def test_the_file_counts_where_nothing_else_tells_who_published(outlet: str | None) -> None:
    ids = [
        identity.report_id(None, outlet, "t", None, "x", path)
        for path in ("a.txt", "in/a.txt", "a.txt.gz", "b.txt")
    ]
    assert len(set(ids[:3])) == 1
    assert (ids[3] == ids[0]) is (outlet is not None)


@pytest.mark.parametrize(
    ("given", "cleaned"),
    [
        ("https://Example.org/a?b=1&utm_source=x&fbclid=y#top", "https://Example.org/a?b=1"),
        ("http://example.org/?UTM_Medium=x", "http://example.org/"),
        ("https://example.org/a%20b?q=%D8%A7", "https://example.org/a%20b?q=%D8%A7"),
        ("  https://example.org/a  ", "https://example.org/a"),
        ("ftp://example.org/a", None),
        ("javascript:alert(1)", None),
        ("//example.org/a", None),
        ("/a/b", None),
        ("https://", None),
        ("http://[::1", None),
        ("https://example.org/a b", None),
        ("https://example.org/\x00", None),
        ("https://example.org/" + "a" * 3000, None),
        (None, None),
    ],
)
def test_addresses(given: str | None, cleaned: str | None) -> None:
    assert urls.clean(given) == cleaned
    assert urls.clean(cleaned) == cleaned


@pytest.mark.parametrize("media_type", ["application/pdf", ""])
def test_an_unknown_kind(media_type: str) -> None:
    with pytest.raises(Unreadable, match="nothing here reads"):
        ingest.extract(Raw(b"x", media_type, "a"))


def test_pages_say_the_same_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a process of its own, with a clock that is a century off."""
    code = (
        "import sys, time\n"
        "from rashomon import ingest; from rashomon.model import Raw\n"
        "time.time = lambda: float(sys.argv[2])\n"
        "print(ingest.extract(Raw(sys.argv[1].encode(), 'text/html', 'a')))\n"
    )
    markup = f"<html><head>{HEAD}</head><body><p>{PROSE}</p></body></html>"
    runs = [
        subprocess.run([sys.executable, "-c", code, markup, now], capture_output=True, text=True, check=True)
        for now in ("0", "4000000000")
    ]
    assert runs[0].stdout == runs[1].stdout
    assert "2003-03-03" in runs[0].stdout
    assert [run.stderr for run in runs] == ["", ""]


def test_nothing_heavy_is_loaded_by_importing() -> None:
    code = (
        "import sys, rashomon.ingest\n"
        "heavy = {'trafilatura', 'htmldate', 'lxml', 'feedparser', 'warcio', 'py3langid', 'numpy', 'gzip'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


def test_the_page_alone_decides_for_a_page() -> None:
    raw = Raw(f"<html><body><p>{PROSE}</p></body></html>".encode(), HTML, "a.html")
    assert ingest.extract(raw).text == PROSE
