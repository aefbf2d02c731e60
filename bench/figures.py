"""How well counts of people are read: conflict_gold, conflict_train and ISAF releases, against floors.

    python bench/figures.py --shared ../shared            score, and fail below a floor
    python bench/figures.py --shared ../shared --raise    score, and raise the floors to what was reached

conflict_*: kind, low and bound as `score_conflict.py` judges them (figures), and of those that are right the share
tied to the right statement (said). The rules were made while looking at both; conflict_train has trained the
reader of statements besides, so its `said` says little.

ISAF: the least number of killed and of captured that hand coders gave a release. From a reading it is summed so:
figures of the kind that are no part, not superseded and not cumulative, and single persons. A release tells its
incident twice, in short and in full: the same number in a later sentence is the same people, unless it is
`other` or `additional` ones; where a number of two or more is given, words without one add nothing. Such words count
by ACLED's rule, `more than N` as N + 1, and `numerous`, as these coders evidently do, as 4 (`isaf.plain`: as 3).

The corpora and the scorer are not part of the project; `--shared` or RASHOMON_SHARED says where they are.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from rashomon.codebook.counts import counted
from rashomon.extract.figures import read_figures, read_singles
from rashomon.model import Figure, FigureKind, Refusal, Report, as_json
from rashomon.pipeline import read

FLOORS = Path(__file__).parent / "floors.json"
PREFIX = "figures."
EPSILON = 0.0005
CODED: tuple[tuple[FigureKind, str], ...] = (("killed", "min_killed"), ("detained", "min_captured"))
NUMEROUS = 4


def conflict(data: Path, scorer: Path, errors: int) -> dict[str, float]:
    """Scores of one hand-annotated collection."""
    with tempfile.TemporaryDirectory() as folder:
        pred, out = Path(folder) / "pred.jsonl", Path(folder) / "scores.json"
        with pred.open("w", encoding="utf-8") as lines:
            for found in read([str(path) for path in sorted((data / "texts").glob("*.txt"))]):
                if isinstance(found, Refusal):
                    sys.exit(f"not read: {found}")
                lines.write(json.dumps(as_json(found)) + "\n")
        gold = sorted(data.glob("*.json"))
        command: list[str | Path] = [sys.executable, scorer, *gold, "--texts", data / "texts", "--pred", pred]
        command += ["--json", out, "--errors", str(errors)]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        print(data.name, *(line for line in said.splitlines() if "figures" in line), sep="\n")
        scores: dict[str, float] = json.loads(out.read_text())
    return {f"{data.name}.f1": scores["figures"], f"{data.name}.said": scores["figures.said"]}


def isaf(data: Path, errors: int) -> dict[str, float]:
    """Shares of releases whose killed and captured are exactly as coded."""
    right = dict.fromkeys(("killed", "detained", "plain.killed", "plain.detained"), 0)
    lines = (data / "releases.jsonl").read_text(encoding="utf-8").splitlines()
    for n, line in enumerate(lines):
        turns = json.loads(line)["conversations"]
        coded: dict[str, Any] = json.loads(turns[2]["value"])
        text = turns[1]["value"].removeprefix("PRESS RELEASE TEXT:")
        report = Report(str(n), f"{n}.txt", None, None, None, None, None, None, "en", text, {}, "")
        figures, singles = read_figures(report, ()), read_singles(report)
        for kind, key in CODED:
            number = total(text, kind, figures, singles, NUMEROUS)
            right[kind] += number == coded[key]
            right[f"plain.{kind}"] += total(text, kind, figures, singles, None) == coded[key]
            if number != coded[key] and n < errors:
                print(f"  release {n}: {kind} {coded[key]}, read {number}")
    print(f"ISAF, {len(lines)} releases")
    return {f"isaf.{key.replace('detained', 'captured')}": n / len(lines) for key, n in right.items()}


def total(
    text: str,
    kind: FigureKind,
    figures: tuple[Figure, ...],
    singles: tuple[Figure, ...],
    numerous: int | None,
) -> int:
    """How many people a release has of one kind, as the docstring above says."""
    told: list[Figure] = []
    number = 0
    counts = [f for f in figures if f.kind == kind and not (f.part_of or f.superseded or f.cumulative)]
    given = any((f.low or 0) > 1 for f in counts)
    for one in counts:
        least = at_least(one, numerous)
        again = any(at_least(f, numerous) == least and is_later(text, f, one) for f in told)
        if not again and not (one.bound == "vague" and given):
            told.append(one)
            number += least
    alone = [one for one in singles if one.kind == kind]
    if any(at_least(one, numerous) == 1 for one in counts):
        alone = [one for one in alone if not one.text.lower().startswith("the ")]
    return number + len(alone)


def at_least(figure: Figure, numerous: int | None) -> int:
    """The least number that a figure allows."""
    if numerous and figure.text.lower().startswith("numerous"):
        return numerous
    return (counted(figure, "acled").low or 0) + (figure.bound == "more_than")


def is_later(text: str, before: Figure, one: Figure) -> bool:
    """Whether a figure tells again, in a later sentence or the same words, of the people of one before."""
    words = one.text.lower()
    if "other" in words or ("additional" in words and not words.startswith("one ")):
        return False
    between = text[before.spans[0][1] : one.spans[0][0]]
    return words == before.text.lower() or ". " in between or "\n" in between


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
    data, scorer = options.shared / "data", options.shared / "bench/score_conflict.py"
    scores = {
        **conflict(data / "conflict_gold", scorer, options.errors),
        **conflict(data / "conflict_train", scorer, options.errors),
        **isaf(data / "isaf", options.errors),
    }
    reached = {PREFIX + key: value for key, value in scores.items()}
    floors: dict[str, float] = json.loads(FLOORS.read_text())
    below = [key for key, value in reached.items() if value < floors.get(key, 0.0) - EPSILON]
    for key, value in reached.items():
        print(f"{key:35s} {value:.3f}   floor {floors.get(key, 0.0):.3f}")
    if options.lift:
        floors |= {key: max(floors.get(key, 0.0), int(value * 1000) / 1000) for key, value in reached.items()}
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n")
    if below:
        sys.exit(f"below the floor: {', '.join(below)}")


if __name__ == "__main__":
    main()
