import pytest

from rashomon.errors import NotFound
from rashomon.model import Reading, SourceKind
from rashomon.query.who_said import who_said
from rashomon.store import View
from tests import builders as build
from tests.query.conftest import Ask


def said(
    report: str, name: str, kind: SourceKind = "organisation", office: str | None = None, **more: str | None
) -> Reading:
    """A report in which one source says one thing."""
    text = f"Boats came to {report}, they said."
    source = build.source(text, "they", name=name, kind=kind, office=office)
    of = build.report(report, text, **more)  # type: ignore[arg-type]
    return build.reading(of, build.statement(f"{report}-s", text, f"Boats came to {report}", by=source))


def names(view: View, name: str) -> list[str]:
    return [source.name for source in who_said(view, name).sources]


def reports(view: View, name: str) -> list[str]:
    return [row.report for row in who_said(view, name).statements]


def test_all_that_a_public_source_said_stands_by_date(ledger_of: Ask) -> None:
    view = ledger_of(
        said("late", "Flood Council", published="2031-06-01"),
        said("none", "Flood Council", published=None),
        said("early", "Flood Council", published="2031-05-01"),
        said("other", "Boat Council"),
    )
    answer = who_said(view, "flood council")
    assert [row.report for row in answer.statements] == ["early", "late", "none"]
    assert [(source.name, source.kinds, source.statements) for source in answer.sources] == [
        ("Flood Council", ("organisation",), 3)
    ]
    assert [row.report for row in who_said(view, "Flood Council", limit=1).statements] == ["early"]


@pytest.mark.parametrize("kind", ["organisation", "outlet", "document"])
def test_organisations_outlets_and_documents_are_public(ledger_of: Ask, kind: SourceKind) -> None:
    assert reports(ledger_of(said("one", "The Ledger", kind)), "ledger") == ["one"]


def test_a_person_is_public_wherever_one_report_gives_an_office(ledger_of: Ask) -> None:
    view = ledger_of(
        said("bare", "Ada Quill", "named_person"), said("held", "Ada Quill", "named_person", "mayor")
    )
    answer = who_said(view, "quill")
    assert [row.report for row in answer.statements] == ["bare", "held"]
    assert answer.sources[0].offices == ("mayor",)


@pytest.mark.parametrize(
    "kind", ["named_person", "unnamed_person", "unnamed_group", "unspecified", "reporter"]
)
def test_a_private_person_is_answered_as_if_not_there(ledger_of: Ask, kind: SourceKind) -> None:
    office = None if kind == "named_person" else "colonel"  # no office makes an unnamed source public
    view = ledger_of(said("one", "Ilse Marrow", kind, office), said("two", "Flood Council"))
    refusals = []
    for name in ("Ilse Marrow", "Olga Marrow"):
        with pytest.raises(NotFound, match="private and unnamed people get no page") as refused:
            who_said(view, name)
        refusals.append(str(refused.value).replace(name, "NAME"))
    assert refusals[0] == refusals[1]
    with pytest.raises(NotFound):
        who_said(view, "marrow")


def test_a_private_namesake_of_an_organisation_stays_private(ledger_of: Ask) -> None:
    view = ledger_of(said("person", "Marrow", "named_person"), said("party", "Marrow"))
    answer = who_said(view, "Marrow")
    assert [row.report for row in answer.statements] == ["party"]
    assert answer.sources[0].statements == 1


def test_several_names_are_listed_to_choose_from(ledger_of: Ask) -> None:
    view = ledger_of(
        said("1", "Council of Marrow"), said("2", "Council of Tern"), said("3", "Council of Tern"),
        said("4", "Councillors"), said("5", "Ida Council", "named_person"),
    )  # fmt: skip
    answer = who_said(view, "council")
    assert [(source.name, source.statements) for source in answer.sources] == [
        ("Council of Tern", 2),
        ("Council of Marrow", 1),
    ]
    assert answer.statements == ()
    assert reports(view, "of marrow") == ["1"]


def test_a_whole_name_goes_before_names_that_contain_it(ledger_of: Ask) -> None:
    view = ledger_of(said("1", "Council"), said("2", "Flood Council"))
    assert reports(view, "COUNCIL") == ["1"]


def test_spellings_of_one_name_are_one_source_and_are_listed(ledger_of: Ask) -> None:
    view = ledger_of(said("1", "The Tern Post", "outlet"), said("2", "Tern Post"), said("3", "TERN POST"))
    answer = who_said(view, "the tern post")
    assert len(answer.statements) == 3
    assert set(answer.sources[0].spellings) == {"The Tern Post", "Tern Post", "TERN POST"}


def test_words_of_a_source_that_are_not_its_name_do_not_find_it(ledger_of: Ask) -> None:
    with pytest.raises(NotFound):
        who_said(ledger_of(said("1", "Flood Council")), "they")


@pytest.mark.parametrize("name", ["", "  ", "—", '"', "the", "*", "\0", "\udcff", 'council" OR "x'])
def test_a_name_that_is_none_is_not_found(ledger_of: Ask, name: str) -> None:
    with pytest.raises(NotFound):
        who_said(ledger_of(said("1", "Flood Council")), name)


def test_names_outside_ascii_are_compared_without_case(ledger_of: Ask) -> None:
    assert names(ledger_of(said("1", "Étoile Çelik Partisi")), "éTOILE çELIK partisi") == [
        "Étoile Çelik Partisi"
    ]
