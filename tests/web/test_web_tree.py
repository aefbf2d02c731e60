"""Who took it from whom, as a picture and as a list."""

import asyncio
import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from rashomon.link.tree import Reason
from rashomon.query.reports import ReportRow
from rashomon.query.tree import Edge, Family
from rashomon.store import View
from rashomon.store.tables import reports
from rashomon.web.app import create_app
from rashomon.web.tree_picture import places, tree_picture
from tests import builders as build
from tests.web.asking import ACCESS, HOSTILE, SESSION, answer, stamp
from tests.web.conftest import Ask, Fill

NOTHING: Mapping[str, str] = MappingProxyType({})


def row(key: str, day: str | None = None, outlet: str | None = "Tern Post") -> ReportRow:
    return ReportRow(key, f"{key}.txt", outlet, None, day, None, None, "en", None, 1, 1, 0, 1, 1)


def family(*steps: tuple[str, str], days: Mapping[str, str] = NOTHING) -> Family:
    """A family of steps from one to whom it rests on; `outlet:` keys are not held."""
    keys = sorted({key for step in steps for key in step})
    held = {key: row(key, days.get(key)) for key in keys if not key.startswith("outlet:")}
    edges = tuple(
        Edge(one, of, "cites", 0.5, True, (Reason("cites", 0.5, f"{one} cites {of}", "", ()),))
        for one, of in steps
    )
    return Family(keys[0], held, {key: key[7:] for key in keys if key not in held}, edges, True)


def drawn(found: Family) -> str:
    return str(tree_picture(found, {(one.report, one.of): n for n, one in enumerate(found.edges, 1)}))


def test_who_rests_on_others_stands_to_the_right_of_all_of_them() -> None:
    at = places(family(("b", "a"), ("c", "b"), ("c", "a"), ("d", "outlet:wire")))
    assert {key: column for key, (column, _) in at.items()} == {
        "a": 0, "b": 1, "c": 2, "d": 1, "outlet:wire": 0,
    }  # fmt: skip


def test_no_two_stand_in_one_place_and_the_older_stand_above() -> None:
    days = {"b": "2031-05-03", "c": "2031-05-02", "d": "2031-05-01", "e": "2031-05-04"}
    at = places(family(("b", "a"), ("c", "a"), ("d", "a"), ("e", "c"), ("f", "a"), days=days))
    assert len(set(at.values())) == len(at)
    assert sorted("bcdf", key=lambda one: at[one][1]) == ["d", "c", "b", "f"]
    assert at["e"][1] == at["c"][1]


def test_whom_others_rest_on_less_surely_stands_beside_them() -> None:
    found = family(("b", "a"), ("c", "a"), ("d", "a"), ("d", "outlet:wire"))
    edges = tuple(replace(one, confidence=0.3 if one.of == "outlet:wire" else 0.9) for one in found.edges)
    at = places(replace(found, edges=edges))
    assert at["outlet:wire"] == (0, at["d"][1])
    assert at["a"] == (0, at["b"][1])


def test_reports_that_rest_on_each_other_are_drawn_too() -> None:
    at = places(family(("a", "b"), ("b", "a"), ("c", "b")))
    assert sorted(at) == ["a", "b", "c"]
    assert len(set(at.values())) == 3


def test_each_step_leads_to_its_reason_and_each_report_to_its_page() -> None:
    picture = drawn(family(("b", "a"), ("b", "outlet:wire")))
    leads = sorted(re.findall(r'href="([^"]+)"', picture))
    assert leads == ["#step-1", "#step-2", "/reports/a", "/reports/b"]
    assert "<title>cites: b cites a</title>" in picture
    assert picture.count("original not held") == 2  # in the box and in its title


def test_hostile_names_stay_text() -> None:
    found = family(("b", "a"))
    found = Family("a", {"a": row("a", None, HOSTILE), "b": row("b")}, {}, found.edges, True)
    picture = drawn(found)
    assert "<script" not in picture
    assert "\u202e" not in picture


def key_of(ledger: Path, title: str) -> str:
    from sqlalchemy import select

    with View(ledger) as view:
        asked = select(reports.c.id).where(reports.c.title.startswith(title))
        (found,) = view.rows(asked)
    return str(found["id"])


def test_the_steps_stand_below_with_the_words_that_show_them(crisis: Path, ask_crisis: Ask) -> None:
    courier, standard = key_of(crisis, "Shells hit Port"), key_of(crisis, "Terrorists shell")
    assert f'href="/reports/{courier}/tree"' in ask_crisis(f"/reports/{courier}").text
    page = " ".join(ask_crisis(f"/reports/{courier}/tree").text.split())
    assert page.count("<svg") == 1
    assert 'Northern Wire</bdi> <span class="note strong">original not held' in page
    assert f'href="/reports/{courier}/since/{standard}"' in page
    assert re.search(rf'href="/reports/{courier}\?statement=[0-9a-f]+#words-[0-9a-f]+"', page)
    for step in re.findall(r'href="#(step-\d+)"', page):
        assert f'id="{step}"' in page


def test_a_report_that_rests_on_nothing_says_so(ask_crisis: Ask, crisis: Path) -> None:
    with View(crisis) as view:
        alone = next(one["id"] for one in view.rows(reports.select()) if one["language"] == "fa")
    page = ask_crisis(f"/reports/{alone}/tree")
    assert page.status_code == 200
    assert "<svg" not in page.text
    assert "credits no outlet" in page.text
    assert "not linked to the others" not in ask_crisis("/claims").text
    assert ask_crisis("/reports/none/tree").status_code == 404


def test_who_asks_before_reports_are_linked_is_told(fill: Fill, ask: Ask) -> None:
    fill(build.reading())
    assert "run <code>rashomon link</code>" in ask("/reports/r0000001/tree").text
    assert "1 report is not linked to the others yet" in ask("/claims").text


def test_a_step_that_is_not_so_goes_and_comes_back(crisis: Path, tmp_path: Path) -> None:
    ledger = Path(shutil.copy(crisis, tmp_path / "crisis.db"))
    courier, standard = key_of(ledger, "Shells hit Port"), key_of(ledger, "Terrorists shell")

    def send(address: str, **data: Any) -> str:
        sent: dict[str, Any] = {"data": {"stamp": stamp()} | data} if data else {}
        method = "POST" if data else "GET"
        headers = {"Cookie": f"rashomon-session={SESSION}; rashomon-name=Mara"}
        app = create_app(ledger, ACCESS)
        return asyncio.run(answer(app, method, address, "localhost", headers=headers, **sent)).text

    where = f"/reports/{courier}/tree"
    compare = f'href="/reports/{courier}/since/{standard}"'
    assert compare in send(where)
    send("/judgements", verdict="reject", on=[courier, standard], next=where, why="both have the wire")
    page = " ".join(send(where).split())
    assert compare not in page
    assert compare not in send(f"/reports/{courier}")
    assert "neither took it from the other" in page
    assert "<bdi>both have the wire</bdi>" in page
    ids = re.findall(r'name="on" value="([0-9a-f]{16})"> *<button type="submit" class="quiet">Undo', page)
    send("/judgements", verdict="undo", on=ids, next=where)
    assert compare in send(where)
