"""Which statements make one claim, on which side, and why."""

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.link.claims import Proposition, claims, likeness, propositions
from rashomon.link.claims.cluster import Link
from rashomon.link.claims.evidence import REPRINTED
from rashomon.link.claims.parties import Parties
from rashomon.link.claims.scene import Scene
from rashomon.link.claims.stance import stance
from rashomon.link.claims.vectors import SIZE, cosine, vector_of
from rashomon.link.claims.words import content_words
from rashomon.model import Claim, Figure, Member, Reading, Side, SourceKind
from tests import builders as build
from tests.strategies import readings

CASES = Path(__file__).parent / "claims.txt"
PUBLIC = ("Ada Quill", "Tern Front", "Marrow Guard")
NUMBER = re.compile(r"\d+(?: people)?$")


def cases() -> list[tuple[str, list[str]]]:
    """Each case by its title."""
    blocks = CASES.read_text(encoding="utf-8").split("\n## ")[1:]
    return [(block.splitlines()[0], [line for line in block.splitlines()[1:] if line]) for block in blocks]


def told(line: str) -> Reading:
    """A report of one statement; a number of dead at its end is a figure."""
    number, who, act, cue, content = (part.strip() for part in line.split("|"))
    text = f"{who} {cue} {content}."
    of = build.report(f"r{number}", text)
    kind: SourceKind = "organisation" if who in PUBLIC else "unnamed_person"
    by = build.source(text, who, kind=kind)
    said = build.statement(
        number, text, content, by=by, cue=cue, act=act.rstrip("!"),
        polarity="negative" if act.endswith("!") else "positive",
    )  # fmt: skip
    figures: tuple[Figure, ...] = ()
    if counted := NUMBER.search(content):
        figures = (
            build.figure(f"f{number}", text, counted[0], int(counted[0].split()[0]), statement=number),
        )
    return replace(build.reading(of, said), figures=figures)


def linked(found: list[Proposition]) -> list[Link]:
    pairs = [link for n, a in enumerate(found) for b in found[:n] if (link := likeness(a, b))]
    return [(link.a, link.b, link.score) for link in pairs]


def ids(claim: Claim, side: Side) -> str:
    return " ".join(sorted({str(one.statement) for one in claim.members if one.side == side}))


@pytest.mark.parametrize(("title", "lines"), cases(), ids=lambda one: one if isinstance(one, str) else "")
def test_statements_make_claims(title: str, lines: list[str]) -> None:
    at = next(n for n, line in enumerate(lines) if line.startswith("="))
    found = [one for line in lines[:at] for one in propositions(told(line))]
    several = [one for one in claims(found, linked(found)) if len(one.members) > 1]
    shown = {
        " / ".join(ids(one, side) for side in ("says", "denies", "doubts")).rstrip(" /") for one in several
    }
    wanted = {line.removeprefix("=").strip() for line in lines[at:]} - {""}
    assert {" ".join(one.split()) for one in shown} == {" ".join(one.split()) for one in wanted}


def test_every_link_says_why() -> None:
    first, second = (
        propositions(told(f"{n} | {who} | asserts | said | the attack killed 14 people"))[0]
        for n, who in ((1, "a baker"), (2, "a driver"))
    )
    found = likeness(first, second)
    assert found
    assert "for: they give the same number" in found.why
    assert not found.opposed


def test_what_a_statement_says_and_how_many_are_propositions_of_their_own() -> None:
    found = propositions(build.claims())
    said = [(one.aspect, one.count, one.number, one.member.statement) for one in found]
    assert ("toll", "killed", 11, "r0000001-s") in said
    assert ("what", None, None, "r0000001-s") in said
    assert len({one.member.id for one in found}) == len(found)


def test_the_reports_own_voice_is_a_member_without_a_statement() -> None:
    own = [one for one in propositions(build.claims()) if one.member.statement is None]
    assert {(one.aspect, one.source) for one in own} >= {("toll", None), ("what", None)}


def test_who_blames_another_for_what_it_is_accused_of_clears_itself() -> None:
    text = "Ada Quill accused the Tern Front of the shelling. Tern Front blamed it on others."
    said = [
        build.statement(key, text, content, by=build.source(text, who), cue=cue, act="accuses")
        for key, who, cue, content in (
            ("a", "Ada Quill", "accused", "the Tern Front of the shelling"),
            ("b", "Tern Front", "blamed", "it"),
        )
    ]
    found = propositions(build.reading(build.report(text=text), *said))
    assert [(one.aspect, one.party, one.member.side) for one in found] == [
        ("blame", "tern front", "says"),
        ("blame", "tern front", "denies"),
    ]


