"""What relative words count from: the day of publication, the last day named before, the tense around them."""

import re
from dataclasses import dataclass, field
from datetime import date

from rashomon.extract.times.periods import DAY, Sense

REACH = 160
"""Characters to either side in which the verb of a time is looked for."""
BREAK = re.compile(r"[.;?!\n“”\"](?=\s|$)")
FUTURE = re.compile(
    r"\b(?:(?P<future>(?:will|would|shall|won’t|won't|may|might|could|to\sbe|is\sto|are\sto|due|"
    r"plan(?:s|ned)?\s(?:to|for)|scheduled|expected\sto|expects|set\sto|going\sto|intends?|hopes|upcoming|deadline|until|till)\b(?:\s\w+){0,2})"
    r"|(?:was|were|had|said|told|came|went|began|took|gave|led|left|met|made|found|rose|fell|hit|\w{3,}ed)\b)"
)


FINENESS = {"time": 0, "day": 0, "days": 1, "week": 1, "month": 2, "months": 3, "year": 3, "years": 3}
UNITS = {"second": 0, "minute": 0, "hour": 0, "day": 0, "week": 1, "weekend": 1, "fortnight": 1, "month": 2}


@dataclass(slots=True)
class Clock:
    """Where a reading stands: moves on with each time that is resolved."""

    text: str
    published: date | None
    named: list[date | None] = field(default_factory=lambda: [None] * 4)
    day_at: int = 0

    def note(self, sense: Sense, at: int) -> None:
        """Remember a date that later words may count from."""
        if sense.kind in {"date", "time"} and sense.start and sense.precision:
            fine = FINENESS[sense.precision]
            self.named[fine:] = [sense.start] * (4 - fine)
            self.day_at = at if fine == 0 else self.day_at

    def reference(self, unit: str) -> date | None:
        """The nearest date before in the text that is fine enough to count such units from, else publication."""
        return self.named[UNITS.get(unit, 3)] or self.published

    def same_sentence(self, at: int) -> date | None:
        """The day named before in the same sentence, else the day of publication."""
        day = self.named[0]
        return self.published if day is None or BREAK.search(self.text, self.day_at, at) else day

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

    def weekday(self, published: date, number: int, start: int, end: int) -> date:
        """The last such day up to publication; the next one where the clause looks forward."""
        back = (published.weekday() - number) % 7
        if self.ahead(start, end):
            return published + DAY * ((7 - back) % 7)
        return published - DAY * back
