"""Writes docs/fields.md: every field of every record, as `rashomon/model` declares it.

Run `python docs/make_fields.py` after a change there; a test fails where the page is out of date.
"""

import dataclasses
import inspect
import types
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from rashomon import model
from rashomon.model import (
    Actor,
    Claim,
    Copy,
    Dispute,
    Event,
    Figure,
    Given,
    Hop,
    Incident,
    Judgement,
    Likeness,
    Member,
    OriginGroup,
    Origins,
    Outcome,
    Place,
    Position,
    Promise,
    Raw,
    Reading,
    Report,
    Retelling,
    Source,
    Statement,
    Toll,
    When,
    Words,
)

PAGE = Path(__file__).parent / "fields.md"
RECORDS = (
    Reading, Report, Statement, Source, Words, Hop, Figure, When, Place, Event, Actor,
    Copy, Retelling, Claim, Member, Likeness, Origins, OriginGroup, Dispute, Position, Incident, Toll, Promise, Outcome,
    Judgement, Raw, Given,
)  # fmt: skip
PLAIN: dict[Any, str] = {
    str: "text",
    bool: "true or false",
    int: "number",
    float: "number",
    bytes: "bytes",
    model.Span: "[start, end)",
}

HEAD = """\
# Fields

Every field of every record. It has the same name in JSON, in the ledger and in Python. In the JSON of a
reading the fields of the report stand beside its statements; in the ledger a nested record lies flat
(`source_text`, `content_spans`). What a record holds several of has a table of its own: `hops` for the chain of a
statement, `actors` and `event_figures` for an event.

This page is made by `docs/make_fields.py` from the records; change them, then run it.
"""


def page() -> str:
    """The page as it should be."""
    return "\n".join([HEAD, *map(_section, RECORDS)])


def _section(record: type) -> str:
    about = (inspect.getdoc(record) or "").partition("\n\n")[0]
    lines = [f"## {record.__name__}", "", about, "", "| field | type | meaning |", "|---|---|---|"]
    for field in dataclasses.fields(record):
        lines.append(f"| `{field.name}` | {_in_words(field.type)} | {field.metadata['help']} |")
    return "\n".join([*lines, ""])


def _in_words(kind: Any) -> str:
    """A type as a reader of JSON or SQL knows it."""
    if kind in PLAIN:
        return PLAIN[kind]
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return f"[{kind.__name__}](#{kind.__name__.lower()})"
    parts = get_args(kind)
    if get_origin(kind) is Literal:
        return " · ".join(f"`{value}`" for value in parts)
    if get_origin(kind) is dict:
        return " by ".join(map(_in_words, reversed(parts)))
    if get_origin(kind) is types.UnionType:
        return " or ".join("null" if part is types.NoneType else _in_words(part) for part in parts)
    return f"list of {_in_words(parts[0])}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
