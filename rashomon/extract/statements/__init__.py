"""Statements of a report, by a plain reader: cue verbs, the parse, and quotation marks."""

import hashlib
from dataclasses import replace

from rashomon.extract.statements.attributions import Attribution, attributions, pass_on
from rashomon.extract.statements.quotes import MARKS, absorb, quotations
from rashomon.extract.statements.sources import ARTICLE, NOBODY, Sources
from rashomon.extract.statements.tone import act_of, commitment_of, polarity_of
from rashomon.extract.statements.tree import Tree
from rashomon.model import Annotation, Hop, Quote, Report, Source, Span, Statement, Words

READER = "plain-1"
TRIM = " \t\r\n,;:.-–—"

__all__ = ["READER", "read_statements"]


def read_statements(report: Report, annotation: Annotation) -> tuple[Statement, ...]:
    """The statements of a parsed report, in the order of their contents.

    Rule-based, so every statement has the same confidence: 0.5.
    """
    tree = Tree(annotation)
    sources = Sources(annotation, tree)
    quoted = quotations(annotation.text)
    marked = attributions(tree)
    absorb(tree, marked, quoted)
    marked = pass_on(tree, marked)
    found = [s for a in marked if (s := _statement(report, tree, sources, quoted, a))]
    found = [replace(s, inside=_around(s, found)) for s in found]
    return tuple(sorted(found, key=lambda s: (s.content.start, -s.content.end, s.cue.start if s.cue else 0)))


def _statement(
    report: Report, tree: Tree, sources: Sources, quoted: list[Span], found: Attribution
) -> Statement | None:
    spans = _spans(tree, found.content - found.cue)
    if not spans:
        return None
    content = Words.of(tree.text, spans)
    cue = Words.of(tree.text, _spans(tree, found.cue))
    source = sources.source(found.source) if found.source is not None else None
    via = [hop for head in found.via if not _publishes(report, hop := sources.source(head))]
    chain = tuple(Hop(s.name, s.kind) for s in (*via, source)) if source else (NOBODY,)
    first = min(found.cue)
    lemma = tree[first].lemma
    negated = tree.child(first, "neg") is not None
    act = act_of(lemma, content.text, clause=found.clause, negated=negated)
    key = repr((report.id, source and source.spans, cue.spans, content.spans))
    return Statement(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        source=source,
        cue=cue,
        content=content,
        chain=chain,
        act=act,
        polarity=polarity_of(tree.text[slice(*spans[0])]),
        commitment=commitment_of(lemma, content.text, act),
        quote=_quote(content.spans, quoted),
        confidence=0.5,
    )


def _publishes(report: Report, source: Source) -> bool:
    """Whether a source is the outlet of the report itself, which is never a hop of its own chains."""
    name, outlet = (ARTICLE.sub("", words or "").casefold() for words in (source.name, report.outlet))
    return name == outlet or source.text.casefold() in ("this newspaper", "this paper", "this outlet")


def _around(statement: Statement, others: list[Statement]) -> str | None:
    """The statement in whose content this one stands, the smallest if there are several."""
    own = (statement.cue or statement.content).spans[0]
    size = len(statement.content.text)
    holders = [
        (len(other.content.text), other.id)
        for other in others
        if other is not statement
        and len(other.content.text) > size
        and any(start <= own[0] and own[1] <= end for start, end in other.content.spans)
    ]
    return min(holders)[1] if holders else None


def _spans(tree: Tree, tokens: set[int]) -> tuple[Span, ...]:
    """Tokens as spans of text: runs of neighbours, without quotation marks and commas at their ends."""
    runs: list[list[int]] = []
    for i in sorted(tokens):
        if runs and _joined(tree, runs[-1][1], i):
            runs[-1][1] = i
        else:
            runs.append([i, i])
    spans = []
    for first, last in runs:
        if tree[first].text.lower() == "that" and tree[first].dep == "mark" and first < last:
            first += 1
        start, end = tree[first].start, tree[last].end
        start, end = _trimmed(tree.text, start, end)
        if start < end:
            spans.append((start, end))
    return tuple(spans)


def _trimmed(text: str, start: int, end: int) -> Span:
    """A span without punctuation at its ends, and without marks that enclose it or lack their counterpart."""
    while start < end:
        words = text[start:end]
        first, last = words[0], words[-1]
        marked = [place for place, letter in enumerate(words) if letter in MARKS]
        if first in TRIM or (first in MARKS and len(marked) % 2):
            start += 1
        elif last in TRIM or (last in MARKS and len(marked) % 2):
            end -= 1
        elif first in MARKS and last in MARKS and len(marked) == 2:
            start, end = start + 1, end - 1
        else:
            break
    return start, end


def _joined(tree: Tree, before: int, after: int) -> bool:
    """Whether nothing but punctuation parts two tokens of one paragraph."""
    between = tree.text[tree[before].end : tree[after].start]
    return "\n" not in between and all(tree[t].pos == "PUNCT" for t in range(before + 1, after))


def _quote(spans: tuple[Span, ...], quoted: list[Span]) -> Quote:
    """How much of the content stands in quotation marks: all, some, or none."""
    size = sum(end - start for start, end in spans)
    inside = sum(max(0, min(e, qe) - max(s, qs)) for s, e in spans for qs, qe in quoted)
    return "indirect" if inside == 0 else "direct" if inside >= 0.95 * size else "mixed"
