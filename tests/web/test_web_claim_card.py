"""The card of a claim: why its members are one, and taking apart, putting together and undoing."""

import asyncio
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from rashomon import pipeline
from rashomon.model import Given
from rashomon.query.claims import ClaimRow, claims
from rashomon.query.members import find_claim
from rashomon.query.origins import Behind, origins
from rashomon.store import View
from rashomon.store.tables import judgements, propositions, reports
from rashomon.web.app import create_app
from tests.web.asking import ACCESS, SESSION, answer, stamp

Send = Callable[..., httpx.Response]
MARA = {"Cookie": f"rashomon-session={SESSION}; rashomon-name=Mara"}


@pytest.fixture
def ledger(crisis: Path, tmp_path: Path) -> Path:
    """A copy of the ledger of the crisis, to write into."""
    return Path(shutil.copy(crisis, tmp_path / "crisis.db"))


@pytest.fixture
def send(ledger: Path) -> Send:
    """Asks the application as Mara; what is sent is stamped."""

    def send(address: str, **data: Any) -> httpx.Response:
        sent: dict[str, Any] = {"data": {"stamp": stamp()} | data} if data else {}
        method = "POST" if data else "GET"
        return asyncio.run(
            answer(create_app(ledger, ACCESS), method, address, "localhost", headers=MARA, **sent)
        )

    return send


def disputed(ledger: Path) -> ClaimRow:
    with View(ledger) as view:
        return claims(view, disputed=True)[0]


def behind(ledger: Path, claim: str) -> Behind:
    with View(ledger) as view:
        return origins(view, claim)


def members(ledger: Path, claim: str) -> set[str]:
    return {one.id for side in behind(ledger, claim).claim.sides.values() for one in side}


def spaced(answered: httpx.Response) -> str:
    assert answered.status_code == 200
    return " ".join(answered.text.split())


def undo(send: Send, page: str) -> httpx.Response:
    """Undo the newest act that a page tells of."""
    form = page[page.index('name="verdict" value="undo"') :]
    ids = re.findall(r'name="on" value="([0-9a-f]+)"', form[: form.index("</form>")])
    return send("/judgements", verdict="undo", on=ids, next="/")


def test_a_member_that_is_split_off_stays_out_until_it_is_undone(ledger: Path, send: Send) -> None:
    claim = disputed(ledger)
    before = members(ledger, claim.id)
    out = claim.sides["denies"][0].id
    page = spaced(send(f"/claims/{claim.id}"))
    assert f'name="member" value="{out}"' in page
    assert "for: the same words, in a passage that both reports have" in page
    answered = send(f"/claims/{claim.id}/apart", member=out, why="another day")
    assert answered.status_code == 303
    left = answered.headers["location"].rpartition("/")[2]
    assert members(ledger, left) == before - {out}
    pipeline.link(ledger, rebuild=True)
    assert members(ledger, left) == before - {out}
    assert members(ledger, out) == {out}
    told = spaced(send(f"/claims/{left}"))
    assert "<strong><bdi>Mara</bdi></strong>" in told
    assert "<bdi>another day</bdi>" in told
    assert undo(send, told).status_code == 303
    assert members(ledger, left) == before
    assert "What people decided here" not in spaced(send(f"/claims/{left}"))


def test_claims_are_put_together_by_words_or_id(ledger: Path, send: Send) -> None:
    with View(ledger) as view:
        one, other = claims(view, disputed=False)[:2]
    for asked in (other.id, other.text.replace('"', " ")[:60].rpartition(" ")[0]):
        page = spaced(send(f"/claims/{one.id}/merge?words={asked}"))
        assert f'name="on" value="{other.id}"' in page
    before = members(ledger, one.id) | members(ledger, other.id)
    where = f"/claims/{one.id}"
    answered = send("/judgements", verdict="merge", on=[one.id, other.id], next=where, why="one attack")
    assert answered.headers["location"] == where
    assert members(ledger, one.id) == members(ledger, other.id) == before
    page = spaced(send(where))
    assert "says the same as" in page
    undo(send, page)
    assert members(ledger, one.id).isdisjoint(members(ledger, other.id))


def joined(ledger: Path, send: Send) -> tuple[str, str, int]:
    """A claim, a source that it joins with others, and the most origins of its first side."""
    with View(ledger) as view:
        found = [one.id for one in claims(view)]
    for claim in found:
        if sources := re.findall(r'name="source" value="([^"]+)"', spaced(send(f"/claims/{claim}"))):
            return claim, sources[0], sum(one.high for one in behind(ledger, claim).claim.origins.values())
    raise AssertionError("no origin joins sources")


def test_a_source_that_is_taken_apart_is_an_origin_of_its_own(ledger: Path, send: Send) -> None:
    claim, source, high = joined(ledger, send)
    page = spaced(send(f"/claims/{claim}"))
    assert "What would change the count" in page
    assert f"{high} becomes {high + 1}" in page or len(behind(ledger, claim).claim.origins) > 1
    assert send(f"/claims/{claim}/apart", source=source, why="").status_code == 303
    assert sum(one.high for one in behind(ledger, claim).claim.origins.values()) == high + 1
    page = spaced(send(f"/claims/{claim}"))
    assert "is not one source with" in page
    undo(send, page)
    assert sum(one.high for one in behind(ledger, claim).claim.origins.values()) == high


