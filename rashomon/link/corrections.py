"""What a correction puts in the place of what was read: the value of one field, as people write it and as it is kept.

The words of a statement are kept with their place, `12-40 she said` or `12-20,31-40 she said`, for whoever shows them
need not hold the report. A chain is kept as `The Tern [outlet] > a resident [unnamed_person]`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, Literal, TypeVar, get_args, get_origin, get_type_hints

from rashomon.errors import Misjudged
from rashomon.model import Figure, Hop, Place, Source, SourceKind, Span, Statement, When, Words

Record = TypeVar("Record", Statement, Figure, When, Place)
WORDS: Final = ("source", "cue", "content")
"""Fields of a statement that are words of the report."""
OF_SOURCE: Final[Mapping[str, str]] = {
    "source_name": "name",
    "source_kind": "kind",
    "source_office": "office",
}
"""What can be corrected of whom a statement credits, each with its field there."""
FIXED: Final = ("id", "text", "spans", "inside", "statement")
"""Fields that are no reading of anything, or are verbatim."""
NOBODY: Final = Hop("unspecified", "unspecified")

_PLACED = re.compile(r"\s*(\d{1,9}-\d{1,9}(?:\s*,\s*\d{1,9}-\d{1,9})*)(?:\s(.*))?", re.DOTALL)
_HOP = re.compile(r"\s*(.*\S)\s*\[(\w+)\]\s*", re.DOTALL)


def corrected(record: Record, changes: Mapping[str, str | None]) -> Record:
    """The record with other values in these fields; null takes a value away.

    Whom a statement credits ends its chain, so the chain follows the source unless it is corrected itself. Another name
    or kind loses the office that was read for the old one: nobody becomes public by the office of somebody else.
    Raises Misjudged where a value does not fit its field.
    """
    values = {field: _value(type(record), field, value) for field, value in changes.items()}
    if isinstance(record, Statement) and values.keys() & {"source", *OF_SOURCE}:
        of_source = {OF_SOURCE[field]: values.pop(field) for field in OF_SOURCE if field in values}
        words = values.pop("source", record.source)
        source = _source(record.source, words, of_source)
        values = {"source": source, "chain": _chain_to(source, record)} | values
    return replace(record, **values)


def kept(value: str, text: str, near: int) -> str:
    """Words as a correction of a statement keeps them, from what a person wrote.

    They are given by their place in the `text` of the report (`12-40`, in characters), or as they stand there: the
    nearest to `near` are meant. Raises Misjudged where they do not stand there.
    """
    return placed(_found(value, text, near))


def placed(words: Words | Source) -> str:
    """Words with their place, as a correction keeps them."""
    return f"{places(words.spans)} {words.text}"


def places(spans: Sequence[Span]) -> str:
    """Where words stand: `12-20,31-40`."""
    return ",".join(f"{start}-{end}" for start, end in spans)


def chain_text(chain: Sequence[Hop]) -> str:
    """A chain as a correction keeps it."""
    return " > ".join(f"{hop.name} [{hop.kind}]" for hop in chain)


def _found(value: str, text: str, near: int) -> Words:
    if match := _PLACED.fullmatch(value):
        given, said = _spans(match[1]), (match[2] or "").strip()
        try:
            words = Words.of(text, given)
        except ValueError:
            if not said:
                raise Misjudged(
                    f"{match[1]} is no place in this report, whose text has {len(text)} characters; give a"
                    " start and a greater end, as in 12-40"
                ) from None
        else:
            if not said or said.split() == words.text.split():
                if not words.text.strip():
                    raise Misjudged(f"there are no words at {match[1]}, only blanks")
                return words
    wanted = value.split()
    if not wanted:
        raise Misjudged("no words are given")
    found = [match.span() for match in re.finditer(r"\s+".join(map(re.escape, wanted)), text)]
    if not found:
        raise Misjudged(
            f"{_short(value)!r} does not stand so in the report; copy its words, or give their place"
        )
    return Words.of(text, (min(found, key=lambda span: (abs(span[0] - near), span)),))


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:80]} …"


def _spans(text: str) -> tuple[Span, ...]:
    pieces = (piece.split("-") for piece in text.split(","))
    return tuple((int(start), int(end)) for start, end in pieces)


def _value(record: type, field: str, value: str | None) -> Any:
    """A value as its field has it."""
    if record is Statement and value is not None:
        if field in WORDS:
            return _words(field, value)
        if field == "chain":
            return tuple(map(_hop, value.split(" > ")))
    if record is Statement and field in OF_SOURCE:
        return _plain(Source, OF_SOURCE[field], value, field)
    return _plain(record, field, value, field)


def _plain(record: type, field: str, value: str | None, called: str) -> str | int | None:
    hint = None if field in FIXED else get_type_hints(record).get(field)
    kinds = {hint, *get_args(hint)}
    allowed = [
        option for part in (hint, *get_args(hint)) if get_origin(part) is Literal for option in get_args(part)
    ]
    if value is None and type(None) in kinds:
        return None
    if value is not None and ((str in kinds and value.strip()) or value in allowed):
        return value
    if value is not None and int in kinds and value.isdecimal():
        return int(value)
    known = f"one of: {', '.join(allowed)}" if allowed else "a value of that field"
    raise Misjudged(f"{called} of a {record.__name__.lower()} cannot be {value!r}; it is {known}")


def _words(field: str, value: str) -> Words:
    match = _PLACED.fullmatch(value)
    spans = _spans(match[1]) if match else ()
    text = value.partition(" ")[2]
    if not spans or len(text) != sum(end - start for start, end in spans) + len(spans) - 1:
        raise Misjudged(f"{field} of a statement cannot be {_short(value)!r}; it is a place and its words")
    return Words(text, spans)


def _hop(text: str) -> Hop:
    match = _HOP.fullmatch(text)
    if not match or match[2] not in get_args(SourceKind):
        raise Misjudged(
            f"{_short(text)!r} is no step of a chain; write each as `name [kind]`, with ` > ` between them,"
            f" and a kind that is one of: {', '.join(get_args(SourceKind))}"
        )
    kind: SourceKind = match[2]  # type: ignore[assignment]  # is one, as was just found
    return Hop(match[1], kind)


def _source(old: Source | None, words: Words | Source | None, changes: Mapping[str, Any]) -> Source | None:
    """Whom a statement credits, by these words and with these changes; nobody where no words do."""
    if words is None:
        return None
    if isinstance(words, Source):
        made = words
    elif old is None or old.name == old.text:
        made = Source(words.text, words.spans, words.text, old.kind if old else "unspecified")
    else:
        made = replace(old, text=words.text, spans=words.spans)
    made = replace(made, **changes)
    same = old is not None and (made.name, made.kind) == (old.name, old.kind)
    return made if same or "office" in changes else replace(made, office=None)


def _chain_to(source: Source | None, record: Statement) -> tuple[Hop, ...]:
    """The chain as it was read, but ending in another source where it ended in the old one."""
    old = Hop(record.source.name, record.source.kind) if record.source else NOBODY
    if record.chain and record.chain[-1] != old:
        return record.chain
    end = Hop(source.name, source.kind) if source else NOBODY
    return (*record.chain[:-1], end)
