"""How well statements are read: PolNeAR dev and conflict_gold, by their own scorers, against floors.

    python bench/statements.py --shared ../shared            score, and fail below a floor
    python bench/statements.py --shared ../shared --raise    score, and raise the floors to what was reached

The corpora and scorers are not part of the project; `--shared` or RASHOMON_SHARED says where they are.
Floors stand in `bench/floors.json` and only rise.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from rashomon.model import Refusal, as_json
from rashomon.pipeline import read

FLOORS = Path(__file__).parent / "floors.json"
EPSILON = 0.0005
"""A floor is kept to three places: one statement of PolNeAR dev moves F1 by 0.0005."""


def readings(texts: list[Path], out: Path) -> int:
    """Write a reading of each text to `out`; how many words were read."""
    words = 0
    with out.open("w", encoding="utf-8") as lines:
        for found in read([str(path) for path in texts]):
            if isinstance(found, Refusal):
                sys.exit(f"not read: {found}")
            words += len(found.report.text.split())
            lines.write(json.dumps(as_json(found)) + "\n")
    return words


def run(script: Path, *arguments: str | Path) -> str:
    """What a scorer prints."""
    command = [sys.executable, str(script), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def polnear(shared: Path, work: Path) -> dict[str, float]:
    """Scores on the dev split of PolNeAR."""
    gold = shared / "data/polnear/dev.jsonl"
    texts = []
    for line in gold.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        texts.append(work / f"{document['doc_id']}.txt")
        texts[-1].write_bytes(document["text"].encode())
    count = readings(texts, work / "readings.jsonl")
    (work / "pred.jsonl").write_text(
        run(shared / "bench/readings_to_polnear.py", work / "readings.jsonl"), encoding="utf-8"
    )
    scorer = shared / "bench/score_polnear.py"
    arguments = ("score", "--gold", gold, "--pred", work / "pred.jsonl")
    print(f"PolNeAR dev, {count:,} words")
    print(run(scorer, *arguments, "--bootstrap", "200"))
    scores: dict[str, Any] = json.loads(run(scorer, *arguments, "--json"))
    return {
        "who_said_what": scores["who_said_what"]["f1"],
        "who_said_what.indirect_recall": scores["recall.who_said_what.indirect"]["value"],
    }


def conflict(shared: Path, work: Path, errors: int) -> dict[str, float]:
    """Scores on all four incidents of conflict_gold."""
    data = shared / "data/conflict_gold"
    readings(sorted((data / "texts").glob("*.txt")), work / "conflict.jsonl")
    out = work / "conflict.json"
    print("conflict_gold")
    arguments: tuple[str | Path, ...] = (*sorted(data.glob("?.json")), "--texts", data / "texts")
    pred = ("--pred", work / "conflict.jsonl", "--json", out, "--errors", str(errors))
    print(run(shared / "bench/score_conflict.py", *arguments, *pred))
    scores: dict[str, float] = json.loads(out.read_text())
    return {key: value for key, value in scores.items() if not key.startswith("figures")}


def main() -> None:
    """Score, compare with the floors, and say which does not hold."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    shared = os.environ.get("RASHOMON_SHARED")
    parser.add_argument("--shared", type=Path, default=shared, required=shared is None, metavar="DIR")
    parser.add_argument("--raise", action="store_true", dest="lift", help="raise floors to what was reached")
    parser.add_argument("--errors", type=int, default=0, help="show the first N errors of each sort")
    options = parser.parse_args()
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        reached = {
            **{f"polnear_dev.{k}": v for k, v in polnear(options.shared, Path(folder)).items()},
            **{
                f"conflict_gold.{k}": v
                for k, v in conflict(options.shared, Path(folder), options.errors).items()
            },
        }
    floors: dict[str, float] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    below = [key for key, value in reached.items() if value < floors.get(key, 0.0) - EPSILON]
    for key, value in reached.items():
        floor = floors.get(key)
        print(f"{key:45s} {value:.3f}   floor {'none' if floor is None else f'{floor:.3f}'}")
    print(f"{time.monotonic() - started:.0f} s")
    if options.lift:
        lifted = {key: max(floors.get(key, 0.0), int(value * 1000) / 1000) for key, value in reached.items()}
        FLOORS.write_text(json.dumps({**floors, **lifted}, indent=1) + "\n")
    if below:
        sys.exit(f"below the floor: {', '.join(below)}")


if __name__ == "__main__":
    main()
