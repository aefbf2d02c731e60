"""How the codebooks of the field turn the words of a count into numbers."""

from dataclasses import replace
from typing import Final, Literal, get_args

from rashomon.model import Figure

CountRule = Literal["words", "ucdp", "acled"]
COUNT_RULES: Final[tuple[CountRule, ...]] = get_args(CountRule)

PLURAL: Final = 3
"""ACLED's number for people in the plural without any number; 10 where the context is heavy fighting."""
_WORDS: Final = {
    "tens": 10,
    "dozen": 12,
    "dozens": 12,
    "score": 20,
    "scores": 20,
    "hundred": 100,
    "hundreds": 100,
    "thousand": 1_000,
    "thousands": 1_000,
    "million": 1_000_000,
    "millions": 1_000_000,
}


def counted(figure: Figure, rule: CountRule, *, plural: int = PLURAL) -> Figure:
    """The figure with the numbers that a codebook gives it, and in its `rule` the name of what fired.

    - `words`: as the report words it; words that give no number get none.
    - `ucdp`: low, best and high. Where the words set only a floor, the floor is the best estimate, as UCDP GED's
      best is its most reliable and cautious total; words that give no number mean at least one person, GED's
      threshold for an event (UCDP GED codebook, "best", "low", "high" and the definition of an event). It
      publishes no number for `dozens`, so best and high stay empty.
    - `acled`: one number, the lowest that the words allow. Without a number: tens 10, dozens 12, hundreds 100, and so
      on; any other plural is `plural`, 3 or 10; `casualties` without more are no deaths, 0 (ACLED codebook,
      "Reported fatalities"). `Scores` as 20 and numbers joined by `of` (`tens of thousands`) go on in the same way.

    Both codebooks count deaths only; their rules are used here for other harm in the same way.
    """
    if rule == "ucdp":
        return _ucdp(figure)
    return _acled(figure, plural) if rule == "acled" else figure


def _ucdp(figure: Figure) -> Figure:
    if figure.bound == "vague":
        return replace(figure, low=1, best=None, high=None, rule="ucdp: no number = at least 1")
    if figure.bound in ("at_least", "more_than", "range"):
        return replace(figure, best=figure.low, rule="ucdp: best = the floor")
    return replace(figure, rule=f"ucdp: {figure.bound.replace('_', ' ')} as worded")


def _acled(figure: Figure, plural: int) -> Figure:
    if figure.bound == "at_most":
        return replace(figure, rule="acled: at most N has no lowest number")
    words = figure.text.lower().split()
    number, why = figure.low, "the lowest number"
    if number is None and figure.kind == "other" and any(word.startswith("casualt") for word in words):
        number, why = 0, "casualties = 0"
    elif number is None:
        number, why = _spoken(words, plural)
    return replace(figure, low=number, best=number, high=number, rule=f"acled: {why}")


def _spoken(words: list[str], plural: int) -> tuple[int, str]:
    """The number of words that give none, and the rule: `dozens = 12`."""
    said = [word for word in words if word in _WORDS]
    number = 1
    for word in said:
        number *= _WORDS[word]
    return (number, f"{' of '.join(said)} = {number}") if said else (plural, f"plural = {plural}")
