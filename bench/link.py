"""What linking costs: the time of adding a report to a large ledger over that to a small one, and memory.

    python bench/link.py                      100,000 reports, an hour or more; fails above a ceiling
    python bench/link.py --reports 20000      fewer

What a report alone has (`link.traces`: vectors above all) is made by the reading processes and not in these times; all
that depends on the ledger is, with its transaction. Times are processor time of this process, medians of 200 reports
or the mean of all; time by the clock, which also waits for the disk and for others, is printed beside it. Ceilings
stand in `bench/floors.json` and only fall.

Reports are made up: as many a day whatever the size of the ledger, each telling of one or two of the day's
happenings. How much they have in common was set by FA-KES (748 reports of one war), read and put at 20 reports a day;
means of the last 200 reports of it and, in brackets, of reports 300 to 400 of this press: 15 propositions (16) with
4.6 keys each (4.8), 350 neighbours (260) of which 280 may be alike by day and sort (320) and 190 also by their vectors
(180), 75 likenesses kept (90), 42 of them strong enough to make a claim (55), 105 members whose claims are made again
(103), 1.5 members a claim (2.0). A press without stories was softer: 18 likenesses, and 30 members.
"""

import argparse
import hashlib
import itertools
import json
import math
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rashomon.link.claims import Proposition
from rashomon.link.linker import add_links
from rashomon.link.traces import Traces, keys
from rashomon.model import Member, Raw, Reading, Report
from rashomon.store import Writer

Vector = NDArray[np.float32]

FLOORS = Path(__file__).parent / "floors.json"
REPORTS = 100_000
SMALL = 1000
SAMPLE = 200
A_DAY = 20
HAPPENINGS, NEW = 6, 2
"""How many happenings a day has that are told of, and how many of them are new."""
SAYINGS = 25
WORDS = 600
COPIED, WITH_BACKGROUND = 0.2, 0.4
"""Share of reports with a passage of another report of the day, and with the background of their story."""
PROPOSITIONS = 16
OF_ITS_OWN = 0.25
"""Share of propositions that no other report has."""
ASPECTS, SHARES = ("what", "toll", "blame", "demand"), (61, 28, 9, 2)
PAST = 0.3
PLACED = 0.5
RARE = 3000
ALIKE, RETOLD = 0.5, 0.5
"""How much of a saying's meaning is that of its happening, and how much of it other words change."""


@dataclass(frozen=True)
class Story:
    """What happens at one place for some days."""

    place: str
    meaning: Vector
    background: str


@dataclass(frozen=True)
class Saying:
    """One thing that is said of a happening."""

    words: str
    meaning: Vector
    aspect: str
    keys: tuple[str, ...]
    day: str
    past: bool
    party: str | None
    number: int | None
    place: str


