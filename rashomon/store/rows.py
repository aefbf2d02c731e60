"""Records as rows, and back: how the fields of a dataclass lie in the columns of a table.

A nested record lies flat (`source_text`, `source_spans`, ...), tuples and dictionaries as JSON.
Nothing here knows SQL; the tables in `tables.py` are made from the same shapes.
"""

import dataclasses
import types
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import Any, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

R = TypeVar("R")


class Field(NamedTuple):
    """One field of a record, as the columns of a table need to know it."""

    name: str
    type: Any
    """Its type without null."""
    nullable: bool
    nested: bool
    """Whether it is a record itself."""
    revive: Callable[[Any], Any] | None
    """Makes its value out of JSON, which knows neither tuples nor records; none where that is no work."""


@cache
def shape(record: Any) -> tuple[Field, ...]:
    """The fields of a record, in order."""
    hints = get_type_hints(record)
    found = []
    for field in dataclasses.fields(record):
        kind, nullable = hints[field.name], False
        if get_origin(kind) in (Union, types.UnionType):
            (kind,) = (part for part in get_args(kind) if part is not type(None))
            nullable = True
        found.append(Field(field.name, kind, nullable, dataclasses.is_dataclass(kind), _reviver(kind)))
    return tuple(found)


def _reviver(kind: Any) -> Callable[[Any], Any] | None:
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return partial(from_row, kind)
    if get_origin(kind) is not tuple:
        return None
    first, *rest = get_args(kind)
    each = _reviver(first)
    return tuple if each is None or rest != [...] else lambda values: tuple(map(each, values))


def as_row(record: Any, kind: type, *, without: Iterable[str] = (), prefix: str = "") -> dict[str, Any]:
    """The columns of a record of this kind; all null where the record is."""
    row: dict[str, Any] = {}
    for field in shape(kind):
        if field.name in without:
            continue
        value = None if record is None else getattr(record, field.name)
        if field.nested:
            row |= as_row(value, field.type, prefix=f"{prefix}{field.name}_")
        else:
            row[prefix + field.name] = value
    return row


def from_row(kind: type[R], row: Mapping[Any, Any], *, prefix: str = "", **known: Any) -> R:
    """The record that lies in a row; `known` are fields that lie elsewhere."""
    values = []
    for name, column, revive, nested, required in _laid(kind, prefix):  # type: ignore[arg-type]  # see `shape`
        if name in known:
            value = known[name]
        elif nested is None:
            value = row[column]
            if revive is not None and value is not None:
                value = revive(value)
        elif any(row[one] is None for one in required):  # a column that may not be null in it is
            value = None
        else:
            value = from_row(nested, row, prefix=column)
        values.append(value)
    return kind(*values)


Laid = tuple[str, str, Callable[[Any], Any] | None, Any, tuple[str, ...]]


@cache
def _laid(kind: Any, prefix: str) -> tuple[Laid, ...]:
    """Where each field lies: its name, its column or the prefix of its columns, how it revives, the kind of a nested
    record, and the columns that are null where that is absent."""
    return tuple(
        (
            field.name,
            f"{prefix}{field.name}_",
            None,
            field.type,
            _never_null(field.type, f"{prefix}{field.name}_"),
        )
        if field.nested
        else (field.name, prefix + field.name, field.revive, None, ())
        for field in shape(kind)
    )


def _never_null(kind: Any, prefix: str) -> tuple[str, ...]:
    return tuple(prefix + field.name for field in shape(kind) if not field.nullable)
