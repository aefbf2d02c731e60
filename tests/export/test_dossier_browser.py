"""A dossier in a real browser, opened from a file with the network off."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from rashomon.store import View
from tests.export.conftest import Fill, largest_claim, page, private

pytestmark = pytest.mark.browser

CHROMIUM = os.environ.get("RASHOMON_CHROMIUM") or shutil.which("chromium")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        reason = "no Chromium: install it, or name it in RASHOMON_CHROMIUM"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.mark.parametrize("width", [360, 1280, 3840])
def test_it_opens_offline_without_script_and_fits(
    browser: Browser, sample: Path, tmp_path: Path, width: int
) -> None:
    file = tmp_path / "dossier.html"
    with View(sample) as view:
        file.write_text(page(view, claims=(largest_claim(view),)), encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": 800}, offline=True)
    opened, said, asked = context.new_page(), [], []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(file.as_uri())
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    assert opened.evaluate("getComputedStyle(document.querySelector('main')).maxWidth") != "none"
    assert said == []
    assert asked == [file.as_uri()]
    context.close()


def test_hostile_words_run_no_script_and_leave_the_page_in_order(
    browser: Browser, fill: Fill, tmp_path: Path
) -> None:
    title = (
        f"<img src=x onerror=document.title='run'></script><script>document.title='run'</script>{'x' * 2_000}"
    )
    file = tmp_path / "dossier.html"
    file.write_text(page(fill(private(title=title, outlet=title)), report="r0000001"), encoding="utf-8")
    context = browser.new_context(viewport={"width": 360, "height": 800}, offline=True)
    opened = context.new_page()
    opened.goto(file.as_uri())
    assert opened.title() != "run"
    assert opened.evaluate("document.documentElement.scrollWidth") <= 360
    assert opened.locator("script, img").count() == 1
    assert (
        opened.locator("#cells").evaluate("JSON.parse(document.getElementById('cells').textContent).title")[
            :4
        ]
        == "<img"
    )
    context.close()
