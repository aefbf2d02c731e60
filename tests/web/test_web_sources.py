from rashomon.model import Source
from tests import builders as build
from tests.web.asking import chained
from tests.web.conftest import Ask, Fill


def test_all_that_a_public_source_said(fill: Fill, ask: Ask) -> None:
    fill(build.reading(), chained())
    page = ask("/sources/ada quill").text
    assert "<h1><bdi>Ada Quill</bdi></h1>" in page
    assert "<bdi>mayor</bdi>" in page
    assert "1 statement, oldest first" in page
    assert 'href="/reports/r0000001#words-r0000001-1"' in page
    told = " ".join(ask("/sources/Health Ministry").text.split())
    assert "through <bdi>The Tern, a resident (unnamed)</bdi>" in told


def test_where_several_fit_one_is_chosen(fill: Fill, ask: Ask) -> None:
    text = "The Health Ministry said it rained. The Ministry of Works and Health said it did not."
    first = build.source(text, "Health Ministry")
    second = build.source(text, "Ministry of Works and Health")
    fill(
        build.reading(
            build.report(text=text),
            build.statement("s1", text, "it rained", by=first),
            build.statement("s2", text, "it did not", by=second),
        )
    )
    page = ask("/sources/health").text
    assert "Who is meant by" in page
    assert 'href="/sources/Health%20Ministry"' in page
    assert 'href="/sources/Ministry%20of%20Works%20and%20Health"' in page


def test_a_name_may_hold_a_slash(fill: Fill, ask: Ask) -> None:
    text = "Relief/Now said it rained."
    by: Source = build.source(text, "Relief/Now")
    fill(build.reading(build.report(text=text), build.statement("s1", text, "it rained", by=by)))
    assert 'href="/sources/Relief%2FNow"' in ask("/reports/r0000001").text
    assert ask("/sources/Relief%2FNow").status_code == 200


def test_private_unnamed_and_unknown_people_are_answered_alike(fill: Fill, ask: Ask) -> None:
    text = "Sefa Dorin said it rained. A resident said it did not."
    private = build.source(text, "Sefa Dorin", kind="named_person")
    unnamed = build.source(text, "A resident", name="a resident", kind="unnamed_person")
    fill(
        build.reading(
            build.report(text=text),
            build.statement("s1", text, "it rained", by=private),
            build.statement("s2", text, "it did not", by=unnamed),
        )
    )
    answers = [ask(f"/sources/{name}") for name in ("Sefa Dorin", "a resident", "Nobody Known", "<b>")]
    assert {answer.status_code for answer in answers} == {404}
    names = ("Sefa Dorin", "a resident", "Nobody Known", "&lt;b&gt;")
    assert len({answer.text.replace(name, "X") for answer, name in zip(answers, names, strict=True)}) == 1
    headers = [{**answer.headers, "content-length": ""} for answer in answers]
    assert all(one == headers[0] for one in headers)
    assert "no public source" in answers[0].text
