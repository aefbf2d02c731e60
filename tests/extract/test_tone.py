"""Acts, polarity and commitment, where the words decide and where the network does."""

import numpy as np
import pytest

from rashomon.extract.statements.tone import ACTS, act_of, commitment_of, polarity_of
from rashomon.model import Act


def judged(name: str, names: tuple[str, ...]) -> np.ndarray:
    return np.array([0.9 if one == name else 0.01 for one in names], np.float32)


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("denied", "the attack", "denies"),
        ("has not confirmed", "the attack", "doubts"),
        ("confirmed", "the attack", "confirms"),
        ("vowed", "to hunt them down", "promises"),
        ("called for", "calm", "demands"),
        ("declined", "to comment", "declines"),
        ("refused to comment on", "the report", "declines"),
        ("would not say", "who had fired", "declines"),
        ("said", "it rained", "asserts"),
        ("said", "they could not verify the claim", "doubts"),
    ],
)
def test_the_cue_names_the_act(cue: str, content: str, act: Act) -> None:
    assert act_of(cue, content, judged("asserts", ACTS)) == act


def test_a_plain_cue_leaves_the_act_to_the_network() -> None:
    assert act_of("said", "the army shelled the market", judged("accuses", ACTS)) == "accuses"


@pytest.mark.parametrize(
    ("content", "polarity"),
    [
        ("it had not fired on the town", "negative"),
        ("no such group exists", "negative"),
        ("the army didnt fire", "negative"),
        ("the army fired, and nobody stopped it", "positive"),
        ("the group that never signed broke the truce", "positive"),
    ],
)
def test_polarity_is_that_of_the_first_clause(content: str, polarity: str) -> None:
    assert polarity_of(content) == polarity


def test_a_demand_commits_to_nothing() -> None:
    assert commitment_of("demands", "urged", "calm") == "unspecified"
    assert commitment_of("asserts", "said", "who did it?") == "unspecified"


def test_a_hedge_is_heard() -> None:
    assert commitment_of("asserts", "said", "the toll could rise") == "possible"
    assert commitment_of("asserts", "believes", "the toll will rise") == "probable"
    assert commitment_of("asserts", "said", "the toll rose") == "certain"
