import re

from rashomon.model import Reading
from tests import builders as build
from tests.web.asking import chained, hostile
from tests.web.conftest import Ask, Fill


def three() -> tuple[Reading, ...]:
    return (
        build.reading(build.report("r0000001", outlet="Harbour Post")),
        build.reading(build.report("r0000002", outlet="The Tern", published="2031-05-07", title=None)),
        build.reading(
            build.report("r0000003", "یک متن", outlet="The Tern", published=None, language="fa"),
            not_read="language fa",
        ),
    )


def rows(page: str) -> list[str]:
    """The text of each row of the list."""
    body = page.partition("<tbody")[2].partition("</tbody>")[0]
    return [" ".join(re.sub("<[^>]*>", " ", row).split()) for row in body.split("<tr ")[1:]]


def test_a_report_is_a_row(fill: Fill, ask: Ask) -> None:
    fill(*three())
    page = ask("/reports").text
    assert rows(page) == [
        'role="row"> 2031-05-06 Harbour Post Bridges fall in Marrow Bay 2 2 1',
        'role="row"> 2031-05-07 The Tern r0000002.txt no title 2 2 1',
        'role="row"> no date The Tern Bridges fall in Marrow Bay not read: language fa – – –',
    ]
    assert 'href="/reports/r0000001"' in page
    assert "3 reports in <bdi>rashomon.db</bdi>" in page


def test_versions_under_one_address_are_told_apart(fill: Fill, ask: Ask) -> None:
    for number, published in enumerate(("2031-05-06", "2031-05-07"), 1):
        fill(
            build.reading(build.report(f"r000000{number}", published=published, url="https://post.example/a"))
        )
    first, second = rows(ask("/reports").text)
    assert "version 1 of 2" in first
    assert "version 2 of 2" in second


def test_the_list_is_filtered_by_outlet(fill: Fill, ask: Ask) -> None:
    fill(*three())
    page = ask("/reports?outlet=harbour post").text
    assert len(rows(page)) == 1
    assert 'value="harbour post"' in page
    assert "1 report in" in page


def test_words_find_reports(fill: Fill, ask: Ask) -> None:
    fill(*three(), chained())
    page = ask("/reports?words=BLASTS three").text
    assert len(rows(page)) == 2
    assert 'href="/search?words=BLASTS%20three"' in page


def test_the_list_is_filtered_by_day(fill: Fill, ask: Ask) -> None:
    fill(*three())
    assert len(rows(ask("/reports?since=2031-05-07").text)) == 1
    assert len(rows(ask("/reports?until=2031-05-06").text)) == 1


def test_a_question_without_answer_says_so(fill: Fill, ask: Ask) -> None:
    assert "The ledger is empty" in ask("/reports").text
    fill(*three())
    page = ask("/reports?words=comet").text
    assert "No report fits" in page
    assert "<table" not in page


def test_what_is_cut_can_be_had_and_keeps_the_filter(fill: Fill, ask: Ask) -> None:
    fill(*three())
    page = ask("/reports?limit=1&outlet=The Tern").text
    assert len(rows(page)) == 1
    assert "The first 1 report" in page
    assert 'href="/reports?outlet=The+Tern&amp;limit=4"' in page
    assert "There are more" not in ask("/reports?limit=3").text


def test_a_limit_that_is_none_is_refused_in_one_sentence(ask: Ask) -> None:
    for wrong in ("many", "0", "-1", "1000000"):
        refused = ask(f"/reports?limit={wrong}")
        assert refused.status_code == 422
        assert f"limit=&#39;{wrong}&#39;" in refused.text


def test_nothing_typed_or_reported_becomes_markup(fill: Fill, ask: Ask) -> None:
    fill(hostile())
    for page in (
        ask("/reports"),
        ask('/reports?words=<script>&outlet="><script>'),
        ask("/reports?words=www script"),
    ):
        assert page.status_code == 200
        assert page.text.count("<script") == 1
        assert "\u202e" not in page.text
        assert "\0" not in page.text
    assert "U+202E" in ask("/reports").text
    assert len(ask("/reports").text) < 20_000


def test_odd_questions_are_answered(ask: Ask) -> None:
    for words in ('"', "%00", "%ff", "AND OR NOT", "a*", "NEAR(a b)", "-", "%F0%9F%92%A5"):
        assert ask(f"/reports?words={words}&outlet={words}").status_code == 200


def test_only_reading_is_answered(ask: Ask) -> None:
    assert ask("/reports", method="HEAD").status_code == 200
    assert ask("/reports", method="POST").status_code in (403, 405)
