"""Where reports disagree: the same whether all is counted or only what can stand first."""

from dataclasses import replace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.disputes import disputes as rank
from rashomon.model import Claim, Hop, Member, Origins
from rashomon.query import denied
from rashomon.query.claims import SIDES
from rashomon.query.disputes import disputes, newest
from rashomon.query.judged import Judged
from rashomon.store import View
from tests import builders as build
from tests.query.conftest import Ask


@pytest.fixture
def view(linked_of: Ask) -> View:
    """Two reports of one shelling by different sources: the counts differ, and the day of publication is one."""
    early = build.claims(build.report("early", build.CLAIMS))
    late = build.claims(build.report("late", build.CLAIMS, outlet="Harbour Post"))
    mayor, *rest = late.statements
    first, *others = late.figures
    monitor = replace(mayor, chain=(Hop("Tern Observatory", "organisation"),))
    told = replace(first, low=14, best=14, high=14, bound="exact")
    old = build.claims(build.report("old", build.CLAIMS, outlet="Tern", published="2030-01-01"))
    return linked_of(
        replace(early, figures=(replace(early.figures[0], low=11, best=11, high=11), *early.figures[1:])),
        replace(late, statements=(monitor, *rest), figures=(told, *others)),
        old,
    )


def kinds(view: View, **asked: Any) -> list[str]:
    return [one.kind for one in disputes(view, **asked)]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, True),
        ({"words": "port ansel"}, True),
        ({"words": "families shells"}, False),
        ({"words": "snow"}, False),
        ({"place": "ansel"}, True),
        ({"place": "nowhere"}, False),
        ({"actor": "nobody"}, False),
        ({"act": "asserts"}, True),
        ({"act": "denies"}, False),
        ({"kind": "denial"}, False),
        ({"until": "2030-12-31"}, False),
    ],
)
@pytest.mark.parametrize("most", [None, 2])
def test_a_dispute_on_counts_is_found_by_what_is_in_dispute(
    view: View, asked: dict[str, Any], found: bool, most: int | None
) -> None:
    assert ("figure" in [one.kind for one in newest(view, most, **asked).disputes]) is found


def test_older_reports_are_left_out_and_it_is_said(view: View) -> None:
    assert newest(view, 3).since is None
    assert newest(view, 2).since == "2031-05-06"
    assert newest(view, 1).disputes == []


@given(
    sides=st.lists(
        st.tuples(st.integers(1, 4), st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=12
    ),
    limit=st.integers(1, 12),
)
def test_the_strongest_denials_are_found_without_counting_all(
    sides: list[tuple[int, int, int]], limit: int
) -> None:
    """Claims with so many members on each side, of which so many are origins."""
    text = "x" * 50
    claims, origins, readings = [], {}, {}
    for n, counts in enumerate(sides):
        members = []
        for side, count in zip(SIDES, counts, strict=True):
            for m in range(count):
                key = f"{n} {side} {m}"
                readings[key] = build.reading(build.report(key, text, outlet=key), not_read="")
                members.append(Member(key, key, None, ((m, m + 1),), side))
        claims.append(Claim(f"c{n}", "", tuple(members), disputed=True))
        origins[f"c{n}"] = {
            side: Origins(1 + (n + count) % count, count, ())
            for side, count in zip(SIDES, counts, strict=True)
            if count
        }

    def counting(judged: object, some: list[Claim], *, whole: bool) -> Any:
        return ((one, origins[one.id], readings) for one in some)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(denied, "counted", counting)
        patched.setattr(denied, "_joint", lambda judged, claims: set())
        patched.setattr(denied, "AT_ONCE", 1)
        kept, of, those = denied.strongest(Judged(cast(View, None)), claims, limit)
    assert rank(kept, of, those)[:limit] == rank(claims, origins, readings)[:limit]
