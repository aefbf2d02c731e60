"""Files in, reports out: `find` yields the raw bytes of each report, `extract` reads one of them.

Nothing here fetches, stores or prints. `docs/ingest.md` says which inputs are understood and, for each
field of a report, who is believed first.
"""

from collections.abc import Iterator, Sequence

from rashomon.model import Given, Raw, Refusal, Report

__all__ = ["extract", "find"]


def find(paths: Sequence[str], given: Given) -> Iterator[Raw | Refusal]:
    """The reports at `paths`, in order, one at a time, and a refusal for each input that holds none.

    A path is a file, a folder (read with all below it), a glob, or `-` for standard input. Containers are
    streamed. Whether a text can be read is found out by `extract`, which may run in another process.
    """
    from rashomon.ingest.paths import find as find_all

    return find_all(paths, given)


def extract(raw: Raw) -> Report:
    """The report in `raw`: a pure function, so that archived bytes give the same report at any time.

    Raises Unreadable where there is no text that can be read.
    """
    from rashomon.ingest.report import extract as extract_one

    return extract_one(raw)
