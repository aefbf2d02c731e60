"""What changed from one version of a text to another: words taken out, words put in."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from markupsafe import Markup

from rashomon.model import Reading, Statement
from rashomon.web.visible import visible

FINE = 3000
"""Words of a changed paragraph that are still compared one by one; longer ones are shown as wholly changed."""

MOST_PAIRS = 400
"""Pairs of changed paragraphs that are compared; in longer stretches all are shown as wholly changed."""
ALIKE = 0.5
"""Share of its words from which a paragraph is the same one, changed."""

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


def changes(old: str, new: str) -> list[Markup]:
    """The paragraphs of both texts together, in order, with what was taken out and put in marked."""
    before, after = _paragraphs(old), _paragraphs(new)
    found = []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            found += [visible(text) for text in after[c:d]]
        else:
            for old_one, new_one in _aligned(before[a:b], after[c:d]):
                found += _paragraph(old_one, new_one)
    return found


def said_anew(older: Reading, newer: Reading) -> tuple[list[Statement], list[Statement]]:
    """The statements that the newer report has no more, and those that are new in it, by source, act and words."""
    before, after = Counter(map(_told, older.statements)), Counter(map(_told, newer.statements))
    gone, come = before - after, after - before
    return _those(older, gone), _those(newer, come)


def _told(statement: Statement) -> tuple[str, str, str]:
    name = statement.source.name if statement.source else ""
    return name.casefold(), statement.act, " ".join(re.findall(r"\w+", statement.content.text.casefold()))


def _those(reading: Reading, wanted: Counter[tuple[str, str, str]]) -> list[Statement]:
    return [one for one in reading.statements if _told(one) in wanted]


def _aligned(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """Paragraphs with those that they became, in order; the empty string beside one that was taken out or put in."""
    rows, columns = len(old), len(new)
    if rows * columns > MOST_PAIRS:
        yield from ((one, "") for one in old)
        yield from (("", one) for one in new)
        return
    words, others = [_WORDS.findall(one) for one in old], [_WORDS.findall(one) for one in new]
    alike = [[_alike(one, other) for other in others] for one in words]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for a in reversed(range(rows)):
        for b in reversed(range(columns)):
            best[a][b] = max(best[a + 1][b], best[a][b + 1], alike[a][b] + best[a + 1][b + 1])
    a = b = 0
    while a < rows or b < columns:
        if a < rows and b < columns and alike[a][b] and best[a][b] == alike[a][b] + best[a + 1][b + 1]:
            yield old[a], new[b]
            a, b = a + 1, b + 1
        elif a < rows and best[a][b] == best[a + 1][b]:
            yield old[a], ""
            a += 1
        else:
            yield "", new[b]
            b += 1


def _alike(one: list[str], other: list[str]) -> float:
    """How much two paragraphs have in common; nothing below a half."""
    if len(one) + len(other) > FINE:
        return 0.0
    match = SequenceMatcher(None, one, other, autojunk=False)
    return share if match.quick_ratio() >= ALIKE and (share := match.ratio()) >= ALIKE else 0.0


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _paragraph(old: str, new: str) -> Iterator[Markup]:
    """A changed paragraph, word by word where it is not too long."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if not before or not after or len(before) + len(after) > FINE:
        yield from filter(None, (_out(old), _in(new)))
        return
    parts: list[Markup] = []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = "".join(before[a:b]), "".join(after[c:d])
        parts += [visible(come)] if what == "equal" else [_out(gone), _in(come)]
    yield Markup("").join(parts)


def _out(text: str) -> Markup:
    return Markup("<del>{}</del>").format(visible(text)) if text else Markup("")


def _in(text: str) -> Markup:
    return Markup("<ins>{}</ins>").format(visible(text)) if text else Markup("")
