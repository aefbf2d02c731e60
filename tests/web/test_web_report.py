import dataclasses
import re

import pytest

from rashomon.model import Words
from tests import builders as build
from tests.web.asking import chained, hostile
from tests.web.conftest import Ask, Fill


def test_the_text_and_a_card_for_each_statement(fill: Fill, ask: Ask) -> None:
    fill(chained())
    page = ask("/reports/r0000007").text
    for number in range(1, 5):
        assert f'id="words-s{number}" href="#card-s{number}"' in page
        assert f'id="card-s{number}" value="{number}"' in page
        assert f'href="#words-s{number}"' in page
    assert "Harbour Post, retelling The Tern, quoting a resident (unnamed), quoting Health Ministry" in page
    assert "positive · certain · indirect · inside 2" in page
    assert '<mark class="content denies">denies</mark> <span class="count">1</span>' in page


def test_a_public_source_leads_to_its_page_and_no_other_does(fill: Fill, ask: Ask) -> None:
    fill(chained())
    leads = re.findall(r'href="(/sources/[^"]*)"', ask("/reports/r0000007").text)
    assert leads == ["/sources/The%20Tern", "/sources/Health%20Ministry"]
    assert [ask(lead).status_code for lead in leads] == [200, 200]


def test_what_is_known_of_the_report_says_where_it_came_from(fill: Fill, ask: Ask) -> None:
    of = build.report(
        byline="Mara Kolvi",
        updated="2031-05-08",
        url="https://post.example/?a=1&b=2",
        found={"byline": "text", "published": "markup", "url": "option"},
    )
    fill(build.reading(of))
    page = " ".join(ask("/reports/r0000001").text.split())
    assert '<bdi>Mara Kolvi</bdi> <span class="from">from text</span>' in page
    assert '<bdi>2031-05-06</bdi> <span class="from">from markup</span>' in page
    assert "<bdi>2031-05-08</bdi></dd>" in page
    assert '<a href="https://post.example/?a=1&amp;b=2" rel="noreferrer noopener external">' in page
    assert f'title="{of.raw}"' in page
    assert "rashomon 0" in page
    assert "r0000001.txt" in page


def test_other_versions_are_linked(fill: Fill, ask: Ask) -> None:
    for number in (1, 2):
        of = build.report(
            f"r000000{number}",
            title=f"Take {number}",
            published=f"2031-05-0{number}",
            url="http://a.example/",
        )
        fill(build.reading(of))
    page = ask("/reports/r0000002").text
    assert "version 2 of 2" in page
    assert '<a href="/reports/r0000001"><bdi>Take 1</bdi></a>' in page
    assert 'href="/reports/r0000002"' not in page


def test_an_unread_report_says_why_and_shows_its_text(fill: Fill, ask: Ask) -> None:
    of = build.report(text="یک\n\nمتن", language="fa")
    fill(build.reading(of, not_read="language fa"))
    page = ask("/reports/r0000001").text
    assert "Not read: language fa." in page
    assert '<p dir="auto" lang="fa">یک</p>' in page
    assert '<p dir="auto" lang="fa">متن</p>' in page
    assert "Acts in this report" not in page


def test_a_hostile_report_stays_text(fill: Fill, ask: Ask) -> None:
    fill(hostile())
    page = ask("/reports/r000000e").text
    assert page.count("<script") == 2
    assert "javascript:alert(1)" in page
    assert not re.search(r'href="[^/#h?]', page)
    assert "\u202e" not in page
    assert "\0" not in page
    assert "U+202E" in page
    assert "U+0000" in page
    assert "&lt;/mark&gt; &amp; " in page


@pytest.mark.parametrize("wrong", ["r000000", "nothing", "%00", "%3Cscript%3E", "a" * 1000])
def test_an_unknown_report_is_not_found(fill: Fill, ask: Ask, wrong: str) -> None:
    fill(chained())
    missing = ask(f"/reports/{wrong}")
    assert missing.status_code == 404
    assert "there is no report" in missing.text
    assert missing.text.count("<script") == 1


def test_head_is_answered(fill: Fill, ask: Ask) -> None:
    fill(chained())
    assert ask("/reports/r0000007", method="HEAD").status_code == 200


def test_one_statement_is_opened(fill: Fill, ask: Ask) -> None:
    fill(chained())
    page = ask("/reports/r0000007?statement=s3").text
    assert '<p class="sentence"><bdi>Harbour Post, retelling The Tern, quoting a resident (unnamed),' in page
    assert '<svg class="chain-picture"' in page
    assert '<a href="?statement=s2#chosen">statement 2</a>' in page
    part = ask("/reports/r0000007?statement=s3", headers={"HX-Request": "true"}).text
    assert part.strip().startswith('<aside id="chosen"')
    assert "hidden>" in ask("/reports/r0000007").text
    assert ask("/reports/r0000007?statement=none").status_code == 404


def test_what_arrived_stands_beside_the_clean_text(fill: Fill, ask: Ask) -> None:
    fill(chained(), hostile())
    page = ask("/reports/r0000007/archive").text
    assert "Marrow Bay, Tuesday" in page
    sent = ask("/reports/r000000e/bytes")
    assert sent.content == hostile().report.text.encode()
    assert sent.headers["content-type"] == "application/octet-stream"
    assert sent.headers["content-disposition"].startswith("attachment;")
    page = ask("/reports/r000000e/archive").text
    assert page.count("<script") == 1
    assert "\u202e" not in page
    for part in ("archive", "bytes", "since/r0000007"):
        assert ask(f"/reports/none/{part}").status_code == 404


def test_versions_are_compared(fill: Fill, ask: Ask) -> None:
    fill(build.reading(build.report("r0000001", "Eleven died.", url="http://a.example/")))
    fill(
        build.reading(
            build.report("r0000002", "Seventeen died.", url="http://a.example/", updated="2031-05-08")
        )
    )
    assert 'href="/reports/r0000002/since/r0000001"' in ask("/reports/r0000002").text
    page = ask("/reports/r0000002/since/r0000001").text
    assert "<del>Eleven</del><ins>Seventeen</ins> died." in page


def test_a_report_of_ten_thousand_statements_is_shown_whole(fill: Fill, ask: Ask) -> None:
    text = "\n".join(f"Speaker {n} said it rained {n} times." for n in range(10_000))
    starts = [text.index(f"Speaker {n} said") for n in range(0, 10_000, 2500)]
    assert starts == sorted(starts)
    at, many = 0, []
    for n in range(10_000):
        at = text.index(f"it rained {n} times", at)
        said = Words.of(text, ((at, at + len(f"it rained {n} times")),))
        plain = build.statement(f"s{n}", build.TEXT, "Two bridges")
        many.append(dataclasses.replace(plain, content=said))
    fill(build.reading(build.report(text=text), *many))
    page = ask("/reports/r0000001").text
    assert page.count('class="card ') == 10_000
    assert "10000 statements" in page
    assert (
        "it rained 9999 times"
        in ask("/reports/r0000001?statement=s9999", headers={"HX-Request": "true"}).text
    )
