"""The pages in a real browser: what no look at their markup can tell."""

import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
import uvicorn
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, sync_playwright

from rashomon.web.app import create_app
from rashomon.web.lights import LIGHTS
from tests import builders as build
from tests.web.asking import ACCESS, chained, hostile
from tests.web.conftest import Fill

pytestmark = pytest.mark.browser

CHROMIUM = os.environ.get("RASHOMON_CHROMIUM") or shutil.which("chromium")
QUIET = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync "
    "--no-first-run --disable-quic"
).split()
ADDRESSES = [
    "/", "/reports?words=shell", "/search?words=blasts", "/sources", "/editor", "/reports/r0000007",
    "/reports/r000000e", "/sources/Health Ministry", "/none", "/reports/r0000009",
    "/figures?kind=killed&counts=acled", "/events?words=shells", "/claims", "/add", "/timeline", "/map",
    "/reports/r0000007/archive", "/saved", "/?place=ansel&act=denies",
    "/reports/r0000007?statement=s3", "/reports/r000000e/since/r0000007",
    "/review", "/judgements", "/reports/r0000007/review?statement=s3", "/reports/r000000e/review",
]  # fmt: skip


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


@pytest.fixture
def address(fill: Fill) -> Iterator[str]:
    """A server of a ledger with a plain, a chained and a hostile report, and one with all that can be claimed."""
    claimed = build.claims(build.report("r0000009", build.CLAIMS))
    ledger = fill(build.reading(), chained(), hostile(), claimed)
    with serving(ledger) as served:
        yield served


