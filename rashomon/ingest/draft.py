"""What a reader takes out of raw bytes, before fields from all sides are weighed."""

from dataclasses import dataclass

from rashomon.model import Given


@dataclass(frozen=True, slots=True)
class Draft:
    """A clean text and what its own container or markup says of it."""

    text: str
    fields: tuple[Given, ...] = ()
    """Strongest first."""
    language: str | None = None
    """As declared, in any spelling."""
    language_by: str = ""
