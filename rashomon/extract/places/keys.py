"""Keys by which a name is found however it is written: accents, hyphens and, loosely, transliteration."""

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

HASH_BITS = 43
"""Bits of a key's hash that the gazetteer keeps: of a million names, none is likely to be taken for another."""
_LETTERS = str.maketrans("øłđðıßþæœ", "oldđisþao") | {ord("đ"): "d", ord("þ"): "t", ord("ß"): "s"}
_MARKS = re.compile(r"[’‘'`ʻʼʿʾ′ˈ\"“”.·]+")
_GAPS = re.compile(r"[\W_]+")
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_ARTICLES = frozenset("al el ad ar as ash at az an e i ul ol il ye us ud and".split())
_SOUNDS = (
    (re.compile(r"kh"), "x"),
    (re.compile(r"sh|sch|ch|tch"), "c"),
    (re.compile(r"dj|dzh|zh"), "j"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"[dt]h"), "t"),
    (re.compile(r"ck|q"), "k"),
    (re.compile(r"[ao][uw](?=[^aeiou]|$)|oo|o"), "u"),
    (re.compile(r"w"), "v"),
    (re.compile(r"[ae][iy](?=[^aeiou]|$)|ee|iy|yy|ie(?=[^aeiou])|y|e"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=[aiu])h$"), ""),
)


@lru_cache(maxsize=1 << 14)
def plain(name: str) -> str:
    """A name in lower case without accents, apostrophes and hyphens: `Deir ez-Zor` is `deir ez zor`."""
    low = name.lower()
    if not low.isascii():
        parts = unicodedata.normalize("NFKD", low.translate(_LETTERS))
        low = "".join(one for one in parts if not unicodedata.combining(one))
    words = _GAPS.sub(" ", _MARKS.sub("", low)).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(_SHORT.get(word, word) for word in words)


def loose(plain_name: str) -> str:
    """A plain name by its sound, as transliterations vary: `Khan Sheikhoun`, `Khan Shaykhun`."""
    words = plain_name.split()
    kept = [word for word in words if word not in _ARTICLES] or words
    sound = "".join(kept)
    for written, heard in _SOUNDS:
        sound = written.sub(heard, sound)
    return sound


def skeleton(sound: str) -> str:
    """The consonants of a sound, with its first letter: vowels vary most."""
    return sound[:1] + re.sub(r"[aiu]", "", sound[1:])


def hashed(key: str) -> int:
    """A key as the gazetteer stores it: a number of `HASH_BITS` bits, the same on every machine."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big") >> (64 - HASH_BITS)