class serving:  # noqa: N801  # read as a word in a `with`
    """A real server in a thread, on a free port."""

    def __init__(self, ledger: Path) -> None:
        self.server = uvicorn.Server(uvicorn.Config(create_app(ledger, ACCESS), port=0, log_level="warning"))
        self.thread = threading.Thread(target=self.server.run)

    def __enter__(self) -> str:
        self.thread.start()
        while not self.server.started:
            assert self.thread.is_alive()
            time.sleep(0.01)
        port = self.server.servers[0].sockets[0].getsockname()[1]
        return f"http://127.0.0.1:{port}"

    def __exit__(self, *_: object) -> None:
        self.server.should_exit = True
        self.thread.join()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that fails its test where it complains, opens a dialog or asks for anything from elsewhere."""
    page = browser.new_page(base_url=address)
    complaints: list[str] = []

    def note_message(message: ConsoleMessage) -> None:
        # The browser itself reports an answer of 404 on its console; `/none` is meant to have one.
        if not message.location["url"].endswith("/none"):
            complaints.append(message.text)

    def note_dialog(dialog: Dialog) -> None:
        complaints.append(dialog.message)
        dialog.dismiss()

    def note_request(request: Request) -> None:
        if not request.url.startswith(f"{address}/"):
            complaints.append(request.url)

    page.goto(ACCESS.way_in())
    page.on("console", note_message)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", note_dialog)
    page.on("request", note_request)
    yield page
    page.close()
    assert complaints == []


def lit(page: Page) -> list[str]:
    """The classes of all that is lit up."""
    found: list[str] = page.evaluate(
        """[...document.querySelectorAll(".reading *")]
            .filter(one => getComputedStyle(one).getPropertyValue("--lit") === "1")
            .map(one => one.className)"""
    )
    return found


def ground(page: Page, selector: str) -> str:
    """The colour behind an element."""
    return str(
        page.evaluate("one => getComputedStyle(document.querySelector(one)).backgroundColor", selector)
    )


def test_from_the_list_to_a_report_and_to_a_source(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Search all statements").fill("shell")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="the ministry denied that any shell fell").nth(2).click()
    assert page.url.endswith("/reports/r0000007#words-s3")
    assert page.get_by_role("heading", level=1).inner_text() == "One shell or none"
    page.get_by_role("link", name="all by Health Ministry").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Health Ministry"


def test_a_card_lights_up_its_words_and_they_light_up_the_card(page: Page) -> None:
    page.goto("/reports/r0000007")
    dark = ground(page, "mark.s4")
    assert lit(page) == []
    page.hover("#card-s4")
    pieces = [
        "source s4",
        "number asserts s4",
        "content asserts s4",
        "number asserts s4",
        "content asserts s4",
    ]
    assert sorted(lit(page)) == sorted([*pieces[1:], "source s4", "card asserts s4"])
    assert ground(page, "mark.s4") != dark
    page.hover("mark.denies.s3")
    assert "card denies s3" in lit(page)
    page.hover("h1")
    assert lit(page) == []


def test_the_keyboard_reaches_a_card_and_lights_up_its_words(page: Page) -> None:
    page.goto("/reports/r0000007")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.card')?.id") == "card-s3":
            break
    assert "content denies s3" in lit(page)
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.url.endswith("#words-s3")
    assert "card denies s3" in lit(page)


def test_lists_lead_to_what_is_marked_in_the_text(page: Page) -> None:
    page.goto("/events")
    page.get_by_role("link", name="40 families fled to Marrow").click()
    assert page.url.endswith("/reports/r0000009#event-r0000009-e2")
    outline = "getComputedStyle(document.querySelector(':target')).outlineStyle"
    page.locator(":target").wait_for()
    assert page.evaluate(outline) == "solid"
    page.get_by_role("link", name="Port Ansel", exact=True).click()
    assert page.evaluate(outline) == "solid"
    assert page.get_by_title("Port Ansel, town, SL, 1.50, -2.25").inner_text() == "Port Ansel"


@pytest.mark.parametrize("width", [360, 390, 800, 1280, 3840])
def test_no_page_is_wider_than_the_window(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for where in ADDRESSES:
        page.goto(where)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, where


MOVED = """() => new Promise(done => {
    let moved = 0;
    new PerformanceObserver(seen => { for (const one of seen.getEntries()) moved += one.value; })
        .observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(moved), 100);
})"""


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_once_it_is_shown(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for where in ADDRESSES:
        page.goto(where)
        assert page.evaluate(MOVED) == 0, where


AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")


def faults(page: Page) -> list[str]:
    """What axe finds on a page that is serious or worse."""
    page.evaluate(AXE)
    found: list[str] = page.evaluate(
        """async () => (await axe.run()).violations
            .filter(one => ["serious", "critical"].includes(one.impact))
            .map(one => `${one.id}: ${one.nodes.map(node => node.target).join(", ")}`)"""
    )
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everyone_can_use_every_page(page: Page, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    for where in ADDRESSES:
        page.goto(where)
        assert faults(page) == [], where


def test_a_dispute_is_followed_to_the_words_and_their_chain(browser: Browser, crisis: Path) -> None:
    with serving(crisis) as address:
        page = browser.new_page(base_url=address)
        page.goto(ACCESS.way_in())
        assert faults(page) == []
        page.locator(".disputes li", has_text="denied").locator("h2 a").first.click()
        page.get_by_role("heading", name="denies").wait_for()
        assert faults(page) == []
        page.locator(".denies .words a").first.click()
        page.locator("#chosen .sentence").wait_for()
        assert "quoting" in page.inner_text("#chosen .sentence")
        assert page.locator("#chosen svg").is_visible()
        page.locator(".card .open").nth(1).click()
        page.locator("#chosen .number", has_text="2").wait_for()
        assert faults(page) == []
        page.close()


def test_what_is_pasted_is_read_while_the_page_stays(browser: Browser, fill: Fill) -> None:
    with serving(fill()) as address:
        page = browser.new_page(base_url=address)
        page.goto(ACCESS.way_in())
        page.get_by_role("link", name="Add", exact=True).click()
        page.get_by_label("The text").fill(
            "The ministry denied that any shell fell on the market in the old town."
        )
        page.get_by_label("Outlet").fill("Harbour Post")
        page.get_by_role("button", name="Read the text").click()
        page.get_by_text("1 report added with 1 statement").wait_for(timeout=60_000)
        page.locator(".added a").click()
        assert page.locator("mark.denies").count() > 0
        page.close()


def test_a_hostile_report_shows_itself_and_does_nothing(page: Page) -> None:
    page.goto("/reports/r000000e")
    assert "<script>alert(1)</script>" in page.inner_text("h1")
    assert "U+202E" in page.inner_text("h1")
    assert (
        page.locator(
            "script:not([src='/static/htmx.min.js'], [src='/static/review.js'])"
            ", iframe, object, embed, [onclick], [style]"
        ).count()
        == 0
    )
    assert page.get_by_role("link", name="javascript").count() == 0


def test_all_pages_stand_up_in_the_dark_and_on_paper(page: Page) -> None:
    grounds = set()
    for scheme, media in (("light", "screen"), ("dark", "screen"), ("light", "print")):
        page.emulate_media(color_scheme=scheme, media=media)  # type: ignore[arg-type]
        page.goto("/reports/r0000007")
        assert page.locator("mark.denies.s3").is_visible()
        assert page.locator("#card-s3").is_visible()
        grounds.add(ground(page, "html"))
    assert len(grounds) == 3


def test_statements_beyond_the_lights_can_be_followed(browser: Browser, fill: Fill) -> None:
    count = LIGHTS + 3
    text = "\n".join(f"Speaker {number} said it rained {number} times." for number in range(count))
    many = [build.statement(f"s{number}", text, f"it rained {number} times") for number in range(count)]
    with serving(fill(build.reading(build.report(text=text), *many))) as address:
        page = browser.new_page(base_url=address)
        page.goto(ACCESS.way_in())
        page.goto(f"/reports/r0000001#words-s{count - 1}")
        assert lit(page) == []
        assert (
            page.evaluate(f"getComputedStyle(document.getElementById('words-s{count - 1}')).outlineStyle")
            == "solid"
        )
        page.hover("#card-s0")
        assert len(lit(page)) == 3
        page.close()