class Press:
    """Reports out of chance, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311  # nothing secret
        self._vectors = np.random.default_rng(seed)
        self._vocabulary = [self._word() for _ in range(30_000)]
        self._weights = [*itertools.accumulate(1 / rank for rank in range(1, len(self._vocabulary) + 1))]
        self._stories: list[Story] = []
        self._day: list[list[Saying]] = []
        self._passages: list[str] = []

    def reports(self) -> Iterator[tuple[Reading, Raw, Traces]]:
        """Reports without end, day after day."""
        number = 0
        while True:
            on = str(date(2000, 1, 1) + timedelta(days=number // A_DAY))
            if number % A_DAY == 0:
                kept = self._stories[NEW:]
                self._stories = [*kept, *(self._story() for _ in range(HAPPENINGS - len(kept)))]
                self._day = [self._happening(on, n) for n in range(HAPPENINGS)]
                self._passages = []
            yield self._report(number, on)
            number += 1

    def _story(self) -> Story:
        place = f"place {self._chance.choices(range(400), [1 / n for n in range(1, 401)])[0]}"
        return Story(place, self._vector(), self._words(40))

    def _happening(self, on: str, number: int) -> list[Saying]:
        """What can be said of one happening on one day: words, what they mean, and what they are looked up by."""
        return [self._saying(on, self._stories[number]) for _ in range(SAYINGS)]

    def _saying(self, on: str, story: Story) -> Saying:
        place = story.place
        words = self._words(12)
        aspect = self._chance.choices(ASPECTS, SHARES)[0]
        past = self._chance.random() < PAST
        party = number = None
        if aspect == "blame":
            party = f"party {self._chance.randrange(20)}"
            keys = [f"blame {party} {place}", f"blame {party} {'before' if past else 'in'} {on[:7]}"]
        elif aspect == "toll":
            number = int(self._chance.paretovariate(0.7))
            keys = [f"toll killed {place}", f"toll killed {number}"]
        else:
            rare = sorted(self._chance.choices(self._vocabulary[RARE:], k=4))
            keys = [f"{aspect} {a} {b}" for a, b in itertools.combinations(rare, 2)]
            keys += [f"{aspect} {place} attack"] * (self._chance.random() < PLACED)
        return Saying(
            words, ALIKE * story.meaning + self._vector(), aspect, tuple(keys), on, past, party, number, place
        )

    def _report(self, number: int, on: str) -> tuple[Reading, Raw, Traces]:
        key = hashlib.sha256(f"report {number}".encode()).hexdigest()[:16]
        told = self._chance.sample(range(HAPPENINGS), self._chance.choice((1, 2)))
        text = self._words(WORDS)
        if self._chance.random() < WITH_BACKGROUND:
            text = f"{text}\n{self._stories[told[0]].background}"
        if self._passages and self._chance.random() < COPIED:
            text = f"{text}\n{self._chance.choice(self._passages)}"
        self._passages.append(text[:600])
        data = text.encode()
        outlet = f"Outlet {self._chance.randrange(60)}"
        report = Report(
            key, f"{number}.txt", None, outlet, None, None, on, None, "en", text, {},
            hashlib.sha256(data).hexdigest(),
        )  # fmt: skip
        made = tuple(self._proposition(key, n, on, told) for n in range(PROPOSITIONS))
        return Reading(report, (), {}), Raw(data, "text/plain", report.path), Traces(keys(report), (), made)

    def _proposition(self, report: str, n: int, on: str, told: list[int]) -> Proposition:
        which = self._chance.choice(told)
        one = self._chance.choice(self._day[which])
        if self._chance.random() < OF_ITS_OWN:
            one = self._saying(on, self._stories[which])
        digest = hashlib.sha256(f"{report} {n}".encode()).hexdigest()[:16]
        side = "denies" if self._chance.random() < 0.1 else "says"
        meant = np.clip(np.rint(14 * (one.meaning + RETOLD * self._vector())), -127, 127).astype(np.int8)
        return Proposition(
            Member(digest, report, None, ((n, n + 1),), side),  # type: ignore[arg-type]
            one.aspect,  # type: ignore[arg-type]
            one.words, meant.tobytes(), one.keys, one.day, one.past, False, None, one.party,
            "killed" if one.aspect == "toll" else None, one.number, (one.place,), (), ("attack",),
        )  # fmt: skip

    def _vector(self) -> Vector:
        return self._vectors.standard_normal(384, np.float32)

    def _words(self, count: int) -> str:
        return " ".join(self._chance.choices(self._vocabulary, cum_weights=self._weights, k=count))

    def _word(self) -> str:
        return "".join(self._chance.choice("bdfgklmnprst") + self._chance.choice("aeiou") for _ in range(3))


def measure(reports: int) -> dict[str, float]:
    """What adding so many reports costs."""
    times: list[float] = []
    clock: list[float] = []
    with tempfile.TemporaryDirectory() as folder, Writer(path := Path(folder) / "link.db") as writer:
        for reading, raw, traces in itertools.islice(Press(1).reports(), reports):
            begun, at = time.process_time(), time.perf_counter()
            writer.add(reading, raw, add_links(path, reading, traces))
            times.append(1000 * (time.process_time() - begun))
            clock.append(1000 * (time.perf_counter() - at))
            if len(times) in (SMALL, *range(5000, reports + 1, 5000)):
                print(
                    f"{len(times):7,}: {_median(times):5.1f} ms, by the clock {_median(clock):.1f}",
                    flush=True,
                )
        size = sum(file.stat().st_size for file in Path(folder).iterdir())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(f"by the clock {statistics.mean(clock):.1f} ms a report; file {size / 1e9:.2f} GB")
    return {
        "link.cost": _median(times) / _median(times[:SMALL]),
        "link.ms": statistics.mean(times),
        "link.memory_gb": peak,
    }


def _median(times: list[float]) -> float:
    return statistics.median(times[-SAMPLE:])


def main() -> None:
    """Fill a ledger, print what that cost, and fail above a ceiling."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=REPORTS)
    options = parser.parse_args()
    floors: dict[str, float] = json.loads(FLOORS.read_text())
    above = []
    for key, value in measure(options.reports).items():
        print(f"{key:20s} {value:.2f}   ceiling {floors.get(key)}")
        if options.reports == REPORTS and value > floors.get(key, math.inf):
            above.append(key)
    if above:
        sys.exit(f"above the ceiling: {', '.join(above)}")


if __name__ == "__main__":
    main()
