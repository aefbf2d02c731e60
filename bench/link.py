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
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from rashomon.link.claims import Proposition
from rashomon.link.linker import add_links
from rashomon.link.traces import Traces, keys
from rashomon.model import Member, Raw, Reading, Report
from rashomon.store import Writer

SMALL = 1000
SAMPLE = 200
A_DAY = 20
HAPPENINGS = 6
"""How many happenings a day has that are told of; one in four of a report's propositions is about none of them."""
SAYINGS = 25
PROPOSITIONS = 20
WORDS = 600


class Press:
    """Reports out of chance, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311  # nothing secret
        self._vectors = np.random.default_rng(seed)
        self._vocabulary = [self._word() for _ in range(30_000)]
        self._weights = [1 / rank for rank in range(1, len(self._vocabulary) + 1)]
        self._day: list[list[tuple[str, bytes, tuple[str, ...]]]] = []
        self._passages: list[str] = []

    def reports(self) -> Iterator[tuple[Reading, Raw, Traces]]:
        """Reports without end, day after day."""
        number = 0
        while True:
            on = str(date(2000, 1, 1) + timedelta(days=number // A_DAY))
            if number % A_DAY == 0:
                self._day = [self._happening(on, n) for n in range(HAPPENINGS)]
                self._passages = []
            yield self._report(number, on)
            number += 1

    def _happening(self, on: str, number: int) -> list[tuple[str, bytes, tuple[str, ...]]]:
        """What can be said of one happening: words, what they mean, and what they are looked up by."""
        place = f"place {self._chance.choices(range(400), [1 / n for n in range(1, 401)])[0]}"
        said = []
        for n in range(SAYINGS):
            words = self._words(12)
            a, b, c = sorted(words.split()[:3])
            party = self._chance.randrange(20)
            common = (
                (f"blame {party} {place}", f"blame {party} now") if n % 5 == 0 else (f"what {place} attack",)
            )
            rare = (f"what {a} {b} {on[:7]}", f"what {a} {c}", f"what {b} {c}", f"saying {on} {number} {n}")
            said.append((words, self._vector(), (*rare, *common)))
        return said

    def _report(self, number: int, on: str) -> tuple[Reading, Raw, Traces]:
        key = hashlib.sha256(f"report {number}".encode()).hexdigest()[:16]
        text = self._words(WORDS)
        if self._passages and self._chance.random() < 0.2:
            text = f"{text}\n{self._chance.choice(self._passages)}"
        self._passages.append(text[:600])
        data = text.encode()
        outlet = f"Outlet {self._chance.randrange(60)}"
        report = Report(
            key,
            f"{number}.txt",
            None,
            outlet,
            None,
            None,
            on,
            None,
            "en",
            text,
            {},
            hashlib.sha256(data).hexdigest(),
        )
        told = self._chance.sample(self._day, self._chance.choice((1, 2)))
        made = tuple(self._proposition(key, n, on, told) for n in range(PROPOSITIONS))
        return Reading(report, (), {}), Raw(data, "text/plain", report.path), Traces(keys(report), (), made)

    def _proposition(
        self, report: str, n: int, on: str, told: list[list[tuple[str, bytes, tuple[str, ...]]]]
    ) -> Proposition:
        if self._chance.random() < 0.25:
            words, vector = self._words(12), self._vector()
            a, b, c = sorted(words.split()[:3])
            looked_up: tuple[str, ...] = (f"what {a} {b}", f"what {a} {c}", f"what {b} {c}")
        else:
            words, vector, looked_up = self._chance.choice(self._chance.choice(told))
        digest = hashlib.sha256(f"{report} {n}".encode()).hexdigest()[:16]
        side = "denies" if self._chance.random() < 0.1 else "says"
        return Proposition(
            Member(digest, report, None, ((n, n + 1),), side),  # type: ignore[arg-type]
            "blame" if looked_up[-1].startswith("blame") else "what",
            words, vector, looked_up, on, False, False, None, None, None, None, ("ansel",), (), (),
        )  # fmt: skip

    def _vector(self) -> bytes:
        return self._vectors.integers(-60, 60, 384, np.int8).tobytes()

    def _words(self, count: int) -> str:
        return " ".join(self._chance.choices(self._vocabulary, self._weights, k=count))

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
