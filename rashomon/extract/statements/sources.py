"""From the words that credit someone to a source: the fullest name the report gives it, its kind and office."""

import re
from collections.abc import Iterator

from rashomon.codebook.actors import actor_of
from rashomon.codebook.countries import capital_of, country_of
from rashomon.extract.statements.bodies import BACKGROUND, TAKES_UP, THE, Bodies
from rashomon.extract.statements.names import (
    DOCUMENTS,
    MONITORS,
    ORGANISATIONS,
    REPORTERS,
    WORDINGS,
    head_of,
    is_office,
    is_outlet,
    is_title,
    noun_of,
)
from rashomon.extract.statements.persons import person_in
from rashomon.extract.statements.roles import Roles
from rashomon.model import UNNAMED, Annotation, Hop, Source, SourceKind, Span, Words

HE = frozenset("he she him her i himself herself".split())
THEY = frozenset("it they them we who which itself themselves".split())
PEOPLE = ("named_person", "unnamed_person")
BODIES = ("organisation", "outlet", "document", "unnamed_group")
MEMORY = 200
"""How many sources back a pronoun or a short name is resolved; the cost of a source stays flat in a long text."""
NOBODY = Hop("unspecified", "unspecified")
BODIES_UNNAMED = ORGANISATIONS - {"side", "team", "country", "state", "department", "office"}
ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
OPENER = re.compile(r"^(?:But|And|Also|While|Meanwhile|However|Yet),?\s+")
PASSED = re.compile(r"^(?:(?:as\s)?(?:saying|told|quoted|cited|reported)\s+)?(?:by|to|with|from)\s+", re.I)
"""What may be seen with a source or hop and is no part of it."""
PLAIN = re.compile(r"(?:(?:an?|the|that|this|its|their|his|her)\s+)?(?:(?:written|new|joint|separate|later|earlier)\s+)?\w+", re.I)
RELATIVE = re.compile(r"\s+(?:who|which|that)$")
DOCUMENT_BY = re.compile(rf"^(?:an?|the)\s+(?:{'|'.join(DOCUMENTS)})\s+(?:by|from)\s+", re.I)
INSIDE = re.compile(r"\s(?:by|for|of|from|between|in)\s")
JOINT = re.compile(r"\s+and\s+(?:its\s+ally\s+)?")

Resolved = tuple[str, SourceKind, str | None]


