import dataclasses

import pytest

from rashomon.query.figures import figures
from rashomon.store import View
from tests import builders as build
from tests.query.conftest import Ask

DEAD, FLED = "at least 11 people", "40 families"


def texts(view: View, **asked: str | int) -> list[str]:
    return [row.figure.text for row in figures(view, **asked)]  # type: ignore[arg-type]


@pytest.fixture
def view(ledger_of: Ask) -> View:
    return ledger_of(build.claims())


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, [DEAD, FLED]),
        ({"kind": "displaced"}, [FLED]),
        ({"kind": "missing"}, []),
        ({"at_least": 11}, [DEAD, FLED]),
        ({"at_least": 12}, [FLED]),
        ({"source": "quill"}, [DEAD]),
        ({"source": "tern"}, []),
        ({"place": "ansel"}, [DEAD]),
        ({"place": "marrow"}, [FLED]),
        ({"words": "families fled"}, [FLED]),  # its own words and those of its event
        ({"words": "shells"}, [DEAD]),  # of the statement
        ({"words": '"hit Port Ansel" 11'}, [DEAD]),
        ({"words": "snow"}, []),
        ({"words": 'OR "'}, []),
        ({"outlet": "NORTHERN wire", "kind": "killed"}, [DEAD]),
        ({"since": "2031-05-06", "until": "2031-05-06"}, [DEAD, FLED]),
        ({"since": "2031-05-07"}, []),
        ({"until": "2031-05-05"}, []),
        ({"report": "another"}, []),
        ({"limit": 1}, [DEAD]),
    ],
)
def test_figures_are_chosen_by_all_that_is_asked(
    view: View, asked: dict[str, str | int], found: list[str]
) -> None:
    assert texts(view, **asked) == found


def test_a_figure_comes_with_whose_word_it_is_and_where_and_when(view: View) -> None:
    dead, fled = figures(view)
    reading = build.claims()
    assert (dead.statement, dead.place, dead.when) == (
        reading.statements[0],
        reading.places[0],
        reading.times[0],
    )
    assert (fled.statement, fled.place, fled.when) == (None, reading.places[1], None)
    assert (dead.report, dead.outlet, dead.published) == ("r0000001", "Northern Wire", "2031-05-06")


def test_a_figure_that_no_event_counts_is_nowhere(ledger_of: Ask) -> None:
    (row, _) = figures(ledger_of(dataclasses.replace(build.claims(), events=())))
    assert (row.place, row.when) == (None, None)


def test_figures_stand_by_date_without_a_date_last(ledger_of: Ask) -> None:
    reports = [
        build.report(key, build.CLAIMS, published=day)
        for key, day in {"none": None, "late": "2031-06-01", "early": "2031-05-01"}.items()
    ]
    rows = figures(ledger_of(*map(build.claims, reports)), since="2031-05-02")
    assert [row.report for row in rows] == ["late", "late"]
    view = ledger_of()
    assert [row.report for row in figures(view, kind="killed")] == ["early", "late", "none"]


def test_a_codebook_makes_vague_words_as_large_as_it_says(ledger_of: Ask) -> None:
    text = "Dozens died. Some fled. Nine drowned."
    of = build.report(text=text)
    told = (
        build.figure("f1", text, "Dozens"),
        build.figure("f2", text, "Some"),
        build.figure("f3", text, "Nine", 9),
    )
    view = ledger_of(dataclasses.replace(build.reading(of, not_read=""), figures=told))
    assert texts(view, at_least=9) == ["Nine"]
    assert texts(view, at_least=9, counts="acled") == ["Dozens", "Nine"]
    assert texts(view, at_least=3, counts="acled", limit=2) == ["Dozens", "Some"]
    assert figures(view, counts="acled")[0].figure.rule == "acled: dozens = 12"


def test_a_figure_comes_with_its_sentence(view: View) -> None:
    assert [row.sentence for row in figures(view)] == [
        "Shells hit Port Ansel on Monday, killing at least 11 people, the mayor said.",
        "Later 40 families fled to Marrow.",
    ]
