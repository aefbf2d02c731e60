"""Plain text: the file's own characters, so that offsets fit the file."""

from rashomon.ingest import decode
from rashomon.ingest.draft import Draft
from rashomon.model import Raw


def read(raw: Raw) -> Draft:
    """The text as it stands; line ends stay as they are. Raises Unreadable if it cannot be decoded."""
    encoding = next((given.encoding for given in raw.given if given.encoding), None)
    return Draft(text=decode.text(raw.data, encoding))
