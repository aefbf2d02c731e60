"""Variants of annotated documents: what real reports look like, and annotated ones seldom do.

Quotation marks are single or lost, apostrophes are stripped ("Syrias government"), and one who speaks is passed on by
another ("According to the Herald, a resident said"). Labels move with the words.
"""

import random
from dataclasses import replace
from itertools import accumulate

from rashomon.extract.statements.pieces import BREAK, Pieces, pieces_of
from training.data import Document

APOSTROPHE, MARK, S, ENDING_S = 1005, 1000, 1055, 2015
"""In the vocabulary: ', ", s, and s as the end of a word."""
STRIPPED, SINGLE, UNMARKED, PASSED_ON = 0.2, 0.07, 0.05, 0.08
"""How often: three times of a document, the last of a statement that opens a paragraph."""
FORMS = ("According to {}, ", "{} reported that ", "{} says ", "{} said that ", "As {} reported, ")
PASSERS = (
    "Reuters|AFP|the Associated Press|state television|Xinhua|SANA|the daily Al-Hayat|the BBC|local media"
    "|the Morning Herald|a monitoring group|the Observatory for Human Rights|the ministry's website|the agency"
    "|Kurdish media|the Wall Street Journal|Radio Free Europe|the Daily Courier|Al Jazeera|CNN"
).split("|")


def varied(document: Document, chance: random.Random) -> Document:
    """The document, now and then with other marks or with statements passed on by somebody else."""
    ids = list(document.pieces.ids)
    gone: set[int] = set()
    if chance.random() < STRIPPED:
        for i in range(1, len(ids)):
            if ids[i - 1] == APOSTROPHE and ids[i] == S:
                ids[i] = ENDING_S
                gone.add(i - 1)
    luck = chance.random()
    if luck < SINGLE:
        ids = [APOSTROPHE if piece == MARK else piece for piece in ids]
    elif luck < SINGLE + UNMARKED:
        gone |= {i for i, piece in enumerate(ids) if piece == MARK}
    return _spliced(document, ids, gone, _passers(document, chance))


def _passers(document: Document, chance: random.Random) -> dict[int, tuple[int, Pieces, range]]:
    """Before which piece someone is put: the statement that he passes on, the words, and which of them name him."""
    ids = document.pieces.ids
    found = {}
    for n, s in enumerate(document.statements):
        parts = [*s.cue, *s.source, *s.content]
        first = min(parts)
        opens = (first == 0 or ids[first - 1] == BREAK) and BREAK not in ids[first : max(parts)]
        if not (s.cue and s.source and opens) or first in found or chance.random() > PASSED_ON:
            continue
        form, passer = chance.choice(FORMS), chance.choice(PASSERS)
        at = form.index("{")
        passer = passer if at else passer[0].upper() + passer[1:]
        pieces = pieces_of(form.format(passer))
        found[first] = n, pieces, pieces.inside((at, at + len(passer)))
    return found


def _spliced(
    document: Document, ids: list[int], gone: set[int], before: dict[int, tuple[int, Pieces, range]]
) -> Document:
    """The document with other pieces: some gone, some put before others."""
    pieces = document.pieces
    added = [len(before[i][1].ids) if i in before else 0 for i in range(len(ids))]
    lost = [int(i in gone) for i in range(len(ids))]
    moved = [
        i + more - less + lost[i]
        for i, more, less in zip(range(len(ids)), accumulate(added), accumulate(lost), strict=True)
    ]
    new_ids: list[int] = []
    capital: list[int] = []
    for i, piece in enumerate(ids):
        if i in before:
            new_ids += before[i][1].ids
            capital += before[i][1].capital
        if i not in gone:
            new_ids.append(piece)
            capital.append(pieces.capital[i])

    def move(at: list[int]) -> list[int]:
        return [moved[i] for i in at if i not in gone]

    statements = [
        replace(
            s,
            cue=move(s.cue),
            source=move(s.source),
            content=move(s.content),
            hops=None if s.hops is None else move(s.hops),
            starts={role: [moved[i] for i in firsts] for role, firsts in s.starts.items()},
        )
        for s in document.statements
    ]
    for first, (n, put, inside) in before.items():
        begin = moved[first] - len(put.ids)
        statements[n].hops = [begin + i for i in inside] + (statements[n].hops or [])
    no_place = [0] * len(new_ids)  # where pieces stood in a text is of no use any more
    return Document(Pieces(new_ids, capital, no_place, no_place), [s for s in statements if s.content])
