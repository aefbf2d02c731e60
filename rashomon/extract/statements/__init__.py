"""Statements of a report: what the trained network sees in its text, named and judged."""

import hashlib
import re
from dataclasses import replace

from rashomon.extract.statements.chains import (
    Credited,
    chain_of,
    cited,
    credited,
    goes_on,
    headline_end,
    holders,
    pass_on,
)
from rashomon.extract.statements.decode import Attribution, attributions
from rashomon.extract.statements.layouts import laid_out
from rashomon.extract.statements.network import look
from rashomon.extract.statements.pieces import pieces_of
from rashomon.extract.statements.quotes import quotations, quote_of, unmarked, whole_quotes
from rashomon.extract.statements.spans import trimmed, without_that
from rashomon.extract.statements.tone import act_of, commitment_of, polarity_of
from rashomon.model import Annotation, Report, Span, Statement, Words

READER = "en-1"
BEFORE_CUE = 12
"""Characters before a cue that may negate it: "has not confirmed"."""
TOLD_OF = re.compile(r"(?<=\w)(?:,\s+(?:an?|the|who|which|whose)\b.*|\s+(?:who|which|that))$", re.S)
"""What a report tells of a source behind its words: no part of them."""
AUXILIARY = re.compile(r"(?:was|were|is|are|has|have|had|been)", re.I)
"""Half of a cue, whose other half is seen as one of its own: "was ... quoted"."""
ARTICLE_BEFORE = re.compile(r"\b(?:the|an?)\s$", re.I)
ARTICLE_ALONE = re.compile(r"(?:the|an?)", re.I)

__all__ = ["READER", "read_statements"]


def read_statements(report: Report, annotation: Annotation) -> tuple[Statement, ...]:
    """The statements of a report, in the order of their contents."""
    text = report.text
    pieces = pieces_of(text)
    if not pieces.ids:
        return ()
    seen = (_trimmed(text, one) for one in attributions(text, pieces, look(pieces)))
    body = headline_end(report)  # a headline repeats what the body attributes in full
    kept = [one for one in seen if one.content and one.content[0][0] >= body]
    told = cited(text, [one for one in kept if not AUXILIARY.fullmatch(text, *one.cue[0])])
    found = pass_on(text, [one for one in (_trimmed(text, one) for one in told) if one.content])
    found = laid_out(annotation, found, body)
    quoted = quotations(text)
    cues = sorted(span for one in found for span in one.cue)
    found = [
        replace(one, content=trimmed(text, unmarked(whole_quotes(text, one.content, quoted, cues), quoted)))
        for one in goes_on(text, found)
    ]
    made = [
        _statement(report, one, who, quoted)
        for one, who in zip(found, credited(report, annotation, found), strict=True)
    ]
    return tuple(
        replace(statement, inside=next((made[m].id for m in holders(found, n)), None))
        for n, statement in enumerate(made)
    )


def _trimmed(text: str, one: Attribution) -> Attribution:
    content = trimmed(text, without_that(text, trimmed(text, one.content)))
    short = tuple((start, start + len(TOLD_OF.sub("", text[start:end]))) for start, end in one.source)
    source = tuple(span for span in trimmed(text, short) if not ARTICLE_ALONE.fullmatch(text, *span))
    if source and (article := ARTICLE_BEFORE.search(text, max(0, source[0][0] - 5), source[0][0])):
        source = ((article.start(), source[0][1]), *source[1:])
    return replace(one, content=content, source=source, cue=trimmed(text, one.cue) or one.cue)


def _statement(report: Report, one: Attribution, who: Credited, quoted: list[Span]) -> Statement:
    text = report.text
    source, hops = who
    content, cue = Words.of(text, one.content), Words.of(text, one.cue)
    act = act_of(text[max(0, cue.start - BEFORE_CUE) : cue.end], content.text, one.manner[0])
    key = repr((report.id, source and source.spans, cue.spans, content.spans))
    return Statement(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        source=source,
        cue=cue,
        content=content,
        chain=chain_of(source, hops),
        act=act,
        polarity=polarity_of(text[slice(*content.spans[0])]),
        commitment=commitment_of(act, cue.text, content.text),
        quote=quote_of(content.spans, quoted),
        confidence=one.confidence,
    )
