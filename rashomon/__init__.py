"""Who says so? A ledger of attributed claims read from news reports.

>>> import rashomon
>>> reading = rashomon.read("The ministry denied that any shell fell on the market.")
>>> reading.statements[0].act
'denies'
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rashomon.model import Reading

__all__ = ["__version__", "read"]
__version__ = "0.1.0"


def read(text_or_path: str | Path, *, outlet: str | None = None, published: str | None = None) -> "Reading":
    """The reading of one report: a file, or the text itself.

    A string is a file if there is one of that name, otherwise it is the text. Raises Unreadable where no
    report can be read, or where the file holds more than one: for those see `rashomon.pipeline.read`.
    """
    from rashomon import ingest, pipeline
    from rashomon.errors import Unreadable
    from rashomon.model import Given, Raw, Refusal

    given = Given(outlet=outlet, published=published)
    if isinstance(text_or_path, str) and not _is_file(text_or_path):
        raw = Raw(text_or_path.encode(), "text/plain", "text", given=(given,))
        return pipeline.read_report(ingest.extract(raw))
    found = list(pipeline.read([str(text_or_path)], given))
    if len(found) != 1 or isinstance(found[0], Refusal):
        refused = next((one.reason for one in found if isinstance(one, Refusal)), None)
        raise Unreadable(refused or f"{text_or_path} holds {len(found)} reports, and one is read here")
    return found[0]


def _is_file(text: str) -> bool:
    """Whether `text` names a file. What the system takes for no possible name, is none."""
    try:
        return Path(text).is_file()
    except (OSError, ValueError):  # too long, or with a NUL
        return False
