"""How well origins are counted on conflict_gold: from the claims that people made, and from those that are found.

    python bench/origins.py --shared ../shared            score, and fail below a floor
    python bench/origins.py --shared ../shared --raise    score, and raise the floors to what was reached

`gold_claims`: statements, claims and copies are those of the annotation, so that only the counting is measured. `read`:
all is read and linked from the texts. Incident H was kept for the end. The corpus and its
scorer are not part of the project; `--shared` or RASHOMON_SHARED says where they are.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from itertools import combinations
from pathlib import Path
from typing import Any

from rashomon.extract.statements.persons import person_in
from rashomon.link.claims import claims, likeness, propositions
from rashomon.link.copies import compare
from rashomon.link.origins import explained, origins
from rashomon.link.retellings import held, retellings
from rashomon.model import (
    Claim,
    Copy,
    Given,
    Hop,
    Member,
    Origins,
    Reading,
    Report,
    Side,
    Source,
    Statement,
    Words,
)
from rashomon.pipeline import read

FLOORS = Path(__file__).parent / "floors.json"
EPSILON = 0.0005
SIDES: tuple[Side, ...] = ("says", "denies")


def nth(text: str, piece: str, n: int) -> tuple[int, int]:
    """Where a piece stands in a text for the n-th time, counted from 0."""
    at = -1
    for _ in range(n + 1):
        at = text.index(piece, at + 1)
    return at, at + len(piece)


def as_reading(article: dict[str, Any], path: Path) -> Reading:
    """What people read in an article, as a reading."""
    text = path.read_bytes().decode()
    report = Report(
        article["id"], str(path), None, article["outlet"], None, None, None, None, "en", text, {}, "0"
    )
    statements = tuple(as_statement(article["id"], text, one) for one in article["statements"])
    return Reading(report, statements, {})


def as_statement(report: str, text: str, given: dict[str, Any]) -> Statement:
    """An annotated statement; the office is looked for as the reader does."""
    source = None
    if given["source"]:
        span = nth(text, given["source"], given["source_at"])
        office = None
        if given["kind"] == "named_person":
            office = person_in(given["source"], [given["who"]])[1]
        source = Source(given["source"], (span,), given["who"], given["kind"], office)
    *passers, _ = given["chain"] or [given["who"]]
    chain = (*(Hop(name, "outlet") for name in passers), Hop(given["who"], given["kind"]))
    spans = sorted(
        nth(text, piece, at) for piece, at in zip(given["content"], given["content_at"], strict=True)
    )
    content = Words(" ".join(given["content"]), tuple(spans))
    return Statement(
        f"{report}-{given['n']}",
        source,
        None,
        content,
        chain,
        given["act"],
        given["polarity"],
        "certain",
        "indirect",
    )


def as_claim(given: dict[str, Any], readings: dict[str, Reading]) -> Claim:
    """An annotated claim; a report's own voice stands for all that it says outside its statements."""
    members = []
    for side in SIDES:
        for one in given[side]:
            key = f"{one['article']}-{one['n']}"
            said = next(s for s in readings[one["article"]].statements if s.id == key)
            members.append(Member(key, one["article"], key, said.content.spans, side))
        for report in given[f"voice_{side}"]:
            members.append(Member(f"{report}-{side}", report, None, ((0, 1),), side))
    return Claim(given["id"], given["text"], tuple(members), bool(given["denies"]))


def annotated(data: Path, incidents: str) -> Iterator[tuple[Claim, dict[str, Reading], dict[Side, Origins]]]:
    """The annotated claims of each incident, with their origins."""
    for letter in incidents:
        given = json.loads((data / f"{letter}.json").read_text(encoding="utf-8"))
        readings = {one["id"]: as_reading(one, data / f"texts/{one['id']}.txt") for one in given["articles"]}
        copies = [Copy(min(pair), max(pair), "near", 0.9, 0.5, None, ()) for pair in given["copies"]]
        for one in given["claims"]:
            claim = as_claim(one, readings)
            yield claim, readings, origins(claim, readings, copies, [])