def test_short_words_have_their_context_beside_them() -> None:
    text = "Shells hit Port Ansel on Monday. The army denied responsibility for the attack."
    by = build.source(text, "The army")
    said = build.statement("s", text, "responsibility for the attack", by=by, cue="denied", act="denies")
    hit = build.event("e", text, "Shells hit Port Ansel")
    reading = replace(build.reading(build.report(text=text), said), events=(hit,))
    (denied,) = [one for one in propositions(reading) if one.member.statement]
    assert denied.text == "responsibility for the attack"
    assert denied.full.startswith("responsibility for the attack: Shells hit Port Ansel")


@pytest.mark.parametrize(
    ("words", "earlier"),
    [
        ("the attack on the market", False),
        ("at least three attacks in 2014", True),
        ("government forces of toxic gas attacks", True),
        ("that strike", False),
    ],
)
def test_what_was_before_the_incident(words: str, *, earlier: bool) -> None:
    text = f"Shells fell on Monday. The mayor spoke of {words}."
    scene = Scene(build.reading(build.report(text=text), build.statement("s", text, words)))
    assert scene.earlier((build.span(text, words),)) is earlier


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("the Syrian government", "state:SYR"),
        ("regime", "state:SYR"),
        ("Moscow", "state:RUS"),
        ("Russian warplanes", "state:RUS"),
        ("Syrian rebels", "rebels:SYR"),
        ("a Syrian town", None),
        ("Daesh", "islamic state"),
        ("shopkeepers", None),
    ],
)
def test_all_that_act_as_one_are_one_party(words: str, party: str | None) -> None:
    assert Parties(words, "SYR").of(words) == party


@pytest.mark.parametrize(
    ("report", "best"),
    [
        ("The claim that the bridge fell is false, a hoax", "against"),
        ("The old bridge at Ansel has fallen", "for"),
        ("Did the bridge at Ansel reportedly fall? Rumours say so", "observing"),
    ],
)
def test_stance(report: str, best: str) -> None:
    claim = "The bridge at Ansel fell"
    found = stance(claim, report, cosine(vector_of(claim), vector_of(report)))
    assert max(found, key=lambda one: found[one]) == best
    assert sum(found.values()) == pytest.approx(1)


def test_vectors_are_bytes_and_the_same_for_the_same_text() -> None:
    one = vector_of("Shells hit the market")
    vector_of.cache_clear()
    assert one == vector_of("Shells hit the market")
    assert len(one) == len(vector_of("")) == SIZE
    assert cosine(one, vector_of("")) == 0


# Clusters


def plain(key: str, side: Side = "says", *, negated: bool = False) -> Proposition:
    member = Member(key, f"r{key}", key, ((0, 4),), side)
    return Proposition(
        member, "what", f"words of {key}", bytes(SIZE), (), None, past=False, negated=negated, source=None,
        party=None, count=None, number=None, places=(), around=(), types=(),
    )  # fmt: skip


def like(a: str, b: str, score: float) -> Link:
    return (*sorted((a, b)), score)  # type: ignore[return-value]


def groups(found: list[Claim]) -> set[str]:
    return {"".join(sorted(one.id for one in claim.members)) for claim in found}


def test_a_chain_of_likeness_is_no_claim() -> None:
    ones = [plain(key) for key in "abcd"]
    assert groups(claims(ones, [like("a", "b", 0.9), like("b", "c", 0.5), like("c", "d", 0.9)])) == {
        "ab",
        "cd",
    }


def test_people_put_together_and_keep_apart() -> None:
    ones, links = [plain(key) for key in "abc"], [like("a", "b", 0.9)]
    assert groups(claims(ones, links)) == {"ab", "c"}
    assert groups(claims(ones, links, apart=[("b", "a")])) == {"a", "b", "c"}
    assert groups(claims(ones, links, together=[("c", "a")], apart=[("a", "b")])) == {"ac", "b"}
    assert groups(claims(ones, links, together=[("a", "c"), ("x", "a")])) == {"abc"}
    # Who is one with a, is apart from b with it.
    links = [like("b", "c", 0.9)]
    assert groups(claims(ones, links, together=[("c", "a")], apart=[("a", "b")])) == {"ac", "b"}


