"""What the first lines of a pasted text say, and what they do not."""

import pytest

from rashomon.ingest import headers
from rashomon.model import Given

BODY = "Two shells hit the market in Kessar on Monday, the mayor said."


def fields(text: str) -> dict[str, str]:
    found = headers.read(text)
    names = ("title", "byline", "outlet", "published", "updated", "url")
    return {name: value for name in names if (value := getattr(found, name)) is not None}


def test_headline_byline_outlet_and_date_as_people_paste_them() -> None:
    text = f"Shells hit Kessar market\n\nBy Ann Lee\nThe Harbour Post, 12 March 2024\n\n{BODY}"
    assert headers.read(text) == Given(
        title="Shells hit Kessar market",
        byline="Ann Lee",
        outlet="The Harbour Post",
        published="2024-03-12",
        by="first lines",
    )


def test_the_outlet_may_stand_above_the_headline() -> None:
    text = f"The Harbour Post\n\nShells hit Kessar market\n\nBy Ann Lee\n\n{BODY}"
    assert fields(text) == {
        "outlet": "The Harbour Post",
        "title": "Shells hit Kessar market",
        "byline": "Ann Lee",
    }


def test_a_headline_in_capitals_is_no_outlet() -> None:
    assert fields(f"Farmers of Kessar Hit Hard Times\n\n{BODY}") == {
        "title": "Farmers of Kessar Hit Hard Times"
    }


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_any_line_end_will_do(newline: str) -> None:
    text = newline.join(["Shells hit Kessar market", "", "By Ann Lee", "", BODY])
    assert fields(text) == {"title": "Shells hit Kessar market", "byline": "Ann Lee"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published: 12 March 2024", {"published": "2024-03-12"}),
        ("Published 12 March 2024 at 10:15 GMT", {"published": "2024-03-12"}),
        ("Tuesday 12 March 2024, 4 p.m.", {"published": "2024-03-12"}),
        ("Updated: Wednesday 13 March 2024, 9 a.m.", {"updated": "2024-03-13"}),
        ("Last updated on March 13, 2024", {"updated": "2024-03-13"}),
        ("Source: Harbour Post", {"outlet": "Harbour Post"}),
        ("Source: https://example.org/a", {"url": "https://example.org/a"}),
        ("https://example.org/a", {"url": "https://example.org/a"}),
        ("Published: 03/04/2024", {}),
        ("By Ann Lee and Omar al-Masri in Kessar", {"byline": "Ann Lee and Omar al-Masri in Kessar"}),
        ("By our staff reporter", {"byline": "our staff reporter"}),
        ("By Ann Lee | The Harbour Post | 12 March 2024",
         {"byline": "Ann Lee", "outlet": "The Harbour Post", "published": "2024-03-12"}),
        ("Dorven, 12 March 2024", {"published": "2024-03-12"}),
        ("Radio Istrel", {"outlet": "Radio Istrel"}),
    ],
)  # fmt: skip
def test_one_line_below_the_headline(line: str, expected: dict[str, str]) -> None:
    title = {"title": "Shells hit Kessar market"}
    assert fields(f"Shells hit Kessar market\n\n{line}\n\n{BODY}") == title | expected


@pytest.mark.parametrize(
    "opening",
    [
        "KESSAR, March 4 (Northern Wire) - Two shells hit the market.",
        "KESSAR (Northern Wire) - Two shells hit the market on 12 March 2024.",
        "By Friday the troops had left the town.",
        "By Friday",
        "From the hills, Kessar looks peaceful",
        "On 12 March 2024 two shells hit the market.",
        "The Harbour Post reported on 12 March 2024 that two shells had hit the market.",
        "Press Service",
        "Press Release",
    ],
)
def test_prose_datelines_and_credits_say_nothing(opening: str) -> None:
    found = fields(f"{opening}\n\n{BODY}")
    assert found.keys() <= {"title"}


def test_a_dateline_with_its_year_gives_the_date_but_no_outlet() -> None:
    assert fields(f"KESSAR, March 4, 2024 (Northern Wire) - {BODY}") == {"published": "2024-03-04"}


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"This first line ends in a full stop.\n\n{BODY}",
        "Hard-wrapped prose whose first line is long enough to be taken for\na headline but goes on",
        "Hard-wrapped prose whose first line is long enough to be taken for\nMarch to Kessar, and stops",
        f"{'Word ' * 60}\n\n{BODY}",
        "Alone",
        "",
    ],
)
def test_no_headline_where_it_may_be_prose(text: str) -> None:
    assert "title" not in fields(text)


def test_dates_of_the_text_itself_are_not_its_date() -> None:
    assert fields(f"Shells hit market\n\n{BODY}\n\n12 March 2024\n\nBy Ann Lee") == {
        "title": "Shells hit market"
    }


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        (
            "Posted on March 12 2024 by Asharq Al-Awsat English ",
            {"published": "2024-03-12", "outlet": "Asharq Al-Awsat"},
        ),
        ("Published 12 March 2024 ", {"published": "2024-03-12"}),
        ("Date of publication 12 March 2024 ", {"published": "2024-03-12"}),
        ("Tue 12 Mar 2024 ", {"published": "2024-03-12"}),
        ("Last updated at March 12, 2024 ", {"updated": "2024-03-12"}),
        ("March 12 2024 by Ann Lee ", {"published": "2024-03-12"}),
        ("12 March 2024 was a Tuesday, and ", {}),
        ("On 12 March 2024 the mayor spoke. ", {}),
        ("Published last week ", {}),
    ],
)
def test_a_header_may_have_lost_its_line_breaks(opening: str, expected: dict[str, str]) -> None:
    assert fields(opening + BODY * 3) == expected
