"""Where words stand in a report.

Offsets count Unicode code points of the report's clean text, start included, end excluded
(the convention of the W3C TextPositionSelector).
"""

from dataclasses import dataclass

from rashomon.model.record import about

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a report, verbatim, with the place where they stand."""

    text: str = about("The words as they stand in the report; pieces are joined by one space.")
    spans: tuple[Span, ...] = about("Where they stand: [start, end) pairs in order, in characters.")

    @classmethod
    def of(cls, text: str, spans: tuple[Span, ...]) -> "Words":
        """The words that `text` has at `spans`.

        Raises ValueError where a span is empty, out of order or outside the text: a record
        whose words are not in the report cannot be made.
        """
        before = 0
        for start, end in spans:
            if not before <= start < end <= len(text):
                raise ValueError(f"spans {spans!r} do not fit a text of {len(text)} characters")
            before = end
        return cls(" ".join(text[start:end] for start, end in spans), spans)

    @property
    def start(self) -> int:
        """Where the first piece begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where the last piece ends."""
        return self.spans[-1][1]
