"""What the parser sees in a text: tokens with a tree, sentences, entities.

A plain record, so that readers of statements know no parser and tests can build one by hand.
"""

from dataclasses import dataclass

from rashomon.model.record import about
from rashomon.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One token of the text, with its place in the parse."""

    text: str = about("The token as it stands.")
    start: int = about("Where it begins, in characters.")
    end: int = about("Where it ends, excluded.")
    lemma: str = about("Its dictionary form, lower case.")
    pos: str = about("Universal part of speech, e.g. `VERB`.")
    tag: str = about("Penn Treebank tag, e.g. `VBD`.")
    dep: str = about("Its relation to its head, in ClearNLP labels, e.g. `nsubj`.")
    head: int = about("Index of its head; its own index at the root of a sentence.")


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in the text."""

    first: int = about("Index of its first token.")
    last: int = about("Index after its last token.")
    label: str = about("OntoNotes type, e.g. `PERSON`, `ORG`, `GPE`, `NORP`.")


@dataclass(frozen=True, slots=True)
class Annotation:
    """A parsed text. Token indices run over the whole text, not over a sentence."""

    text: str = about("The text that was parsed.")
    tokens: tuple[Token, ...] = about("All tokens but white space, in order.")
    sentences: tuple[Span, ...] = about("Sentences as [first, last) token indices.")
    entities: tuple[Entity, ...] = about("Names, in order, not overlapping.")
