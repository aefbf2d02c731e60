"""The words that were looked for, marked where they stand."""

import re
import unicodedata

from markupsafe import Markup

from rashomon.web.visible import visible

WORD = re.compile(r"[^\W_]+")


def marked(text: str, words: str) -> Markup:
    """The text as HTML with each of these words marked, as the ledger compares them: letters alone count,
    without accents and capitals."""
    wanted = {_folded(word) for word in WORD.findall(words)}
    parts, done = [], 0
    for match in WORD.finditer(text):
        if _folded(match[0]) in wanted:
            parts += [visible(text[done : match.start()]), Markup("<b>{}</b>").format(match[0])]
            done = match.end()
    return Markup("").join([*parts, visible(text[done:])])


def _folded(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
