"""Attributions in a parse: which tokens are cue, source and content, and through whom they came."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rashomon.extract.statements.cues import CLAUSE, NEEDS_PREPOSITION, NOUNS, PASSES_ON, REST
from rashomon.extract.statements.names import is_outlet
from rashomon.extract.statements.tree import Tree


@dataclass(slots=True)
class Attribution:
    """Token indices of one attribution, before it is checked and worded as a statement."""

    cue: set[int]
    content: set[int]
    source: int | None = None
    via: list[int] = field(default_factory=list)
    clause: bool = True


def attributions(tree: Tree) -> Iterator[Attribution]:
    """Every attribution that the parse shows, in the order of their cues."""
    for i, token in enumerate(tree.tokens):
        found: Attribution | None = None
        if token.pos == "VERB" and (token.lemma in CLAUSE or token.lemma in REST or token.lemma in PASSES_ON):
            found = _passed_on(tree, i) if token.lemma in PASSES_ON else _verb(tree, i)
        elif token.text.lower() == "according" and i + 1 < len(tree.tokens):
            found = _according(tree, i)
        elif token.text.lower() == "reportedly":
            head = token.head if token.head != i else i
            found = Attribution({i}, tree.subtree(_clause_above(tree, head)) - {i})
        elif token.pos == "NOUN" and token.lemma in NOUNS:
            found = _noun(tree, i)
        if found and found.content:
            yield found


def pass_on(tree: Tree, found: list[Attribution]) -> list[Attribution]:
    """The same attributions, where one that only passes on another becomes a hop of it.

    "The Observatory said medics reported that P" is one statement of the medics, through the Observatory.
    """
    kept = list(found)
    for outer in found:
        for inner in found:
            if (
                inner is outer
                or inner.source is None
                or outer.source is None
                or not inner.cue <= outer.content
            ):
                continue
            words = inner.content | inner.cue | tree.noun_phrase(inner.source)
            left = [t for t in outer.content - words if tree[t].pos not in ("PUNCT", "SCONJ", "AUX", "ADV")]
            if inner.source not in outer.content or len(left) > 2 or outer not in kept:
                continue
            inner.via = [outer.source, *inner.via]
            kept.remove(outer)
    return kept


def _verb(tree: Tree, i: int) -> Attribution | None:
    lemma = tree[i].lemma
    content = _clause(tree, i) if lemma in CLAUSE else set()
    clause = bool(content)
    if not content and lemma in REST:
        content = _rest(tree, i)
    if not content:
        return None
    found = Attribution({i}, content, tree.subject(i), clause=clause)
    told = tree.child(i, "dobj", "dative") if lemma in ("tell", "inform") else None
    if told is not None and is_outlet(_words(tree, tree.noun_phrase(told))):
        found.via = [told]
    return found


def _passed_on(tree: Tree, i: int) -> Attribution | None:
    """ "X quoted Y as saying P"; "P, X said, citing Y"."""
    quoted = tree.child(i, "dobj")
    if quoted is None:
        return None
    said = next((tree.child(c, "pcomp") for c in tree.children[i] if tree[c].text.lower() == "as"), None)
    if said is not None:
        content = _clause(tree, said) or tree.subtree(said)
    elif tree[i].dep in ("advcl", "prep", "conj") and tree[tree[i].head].lemma in CLAUSE:
        content = _clause(tree, tree[i].head)
    else:
        return (
            Attribution({i}, _rest(tree, i), tree.subject(i), clause=False)
            if tree[i].lemma == "cite"
            else None
        )
    subject = tree.subject(i)
    return Attribution({i}, content, quoted, [] if subject is None else [subject])


def _according(tree: Tree, i: int) -> Attribution | None:
    to = i + 1
    source = tree.child(to, "pobj") if tree[to].text.lower() == "to" else None
    if source is None:
        return None
    above = _clause_above(tree, tree[i].head)
    return Attribution({i, to}, tree.subtree(above) - tree.subtree(i), source)


def _noun(tree: Tree, i: int) -> Attribution | None:
    """ "the claim that P"; whose it is, if a genitive or "by" says so."""
    clause = tree.child(i, "acl", "ccomp")
    if (
        clause is None
        or tree.child(clause, "mark") is None
        or tree[tree.child(clause, "mark") or 0].text != "that"
    ):
        return None
    by = next((c for c in tree.children[i] if tree[c].text.lower() in ("by", "from", "of")), None)
    source = tree.child(by, "pobj") if by is not None else tree.child(i, "poss")
    return Attribution({i}, tree.subtree(clause), source)


def _clause_above(tree: Tree, i: int) -> int:
    """The verb of the clause that `i` belongs to."""
    for above in (i, *tree.ancestors(i)):
        if tree[above].pos in ("VERB", "AUX"):
            return above
    return i


def _clause(tree: Tree, i: int) -> set[int]:
    """The clause that the verb `i` reports: its complement, or the sentence it is put into."""
    for c in tree.children[i]:
        if tree[c].dep == "ccomp":
            return tree.subtree(c) - (
                {i} | (set(tree.noun_phrase(s)) if (s := tree.child(i, "nsubj")) else set())
            )
    head = tree[i].head
    own = tree.subtree(i)
    put_in = tree[i].dep in ("parataxis", "ccomp", "dep") and head != i and tree.child(i, "nsubj") is not None
    as_said = tree[i].dep == "advcl" and any(tree[c].text.lower() == "as" for c in tree.children[i])
    if (
        put_in and tree.child(i, "mark") is None and tree[max(own)].text in ',.:”"' or _fenced(tree, own)
    ) or as_said:
        return tree.subtree(head) - own if head != i else set()
    return set()


def _fenced(tree: Tree, own: set[int]) -> bool:
    """Whether a clause stands between commas, or between a comma and the end of its sentence."""
    first, last = min(own), max(own)
    start, end = tree.sentence[first]
    return (
        first > start and tree[first - 1].text in ',”"' and (last + 1 >= end or tree[last + 1].text in ",.")
    )


def _rest(tree: Tree, i: int) -> set[int]:
    """What follows the verb `i` in its phrase."""
    needs = NEEDS_PREPOSITION.get(tree[i].lemma)
    after = {
        c
        for c in tree.children[i]
        if c > i
        and tree[c].dep in ("dobj", "xcomp", "prep", "dative", "oprd", "acomp", "ccomp", "pobj", "prt")
    }
    infinitive = any(tree[c].dep in ("xcomp", "ccomp") for c in after)
    if needs is not None and not infinitive and not any(tree[c].text.lower() in needs for c in after):
        return set()
    if not any(tree[c].dep in ("dobj", "xcomp", "ccomp", "oprd") for c in after) and not needs:
        return set()
    return {t for c in after for t in tree.subtree(c)}


def _words(tree: Tree, tokens: set[int]) -> str:
    return tree.text[tree[min(tokens)].start : tree[max(tokens)].end]
