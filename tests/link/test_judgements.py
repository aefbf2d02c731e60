"""Which judgements stand, and what they change in what is shown."""

from dataclasses import replace
from typing import Any

import pytest

from rashomon.errors import RashomonError
from rashomon.link import judgements as rules
from rashomon.model import Copy, Judgement, Likeness, Retelling
from tests import builders as build


def judged(
    kind: Any, target: str, verdict: Any, value: str | None = None, at: str = "2031-05-06T10:00:00Z"
) -> Judgement:
    return rules.judgement(kind, target.split(), verdict, by="M. O.", at=at, value=value)


def test_a_judgement_has_an_id_of_all_that_it_says() -> None:
    one, other = judged("statement", "s1", "accept"), judged("statement", "s1", "reject")
    assert one.id != other.id
    assert one == judged("statement", "s1", "accept")
    assert judged("link", "b a", "merge").target == ("a", "b")


@pytest.mark.parametrize(
    ("kind", "target", "verdict", "value"),
    [
        ("statement", "s1", "merge", None),
        ("link", "a", "reject", None),
        ("value", "s1 act", "correct", None),
        ("statement", "s1", "accept", "x"),
        ("name", "k1", "merge", None),
    ],
)
def test_what_cannot_be_judged_so_is_refused(kind: str, target: str, verdict: str, value: str | None) -> None:
    with pytest.raises(RashomonError):
        judged(kind, target, verdict, value)


def test_the_latest_judgement_on_a_target_stands_in_any_order() -> None:
    early = judged("statement", "s1", "reject", at="2031-05-06T10:00:00Z")
    late = judged("statement", "s1", "accept", at="2031-05-07T10:00:00Z")
    assert rules.standing([late, early]) == rules.standing([early, late]) == [late]


def test_a_rejected_statement_is_not_shown_and_a_corrected_value_is() -> None:
    reading = build.reading()
    first, second = reading.statements
    decided = [
        judged("statement", first.id, "reject"),
        judged("value", f"{second.id} act", "correct", "denies"),
    ]
    assert rules.statements_as_judged(reading.statements, decided) == [replace(second, act="denies")]
    assert reading.statements == (first, second)


def test_values_are_of_their_fields() -> None:
    figure = build.figure("f1", "9 people died", "9 people", 9)
    corrected = rules.as_judged(
        figure, "f1", [judged("value", "f1 best", "correct", "11"), judged("value", "f1 low", "reject")]
    )
    assert (corrected.best, corrected.low, corrected.high) == (11, None, 9)
    for field, value in (("best", "many"), ("kind", "sad"), ("colour", "red")):
        with pytest.raises(RashomonError):
            rules.as_judged(figure, "f1", [judged("value", f"f1 {field}", "correct", value)])


def test_a_rejected_link_is_not_shown_whatever_its_sort() -> None:
    copy = Copy("r1", "r2", "near", 0.9, 0.8, None, ())
    like = Likeness("m1", "m2", 0.9, False, ())
    told = Retelling("r3", "AFP", "r1", "cites", None, (), 1.0, "")
    unheld = replace(told, of=None)
    assert rules.links_as_judged([copy], [judged("link", "r2 r1", "reject")]) == []
    assert rules.links_as_judged([like], [judged("link", "m1 m2", "split")]) == []
    assert rules.links_as_judged([told, unheld], [judged("link", "r1 r3", "reject")]) == [unheld]
    assert rules.links_as_judged([copy], [judged("link", "r2 r1", "accept")]) == [copy]


def test_members_are_put_together_and_taken_apart() -> None:
    decided = [
        judged("link", "m1 m2", "merge"),
        judged("link", "m3 m4", "split"),
        judged("link", "m5 m6", "accept"),
    ]
    assert rules.together(decided) == {("m1", "m2"), ("m5", "m6")}
    assert rules.apart(decided) == {("m3", "m4")}


def test_sources_are_put_together_taken_apart_and_named() -> None:
    decided = [
        judged("name", "c b", "merge"),
        judged("name", "b a", "merge"),
        judged("name", "x y", "split"),
        judged("name", "a", "correct", "Ada"),
    ]
    assert rules.one_source(decided) == {"b": "a", "c": "a"}
    assert rules.two_sources(decided) == {("x", "y")}
    assert rules.names(decided) == {"a": "Ada"}


def test_a_judgement_whose_target_is_gone_is_listed_and_kept() -> None:
    decided = [
        judged("statement", "s1", "reject"),
        judged("link", "m1 m2", "merge"),
        judged("value", "f1 best", "correct", "9"),
    ]
    assert rules.vanished(decided, {"s1", "m1", "f1"}) == [decided[1]]
    assert rules.vanished(decided, set()) == decided


def test_an_undone_judgement_counts_no_more_and_what_was_before_stands_again() -> None:
    def at(second: int, target: str, verdict: Any, value: str | None = None) -> Judgement:
        kind = "value" if " " in target else "statement"
        return judged(kind, target, verdict, value, at=f"2031-05-06T10:00:0{second}Z")

    reading = build.reading()
    first = reading.statements[0]
    field = f"{first.id} act"
    denies, doubts = at(1, field, "correct", "denies"), at(2, field, "correct", "doubts")
    undo = at(3, field, "undo", doubts.id)
    acts = [
        rules.as_judged(first, first.id, decided).act
        for decided in (
            [denies],
            [denies, doubts],
            [denies, doubts, undo],
            [undo, denies, doubts, at(4, field, "undo", denies.id)],
            [denies, doubts, undo, at(4, field, "undo", undo.id)],
        )
    ]
    assert acts == ["denies", "doubts", "denies", first.act, "doubts"]
    reject = at(1, first.id, "reject")
    assert rules.standing([reject, at(2, first.id, "undo", reject.id)]) == []
    merge = judged("link", "m1 m2", "merge")
    undone = judged("link", "m1 m2", "undo", merge.id, at="2031-05-07T10:00:00Z")
    assert rules.together([merge, undone]) == set()
    assert rules.apart([merge, undone]) == set()
    assert rules.undone([merge, undone]) == {merge.id: undone}
