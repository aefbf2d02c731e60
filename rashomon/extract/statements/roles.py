"""Who holds an office in a report: whom "the ambassador" or "Dorven's envoy to the talks" stands for."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from rashomon.extract.statements.names import is_office

BESIDE = 90
"""Characters before and behind a name in which its office stands."""
AHEAD = 1500
"""How far behind a role the name of its holder is looked for: a lead gives the role, the next paragraphs the name."""
OPENING = 500
"""Characters of a report in which it tells roles before names."""
NEAR = 40
OPENS = re.compile(r"(?:^|[.!?,”\"\n]\s*)$")
EMPTY = frozenset(
    "the a an of for to in at on and s his her its their top senior former deputy chief".split()
)

Person = tuple[int, int, str]


class Roles:
    """The offices of the people named in a text."""

    def __init__(self, text: str, people: Sequence[Person]) -> None:
        self.people = [one for one in people if " " in one[2]]
        self._offices = [_around(text, start, end) for start, end, _ in self.people]
        self._speaks = [bool(OPENS.search(text, max(0, start - 4), start)) for start, _, _ in self.people]

    def holder(self, words: str, start: int, end: int) -> str | None:
        """The name of the person who holds the office that `words` at [start, end) tell, or None.

        Whoever shares its noun and most other words, the nearest before rather than behind. A role that a report
        opens with is named soon after.
        """
        asked = _words(words)
        nouns = {word for word in asked if is_office(word)}
        at = bisect_left(self.people, (start, 0, ""))
        best, found = (0, 0), None
        for n in range(max(0, at - NEAR), min(len(self.people), at + NEAR)):
            first, _, name = self.people[n]
            if first > end + AHEAD or not nouns & self._offices[n]:
                continue
            shared = len((asked & self._offices[n]) - EMPTY)
            nearness = -abs(first - start) - (AHEAD if first > end else 0)
            if found is None or (shared, nearness) > best:
                best, found = (shared, nearness), name
        if (
            best[0] < 2
            and start < OPENING
            and at < len(self.people)
            and self.people[at][0] < end + AHEAD // 2
        ):
            return self.people[at][2] if self._speaks[at] else found
        definite = re.match(r"(?:the|that)\s", words, re.I)
        return found if best[0] > 1 or definite else None


def _around(text: str, start: int, end: int) -> set[str]:
    """The words of the office beside a name: before it in its clause, or in an apposition behind."""
    before = re.split(r"[,;:.!?“”\"]\s|\n", text[max(0, start - BESIDE) : start])[-1]
    behind = re.match(r",?[^\S\n]+(?:an?\s|the\s|who is\s|head\s|\w+\s)[^,;.\n]*|", text[end : end + BESIDE])
    after = behind[0] if behind else ""
    told = after if text[end : end + 1] == "," or any(map(is_office, after.split()[:3])) else ""
    return _words(before) | _words(told)


def _words(text: str) -> set[str]:
    return {re.sub(r"['’]s?$", "", word) for word in re.findall(r"[\w'’-]+", text.lower())}
