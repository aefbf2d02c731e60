"""From what the network sees to attributions: one for each cue, with its source, content and hops as spans of text."""

import re
from bisect import bisect_left
from dataclasses import dataclass

import numpy as np

from rashomon.extract.statements.network import (
    CONTENT,
    CUE,
    IS_CONTENT,
    IS_HOP,
    IS_SOURCE,
    Floats,
    Seen,
    Window,
    manner,
    parts,
)
from rashomon.extract.statements.pieces import BREAK, Pieces
from rashomon.model import Span

# Chosen on PolNeAR dev, where F1 is flat around them.
CUE_AT_LEAST = 0.3
VALID_AT_LEAST = 0.45
SOURCE_AT_LEAST = 0.4
HOP_AT_LEAST = 0.4
CALIBRATION = (
    (0.0, 0.41, 0.61, 0.76, 0.85, 0.91, 0.94, 0.97, 1.0),
    (0.0, 0.31, 0.49, 0.645, 0.77, 0.865, 0.925, 0.945, 0.985),
)
"""From the product of what the heads say to the share that was right, by tenths of PolNeAR dev."""
STOP = 1012
"""The full stop in the vocabulary: no source runs over one that is doubtful."""
SAME_CONTENT = 0.6
"""Two attributions that share so much of their content are one, by the surer cue."""


@dataclass(slots=True)
class Attribution:
    """One attribution: spans of text, and how the network judges it."""

    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    hops: tuple[Span, ...]
    confidence: float
    manner: tuple[Floats, ...] = ()  # act, polarity, commitment, kind


@dataclass(slots=True)
class _Draft:
    cue: list[int]
    source: list[int]
    content: list[int]
    hops: list[int]
    confidence: float
    window: Window


def attributions(text: str, pieces: Pieces, seen: Seen) -> list[Attribution]:
    """The attributions in a text, in the order of their contents."""
    drafts = _distinct([draft for draft in _drafts(pieces, seen) if draft.content])
    if not drafts:
        return []
    asked = [
        np.stack([draft.window.mean(getattr(draft, role)) for draft in drafts])
        for role in ("cue", "source", "content")
    ]
    judged = manner(*asked)
    found = []
    for n, draft in enumerate(drafts):
        found.append(
            Attribution(
                cue=_spans(text, pieces, draft.cue),
                source=_spans(text, pieces, draft.source),
                content=_spans(text, pieces, draft.content),
                hops=_spans(text, pieces, draft.hops),
                confidence=draft.confidence,
                manner=tuple(row[n] for row in judged),
            )
        )
    found = [one for one in found if one.content]
    return sorted(found, key=lambda one: (one.content[0][0], -one.content[-1][1], one.cue))


