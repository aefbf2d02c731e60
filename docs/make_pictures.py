"""Make pictures of every page of the desk, light and dark, wide and narrow, with Playwright and an installed Chromium.

    python docs/make_pictures.py LEDGER --to FOLDER     all of them, whole pages, to look at
    python docs/make_pictures.py LEDGER                 those that the documents show, into `docs/pictures/`

The pages are those that `rashomon serve` shows; the report with the most kinds of acts is shown, and the first dispute.
"""

import argparse
import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Literal

import uvicorn
from playwright.sync_api import Browser, sync_playwright
from rich.progress import track

from rashomon.query.disputes import disputes
from rashomon.query.reports import reports
from rashomon.store import View
from rashomon.web.access import NAME, Access
from rashomon.web.app import create_app

Scheme = Literal["light", "dark"]
PICTURES = Path(__file__).parent / "pictures"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
ACCESS = Access()
WIDTHS = {"wide": 1280, "narrow": 360}
HEIGHT = 860
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
SHOWN = (
    "board-wide-light", "board-wide-dark", "board-narrow-light", "report-wide-light", "claim-wide-light",
    "review-wide-light", "tree-wide-light", "timeline-wide-light",
)  # fmt: skip


def main() -> None:
    """Make all pictures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--to", type=Path, help="the folder for pictures of all pages in their whole length")
    parser.add_argument("--chromium", default=os.environ.get("RASHOMON_CHROMIUM") or shutil.which("chromium"))
    asked = parser.parse_args()
    folder = asked.to or PICTURES
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [
        (f"{page}-{width}-{scheme}", path, WIDTHS[width], scheme)
        for (page, path), width, scheme in product(_pages(asked.ledger).items(), WIDTHS, SCHEMES)
    ]
    with _served(asked.ledger) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=asked.chromium, args=QUIET)
        for name, path, width, scheme in track(wanted, "pictures"):
            if asked.to or name in SHOWN:
                _take(browser, address, path, width, scheme, folder / f"{name}.png", whole=bool(asked.to))
        browser.close()


def _pages(ledger: Path) -> dict[str, str]:
    """Where each page is."""
    with View(ledger) as view:
        readings = [view.reading(row.id) for row in reports(view)]
        dispute = next(one for one in disputes(view) if one.kind == "denial")
    richest = max(readings, key=lambda reading: len({one.act for one in reading.statements})).report.id
    return {
        "board": "/",
        "claims": "/claims",
        "claim": f"/claims/{dispute.of}",
        "reports": "/reports",
        "report": f"/reports/{richest}",
        "review": f"/reports/{richest}/review",
        "tree": f"/reports/{richest}/tree",
        "archive": f"/reports/{richest}/archive",
        "queue": "/review",
        "judgements": "/judgements",
        "search": "/search?words=market",
        "sources": "/sources",
        "source": "/sources/Teo Rasmin",
        "figures": "/figures?kind=killed",
        "events": "/events?type=assault&words=market",
        "timeline": "/timeline",
        "map": "/map",
        "add": "/add",
        "editor": "/editor",
        "none": "/none",
    }


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


def _take(
    browser: Browser, address: str, path: str, width: int, scheme: Scheme, to: Path, *, whole: bool
) -> None:
    page = browser.new_page(viewport={"width": width, "height": HEIGHT}, color_scheme=scheme)
    page.goto(address + ACCESS.way_in())
    page.context.add_cookies([{"name": NAME, "value": "Mara", "url": address}])
    page.goto(address + path)
    page.screenshot(path=to, full_page=whole)
    page.close()


if __name__ == "__main__":
    main()
