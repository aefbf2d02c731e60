"""Walking a parse: children, subtrees, and the parts of a clause that attribution hangs on."""

from collections import defaultdict
from collections.abc import Iterator

from rashomon.model import Annotation, Token

SUBJECTS = ("nsubj", "csubj")
SHARES_SUBJECT = ("conj", "advcl", "xcomp", "pcomp", "prep", "dep")
LEFT_OUT_OF_SOURCE = ("relcl", "acl", "punct", "cc", "advcl", "parataxis")


class Tree:
    """An annotation with its edges turned round, head to children."""

    def __init__(self, annotation: Annotation) -> None:
        self.tokens = annotation.tokens
        self.text = annotation.text
        self.children: dict[int, list[int]] = defaultdict(list)
        self.sentence: dict[int, tuple[int, int]] = {}
        for i, token in enumerate(annotation.tokens):
            if token.head != i:
                self.children[token.head].append(i)
        for sentence in annotation.sentences:
            for i in range(*sentence):
                self.sentence[i] = sentence

    def __getitem__(self, i: int) -> Token:
        return self.tokens[i]

    def child(self, i: int, *deps: str) -> int | None:
        """The first child of `i` with one of these relations."""
        return next((c for c in self.children[i] if self[c].dep in deps), None)

    def subtree(self, i: int, without: tuple[str, ...] = ()) -> set[int]:
        """`i` and all below it, leaving out branches whose relation is in `without`.

        A loop, not a recursion: the parse of a hostile text can be thousands of tokens deep.
        """
        found: set[int] = set()
        todo = [i]
        while todo:
            i = todo.pop()
            found.add(i)
            todo += [c for c in self.children[i] if self[c].dep not in without]
        return found

    def between(self, a: set[int], b: set[int]) -> str:
        """The text between two groups of tokens that do not overlap."""
        first, second = sorted((a, b), key=min)
        return self.text[self[max(first)].end : self[min(second)].start]

    def words(self, tokens: set[int]) -> str:
        """The text from the first of these tokens to the last."""
        return self.text[self[min(tokens)].start : self[max(tokens)].end]

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above `i`, nearest first."""
        while self[i].head != i:
            i = self[i].head
            yield i

    def noun_phrase(self, i: int) -> set[int]:
        """The noun phrase at `i` without relative clauses, and without appositions but a name."""
        found = self.subtree(i, LEFT_OUT_OF_SOURCE)
        for c in self.children[i]:
            apart = self[c].dep == "appos" and self[min(self.subtree(c)) - 1].text == ","
            if apart and not (self[i].pos == "NOUN" and self[c].pos == "PROPN"):  # "the mayor, Ann Lee"
                found -= self.subtree(c)
            if self[c].dep == "conj":
                found |= set(range(i, c)) | self.subtree(c, LEFT_OUT_OF_SOURCE)
        return found

    def subject(self, i: int) -> int | None:
        """Who does the verb `i`: its subject or agent, the noun it describes, or its head's subject."""
        for verb in (i, *self.ancestors(i)):
            if (agent := self.child(verb, "agent")) is not None:
                return self.child(agent, "pobj")
            if (subject := self.child(verb, *SUBJECTS)) is not None:
                relative = self[subject].tag in ("WP", "WDT") and self[verb].dep == "relcl"
                return self[verb].head if relative else subject
            if self.child(verb, "nsubjpass") is not None:
                return None
            head = self[self[verb].head]
            if self[verb].dep in ("acl", "relcl") and head.pos in ("NOUN", "PROPN", "PRON"):
                return self[verb].head
            if self[verb].dep not in SHARES_SUBJECT or head.pos not in ("VERB", "AUX", "ADP"):
                return None
        return None
