"""Claims, trees and dossiers in a real browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page
from sqlalchemy import select

from rashomon.cli.app import app
from rashomon.query.claims import claims
from rashomon.store import View
from rashomon.store.tables import reports
from tests.web.asking import ACCESS
from tests.web.test_web_browser import browser, faults, serving  # noqa: F401  # the fixture

pytestmark = pytest.mark.browser


@pytest.fixture
def ledger(crisis: Path, tmp_path: Path) -> Path:
    """A copy of the ledger of the crisis, to write into."""
    return Path(shutil.copy(crisis, tmp_path / "crisis.db"))


@pytest.fixture
def page(browser: Browser, ledger: Path) -> Iterator[Page]:  # noqa: F811
    """A page in which Mara is let in and has signed."""
    with serving(ledger) as address:
        context = browser.new_context(base_url=address, accept_downloads=True)
        page = context.new_page()
        page.goto(ACCESS.way_in())
        page.goto("/editor")
        page.get_by_label("Name").fill("Mara")
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Mara").wait_for()
        yield page
        context.close()


def disputed(ledger: Path) -> str:
    with View(ledger) as view:
        return claims(view, disputed=True)[0].id


def test_a_member_is_split_off_and_brought_back(page: Page, ledger: Path) -> None:
    page.goto(f"/claims/{quote(disputed(ledger))}")
    before = page.locator(".side .sayings > li").count()
    last = page.locator(".side.denies .sayings > li").last
    last.get_by_text("Why it is here").click()
    assert last.locator(".judge li").count() > 0
    last.get_by_label("Why: not the same claim").fill("another day")
    last.get_by_role("button", name="Not the same claim").click()
    page.get_by_role("heading", name="What people decided here").wait_for()
    assert page.locator(".side .sayings > li").count() == before - 1
    assert "another day" in page.inner_text(".decided")
    assert faults(page) == []
    page.get_by_role("button", name="Undo").click()
    page.locator(".decided").wait_for(state="detached")
    assert page.locator(".side .sayings > li").count() == before


def test_a_claim_is_put_together_with_another_by_words(page: Page, ledger: Path) -> None:
    with View(ledger) as view:
        one, other = claims(view, disputed=False)[:2]
    page.goto(f"/claims/{quote(one.id)}")
    page.get_by_role("link", name="Put together with another claim").click()
    page.get_by_label("Words, or the id").fill(other.id)
    page.get_by_role("button", name="Look").click()
    page.get_by_role("button", name="The same claim").click()
    page.get_by_role("heading", name="What people decided here").wait_for()
    both = {report.report for claim in (one, other) for side in claim.sides.values() for report in side}
    assert f"{len(both)} reports" in page.inner_text(".over")


def test_a_dossier_is_downloaded_opens_offline_and_verifies(
    page: Page,
    browser: Browser,  # noqa: F811
    ledger: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    page.goto("/claims")
    for box in page.locator("input[name=claim]").all()[:2]:
        box.check()
    page.get_by_role("button", name="Make a dossier").click()
    page.get_by_label("Hide").select_option("people")
    with page.expect_download() as begun:
        page.get_by_role("button", name="Download").click()
    file = tmp_path / begun.value.suggested_filename
    begun.value.save_as(file)
    context = browser.new_context(offline=True)
    opened, said = context.new_page(), []
    opened.on("console", lambda message: said.append(message.text))
    opened.goto(file.as_uri())
    assert opened.locator("h1").is_visible()
    assert opened.evaluate("JSON.parse(document.getElementById('cells').textContent).claims.length") == 2
    assert said == []
    context.close()
    with pytest.raises(SystemExit) as ended:
        app(["verify", str(file), "--ledger", str(ledger)])
    assert ended.value.code == 0
    assert "all as in" in capsys.readouterr().out


def addresses(ledger: Path) -> list[str]:
    with View(ledger) as view:
        one, other = claims(view, limit=2)
        held = [row["id"] for row in view.rows(select(reports.c.id).order_by(reports.c.id))]
    return [
        f"/claims/{quote(disputed(ledger))}",
        f"/claims/{quote(one.id)}",
        f"/claims/{quote(one.id)}/merge?words=market",
        f"/dossier?claim={quote(one.id)}&claim={quote(other.id)}",
        "/dossier",
        *(f"/reports/{key}/tree" for key in held),
        f"/reports/{held[0]}/since/{held[1]}",
        "/sources/Interior Ministry",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everyone_can_use_these_pages_at_any_width(
    page: Page, ledger: Path, scheme: Literal["light", "dark"]
) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.emulate_media(color_scheme=scheme)
    for where in addresses(ledger):
        for width in (360, 1400):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(where)
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, where
        assert faults(page) == [], where
    assert complaints == []


def test_the_pictures_can_be_walked_by_keyboard(page: Page, ledger: Path) -> None:
    with View(ledger) as view:
        toll = next(one.id for one in claims(view) if "killed" in one.text)
    page.goto(f"/claims/{quote(toll)}")
    mark = page.locator("svg.tolls a").first
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/*#figure-*")
    assert page.locator(":target").count() == 1
