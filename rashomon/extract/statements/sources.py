"""From a noun phrase to a source: its words, the fullest name the report gives it, its kind and office."""

import re

from rashomon.extract.statements.names import DOCUMENTS, OFFICES, ORGANISATIONS, REPORTERS, is_outlet
from rashomon.extract.statements.tree import Tree
from rashomon.model import Annotation, Hop, Source, SourceKind, Words

ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
ACRONYM = re.compile(r"((?:[A-Z][\w-]+\s+)(?:(?:of|for|and|the|in|to|[A-Z][\w-]+)\s+){1,6}?)\(([A-Z]{2,7})\)")
PERSON_PRONOUNS = frozenset("he she him her i".split())
OTHER_PRONOUNS = frozenset("it they them we who".split())
NOBODY = Hop("unspecified", "unspecified")


class Sources:
    """Names the sources of one report in the order of its text, remembering whom it has named."""

    def __init__(self, annotation: Annotation, tree: Tree) -> None:
        self.tree = tree
        self.label: dict[int, str] = {}
        people: dict[str, str] = {}
        self.person_at: dict[int, str] = {}
        for entity in annotation.entities:
            words = [annotation.tokens[i].text for i in range(entity.first, entity.last)]
            self.label.update(dict.fromkeys(range(entity.first, entity.last), entity.label))
            if entity.label == "PERSON" and words[-1][:1].isupper():
                name = " ".join(word for word in words if word not in ("’s", "'s"))
                self.person_at.update(dict.fromkeys(range(entity.first, entity.last), name))
                last = name.split(" ")[-1]
                people[last] = max(people.get(last, ""), name, key=len)
        self.fullest = people
        self.acronyms = {
            m[2]: m[1] for m in ACRONYM.finditer(annotation.text) if _initials(m[1]) == m[2].lower()
        }
        self.named: list[Source] = []

    def source(self, head: int) -> Source | None:
        """The source that the noun phrase at `head` names, resolved against those before it."""
        tree = self.tree
        inside = tree.noun_phrase(head)
        first, last = min(inside), max(inside)
        while first < last and tree[first].pos in ("PUNCT", "ADV", "CCONJ", "SCONJ"):
            first += 1
        while last > first and tree[last].pos == "PUNCT":
            last -= 1
        words = Words.of(tree.text, ((tree[first].start, tree[last].end),))
        name, kind, office = self._resolve(head, range(first, last + 1), words.text)
        source = Source(words.text, words.spans, name, kind, office)
        self.named.append(source)
        return source

    def _resolve(self, head: int, inside: range, text: str) -> tuple[str, SourceKind, str | None]:
        by = next((c for c in self.tree.children[head] if self.tree[c].text.lower() == "by"), None)
        author = self.tree.child(by, "pobj") if by is not None else None
        if author is not None and self.tree[head].lemma in DOCUMENTS:
            return self._resolve(author, inside, self._words(author))
        word = self.tree[head].text.lower()
        if word in PERSON_PRONOUNS or word in OTHER_PRONOUNS:
            return self._antecedent(text, person=word in PERSON_PRONOUNS)
        plain = ARTICLE.sub("", text)
        person = next((self.person_at[i] for i in (head, *inside) if i in self.person_at), None)
        proper = self.tree[head].pos == "PROPN"
        if person and (proper or self.tree[head].lemma in OFFICES) and not is_outlet(text):
            full = self.fullest.get(person.split(" ")[-1], person)
            return full, "named_person", self._office(head, inside)
        kind = self._kind(head, text, proper)
        if kind == "unnamed_person" and text.lower().startswith("the "):
            for before in reversed(self.named):
                if self.tree[head].text.lower() in (before.office or before.text).lower().split():
                    return before.name, before.kind, before.office
        if kind in ("organisation", "outlet"):
            return self._fuller(plain), kind, None
        return plain, kind, None

    def _fuller(self, name: str) -> str:
        """The longest name given before that this one shortens: by its initials, or by some of its words."""
        if name in self.acronyms:
            return self.acronyms[name]
        words = set(name.split())
        proper = [w for w in words if w[:1].isupper()]
        named = (s.name for s in self.named if s.kind in ("organisation", "outlet"))
        longer = [
            n
            for n in named
            if proper and words < set(n.split()) and n.startswith(tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        ]
        return longer[0] if longer else name

    def _words(self, head: int) -> str:
        inside = self.tree.noun_phrase(head)
        return self.tree.text[self.tree[min(inside)].start : self.tree[max(inside)].end]

    def _antecedent(self, text: str, *, person: bool) -> tuple[str, SourceKind, str | None]:
        """The nearest source before that the pronoun can stand for; itself, unspecified, if there is none."""
        fits = (
            ("named_person", "unnamed_person")
            if person
            else ("organisation", "outlet", "document", "unnamed_group")
        )
        for before in reversed(self.named):
            if before.kind in fits:
                return before.name, before.kind, before.office
        return text, "unspecified", None

    def _kind(self, head: int, text: str, proper: bool) -> SourceKind:
        token = self.tree[head]
        lemma = token.lemma
        plural = token.tag in ("NNS", "NNPS")
        if lemma in REPORTERS:
            return "reporter"
        if is_outlet(text):
            return "outlet"
        if lemma in ORGANISATIONS:
            return "organisation"
        if lemma in DOCUMENTS:
            return "document"
        if proper or self.label.get(head) in ("ORG", "GPE", "NORP"):
            person = token.pos == "PROPN" and self.label.get(head) == "PERSON"
            return "named_person" if person else "organisation"
        return "unnamed_group" if plural or lemma in ("people", "other", "many", "some") else "unnamed_person"

    def _office(self, head: int, inside: range) -> str | None:
        """The words around a name that say what public office its bearer holds."""
        tree = self.tree
        apposition = [c for c in tree.children[head] if tree[c].dep == "appos"]
        if tree[head].dep == "appos":
            apposition.append(tree[head].head)
        for i in (*inside, *apposition):
            if tree[i].lemma in OFFICES and i not in self.person_at:
                around = [t for t in sorted(tree.noun_phrase(i)) if t not in self.person_at]
                run = [t for t in around if abs(t - i) <= 6 and tree[t].pos != "PUNCT"]
                start, end = tree[run[0]].start, tree[run[-1]].end
                return tree.text[start:end]
        return None


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]+", name.strip()) if word[:1].isupper()).lower()
