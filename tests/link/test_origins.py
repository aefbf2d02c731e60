"""How many origins stand behind a claim, and that none is invented."""

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.origins import explained, origins
from rashomon.link.sources import identity
from rashomon.model import Claim, Copy, Likeness, Origins, Retelling
from tests.link.telling import Told, tell

CASES = Path(__file__).parent / "origins.txt"


def cases() -> list[tuple[str, list[str]]]:
    """Each case by its title."""
    blocks = CASES.read_text(encoding="utf-8").split("\n## ")[1:]
    return [(block.splitlines()[0], [line for line in block.splitlines()[1:] if line]) for block in blocks]


def links(lines: list[str], told: Told) -> tuple[list[Copy], list[Retelling]]:
    """What `copy` and `retells` lines say."""
    copies, retellings = [], []
    for line in lines:
        kind, a, b = line.split()
        if kind == "copy":
            copies.append(Copy(f"r{a}", f"r{b}", "near", 0.9, 0.8, None, ()))
        else:
            outlet = told.readings[f"r{b}"].report.outlet or ""
            retellings.append(Retelling(f"r{a}", outlet, f"r{b}", "cites", f"s{a}", (), 1.0, ""))
    return copies, retellings


@pytest.mark.parametrize(("title", "lines"), cases(), ids=lambda one: one if isinstance(one, str) else "")
def test_origins_are_counted(title: str, lines: list[str]) -> None:
    at = next(n for n, line in enumerate(lines) if line.startswith("= "))
    told = tell([line for line in lines[:at] if " | " in line])
    linked = links([line for line in lines[:at] if " | " not in line], told)
    found = origins(told.claim, told.readings, *linked)["says"]
    groups = [f"  {one.name} {' '.join(member[1:] for member in one.members)}" for one in found.groups]
    assert [f"= {found.low} to {found.high}", *sorted(groups)] == [lines[at], *sorted(lines[at + 1 :])]


SOURCES = (
    "a resident : unnamed_person", "two residents of Kell : unnamed_group", "an official : unnamed_person",
    ": unspecified", "own", "Ada Quill : named_person, head of the Tern Front", "Quill : named_person",
    "Tern Front : organisation", "the army : organisation", "The Courier : outlet", "Paris : organisation",
    "The Courier > a soldier : unnamed_person", "The Courier > Ada Quill : named_person", "AFP > : unspecified",
    "a report by the UN : document", "a reporter : reporter",
)  # fmt: skip
TEXTS = (
    "nine people died",
    "at least nine people died when the bridge fell on Monday morning",
    "9",
    "it fell",
)
lines = st.builds(
    "{} | {} | {}".format,
    st.sampled_from(["Harbour Post", "The Courier", "AFP", "Harbour Post 1"]),
    st.sampled_from(SOURCES),
    st.sampled_from(TEXTS),
)


def counted(told: Told, copies: list[Copy]) -> Origins:
    return origins(told.claim, told.readings, copies, [])["says"]


@given(st.lists(lines, min_size=1, max_size=9), st.randoms(use_true_random=False))
def test_counts_hold_whatever_is_told(told_lines: list[str], chance: random.Random) -> None:
    told = tell([re.sub(r"^Harbour Post 1", "Harbour Post", told_lines[0]), *told_lines[1:]])
    found = counted(told, [])
    assert 1 <= found.low <= found.high == len(found.groups)
    assert {one for group in found.groups for one in group.members} == {one.id for one in told.members}
    shuffled = [*told.members]
    chance.shuffle(shuffled)
    assert counted(replace(told, members=shuffled), []) == found
    assert len(explained(told.claim, "says", found, told.readings)) == 1 + len(found.groups)


@given(st.lists(lines, min_size=2, max_size=6))
def test_a_copy_never_adds_an_origin(told_lines: list[str]) -> None:
    told = tell([re.sub(r"^Harbour Post 1", "Harbour Post", line) for line in told_lines])
    apart, copied = counted(told, []), counted(told, [Copy("r1", "r2", "near", 0.9, 0.8, None, ())])
    assert copied.high <= apart.high
    assert copied.low <= apart.low


def test_each_side_is_counted_by_itself() -> None:
    told = tell(["Harbour Post | Ada Quill : named_person | it fell", "AFP | a man : unnamed_person | no"])
    members = (told.members[0], replace(told.members[1], side="denies"))
    found = origins(Claim("c", "", members, True), told.readings, [], [])
    assert {side: (one.low, one.high) for side, one in found.items()} == {"says": (1, 1), "denies": (1, 1)}


def test_people_put_sources_together_and_take_them_apart() -> None:
    told = tell(
        [
            "A | Ada Quill : named_person, head of the Tern Observatory | it fell",
            "B | Tern Observatory : organisation | gone",
        ]
    )
    assert counted(told, []).high == 1
    keys = ("body|tern observatory", identity("Ada Quill", "named_person", "r1", None))
    assert origins(told.claim, told.readings, [], [], apart={keys})["says"].high == 2
    two = tell(["A | Tern Watch : organisation | it fell", "B | Kell Monitor : organisation | gone"])
    assert counted(two, []).low == 2
    merged = {"body|tern watch": "body|kell monitor"}
    assert origins(two.claim, two.readings, [], [], merged)["says"].high == 1


def test_the_count_is_told_in_words() -> None:
    told = tell(
        ["AFP | Ada Quill : named_person | it fell", "Harbour Post | Ada Quill : named_person | gone"]
    )
    found = counted(told, [])
    assert explained(told.claim, "says", found, told.readings) == (
        "2 reports, 2 outlets, all resting on Ada Quill: 1 origin",
        "Ada Quill: in 2 reports of AFP, Harbour Post",
    )


def test_only_what_surely_says_the_same_counts_in_the_least() -> None:
    told = tell(
        [f"AFP | {name} : named_person | it fell" for name in ("Ada Quill", "Teo Rasmin", "Oto Velsk")]
    )
    sure, unsure = Likeness("m1", "m2", 0.95, False, ()), Likeness("m1", "m3", 0.5, False, ())
    found = origins(told.claim, told.readings, [], [], links=[sure, unsure])["says"]
    assert (found.low, found.high) == (2, 3)
    assert "not surely saying the same" in found.groups[2].why
    assert origins(told.claim, told.readings, [], [], links=[])["says"].low == 1


def test_a_claim_of_very_many_members_is_counted() -> None:
    told = tell([f"Paper {n} | a resident : unnamed_person | it fell {n}" for n in range(1500)])
    assert counted(told, []).high == 1500
