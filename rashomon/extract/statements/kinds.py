"""What sort of source a noun phrase is, where its words leave no doubt."""

import re
from typing import get_args

from rashomon.codebook.actors import actor_of
from rashomon.codebook.countries import capital_of, country_of
from rashomon.extract.statements.bodies import BACKGROUND, MONITORS, TAKES_UP, THE
from rashomon.extract.statements.names import (
    DOCUMENTS,
    ORGANISATIONS,
    REPORTERS,
    WORDINGS,
    head_of,
    is_outlet,
    is_title,
    noun_of,
)
from rashomon.model import UNNAMED, SourceKind

KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
NO_BODIES = frozenset("side team country state department office".split())
"""Nouns of bodies that often stand for people instead."""
OWNED_WORDING = re.compile(r"(?:(?<=\s)[A-Z]\w+|^[A-Z]{2,}s?|^[A-Z]\w+['’]s)['’]?s? (?:\w+ )?\w+$")
""" "UN estimates", "an Observatory toll"; not "Initial reports", whose capital may be the sentence's."""


def kind_of(text: str, kind: SourceKind) -> SourceKind:
    """The kind that the words leave no doubt of, else `kind`, what the network takes it for."""
    short = BACKGROUND.sub("", text)
    bare = ARTICLE.sub("", short)
    noun = noun_of(bare)
    if noun in REPORTERS:
        return "reporter"
    unnamed = kind in UNNAMED
    if noun in WORDINGS and OWNED_WORDING.search(short) and (unnamed or kind == "document"):
        return "organisation"
    if (unnamed and noun in TAKES_UP) or (bare[:1].islower() and actor_of(bare)):
        return "organisation"
    if kind == "named_person" or (unnamed and (bare.isupper() or noun in ORGANISATIONS - NO_BODIES)):
        kind = "organisation"
    if kind == "organisation" and is_outlet(text):
        return "outlet"
    return _common(bare, noun, kind) if kind in ("organisation", "outlet", "document") else kind


def _common(bare: str, noun: str, kind: SourceKind) -> SourceKind:
    """The kind of what has no name of its own, for all the network may say."""
    if not head_of(bare).islower() or noun in ORGANISATIONS or MONITORS.search(bare) or is_outlet(bare):
        return kind
    if noun in DOCUMENTS:
        return "document"
    return "unnamed_group" if noun.endswith("s") or noun == "people" else "unnamed_person"


def stands_alone(words: str) -> bool:
    """Whether half of "A and B" is a source of its own, and not half of a name."""
    bare = THE.sub("", words)
    if country_of(bare) or capital_of(bare) or bare.isupper() or MONITORS.search(bare):
        return True
    return bool(ARTICLE.match(words)) or (words[:1].islower() and noun_of(bare).endswith("s"))


def is_body(words: str) -> bool:
    """Whether words that may be a person's name are those of a state or a body."""
    bare = THE.sub("", words)
    named = country_of(bare) or capital_of(bare) or MONITORS.search(head_of(bare))
    return bool(named) or noun_of(bare) in ORGANISATIONS or (is_outlet(words) and not _titled(words))


def _titled(words: str) -> bool:
    return any(map(is_title, words.split()))
