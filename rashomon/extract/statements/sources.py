"""From the words that credit someone to a source: the fullest name the report gives it, its kind and office."""

import re
from collections.abc import Callable, Iterator

from rashomon.codebook.countries import capital_of, country_of
from rashomon.extract.statements.bodies import THE, Bodies
from rashomon.extract.statements.kinds import ARTICLE, is_body, kind_of, stands_alone
from rashomon.extract.statements.names import (
    DOCUMENTS,
    ORGANISATIONS,
    WORDINGS,
    is_office,
    is_outlet,
    is_title,
    noun_of,
)
from rashomon.extract.statements.persons import person_in
from rashomon.extract.statements.roles import Roles
from rashomon.model import Annotation, Hop, Source, SourceKind, Span, Words

HE = frozenset("he she him her i himself herself".split())
THEY = frozenset("it they them we who which itself themselves".split())
PEOPLE = ("named_person", "unnamed_person")
BODIES = ("organisation", "outlet", "document", "unnamed_group")
MEMORY = 200
"""How many sources back a pronoun or a short name is resolved; the cost of a source stays flat in a long text."""
NOBODY = Hop("unspecified", "unspecified")
OPENER = re.compile(r"^(?:But|And|Also|While|Meanwhile|However|Yet),?\s+")
PASSED = re.compile(r"^(?:(?:as\s)?(?:saying|told|quoted|cited|reported)\s+)?(?:by|to|with|from)\s+", re.I)
"""What may be seen with a source or hop and is no part of it."""
PRONOUN_LAST = re.compile(r".*\s(it|he|she)", re.S)
PLAIN = re.compile(
    r"(?:the|that|this|its|their|his|her)\s+(?:(?:written|new|joint|separate|later|earlier)\s+)?\w+",
    re.I,
)
OWNER = re.compile(r"^(?:the|an?|its|their|his|her|our)\s+", re.I)
ANY_OFFICE = frozenset(
    "official diplomat politician parliamentarian lawmaker mp leader commander general".split()
)
"""Offices that reports call a person by who is known by another."""
RELATIVE = re.compile(r"\s+(?:who|which|that)$")
DOCUMENT_BY = re.compile(rf"^(?:an?|the)\s+(?:{'|'.join(DOCUMENTS)})\s+(?:by|from)\s+", re.I)
TAKEN_UP = re.compile(r"(?:the|this|that)\s", re.I)
INSIDE = re.compile(r"\s(?:by|for|of|from|between|in)\s")
JOINT = re.compile(r"\s+and\s+(?:its\s+ally\s+)?")
OF_BODY = re.compile(rf"\s(?:for|of|at|from|in)\s(the\s(?:{'|'.join(sorted(ORGANISATIONS))}))$", re.I)
"""The body at whose end an unnamed person stands: "a spokesman for the coalition"."""
NOT_PASSERS = WORDINGS | {"news", "saying", "said"}

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
            name = self.text[entity.start : entity.end]
            if entity.label == "PERSON" and not country_of(name):
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
        if start >= end or noun_of(self.text[start:end]) in NOT_PASSERS:
            return None
        words = self.text[start:end]
        return self._source(
            ((start, end),), "outlet" if is_outlet(words) or words[:1].isupper() else "unnamed_group"
        )

    def source(self, spans: tuple[Span, ...], kind: SourceKind) -> Source:
        """The source at `spans`, of the kind that the network takes it for, resolved against those before."""
        self.named.append(self._source(spans, kind))
        return self.named[-1]

    def _source(self, spans: tuple[Span, ...], kind: SourceKind) -> Source:
        words = Words.of(self.text, spans)
        name, kind, office = self._joint(words, kind) or self._resolve(words, words.text, kind)
        return Source(words.text, words.spans, name, kind, office)

    def _joint(self, words: Words, kind: SourceKind) -> Resolved | None:
        """Several sources of one statement, each by its own name, of the kind of the first."""
        parts = JOINT.split(words.text)
        if len(parts) != 2 or INSIDE.search(parts[0]):
            return None
        inside = [name for s, e, name in self.people if s < words.end and e > words.start]
        if kind == "named_person" and len(inside) > 1:
            return " and ".join(dict.fromkeys(inside)), kind, None
        if not all(map(stands_alone, parts)):
            return None
        (first, kind, office), (second, _, _) = (self._resolve(words, part, kind) for part in parts)
        return f"{first} and {second}", kind, office

    def _resolve(self, words: Words, text: str, kind: SourceKind) -> Resolved:
        """The first answer of those that know one kind of words each."""
        text = PASSED.sub("", RELATIVE.sub("", OPENER.sub("", text)))
        if by := DOCUMENT_BY.match(text):
            text, kind = text[by.end() :], "organisation" if kind == "document" else kind
        steps: tuple[Callable[[Words, str, SourceKind], Resolved | None], ...] = (
            self._pronoun,
            self._person,
            self._put_out,
            self._holder,
            self._body,
            self._taken_up,
        )
        found = next((answer for step in steps if (answer := step(words, text, kind))), None)
        return found or self._unnamed(words, text, kind_of(text, kind))

    def _before(self, start: int) -> Iterator[Source]:
        """The sources named so far that stand before a place, the nearest first, back to where nobody remembers."""
        return (s for s in self.named[: -MEMORY - 1 : -1] if s.spans[0][0] < start)

    def _pronoun(self, words: Words, text: str, kind: SourceKind) -> Resolved | None:
        """The nearest source before that a pronoun can stand for; itself, unspecified, if there is none."""
        last = PRONOUN_LAST.fullmatch(text)
        word = (last[1] if last else text).lower()
        if word not in HE and word not in THEY:
            return None
        kinds = PEOPLE if word in HE else BODIES
        found = (s for s in self._before(words.start) if s.kind in kinds)
        return next(((s.name, s.kind, s.office) for s in found), (words.text, "unspecified", None))

    def _put_out(self, words: Words, text: str, kind: SourceKind) -> Resolved | None:
        """Whose "the statement" is: the nearest body or person before, if any."""
        if noun_of(text) not in WORDINGS or not PLAIN.fullmatch(text):
            return None
        found = (s for s in self._before(words.start) if s.kind in ("organisation", "outlet", "named_person"))
        return next(((s.name, s.kind, s.office) for s in found), None)

    def _person(self, words: Words, text: str, kind: SourceKind) -> Resolved | None:
        """The fullest name of the person in these words and the office the report gives them."""
        inside = [self.text[s:e] for s, e, _ in self.people if s < words.end and e > words.start]
        titled = any(map(is_title, text.split()[:-1]))
        if (kind != "named_person" and not (titled and inside)) or is_body(text):
            return None
        name, office = person_in(text, inside)
        land = name and " " not in name and not office and (country_of(name) or capital_of(name))
        if not name or land:
            return None
        full = self._remember(name)
        return full, "named_person", OWNER.sub("", office) if office else self._office(words, full)

    def _holder(self, words: Words, text: str, kind: SourceKind) -> Resolved | None:
        """The person who holds the one office that these words tell without a name."""
        noun = noun_of(text)
        no_one = kind in ("outlet", "unnamed_group") or noun.endswith("s")
        if no_one or not is_office(noun) or re.match(r"(?:an?|one|another|some)\s", text, re.I):
            return None
        if before := self._same_role(words, noun, people=True):
            return before.name, before.kind, before.office
        name = self.roles.holder(text, words.start, words.end)
        return (name, "named_person", OWNER.sub("", text)) if name else None

    def _body(self, words: Words, text: str, kind: SourceKind) -> Resolved | None:
        """An organisation or outlet by the fullest name of it in the report."""
        kind = kind_of(text, kind)
        if kind not in ("organisation", "outlet"):
            return None
        return self.bodies.name(text, kind, words.start, self._before(words.start)), kind, None

    def _taken_up(self, words: Words, text: str, kind: SourceKind) -> Resolved | None:
        """The source before that "the resident" takes up."""
        if not TAKEN_UP.match(text):
            return None
        before = self._same_role(words, noun_of(text), people=kind_of(text, kind) in PEOPLE)
        return (before.name, before.kind, before.office) if before else None

    def _unnamed(self, words: Words, text: str, kind: SourceKind) -> Resolved:
        """Words that name nobody are the name; "A resident" and "a resident" are one, a document has no article."""
        if of := OF_BODY.search(text):
            body = self.bodies.name(of[1], "organisation", words.start, self._before(words.start))
            text = f"{text[: of.start(1)]}the {body}"
        if kind == "document":
            return THE.sub("", text), kind, None
        return ARTICLE.sub(lambda match: match[0].lower(), text), kind, None

    def _same_role(self, words: Words, noun: str, *, people: bool) -> Source | None:
        """The source before whose words have that noun; else, for "the official", the person who spoke just before."""
        latest = None
        for before in self._before(words.start):
            latest = latest or before
            known = f"{before.office or ''} {before.text}".lower().split()
            if noun in known and (before.kind in PEOPLE) == people:
                return before
        return latest if noun in ANY_OFFICE and latest and latest.kind == "named_person" else None

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
            return OWNER.sub("", behind[1].strip())
        return next((s.office for s in self.named if s.name == person and s.office), None)