class Sources:
    """Names the sources of one report in the order of its text, remembering whom it has named."""

    def __init__(self, annotation: Annotation, body: int = 0) -> None:
        """Names are looked for from `body` on, behind the headline, where every word may have a capital."""
        self.text = annotation.text
        self.entities = annotation.entities
        self.bodies = Bodies(annotation.text, body)
        self.named: list[Source] = []
        self.people: list[tuple[int, int, str]] = []
        self.surnames: dict[str, str] = {}
        for entity in annotation.entities:
            if entity.label == "PERSON":
                name = self.text[entity.start : entity.end]
                if not country_of(name):
                    self.people.append((entity.start, entity.end, self._remember(name)))
        self.roles = Roles(annotation.text, self.people)

    def hop(self, span: Span) -> Source | None:
        """Who passed words on, at `span`, which may be short of the whole name; None where it is but a place."""
        start, end = span
        if whole := next(
            (e for e in self.entities if e.start <= start < e.end or e.start < end <= e.end), None
        ):
            if whole.label in ("GPE", "LOC", "NORP", "DATE") and not is_outlet(self.text[start:end]):
                return None
            if whole.label in ("ORG", "PERSON"):
                start, end = min(start, whole.start), max(end, whole.end)
        start += len(self.text[start:end]) - len(PASSED.sub("", self.text[start:end]))
        if start >= end:
            return None
        spans = ((start, end),)
        words = self.text[start:end]
        return self._named(spans, "outlet" if is_outlet(words) or words[:1].isupper() else "unnamed_group")

    def source(self, spans: tuple[Span, ...], kind: SourceKind) -> Source:
        """The source at `spans`, of the kind that the network takes it for, resolved against those before."""
        self.named.append(self._named(spans, kind))
        return self.named[-1]

    def _named(self, spans: tuple[Span, ...], kind: SourceKind) -> Source:
        words = Words.of(self.text, spans)
        name, kind, office = self._joint(words, kind) or self._resolve(words, words.text, kind)
        return Source(words.text, words.spans, name, kind, office)

    def _joint(self, words: Words, kind: SourceKind) -> Resolved | None:
        """Two sources of one statement, each by its own name, of the kind of the first."""
        parts = JOINT.split(words.text)
        if len(parts) != 2 or INSIDE.search(parts[0]) or not all(map(_stands_alone, parts)):
            return None
        (first, kind, office), (second, _, _) = (self._resolve(words, part, kind) for part in parts)
        return f"{first} and {second}", kind, office

    def _resolve(self, words: Words, text: str, kind: SourceKind) -> Resolved:
        text = PASSED.sub("", RELATIVE.sub("", OPENER.sub("", text)))
        word = text.lower()
        if word in HE or word in THEY:
            return self._antecedent(words, PEOPLE if word in HE else BODIES)
        if by := DOCUMENT_BY.match(text):
            text, kind = text[by.end() :], "organisation" if kind == "document" else kind
        if person := self._person(words, text, kind):
            return person[0], "named_person", person[1]
        if noun_of(text) in WORDINGS and PLAIN.fullmatch(text) and (of := self._put_out(words)):
            return of
        if kind not in ("outlet", "unnamed_group") and (holder := self._holder(words, text)):
            return holder
        kind = _kind(text, kind)
        if kind in ("organisation", "outlet"):
            return self.bodies.name(text, kind, words.start, self._before(words.start)), kind, None
        if word.startswith(("the ", "this ", "that ")) and (before := self._same_role(words, text, kind)):
            return before.name, before.kind, before.office
        # "A resident" and "a resident" are one name; a document is named without its article.
        name = THE.sub("", text) if kind == "document" else ARTICLE.sub(lambda match: match[0].lower(), text)
        return name, kind, None

    def _before(self, start: int) -> Iterator[Source]:
        """The sources named so far that stand before a place, the nearest first, back to where nobody remembers."""
        return (s for s in self.named[: -MEMORY - 1 : -1] if s.spans[0][0] < start)

    def _antecedent(self, words: Words, kinds: tuple[str, ...]) -> Resolved:
        """The nearest source before that a pronoun can stand for; itself, unspecified, if there is none."""
        for before in self._before(words.start):
            if before.kind in kinds:
                return before.name, before.kind, before.office
        return words.text, "unspecified", None

    def _put_out(self, words: Words) -> Resolved | None:
        """Whose "the statement" is: the nearest body or person before, if any."""
        found = (s for s in self._before(words.start) if s.kind in ("organisation", "outlet", "named_person"))
        return next(((s.name, s.kind, s.office) for s in found), None)

    def _same_role(self, words: Words, text: str, kind: SourceKind) -> Source | None:
        """The source before that "the spokesman" or "the resident" takes up.

        One whose words have that noun; else, for an office, the one who spoke just before.
        """
        noun = noun_of(text)
        latest = None
        for before in self._before(words.start):
            latest = latest or before
            known = f"{before.office or ''} {before.text}".lower().split()
            if noun in known and (before.kind in PEOPLE) == (kind in PEOPLE):
                return before
        if is_office(noun) and latest and latest.kind == "named_person":
            return latest
        return None

    def _person(self, words: Words, text: str, kind: SourceKind) -> tuple[str, str | None] | None:
        """The fullest name of the person in these words and the office the report gives them."""
        inside = [self.text[s:e] for s, e, _ in self.people if s < words.end and e > words.start]
        titled = any(map(is_title, text.split()[:-1]))
        if (kind != "named_person" and not (titled and inside)) or _is_body(text):
            return None
        name, office = person_in(text, inside)
        if not name:
            return None
        if " " not in name and not office and (country_of(name) or capital_of(name)):
            return None
        full = self._remember(name)
        return full, office or self._office(words, full)

    def _holder(self, words: Words, text: str) -> Resolved | None:
        """The person who holds the one office that these words tell without a name."""
        noun = noun_of(text)
        if not is_office(noun) or re.match(r"(?:an?|one|another|some)\s", text, re.I):
            return None
        if before := self._same_role(words, text, "named_person"):
            return before.name, before.kind, before.office
        name = self.roles.holder(text, words.start, words.end)
        return (name, "named_person", ARTICLE.sub("", text)) if name else None

    def _remember(self, name: str) -> str:
        """The fullest name met so far that ends in the same word, without titles."""
        parts = re.sub(r"['’]s?$", "", name).split()
        titles = [i for i, part in enumerate(parts[:-1]) if is_title(part)]
        parts = parts[titles[-1] + 1 :] if titles else parts
        if not parts or not parts[-1][:1].isupper():
            return name
        known = self.surnames.get(parts[-1], "")
        same = len(parts) == 1 or known.endswith(" ".join(parts)) or known.startswith(parts[0])
        full = known if same and len(parts) < len(known.split()) <= 4 else " ".join(parts)
        self.surnames[parts[-1]] = full
        return full

    def _office(self, words: Words, person: str) -> str | None:
        """The office told behind the name, in an apposition, or where the person was named before."""
        behind = re.match(r",\s+([^,.;\n]{3,80}),", self.text[words.end : words.end + 90])
        if behind and any(map(is_office, behind[1].split())):
            return ARTICLE.sub("", behind[1].strip())
        return next((s.office for s in self.named if s.name == person and s.office), None)


def _stands_alone(words: str) -> bool:
    """Whether half of "A and B" is a source of its own, and not half of a name."""
    bare = THE.sub("", words)
    if country_of(bare) or capital_of(bare) or bare.isupper():
        return True
    return noun_of(bare) in MONITORS or (words[:1].islower() and noun_of(bare).endswith("s")) or bool(
        re.match(r"(?:the|an?)\s", words, re.I)
    )


def _is_body(words: str) -> bool:
    """Whether words that may be a person's name are those of a state or a body."""
    bare = THE.sub("", words)
    return bool(country_of(bare) or capital_of(bare)) or noun_of(bare) in ORGANISATIONS | MONITORS


def _kind(text: str, kind: SourceKind) -> SourceKind:
    """The kind that the words leave no doubt of, else what the network takes it for."""
    bare = ARTICLE.sub("", BACKGROUND.sub("", text))
    noun = noun_of(bare)
    if noun in REPORTERS:
        return "reporter"
    if noun in WORDINGS and re.search(r"[A-Z]\w+['’]?s? (?:\w+ )?\w+$", bare) and kind in (*UNNAMED, "document"):
        kind = "organisation"
    if (kind in UNNAMED and noun in TAKES_UP) or (bare[:1].islower() and actor_of(bare)):
        return "organisation"
    if kind == "named_person" or (kind in UNNAMED and (bare.isupper() or noun in BODIES_UNNAMED)):
        kind = "organisation"
    if kind == "organisation" and is_outlet(text):
        return "outlet"
    common = head_of(bare).islower() and noun not in ORGANISATIONS | MONITORS and not is_outlet(text)
    if kind in ("organisation", "outlet", "document") and common:
        if noun in DOCUMENTS:
            return "document"
        return "unnamed_group" if noun.endswith("s") or noun == "people" else "unnamed_person"
    return kind
