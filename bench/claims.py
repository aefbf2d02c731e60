"""How well claims are found across reports: conflict_gold by its own scorer, from gold statements and from read ones.

    python bench/claims.py --shared ../shared            score, and fail below a floor
    python bench/claims.py --shared ../shared --raise    score, and raise the floors to what was reached

`claims.pairs` is the F1 of pairs of statements in one claim, `sides` the share of statements on the right side;
`gold` is from readings whose statements and figures are those of the annotators, `read` from the reader's own.
`stance` is how well claim and headline pairs of Emergent's train split are told for, observing and against, five parts
by claim, each by a model of the other four.
Incident H was kept for the end: none of its errors was looked at. The corpora and scorers are not part of the project;
`--shared` or RASHOMON_SHARED says where they are. Floors stand in `bench/floors.json` and only rise.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from rashomon.annotate import annotate
from rashomon.extract.events import read_events
from rashomon.link.claims import Proposition, claims, likeness, propositions
from rashomon.link.nearby import WITHIN
from rashomon.model import Claim, Figure, Given, Hop, Likeness, Reading, Refusal, Source, Statement, Words
from rashomon.pipeline import read
from training.stance import folds, pairs

FLOORS = Path(__file__).parent / "floors.json"
EPSILON = 0.0005
INCIDENTS = "ACFH"


def as_read(data: Path) -> dict[str, Reading]:
    """The reading of every text, by its name; each with a page of its own, for two have the same outlet and text."""
    found = {}
    for path in sorted(data.glob("?.json")):
        for article in json.loads(path.read_text(encoding="utf-8"))["articles"]:
            given = Given(
                outlet=article["outlet"], url=f"https://{article['outlet']}.example/{article['id']}"
            )
            for one in read([str(data / f"texts/{article['id']}.txt")], given):
                if isinstance(one, Refusal):
                    sys.exit(f"not read: {one}")
                found[article["id"]] = one
    return found


def as_annotated(data: Path, readings: Mapping[str, Reading]) -> dict[str, Reading]:
    """The readings with the annotators' statements and figures in place of those that were read."""
    found = {}
    for path in sorted(data.glob("?.json")):
        for article in json.loads(path.read_text(encoding="utf-8"))["articles"]:
            reading = readings[article["id"]]
            report = reading.report
            said = tuple(gold_statement(report.id, report.text, one) for one in article["statements"])
            ids = {one["n"]: made.id for one, made in zip(article["statements"], said, strict=True)}
            counted = tuple(gold_figure(report.id, report.text, one, ids) for one in article["figures"])
            events = read_events(report, annotate(report.text), said, counted, reading.times, reading.places)
            found[article["id"]] = replace(reading, statements=said, figures=counted, events=events)
    return found


def gold_statement(report: str, text: str, gold: Mapping[str, Any]) -> Statement:
    """An annotated statement as a record."""
    content = Words.of(
        text, tuple(sorted(map(nth, [text] * len(gold["content"]), gold["content"], gold["content_at"])))
    )
    source = None
    if gold["source"]:
        words = Words.of(text, (nth(text, gold["source"], gold["source_at"]),))
        source = Source(words.text, words.spans, gold["who"], gold["kind"])
    cue = Words.of(text, (nth(text, gold["cue"], gold["cue_at"]),)) if gold["cue"] else None
    chain = tuple(Hop(name, gold["kind"] if name == gold["who"] else "outlet") for name in gold["chain"])
    return Statement(
        f"{report}-{gold['n']:03}",
        source,
        cue,
        content,
        chain,
        gold["act"],
        gold["polarity"],
        "unspecified",
        "indirect",
    )


def gold_figure(report: str, text: str, gold: Mapping[str, Any], statements: Mapping[int, str]) -> Figure:
    """An annotated figure as a record."""
    span = nth(text, gold["text"], gold["text_at"])
    best = gold["low"] if gold["bound"] == "exact" else None
    return Figure(
        f"{report}-f{span[0]}", gold["kind"], gold["text"], (span,), gold["low"], best, gold["high"], gold["bound"],
        gold["of"], "annotated", statements.get(gold["statement"]),
    )  # fmt: skip


def nth(text: str, piece: str, number: int) -> tuple[int, int]:
    """Where a piece stands for the nth time, from 0."""
    at = -1
    for _ in range(number + 1):
        at = text.index(piece, at + 1)
    return at, at + len(piece)


def links(found: Sequence[Proposition]) -> Iterator[Likeness]:
    """The likeness of all that stand near each other under a key they share, as a ledger compares them."""
    under: dict[str, list[Proposition]] = defaultdict(list)
    for one in sorted(found, key=lambda one: (one.day or "", one.member.id)):
        for key in one.keys:
            under[key].append(one)
    near = {
        (a.member.id, b.member.id): (a, b)
        for ones in under.values()
        for n, a in enumerate(ones)
        for b in ones[n + 1 : n + 1 + WITHIN]
    }
    return (link for a, b in near.values() if (link := likeness(a, b)))


def claimed(readings: Mapping[str, Reading]) -> tuple[list[Claim], list[Proposition]]:
    """The claims of all readings together."""
    found = [one for name in sorted(readings) for one in propositions(readings[name])]
    return claims(found, [(link.a, link.b, link.score) for link in links(found)]), found


def score(
    shared: Path, incidents: str, found: Sequence[Claim], paths: Mapping[str, str], errors: int
) -> dict[str, float]:
    """What the scorer says of claims."""
    data = shared / "data/conflict_gold"
    with tempfile.TemporaryDirectory() as folder:
        lines, out = Path(folder) / "claims.jsonl", Path(folder) / "out.json"
        lines.write_text("".join(json.dumps(as_line(one, paths)) + "\n" for one in found), encoding="utf-8")
        (Path(folder) / "copies.jsonl").write_text("")
        command = [
            sys.executable, shared / "bench/score_clusters.py", *(data / f"{one}.json" for one in incidents),
            "--texts", data / "texts", "--claims", lines, "--copies", Path(folder) / "copies.jsonl",
            "--json", out, "--errors", str(errors),
        ]  # fmt: skip
        print(subprocess.run([*map(str, command)], check=True, capture_output=True, text=True).stdout, end="")
        scores: dict[str, float] = json.loads(out.read_text())
    return {"claims.pairs": scores["claims.pairs"], "sides": scores["sides"]}


def as_line(claim: Claim, paths: Mapping[str, str]) -> dict[str, Any]:
    """A claim in the form of `claims --json`, without origins."""
    sides: dict[str, list[dict[str, Any]]] = {"says": [], "denies": [], "doubts": []}
    for one in claim.members:
        sides[one.side].append(
            {"report": one.report, "path": paths[one.report], "statement": one.statement, "spans": one.spans}
        )
    return {"id": claim.id, "text": claim.text, "disputed": claim.disputed, "sides": sides, "origins": {}}


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
    data = options.shared / "data/conflict_gold"
    from_text = as_read(data)
    paths = {one.report.id: f"{name}.txt" for name, one in from_text.items()}
    reached: dict[str, float] = {}
    for name, readings in (("gold", as_annotated(data, from_text)), ("read", from_text)):
        print(name)
        found, _ = claimed(readings)
        scores = score(options.shared, options.incidents, found, paths, options.errors)
        reached |= {f"{key}.{name}": value for key, value in scores.items()}
    reached |= {f"stance.{key}": value for key, value in folds(pairs(options.shared / "data")).items()}
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
