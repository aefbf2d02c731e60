"""`POST /judgements`: what is taken, signed and kept, and what is not."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from rashomon.model import Judgement
from rashomon.query.judged import Judged
from rashomon.query.kept import judgements
from rashomon.store import View
from tests import builders as build
from tests.web.asking import SESSION, stamp
from tests.web.conftest import Ask, Fill

FIRST = "r0000001-1"


def post(ask: Ask, by: str = "Mara", **fields: Any) -> httpx.Response:
    sent = {"stamp": stamp(), "next": "/reports/r0000001/review"} | fields
    cookies = f"rashomon-session={SESSION}" + (f"; rashomon-name={by}" if by else "")
    return ask("/judgements", "POST", data=sent, headers={"Cookie": cookies})


def kept(ledger: Path) -> list[Judgement]:
    with View(ledger) as view:
        return judgements(view)


def test_a_judgement_is_kept_with_the_name_and_leads_on(fill: Fill, ask: Ask) -> None:
    ledger = fill(build.reading())
    answer = post(ask, verdict="reject", on=FIRST, why="a caption")
    assert (answer.status_code, answer.headers["location"]) == (303, "/reports/r0000001/review")
    (one,) = kept(ledger)
    assert (one.kind, one.target, one.verdict, one.by, one.why) == (
        "statement",
        (FIRST,),
        "reject",
        "Mara",
        "a caption",
    )
    assert post(ask, verdict="accept", on=FIRST, next="https://a.example/").headers["location"] == "/"


def test_a_correction_is_undone_by_another_and_the_reading_is_back(fill: Fill, ask: Ask) -> None:
    ledger = fill(build.reading())
    assert post(ask, verdict="correct", on=[FIRST, "content"], value="Marrow Bay").status_code == 303
    (one,) = kept(ledger)
    start, end = build.span(build.TEXT, "Marrow Bay")
    assert one.value == f"{start}-{end} Marrow Bay"
    with View(ledger) as view:
        assert Judged(view).reading("r0000001").statements[0].content.text == "Marrow Bay"
    assert post(ask, by="Jo", verdict="undo", on=one.id).status_code == 303
    assert [(each.verdict, each.by) for each in kept(ledger)] == [("correct", "Mara"), ("undo", "Jo")]
    with View(ledger) as view:
        assert Judged(view).reading("r0000001") == view.reading("r0000001")
    again = post(ask, verdict="undo", on=one.id)
    assert (again.status_code, "undone already, by Jo" in again.text) == (422, True)


@pytest.mark.parametrize(
    ("status", "says", "fields"),
    [
        (403, "sign with a name", {"by": "", "verdict": "accept", "on": FIRST}),
        (403, "not from a page of this session", {"verdict": "accept", "on": FIRST, "stamp": "x"}),
        (404, "nothing in", {"verdict": "accept", "on": "none-such"}),
        (404, "no judgement has an id", {"verdict": "undo", "on": "none-such"}),
        (422, "is none of", {"verdict": "love", "on": FIRST}),
        (422, "is none of", {}),
        (422, "cannot be judged", {"verdict": "merge", "on": FIRST}),
        (
            422,
            "is no place in this report",
            {"verdict": "correct", "on": [FIRST, "content"], "value": "9-9999"},
        ),
        (422, "does not stand so", {"verdict": "correct", "on": [FIRST, "cue"], "value": "sang <b>"}),
        (422, "cannot be &#39;sings&#39;", {"verdict": "correct", "on": [FIRST, "act"], "value": "sings"}),
        (422, "has no low", {"verdict": "correct", "on": [FIRST, "low"], "value": "3"}),
        (422, "give an id, a field", {"verdict": "correct", "on": FIRST, "value": "3"}),
    ],
)
def test_what_cannot_be_kept_is_refused_in_one_sentence(
    fill: Fill, ask: Ask, status: int, says: str, fields: dict[str, Any]
) -> None:
    ledger = fill(build.reading())
    answer = post(ask, **fields)
    assert (answer.status_code, says in answer.text) == (status, True), answer.text
    assert kept(ledger) == []


def test_a_value_is_accepted_and_taken_away(fill: Fill, ask: Ask) -> None:
    ledger = fill(build.reading())
    post(ask, verdict="accept", on=[FIRST, "act"])
    post(ask, verdict="reject", on=[FIRST, "cue"])
    assert [(one.kind, one.target, one.verdict) for one in kept(ledger)] == [
        ("value", (FIRST, "act"), "accept"),
        ("value", (FIRST, "cue"), "reject"),
    ]
    with View(ledger) as view:
        assert Judged(view).reading("r0000001").statements[0].cue is None
    post(ask, verdict="reject", on=[FIRST, "source"])
    nobody = post(ask, verdict="correct", on=[FIRST, "source_name"], value="Ada")
    assert (nobody.status_code, "give its source first" in nobody.text) == (422, True)
