"""How fast reports are read into a ledger, and in how much memory.

    python bench/reading.py ../shared/data/fa_kes/reports.jsonl --jobs 2

Runs `rashomon add` on the paths into a throw-away ledger and prints words per second of wall time, the peak
memory of the largest process, and the size of the ledger. Compare figures of one machine and one hour only.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import func, select

from rashomon.store import View
from rashomon.store.tables import reports, statements


def main() -> None:
    """Time one `add`."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "bench.db"
        command = [sys.executable, "-m", "rashomon", "--ledger", str(ledger), "add"]
        started = time.monotonic()
        ran = subprocess.run([*command, *options.paths, "--jobs", str(options.jobs)], check=False)
        seconds = time.monotonic() - started
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024  # kB on Linux
        with View(ledger) as view:
            spaces = func.length(reports.c.text) - func.length(func.replace(reports.c.text, " ", ""))
            counted = select(func.count(reports.c.id).label("reports"), func.sum(spaces + 1).label("words"))
            (row,) = view.rows(counted)
            (said,) = view.rows(select(func.count(statements.c.key).label("number")))
        size = ledger.stat().st_size / 1e6
    print(
        f"{row['reports']:,} reports, {row['words']:,} words, {said['number']:,} statements "
        f"in {seconds:.0f} s with {options.jobs} jobs: {row['words'] / seconds:,.0f} words/s, "
        f"peak {peak:,.0f} MB, ledger {size:,.0f} MB, exit code {ran.returncode}"
    )


if __name__ == "__main__":
    main()
