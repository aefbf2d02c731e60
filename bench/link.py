"""What linking costs: the time of adding a report to a large ledger over that to a small one, and memory.

    python bench/link.py                      100,000 reports (some 40 minutes on one core of a laptop)
    python bench/link.py --reports 20000      fewer; says so

Reports are made up: as many a day whatever the size of the ledger, each of about 600 words, telling of one or two of
the day's happenings in words and with keys that others tell of them too, sometimes with a passage of another. What a
report alone has (`link.traces`: vectors above all) is made by the reading processes and not in these times; all that
depends on the ledger is, with its transaction. Prints medians of 200 reports and the peak of the memory of the process.
"""

import argparse
import hashlib
import itertools
import random
import resource
import statistics
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

SMALL = 1000
SAMPLE = 200
A_DAY = 20
HAPPENINGS, NEW = 6, 2
"""How many happenings a day has that are told of, and how many of them are new."""
SAYINGS = 25
PROPOSITIONS = 18
OF_ITS_OWN = 0.25
"""Share of propositions that no other report has."""
ASPECTS, SHARES = ("what", "toll", "blame", "demand"), (61, 28, 9, 2)
PAST = 0.3
PLACED = 0.5
RARE = 3000
ALIKE, RETOLD = 0.65, 0.5
"""How much of a saying's meaning is that of its happening, and how much of it other words change."""
WORDS = 600


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
        self._stories: list[tuple[str, Vector]] = []
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

    def _story(self) -> tuple[str, Vector]:
        place = f"place {self._chance.choices(range(400), [1 / n for n in range(1, 401)])[0]}"
        return place, self._vector()

    def _happening(self, on: str, number: int) -> list[Saying]:
        """What can be said of one happening on one day: words, what they mean, and what they are looked up by."""
        place, topic = self._stories[number]
        return [self._saying(on, place, topic) for _ in range(SAYINGS)]

    def _saying(self, on: str, place: str, topic: Vector) -> Saying:
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
            words, ALIKE * topic + self._vector(), aspect, tuple(keys), on, past, party, number, place
        )

    def _report(self, number: int, on: str) -> tuple[Reading, Raw, Traces]:
        key = hashlib.sha256(f"report {number}".encode()).hexdigest()[:16]
        text = self._words(WORDS)
        if self._passages and self._chance.random() < 0.2:
            text = f"{text}\n{self._chance.choice(self._passages)}"
        self._passages.append(text[:600])
        data = text.encode()
        outlet = f"Outlet {self._chance.randrange(60)}"
        report = Report(
            key, f"{number}.txt", None, outlet, None, None, on, None, "en", text, {},
            hashlib.sha256(data).hexdigest(),
        )  # fmt: skip
        told = self._chance.sample(range(HAPPENINGS), self._chance.choice((1, 2)))
        made = tuple(self._proposition(key, n, on, told) for n in range(PROPOSITIONS))
        return Reading(report, (), {}), Raw(data, "text/plain", report.path), Traces(keys(report), (), made)

    def _proposition(self, report: str, n: int, on: str, told: list[int]) -> Proposition:
        which = self._chance.choice(told)
        one = self._chance.choice(self._day[which])
        if self._chance.random() < OF_ITS_OWN:
            one = self._saying(on, *self._stories[which])
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


def main() -> None:
    """Fill a ledger and print what that cost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=100_000)
    options = parser.parse_args()
    times: list[float] = []
    with tempfile.TemporaryDirectory() as folder, Writer(path := Path(folder) / "link.db") as writer:
        for number, (reading, raw, traces) in enumerate(Press(1).reports()):
            if number == options.reports:
                break
            begun = time.perf_counter()
            writer.add(reading, raw, add_links(path, reading, traces))
            times.append(time.perf_counter() - begun)
            if len(times) in (SMALL, *range(5000, options.reports + 1, 5000)):
                print(f"{len(times):,}: {1000 * statistics.median(times[-SAMPLE:]):.1f} ms", flush=True)
        size = sum(file.stat().st_size for file in Path(folder).iterdir())
    small, large = statistics.median(times[SMALL - SAMPLE : SMALL]), statistics.median(times[-SAMPLE:])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(
        f"report {SMALL:,}: {1000 * small:.1f} ms; report {len(times):,}: {1000 * large:.1f} ms; {large / small:.2f} x"
    )
    print(
        f"all: {1000 * statistics.mean(times):.1f} ms a report; peak memory {peak:.2f} GB; file {size / 1e9:.2f} GB"
    )


if __name__ == "__main__":
    main()
