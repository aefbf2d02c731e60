"""Make the pictures in `docs/pictures/` from a ledger, with Playwright and an installed Chromium.

    python docs/make_pictures.py LEDGER [--report ID] [--chromium PATH]

The pages are those that `rashomon serve` shows. Without `--report` the report
with the most kinds of acts is shown.
"""

import argparse
import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, NamedTuple

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from rashomon.query.reports import reports
from rashomon.store import View
from rashomon.web.access import Access
from rashomon.web.app import create_app

PICTURES = Path(__file__).parent / "pictures"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
ACCESS = Access()
CARD = ".card .number >> nth=4"


class Picture(NamedTuple):
    """One picture: of which page, how wide and high, in which colours, with the focus where."""

    name: str
    page: Literal["board", "report", "events"]
    width: int
    height: int
    scheme: Literal["light", "dark"]
    focus: str | None = None


WANTED = (
    Picture("board-light", "board", 1280, 860, "light"),
    Picture("board-dark", "board", 1280, 860, "dark"),
    Picture("board-narrow", "board", 390, 844, "light"),
    Picture("events-light", "events", 1280, 860, "light"),
    Picture("events-dark", "events", 1280, 860, "dark"),
    Picture("report-light", "report", 1280, 940, "light", CARD),
    Picture("report-dark", "report", 1280, 940, "dark", CARD),
    Picture("report-narrow", "report", 390, 1200, "light"),
)


def main() -> None:
    """Make all pictures."""
    parser = argparse.ArgumentParser(description="Make the pictures of the pages.")
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--report", help="which report to show; the first characters of its id are enough")
    parser.add_argument("--chromium", default=os.environ.get("RASHOMON_CHROMIUM") or shutil.which("chromium"))
    asked = parser.parse_args()
    pages = {
        "board": "/",
        "events": "/events?type=assault&words=market",
        "report": f"/reports/{_report(asked.ledger, asked.report)}",
    }
    PICTURES.mkdir(exist_ok=True)
    with _served(asked.ledger) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=asked.chromium, args=QUIET)
        for picture in WANTED:
            _take(browser, picture, address, pages[picture.page])
        browser.close()


def _report(ledger: Path, prefix: str | None) -> str:
    """The report to show."""
    with View(ledger) as view:
        if prefix:
            return view.find(prefix)
        readings = [view.reading(row.id) for row in reports(view)]
    richest = max(readings, key=lambda reading: len({one.act for one in reading.statements}))
    return richest.report.id


@contextmanager
def _served(ledger: Path) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(create_app(ledger, ACCESS), log_level="warning"))
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


def _take(browser: Browser, picture: Picture, address: str, path: str) -> None:
    page = browser.new_page(
        viewport={"width": picture.width, "height": picture.height}, color_scheme=picture.scheme
    )
    page.goto(address + ACCESS.way_in())
    page.goto(address + path)
    if picture.focus:
        page.focus(picture.focus)
        page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=PICTURES / f"{picture.name}.png")
    page.close()


if __name__ == "__main__":
    main()
