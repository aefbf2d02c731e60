"""The worst errors of the reader on PolNeAR dev, in groups: what to work on next.

    python bench/worst.py --shared ../shared [--most 100]

A wrong statement is worse the surer the reader was of it; one that is missed is worse the longer its content.
Half of those listed are wrong, half missed; the table counts all. The corpus is read by path and never copied.
"""

import argparse
import json
import os
import re
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from rashomon.model import Reading, Span, as_json
from rashomon.pipeline import read

SAME = 0.5
"""Jaccard of content tokens from which two contents are one: that of the scorer."""
NEAR = 0.15
NOUN = re.compile(
    r"\b(?:claims?|allegations?|accusations?|statements?|reports?|promises?|warnings?|beliefs?|hopes?|calls?)\b"
)
MENTAL = re.compile(
    r"\b(?:th[io]\w*k|thought|believ|know|knew|hope|want|fear|feel|felt|expect|consider|decid|agree|see[ns]?|saw)\w*"
)


@dataclass(frozen=True, slots=True)
class Error:
    """One error, and how bad it is within its half."""

    group: str
    bad: float
    missed: bool
    line: str


def tokens(text: str, spans: list[Span]) -> frozenset[int]:
    """Where the words of spans begin."""
    return frozenset(m.start() for s, e in spans for m in re.compile(r"\w+").finditer(text, s, e))


def likeness(a: frozenset[int], b: frozenset[int]) -> float:
    """Jaccard."""
    return len(a & b) / len(a | b) if a or b else 0.0


def sort_of(cue: str) -> str:
    """What sort of cue it is."""
    lowered = cue.lower()
    if not cue:
        return "no cue"
    if "according" in lowered or "report" in lowered:
        return "according to, reportedly"
    if NOUN.search(lowered):
        return "noun"
    return "verb of mind" if MENTAL.search(lowered) else "verb of speech"


def errors(reading: Reading, gold: list[dict[str, list[Span]]]) -> list[Error]:
    """The errors in one document."""
    text = reading.report.text
    wanted = [tokens(text, g["content"]) for g in gold]
    found = [s for s in reading.statements if not s.inside]
    have = [tokens(text, list(s.content.spans)) for s in found]
    made = []
    for n, (g, want) in enumerate(zip(gold, wanted, strict=True)):
        best = max((likeness(want, own) for own in have), default=0.0)
        if g["source"] and best < SAME:
            cue = " ".join(text[s:e] for s, e in g["cue"])
            how = "content cut otherwise" if best >= NEAR else "not found"
            words = " ".join(text[s:e] for s, e in g["content"])
            made.append(
                Error(f"missed, {how}: {sort_of(cue)}", len(want), True, f"{n} [{cue}] {words[:90]!r}")
            )
    for s, own in zip(found, have, strict=True):
        best, n = max(((likeness(own, want), n) for n, want in enumerate(wanted)), default=(0.0, 0))
        cue = s.cue.text if s.cue else ""
        words = f"{s.source.text if s.source else None!r} [{cue}] {s.content.text[:90]!r}"
        if best < SAME:
            how = "content cut otherwise" if best >= NEAR else "nothing there"
            made.append(Error(f"wrong, {how}: {sort_of(cue)}", s.confidence, False, words))
        elif gold[n]["source"] and s.source:
            if not tokens(text, list(s.source.spans)) & tokens(text, gold[n]["source"]):
                made.append(Error("wrong source", s.confidence, False, words))
        elif gold[n]["source"]:
            made.append(Error("no source", s.confidence, False, words))
    return made


def main() -> None:
    """Read, group, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    shared = os.environ.get("RASHOMON_SHARED")
    parser.add_argument("--shared", type=Path, default=shared, required=shared is None, metavar="DIR")
    parser.add_argument("--most", type=int, default=100, help="how many to list")
    options = parser.parse_args()
    lines = (options.shared / "data/polnear/dev.jsonl").read_text(encoding="utf-8").splitlines()
    golds = [json.loads(line) for line in lines]
    found: list[Error] = []
    with tempfile.TemporaryDirectory() as folder:
        for gold in golds:
            path = Path(folder, f"{gold['doc_id']}.txt")
            path.write_bytes(gold["text"].encode())
            for reading in read([str(path)]):
                if not isinstance(reading, Reading) or as_json(reading)["text"] != gold["text"]:
                    sys.exit(f"not read as it is: {path.name}")
                found += errors(reading, gold["attributions"])
    for half in (True, False):
        ranked = sorted((e for e in found if e.missed is half), key=lambda e: (-e.bad, e.line))
        for error in ranked[: options.most // 2]:
            print(f"{error.bad:7.2f}  {error.group:50s} {error.line}")
    print()
    for group, count in Counter(error.group for error in found).most_common():
        print(f"{count:5d}  {group}")


if __name__ == "__main__":
    main()
