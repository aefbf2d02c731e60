"""Whom a report retells: credits, chains, and the report that is meant."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.link.credits import credits_of
from rashomon.link.retellings import family, held, retellings
from rashomon.model import Hop, Reading
from tests import builders as build
from tests.link.test_copies import prose

LINES = Path(__file__).with_name("credits.txt").read_text(encoding="utf-8").splitlines()
CREDITS = [line.rpartition(" | ") for line in LINES if not line.startswith("#")]

TOLD = "Two bridges fell in Marrow Bay late on Monday, a resident told AFP. The Journal reported a blast."


@pytest.mark.parametrize(("text", "expected"), [(text, who) for text, _, who in CREDITS])
def test_credits(text: str, expected: str) -> None:
    report = build.report(text=text.replace("¶", "\n"))
    found = credits_of(report)
    assert sorted({credit.outlet for credit in found}) == sorted(credits_expected(expected))
    for credit in found:
        assert report.text[slice(*credit.span)].strip()


def credits_expected(words: str) -> list[str]:
    if words == "-":
        return []
    return words.split() if words in ("AFP Reuters",) else [words]


def passed_on(**more: object) -> Reading:
    """A resident's words, told to AFP."""
    of = build.report(text=TOLD, outlet="Harbour Post")
    resident = build.source(TOLD, "a resident", kind="unnamed_person")
    chain = (Hop("AFP", "outlet"), Hop("a resident", "unnamed_person"))
    said = "Two bridges fell in Marrow Bay late on Monday"
    return build.reading(of, build.statement("s1", TOLD, said, by=resident, cue="told", chain=chain))


def afp(id: str, text: str, published: str | None = "2031-05-05", outlet: str = "AFP") -> Reading:
    return build.reading(build.report(id, text, published=published, outlet=outlet), not_read="")


def test_words_told_to_an_outlet_retell_it() -> None:
    [found] = retellings(passed_on())
    assert (found.outlet, found.kind, found.statement, found.of) == ("AFP", "told", "s1", None)
    assert [TOLD[slice(*span)] for span in found.spans] == ["a resident", "told"]


def test_a_statement_of_an_outlet_or_its_reporter_cites_it() -> None:
    text = "Harbour shut, an AFP correspondent said."
    reporter = build.source(text, "an AFP correspondent", kind="reporter")
    said = build.statement("s1", text, "Harbour shut", by=reporter, cue="said")
    [found] = retellings(build.reading(build.report(text=text), said))
    assert (found.outlet, found.kind) == ("AFP", "cites")


def test_a_reporter_of_nobody_and_the_own_outlet_are_no_retelling() -> None:
    text = "Harbour shut, a correspondent said. Harbour shut, the BBC said."
    own = build.source(text, "the BBC", kind="outlet")
    reporter = build.source(text, "a correspondent", kind="reporter")
    said = [
        build.statement(key, text, "Harbour shut", by=by, cue="said")
        for key, by in (("s1", own), ("s2", reporter))
    ]
    assert retellings(build.reading(build.report(text=text, outlet="BBC Persian"), *said)) == ()


@pytest.mark.parametrize(
    ("text", "words", "outlet"),
    [
        ("The New York Times hired him. Ports are shut, the Times said.", "the Times", "The New York Times"),
        ("Ports are shut, Lebanon's Al-Manar TV said.", "Lebanon's Al-Manar TV", "Al-Manar"),
        ("Ports are shut, the Istrel Voice newspaper said.", "Istrel Voice", "Istrel Voice"),
        ("Ports are shut, state television said.", "state television", "state television"),
        ("Ports are shut, the newspaper said.", "the newspaper", None),
        ("Ports are shut, Ada Quill said.", "Ada Quill", None),
        ("Ports are shut, a radio host said.", "a radio host", None),
    ],
)
def test_which_outlet_is_meant(text: str, words: str, outlet: str | None) -> None:
    said = build.statement(
        "s1", text, "Ports are shut", by=build.source(text, words, kind="outlet"), cue="said"
    )
    found = retellings(build.reading(build.report(text=text), said))
    assert [one.outlet for one in found] == ([outlet] if outlet else [])


def test_a_short_name_of_the_own_outlet_is_no_retelling() -> None:
    text = "Ports are shut, The Times said."
    said = build.statement(
        "s1", text, "Ports are shut", by=build.source(text, "The Times", kind="outlet"), cue="said"
    )
    assert retellings(build.reading(build.report(text=text, outlet="The New York Times"), said)) == ()


def test_a_credit_names_the_outlet_once_with_all_its_words() -> None:
    text = "Bridges fall\nBy Ada Quill, Associated Press\nMARROW BAY (AP) — Two bridges fell."
    [found] = retellings(build.reading(build.report(text=text), not_read=""))
    assert (found.outlet, found.kind, found.confidence) == ("Associated Press", "credit", 0.97)
    assert [text[slice(*span)] for span in found.spans] == ["Associated Press", "AP"]


def test_the_report_retold_is_the_one_of_that_outlet_that_has_the_words() -> None:
    reading = passed_on()
    [told] = retellings(reading)
    right = afp("right", "On Monday two bridges fell, residents of Marrow say: it was late in the bay.")
    others = [
        right,
        afp("elsewhere", right.report.text, outlet="Reuters"),
        afp("younger", right.report.text, "2031-05-09"),
        afp("longago", right.report.text, "2030-05-09"),
        afp("undated", right.report.text, None),
        afp("other", prose(1, 80)),
    ]
    assert held(told, reading, others).of == "right"
    assert held(told, reading, others[::-1]) == held(told, reading, others)
    assert held(told, reading, others[1:]) == told


def test_a_credit_is_held_only_by_a_report_that_shares_its_text() -> None:
    body = prose(1, 120)
    reading = build.reading(build.report("r", f"{body} (AFP)", outlet="Harbour Post"), not_read="")
    [credit] = retellings(reading)
    assert held(credit, reading, [afp("other", prose(2, 120)), afp("wire", body, None)]).of == "wire"
    assert held(credit, reading, [afp("other", prose(2, 120))]).of is None


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=200), st.text(alphabet="AFP(/)-. \nByReutersource:", max_size=200))
def test_credits_stand_in_the_text(one: str, other: str) -> None:
    for credit in credits_of(build.report(text=one + other)):
        start, end = credit.span
        assert 0 <= start < end <= len(one + other)


@pytest.mark.parametrize(
    "piece", ["AP, ", "(AP", "By AP\n", "\n", "Source: ", "( ", "with ", "By A B, ", "AP and C D, "]
)
def test_hostile_texts(piece: str) -> None:
    credits_of(build.report(text=(piece * 100_000)[:100_000]))


@pytest.mark.parametrize(
    ("names", "one"),
    [
        (("The Brennick Herald", "Brennick Herald", "the Oravian newspaper The Brennick Herald"), True),
        (("AFP", "Agence France-Presse", "the news agency AFP"), True),
        (("Daily Shell", "Shell"), False),
        (("The", ""), False),
    ],
)
def test_an_article_and_what_it_is_are_no_part_of_an_outlets_name(
    names: tuple[str, ...], *, one: bool
) -> None:
    assert (len({family(name) for name in names}) == 1) is one
