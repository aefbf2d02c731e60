"""How people's judgements are read: which of them stand, and what they change in what is shown.

Nothing here writes: statements, links and names stay as they were read, and pass through these functions on the way
out. A target that is no more is listed by `vanished` and its judgement kept, for a new reading may bring it back.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any, Final, Literal, TypeVar, get_args, get_origin, get_type_hints

from rashomon.errors import RashomonError
from rashomon.model import (
    Copy,
    Figure,
    Judgement,
    Likeness,
    Place,
    Retelling,
    Statement,
    TargetKind,
    Verdict,
    When,
)

VERDICTS: Final[Mapping[TargetKind, tuple[Verdict, ...]]] = {
    "statement": ("accept", "reject"),
    "link": ("accept", "reject", "merge", "split"),
    "name": ("accept", "merge", "split", "correct"),
    "value": ("accept", "correct", "reject"),
}
"""Which verdicts a kind of target can have. `merge` and `split` of a link are of two members: one claim, or not."""
PARTS: Final[Mapping[TargetKind, int]] = {"statement": 1, "link": 2, "name": 2, "value": 2}
"""Ids in the target of each kind; a name to `correct` has one."""
Record = TypeVar("Record", Statement, Figure, When, Place)
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

    Raises RashomonError where the verdict does not fit the target, or a correction says no value.
    """
    ids = tuple(target) if kind == "value" else tuple(sorted(target))
    if verdict not in VERDICTS[kind]:
        raise RashomonError(f"a {kind} cannot be judged {verdict!r}, only {', '.join(VERDICTS[kind])}")
    expected = 1 if (kind, verdict) in (("name", "correct"), ("name", "accept")) else PARTS[kind]
    if len(ids) != expected:
        raise RashomonError(f"a judgement to {verdict} a {kind} needs {expected} ids, not {len(ids)}")
    if (verdict == "correct") != (value is not None):
        raise RashomonError(f"a judgement to {verdict} needs {'a' if verdict == 'correct' else 'no'} value")
    made = Judgement("", kind, ids, verdict, value, by, at, why)
    digest = hashlib.sha256(json.dumps(asdict(made), sort_keys=True).encode()).hexdigest()[:16]
    return replace(made, id=digest)


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that count: the latest on each target, by time and then by id; in that order."""
    last: dict[tuple[str, tuple[str, ...]], Judgement] = {}
    for one in sorted(judgements, key=lambda one: (one.at, one.id)):
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

    Raises RashomonError where a value does not fit its field.
    """
    changed: dict[str, Any] = {
        one.target[1]: _fitting(type(record), one.target[1], one.value)
        for one in standing(judgements)
        if one.kind == "value" and one.target[0] == id and one.verdict in ("correct", "reject")
    }
    return replace(record, **changed) if changed else record


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


def _fitting(record: type, field: str, value: str | None) -> str | int | None:
    """A value as its field has it."""
    hint = get_type_hints(record).get(field)
    allowed = [
        option for part in (hint, *get_args(hint)) if get_origin(part) is Literal for option in get_args(part)
    ]
    kinds = {hint, *get_args(hint)}
    if value is None and type(None) in kinds:
        return None
    if value is not None and (str in kinds or value in allowed):
        return value
    if value is not None and int in kinds and value.isdecimal():
        return int(value)
    known = f"one of: {', '.join(allowed)}" if allowed else "a value of that field"
    raise RashomonError(f"{field} of a {record.__name__.lower()} cannot be {value!r}; it is {known}")
