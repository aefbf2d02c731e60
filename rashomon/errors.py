"""Everything that Rashomon raises on purpose.

RashomonError
├── Unreadable     an input that cannot be read as a report
├── LedgerError    a ledger that cannot be opened or written
│   ├── LedgerMissing
│   └── LedgerTooNew
├── NotFound       a question about something that the ledger does not hold
└── Misjudged      a judgement that does not fit what it is on

The library raises and never prints; `cli` and `web` each turn these into words in one place.
"""


class RashomonError(Exception):
    """Base of every error below; its text is one sentence that a user can act on."""


class Unreadable(RashomonError):
    """An input that cannot be read as a report: what is wrong with it, and what to do."""

    def __init__(self, reason: str, remedy: str = "") -> None:
        self.reason = reason
        self.remedy = remedy
        super().__init__(f"{reason}; {remedy}" if remedy else reason)

    def __reduce__(self) -> tuple[type["Unreadable"], tuple[str, str]]:
        """Let the two parts survive the way back from a worker process."""
        return type(self), (self.reason, self.remedy)


class LedgerError(RashomonError):
    """A ledger that cannot be opened or written."""


class LedgerMissing(LedgerError):
    """A question was asked of a ledger file that does not exist."""


class LedgerTooNew(LedgerError):
    """The ledger was written by a newer Rashomon than this one."""


class NotFound(RashomonError):
    """The ledger does not hold what was asked for."""


class Misjudged(RashomonError):
    """A judgement that does not fit what it is on, or says what cannot be."""
