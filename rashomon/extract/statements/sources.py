"""From a noun phrase to a source: its words, the fullest name the report gives it, its kind and office."""

import re

from rashomon.extract.statements.names import DOCUMENTS, OFFICES, ORGANISATIONS, REPORTERS, is_outlet
from rashomon.extract.statements.tree import Tree
from rashomon.model import UNNAMED, Annotation, Hop, Source, SourceKind, Words

PERSON_PRONOUNS = frozenset("he she him her i".split())
OTHER_PRONOUNS = frozenset("it they them we who".split())
NOBODY = Hop("unspecified", "unspecified")
ARTICLE = re.compile(r"^the\s+", re.I)
ANY_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
ACRONYM = re.compile(r"((?:[A-Z][\w-]+\s+)(?:(?:of|for|and|the|in|to|[A-Z][\w-]+)\s+){1,6}?)\(([A-Z]{2,7})\)")


class Sources:
    """Names the sources of one report in the order of its text, remembering whom it has named."""

    def __init__(self, annotation: Annotation, tree: Tree) -> None:
        self.tree = tree
        self.named: list[Source] = []
        self.label: dict[int, str] = {}
        self.person_at: dict[int, str] = {}
        self.fullest: dict[str, str] = {}
        for entity in annotation.entities:
            tokens = range(entity.first, entity.last)
            self.label.update(dict.fromkeys(tokens, entity.label))
            words = [tree[i].text for i in tokens if tree[i].text not in ("’s", "'s")]
            if entity.label == "PERSON" and words and words[-1][:1].isupper():
                name = " ".join(words)
                self.person_at.update(dict.fromkeys(tokens, name))
                self.fullest[words[-1]] = max(self.fullest.get(words[-1], ""), name, key=len)
        found = ((ARTICLE.sub("", match[1]).strip(), match[2]) for match in ACRONYM.finditer(annotation.text))
        self.acronyms = {short: name for name, short in found if _initials(name) == short.lower()}

    def source(self, head: int) -> Source:
        """The source that the noun phrase at `head` names, resolved against those before it."""
        tree = self.tree
        inside = tree.noun_phrase(head)
        first, last = min(inside), max(inside)
        while first < last and tree[first].pos in ("PUNCT", "ADV", "CCONJ", "SCONJ"):
            first += 1
        while last > first and tree[last].pos == "PUNCT" and tree[last].text != ")":
            last -= 1
        if last + 1 < len(tree.tokens) and tree[last + 1].text == ")" and "(" in tree.words({first, last}):
            last += 1
        words = Words.of(tree.text, ((tree[first].start, tree[last].end),))
        name, kind, office = self._resolve(head, range(first, last + 1), words.text)
        self.named.append(Source(words.text, words.spans, name, kind, office))
        return self.named[-1]

    def _resolve(self, head: int, inside: range, text: str) -> tuple[str, SourceKind, str | None]:
        tree = self.tree
        by = next((c for c in tree.children[head] if tree[c].text.lower() == "by"), None)
        author = tree.child(by, "pobj") if by is not None else None
        if author is not None and tree[head].lemma in DOCUMENTS:
            return self._resolve(author, inside, tree.words(tree.noun_phrase(author)))
        word = tree[head].text.lower()
        if word in PERSON_PRONOUNS or word in OTHER_PRONOUNS:
            return self._antecedent(text, person=word in PERSON_PRONOUNS)
        person = None if is_outlet(text) else self._person(head, inside)
        if person:
            return person, "named_person", self._office(head, inside, person)
        plain = text if _is_title(text) and is_outlet(text) else ARTICLE.sub("", text)
        plain = re.sub(r"\s*\([^)]*\)?$", "", plain) or plain
        kind = self._kind(head, text)
        if kind == "unnamed_person" and text.lower().startswith("the "):
            for before in reversed(self.named):
                if word in (before.office or before.text).lower().split():
                    return before.name, before.kind, before.office
        if kind in UNNAMED or kind == "reporter":  # "A resident" and "a resident" are one name
            return ANY_ARTICLE.sub(lambda match: match[0].lower(), text), kind, None
        return self._fuller(plain) if kind in ("organisation", "outlet") else plain, kind, None

    def _person(self, head: int, inside: range) -> str | None:
        """The fullest name of a person: known to the parser, behind a title, or a known surname."""
        tree = self.tree
        proper = [i for i in inside if tree[i].pos == "PROPN"]
        titled = [i for i in proper if tree[i].lemma.lower() in OFFICES and i != proper[-1]]
        known = next((self.person_at[i] for i in (head, *inside) if i in self.person_at), None)
        if known and (tree[head].pos == "PROPN" or tree[head].lemma in OFFICES):
            name = known
        elif titled and tree[head].pos == "PROPN" and self.label.get(head) not in ("GPE", "NORP"):
            name = " ".join(tree[i].text for i in proper if i > titled[-1])
        elif len(proper) == len(inside) and 1 < len(proper) < 4 and not self.label.get(head):
            name = tree.words(set(inside))
        elif len(inside) == 1 and tree[head].text in self.fullest:
            name = tree[head].text
        else:
            return None
        surname = name.split(" ")[-1]
        full = max(self.fullest.get(surname, ""), name, key=len)
        self.fullest[surname] = full
        return full

    def _antecedent(self, text: str, *, person: bool) -> tuple[str, SourceKind, str | None]:
        """The nearest source before that the pronoun can stand for; itself, unspecified, if there is none."""
        people = ("named_person", "unnamed_person")
        others = ("organisation", "outlet", "document", "unnamed_group")
        for before in reversed(self.named):
            if before.kind in (people if person else others):
                return before.name, before.kind, before.office
        return text, "unspecified", None

    def _kind(self, head: int, text: str) -> SourceKind:
        token = self.tree[head]
        if token.lemma in REPORTERS:
            return "reporter"
        if is_outlet(text):
            return "outlet"
        if token.lemma in ORGANISATIONS:
            return "organisation"
        if token.lemma in DOCUMENTS:
            return "document"
        if token.pos == "PROPN" or self.label.get(head) in ("ORG", "GPE", "NORP"):
            return "organisation"
        group = token.tag in ("NNS", "NNPS") or token.lemma in ("people", "other", "many", "some")
        return "unnamed_group" if group else "unnamed_person"

    def _fuller(self, name: str) -> str:
        """The longest name given before that this one shortens: by its initials, or by some of its words."""
        if name in self.acronyms:
            return self.acronyms[name]
        words = set(name.split())
        longer = [
            before.name
            for before in self.named
            if before.kind not in UNNAMED and words < set(before.name.split()) and _is_title(before.name)
        ]
        return longer[0] if longer and _is_title(name) else name

    def _office(self, head: int, inside: range, person: str) -> str | None:
        """The words that give a person an office: before the name, or in an apposition."""
        tree = self.tree
        name = set(person.split())
        places = [[i for i in inside if tree[i].text not in name]]
        places += [sorted(tree.noun_phrase(c)) for c in tree.children[head] if tree[c].dep == "appos"]
        for place in places:
            office = [i for i in place if tree[i].lemma.lower() in OFFICES]
            if office:
                run = _run(place, office[-1])
                return ANY_ARTICLE.sub("", tree.words(set(run)).strip(" ,"))
        return next((before.office for before in reversed(self.named) if before.name == person), None)


def _run(place: list[int], i: int) -> list[int]:
    """The neighbours of `i` in `place` without a gap."""
    at = place.index(i)
    first = last = at
    while first > 0 and place[first - 1] == place[first] - 1:
        first -= 1
    while last + 1 < len(place) and place[last + 1] == place[last] + 1:
        last += 1
    return place[first : last + 1]


def _is_title(text: str) -> bool:
    return text[:1].isupper()


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper()).lower()
