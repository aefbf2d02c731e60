"""Which language a text is in, by the text itself."""

import functools
import re
from typing import Any

SAMPLE = 2000
"""Characters looked at: enough to be sure, and a long text costs no more than a short one."""
MIN_LETTERS = 40
"""Below, what the markup declares is the better witness."""
MIN_CONFIDENCE = 0.5
ENGLISH = frozenset("the of and to that was were said by from with which".split())
PLAINLY, FEWEST = 0.12, 40
"""From this share of such words on, among at least so many, a text can be nothing but English."""
CODE = re.compile(r"[a-z]{2}(?=$|[-_])", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


def of_text(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; None if the text is too short to tell.

    Names are asked last: twenty English words with ten Arabic names among them pass for Malay, and the
    other ten are plainly English.
    """
    sample = text[:SAMPLE]
    if len(_LETTER.findall(sample)) < MIN_LETTERS:
        return None
    if _plainly_english(sample):
        return "en"
    return _classify(_without_names(sample)) or _classify(sample)


def _plainly_english(sample: str) -> bool:
    """Whether the commonest English words are so many that no model need be asked, which takes most of a second."""
    words = sample.lower().split()
    return len(words) >= FEWEST and sum(word in ENGLISH for word in words) >= PLAINLY * len(words)


def _classify(sample: str) -> str | None:
    if not _LETTER.search(sample):
        return None
    code, confidence = _identifier().classify(sample)
    return str(code) if confidence >= MIN_CONFIDENCE else None


def _without_names(sample: str) -> str:
    """The words without a capital (`al-Hassan` has one); scripts without capitals stay whole."""
    return " ".join(word for word in sample.split() if word == word.lower())


def declared(value: str | None) -> str | None:
    """The ISO 639-1 code in a declaration such as `en-GB`, or None."""
    match = CODE.match(value.strip()) if value else None
    return match[0].lower() if match else None


@functools.cache
def _identifier() -> Any:
    """The model, loaded once, held to languages with a two-letter code."""
    from py3langid import langid

    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in identifier.labels if len(code) == 2])
    return identifier
