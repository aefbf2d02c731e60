"""Shared text: which reports are copies, how much they share, and how they are found among many."""

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.link.copies import Sketch, compare, sketch
from rashomon.link.passages import passages, words
from rashomon.model import Copy, Report
from tests import builders as build

SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi zo".split()


def prose(seed: int, n: int) -> str:
    """Invented words in sentences; two seeds share no six words in a row."""
    chance = random.Random(seed)  # noqa: S311
    made = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(n)]
    return ". ".join(" ".join(made[i : i + 12]).capitalize() for i in range(0, n, 12)) + "."


def report(key: str, text: str, outlet: str | None = "Northern Wire", **more: Any) -> Report:
    return build.report(key, text, outlet=outlet, **more)


def compared(one: str, other: str, **more: Any) -> Copy | None:
    return compare(report("a", one, "Northern Wire", **more), report("b", other, "Harbour Post", **more))


def test_the_same_words_are_an_exact_copy_however_they_are_written() -> None:
    text = prose(1, 80)
    copy = compared(text + " The mayor's boats.", text.upper().replace(".", ";") + "\n\nThe mayors boats")
    assert copy is not None
    assert (copy.kind, copy.share_of_shorter, copy.share_of_longer) == ("exact", 1.0, 1.0)


def test_a_few_changed_words_make_a_near_copy() -> None:
    text = prose(1, 120)
    copy = compared(text, text.replace(". ", ". Meanwhile ", 2))
    assert copy is not None
    assert copy.kind == "near"
    assert 0.95 < copy.share_of_longer < 1


def test_an_agency_text_inside_a_longer_report_is_partial_and_all_of_the_shorter() -> None:
    agency = prose(1, 100)
    copy = compared(f"{prose(2, 900)} {agency} {prose(3, 700)}", agency)
    assert copy is not None
    assert (copy.kind, copy.share_of_shorter, copy.share_of_longer) == ("partial", 1.0, 0.0588)


def test_passages_are_where_the_words_stand_in_both() -> None:
    agency = prose(1, 60)
    one, other = f"{prose(2, 40)} {agency}", f"{agency} {prose(3, 40)}"
    copy = compared(one, other)
    assert copy is not None
    [((start, end), (first, last))] = copy.passages
    assert one[start:end] == other[first:last] == agency.rstrip(".")


def test_texts_that_share_a_turn_of_phrase_share_nothing() -> None:
    phrase = " according to a statement carried by the news agency of the state on Monday. "
    assert compared(prose(1, 100) + phrase, prose(2, 100) + phrase) is None


def test_what_an_agency_says_in_each_report_is_no_copy() -> None:
    background = prose(9, 44)
    assert compared(f"{prose(1, 150)} {background}", f"{prose(2, 150)} {background}") is None


def test_the_same_quotation_is_no_copy() -> None:
    said = f"“{prose(9, 90)}”"
    assert compared(f"{prose(1, 100)} {said}", f"{prose(2, 100)} {said}") is None
    assert compared(f"{prose(1, 100)} {said}", f"{prose(2, 100)} “{said}") is None


def test_the_same_post_or_caption_is_no_copy() -> None:
    post = f"\n{prose(9, 60)}\n— Ada Quill (@adaquill) May 5, 2031\n"
    caption = f"\n{prose(8, 60)} (AP Photo/Ada Quill)\n"
    assert compared(prose(1, 100) + post + caption, prose(2, 100) + post + caption) is None


def test_a_footer_of_one_outlet_is_no_copy_but_a_rewritten_report_is() -> None:
    footer = prose(9, 120)
    one, other = (report(key, f"{prose(n, 90)}\n{footer}") for key, n in (("a", 1), ("b", 2)))
    assert compare(one, other) is None
    body = prose(1, 90)
    longer = report("c", f"{body} {prose(5, 50)} {prose(4, 90)}\n{footer}")
    copy = compare(one, longer)
    assert copy is not None
    assert copy.kind == "partial"


def test_reports_under_one_address_are_versions() -> None:
    one = report("a", prose(1, 60), url="https://www.harbourpost.example/quay/", published="2031-05-06")
    other = report("b", prose(2, 60), url="http://harbourpost.example/quay", published="2031-05-05")
    copy = compare(one, other)
    assert copy is not None
    assert (copy.kind, copy.share_of_shorter, copy.first) == ("version", 0.0, "b")


def test_who_was_first_is_told_by_dates_alone() -> None:
    text = prose(1, 60)
    for days, first in (
        (("2031-05-06", "2031-05-05"), "b"),
        (("2031-05-06", "2031-05-06"), None),
        ((None, "2031-05-05"), None),
    ):
        one, other = (report(key, text, published=day) for key, day in zip("ab", days, strict=True))
        copy = compare(one, other)
        assert copy is not None
        assert copy.first == first


def test_of_two_versions_of_a_day_the_one_not_changed_since_was_first() -> None:
    text = prose(1, 60)
    one = report("a", text, updated="2031-05-08")
    copy = compare(one, report("b", text))
    assert copy is not None
    assert copy.first == "b"


def test_an_empty_text_is_no_copy() -> None:
    assert compared("", "") is None
    assert sketch("") == Sketch(())


def test_texts_that_share_31_words_on_end_have_a_key_in_common() -> None:
    shared = prose(1, 31)
    for n in range(20):
        one = f"{prose(100 + n, 300)} {shared} {prose(200 + n, 50)}"
        other = f"{prose(300 + n, 7)} {shared} {prose(400 + n, 500)}"
        assert set(sketch(one).bands) & set(sketch(other).bands)
        assert not set(sketch(one).bands) & set(sketch(prose(500 + n, 500)).bands)


def test_keys_fit_a_column_of_signed_integers_and_are_few() -> None:
    bands = sketch(prose(1, 1300)).bands
    assert all(-(2**63) <= key < 2**63 for key in bands)
    assert 70 < len(bands) < 130
    assert sketch("two words").bands == sketch("Two words!").bands != ()


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="ab \n“\"”'c.", max_size=300), st.text(alphabet="ab \n“\"”'c.", max_size=300))
def test_passages_are_equal_words_each_used_once(one: str, other: str) -> None:
    a, b = words(one), words(other)
    used_a: set[int] = set()
    used_b: set[int] = set()
    for p in passages(a, b):
        assert (a.hashes[p.a : p.end_a] == b.hashes[p.b : p.end_b]).all()
        assert p.n >= 6
        assert not used_a & {*range(p.a, p.end_a)}
        assert not used_b & {*range(p.b, p.end_b)}
        used_a |= {*range(p.a, p.end_a)}
        used_b |= {*range(p.b, p.end_b)}


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=400), st.text(max_size=400))
def test_any_two_texts_compare_alike_in_either_order(one: str, other: str) -> None:
    a, b = report("a", one + other), report("b", other + one, "Harbour Post")
    copy = compare(a, b)
    assert copy == compare(b, a)
    if copy:
        assert 0 <= copy.share_of_longer <= copy.share_of_shorter <= 1
        for (start, end), (first, last) in copy.passages:
            assert words(a.text[start:end]).hashes.tolist() == words(b.text[first:last]).hashes.tolist()


def test_hostile_texts_are_compared() -> None:
    for piece in (
        "a ",
        "a b c d e f g ",
        "“",
        '"a ',
        "x" * 1000 + " ",
        "— (@a) \n",
        "(Photo\n",
        "\U0001f6a2 ",
    ):
        text = (piece * 100_000)[:100_000]
        compared(text, text[::-1])
        compared(text, text + " z")
        sketch(text)
