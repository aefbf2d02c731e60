"""Names of outlets: which words sound like one."""

import re

# What newspapers, agencies and stations call themselves; a list of kinds of names, not of outlets.
_LAST = frozenset(
    """agency broadcasting bulletin chronicle courier daily digest dispatch echo examiner express gazette
    globe guardian herald independent inquirer journal ledger magazine mail mercury messenger mirror monitor
    news newspaper observer post press radio reporter review sentinel standard
    star sun telegraph television times tribune tv voice weekly wire witness""".split()
)
_FIRST = frozenset("agence daily echo journal radio times tv voice".split())
_SMALL = frozenset("of the and for in & al".split())
_WORD = re.compile(r"[\w'’.&-]+")


def looks_like_outlet(name: str) -> bool:
    """Whether a short line such as `The Harbour Post` can only be the name of an outlet."""
    words = _WORD.findall(name)
    if not 2 <= len(words) <= 5 or name[-1] in ".?!:;,":
        return False
    if not all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words):
        return False
    plain = [word.lower() for word in words if word != "The"]
    if all(word in _LAST for word in plain) and plain[0] != "daily":
        return len(plain) < len(words)  # `The Guardian`; but `Press Agency` is nobody's name
    return plain[-1] in _LAST or plain[0] in _FIRST
