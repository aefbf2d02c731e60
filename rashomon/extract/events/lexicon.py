"""The words that say that something happened, from `lexicon.csv`, with all their forms."""

import csv
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

TABLE = Path(__file__).with_name("lexicon.csv")
GAP = "*"
"""Stands for up to `WIDEST` words: `fired several dozen rockets`."""
WIDEST = 5

Form = Literal["noun", "base", "third", "past", "participle", "ing"]
_VOWELS = frozenset("aeiou")
_DOUBLING: Final = frozenset(
    "stab gun kidnap hit set cut lob drop expel confer begin overrun booby-trap".split()
)


@dataclass(frozen=True, slots=True)
class Entry:
    """Words and what they say. `needs` names what must stand beside them: ground taken, people arrested."""

    words: tuple[str, ...]
    sense: str
    form: Form
    needs: str


@functools.cache
def lexicon() -> dict[str, tuple[Entry, ...]]:
    """The entries by their first word, those of most words first."""
    found: dict[str, list[Entry]] = {}
    with TABLE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for phrase in row["words"].split("|"):
                for words, form in _forms(phrase) if row["part"] == "verb" else _noun(phrase):
                    entry = Entry(tuple(words.split()), row["sense"], form, row["needs"])
                    found.setdefault(entry.words[0].lower(), []).append(entry)
    return {
        first: tuple(sorted(entries, key=lambda one: (-len(one.words), not one.needs)))
        for first, entries in found.items()
    }


def _noun(phrase: str) -> Iterator[tuple[str, Form]]:
    yield phrase, "noun"


def _forms(phrase: str) -> Iterator[tuple[str, Form]]:
    """A verb's forms: `seize the town` inflects its first word; `take/took/taken over` names past and participle."""
    verb, _, rest = phrase.partition(" ")
    if verb in _ADVERBS:  # `sexually assault`
        for words, form in _forms(rest):
            yield f"{verb} {words}", form
        return
    base, *irregular = verb.split("/")
    past = irregular[0] if irregular else _regular(base)
    participle = irregular[1] if len(irregular) > 1 else past
    ing = _ing(base)
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "go")) else "s")
    if base.endswith("y") and base[-2] not in _VOWELS:
        third = base[:-1] + "ies"
    forms: dict[str, Form] = {base: "base", third: "third", ing: "ing", past: "past"}
    if participle != past:
        forms[participle] = "participle"
    for word, form in forms.items():
        yield f"{word} {rest}".strip(), form


_ADVERBS: Final = frozenset("sexually forcibly".split())


def _regular(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + (base[-1] if base in _DOUBLING else "") + "ed"


def _ing(base: str) -> str:
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1] + "ing"
    return base + (base[-1] if base in _DOUBLING else "") + "ing"
