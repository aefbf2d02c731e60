from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.ingest import dates


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-03-12", "2024-03-12"),
        ("2024-03-12T23:30:00+04:30", "2024-03-12"),
        ("2024-03-12 10:00:00", "2024-03-12"),
        ("2024/3/12", "2024-03-12"),
        ("20240312", "2024-03-12"),
        ("20240312T101500Z", "2024-03-12"),
        ("Tue, 12 Mar 2024 10:15:00 +0000", "2024-03-12"),
        ("Tue, 12 Mar 24 10:15:00 GMT", "2024-03-12"),
        ("12 March 2024", "2024-03-12"),
        ("the 12th of March, 2024", None),
        ("12th of March, 2024", "2024-03-12"),
        ("Tuesday, March 12, 2024 10:00 EST", "2024-03-12"),
        ("March 12th 2024", "2024-03-12"),
        ("Sept. 3, 2021", "2021-09-03"),
        ("25/03/2024", "2024-03-25"),
        ("03/25/2024", "2024-03-25"),
        ("25.03.2024", "2024-03-25"),
        ("04/04/2017", "2017-04-04"),
    ],
)
def test_dates_that_can_be_read_one_way_only(written: str, day: str | None) -> None:
    assert dates.parse(written) == day


@pytest.mark.parametrize(
    "written",
    [
        "03/04/2017", "4-5-2017", "March 4", "Monday", "March 2024", "2024", "yesterday", "", None, "None",
        "0001-01-01T00:00:00", "2024-02-30", "2024-13-01", "31 June 2024", "99999999", "12/03/24",
        "2024-03-125", "10.0.12.2024", "1709251200",
    ],
)  # fmt: skip
def test_no_date_is_guessed(written: str | None) -> None:
    assert dates.parse(written) is None


def test_first_in_says_where() -> None:
    text = "Updated on 03/04/2017 and again on 12 March 2024 by us"
    day, start, end = dates.first_in(text) or ("", 0, 0)
    assert (day, text[start:end]) == ("2024-03-12", "12 March 2024")


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/world/2024/03/12/shells", "2024-03-12"),
        ("https://example.org/2024-03-12-shells", "2024-03-12"),
        ("https://example.org/2024/03/", None),
        ("https://example.org/id/20240312", None),
        ("https://example.org/2024/13/12/shells", None),
    ],
)
def test_days_in_addresses(url: str, day: str | None) -> None:
    assert dates.in_url(url) == day


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2199, 12, 31)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    for form in (
        "%Y-%m-%d",
        "%Y-%m-%dT10:00:00Z",
        "%d %B %Y",
        "%B %d, %Y",
        "%a, %d %b %Y 10:00:00 GMT",
        "%A %d %b. %Y",
    ):
        written = day.strftime(form)
        assert dates.parse(written) == day.isoformat(), written


@given(st.text(max_size=60))
def test_any_text_is_harmless(text: str) -> None:
    found = dates.first_in(text)
    assert found is None or dates.parse(text[found[1] :]) == found[0]
