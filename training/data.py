"""Annotated reports as windows of word pieces with labels.

Two corpora, by path: PolNeAR train (flat attributions: source, cue, content) and `conflict_train` (conflict news, with
kinds, chains, acts, polarity and commitment). Their formats are described where they are kept, not here.
"""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from rashomon.extract.statements.pieces import Pieces, pieces_of
from rashomon.model import Act, Commitment, Polarity, SourceKind, Span

ACTS, POLARITIES, COMMITMENTS = get_args(Act), get_args(Polarity), get_args(Commitment)
KINDS = get_args(SourceKind)
UNKNOWN = -100
"""The label of what a corpus does not say; the loss leaves it out."""


@dataclass(slots=True)
class Gold:
    """One annotated statement, in piece indices."""

    cue: list[int]
    source: list[int]
    content: list[int]
    hops: list[int] | None = None  # None: the corpus does not mark who passed words on
    starts: dict[str, list[int]] = field(default_factory=dict)
    act: int = UNKNOWN
    polarity: int = UNKNOWN
    commitment: int = UNKNOWN
    kind: int = UNKNOWN


@dataclass(slots=True)
class Document:
    """A report as pieces, with its statements."""

    pieces: Pieces
    statements: list[Gold]


@dataclass(slots=True)
class Window:
    """A stretch of a document, as training sees it."""

    ids: list[int]
    capital: list[int]
    statements: list[Gold]


def polnear(path: Path) -> Iterator[Document]:
    """The documents of a PolNeAR split in JSONL."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        pieces = pieces_of(row["text"])
        statements = []
        for a in row["attributions"]:
            spans = {role: [tuple(span) for span in a[role]] for role in ("source", "cue", "content")}
            statements.append(_gold(pieces, spans))
        yield Document(pieces, [s for s in statements if s.content])


def conflict(folder: Path) -> Iterator[Document]:
    """The reports of `conflict_train`."""
    for path in sorted(folder.glob("*.json")):
        for article in json.loads(path.read_text(encoding="utf-8"))["articles"]:
            text = (folder / "texts" / f"{article['id']}.txt").read_text(encoding="utf-8")
            pieces = pieces_of(text)
            statements = [_conflict_gold(pieces, text, s) for s in article["statements"]]
            yield Document(pieces, [s for s in statements if s.content])


def _conflict_gold(pieces: Pieces, text: str, s: dict) -> Gold:
    spans: dict[str, list[Span]] = {
        "source": [_nth(text, s["source"], s["source_at"])] if s["source"] else [],
        "cue": [_nth(text, s["cue"], s["cue_at"])] if s["cue"] else [],
        "content": [_nth(text, piece, n) for piece, n in zip(s["content"], s["content_at"], strict=True)],
    }
    gold = _gold(pieces, spans)
    near = (spans["cue"] or spans["content"])[0]
    hops = [_nearest(text, name, near) for name in s["chain"][:-1]]
    gold.hops = [i for span in hops if span for i in pieces.inside(span)]
    gold.act = ACTS.index(s["act"])
    gold.polarity = POLARITIES.index(s["polarity"])
    gold.commitment = COMMITMENTS.index(s["commitment"]) if s.get("commitment") else UNKNOWN
    gold.kind = KINDS.index(s["kind"]) if s["source"] else UNKNOWN
    return gold


def _nth(text: str, words: str, n: int) -> Span:
    at = -1
    for _ in range(n + 1):
        at = text.index(words, at + 1)
    return at, at + len(words)


def _nearest(text: str, name: str, near: Span) -> Span | None:
    """The mention of `name` nearest to a place: whole, or by its longest capitalised word."""
    words = sorted(re.findall(r"[A-Z]\w+", name), key=len, reverse=True)
    for pattern in (name, *words[:1]):
        found = [m.span() for m in re.finditer(re.escape(pattern), text, re.IGNORECASE)]
        found = [span for span in found if abs(span[0] - near[0]) < 400]
        if found:
            return min(found, key=lambda span: abs(span[0] - near[0]))
    return None


def _gold(pieces: Pieces, spans: dict[str, list[Span]]) -> Gold:
    inside = {role: [pieces.inside(span) for span in of] for role, of in spans.items()}
    flat = {role: sorted({i for run in runs for i in run}) for role, runs in inside.items()}
    starts = {role: [run[0] for run in runs if run] for role, runs in inside.items()}
    return Gold(flat["cue"], flat["source"], flat["content"], starts=starts)


def windows(document: Document, longest: int, chance: random.Random) -> Iterator[Window]:
    """The document cut at random places, some pieces of it short, so that crops are no surprise later."""
    size = len(document.pieces.ids)
    at = -chance.randrange(longest // 2) if size > longest else 0
    while at < size:
        length = longest if chance.random() < 0.75 else chance.randrange(40, longest)
        first, last = max(0, at), min(size, at + length)
        if last - first > 8:
            yield _window(document, first, last)
        at += length


def _window(document: Document, first: int, last: int) -> Window:
    statements = []
    for s in document.statements:
        cut = {
            role: [i - first for i in getattr(s, role) if first <= i < last]
            for role in ("cue", "source", "content")
        }
        if not any(cut.values()):
            continue
        whole = len(cut["content"]) == len(s.content) and len(cut["source"]) == len(s.source)
        starts = {role: [i - first for i in s.starts[role] if first <= i < last] for role in s.starts}
        hops = None if s.hops is None else [i - first for i in s.hops if first <= i < last]
        labels = (s.act, s.polarity, s.commitment, s.kind) if whole else (UNKNOWN,) * 4
        cue = cut["cue"] if len(cut["cue"]) == len(s.cue) else []
        statements.append(Gold(cue, cut["source"], cut["content"], hops, starts, *labels))
    return Window(document.pieces.ids[first:last], document.pieces.capital[first:last], statements)
