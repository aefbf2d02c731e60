"""Names of outlets: which words sound like one."""

import re

# What newspapers, agencies and stations call themselves; a list of kinds of names, not of outlets.
_KINDS = frozenset(
    """agency broadcasting bulletin chronicle courier daily dispatch echo examiner express gazette globe
    guardian herald independent inquirer journal ledger magazine mail mercury messenger mirror monitor news
    newspaper observer online outlook post press radio record register reporter review sentinel service
    standard star sun telegraph television times today tribune tv voice weekly wire witness world""".split()
)
_WORD = re.compile(r"[\w'’.&-]+")


def looks_like_outlet(name: str) -> bool:
    """Whether a short line such as `The Harbour Post` can only be the name of an outlet."""
    words = _WORD.findall(name)
    if not 2 <= len(words) <= 6 or name[-1] in ".?!:;,":
        return False
    small = ("of", "the", "and", "for", "in", "&", "al")
    if not all(word[0].isupper() or word[0].isdigit() or word in small for word in words):
        return False
    return any(word.lower() in _KINDS for word in (words[0], words[-1], words[1]))
