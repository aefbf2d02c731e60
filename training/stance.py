"""The weights of stance: `python -m training.stance --shared ../shared > rashomon/link/claims/stance.csv`.

Trained on the train split of Emergent. Words count that stand beside at least five claims and not in them. `folds`
tells how well it does: five parts by claim, each told by a model of the other four. The test split is not looked at.
"""

import argparse
import csv
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from rashomon.link.claims.stance import STANCES, Stance, features
from rashomon.link.claims.vectors import cosine, vector_of
from training.logistic import Floats, fit

FOLDS = 5
FEWEST = 5
"""Claims beside which a word must stand to count."""
PULL_OF_FORMS, PULL_OF_WORDS = 1.0, 3.0


@dataclass(frozen=True)
class Pair:
    """A claim and a headline."""

    claim: str
    features: dict[str, float]
    label: Stance


def pairs(data: Path) -> list[Pair]:
    """All pairs with their features."""
    found = []
    for line in (data / "emergent/train.jsonl").read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        alike = cosine(vector_of(one["claim"]), vector_of(one["headline"]))
        found.append(Pair(one["claim"], features(one["claim"], one["headline"], alike), one["label"]))
    return found


def train(examples: Sequence[Pair]) -> dict[str, list[float]]:
    """For each feature its weight for each stance, one stance against the others."""
    beside: dict[str, set[str]] = defaultdict(set)
    for one in examples:
        for name in one.features:
            beside[name].add(one.claim)
    names = sorted(name for name, claims in beside.items() if name.startswith("*") or len(claims) >= FEWEST)
    rows = matrix(examples, names)
    pull = np.array([PULL_OF_FORMS if name.startswith("*") else PULL_OF_WORDS for name in names])
    pull[names.index("*always")] = 1e-3
    columns = [
        fit(rows, np.array([float(one.label == stance) for one in examples]), pull) for stance in STANCES
    ]
    return dict(zip(names, np.column_stack(columns).tolist(), strict=True))


def matrix(examples: Sequence[Pair], names: Sequence[str]) -> Floats:
    """Examples by features."""
    at = {name: n for n, name in enumerate(names)}
    rows = np.zeros((len(examples), len(names)))
    for n, one in enumerate(examples):
        for name, value in one.features.items():
            if name in at:
                rows[n, at[name]] = value
    return rows


def folds(examples: Sequence[Pair]) -> dict[str, float]:
    """Accuracy, and the recall of `against`, over five parts by claim."""
    right: list[bool] = []
    against: list[bool] = []
    for fold in range(FOLDS):
        model = train([one for one in examples if part(one.claim) != fold])
        told = [one for one in examples if part(one.claim) == fold]
        sums = matrix(told, list(model)) @ np.array(list(model.values()))
        for one, best in zip(told, sums.argmax(axis=1), strict=True):
            right.append(one.label == STANCES[best])
            if one.label == "against":
                against.append(right[-1])
    return {"accuracy": float(np.mean(right)), "against.recall": float(np.mean(against))}


def part(claim: str) -> int:
    """The part that a claim is in."""
    return int(hashlib.sha256(claim.encode()).hexdigest(), 16) % FOLDS


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    options = parser.parse_args()
    examples = pairs(options.shared / "data")
    print(folds(examples), file=sys.stderr)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["feature", *STANCES])
    for name, weights in train(examples).items():
        writer.writerow([name, *(f"{weight:.2f}" for weight in weights)])


if __name__ == "__main__":
    main()
