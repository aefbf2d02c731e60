"""Dossiers that are made on the desk."""

import re
from pathlib import Path
from urllib.parse import quote

from rashomon.export.verify import cells, unlike_itself, unlike_ledger
from rashomon.query.claims import claims
from rashomon.store import View
from tests.web.conftest import Ask


def some(ledger: Path, number: int) -> list[str]:
    with View(ledger) as view:
        return [one.id for one in claims(view, limit=number)]


def test_those_ticked_in_the_list_are_put_into_one_file(crisis: Path, ask_crisis: Ask) -> None:
    one, other = some(crisis, 2)
    assert f'type="checkbox" name="claim" value="{one}"' in ask_crisis("/claims").text
    assert f'href="/dossier?claim={quote(one)}"' in ask_crisis(f"/claims/{one}").text
    page = ask_crisis(f"/dossier?claim={quote(one)}&claim={quote(other)}&claim={quote(one)}").text
    assert re.findall(r'type="hidden" name="claim" value="([^"]+)"', page) == [one, other]


def test_the_file_is_kept_and_verifies_against_the_ledger(crisis: Path, ask_crisis: Ask) -> None:
    one, other = some(crisis, 2)
    asked = f"claim={quote(one)}&claim={quote(other)}&redact=people&counts=ucdp&dated=2031-05-06"
    answer = ask_crisis(f"/dossier/file?{asked}")
    assert answer.status_code == 200
    assert re.fullmatch(
        r'attachment; filename="dossier-[0-9a-f]{8}\.html"', answer.headers["content-disposition"]
    )
    assert "2031-05-06" in answer.text
    held = cells(answer.text)
    assert [sheet["id"] for sheet in held["claims"]] == [one, other]
    assert unlike_itself(answer.text, held) == []
    with View(crisis) as view:
        assert unlike_ledger(view, held) == []


def test_what_cannot_be_made_is_told(ask_crisis: Ask) -> None:
    assert "Choose claims first" in ask_crisis("/dossier").text
    assert ask_crisis("/dossier/file").status_code == 404
    assert ask_crisis("/dossier/file?claim=nothing").status_code == 404
    assert ask_crisis("/dossier?claim=nothing").status_code == 404
    assert ask_crisis("/dossier/file?claim=nothing&redact=all").status_code == 422
