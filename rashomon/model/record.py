"""How a field of a record is declared: with its type, and one sentence of help."""

import dataclasses
from typing import Any


def about(help: str, **options: Any) -> Any:
    """A dataclass field that carries its own sentence of documentation.

    `help` ends up in `docs/fields.md`; `options` are those of `dataclasses.field`.
    """
    return dataclasses.field(metadata={"help": help}, **options)
