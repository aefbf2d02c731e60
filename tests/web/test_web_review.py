"""The review of a report, the queue and the log, as they are answered; the browser's part is tested beside."""

import asyncio
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from rashomon import pipeline
from rashomon.extract.statements import read_statements as read
from rashomon.model import Hop, Judgement, Statement
from rashomon.query.judged import Judged
from rashomon.query.kept import judgements
from rashomon.query.review import review
from rashomon.store import View
from rashomon.web.app import create_app
from tests import builders as build
from tests.web.asking import ACCESS, SESSION, answer, chained, hostile, stamp
from tests.web.conftest import Ask, Fill

HERE = "/reports/r0000001/review"
FIRST, SECOND = "r0000001-1", "r0000001-2"


def signed(by: str) -> dict[str, str]:
    return {"Cookie": f"rashomon-session={SESSION}; rashomon-name={by}"}


def seen(ask: Ask, address: str = HERE, by: str = "Mara") -> str:
    return " ".join(ask(address, headers=signed(by)).text.split())


def send(ask: Ask, address: str, by: str = "Mara", **fields: Any) -> httpx.Response:
    return ask(address, "POST", data={"stamp": stamp(), "next": HERE} | fields, headers=signed(by))


def judge(ask: Ask, verdict: str, on: Any, by: str = "Mara", **more: Any) -> None:
    assert send(ask, "/judgements", by, verdict=verdict, on=on, **more).status_code == 303


def kept(ledger: Path) -> list[Judgement]:
    with View(ledger) as view:
        return judgements(view)


def now(ledger: Path, key: str = FIRST) -> Statement:
    with View(ledger) as view:
        return next(one.statement for one in review(view, "r0000001").statements if one.statement.id == key)


def form(one: Statement, **changed: Any) -> dict[str, Any]:
    """What the form of a statement holds, and what an editor changed in it."""
    source = one.source
    fields: dict[str, Any] = {
        "statement": one.id,
        "act": one.act,
        "polarity": one.polarity,
        "commitment": one.commitment,
        "content": one.content.text,
        "cue": one.cue.text if one.cue else "",
        "source": source.text if source else "",
        "source_name": source.name if source else "",
        "source_kind": source.kind if source else "unspecified",
        "source_office": (source and source.office) or "",
        "hop_name": [*(hop.name for hop in one.chain), ""],
        "hop_kind": [*(hop.kind for hop in one.chain), "outlet"],
    }
    return fields | changed


def test_the_first_that_nobody_judged_is_current_and_leads_on(fill: Fill, ask: Ask) -> None:
    fill(build.reading())
    page = seen(ask)
    assert f'data-at="{HERE}?statement={FIRST}#words-{FIRST}"' in page
    assert f'name="next" value="{HERE}?statement={SECOND}#words-{SECOND}"' in page
    assert "0 of 2 seen" in page
    assert "sure 1.00" in page
    assert 'class="source s1 current"' in page
    judge(ask, "accept", FIRST)
    page = seen(ask)
    assert f'data-at="{HERE}?statement={SECOND}#words-{SECOND}"' in page
    assert "1 of 2 seen" in page
    assert "<bdi>Mara</bdi>: accepted" in page


def test_a_part_of_the_page_is_answered_to_a_script(fill: Fill, ask: Ask) -> None:
    fill(build.reading())
    part = ask(HERE, headers=signed("Mara") | {"HX-Request": "true"}).text
    assert part.strip().startswith('<article id="review"')
    assert "<html" not in part


def test_a_rejected_statement_stays_in_the_review_alone(fill: Fill, ask: Ask) -> None:
    fill(build.reading())
    judge(ask, "reject", FIRST, why="a caption")
    page = seen(ask, f"{HERE}?statement={FIRST}")
    assert "Rejected: it is in no list" in page
    assert "<q><bdi>a caption</bdi></q>" in page
    assert 'class="content asserts s1 rejected current"' in page
    assert f"card-{FIRST}" not in ask("/reports/r0000001").text
    assert f"card-{SECOND}" in ask("/reports/r0000001").text


