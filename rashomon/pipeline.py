"""From files to readings, and from readings into a ledger. The only module that knows the order of the stages."""

import functools
import multiprocessing
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from rashomon import annotate, ingest
from rashomon.errors import RashomonError, Unreadable
from rashomon.extract.statements import READER, read_statements
from rashomon.model import Given, Raw, Reading, Refusal, Report

LANGUAGE = "en"
IN_FLIGHT = 8
"""Reports waiting per process: enough to keep all busy, few enough for a container of any size."""

Found = Reading | Refusal
HELD = "held"


@dataclass(slots=True)
class Summary:
    """What became of each input of an `add`."""

    added: int = 0
    held: int = 0
    statements: int = 0
    not_read: Counter[str] = field(default_factory=Counter)
    refused: list[Refusal] = field(default_factory=list)


def read(paths: Sequence[str], given: Given | None = None) -> Iterator[Found]:
    """A reading of every report at `paths`, in order, and a refusal for every input that holds none."""
    for raw in ingest.find(paths, given or Given()):
        yield raw if isinstance(raw, Refusal) else _settled(raw)


def read_report(report: Report) -> Reading:
    """What `report` says, and by whom. A report that is not in English is left unread, with the reason."""
    if report.language != LANGUAGE:
        return Reading(report, (), _read_by(), not_read=f"language {report.language or 'unknown'}")
    return Reading(report, read_statements(report.id, annotate.annotate(report.text)), _read_by())


def add(
    ledger: Path,
    paths: Sequence[str],
    given: Given | None = None,
    *,
    jobs: int = 1,
    on_each: Callable[[Summary], None] = lambda summary: None,
) -> Summary:
    """Read the reports at `paths` into `ledger`, one transaction a report, and say what became of each.

    A report that the ledger holds is not read again, so the same call after a crash goes on where it stopped.
    `jobs` processes read; one writes, in the order of `paths`. `on_each` is called after every input.
    Raises LedgerError where the ledger cannot be written.
    """
    from rashomon.store.writer import Writer

    summary = Summary()
    with Writer(ledger) as writer:
        for raw, found in _readings(ledger, ingest.find(paths, given or Given()), jobs):
            if isinstance(found, Refusal):
                summary.refused.append(found)
            elif found is None or raw is None or not writer.add(found, raw):
                summary.held += 1
            else:
                summary.added += 1
                summary.statements += len(found.statements)
                if found.not_read:
                    summary.not_read[found.not_read] += 1
            on_each(summary)
    return summary


def _readings(
    ledger: Path, raws: Iterator[Raw | Refusal], jobs: int
) -> Iterator[tuple[Raw | None, Found | None]]:
    """Each input with its reading, in order; None in its place where the ledger holds the report."""
    if jobs == 1:
        for raw in raws:
            yield (None, raw) if isinstance(raw, Refusal) else (raw, _unless_held(ledger, raw))
        return
    # Workers are spawned: a forked copy of a process that has threads or an open ledger is not safe.
    pool = ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))
    waiting: deque[tuple[Raw | None, Future[Found | None] | Refusal]] = deque()
    try:
        for raw in raws:
            refused = isinstance(raw, Refusal)
            waiting.append((None, raw) if refused else (raw, pool.submit(_unless_held, ledger, raw)))
            if len(waiting) >= jobs * IN_FLIGHT:
                yield _first(waiting)
        while waiting:
            yield _first(waiting)
    except BrokenProcessPool as error:
        raise RashomonError(
            "a reading process died, most likely for want of memory; what was added is safe: "
            "run the same command again with fewer --jobs to go on"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _first(
    waiting: deque[tuple[Raw | None, "Future[Found | None] | Refusal"]],
) -> tuple[Raw | None, Found | None]:
    raw, found = waiting.popleft()
    return raw, found if isinstance(found, Refusal) else found.result()


def _unless_held(ledger: Path, raw: Raw) -> Found | None:
    """The reading of `raw`, or None where the ledger holds the report already."""
    return _settled(raw, lambda report: _view(ledger).holds(report.id))


def _settled(raw: Raw, held: Callable[[Report], bool] = lambda report: False) -> "Found | None":
    """The reading of `raw`; a refusal where it cannot be read. One bad report never ends a batch."""
    try:
        report = ingest.extract(raw)
        return None if held(report) else read_report(report)
    except Unreadable as error:
        return Refusal(raw.path, raw.part, str(error))
    except RashomonError:
        raise
    except Exception as error:
        reason = f"Rashomon failed on it ({type(error).__name__}: {error}); please report this with the file"
        return Refusal(raw.path, raw.part, reason)


@functools.cache
def _view(ledger: Path) -> "View":
    from rashomon.store.view import View

    return View(ledger)


@functools.cache
def _read_by() -> dict[str, str]:
    return {
        "rashomon": version("rashomon"),
        "reader": READER,
        "trafilatura": version("trafilatura"),
        **annotate.versions(),
    }
