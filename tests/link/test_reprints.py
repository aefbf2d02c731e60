"""What reports that share text say word for word is one saying, whatever day each of them puts it on."""

from dataclasses import replace
from datetime import date, timedelta

from rashomon.link.claims import Proposition
from rashomon.link.reprints import reprints
from rashomon.link.traces import Traces, keys
from rashomon.model import Member, Reading
from tests import builders as build
from tests.link.test_linker import PASSAGES, Ledger

SAID = "Shells hit the fish market of Port Ansel"
FIRST = "2031-05-05"


def said(report: str, day: str | None, text: str = SAID) -> Proposition:
    return Proposition(
        Member(f"{report}-m", report, None, ((0, 9),), "says"), "what", text, bytes([100, *[0] * 383]), ("a",), day,
        past=False, negated=False, source=None, party=None, count=None, number=None, places=("ansel",), around=(),
        types=(),
    )  # fmt: skip


def held(key: str, text: str, day: str | None) -> tuple[Reading, Traces]:
    report = build.report(key, f"{text}\nNo. {key}", published=day)
    return build.reading(report), Traces(keys(report), (), (said(key, day),))


def sizes(ledger: Ledger) -> list[int]:
    ask = ledger.connection.exec_driver_sql("SELECT members FROM claims ORDER BY members DESC")
    return [many for (many,) in ask]


def test_a_passage_printed_again_says_what_it_said_before() -> None:
    again = held("b", PASSAGES[0], "2031-05-14")
    assert sizes(Ledger().add([held("a", PASSAGES[0], FIRST), again])) == [2]
    assert sizes(Ledger().add([held("a", PASSAGES[1], FIRST), again])) == [1, 1]


def test_reprints_do_not_outweigh_those_who_say_it_too() -> None:
    """Three of the day say so and one of them is printed three times, days after: all are one claim."""
    day = date.fromisoformat(FIRST)
    first = [held(key, text, FIRST) for key, text in zip("abc", PASSAGES, strict=True)]
    again = [held(f"d{n}", PASSAGES[0], str(day + timedelta(days=7 * n))) for n in (1, 2, 3)]
    assert sizes(Ledger().add([*first, *again])) == [6]


def test_the_same_words_are_one_saying_where_they_stand_in_the_same_passage() -> None:
    one, other = {1: said("a", FIRST)}, {2: said("b", FIRST, SAID.upper())}
    assert reprints([((0, 60), (0, 60))], one, other) == {(1, 2)}
    assert reprints([((0, 60), (10, 70))], one, other) == set()
    assert reprints([((0, 60), (0, 60))], one, {2: replace(other[2], aspect="blame")}) == set()
    assert reprints([((0, 60), (0, 60))], one, {2: said("b", FIRST, "Shells hit the market")}) == set()
