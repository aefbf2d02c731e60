from rashomon.model import Hop, Statement
from rashomon.web.chain_picture import LONGEST, chain_picture
from tests import builders as build
from tests.web.asking import HOSTILE, chained


def one(*chain: Hop) -> Statement:
    return build.statement("s", build.TEXT, "Two bridges", chain=chain)


def test_each_step_stands_below_the_one_that_passed_it_on() -> None:
    drawn = chain_picture("Harbour Post", chained().statements[2], {"The Tern"})
    names = ["Harbour Post", "The Tern", "a resident", "Health Ministry"]
    assert [drawn.index(f">{name}<") for name in names] == sorted(drawn.index(f">{name}<") for name in names)
    assert "retold, original not held" in drawn
    assert "quoted, unnamed person" in drawn
    assert drawn.count('class="tip"') == 3


def test_an_original_that_is_held_is_not_missing() -> None:
    assert "not held" not in chain_picture(None, one(Hop("The Tern", "outlet")), ())


def test_nobody_is_drawn_as_nobody() -> None:
    assert "nobody named" in chain_picture(None, one(), ())
    assert "nobody named" in chain_picture(None, one(Hop("unspecified", "unspecified")), ())


def test_names_are_text_and_not_too_long() -> None:
    drawn = chain_picture(HOSTILE, one(Hop(HOSTILE + "w" * 1000, "document")), ())
    assert "<script" not in drawn
    assert "\u202e" not in drawn
    assert "w" * LONGEST not in drawn
