"""Reports that share text: how much of each, which stretches, and which came first.

Two steps. `sketch` gives each text keys, and texts with a key in common are worth comparing; `compare` then counts
words exactly, so a key in common is no evidence of its own.
"""

import functools
import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rashomon.link.passages import SHOWN, Passage, filled, keys, passages, places, words
from rashomon.link.publishers import publisher
from rashomon.model import Copy, CopyKind, Report

NEAR = 0.8
"""Share of the longer text from which on two are nearly the same."""
LEAST = 0.2
"""Share of the shorter text from which on two reports share text ..."""
LEAST_WORDS, ENOUGH = 64, 100
"""... but at least so many words, for what agencies repeat in each report has up to 62; and no more than so many."""
HALF = 0.5
"""Share of the shorter text that is enough however few words it is."""
OWN_WORDS, OWN, PHRASE = 20, 0.4, 8
"""Words, and share of all that must be shared, that stand outside quotations and captions, in passages of so many such
words: a report that shares little but what people said may have heard it too."""
LONGEST_AT_LEAST = 12
"""Of these, words in one passage: turns of phrase and long names of bodies have fewer."""
CHANGED = 4
"""Words between two passages that an editor changed within a sentence."""
HEAD = 60
"""Words at the head of a page that are the outlet's rather than the report's."""
GAP = 40
"""Words that differ between two passages of the same footer: headlines of the day, a section's name."""

_ASIDE = (
    re.compile(r"“[^“”\n]{1,2000}”|(?<![\w.,!?])\"(?=\S)[^\"\n]{1,2000}\""),
    re.compile(
        r"^(?:[^\n]*\n\()?(?=[^\n]{1,700}$)"
        r"[^\n]*(?:\bPhoto\b|\bvia AP\b|\bGetty\b|\bfile photo\b|\bPictured\b)[^\n]*$",
        re.M,
    ),
    re.compile(r"^[^\n]+\n*[—-] [^\n]{1,60}\(@\w+\)[^\n]*$", re.M),
)
"""Quotations, captions of photographs (a longer line is a text that lost its line breaks), and what somebody posted,
with their name under it."""

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text so that others find it."""

    bands: tuple[int, ...]
    """Keys, signed 64-bit and in order: texts with one in common may share a passage."""


def sketch(text: str) -> Sketch:
    """The keys of `text`: two texts that share 31 words on end have one in common, wherever the words stand."""
    return Sketch(keys(text))


def compare(one: Report, other: Report) -> Copy | None:
    """How two reports share text; None where they do not, or too little to tell copying from chance.

    Shares count the words that stand in stretches of at least six words which both texts have, or in shorter ones
    between two such, however they are capitalised and punctuated. Words in quotation marks, posts and captions of
    photographs are counted, but do not suffice: two reporters in one room quote the same words. Nor does what reports
    of one outlet have at head and foot. Reports under one URL are versions of one page, whatever they share.
    """
    a, b = sorted((one, other), key=lambda report: report.id)
    in_a, in_b = words(a.text), words(b.text)
    shorter, longer = sorted((len(in_a), len(in_b)))
    version = page(a) is not None and page(a) == page(b)
    enough = min(max(LEAST_WORDS, LEAST * shorter), ENOUGH, HALF * shorter)
    shared = passages(in_a, in_b, 0 if version else enough)
    exact = shorter == longer > 0 and bool((in_a.hashes == in_b.hashes).all())
    if not (version or exact or _is_copied(a, b, shared, enough)):
        return None
    shared = filled(in_a, in_b, shared)
    total = sum(passage.n for passage in shared)
    share, of_longer = (round(total / n, 4) if n else 0.0 for n in (shorter, longer))
    at_a, at_b = places(a.text), places(b.text)
    spans = tuple(
        ((at_a[p.a][0], at_a[p.end_a - 1][1]), (at_b[p.b][0], at_b[p.end_b - 1][1])) for p in shared
    )
    kind: CopyKind = (
        "version" if version else "exact" if exact else "near" if of_longer >= NEAR else "partial"
    )
    return Copy(a.id, b.id, kind, share, of_longer, first_of(a, b), spans)


def first_of(a: Report, b: Report) -> str | None:
    """Id of the report published first, by the day; of two versions of that day, the one not changed since."""
    if not a.published or not b.published:
        return None
    days = [(report.published or "", report.updated or report.published or "") for report in (a, b)]
    if days[0] == days[1]:
        return None
    return a.id if days[0] < days[1] else b.id


def _is_copied(a: Report, b: Report, shared: list[Passage], enough: float) -> bool:
    """Whether passages make a copy: enough words, and among them enough of the reporters' own, some of these on end."""
    in_a, in_b = len(words(a.text)), len(words(b.text))
    shorter = min(in_a, in_b)
    who = publisher(a)
    if who and who == publisher(b) and sum(p.n for p in shared) < NEAR * shorter:
        shared = _without_furniture(shared, in_a, in_b)
    total = sum(p.n for p in shared)
    if total < enough:
        return False
    told = _told(a, b, shared)
    if total >= HALF * shorter:
        return sum(told) >= OWN_WORDS
    return (
        sum(n for n in told if n >= PHRASE) >= max(OWN_WORDS, OWN * enough) and max(told) >= LONGEST_AT_LEAST
    )


def _told(a: Report, b: Report, shared: list[Passage]) -> list[int]:
    """Words outside quotations and captions in each stretch of passages with a few changed words between them."""
    plain_a, plain_b = _plain(a.text), _plain(b.text)
    told: list[int] = []
    last: Passage | None = None
    for p in shared:
        n = int((plain_a[p.a : p.end_a] & plain_b[p.b : p.end_b]).sum())
        if last and p.a - last.end_a <= CHANGED and 0 <= p.b - last.end_b <= CHANGED:
            told[-1] += n
        else:
            told.append(n)
        last = p
    return told


def _without_furniture(shared: list[Passage], size_a: int, size_b: int) -> list[Passage]:
    """The passages without those that make up the heads and the feet of both texts."""
    first, last = 0, len(shared)
    while first < last and max(shared[first].a, shared[first].b) + shared[first].n <= HEAD:
        first += 1
    at_a, at_b = size_a, size_b
    while first < last and max(at_a - shared[last - 1].end_a, abs(at_b - shared[last - 1].end_b)) <= GAP:
        last -= 1
        at_a, at_b = shared[last].a, shared[last].b
    return shared[first:last]


@functools.lru_cache(SHOWN)
def _plain(text: str) -> Mask:
    """For each word, whether it stands outside of quotations, captions and posts."""
    starts = np.array([start for start, _ in places(text)], np.int64)
    plain = np.ones(len(starts), np.bool_)
    for match in (match for pattern in _ASIDE for match in pattern.finditer(text)):
        first, end = np.searchsorted(starts, match.span())
        plain[first:end] = False
    return plain


def page(report: Report) -> str | None:
    """The page that a report stands on: its URL without what does not tell pages apart."""
    return re.sub(r"^https?://(?:www\.)?", "", report.url).rstrip("/") if report.url else None
