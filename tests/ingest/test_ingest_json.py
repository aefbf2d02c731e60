"""JSON as news-please, fundus and people write it."""

import json
from pathlib import Path
from typing import Any

import pytest

from rashomon import ingest
from rashomon.errors import Unreadable
from rashomon.ingest.readers import JSON
from rashomon.model import Given, Raw, Report
from tests.ingest.reading import PROSE, read


def item(value: Any, *given: Given) -> Report:
    return ingest.extract(Raw(json.dumps(value).encode(), JSON, "a.jsonl", "line 1", given))


def test_news_please() -> None:
    report = item(
        {
            "authors": ["Ann Lee", "Omar Haddad"],
            "date_download": "2024-05-01 10:00:00",
            "date_modify": "2024-03-13 08:00:00",
            "date_publish": "2024-03-12 10:15:00",
            "description": "Short.",
            "filename": "a.json",
            "image_url": "https://example.org/a.jpg",
            "language": "en",
            "maintext": PROSE,
            "source_domain": "example.org",
            "text": None,
            "title": "Shells hit market",
            "url": "https://example.org/a",
        }
    )
    assert (report.text, report.title, report.byline) == (PROSE, "Shells hit market", "Ann Lee, Omar Haddad")
    assert (report.outlet, report.published, report.updated) == ("example.org", "2024-03-12", "2024-03-13")
    assert set(report.found.values()) == {"json", "text"}


def test_news_please_without_dates() -> None:
    report = item({"maintext": PROSE, "date_publish": "None", "date_modify": "None", "authors": []})
    assert (report.published, report.updated, report.byline) == (None, None, None)


def test_fundus_body() -> None:
    report = item(
        {
            "title": "Shells hit market",
            "authors": ["Ann Lee"],
            "publishing_date": "2024-03-12 10:15:00+00:00",
            "topics": ["War"],
            "publisher": "The Harbour Post",
            "lang": "en",
            "body": {
                "summary": ["A summary."],
                "sections": [
                    {"headline": [], "paragraphs": [PROSE, "Second."]},
                    {"headline": ["What next?"], "paragraphs": ["Third."]},
                ],
            },
            "html": {"content": "<html></html>", "requested_url": "https://example.org/a"},
        }
    )
    assert report.text == f"A summary.\n\n{PROSE}\n\nSecond.\n\nWhat next?\n\nThird."
    assert (report.outlet, report.published, report.url) == (
        "The Harbour Post",
        "2024-03-12",
        "https://example.org/a",
    )


def test_only_a_page_inside() -> None:
    page = f'<html><head><meta name="author" content="Ann Lee"></head><body><p>{PROSE}</p></body></html>'
    report = item({"html": page, "title": "From JSON", "url": "https://example.org/a"})
    assert (report.text, report.title, report.byline) == (PROSE, "From JSON", "Ann Lee")
    assert (report.found["title"], report.found["byline"]) == ("json", "markup")


def test_plain_names() -> None:
    report = item(
        {"id": "7", "text": PROSE, "outlet": "Harbour Post", "date": "4/5/2017", "published": "2017-04-05"}
    )
    assert (report.outlet, report.published) == ("Harbour Post", "2017-04-05")
    assert item({"text": PROSE, "date": "4/5/2017"}).published is None
    assert item({"text": PROSE, "published": "an hour ago", "date": "2017-04-05"}).published == "2017-04-05"


def test_characters_as_given_but_none_that_are_no_characters() -> None:
    odd = " He said: \u202e“We’ \x07\r\nwent\u200f "
    assert item({"text": odd}).text == odd
    assert item({"text": f"{PROSE} \ud83d and \0"}).text == f"{PROSE} \ufffd and \ufffd"


@pytest.mark.parametrize(
    "value", [{}, {"title": "Only"}, {"text": ""}, {"text": 7}, {"body": {}}, {"html": None}]
)
def test_no_text_is_told(value: Any) -> None:
    with pytest.raises(Unreadable, match="this JSON object has no text; put the text"):
        item(value)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{'text': 1}", "not JSON"),
        (b'{"text": "a"', "not JSON"),
        (b"[1]", "not an object"),
        (b'"text"', "not an object"),
        (b'{"text": ' + b"[" * 100_000, "beyond reading"),
        (b'{"text": ' + b"9" * 5000 + b"}", "beyond reading"),
        (b'{"text": "caf\xe9"}', r"0xe9\) is not UTF-8"),
        (b"\x00\x01", "binary"),
    ],
)
def test_bad_json(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        ingest.extract(Raw(data, JSON, "a", "line 1"))


def test_a_bad_line_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = json.dumps({"text": PROSE})
    path.write_bytes(b"\xef\xbb\xbf" + f"{good}\n\n{{bad\n{{}}\n{good}".encode())
    reports, refusals = read(path)
    assert [report.part for report in reports] == ["line 1", "line 5"]
    assert [refusal.part for refusal in refusals] == ["line 3", "line 4"]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("count", [1, 3])
def test_a_list_or_an_object_over_many_lines(tmp_path: Path, indent: int | None, count: int) -> None:
    path = tmp_path / "a.json"
    values = [{"text": f"{number} {PROSE}"} for number in range(count)]
    path.write_text(json.dumps(values if count > 1 else values[0], indent=indent))
    reports, refusals = read(path)
    assert [report.text for report in reports] == [value["text"] for value in values]
    assert reports[-1].part == f"item {count}"
    assert not refusals


def test_a_long_list_is_read_across_chunks_and_told_where_it_breaks(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    values = [{"text": f"{number} {PROSE * (number % 700)}"} for number in range(1000)]
    path.write_text(json.dumps(values)[:-20])
    items = list(ingest.find([str(path)], Given()))
    assert [json.loads(item.data) for item in items[:-1] if isinstance(item, Raw)] == values[:-1]
    assert "item 1000" in str(items[-1])
    assert "the rest of the file was not read" in str(items[-1])


def test_json_in_another_encoding(tmp_path: Path) -> None:
    for name, encoding in (("a.json", "cp1252"), ("b.jsonl", "cp1252"), ("c.json", "utf-16")):
        path = tmp_path / name
        path.write_text(json.dumps({"text": f"Café. {PROSE}"}, ensure_ascii=False), encoding=encoding)
        reports, _ = read(path, given=Given(encoding=encoding))
        assert [report.text for report in reports] == [f"Café. {PROSE}"]
