"""Statements that the layout makes, without a verb: "The army: ...", "... - Ilan Hask, a driver", lists of demands."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import get_args

import numpy as np

from rashomon.extract.statements.decode import Attribution
from rashomon.extract.statements.kinds import KINDS, is_body
from rashomon.extract.statements.names import is_office
from rashomon.extract.statements.persons import person_in
from rashomon.extract.statements.spans import overlap, trimmed
from rashomon.model import Act, Annotation, Commitment, Polarity, Span

SURE = 0.7
"""The confidence of what a layout says; too few stand in annotated reports to measure it."""
SPEAKER = re.compile(r"^[^\S\n]*([A-Z][^:.!?\n]{1,70}?)[^\S\n]?(:)[^\S\n]+(\S[^\n]*)$", re.M)
SIGNED = re.compile(
    r"^[^\S\n]*([“\"][^\n]+?[”\"])[^\S\n]*([―—–-])[^\S\n]*([A-Z][^\n:,]{1,80})(?:,[^\n:]{0,80})?$", re.M
)
"""A quotation with its speaker behind a dash, as letters and voices from the street are printed."""
ITEM = r"[^\S\n]*(?:[-*•–—]|\(?\d{1,2}[.)]|[a-z]\))[^\S\n]+"
WORD = r"(?!(?:the|an?|to|in|on|by|with|for)\s)[\w'’-]+\s"
LIST = re.compile(
    rf"((?:\b[Tt]he|\b[Aa]n?|\b[Tt]heir|\b[Ii]ts)\s(?:{WORD}){{1,4}}?|\b(?:[A-Z][\w'’-]*\s){{1,4}}|\b(?:[Tt]hey|[Ii]t|[Hh]e|[Ss]he)\s)"
    r"(?:has\s|have\s|had\s)?((?:made|makes?|issued|listed|lists|set out|sets out|presented|put forward|posed|repeated)"
    r"\s(?:[\w'’-]+\s){0,4}?(?:demands|conditions|requests|calls|promises|pledges|warnings|accusations|allegations))"
    rf"(?:[^:.\n]{{0,60}}):\s*\n((?:\s*{ITEM}[^\n]+\n?)+)"
)
LONGEST_LIST = 20_000
LONGEST_NAME = 4
FEWEST = 3
"""Words behind a colon that are something said, and no label's value."""


def laid_out(annotation: Annotation, found: Sequence[Attribution], body: int) -> list[Attribution]:
    """Those `found` and those that the layout makes behind `body`, where the headline ends, by their contents."""
    text = annotation.text
    taken = [span for one in found for span in (*one.content, *one.cue)]
    heads = Counter(match[1] for match in SPEAKER.finditer(text, body))
    people = {text[e.start : e.end] for e in annotation.entities if e.label == "PERSON"}
    made = []
    for match in SPEAKER.finditer(text, body):
        who, said = match.span(1), match.span(3)
        kind = _speaker(match[1], people) or (_in_turn(match[1]) if heads[match[1]] > 1 else None)
        others = [one for one in found if not overlap(who, one.source)]
        held = any(overlap(said, (*one.content, *one.cue)) for one in others)
        if kind and not held and len(match[3].split()) >= FEWEST:
            found = others
            made.append(_attribution(text, match.span(2), who, (said,), kind))
    for match in SIGNED.finditer(text, body):
        if len(match[1].split()) > FEWEST and not overlap(match.span(1), taken):
            kind = _speaker(match[3], people) or "named_person"
            made.append(_attribution(text, match.span(2), match.span(3), (match.span(1),), kind))
    for match in LIST.finditer(text, body):
        items = re.finditer(rf"^{ITEM}([^\n]+)", match[3][:LONGEST_LIST], re.M)
        content = tuple((match.start(3) + i.start(1), match.start(3) + i.end(1)) for i in items)
        if content and not overlap(content[0], taken):
            made.append(_attribution(text, match.span(2), match.span(1), content, "organisation"))
    return sorted([*found, *made], key=lambda one: (one.content[0][0], -one.content[-1][1]))


def _speaker(words: str, people: set[str]) -> str | None:
    """The kind of source that the words before a colon are; None where they are a label."""
    if any(map(is_office, words.split())) or any(name in words for name in people):
        return "named_person" if person_in(words, [*people])[0] else "unnamed_person"
    return "organisation" if is_body(words) or words.startswith("The ") else None


def _in_turn(words: str) -> str | None:
    """The kind of who speaks in turn with others, as a transcript prints it: KERN: ... VELSK: ..."""
    parts = words.split()
    return (
        "named_person" if len(parts) <= LONGEST_NAME and all(part[:1].isupper() for part in parts) else None
    )


def _attribution(text: str, cue: Span, source: Span, content: tuple[Span, ...], kind: str) -> Attribution:
    sizes = [len(get_args(labels)) for labels in (Act, Polarity, Commitment)]
    manner = [np.eye(size, dtype=np.float32)[0] for size in sizes]
    manner.append(np.eye(len(KINDS), dtype=np.float32)[[*KINDS].index(kind)])  # type: ignore[arg-type]
    return Attribution((cue,), trimmed(text, (source,)), content, (), SURE, tuple(manner))
