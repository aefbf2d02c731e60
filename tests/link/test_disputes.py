"""What is in dispute, and in what order it is shown."""

from dataclasses import replace

from rashomon.link.disputes import disputes
from rashomon.link.origins import origins
from rashomon.model import Claim, Side
from tests.link.telling import Told, tell


def disputed(key: str, *lines: str, denies: int) -> tuple[Claim, Told]:
    """A claim whose last `denies` lines deny it."""
    told = tell([*lines])
    said: list[Side] = ["says"]
    denied: list[Side] = ["denies"]
    sides = said * (len(lines) - denies) + denied * denies
    members = [replace(one, side=side) for one, side in zip(told.members, sides, strict=True)]
    readings = {}
    for id_, one in told.readings.items():
        readings[key + id_] = replace(one, report=replace(one.report, id=key + id_))
    return (
        Claim(key, f"claim {key}", tuple(replace(one, report=f"{key}{one.report}") for one in members), True),
        Told(readings, []),
    )


def ranked(*found: tuple[Claim, Told]) -> list[str]:
    readings = {one.report.id: one for _, told in found for one in told.readings.values()}
    claims = [claim for claim, _ in found]
    counted = {claim.id: origins(claim, readings, [], []) for claim in claims}
    return [one.of for one in disputes(claims, counted, readings)]


def test_a_claim_that_nobody_denies_is_in_no_dispute() -> None:
    assert ranked(disputed("a", "AFP | Ada Quill : named_person | it fell", denies=0)) == []


def test_what_more_origins_stand_on_both_sides_of_comes_first() -> None:
    one = disputed(
        "a",
        "AFP | Ada Quill : named_person | it fell",
        "B | Teo Rasmin : named_person | it did not",
        denies=1,
    )
    two = disputed(
        "b", "AFP | Ada Quill : named_person | it fell", "B | Teo Rasmin : named_person | it fell",
        "C | Oto Velsk : named_person | no", "D | Mina Orlec : named_person | it stands", denies=2,
    )  # fmt: skip
    many_on_one_side = disputed(
        "c", "AFP | Ada Quill : named_person | it fell", "B | Teo Rasmin : named_person | it fell",
        "C | Oto Velsk : named_person | down", "D | Mina Orlec : named_person | it stands", denies=1,
    )  # fmt: skip
    assert ranked(one, many_on_one_side, two) == ["b", "c", "a"]
    assert ranked(two, one, many_on_one_side) == ["b", "c", "a"]


def test_each_side_is_shown_with_its_origins() -> None:
    claim, told = disputed(
        "a", "AFP | Ada Quill : named_person | it fell", "B | a man : unnamed_person | no", denies=1
    )
    found = disputes([claim], {"a": origins(claim, told.readings, [], [])}, told.readings)
    assert [(one.text, one.who, one.low, one.high) for one in found[0].positions] == [
        ("denies", ("a man (unnamed)",), 1, 1),
        ("says", ("Ada Quill",), 1, 1),
    ]
    assert found[0].why == "origins: 1 says, 1 denies"


def test_who_says_and_denies_one_thing_in_one_report_is_misread_and_in_no_dispute() -> None:
    lines = ("AFP | Ada Quill : named_person | it fell", "AFP 1 | Ada Quill : named_person | it did not")
    assert ranked(disputed("a", *lines, denies=1)) == []
    others = (*lines, "B | Teo Rasmin : named_person | it stands")
    assert ranked(disputed("b", *others, denies=2)) == []
    both = ("B | Oto Velsk : named_person | it fell", *lines, "C | Teo Rasmin : named_person | it stands")
    assert ranked(disputed("c", *both, denies=2)) == ["c"]


def test_who_doubts_what_they_say_disputes_with_nobody() -> None:
    lines = (
        "AFP | Ada Quill : named_person | it fell",
        "B | Ada Quill : named_person | whether it fell is not clear",
    )
    claim, told = disputed("a", *lines, denies=0)
    said, doubted = claim.members
    sides: dict[Side, list[str]] = {"doubts": [], "denies": ["a"]}
    for side, found in sides.items():
        assert ranked((replace(claim, members=(said, replace(doubted, side=side))), told)) == found
