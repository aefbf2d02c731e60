"""The whole way of an editor in a real browser, from files to a dossier that is verified."""

import re
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from typer.testing import CliRunner

from rashomon.cli.app import app
from tests.web.asking import ACCESS
from tests.web.conftest import CRISIS, Fill
from tests.web.test_web_browser import browser, serving  # noqa: F401  # a fixture is used by its name
from tests.web.test_web_review_browser import drag

pytestmark = pytest.mark.browser

READ_WORDS, RIGHT_WORDS = "its fighters had fired on the town", "its fighters had fired"


def add(page: Page) -> None:
    page.get_by_role("link", name="Add", exact=True).click()
    with as_file(files("rashomon") / "sample") as folder:
        page.get_by_label("Texts, web pages").set_input_files([folder / name for name in CRISIS])
        page.get_by_role("button", name="Read the files").click()
        expect(page.get_by_text("1 report added with")).to_have_count(len(CRISIS), timeout=120_000)


def sign(page: Page) -> None:
    page.get_by_role("link", name="Sign", exact=True).click()
    page.get_by_label("Name").fill("Mara Kolvi")
    page.get_by_role("button", name="Sign with it").click()


def rashomon(*words: str) -> str:
    """What a command prints; it must not fail."""
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.output
    return result.output


def split(page: Page) -> None:
    """Take apart what the linker put together."""
    denies = page.locator("section.denies")
    merged = denies.locator(".sayings > li", has_text="The Selmara Standard")
    merged.get_by_text("Why it is here").click()
    merged.get_by_label("Why: not the same claim").fill("another attack")
    merged.get_by_role("button", name="Not the same claim").click()
    expect(denies.locator("h2")).to_contain_text("1 origin")
    expect(page.locator(".decided")).to_contain_text("another attack")


def correct(page: Page) -> None:
    """Correct the words of a denial by selecting them in the text."""
    page.locator("section.denies").get_by_role("link", name=READ_WORDS).first.click()
    page.get_by_role("link", name="Review").last.click()
    page.locator(".to-judge li", has_text="denies").first.get_by_role("link").first.click()
    expect(page.locator("section.current .number")).to_contain_text("denies")
    drag(page, "its fighters", "had fired")
    expect(page.locator("#fix-content")).to_have_value(re.compile(rf"\d+-\d+ {RIGHT_WORDS}$"))
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".acts")).to_contain_text(f"corrected content from “{READ_WORDS}”")


def export(page: Page, to: Path) -> None:
    page.get_by_role("link", name="Make a dossier").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download").click()
    download.value.save_as(to)


def test_from_reports_to_a_verified_dossier(browser: Browser, fill: Fill, tmp_path: Path) -> None:  # noqa: F811
    ledger, dossier = fill(), tmp_path / "dossier.html"
    with serving(ledger) as address:
        context = browser.new_context(base_url=address)
        page = context.new_page()
        page.goto(ACCESS.way_in())
        sign(page)
        add(page)
        page.get_by_role("link", name="Board", exact=True).click()
        page.get_by_role("link", name="the Free Istrel Front").first.click()
        count = page.locator("section.denies h2")
        expect(count).to_contain_text("2 origins")
        claim = page.url
        split(page)
        correct(page)
        review = page.url
        rashomon("--ledger", str(ledger), "reread", "--all")
        page.goto(review)
        expect(page.locator("section.current blockquote")).to_have_text(RIGHT_WORDS)
        page.goto(claim)
        expect(count).to_contain_text("1 origin")
        page.locator(".decided").get_by_role("button", name="Undo").click()
        expect(count).to_contain_text("2 origins")
        export(page, dossier)
        context.close()
    look_offline(browser, dossier)
    assert "all as in" in rashomon("--ledger", str(ledger), "verify", str(dossier))


def look_offline(browser: Browser, dossier: Path) -> None:  # noqa: F811
    """A dossier asks for nothing but itself, and shows the corrected words and who corrected them."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(dossier.as_uri())
    expect(page.locator("body")).to_contain_text(RIGHT_WORDS)
    expect(page.locator("body")).to_contain_text("Mara Kolvi")
    assert asked == [dossier.as_uri()]
    context.close()
