"""What was promised, and what became of it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.promises import promises
from rashomon.model import Act, Claim, Member, Promise, Reading
from tests import builders as build

PROMISE = "The minister, Ada Quill, said every family would get new boats by May."
CONTENT = "every family would get new boats by May"


def report(key: str, behind: str = "", *, day: str | None = "2031-05-06", act: Act = "promises") -> Reading:
    """A report of the promise, with what it says behind it."""
    text = f"{PROMISE} {behind}"
    who = build.source(text, "Ada Quill", kind="named_person", office="relief minister")
    said = build.statement(f"{key}-s", text, CONTENT, by=who, cue="said", act=act)
    return Reading(build.report(key, text, published=day), (said,), {})


def other(key: str, text: str, day: str | None = "2031-06-06") -> Reading:
    return Reading(build.report(key, text, published=day), (), {})


def found(*readings: Reading, claims: tuple[Claim, ...] = ()) -> list[Promise]:
    return promises({one.report.id: one for one in readings}, claims)


@pytest.mark.parametrize(
    ("behind", "state"),
    [
        ("", "open"),
        ("The boats are blue.", "open"),
        ("This promise has not been fulfilled so far.", "broken"),
        ("The pledge was never kept.", "broken"),
        ("Her promise was broken within a week.", "broken"),
        ("In June she kept that promise.", "kept"),
        ("The commitment has been honoured.", "kept"),
        ("That promise was kept. Yet the promise was broken for the widows.", "contested"),
        ("The families have not received the boats that they were promised.", "broken"),
        ("She promises much.", "open"),
        (
            "Of 3.5 tons of timber for the promised boats none has come, so the promise was not kept.",
            "broken",
        ),
        ("“The promise was never kept.” The boats are blue.", "broken"),
    ],
)
def test_what_became_of_a_promise(behind: str, state: str) -> None:
    (promise,) = found(report("a", behind))
    assert (promise.who, promise.text, promise.state) == ("Ada Quill", CONTENT, state)
    assert bool(promise.outcomes) is (state != "open")


@pytest.mark.parametrize(
    ("cue", "content", "promised"),
    [
        ("said", "once more the Tern Front will deny the massacre", False),
        ("said", "the Quill Fund will pay every family by May", True),
        ("said", "we and the Tern Front will pay every family by May", True),
        ("promised", "that the Tern Front would pay every family by May", True),
        ("assured them", "that the help of the State would reach every family", True),
    ],
)
def test_what_somebody_else_will_do_is_promised_only_if_it_is_called_so(
    cue: str, content: str, *, promised: bool
) -> None:
    text = f"Ada Quill {cue} {content}."
    who = build.source(text, "Ada Quill", kind="named_person")
    said = build.statement("a-s", text, content, by=who, cue=cue, act="promises")
    reading = Reading(build.report("a", text), (said,), {})
    assert bool(promises({"a": reading})) is promised


def test_the_words_that_show_it_are_kept_with_the_reason() -> None:
    one = report("a", "This promise has not been fulfilled so far.")
    (outcome,) = found(one)[0].outcomes
    start, end = outcome.spans[0]
    assert one.report.text[start:end] == "This promise has not been fulfilled so far."
    assert (outcome.statement, outcome.kept, outcome.why) == (
        None,
        False,
        "it takes up the promise told before",
    )


def test_what_the_report_itself_calls_a_promise_is_one() -> None:
    called = found(report("a", "This promise has not been fulfilled so far.", act="asserts"))
    assert [one.state for one in called] == ["broken"]
    assert found(report("a", "The boats are blue.", act="asserts")) == []


def test_a_later_report_breaks_it_only_if_it_names_who_and_what() -> None:
    named = other("b", "Quill broke her promise: no family got new boats.")
    (promise,) = found(report("a"), named)
    assert (promise.state, promise.outcomes[0].report) == ("broken", "b")
    for text in (
        "Quill broke her promise to the widows.",
        "The promise of new boats for every family was broken.",
    ):
        assert found(report("a"), other("b", text))[0].state == "open"
    assert (
        found(report("a"), replace(named, report=replace(named.report, published="2031-05-01")))[0].state
        == "open"
    )
    assert found(report("a"), replace(named, report=replace(named.report, published=None)))[0].state == "open"


def test_one_promise_in_two_reports_is_one() -> None:
    (promise,) = found(report("b"), report("a", "The pledge was never kept.", day="2031-06-01"))
    assert (promise.id, promise.statements, promise.reports, promise.state) == (
        "a-s",
        ("a-s", "b-s"),
        ("a", "b"),
        "broken",
    )


def test_a_later_member_of_its_claim_shows_that_it_came_about() -> None:
    later = other("b", "Every family got a new boat on Friday.")
    members = (Member("a-s", "a", "a-s", ((25, 60),)), Member("m", "b", None, ((0, 37),)))
    claim = Claim("c", "", members, False)
    assert found(report("a"), later, claims=(claim,))[0].state == "kept"
    denied = replace(claim, members=(members[0], replace(members[1], side="denies")))
    assert found(report("a"), later, claims=(denied,))[0].state == "broken"
    ahead = other("b", "Every family will get a new boat on Friday.")
    assert found(report("a"), ahead, claims=(claim,))[0].state == "open"


@given(
    st.lists(
        st.sampled_from(
            ["This promise was broken. ", "x. ", "kept ", "\n", "promise ", "not ", "“", "fulfilled."]
        ),
        max_size=12,
    )
)
def test_outcomes_lie_in_the_text_behind_the_promise(pieces: list[str]) -> None:
    one = report("a", "".join(pieces))
    for outcome in found(one)[0].outcomes:
        start, end = outcome.spans[0]
        assert len(PROMISE) < start < end <= len(one.report.text)


def test_hostile_texts_do_no_harm() -> None:
    for text in (
        "promise not " * 8_000,
        "not " * 25_000,
        "." * 100_000,
        "a promise was kept. " * 2_000,
        "x" * 100_000,
    ):
        assert len(found(report("a", text))) == 1


def test_what_a_later_report_calls_a_promise_by_who_and_what_is_one() -> None:
    said = report("a", act="asserts")
    text = "Not one of the many families has received the new boats that the relief minister promised by May."
    (promise,) = found(said, other("b", text))
    assert (promise.text, promise.state, promise.reports) == (CONTENT, "broken", ("a",))
    for less in (
        other("b", text, "2031-05-01"),  # before it was said
        other("b", text, None),
        other("b", text.replace("relief minister", "minister")),  # any of them
        other("b", "The relief minister has not kept what she promised: no boats."),  # perhaps other ones
    ):
        assert found(said, less) == []