def test_what_is_sent_unchanged_is_no_judgement(fill: Fill, ask: Ask) -> None:
    ledger = fill(build.reading(), hostile(), chained())
    for key in (FIRST, SECOND):
        assert send(ask, HERE, **form(now(ledger, key))).status_code == 303
    with View(ledger) as view:
        others = {name: view.reading(name).statements for name in ("r000000e", "r0000007")}
    for name, statements in others.items():
        for one in statements:
            sent = form(one)
            page = ask(f"/reports/{name}/review?statement={one.id}", headers=signed("Mara")).text
            box = re.search(r'name="source_name" type="text" value="([^"]*)"', page)
            assert box
            if "script" in sent["source_name"]:  # as the browser would send it: what is hidden was replaced
                sent["source_name"] = sent["source_name"].replace("\u202e", "\ufffd").replace("\0", "\ufffd")
                sent["hop_name"][0] = sent["source_name"]
            assert send(ask, f"/reports/{name}/review", **sent).status_code == 303
    assert kept(ledger) == []


def test_each_changed_field_is_a_judgement_of_one_act(fill: Fill, ask: Ask) -> None:
    ledger = fill(build.reading())
    start, end = build.span(build.TEXT, "fell in Marrow Bay")
    changed = form(
        now(ledger), act="denies", polarity="negative", content=f"{start}-{end} fell in Marrow Bay", cue="",
        source_name="Bo Quill", hop_name=["The Tern", "Bo Quill"], hop_kind=["outlet", "named_person"], why="heard",
    )  # fmt: skip
    assert send(ask, HERE, **changed).status_code == 303
    one = now(ledger)
    assert (one.act, one.polarity, one.content.text, one.cue) == (
        "denies",
        "negative",
        "fell in Marrow Bay",
        None,
    )
    assert one.chain == (Hop("The Tern", "outlet"), Hop("Bo Quill", "named_person"))
    assert one.source
    assert (one.source.name, one.source.office) == ("Bo Quill", "mayor")
    assert len({each.at for each in kept(ledger)}) == 1
    assert {each.why for each in kept(ledger)} == {"heard"}
    page = seen(ask, f"{HERE}?statement={FIRST}")
    assert "corrected act from asserts to denies" in page
    assert page.count('<button class="quiet" data-key="u">') == 1
    undo = re.findall(r'name="on" value="([0-9a-f]{16})"', page)
    assert sorted(undo) == sorted(each.id for each in kept(ledger))
    judge(ask, "undo", undo)
    with View(ledger) as view:
        assert Judged(view).reading("r0000001") == view.reading("r0000001")


def test_a_source_is_given_to_what_had_none_and_taken_away(fill: Fill, ask: Ask) -> None:
    of_nobody = build.statement(
        FIRST, build.TEXT, "Two bridges fell", chain=(Hop("unspecified", "unspecified"),)
    )
    ledger = fill(build.reading(build.report(), of_nobody))
    given = form(now(ledger), source="the mayor", source_name="Ada Quill", source_kind="named_person")
    assert send(ask, HERE, **given).status_code == 303
    one = now(ledger)
    assert one.source
    assert (one.source.text, one.source.name, one.source.office) == ("the mayor", "Ada Quill", None)
    assert one.chain == (Hop("Ada Quill", "named_person"),)
    assert send(ask, HERE, **form(one, source="")).status_code == 303
    assert now(ledger).source is None
    page = seen(ask, f"{HERE}?statement={FIRST}")
    assert "took away source “the mayor”" in page


@pytest.mark.parametrize(
    ("status", "says", "changed"),
    [
        (422, "does not stand so in the report", {"content": "Three bridges fell"}),
        (422, "is no place in this report", {"source": "5-5000"}),
        (422, "content of a statement cannot be None", {"content": ""}),
        (422, "cannot be &#39;sings&#39;", {"act": "sings"}),
        (422, "is no step of a chain", {"hop_name": ["x"], "hop_kind": ["bird"]}),
        (404, "there is no statement", {"statement": "none"}),
    ],
)
def test_a_wrong_form_keeps_nothing(
    fill: Fill, ask: Ask, status: int, says: str, changed: dict[str, Any]
) -> None:
    ledger = fill(build.reading())
    answer = send(ask, HERE, **form(now(ledger), polarity="negative", **changed))
    assert (answer.status_code, says in answer.text) == (status, True), answer.text
    assert kept(ledger) == []


