"""How people's judgements are read: which of them stand, and what they change in what is shown.

Nothing here writes: statements, links and names stay as they were read, and pass through these functions on the way
out. A target that is no more is listed by `vanished` and its judgement kept, for a new reading may bring it back.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, replace
from typing import Final, TypeVar

from rashomon.errors import Misjudged
from rashomon.link.corrections import Record, corrected
from rashomon.model import Copy, Judgement, Likeness, Retelling, Statement, TargetKind, Verdict

VERDICTS: Final[Mapping[TargetKind, tuple[Verdict, ...]]] = {
    "statement": ("accept", "reject", "undo"),
    "link": ("accept", "reject", "merge", "split", "undo"),
    "name": ("accept", "merge", "split", "correct", "undo"),
    "value": ("accept", "correct", "reject", "undo"),
}
"""Which verdicts a kind of target can have. `merge` and `split` of a link are of two members: one claim, or not.

`undo` names one earlier judgement on the target, which then counts no more: the one before it stands again, or what
was read. An `undo` can be undone like any other.
"""
PARTS: Final[Mapping[TargetKind, int]] = {"statement": 1, "link": 2, "name": 2, "value": 2}
"""Ids in the target of each kind; a name to `correct` has one."""
Link = TypeVar("Link", Copy, Retelling, Likeness)
Pair = tuple[str, str]


def judgement(
    kind: TargetKind,
    target: Collection[str],
    verdict: Verdict,
    *,
    by: str,
    at: str,
    why: str = "",
    value: str | None = None,
) -> Judgement:
    """A judgement, with its id.

    Raises Misjudged where the verdict does not fit the target, or a correction says no value.
    """
    ids = tuple(target) if kind == "value" else tuple(sorted(target))
    if verdict not in VERDICTS[kind]:
        raise Misjudged(f"a {kind} cannot be judged {verdict!r}, only {', '.join(VERDICTS[kind])}")
    expected = 1 if (kind, verdict) in (("name", "correct"), ("name", "accept")) else PARTS[kind]
    if len(ids) != expected and verdict != "undo":
        raise Misjudged(f"a judgement to {verdict} a {kind} needs {expected} ids, not {len(ids)}")
    if (verdict in ("correct", "undo")) != (value is not None):
        raise Misjudged(f"a judgement to {verdict} needs {'no' if value is not None else 'a'} value")
    made = Judgement("", kind, ids, verdict, value, by, at, why)
    digest = hashlib.sha256(json.dumps(asdict(made), sort_keys=True).encode()).hexdigest()[:16]
    return replace(made, id=digest)


def in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements by time, and then by id."""
    return sorted(judgements, key=lambda one: (one.at, one.id))


def undone(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """Ids of the judgements that count no more, each with the one that undid it."""
    found: dict[str, Judgement] = {}
    for one in reversed(in_order(judgements)):
        if one.verdict == "undo" and one.value is not None and one.id not in found:
            found.setdefault(one.value, one)
    return found


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that count: the latest on each target that was not undone, by time and then by id."""
    given = in_order(judgements)
    gone = undone(given)
    last: dict[tuple[str, tuple[str, ...]], Judgement] = {}
    for one in given:
        if one.verdict != "undo" and one.id not in gone:
            last.pop((one.kind, one.target), None)
            last[one.kind, one.target] = one
    return [*last.values()]


def vanished(judgements: Iterable[Judgement], known: Collection[str]) -> list[Judgement]:
    """Those of the judgements whose target is no more; `known` are all ids and keys that there are."""
    return [one for one in judgements if not all(key in known for key in _ids(one))]


def _ids(one: Judgement) -> tuple[str, ...]:
    return one.target[:1] if one.kind == "value" else one.target


def statements_as_judged(statements: Iterable[Statement], judgements: Iterable[Judgement]) -> list[Statement]:
    """The statements that nobody rejected, with the values that people corrected."""
    stand = standing(judgements)
    rejected = {one.target[0] for one in stand if one.kind == "statement" and one.verdict == "reject"}
    return [as_judged(one, one.id, stand) for one in statements if one.id not in rejected]


def as_judged(record: Record, id: str, judgements: Iterable[Judgement]) -> Record:
    """A record with the values that people corrected, and null for those that they rejected.

    Raises Misjudged where a value does not fit its field.
    """
    changed = {
        one.target[1]: one.value
        for one in standing(judgements)
        if one.kind == "value" and one.target[0] == id and one.verdict in ("correct", "reject")
    }
    return corrected(record, changed) if changed else record


def links_as_judged(links: Iterable[Link], judgements: Iterable[Judgement]) -> list[Link]:
    """The copies, retellings or likenesses that nobody rejected."""
    rejected = apart(judgements)
    return [one for one in links if _pair(one) not in rejected]


def together(judgements: Iterable[Judgement]) -> set[Pair]:
    """Pairs of ids that people put together: members of one claim, whatever the likeness."""
    return {
        _two(one) for one in standing(judgements) if one.kind == "link" and one.verdict in ("accept", "merge")
    }


def apart(judgements: Iterable[Judgement]) -> set[Pair]:
    """Pairs of ids that people took apart."""
    return {
        _two(one) for one in standing(judgements) if one.kind == "link" and one.verdict in ("reject", "split")
    }


def one_source(judgements: Iterable[Judgement]) -> dict[str, str]:
    """For each key of a source that people merged with others, the key that all of them go by: the first in order."""
    root: dict[str, str] = {}

    def top(key: str) -> str:
        while key in root:
            key = root[key]
        return key

    for one in standing(judgements):
        if one.kind == "name" and one.verdict == "merge":
            first, last = sorted(map(top, one.target))
            if first != last:
                root[last] = first
    return {key: top(key) for key in root}


def two_sources(judgements: Iterable[Judgement]) -> set[Pair]:
    """Pairs of keys of sources that people say are not one."""
    return {_two(one) for one in standing(judgements) if one.kind == "name" and one.verdict == "split"}


def names(judgements: Iterable[Judgement]) -> dict[str, str]:
    """The name that people gave to the source with each key."""
    return {
        one.target[0]: one.value
        for one in standing(judgements)
        if one.kind == "name" and one.verdict == "correct" and one.value is not None
    }


def _two(one: Judgement) -> Pair:
    return one.target[0], one.target[1]


def _pair(link: Copy | Retelling | Likeness) -> Pair:
    one, other = (link.report, link.of or link.outlet) if isinstance(link, Retelling) else (link.a, link.b)
    return min(one, other), max(one, other)
