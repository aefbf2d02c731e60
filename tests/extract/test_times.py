"""Times: what is one, what it means, and which is that of an action."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.extract.times import read_times, time_of_action
from rashomon.model import When
from tests import builders as build

CASES = Path(__file__).parent / "times.txt"
FRAGMENTS = (
    "May 5 2031 March Monday the last week of next 12 years ago since 2010-11 99/99/2020 31 February 0000 "
    "the day before yesterday 24:00 25 p.m. in the 90s a couple of every other centuries Q3 half 2 a.m. — ( ) . , \n"
).split(" ")


def cases() -> list[tuple[str | None, str, list[str]]]:
    """Day of publication, text and the lines below it."""
    published, found = None, list[tuple[str | None, str, list[str]]]()
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            published = line[1:].strip() or None
        elif line.startswith("  "):
            found[-1][2].append(line.strip())
        elif line and not line.startswith("#"):
            found.append((published, line, []))
    return found


def read(text: str, published: str | None = None) -> tuple[When, ...]:
    return read_times(build.report(text=text, published=published))


def shown(time: When) -> str:
    days = f"{time.start or '-'}..{time.end or '-'}" if time.start or time.end else ".."
    return f"{time.text} = {time.value or '-'} {time.kind} {days} {time.precision or '-'}"


@pytest.mark.parametrize(("published", "text", "expected"), cases())
def test_times_are_read(published: str | None, text: str, expected: list[str]) -> None:
    assert [shown(time) for time in read(text, published)] == expected


def hold_to_text(text: str, times: tuple[When, ...]) -> None:
    end = 0
    for time in times:
        ((start, stop),) = time.spans
        assert end <= start < stop <= len(text)
        assert text[start:stop] == time.text
        assert time.start is None or time.end is None or time.start <= time.end
        assert time.precision is None or time.start or time.end
        end = stop
    assert len({time.id for time in times}) == len(times)


@given(
    st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=5)).map(" ".join), st.none() | st.dates().map(str)
)
def test_any_text_is_read_the_same_twice(text: str, published: str | None) -> None:
    times = read(text, published)
    hold_to_text(text, times)
    assert times == read(text, published)


@pytest.mark.parametrize(
    "fragment", ["the ", "1", "12 ", "early ", "May ", "\n", "a couple of ", "last ", "(", "’s ", "2010-"]
)
def test_a_long_hostile_text_is_read(fragment: str) -> None:
    text = fragment * (100_000 // len(fragment))
    hold_to_text(text, read(text, "2023-03-15"))


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_the_calendar_has_ends(published: str) -> None:
    text = "Last year, next year, 900 centuries ago, 9999 years from now, next week, yesterday, tomorrow, overnight."
    hold_to_text(text, read(text, published))


@pytest.mark.parametrize(
    ("text", "action", "time"),
    [
        ("Shells killed seven in Kell on Tuesday. A week earlier none fell.", "killed", "Tuesday"),
        ("KELL (March 14) - Shells killed seven in the market yesterday.", "killed", "yesterday"),
        ("KELL, March 14 (Northern Wire) – Shells killed seven.", "killed", None),
        ("Police said on Tuesday that shells had killed seven on Sunday.", "killed", "Sunday"),
        ("Police said on Tuesday that shells had killed seven.", "killed", None),
        ("They were detained on Sunday over Friday’s raid.", "detained", "Sunday"),
        ("Friday’s raid killed seven.", "raid", "Friday"),
        ("Sunday was calm. Shells then killed seven.", "killed", "Sunday"),
        ("It has been calm since March 1. Shells killed seven.", "killed", None),
        ("Shells killed seven overnight in an attack on Monday.", "killed", "Monday"),
        ("Shells killed seven. For six years none had.", "killed", None),
    ],
)
def test_the_time_of_an_action(text: str, action: str, time: str | None) -> None:
    chosen = time_of_action(text, read(text, "2023-03-15"), build.span(text, action))
    assert (chosen and chosen.text) == time