def test_who_did_not_sign_is_asked_to(fill: Fill, ask: Ask) -> None:
    ledger = fill(build.reading())
    page = ask(HERE).text
    assert "Sign with a name" in page
    assert "<button name=" not in page
    assert ask(HERE, "POST", data={"stamp": stamp()} | form(now(ledger), act="denies")).status_code == 403
    asked = ask(f"/editor?to={HERE}")
    assert f'name="to" value="{HERE}"' in asked.text
    answer = ask("/editor", "POST", data={"stamp": stamp(), "name": "Jo", "to": HERE})
    assert answer.headers["location"] == HERE


def test_a_second_reviewer_sees_who_judged_and_may_disagree(fill: Fill, ask: Ask) -> None:
    fill(build.reading())
    judge(ask, "accept", FIRST, by="Mara")
    others = seen(ask, f"{HERE}?show=others", by="Jo")
    assert "<bdi>Mara</bdi>: accepted" in others
    assert 'judged by others, not by me <span class="count">1</span>' in others
    assert others.count('<li class="card ') == 1
    assert "No statement is so." in seen(ask, f"{HERE}?show=others", by="Mara")
    judge(ask, "reject", FIRST, by="Jo")
    page = seen(ask, f"{HERE}?statement={FIRST}&show=disputed", by="Jo")
    assert "Editors disagree; what was decided last counts." in page
    assert "Mara, Jo</bdi> disagree</strong>: rejected" in page
    assert "1 of 2 seen" in page
    judge(ask, "accept", FIRST, by="Jo")
    assert "disagree</strong>" not in seen(ask, by="Jo")


def test_the_queue_has_first_what_the_reader_was_least_sure_of(fill: Fill, ask: Ask) -> None:
    text = "It rained, Ada said. It snowed, Bo said. It froze, Cy said."
    sure = {"q1": ("It rained", 0.9), "q2": ("It snowed", 0.2), "q3": ("It froze", 0.5)}
    told = [build.statement(key, text, words, confidence=share) for key, (words, share) in sure.items()]
    fill(build.reading(build.report(text=text), *told))
    links = re.compile(rf'href="{HERE}\?statement=(q\d)&amp;queue=yes#words-q\d"')
    assert links.findall(ask("/review").text) == ["q2", "q3", "q1"]
    assert links.findall(ask("/review?limit=1").text) == ["q2"]
    assert "0 of 3 seen" in ask("/review").text


def test_the_queue_is_gone_through_one_by_one(fill: Fill, ask: Ask) -> None:
    first = build.reading()
    sure = [replace(one, confidence=share) for one, share in zip(first.statements, (0.9, 0.3), strict=True)]
    other = build.reading(build.report("r0000002", title="Another"))
    fill(replace(first, statements=tuple(sure)), other)

    def leads(after: str = "") -> str:
        answer = ask(f"/review/next?after={after}")
        assert answer.status_code == 303
        return answer.headers["location"]

    assert leads() == f"{HERE}?statement={SECOND}&queue=yes#words-{SECOND}"
    page = seen(ask, leads().partition("#")[0])
    assert f'name="next" value="/review/next?after={SECOND}"' in page
    assert f"statement={FIRST}&amp;queue=yes#words-{FIRST}" in page
    judge(ask, "accept", "r0000002-1")
    assert leads(SECOND) == f"{HERE}?statement={FIRST}&queue=yes#words-{FIRST}"
    assert leads(FIRST).startswith("/reports/r0000002/review?statement=r0000002-2&")
    assert leads("r0000002-2") == "/review"
    assert ask("/review/next?after=none").status_code == 404


def test_what_was_judged_leaves_the_queue_and_comes_back_when_undone(fill: Fill, ask: Ask) -> None:
    ledger = fill(build.reading())
    judge(ask, "correct", [FIRST, "act"], value="denies")
    page = ask("/review").text
    assert f"statement={FIRST}" not in page
    assert f"statement={SECOND}" in page
    assert "1 of 2 seen" in page
    judge(ask, "undo", kept(ledger)[0].id, by="Jo")
    assert f"statement={FIRST}" in ask("/review").text


