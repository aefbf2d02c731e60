"""From the words that credit someone to a source: the fullest name the report gives it, its kind and office."""

import re
from collections import Counter
from collections.abc import Iterator

from rashomon.extract.statements.names import (
    ALIASES,
    DOCUMENTS,
    MONITORS,
    ORGANISATIONS,
    REPORTERS,
    capitalised,
    initials,
    is_office,
    is_outlet,
    is_title,
)
from rashomon.model import UNNAMED, Annotation, Hop, Source, SourceKind, Span, Words

HE = frozenset("he she him her i himself herself".split())
THEY = frozenset("it they them we who which itself themselves".split())
PEOPLE = ("named_person", "unnamed_person")
BODIES = ("organisation", "outlet", "document", "unnamed_group")
MEMORY = 200
"""How many sources back a pronoun or a short name is resolved; the cost of a source stays flat in a long text."""
NOBODY = Hop("unspecified", "unspecified")
TAKES_UP = frozenset("group organisation organization body agency".split())
"""Nouns that stand for a body named before."""
BODIES_UNNAMED = ORGANISATIONS - {"side", "team", "country", "state", "department", "office"}
THE = re.compile(r"^the\s+", re.I)
ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
OPENER = re.compile(r"^(?:But|And|Also|While|Meanwhile|However|Yet),?\s+")
PLACED = re.compile(r"\b(?:in|of|from|near|at)\s+$")
"""What stands before a name that is no person's, whatever the parser takes it for: "an officer in Dorven"."""
PROPER = re.compile(r"[A-Z][\w'’.-]*(?:\s+(?:(?:al|bin|von|de)\s+)?[A-Z][\w'’.-]*)*")
RELATIVE = re.compile(r"\s+(?:who|which|that)$")
DOCUMENT_BY = re.compile(rf"^(?:an?|the)\s+(?:{'|'.join(DOCUMENTS)})\s+(?:by|from)\s+", re.I)
BACKGROUND = re.compile(r"\s*(?:,|\s(?:which|who|that|whose|an?)\s|\s\().*", re.S)
"""Where a name ends and what is told of its bearer begins."""