def _drafts(pieces: Pieces, seen: Seen) -> list[_Draft]:
    by_window: dict[int, list[list[int]]] = {}
    for cue in _runs(pieces, seen, CUE, CUE_AT_LEAST):
        by_window.setdefault(int(seen.best[cue[len(cue) // 2]]), []).append(cue)
    stretches = _runs(pieces, seen, CONTENT, 0.5)
    ends, begins = [stretch[-1] for stretch in stretches], [stretch[0] for stretch in stretches]
    found = []
    for number, cues in sorted(by_window.items()):
        window = seen.windows[number]
        near = stretches[bisect_left(ends, window.first) : bisect_left(begins, window.last)]
        for cue, part, valid in zip(cues, *parts(window, cues), strict=True):
            if valid >= VALID_AT_LEAST:
                found.append(_draft(pieces, window, cue, part, float(valid), near))
    return found


def _draft(
    pieces: Pieces, window: Window, cue: list[int], part: Floats, valid: float, stretches: list[list[int]]
) -> _Draft:
    """The attribution of one cue.

    Content goes by whole stretches that the tagger sees, since it is the surer of the two about where one ends,
    and piece by piece where the cue asks for part of one.
    """
    of_content = dict(enumerate(part[:, IS_CONTENT].tolist(), window.first))
    content = []
    for whole in stretches:
        stretch = [i for i in whole if i in of_content]
        mean = sum(of_content[i] for i in stretch) / len(whole)
        if mean > 0.75:
            content += stretch
        elif mean > 0.5:
            content += [i for i in stretch if of_content[i] > 0.5]
        else:
            content += _long([i for i in stretch if of_content[i] > 0.7])
    content = [i for i in content if i not in cue]
    of_source = dict(enumerate(part[:, IS_SOURCE].tolist(), window.first))
    source = _best(pieces, of_source, SOURCE_AT_LEAST, {*cue})
    sure = [
        valid,
        sum(of_content[i] for i in content) / len(content) if content else 0.0,
        sum(of_source[i] for i in source) / len(source) if source else 0.7,
    ]
    hops = (np.flatnonzero(part[:, IS_HOP] > HOP_AT_LEAST) + window.first).tolist()
    hops = [i for i in hops if pieces.ids[i] != BREAK]
    confidence = round(float(np.interp(np.prod(sure), *CALIBRATION)), 3)
    return _Draft(cue, source, content, hops, confidence, window)


def _long(at: list[int]) -> list[int]:
    """The pieces that stand with neighbours: a word or two out of a stretch of somebody else's is no content."""
    near = set(at)
    return [i for i in at if {i - 2, i - 1} <= near or {i - 1, i + 1} <= near or {i + 1, i + 2} <= near]


def _runs(pieces: Pieces, seen: Seen, role: int, at_least: float) -> list[list[int]]:
    """Stretches that a tagger marks; a new one begins where it says so, and behind a paragraph break."""
    outside, begin, inside = seen.tags[:, role].T
    found: list[list[int]] = []
    for i in np.flatnonzero(1 - outside >= at_least).tolist():
        if pieces.ids[i] == BREAK:
            continue
        begins = begin[i] > inside[i] and begin[i] > 0.4
        if found and found[-1][-1] == i - 1 and not begins:
            found[-1].append(i)
        else:
            found.append([i])
    return found


def _best(pieces: Pieces, probable: dict[int, float], at_least: float, cue: set[int]) -> list[int]:
    """The likeliest stretch of pieces that are each likely enough; one piece of doubt inside does not cut it."""
    found: list[list[int]] = []
    for i, share in probable.items():
        if share <= at_least or pieces.ids[i] == BREAK or i in cue:
            continue
        doubtful = range(found[-1][-1] + 1, i) if found else ()
        if found and len(doubtful) < 2 and all(j not in cue and pieces.ids[j] != STOP for j in doubtful):
            found[-1] += range(found[-1][-1] + 1, i + 1)
        else:
            found.append([i])
    return max(found, key=lambda run: sum(probable[i] for i in run), default=[])


def _distinct(drafts: list[_Draft]) -> list[_Draft]:
    """The surest of those that say the same."""
    kept: list[tuple[set[int], _Draft]] = []
    holding: dict[int, list[int]] = {}  # for each piece, those kept that have it in their content
    for draft in sorted(drafts, key=lambda draft: -draft.confidence):
        own = set(draft.content)
        rivals = {n for i in own for n in holding.get(i, ())}
        if not any(_same(own, draft, *kept[n]) for n in rivals):
            for i in own:
                holding.setdefault(i, []).append(len(kept))
            kept.append((own, draft))
    return [draft for _, draft in kept]


def _same(own: set[int], draft: _Draft, other: set[int], rival: _Draft) -> bool:
    """Whether two attributions say the same and neither stands inside the other."""
    nested = min(other) < draft.cue[0] < max(other) or min(own) < rival.cue[0] < max(own)
    return not nested and len(own & other) > SAME_CONTENT * len(own | other)


def _spans(text: str, pieces: Pieces, at: list[int]) -> tuple[Span, ...]:
    """Pieces as spans of whole words; runs that only punctuation parts, within a paragraph, are one."""
    spans: list[Span] = []
    for i in sorted(at):
        start, end = _whole_word(text, pieces.starts[i], pieces.ends[i])
        if spans and not re.search(r"[\w\n]", text[spans[-1][1] : start]):
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return tuple(spans)


def _whole_word(text: str, start: int, end: int) -> Span:
    if text[start].isalnum():
        while start > 0 and text[start - 1].isalnum():
            start -= 1
    if text[end - 1].isalnum():
        while end < len(text) and text[end].isalnum():
            end += 1
    return start, end
