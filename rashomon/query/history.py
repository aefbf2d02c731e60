"""Judgements one after the other: what each changed, and what became of it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rashomon.link.corrections import OF_SOURCE, WORDS
from rashomon.link.judgements import in_order, standing, undone
from rashomon.model import Hop, Judgement, Source, Words

VERBS = {
    ("statement", "accept"): "accepted",
    ("statement", "reject"): "rejected",
    ("link", "accept"): "accepted the link of",
    ("link", "reject"): "rejected the link of",
    ("link", "merge"): "merged",
    ("link", "split"): "split",
    ("name", "accept"): "accepted the name of",
    ("name", "merge"): "took for one source",
    ("name", "split"): "took for two sources",
}


@dataclass(frozen=True, slots=True)
class Past:
    """A judgement, between what stood on its target before and what undid it."""

    judgement: Judgement
    before: Judgement | None
    """What stood until then; None: what was read."""
    of: "Past | None"
    """What an `undo` undid."""
    undone: Judgement | None
    """What undid it."""


def history(judgements: Iterable[Judgement]) -> list[Past]:
    """All of them, oldest first; they must be all that there are on their targets."""
    given = in_order(judgements)
    gone = undone(given)
    on_target: dict[tuple[str, tuple[str, ...]], list[Judgement]] = defaultdict(list)
    found: dict[str, Past] = {}
    for one in given:
        earlier = on_target[one.kind, one.target]
        stood = standing(earlier)
        of = found.get(one.value or "") if one.verdict == "undo" else None
        found[one.id] = Past(one, stood[0] if stood else None, of, gone.get(one.id))
        earlier.append(one)
    return [*found.values()]


def told(past: Past, record: Any = None) -> str:
    """What was done, behind the name of who did it: `corrected act from asserts to denies`.

    `record` is what was read, where it is known: the first correction took the place of its value.
    """
    one = past.judgement
    if one.verdict == "undo":
        return f"undid: {past.of.judgement.by} {told(past.of, record)}" if past.of else "undid a decision on"
    if one.kind == "name" and one.verdict == "correct":
        return f"gave the name {one.value}"
    if one.kind != "value":
        return VERBS[one.kind, one.verdict]
    field = one.target[1]
    name = field.replace("_", " ")
    if one.verdict == "accept":
        return f"accepted {name}"
    old = (
        _decided(past.before) if past.before and past.before.verdict != "accept" else value_of(record, field)
    )
    was = f" {old}" if old else ""
    if one.verdict == "reject":
        return f"took away {name}{was}"
    return f"corrected {name}{' from' * bool(old)}{was} to {_decided(one)}"


def value_of(record: Any, field: str) -> str | None:
    """A value as a person reads it; None where there is none."""
    at = getattr(record, "source", None) if field in OF_SOURCE else record
    value = getattr(at, OF_SOURCE.get(field, field), None)
    if isinstance(value, Words | Source):
        return f"“{value.text}”"
    if isinstance(value, tuple):
        return " > ".join(one.name if isinstance(one, Hop) else str(one) for one in value)
    return None if value is None else str(value)


def _decided(one: Judgement) -> str:
    if one.value is None:
        return "nothing"
    if one.target[1] in WORDS:
        return f"“{one.value.partition(' ')[2]}”"
    return one.value