class Sources:
    """Names the sources of one report in the order of its text, remembering whom it has named."""

    def __init__(self, annotation: Annotation, body: int = 0) -> None:
        """Names are looked for from `body` on, behind the headline, where every word may have a capital."""
        self.text = annotation.text
        self.entities = annotation.entities
        self.named: list[Source] = []
        self.people: list[tuple[int, int, str]] = []
        self.surnames: dict[str, str] = {}
        for entity in annotation.entities:
            if entity.label == "PERSON":
                name = self._remember(self.text[entity.start : entity.end])
                self.people.append((entity.start, entity.end, name))
        self.resolved: dict[str, str | None] = {}
        self.phrases = Counter(capitalised(self.text[body:]))
        self.acronyms = {initials(phrase): phrase for phrase in self.phrases if len(phrase.split()) > 1}

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
        spans = ((start, end),)
        words = self.text[start:end]
        return self.source(spans, "outlet" if is_outlet(words) or words[:1].isupper() else "unnamed_group")

    def source(self, spans: tuple[Span, ...], kind: SourceKind) -> Source:
        """The source at `spans`, of the kind that the network takes it for, resolved against those before."""
        words = Words.of(self.text, spans)
        name, kind, office = self._resolve(words, kind)
        self.named.append(Source(words.text, words.spans, name, kind, office))
        return self.named[-1]

    def _resolve(self, words: Words, kind: SourceKind) -> tuple[str, SourceKind, str | None]:
        text = RELATIVE.sub("", OPENER.sub("", words.text))
        word = text.lower()
        if word in HE or word in THEY:
            return self._antecedent(words, PEOPLE if word in HE else BODIES)
        if by := DOCUMENT_BY.match(text):
            text, kind = text[by.end() :], "organisation" if kind == "document" else kind
        if kind == "named_person" and (name := self._person(words)):
            return name, kind, self._office(words, name)
        kind = _kind(text, kind)
        if kind in ("organisation", "outlet"):
            return self._body(words, text, kind), kind, None
        if word.startswith(("the ", "this ", "that ")) and (before := self._same_role(words, kind)):
            return before.name, before.kind, before.office
        # "A resident" and "a resident" are one name; a document is named without its article.
        name = THE.sub("", text) if kind == "document" else ARTICLE.sub(lambda match: match[0].lower(), text)
        return name, kind, None

    def _before(self, start: int) -> Iterator[Source]:
        """The sources named so far that stand before a place, the nearest first, back to where nobody remembers."""
        return (s for s in self.named[: -MEMORY - 1 : -1] if s.spans[0][0] < start)

    def _antecedent(self, words: Words, kinds: tuple[str, ...]) -> tuple[str, SourceKind, str | None]:
        """The nearest source before that a pronoun can stand for; itself, unspecified, if there is none."""
        for before in self._before(words.start):
            if before.kind in kinds:
                return before.name, before.kind, before.office
        return words.text, "unspecified", None

    def _same_role(self, words: Words, kind: SourceKind) -> Source | None:
        """The source before that "the spokesman" or "the resident" takes up: one whose words have that noun."""
        noun = _noun(words.text)
        for before in self._before(words.start):
            known = f"{before.office or ''} {before.text}".lower().split()
            if noun in known and (before.kind in PEOPLE) == (kind in PEOPLE):
                return before
        return None

    def _person(self, words: Words) -> str | None:
        """The fullest names of the people in these words: whom the parser knows, else what follows a title."""
        inside = [
            name
            for start, end, name in self.people
            if start < words.end and end > words.start and not PLACED.search(self.text[words.start : start])
        ]
        if inside:
            joint = " and " in words.text and len(inside) > 1
            return " and ".join(dict.fromkeys(inside)) if joint else inside[0]
        for run in reversed(list(PROPER.finditer(words.text))):
            name = self._remember(run.group())
            if (
                name[:1].isupper()
                and name not in ("The", "A", "An")
                and not PLACED.search(words.text[: run.start()])
            ):
                return name
        return None

    def _remember(self, name: str) -> str:
        """The fullest name met so far that ends in the same word, without titles."""
        parts = re.sub(r"['’]s?$", "", name).split()
        titles = [i for i, part in enumerate(parts[:-1]) if is_title(part)]
        parts = parts[titles[-1] + 1 :] if titles else parts
        if not parts or not parts[-1][:1].isupper():
            return name
        known = self.surnames.get(parts[-1], "")
        full = known if len(parts) < len(known.split()) <= 4 else " ".join(parts)
        self.surnames[parts[-1]] = full
        return full

    def _body(self, words: Words, text: str, kind: SourceKind) -> str:
        """An organisation or outlet by the longest name of it in the report."""
        name = BACKGROUND.sub("", text) or text
        name = name if kind == "outlet" and name[:1].isupper() and is_outlet(name) else THE.sub("", name)
        noun = _noun(name)
        if whole := (self.acronyms.get(name) if name.isupper() else None) or self._alias(name):
            return whole
        if name[:1].isupper() and _head(name)[:1].isupper():
            return self._longest(name)
        bodies = (s.name for s in self._before(words.start) if s.kind == kind and s.name[:1].isupper())
        if noun in MONITORS or "monitoring" in name:
            known = [
                phrase for phrase in self.phrases if _noun(phrase) in MONITORS or "Observatory" in phrase
            ]
            return max(known, key=len, default=next(bodies, name))
        if text.lower().startswith("the ") and noun in TAKES_UP:
            name = next(bodies, name)
        elif noun in ORGANISATIONS and len(name.split()) <= 2:
            name = self._commonest(noun, name[:4] if " " in name else "") or name
        return name

    def _alias(self, name: str) -> str | None:
        """The fullest name that the report has of a body known by several."""
        last = [" ".join(name.split()[-n:]) for n in (1, 2)]
        for fullest, *others in ALIASES:
            if (name in others or any(word in others for word in last)) and fullest in self.text:
                return fullest
        return None

    def _commonest(self, noun: str, stem: str = "") -> str | None:
        """The phrase in which the report most often names this body: "Syrian government" for "government"."""
        key = f"{stem}~{noun}"
        if key not in self.resolved:
            found = Counter(
                re.findall(rf"\b({re.escape(stem) or '[A-Z]'}[a-z]+ {re.escape(noun)})\b", self.text)
            )
            known = (phrase for phrase, _ in found.most_common() if not phrase.startswith("The "))
            self.resolved[key] = next(known, None)
        return self.resolved[key]

    def _longest(self, name: str) -> str:
        """The longest capitalised phrase of the report that has all the words of `name`."""
        if known := self.resolved.get(name):
            return known
        own = set(name.split())
        longer = [phrase for phrase in self.phrases if own < set(phrase.split()) and len(phrase.split()) <= 8]
        same = [
            phrase for phrase in longer if phrase.startswith(name) or phrase.endswith(name) or len(own) == 1
        ]
        self.resolved[name] = max(same, key=lambda p: (self.phrases[p], len(p)), default=name)
        return self.resolved[name] or name

    def _office(self, words: Words, person: str) -> str | None:
        """The words that give a person an office: before the name, or in an apposition behind it."""
        text = words.text
        at = text.find(person.rsplit(maxsplit=1)[-1])
        behind = re.match(r",\s+([^,.;\n]{3,80}),", self.text[words.end : words.end + 90])
        for place in (text[: max(at, 0)], text[at:].partition(",")[2], behind[1] if behind else ""):
            office = ARTICLE.sub("", place.replace(person.rpartition(" ")[0] or person, "").strip(" ,"))
            if any(map(is_office, office.split())):
                return office
        return next((s.office for s in self.named if s.name == person and s.office), None)


def _kind(text: str, kind: SourceKind) -> SourceKind:
    """The kind that the words leave no doubt of, else what the network takes it for."""
    bare = ARTICLE.sub("", BACKGROUND.sub("", text))
    noun = _noun(bare)
    if noun in REPORTERS:
        return "reporter"
    if kind == "named_person" or (kind in UNNAMED and (bare.isupper() or noun in BODIES_UNNAMED)):
        kind = "organisation"
    if kind == "organisation" and is_outlet(text):
        return "outlet"
    common = _head(bare).islower() and noun not in ORGANISATIONS | MONITORS and not is_outlet(text)
    if kind in ("organisation", "outlet", "document") and common:
        if noun in DOCUMENTS:
            return "document"
        return "unnamed_group" if noun.endswith("s") or noun == "people" else "unnamed_person"
    return kind


def _head(text: str) -> str:
    """The word that a noun phrase is about: its last before "of" and the like."""
    return re.split(r"\s(?:of|in|for|from|at|on|with)\s", text)[0].split()[-1] if text.strip() else ""


def _noun(text: str) -> str:
    return _head(text).lower()
