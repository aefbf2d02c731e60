from rashomon.query.reports import reports
from rashomon.store import View
from tests import builders as build
from tests.query.conftest import Ask


def ids(view: View, **asked: str | int) -> list[str]:
    return [row.id for row in reports(view, **asked)]  # type: ignore[arg-type]


def test_reports_stand_by_date_then_outlet_without_a_date_last(ledger_of: Ask) -> None:
    view = ledger_of(
        build.reading(build.report("none", published=None)),
        build.reading(build.report("late", published="2031-06-01")),
        build.reading(build.report("b-paper", published="2031-05-01", outlet="B")),
        build.reading(build.report("a-paper", published="2031-05-01", outlet="A")),
    )
    assert ids(view) == ["a-paper", "b-paper", "late", "none"]
    assert ids(view, limit=2) == ["a-paper", "b-paper"]


def test_a_report_is_counted_with_its_sources(ledger_of: Ask) -> None:
    text = "The mayor said it rained. He said it snowed. A resident said it hailed. It froze, it was said."
    mayor = build.source(text, "The mayor", name="Ada Quill", kind="named_person")
    he = build.source(text, "He", name="Ada Quill", kind="named_person")
    resident = build.source(text, "A resident", kind="unnamed_person")
    report = build.report("one", text)
    said = [
        build.statement(f"s-{number}", text, content, by=by)
        for number, (content, by) in enumerate(
            {"it rained": mayor, "it snowed": he, "it hailed": resident, "It froze": None}.items()
        )
    ]
    (row,) = reports(ledger_of(build.reading(report, *said)))
    assert (row.statements, row.sources, row.unnamed) == (4, 2, 1)


def test_a_report_that_was_not_read_is_listed_with_the_reason(ledger_of: Ask) -> None:
    report = build.report("fa", "متن", language="fa")
    (row,) = reports(ledger_of(build.reading(report, not_read="language fa")), language="fa")
    assert (row.not_read, row.statements, row.sources, row.unnamed) == ("language fa", 0, 0, 0)


def test_versions_are_numbered_under_their_url(ledger_of: Ask) -> None:
    url = "https://post.example/1"
    view = ledger_of(
        build.reading(build.report("second", url=url, published="2031-05-01", updated="2031-05-03")),
        build.reading(build.report("first", url=url, published="2031-05-02")),
        build.reading(build.report("alone", url=None)),
        build.reading(build.report("alone2", url=None)),
    )
    versions = {row.id: (row.version, row.versions) for row in reports(view)}
    assert versions == {"first": (1, 2), "second": (2, 2), "alone": (1, 1), "alone2": (1, 1)}
    (second,) = reports(view, limit=1)
    assert (second.id, second.version, second.versions) == ("second", 2, 2)  # though the first is not listed


def test_reports_are_chosen_by_outlet_language_and_words(ledger_of: Ask) -> None:
    view = ledger_of(
        build.reading(build.report("wire", outlet="Étoile Wire")),
        build.reading(build.report("post", outlet="Harbour Post", title="Rain")),
        build.reading(
            build.report("fa", "متن", outlet="Harbour Post", language="fa"), not_read="language fa"
        ),
    )
    assert ids(view, outlet="étoile WIRE") == ["wire"]
    assert ids(view, outlet="Etoile") == []
    assert ids(view, language="fa") == ["fa"]
    assert ids(view, words="rain mayor") == ["post"]
    assert ids(view, words="rain", outlet="Étoile Wire") == []
