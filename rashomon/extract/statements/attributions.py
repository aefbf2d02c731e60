"""Attributions in a parse: which tokens are cue, source and content, and through whom they came."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rashomon.extract.statements.cues import CLAUSE, NEEDS_PREPOSITION, NOUNS, PASSES_ON, PUTS, REST
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


def attributions(tree: Tree) -> list[Attribution]:
    """Every attribution that the parse shows, in the order of their cues.

    A verb of speech is one also where the parse gives it no content: a quotation beside it may be that.
    """
    found = list(_all(tree))
    citing = {tree[i].head for a in found for i in a.cue if a.via and tree[i].lemma in PASSES_ON}
    kept = [a for a in found if a.via or not a.cue <= citing]
    going_on = [a for a in kept for i in a.cue if tree[i].tag == "VBG" and tree[i].dep in ("advcl", "acl")]
    for a in kept:
        for b in going_on:  # "denied that P, saying Q": Q is no part of what is denied
            if b is not a and b.content and b.cue <= a.content:
                a.content -= tree.subtree(min(b.cue))
    return kept


def _all(tree: Tree) -> Iterator[Attribution]:
    for i, token in enumerate(tree.tokens):
        found: Attribution | None = None
        if token.pos == "VERB" and token.lemma in PASSES_ON:
            found = _passed_on(tree, i)
        elif token.pos == "VERB" and (token.lemma in CLAUSE or token.lemma in REST or token.lemma in PUTS):
            found = _verb(tree, i)
        elif token.text.lower() == "according" and i + 1 < len(tree.tokens):
            found = _according(tree, i)
        elif token.text.lower() == "reportedly":
            found = Attribution({i}, tree.subtree(_clause_above(tree, token.head)) - {i})
        elif token.pos == "NOUN" and token.lemma in NOUNS:
            found = _noun(tree, i)
        if found:
            yield found


def pass_on(tree: Tree, found: list[Attribution]) -> list[Attribution]:
    """The same attributions, where one that only passes on another becomes a hop of it.

    "The Observatory said medics reported that P" is one statement of the medics, through the Observatory;
    "the Observatory said it believed that P" is one of the Observatory alone.
    """
    gone: set[int] = set()
    for outer in found:
        if not outer.clause or outer.source is None or CLAUSE.get(tree[min(outer.cue)].lemma) != "asserts":
            continue
        for inner in found:
            if inner is outer or inner.source is None or not inner.cue | {inner.source} <= outer.content:
                continue
            if tree[inner.source].pos == "PRON" and REST.get(tree[min(inner.cue)].lemma) != "denies":
                gone.add(id(inner))
            elif id(outer) not in gone and _fills(tree, outer, inner):
                inner.via = [outer.source, *inner.via]
                gone.add(id(outer))
    return [a for a in found if id(a) not in gone]


def _fills(tree: Tree, outer: Attribution, inner: Attribution) -> bool:
    """Whether the content of one attribution is nothing but the other."""
    words = inner.content | inner.cue | tree.noun_phrase(inner.source or 0)
    left = [t for t in outer.content - words if tree[t].pos not in ("PUNCT", "SCONJ", "AUX", "ADV")]
    return len(left) <= 2


def _verb(tree: Tree, i: int) -> Attribution | None:
    lemma = tree[i].lemma
    if tree[i].dep == "pcomp" and tree[tree[i].head].text.lower() == "as":
        return None  # "quoted X as saying": the cue is `quoted`
    content = _clause(tree, i) if lemma in CLAUSE else set()
    clause = bool(content)
    if not content and lemma in REST:
        content = _disputed(tree, i) or _rest(tree, i)
    if not content and lemma in PUTS:
        figure = tree.child(i, "dobj")
        content = _rest(tree, i) if figure is not None and tree[figure].lemma in PUTS[lemma] else set()
    if not content and lemma not in CLAUSE:
        return None
    found = Attribution({i}, content, tree.subject(i), clause=clause)
    told = tree.child(i, "dobj", "dative") if lemma in ("tell", "inform") else None
    if told is not None and is_outlet(tree.words(tree.noun_phrase(told))):
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
    elif tree[i].lemma == "cite":
        return Attribution({i}, _rest(tree, i), tree.subject(i), clause=False)
    else:
        return None
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
    """ "the army's claim that P", "the claim by the army that P"; nobody's claim is no statement."""
    clause = _that_clause(tree, i)
    by = next((c for c in tree.children[i] if tree[c].text.lower() in ("by", "from")), None)
    source = tree.child(by, "pobj") if by is not None else tree.child(i, "poss")
    if clause is None or source is None:
        return None
    return Attribution({i}, tree.subtree(clause), source)


def _disputed(tree: Tree, i: int) -> set[int]:
    """The clause of "denied the claim that P", for it is P that is denied."""
    claim = tree.child(i, "dobj")
    clause = _that_clause(tree, claim) if claim is not None and tree[claim].lemma in NOUNS else None
    return set() if clause is None else tree.subtree(clause)


def _that_clause(tree: Tree, i: int) -> int | None:
    clause = tree.child(i, "acl", "ccomp")
    opened = clause is not None and any(tree[t].text.lower() == "that" for t in tree.children[clause])
    return clause if opened else None


def _clause_above(tree: Tree, i: int) -> int:
    """The verb of the clause that `i` belongs to."""
    return next((a for a in (i, *tree.ancestors(i)) if tree[a].pos in ("VERB", "AUX")), i)


def _clause(tree: Tree, i: int) -> set[int]:
    """The clause that the verb `i` reports: its complement, or the sentence it is put into."""
    complement = tree.child(i, "ccomp")
    if complement is not None:
        return tree.subtree(complement) - {i}
    head = tree[i].head
    own = tree.subtree(i)
    opened = [tree[c].text.lower() for c in tree.children[i] if tree[c].dep == "mark"]
    put_in = tree[i].dep in ("parataxis", "ccomp", "dep") and tree.child(i, "nsubj") is not None
    as_said = tree[i].dep in ("advcl", "parataxis") and opened == ["as"]
    if head != i and ((put_in and not opened) or as_said or _fenced(tree, own)):
        return tree.subtree(head) - own
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
