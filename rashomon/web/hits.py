"""The words that were looked for, marked where they stand."""

import re
import unicodedata

from markupsafe import Markup

from rashomon.web.visible import visible

LONGEST, BESIDE = 400, 160
"""Characters of what is said, and of its sentence on either side, that a list shows; the report has all."""

WORD = re.compile(r"[^\W_]+")


def marked(text: str, words: str) -> Markup:
    """The text as HTML with each of these words marked, as the ledger compares them: letters alone count,
    without accents and capitals."""
    wanted = {_folded(word) for word in WORD.findall(words)}
    if not wanted:
        return visible(text)
    parts, done = [], 0
    for match in WORD.finditer(text):
        if _folded(match[0]) in wanted:
            parts += [visible(text[done : match.start()]), Markup("<b>{}</b>").format(match[0])]
            done = match.end()
    return Markup("").join([*parts, visible(text[done:])])


def in_place(sentence: str, content: str, words: str) -> Markup:
    """What is said, in the sentence in which it stands; alone where the sentence does not hold it in one piece."""
    content = " ".join(content.split())
    before, found, after = sentence.partition(content)
    if not found:
        before, content = "", _cut(content, LONGEST)
    return Markup("{}<em>{}</em>{}").format(
        marked(_cut(before[::-1], BESIDE)[::-1], words),
        marked(_cut(content, LONGEST), words),
        marked(_cut(after, BESIDE), words),
    )


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most].rstrip()} …"


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
