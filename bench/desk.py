"""How long the desk takes for a page: median and 95th percentile of its own time, and the first time.

    python bench/ledger.py --keep LEDGER      20,000 reports that nothing links; or any ledger of your own
    python bench/desk.py LEDGER [--times 20]

Prints milliseconds: median, 95th percentile, first; then those of the processor alone, median and first. The aim is
200 ms for every page on 20,000 reports. Nothing is sent over a network.
"""

import argparse
import asyncio
import time
from collections import Counter
from pathlib import Path
from urllib.parse import quote

import httpx
from fastapi import FastAPI

from rashomon.query.claims import claims
from rashomon.query.reports import reports
from rashomon.query.when_where import happenings, spots
from rashomon.query.who_said import public_sources
from rashomon.store import View
from rashomon.web.access import SESSION, Access
from rashomon.web.app import create_app
from rashomon.web.serve import spare_the_collector

AIM = 0.2
SAMPLE = 200
"""Reports whose words are looked for."""
Taken = tuple[float, float]
"""Seconds, and seconds of work of the processor: fewer where other programs keep it busy."""


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
    spare_the_collector()
    for name, address in _pages(options.ledger).items():
        first, *others = asyncio.run(_ask(app, address, str(session), options.times))
        middle, late = (_at(others, share) for share in (0.5, 0.95))
        times = " ".join(f"{1000 * one:8.1f}" for one in (middle[0], late[0], first[0], middle[1], first[1]))
        print(f"{name:34} {times}{'' if late[0] <= AIM else '  above the aim'}", flush=True)


def _at(taken: list[Taken], share: float) -> Taken:
    ordered = sorted(taken)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


async def _ask(app: FastAPI, address: str, session: str, times: int) -> list[Taken]:
    transport = httpx.ASGITransport(app)
    taken = []
    async with httpx.AsyncClient(
        transport=transport, base_url="http://localhost", cookies={SESSION: session}
    ) as client:
        for _ in range(times + 1):  # the first finds what the others may remember
            start, worked = time.perf_counter(), time.process_time()
            answer = await client.get(address)
            taken.append((time.perf_counter() - start, time.process_time() - worked))
            assert answer.status_code == 200, f"{address}: {answer.status_code}"
    return taken


def _pages(ledger: Path) -> dict[str, str]:
    with View(ledger) as view:
        some = reports(view, limit=SAMPLE)
        report = max(some, key=lambda row: row.statements).id
        claim = claims(view, limit=1)
        names = [one.name for one in public_sources(view, limit=100)]
        word = _words(view, [row.id for row in some])
        day = happenings(view, limit=1000)[0][-1].start or ""
    month = f"happened_since={day[:7]}-01&happened_until={day[:7]}-28"
    pages = {
        "board": "/",
        "board, words": f"/?words={word[2]}",
        "board, place": f"/?place={_place(ledger)}",
        "board, act": "/?act=denies",
        "board, days": f"/?since={day}",
        "reports": "/reports",
        "reports by the commonest word": f"/reports?words={word[0]}",
        "report": f"/reports/{report}",
        "review": f"/reports/{report}/review",
        "tree": f"/reports/{report}/tree",
        "queue": "/review",
        "judgements": "/judgements",
        "archive": f"/reports/{report}/archive",
        "claims": "/claims",
        "claims, disputed": "/claims?disputed=yes",
        "claims by a common word": f"/claims?words={word[2]}",
        "search, all": "/search",
        "search, newest": "/search?order=newest",
        "search, an act": "/search?act=promises",
        "search, the commonest word": f"/search?words={word[0]}",
        "search, a common word": f"/search?words={word[1]}",
        "search, a word and an act": f"/search?words={word[1]}&act=doubts",
        "search, a rare word": f"/search?words={word[3]}",
        "sources": "/sources",
        "source": f"/sources/{quote(names[len(names) // 2])}" if names else "/sources",
        "timeline": "/timeline",
        "timeline of a month": f"/timeline?{month}",
        "timeline by a word": f"/timeline?words={word[1]}",
        "map": "/map",
        "events": "/events",
        "events by the commonest word": f"/events?words={word[0]}",
        "events of a month": f"/events?{month}",
        "figures": "/figures",
        "figures of the missing": "/figures?kind=missing",
        "figures by a common word": f"/figures?words={word[1]}",
        "saved": "/saved",
        "add": "/add",
    }
    return pages | ({"claim": f"/claims/{claim[0].id}"} if claim else {})


def _words(view: View, ids: list[str]) -> list[str]:
    """The commonest word of some reports' statements, two common ones and a rare one."""
    counted: Counter[str] = Counter()
    for one in view.readings(ids, {"statements": None}).values():
        for said in one.statements:
            counted.update(word.lower() for word in said.content.text.split() if word.isalpha())
    ranked = [word for word, _ in counted.most_common()]
    return [ranked[min(rank, len(ranked) - 1)] for rank in (0, 40, 120, 3000)]


def _place(ledger: Path) -> str:
    with View(ledger) as view:
        found, _ = spots(view, limit=1)
    return quote(found[0].name) if found else "none"


if __name__ == "__main__":
    main()
