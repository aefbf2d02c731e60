"""What the parser sees in a text. A plain record, so that readers know no parser and tests can build one by hand."""

from dataclasses import dataclass

from rashomon.model.record import about


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in the text."""

    start: int = about("Where it begins, in characters.")
    end: int = about("Where it ends, excluded.")
    label: str = about("OntoNotes type, e.g. `PERSON`, `ORG`, `GPE`, `NORP`.")


@dataclass(frozen=True, slots=True)
class Annotation:
    """A text with its names."""

    text: str = about("The text that was parsed.")
    entities: tuple[Entity, ...] = about("Names, in order, not overlapping.")