def test_the_log_says_what_was_done_by_whom_on_what_and_why(fill: Fill, ask: Ask) -> None:
    ledger = fill(build.reading())
    judge(ask, "correct", [FIRST, "act"], value="denies", why="he says no")
    judge(ask, "correct", [FIRST, "act"], value="doubts", by="Jo")
    judge(ask, "undo", kept(ledger)[1].id, by="Mara")
    judge(ask, "reject", SECOND, by="Jo")
    page = seen(ask, "/judgements")
    did = [
        re.sub("<[^>]+>", "", one)
        for one in re.findall(r'<strong>.*?</strong> <span class="did">.*?</span>', page)
    ]
    assert did == [
        "Jo rejected",
        "Mara undid: Jo corrected act from denies to doubts",
        "Jo corrected act from denies to doubts",
        "Mara corrected act from asserts to denies",
    ]
    assert "<q><bdi>he says no</bdi></q>" in page
    assert page.count("undone by <bdi>Mara</bdi>") == 1
    assert f'{HERE}?statement={SECOND}#words-{SECOND}"><bdi>We heard three blasts.</bdi>' in page
    by_jo = seen(ask, "/judgements?by=Jo")
    assert by_jo.count("<strong>") == 2
    assert "by=Jo" in by_jo
    assert seen(ask, "/judgements?limit=1").count("<strong>") == 1


def test_links_and_names_and_figures_are_told_too(fill: Fill, ask: Ask) -> None:
    fill(build.reading(), build.claims(build.report("r0000009", build.CLAIMS)))
    judge(ask, "reject", ["r0000001", "r0000009"])
    judge(ask, "correct", ["r0000009-f1", "low"], value="12")
    judge(ask, "reject", ["r0000009-f1", "low"])
    judge(ask, "merge", ["body|x", "body|y"], names="yes")
    page = re.sub("<[^>]+>", "", seen(ask, "/judgements"))
    for did in (
        "took for one source", "took away low 12", "corrected low from 11 to 12", "rejected the link of",
        "at least 11 people", "Northern Wire: Bridges fall in Marrow Bay",
    ):  # fmt: skip
        assert did in page


def test_hostile_words_stay_words_in_review_and_log(fill: Fill, ask: Ask) -> None:
    reading = hostile()
    fill(replace(reading, statements=(replace(reading.statements[0], id="e1e1"),)))
    judge(ask, "reject", "e1e1", by="%3Cb%3EMara%E2%80%AE", why="<script>alert(2)</script>\u202e")
    for address, scripts in (("/reports/r000000e/review", 2), ("/judgements", 1), ("/review", 1)):
        page = ask(address, headers=signed("%3Cb%3EMara")).text
        assert page.count("<script") == scripts, address
        assert "\u202e" not in page
        assert "<b>Mara" not in page
    assert "&lt;b&gt;Mara" in ask("/judgements").text


def test_a_correction_made_on_the_desk_outlives_another_reading(
    crisis: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader finds less and otherwise, then as before; the corrected words are there whenever the statement is."""
    ledger = Path(shutil.copy(crisis, tmp_path / "l.db"))
    app = create_app(ledger, ACCESS)

    def ask(address: str, method: str = "GET", **sent: Any) -> httpx.Response:
        return asyncio.run(answer(app, method, address, "localhost:8750", **sent))

    with View(ledger) as view:
        report = view.ids()[0]
        one = view.reading(report).statements[0]
    start, end = one.content.start, one.content.start + len(one.content.text.split()[0])
    address = f"/reports/{report}/review"
    sent = {"stamp": stamp(), "next": address} | form(one, content=f"{start}-{end}", act="warns")
    assert ask(address, "POST", data=sent, headers=signed("Mara")).status_code == 303

    def corrected() -> tuple[str, str] | None:
        with View(ledger) as view:
            found = [
                each.statement for each in review(view, report).statements if each.statement.id == one.id
            ]
        return (found[0].content.text, found[0].act) if found else None

    words = one.content.text.split()[0]
    assert corrected() == (words, "warns")
    monkeypatch.setattr(pipeline, "read_statements", lambda of, notes: read(of, notes)[:1])
    assert pipeline.reread(ledger, [report]).added == 1
    assert corrected() == (words, "warns")
    monkeypatch.setattr(pipeline, "read_statements", lambda of, notes: ())
    pipeline.reread(ledger, [report])
    assert corrected() is None
    log = ask("/judgements").text
    assert log.count("no more in the ledger; a new reading may bring it back") == 2
    monkeypatch.undo()
    pipeline.reread(ledger, [report])
    assert corrected() == (words, "warns")
    assert (
        f'Mara</bdi></strong> <span class="did"><bdi>corrected act from {one.act} to warns'
        in ask("/judgements").text
    )
