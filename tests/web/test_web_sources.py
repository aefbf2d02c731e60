from rashomon.link.judgements import judgement
from rashomon.link.linker import judge
from rashomon.model import Reading, Source, Statement
from rashomon.store import Writer
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


PLEDGE = (
    "Ada Crane, the mayor, promised on Monday that every family of Lower Street would get a boat by June. "
    "She denied that the quay was shut."
)
BROKEN = "Not one family of Lower Street has received the boat that the mayor, Ada Crane, promised them, a baker said."


def mayors(key: str, text: str, day: str, *statements: Statement) -> Reading:
    return build.reading(build.report(key, text, published=day), *statements)


def test_promises_stand_with_what_became_of_them(fill: Fill, ask: Ask) -> None:
    crane = build.source(PLEDGE, "Ada Crane", kind="named_person", office="mayor")
    words = "every family of Lower Street would get a boat by June"
    said = build.statement("p1", PLEDGE, words, by=crane, cue="promised", act="promises")
    denied = build.statement("p2", PLEDGE, "the quay was shut", by=crane, cue="denied", act="denies")
    fill(mayors("r0000001", PLEDGE, "2031-05-06", said, denied))
    page = " ".join(ask("/sources/Ada Crane").text.split())
    assert '<p class="state open">open</p>' in page
    assert "Silence breaks no promise" in page
    baker = build.source(BROKEN, "a baker", kind="unnamed_person")
    content = "Not one family of Lower Street has received the boat that the mayor, Ada Crane, promised them"
    fill(
        mayors("r0000002", BROKEN, "2031-07-01", build.statement("b1", BROKEN, content, by=baker, cue="said"))
    )
    page = " ".join(ask("/sources/Ada Crane").text.split())
    assert '<p class="state broken">broken</p>' in page
    assert '<a href="/reports/r0000002' in page
    assert "2031-07-01" in page
    assert "What it promised" in ask("/sources/Ada Crane?act=promises").text
    denials = ask("/sources/Ada Crane?act=denies").text
    assert "What it promised" not in denials
    assert "the quay was shut" in denials


def test_a_long_list_offers_the_rest_and_counts_all(fill: Fill, ask: Ask) -> None:
    text = "Relief/Now said it rained. Relief/Now said it rains. Relief/Now denied that it snows."
    by = build.source(text, "Relief/Now")
    said = [build.statement(f"s{n}", text, words, by=by) for n, words in enumerate(("it rained", "it rains"))]
    snow = build.statement("s3", text, "it snows", by=by, act="denies")
    fill(build.reading(build.report(text=text), *said, snow))
    page = ask("/sources/Relief%2FNow?limit=1").text
    assert 'href="/sources/Relief%2FNow?limit=4"' in page
    assert "3 statements" in page
    assert ("it rained" in page, "it rains" in page) == (True, False)
    assert (
        'href="/sources/Relief%2FNow?act=asserts&amp;limit=4"'
        in ask("/sources/Relief%2FNow?act=asserts&limit=1").text
    )


def test_what_people_rejected_is_not_on_the_page(fill: Fill, ask: Ask) -> None:
    ledger = fill(build.reading())
    decided = judgement("statement", ["r0000001-1"], "reject", by="Mara", at="2031-05-07T00:00:00Z")
    with Writer(ledger) as writer:
        judge(writer, decided)
    assert "r0000001-1" not in ask("/sources/ada quill").text