def test_claims_that_people_put_together_are_put_together_whole() -> None:
    ones = [plain(key) for key in "abcdef"]
    pairs = ("ab", "bc", "ac", "de", "ef", "df")
    links = [like(pair[0], pair[1], 0.9) for pair in pairs]
    assert groups(claims(ones, links)) == {"abc", "def"}
    assert groups(claims(ones, links, together=[("a", "f")])) == {"abcdef"}


def test_reprints_of_other_days_count_as_one_and_are_as_like_others_as_the_likest_of_them() -> None:
    ones = [replace(plain(key), day=f"2031-05-1{n}") for n, key in enumerate("abcd")]
    again = [like("a", "b", REPRINTED), like("b", "c", REPRINTED), like("c", "d", 0.5)]
    assert groups(claims(ones, again)) == {"abcd"}
    assert groups(claims(ones, again, apart=[("a", "c")])) == {"ab", "cd"}
    assert groups(claims([plain(key) for key in "abcd"], again)) == {"abc", "d"}


def test_a_claim_that_some_deny_is_disputed() -> None:
    links = [like("a", "b", 0.9)]
    assert [one.disputed for one in claims([plain("a"), plain("b", "denies")], links)] == [True]
    assert [one.disputed for one in claims([plain("a", "denies"), plain("b", "denies")], links)] == [False]
    (negation,) = claims([plain("a", "denies", negated=True), plain("b", "denies")], links)
    assert {one.side for one in negation.members} == {"says"}
    assert negation.text == "words of a"


scores = st.sampled_from([0.25, 0.4, 0.55, 0.7, 0.9, REPRINTED])
keys = st.sampled_from("abcdefgh")
pairs = st.lists(st.tuples(keys, keys).filter(lambda pair: pair[0] != pair[1]), max_size=4)


@given(
    st.dictionaries(st.tuples(keys, keys).filter(lambda pair: pair[0] < pair[1]), scores),
    pairs,
    pairs,
    st.randoms(),
)
def test_any_order_gives_the_same_claims(
    links: dict[tuple[str, str], float],
    together: list[tuple[str, str]],
    apart: list[tuple[str, str]],
    chance: random.Random,
) -> None:
    ones = [plain(key) for key in "abcdefgh"]
    known = [like(a, b, score) for (a, b), score in links.items()]
    first = claims(ones, known, together, apart)
    for some in (ones, known, together, apart):
        chance.shuffle(some)
    assert claims(ones, known, together, apart) == first
    assert sorted(one.id for claim in first for one in claim.members) == sorted("abcdefgh")
    for a, b in together:
        assert any({a, b} <= {one.id for one in claim.members} for claim in first)


# What must hold of every reading


@settings(max_examples=40, deadline=None)
@given(readings())
def test_any_reading_has_propositions_of_its_own_words(made: tuple[Reading, object]) -> None:
    reading, _ = made
    found = propositions(reading)
    text = reading.report.text
    for one in found:
        assert " ".join(text[start:end] for start, end in one.member.spans).strip() == one.text
        assert len(one.vector) == SIZE
    assert found == propositions(reading)
    for a in found[:6]:
        for b in found[:6]:
            assert likeness(a, b) == likeness(b, a)


@pytest.mark.parametrize(
    "text",
    [
        "\n \n" * 30_000, " " * 100_000, "that attack. That attack. " * 4_000, "x" * 100_000,
        "the Syrian " * 9_000, "((“" * 30_000, "Aa Bb " * 15_000,
    ],
    ids=["lines", "blanks", "that attack", "one word", "names", "marks", "capitals"],
)  # fmt: skip
def test_hostile_texts_are_read(text: str) -> None:
    text = f"He said {text} it."
    by = build.source(text, "He", kind="unnamed_person")
    said = build.statement("s", text, text[8:-1].strip() or "it", by=by, cue="said", act="accuses")
    assert len(propositions(build.reading(build.report(text=text), said))) <= 2


def test_content_words_have_no_small_words() -> None:
    assert set(content_words("It was said that the shells were falling")) == {"shell", "fall"}
