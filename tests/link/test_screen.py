"""What is let go before it is read is never worth keeping."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.link.claims import Proposition, likeness
from rashomon.link.claims.evidence import score
from rashomon.link.claims.screen import ASPECTS, alike, screened, sort_of
from rashomon.link.spots import spot
from rashomon.model import Member

DAYS = (None, "no day", "1850-01-01", "2031-05-05", "2031-05-06", "2031-05-09", "2200-01-01")
WORDS = (
    "Shells hit the fish market of Port Ansel",
    "Shells hit the market",
    "The harbour will open in spring",
)


@st.composite
def propositions(draw: st.DrawFn, n: int) -> Proposition:
    towards = draw(st.integers(-20, 60))
    vector = np.eye(384, dtype=np.int8)[n] * 40 + np.eye(384, dtype=np.int8)[9] * towards
    return Proposition(
        Member(f"m{n}", f"r{n}", None, ((0, 1),), "says"),
        draw(st.sampled_from(ASPECTS)),
        draw(st.sampled_from(WORDS)),
        vector.astype(np.int8).tobytes(),
        (),
        draw(st.sampled_from(DAYS)),
        past=draw(st.booleans()),
        negated=draw(st.booleans()),
        source=draw(st.sampled_from([None, "state:SL"])),
        party=draw(st.sampled_from([None, "state:SL", "tern front"])),
        count=None,
        number=draw(st.sampled_from([None, 4, 5])),
        places=draw(st.sampled_from([(), ("Port Ansel",), ("Marrow Bay",)])),
        around=(),
        types=draw(st.sampled_from([(), ("shelling",), ("arrest",)])),
    )


@settings(deadline=None, max_examples=300)
@given(propositions(0), propositions(1), st.booleans())
def test_a_pair_worth_keeping_passes(one: Proposition, other: Proposition, like: bool) -> None:
    other = replace(other, aspect=one.aspect) if like else other
    spots = {spot(it.day, it.member.id, sort_of(it)): it for it in (one, other)}
    first, last = sorted(spots)
    passed, cosines = alike(screened([(first, last)]), {at: it.vector for at, it in spots.items()})
    if link := likeness(one, other):
        assert passed.tolist() == [[first, last]]
        assert score(one, other, float(cosines[0])) == link.score


def test_what_is_of_other_days_and_means_something_else_does_not_pass() -> None:
    one, other = (spot(day, day, ASPECTS.index("what") << 1) for day in ("2031-05-05", "2031-05-09"))
    assert screened([(one, other)]).tolist() == []
    near = spot("2031-05-06", "2031-05-06", ASPECTS.index("what") << 1)
    vectors = {one: np.eye(384, dtype=np.int8)[0].tobytes(), near: np.eye(384, dtype=np.int8)[1].tobytes()}
    assert alike(screened([(one, near)]), vectors)[0].tolist() == []