def found(data: Path, incidents: str) -> Iterator[tuple[Claim, dict[str, Reading], dict[Side, Origins]]]:
    """The claims found in the texts, with their origins."""
    readings: dict[str, Reading] = {}
    for letter in incidents:
        for one in json.loads((data / f"{letter}.json").read_text(encoding="utf-8"))["articles"]:
            given = Given(outlet=one["outlet"], url=f"https://{one['outlet']}.example/{one['id']}")
            for made in read([str(data / f"texts/{one['id']}.txt")], given):
                if isinstance(made, Reading):
                    readings[made.report.id] = made
    said = [one for _, reading in sorted(readings.items()) for one in propositions(reading)]
    links = [
        link
        for a, b in combinations(said, 2)
        if not set(a.keys).isdisjoint(b.keys) and (link := likeness(a, b))
    ]
    reports = [reading.report for _, reading in sorted(readings.items())]
    copies = [copy for a, b in combinations(reports, 2) if (copy := compare(a, b))]
    retold = [
        held(one, reading, [other for other in readings.values() if other is not reading])
        for reading in readings.values()
        for one in retellings(reading)
    ]
    for claim in claims(said, [(link.a, link.b, link.score) for link in links]):
        yield claim, readings, origins(claim, readings, copies, retold, links=links)


def as_line(claim: Claim, readings: dict[str, Reading], counted: dict[Side, Origins]) -> dict[str, Any]:
    """A claim as `rashomon claims --json` prints it."""
    sides: dict[str, list[dict[str, Any]]] = {"says": [], "denies": [], "doubts": []}
    for one in claim.members:
        sides[one.side].append(
            {
                "report": one.report,
                "path": readings[one.report].report.path,
                "statement": one.statement,
                "spans": one.spans,
            }
        )
    return {
        "id": claim.id,
        "text": claim.text,
        "sides": sides,
        "origins": {side: asdict(one) for side, one in counted.items()},
    }


def score(
    data: Path, scorer: Path, incidents: str, lines: list[dict[str, Any]], errors: int
) -> dict[str, float]:
    """What the scorer says of the origins of claims."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "claims.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
        (work / "copies.jsonl").write_text("")
        command = [
            sys.executable,
            scorer,
            *(data / f"{one}.json" for one in incidents),
            "--texts",
            data / "texts",
        ]
        command += [
            "--claims",
            work / "claims.jsonl",
            "--copies",
            work / "copies.jsonl",
            "--json",
            work / "out.json",
        ]
        command += ["--errors", errors]
        print(subprocess.run([*map(str, command)], check=True, capture_output=True, text=True).stdout)
        scores = json.loads((work / "out.json").read_text())
    return {"in_range": scores["origins"], "tight": scores["origins.tight"]}


def main() -> None:
    """Score, compare with the floors, and say which does not hold."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    shared = os.environ.get("RASHOMON_SHARED")
    parser.add_argument("--shared", type=Path, default=shared, required=shared is None, metavar="DIR")
    parser.add_argument("--raise", action="store_true", dest="lift", help="raise floors to what was reached")
    parser.add_argument("--only", default="ACFH", help="which incidents")
    parser.add_argument("--errors", type=int, default=0, help="show the first N errors of each sort")
    parser.add_argument("--tell", action="store_true", help="print every count in words")
    options = parser.parse_args()
    data = options.shared / "data/conflict_gold"
    reached: dict[str, float] = {}
    for name, made in (("gold_claims", annotated), ("read", found)):
        lines = []
        for claim, readings, counted in made(data, options.only):
            lines.append(as_line(claim, readings, counted))
            if options.tell:
                print(claim.id, claim.text)
                for side, one in counted.items():
                    print("  ", side, *explained(claim, side, one, readings), sep="\n      ")
        scores = score(data, options.shared / "bench/score_clusters.py", options.only, lines, options.errors)
        reached |= {f"origins.{name}.{key}": value for key, value in scores.items()}
    floors: dict[str, float] = json.loads(FLOORS.read_text())
    below = [key for key, value in reached.items() if value < floors.get(key, 0.0) - EPSILON]
    for key, value in reached.items():
        floor = floors.get(key)
        print(f"{key:45s} {value:.3f}   floor {'none' if floor is None else f'{floor:.3f}'}")
    if options.lift and options.only == "ACFH":
        lifted = {key: max(floors.get(key, 0.0), int(value * 1000) / 1000) for key, value in reached.items()}
        FLOORS.write_text(json.dumps({**floors, **lifted}, indent=1) + "\n")
    if below:
        sys.exit(f"below the floor: {', '.join(below)}")


if __name__ == "__main__":
    main()
