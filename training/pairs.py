"""The weights of evidence for one claim: `python -m training.pairs --shared ../shared --incidents ACF`.

Pairs of propositions of annotated statements of one aspect; those of one gold claim are one, those of two claims or two
incidents are two. Pairs with a statement of no gold claim in the same incident are left out, and so are denials of all
times, which are of several claims. A logistic
regression for each aspect writes the column `weight` of `rashomon/link/claims/evidence.csv`; the sentences stay.
`--left-out` fits without each incident in turn and says how well its pairs are told.
"""

import argparse
import csv
import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np

from bench.claims import as_annotated, as_read
from rashomon.link.claims import Proposition, propositions
from rashomon.link.claims.evidence import TABLE, comparable, evidence
from rashomon.model import Reading
from training.logistic import Floats, fit

Example = tuple[str, dict[str, float], bool]
SIGNS = {"same": 1, "other": -1, "meaning": 1, "close": 1, "words": 1, "verbatim": 1, "near": 1, "far": -1}
"""Which way evidence can speak, by the first word of its name."""
PRIORS = {
    "other_days": -4.0,
    "other_days_unknown": -3.0,
    "other_place": -3.0,
    "other_negation": -4.0,
    "same_party": 4.0,
    "meaning": 4.0,
    "far_number": -2.0,
}
"""What is expected before any pair is seen: the few annotated incidents have too few pairs of unlike ones that tell of
one party, and in a ledger of years most of what a party is blamed for was another day, elsewhere."""
STRENGTH = 1.0
"""Of the pull of all weights but that of `always` to what is expected."""


def examples(data: Path, incidents: str, readings: Mapping[str, Reading]) -> list[Example]:
    """Aspect, evidence and truth of every pair."""
    found: list[tuple[Proposition, str, frozenset[str]]] = []
    for incident in incidents:
        gold = json.loads((data / f"{incident}.json").read_text(encoding="utf-8"))
        of: dict[str, set[str]] = defaultdict(set)
        for claim in gold["claims"]:
            for ref in (*claim["says"], *claim["denies"]):
                of[f"{readings[ref['article']].report.id}-{ref['n']:03}"].add(claim["id"])
        for article in gold["articles"]:
            said = propositions(readings[article["id"]])
            blames = [one for one in said if one.aspect == "blame" and one.member.statement]
            twofold = {
                a.member.id
                for a in blames
                for b in blames
                if a != b and a.member.statement == b.member.statement
            }
            for one in said:
                if one.member.id not in twofold:
                    found.append((one, incident, frozenset(of.get(one.member.statement or "", ()))))
    made = []
    for (a, here, x), (b, there, y) in combinations(found, 2):
        if not comparable(a, b) or (here == there and not (x and y)):
            continue
        made.append((a.aspect, evidence(a, b), bool(x & y)))
    return made


def fitted(
    made: Sequence[Example], names: Mapping[str, list[str]], strength: float
) -> dict[str, dict[str, float]]:
    """The weights of each aspect; an aspect without two sorts of pairs keeps zeros."""
    weights: dict[str, dict[str, float]] = {}
    for aspect, columns in names.items():
        ours = [(e, t) for a, e, t in made if a == aspect]
        rows = np.array([[1.0 if name == "always" else e[name] for name in columns] for e, _ in ours])
        truth = np.array([float(t) for _, t in ours])
        if not ours or truth.min() == truth.max():
            weights[aspect] = dict.fromkeys(columns, 0.0)
            continue
        weights[aspect] = signed(columns, rows, truth, strength)
    return weights


def signed(columns: Sequence[str], rows: Floats, truth: Floats, strength: float) -> dict[str, float]:
    """Weights of which none speaks against its name: what does, by chance, is left out and all fitted again."""
    kept = list(range(len(columns)))
    while True:
        pull = np.array([0.0 if columns[n] == "always" else strength for n in kept])
        prior = np.array([PRIORS.get(columns[n], 0.0) for n in kept])
        found = dict(
            zip((columns[n] for n in kept), fit(rows[:, kept], truth, pull, prior).tolist(), strict=True)
        )
        wrong = [name for name, weight in found.items() if weight * SIGNS.get(name.split("_")[0], 0) < 0]
        if not wrong:
            return {name: found.get(name, 0.0) for name in columns}
        kept = [n for n in kept if columns[n] not in wrong]


def f1(made: Sequence[Example], weights: Mapping[str, Mapping[str, float]]) -> str:
    """How well single pairs are told at even odds."""
    hits = said = true = 0
    for aspect, found, truth in made:
        total = weights[aspect]["always"] + sum(weights[aspect].get(k, 0.0) * v for k, v in found.items())
        hits, said, true = hits + (total > 0 and truth), said + (total > 0), true + truth
    return f"P {hits / max(1, said):.3f}  R {hits / max(1, true):.3f}  of {len(made)} pairs, {true} true"


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--incidents", default="ACF")
    parser.add_argument("--strength", type=float, default=STRENGTH)
    parser.add_argument("--left-out", action="store_true")
    options = parser.parse_args()
    data = options.shared / "data/conflict_gold"
    readings = as_annotated(data, as_read(data))
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    names: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        names[row["aspect"]].append(row["evidence"])
    if options.left_out:
        for one in options.incidents:
            rest = examples(data, options.incidents.replace(one, ""), readings)
            print(one, f1(examples(data, one, readings), fitted(rest, names, options.strength)))
    made = examples(data, options.incidents, readings)
    weights = fitted(made, names, options.strength)
    print("all", f1(made, weights))
    writer = csv.DictWriter(sys.stdout, ["aspect", "evidence", "weight", "sentence"], lineterminator="\n")
    writer.writeheader()
    writer.writerows({**row, "weight": f"{weights[row['aspect']][row['evidence']]:.2f}"} for row in rows)


if __name__ == "__main__":
    main()
