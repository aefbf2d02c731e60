"""How long the desk takes for a page: median and 95th percentile of its own time, and the first time.

    python bench/ledger.py --keep LEDGER
    python bench/desk.py LEDGER [--times 20]

The aim is 200 ms for every page on 20,000 reports. Nothing is sent over a network.
"""

import argparse
import asyncio
import time
from pathlib import Path

import httpx
from fastapi import FastAPI

from bench.ledger import Press
from rashomon.query.claims import claims
from rashomon.query.reports import reports
from rashomon.store import View
from rashomon.web.access import SESSION, Access
from rashomon.web.app import create_app

AIM = 0.2


def main() -> None:
    """Ask every page some times, print how long it took."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--times", type=int, default=20)
    options = parser.parse_args()
    access = Access()
    session = access.enter(access.new_key())
    app = create_app(options.ledger, access)
    for name, address in _pages(options.ledger).items():
        first, *others = asyncio.run(_ask(app, address, str(session), options.times))
        taken = sorted(others)
        middle, late = taken[len(taken) // 2], taken[int(len(taken) * 0.95)]
        times = f"{1000 * middle:8.1f} ms, p95 {1000 * late:8.1f} ms, first {1000 * first:8.1f} ms"
        print(f"{name:34} {times}{'' if late <= AIM else '  above the aim'}")


async def _ask(app: FastAPI, address: str, session: str, times: int) -> list[float]:
    transport = httpx.ASGITransport(app)
    taken = []
    async with httpx.AsyncClient(
        transport=transport, base_url="http://localhost", cookies={SESSION: session}
    ) as client:
        for _ in range(times + 1):  # the first finds what the others may remember
            start = time.perf_counter()
            answer = await client.get(address)
            taken.append(time.perf_counter() - start)
            assert answer.status_code == 200, f"{address}: {answer.status_code}"
    return taken


def _pages(ledger: Path) -> dict[str, str]:
    press = Press(1)
    word = press.vocabulary
    with View(ledger) as view:
        report = reports(view, limit=1)[0].id
        claim = claims(view, limit=1)
    pages = {
        "board": "/",
        "reports": "/reports",
        "reports by a word": f"/reports?words={word[40]}",
        "report": f"/reports/{report}",
        "archive": f"/reports/{report}/archive",
        "claims": "/claims",
        "search, all": "/search",
        "search, the commonest word": f"/search?words={word[0]}",
        "search, a common word": f"/search?words={word[40]}",
        "search, a rare word": f"/search?words={word[5000]}",
        "sources": "/sources",
        "source": f"/sources/{press.names[100]}",
        "timeline": "/timeline",
        "timeline of a month": "/timeline?happened_since=2015-03-01&happened_until=2015-03-31",
        "map": "/map",
        "events": "/events",
        "figures": "/figures",
        "add": "/add",
    }
    return pages | ({"claim": f"/claims/{claim[0].id}"} if claim else {})


if __name__ == "__main__":
    main()
