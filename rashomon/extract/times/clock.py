"""What relative words count from: the day of publication, the last day named before, the tense around them."""

import re
from dataclasses import dataclass
from datetime import date

from rashomon.extract.times.periods import DAY, Sense

REACH = 160
"""Characters to either side in which the verb of a time is looked for."""
BREAK = re.compile(r"[.;?!\n“”\"](?=\s|$)")
FUTURE = re.compile(
    r"\b(?:(?P<future>(?:will|would|shall|won’t|won't|may|might|could|to\sbe|is\sto|are\sto|due|planned|plans|"
    r"scheduled|expected|expects|set\sto|going\sto|intends?|hopes|upcoming|deadline|until|till)\b(?:\s\w+){0,2})"
    r"|(?:was|were|has|have|had|said|told|came|went|began|took|gave|led|left|met|made|found|rose|fell|hit|\w{3,}ed)\b)"
)


@dataclass(slots=True)
class Clock:
    """Where a reading stands: moves on with each time that is resolved."""

    text: str
    published: date | None
    last: Sense | None = None
    last_at: int = 0

    def note(self, sense: Sense, at: int) -> None:
        """Remember a date that later words may count from."""
        if sense.kind in {"date", "time"} and sense.start and sense.end:
            self.last, self.last_at = sense, at

    def reference(self) -> date | None:
        """The first day of the nearest date before in the text, else the day of publication."""
        return self.last.start if self.last else self.published

    def same_sentence(self, at: int) -> date | None:
        """The day named before in the same sentence, else the day of publication."""
        if self.last and self.last.start == self.last.end and not BREAK.search(self.text, self.last_at, at):
            return self.last.start
        return self.published

    def ahead(self, start: int, end: int) -> bool | None:
        """Whether the clause looks forward from publication: True, False, or None where no verb says.

        The nearest verb before the time decides, else the first one after it.
        """
        low = max(0, start - REACH)
        before = self.text[low:start]
        breaks = list(BREAK.finditer(before))
        marks = list(FUTURE.finditer(before, breaks[-1].end() if breaks else 0))
        if not marks:
            stop = BREAK.search(self.text, end, end + REACH)
            found = FUTURE.search(self.text, end, stop.start() if stop else end + REACH)
            marks = [found] if found else []
        return bool(marks[-1]["future"]) if marks else None

    def weekday(self, number: int, start: int, end: int) -> date | None:
        """The last such day up to publication; the next one where the clause looks forward."""
        if self.published is None:
            return None
        back = (self.published.weekday() - number) % 7
        if self.ahead(start, end):
            return self.published + DAY * ((7 - back) % 7)
        return self.published - DAY * back
