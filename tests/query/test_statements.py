from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.query.statements import statements
from rashomon.store import View, Writer
from tests import builders as build
from tests.query.conftest import Ask

BRIDGES = "Two bridges fell in Marrow Bay on Monday"
BLASTS = "We heard three blasts."


def contents(view: View, **asked: str | int) -> list[str]:
    return [row.statement.content.text for row in statements(view, **asked)]  # type: ignore[arg-type]


@pytest.fixture
def view(ledger_of: Ask) -> View:
    return ledger_of(build.reading(build.report()))


@pytest.mark.parametrize(
    ("words", "found"),
    {
        "monday": [BRIDGES],
        "BRIDGES fell": [BRIDGES],
        "quill bridges": [BRIDGES],  # name and content
        "mayor": [BRIDGES],  # the words of the source
        "resident three": [BLASTS],
        "three bridges": [BLASTS],  # `bridges` in the title
        "marrow": [BRIDGES, BLASTS],
        '"three blasts"': [BLASTS],
        "“three blasts” heard": [BLASTS],
        '"blasts three"': [],
        "bridge": [],  # whole words
        "bridges typhoon": [],
        "": [BRIDGES, BLASTS],
        "  ": [BRIDGES, BLASTS],
        "—": [],
        "bridges — fell": [BRIDGES],
        "bridges NOT fell": [],  # no query language
        "bridges OR typhoon": [],
        "bri*": [],
        "content:bridges": [],
    }.items(),
)
def test_words_must_all_occur(view: View, words: str, found: list[str]) -> None:
    assert contents(view, words=words) == found


def test_words_are_found_without_their_marks(ledger_of: Ask) -> None:
    text = "O’Brien’s café reopened, he said."
    report = build.report(text=text)
    view = ledger_of(build.reading(report, build.statement("s", text, "O’Brien’s café reopened")))
    for words in ("cafe", "CAFÉ", "cafe\u0301", "O’Brien’s", "o'brien's", "brien"):
        assert contents(view, words=words) == ["O’Brien’s café reopened"]


@pytest.fixture(scope="module")
def any_view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    path: Path = tmp_path_factory.mktemp("words") / "rashomon.db"
    report = build.report()
    with Writer(path) as writer:
        writer.add(build.reading(report), build.raw(report))
    with View(path) as view:
        yield view


@settings(deadline=None)
@given(
    words=st.text()
    | st.text('"*()+-^:{}ANDORTNE \0“”', max_size=20)
    | st.text(st.characters(categories=["Cs"]))
)
def test_nothing_that_is_typed_is_an_error(any_view: View, words: str) -> None:
    statements(any_view, words=words, source=words)


@given(
    piece=st.sampled_from(["bridges fell", "Marrow Bay", "on Monday"]),
    noise=st.text('"*()+-^:{}', max_size=5),
)
def test_signs_around_words_change_nothing(any_view: View, piece: str, noise: str) -> None:
    assert BRIDGES in contents(any_view, words=f"{noise} {piece} {noise}")


def test_statements_are_chosen_by_source_act_outlet_and_report(ledger_of: Ask) -> None:
    text = "The mayor denied the flood. The council promised boats. The flood council met, the mayor said."
    mayor, council = build.source(text, "The mayor"), build.source(text, "The council")
    report = build.report("first", text, outlet="Harbour Post", published="2031-05-01")
    view = ledger_of(
        build.reading(
            report,
            build.statement("s-0", text, "the flood", by=mayor, act="denies"),
            build.statement("s-1", text, "boats", by=council, act="promises"),
            build.statement("s-2", text, "The flood council met", by=mayor),
        ),
        build.reading(build.report("second")),
    )
    assert contents(view, source="council") == ["boats"]
    assert contents(view, source="mayor", words="council") == ["The flood council met"]
    assert contents(view, act="denies") == ["the flood"]
    assert contents(view, outlet="harbour post", source="mayor") == ["the flood", "The flood council met"]
    assert contents(view, report="second") == [BRIDGES, BLASTS]
    assert contents(view, report="second", act="denies") == []


def test_statements_stand_by_date_then_as_in_the_text(ledger_of: Ask) -> None:
    view = ledger_of(
        build.reading(build.report("none", published=None)),
        build.reading(build.report("late", published="2031-06-01")),
        build.reading(build.report("early", published="2031-05-01", outlet=None, title=None)),
    )
    rows = statements(view)
    assert [(row.report, row.statement.content.text) for row in rows] == [
        (report, content) for report in ("early", "late", "none") for content in (BRIDGES, BLASTS)
    ]
    assert (rows[0].outlet, rows[0].title, rows[0].published) == (None, None, "2031-05-01")
    assert rows[2].statement == build.plain_statements(build.report("late"))[0]
    assert [row.report for row in statements(view, limit=3)] == ["early", "early", "late"]