def test_two_origins_are_made_one_and_two_again(ledger: Path, send: Send) -> None:
    with View(ledger) as view:
        claim, side, high = next(
            (one.id, side, count.high)
            for one in claims(view)
            for side, count in one.origins.items()
            if count.high > 1
        )
    page = spaced(send(f"/claims/{claim}"))
    form = page[page.index('name="names" value="yes"') :]
    on = re.findall(r'name="on" value="([^"]+)"', form)[0]
    other = re.findall(r'<option value="([^"]+)"', form)[0]
    send("/judgements", verdict="merge", names="yes", on=[on, other], next="/", why="one man")
    assert behind(ledger, claim).claim.origins[side].high == high - 1
    page = spaced(send(f"/claims/{claim}"))
    assert "is one source with" in page
    undo(send, page)
    assert behind(ledger, claim).claim.origins[side].high == high


def test_what_cannot_be_taken_apart_is_told(ledger: Path, send: Send) -> None:
    claim = disputed(ledger)
    assert send(f"/claims/{claim.id}/apart", member="nobody", why="").status_code == 404
    assert send(f"/claims/{claim.id}/apart", source="body|nobody", why="").status_code == 404
    with View(ledger) as view:
        alone = next(
            one for one in claims(view) if len({s.id for side in one.sides.values() for s in side}) == 1
        )
    mine = next(one.id for side in alone.sides.values() for one in side)
    assert send(f"/claims/{alone.id}/apart", member=mine, why="").status_code == 422
    assert "Not the same claim" not in spaced(send(f"/claims/{alone.id}"))
    with View(ledger) as view:
        assert view.rows(select(judgements)) == []


def test_a_claim_of_which_all_is_rejected_is_not_there(ledger: Path, send: Send) -> None:
    with View(ledger) as view:
        one = next(one for one in claims(view) if sum(map(len, one.sides.values())) == 1)
    (said,) = [each.statement for side in one.sides.values() for each in side]
    send("/judgements", verdict="reject", on=said, next="/")
    for address in (f"/claims/{one.id}", f"/claims/{one.id}/merge", f"/dossier/file?claim={one.id}"):
        assert send(address).status_code == 404
    assert send(f"/claims/{one.id}/apart", member=one.id, why="").status_code == 404
    assert "Choose claims first" in spaced(send(f"/dossier?claim={one.id}"))


def test_nothing_is_decided_without_a_name_or_a_stamp(ledger: Path, send: Send) -> None:
    claim = disputed(ledger)
    out = claim.sides["says"][0].id
    app = create_app(ledger, ACCESS)
    address = f"/claims/{claim.id}/apart"
    unsigned = asyncio.run(answer(app, "POST", address, "localhost", data={"stamp": stamp(), "member": out}))
    assert unsigned.status_code == 403
    assert send(address, member=out, stamp="no").status_code == 403
    page = asyncio.run(answer(app, "GET", f"/claims/{claim.id}", "localhost")).text
    assert "Sign with a name" in page
    assert 'method="post"' not in page


def test_a_member_leads_to_its_claim(ledger: Path) -> None:
    with View(ledger) as view:
        rows = view.rows(
            select(propositions.c.id, propositions.c.claim).where(propositions.c.id != propositions.c.claim)
        )
        assert rows
        assert all(find_claim(view, row["id"]) == row["claim"] for row in rows)


def test_a_claim_tells_what_is_said_besides_and_who_declined(ledger: Path, send: Send) -> None:
    claim = disputed(ledger)
    page = spaced(send(f"/claims/{claim.id}"))
    assert "Disputed claim: who did it" in page
    assert "What is said besides, and whether that is denied" in page
    besides = re.findall(r'<dd><a href="/claims/([^"]+)"', page)
    assert besides
    assert claim.id not in besides
    assert "nobody denies it" in page
    assert "Who declined to comment" in page
    with View(ledger) as view:
        toll = next(one for one in claims(view) if "killed" in one.text)
    page = spaced(send(f"/claims/{toll.id}?counts=ucdp"))
    assert "Counts over time, by speaker" in page
    for figure in set(
        re.findall(r'href="(/reports/[^"]+#figure-[^"]+)"', page[page.index("<svg") : page.index("<table")])
    ):
        assert f'<a href="{figure}">' in page[page.index("<table") :]


def test_what_people_put_together_by_a_member_stays_together_without_it(ledger: Path, send: Send) -> None:
    with View(ledger) as view:
        one, other = claims(view, disputed=False)[:2]
    send("/judgements", verdict="merge", on=[one.id, other.id], next="/", why="")
    whole = members(ledger, one.id)
    assert send(f"/claims/{one.id}/apart", member=one.id, why="").status_code == 303
    assert members(ledger, other.id) == whole - {one.id}


def test_hostile_words_stay_text_on_every_page_of_a_claim(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>\u202e"
    for name, act in (("a", "said"), ("b", "denied")):
        text = f"The {evil} Ministry {act} that 7 people were killed when shells hit the {evil} market of Port Ansel."
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    ledger = tmp_path / "hostile.db"
    given = Given(outlet=evil, title=evil, published="2031-05-06")
    assert pipeline.add(ledger, [str(tmp_path)], given).added == 2
    app = create_app(ledger, ACCESS)
    with View(ledger) as view:
        ids = [one.id for one in claims(view)]
        held = [one["id"] for one in view.rows(select(reports.c.id))]
    asked = [*(f"/claims/{one}{more}" for one in ids for more in ("", "/merge", "/merge?words=market"))]
    asked += [*(f"/dossier?claim={one}" for one in ids), *(f"/reports/{one}/tree" for one in held)]
    asked.append(f"/reports/{held[0]}/since/{held[1]}")
    assert ids
    for address in asked:
        page = asyncio.run(answer(app, "GET", address, "localhost", headers=MARA))
        assert page.status_code == 200, address
        assert page.text.count("<script") == 1, address
        assert "\u202e" not in page.text, address
