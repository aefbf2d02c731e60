"""How well a ledger of reports finds copies, claims, sides and origins: conflict_gold by its own scorer.

    python bench/clusters.py --shared ../shared            score, and fail below a floor
    python bench/clusters.py --shared ../shared --raise    score, and raise the floors to what was reached

The texts are added to a ledger as a user adds them, one by one with a page of its own, for two of them are the same
text by the same outlet; the scorer reads what `rashomon claims --json` and `rashomon copies --json` print. All four
incidents are scored; H was kept for the end, and nothing was tuned on it. The corpus and the scorer are not part of the
project; `--shared` or RASHOMON_SHARED says where they are. Floors stand in `bench/floors.json` and only rise.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from rashomon import pipeline
from rashomon.model import Given

FLOORS = Path(__file__).parent / "floors.json"
EPSILON = 0.0005
INCIDENTS = "ACFH"


def fill(ledger: Path, texts: Path) -> None:
    """A ledger of all texts."""
    for path in sorted(texts.glob("*.txt")):
        summary = pipeline.add(ledger, [str(path)], Given(url=f"https://gold.example/{path.stem}"))
        if summary.added != 1:
            sys.exit(f"not added: {path}")


def score(shared: Path, ledger: Path, incidents: str, errors: int) -> dict[str, float]:
    """What the scorer says of a ledger."""
    data, folder = shared / "data/conflict_gold", ledger.parent
    for command in ("claims", "copies"):
        with (folder / f"{command}.jsonl").open("wb") as out:
            run = [sys.executable, "-m", "rashomon", "--ledger", str(ledger), command, "--json"]
            subprocess.run(run, check=True, stdout=out)
    scorer = [
        sys.executable, shared / "bench/score_clusters.py", *(data / f"{one}.json" for one in incidents),
        "--texts", data / "texts", "--claims", folder / "claims.jsonl", "--copies", folder / "copies.jsonl",
        "--json", folder / "scores.json", "--errors", str(errors),
    ]  # fmt: skip
    print(subprocess.run([*map(str, scorer)], check=True, capture_output=True, text=True).stdout, end="")
    scores: dict[str, float] = json.loads((folder / "scores.json").read_text())
    return {f"clusters.{key}": value for key, value in scores.items()}


def main() -> None:
    """Score, compare with the floors, and say which does not hold."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    shared = os.environ.get("RASHOMON_SHARED")
    parser.add_argument("--shared", type=Path, default=shared, required=shared is None, metavar="DIR")
    parser.add_argument("--raise", action="store_true", dest="lift", help="raise floors to what was reached")
    parser.add_argument("--incidents", default=INCIDENTS, help="which incidents to score")
    parser.add_argument("--errors", type=int, default=0, help="show the first N errors of each sort")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "gold.db"
        fill(ledger, options.shared / "data/conflict_gold/texts")
        reached = score(options.shared, ledger, options.incidents, options.errors)
    floors: dict[str, float] = json.loads(FLOORS.read_text())
    below = [key for key, value in reached.items() if value < floors.get(key, 0.0) - EPSILON]
    for key, value in reached.items():
        print(f"{key:25s} {value:.3f}   floor {floors.get(key, 0.0):.3f}")
    if options.lift:
        floors |= {key: max(floors.get(key, 0.0), int(value * 1000) / 1000) for key, value in reached.items()}
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n")
    if below:
        sys.exit(f"below the floor: {', '.join(below)}")


if __name__ == "__main__":
    main()
