"""When two spellings are one name."""

import re

POSSESSIVE = re.compile(r"['’]s?$")
_ARTICLE = re.compile(r"^the\s+", re.I)
_DOT = re.compile(r"(?<=\b[A-Z])\.")
SHORT = 4
"""Letters up to which a name in capitals is another than the same in small letters: `IS`, `US`, `WHO`."""


def key(words: str) -> str:
    """What all spellings of one name have in common: no article, no dots in initials, no capitals.

    A name in capitals of up to four letters keeps them.
    """
    bare = _DOT.sub("", _ARTICLE.sub("", words.strip(), count=1)).replace("’", "'")
    return bare if bare.isupper() and len(bare) <= SHORT else bare.casefold()


def keys(words: str) -> list[str]:
    """The keys that `words` may be found by, the likeliest first.

    A possessive may have lost its apostrophe (`Syrias`), a plural stands for its singular (`Syrians`), and a longer
    name may stand in capitals.
    """
    bare = POSSESSIVE.sub("", words.strip())
    spellings = (bare, bare[:-1]) if bare.endswith("s") else (bare,)
    return [one for spelling in spellings for one in (key(spelling), spelling.casefold()) if one]
