"""What changed from one version of a text to another: words taken out, words put in."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from markupsafe import Markup

from rashomon.web.visible import visible

FINE = 3000
"""Words of a changed stretch that are still compared one by one; longer ones are shown as wholly changed."""

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


def changes(old: str, new: str) -> list[Markup]:
    """The paragraphs of both texts together, in order, with what was taken out and put in marked."""
    before, after = _paragraphs(old), _paragraphs(new)
    found = []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            found += [visible(text) for text in after[c:d]]
        else:
            found += _stretch("\n".join(before[a:b]), "\n".join(after[c:d]))
    return found


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _stretch(old: str, new: str) -> Iterator[Markup]:
    """A changed stretch, word by word where it is not too long."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if not before or not after or len(before) + len(after) > FINE:
        yield from (_out(line) for line in old.split("\n") if line)
        yield from (_in(line) for line in new.split("\n") if line)
        return
    parts: list[Markup] = []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = "".join(before[a:b]), "".join(after[c:d])
        parts += [visible(come)] if what == "equal" else [_out(gone), _in(come)]
    yield Markup("").join(parts)


def _out(text: str) -> Markup:
    return Markup("<del>{}</del>").format(visible(text)) if text else Markup("")


def _in(text: str) -> Markup:
    return Markup("<ins>{}</ins>").format(visible(text)) if text else Markup("")
