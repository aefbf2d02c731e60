"""When two spellings of a person's name are one: titles, particles, transliterations."""

import functools
import re
import unicodedata
from typing import Final

TITLES: Final = frozenset(
    """mr mrs ms miss dr prof professor sir lord lady dame madam president prime minister premier king queen prince
    princess sheikh shaikh sheik mullah mawlawi maulvi mufti imam ayatollah hojatoleslam haji hajji sayyed sayed
    general gen lieutenant lt colonel col major maj captain capt brigadier brig sergeant sgt commander admiral marshal
    governor gov mayor senator sen representative rep ambassador chancellor judge justice foreign defence defense
    interior secretary deputy former ex engineer eng father sister bishop pope the""".split()
)
PARTICLES: Final = frozenset(
    "al el ul ur ibn bin ben bint von van der den de del della di da du la le".split()
)
SERVANT: Final = re.compile(
    r"\b(?:abd|abdel|abdul|abdal|abdol|abdur|abdus)[\s-]+(?:(?:al|el|ul|ur|us)[\s-]+)?(?=\w)"
)
"""What begins a name such as Abdel Rahman, Abd al-Rahman or Abdul Rahman, which may also be written as one word."""
JOINED: Final = re.compile(r"\babd(?:ul|el|al|ur|ar|er|us)l?(?=[a-z]{4})")
SOUNDS: Final = (
    (re.compile(r"sch|sh|ch"), "s"),
    (re.compile(r"kh|ck|q"), "k"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"dh|th"), "d"),
    (re.compile(r"dj"), "j"),
    (re.compile(r"z"), "s"),
    (re.compile(r"ou|oo|o|w"), "u"),
    (re.compile(r"ei|ai|ay|ey|ee|ie|e|y"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""Letters that one sound is written with when names come from other scripts, the longest first."""
GIVEN: Final = (
    (re.compile(r"m[aiu]ham[aiu]d"), "muhamad"),
    (re.compile(r"ahm[aiu]d"), "ahmad"),
    (re.compile(r"abd[aiu]l[aiu]h?"), "abdala"),
)
"""The given names that are written in most ways."""
ALIKE: Final = 83.0
"""Least likeness, in hundredths, of two words that may be one name written twice: as they sound, `Mounzer` and
`Munther` are alike by 83; `Khalid` and `Khalil`, `Salim` and `Salam` by 80, `Hussein` and `Hassan` by 60."""


@functools.lru_cache(8192)
def folded(name: str) -> tuple[str, ...]:
    """The words of a person's name as they sound, without titles and particles.

    All of `Rami Abdel Rahman`, `Rami Abdul-Rahman` and `Mr Rami Abdulrahman` are one; so is a name with and without
    its accents.
    """
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter)
    )
    plain = re.sub(r"['’`ʿʾ.]", "", plain.casefold().replace("ı", "i"))
    plain = JOINED.sub("abd", SERVANT.sub("abd", plain))
    words = [word for word in re.split(r"[\W_]+", plain) if word]
    kept = [word for word in words if word not in TITLES and word not in PARTICLES]
    return tuple(_sound(word) for word in kept or words)


def same_person(one: str, other: str) -> bool:
    """Whether two names may well be one person's: all words of the shorter are in the longer, in order and sound.

    An initial stands for a name that begins with it, a surname alone for whoever bears it.
    """
    shorter, longer = sorted((folded(one), folded(other)), key=len)
    if not shorter or not _alike(shorter[-1], longer[-1]):
        return False
    place = len(longer) - 1
    for word in reversed(shorter[:-1]):
        place = next((at for at in range(place - 1, -1, -1) if _alike(word, longer[at])), -1)
        if place < 0:
            return False
    return True


def _sound(word: str) -> str:
    for sound, letters in SOUNDS:
        word = sound.sub(letters, word)
    for given, letters in GIVEN:
        if given.fullmatch(word):
            return letters
    return word


def _alike(one: str, other: str) -> bool:
    if one == other or (min(len(one), len(other)) == 1 and one[:1] == other[:1]):
        return True
    if min(len(one), len(other)) < 4 or one[0] != other[0]:
        return False
    from rapidfuzz.fuzz import ratio

    return ratio(one, other) >= ALIKE
