import html
import re

from hypothesis import given
from hypothesis import strategies as st

from rashomon.web.changes import FINE, changes, said_anew
from rashomon.web.visible import visible
from tests import builders as build

LINES = st.lists(st.text("ab <&\u202e", max_size=8), max_size=6).map("\n".join)


def without(paragraphs: list[str], mark: str) -> str:
    """The text without what stands in these marks."""
    shown = "".join(re.sub(f"<{mark}>.*?</{mark}>", "", one, flags=re.DOTALL) for one in paragraphs)
    return "".join(html.unescape(re.sub("<[^>]*>", "", shown)).split())


def test_words_that_changed_are_marked() -> None:
    assert changes("Eleven died.\nIt rained.", "Seventeen died.\nIt rained.") == [
        "<del>Eleven</del><ins>Seventeen</ins> died.",
        "It rained.",
    ]


def test_whole_paragraphs_come_and_go() -> None:
    assert changes("a\nb", "b\nc") == ["<del>a</del>", "b", "<ins>c</ins>"]


def test_a_changed_paragraph_is_compared_with_what_it_was() -> None:
    old = "The mayor counted eleven dead on the quay.\nThe school stays shut."
    new = "A ferry came.\nThe school stays shut until May.\nNobody slept."
    assert changes(old, new) == [
        "<del>The mayor counted eleven dead on the quay.</del>",
        "<ins>A ferry came.</ins>",
        "The school stays shut<ins> until May</ins>.",
        "<ins>Nobody slept.</ins>",
    ]


def test_statements_that_came_and_went_are_told_by_source_act_and_words() -> None:
    text = "Ada said it rained. The council denied that it rained."
    ada, council = build.source(text, "Ada"), build.source(text, "The council")
    rained = build.statement("s1", text, "it rained", by=ada)
    same = build.statement("s2", text, "it rained", by=ada)
    denied = build.statement("s3", text, "it rained", by=council, act="denies")
    older = build.reading(build.report("r1", text), rained)
    newer = build.reading(build.report("r2", text), same, denied)
    assert said_anew(older, newer) == ([], [denied])
    assert said_anew(newer, older) == ([denied], [])


def test_long_stretches_are_not_compared_word_by_word() -> None:
    found = changes("a " * FINE, "b " * FINE)
    assert [one[:5] for one in found] == ["<del>", "<ins>"]


@given(LINES, LINES)
def test_both_texts_can_be_had_from_it(old: str, new: str) -> None:
    found = [str(one) for one in changes(old, new)]
    bare = "".join(html.unescape(re.sub("<[^>]*>", "", visible(new))).split())
    assert without(found, "del") == bare
    bare = "".join(html.unescape(re.sub("<[^>]*>", "", visible(old))).split())
    assert without(found, "ins") == bare
