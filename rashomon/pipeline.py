"""From files to readings, and into a ledger: the only module that knows the order of the stages."""

import functools
import multiprocessing
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from rashomon import annotate, ingest
from rashomon.codebook import actors
from rashomon.errors import RashomonError, Unreadable
from rashomon.extract.events import read_events
from rashomon.extract.figures import read_figures
from rashomon.extract.places import read_places
from rashomon.extract.statements import READER, read_statements
from rashomon.extract.times import read_times
from rashomon.model import Given, Raw, Reading, Refusal, Report

if TYPE_CHECKING:
    from rashomon.link.traces import Traces
    from rashomon.store.view import View

R = TypeVar("R")
T = TypeVar("T")

LANGUAGE = "en"
IN_FLIGHT = 8
"""Reports waiting per process: enough to keep all busy, few enough for a container of any size."""

Found = Reading | Refusal
Linkable = tuple[Reading, "Traces"]
"""A reading with what links it to others."""


@dataclass(slots=True)
class Summary:
    """What became of each input of an `add`."""

    added: int = 0
    held: int = 0
    statements: int = 0
    not_read: Counter[str] = field(default_factory=Counter)
    refused: list[Refusal] = field(default_factory=list)
    reports: list[str] = field(default_factory=list)
    """Ids of the reports added, in order."""


def read(paths: Sequence[str], given: Given | None = None) -> Iterator[Found]:
    """A reading of every report at `paths`, in order, and a refusal for every input that holds none."""
    for raw in ingest.find(paths, given or Given()):
        if isinstance(raw, Refusal):
            yield raw
        else:
            report = _extracted(raw)
            yield report if isinstance(report, Refusal) else _settled(raw, report, read_report)


def read_report(report: Report) -> Reading:
    """What `report` says, and by whom. A report that is not in English is left unread, with the reason."""
    if report.language != LANGUAGE:
        return Reading(report, (), _read_by(), not_read=f"language {report.language or 'unknown'}")
    annotation = annotate.annotate(report.text)
    statements = read_statements(report, annotation)
    figures = read_figures(report, statements)
    times = read_times(report)
    places = read_places(report, annotation)
    events = read_events(report, annotation, statements, figures, times, places)
    return Reading(report, statements, _read_by(), None, figures, times, places, events)


def add(
    ledger: Path,
    paths: Sequence[str],
    given: Given | None = None,
    *,
    jobs: int = 1,
    on_each: Callable[[Summary], None] = lambda summary: None,
) -> Summary:
    """Read the reports at `paths` into `ledger`, link each to the others, and say what became of it.

    A report and its links are one transaction.

    A report that the ledger holds is not read again, so the same call after a crash goes on where it stopped.
    `jobs` processes read; one writes, in the order of `paths`. `on_each` is called after every input.
    Raises LedgerError where the ledger cannot be written.
    """
    from rashomon.link.linker import add_links
    from rashomon.store.writer import Writer

    summary = Summary()
    with Writer(ledger) as writer:
        for raw, found in _readings(ledger, ingest.find(paths, given or Given()), jobs):
            if isinstance(found, Refusal):
                summary.refused.append(found)
            elif (
                found is None
                or isinstance(raw, Refusal)
                or not writer.add(found[0], raw, add_links(ledger, *found))
            ):
                summary.held += 1
            else:
                reading, _ = found
                summary.added += 1
                summary.reports.append(reading.report.id)
                summary.statements += len(reading.statements)
                if reading.not_read:
                    summary.not_read[reading.not_read] += 1
            on_each(summary)
    return summary


def link(
    ledger: Path,
    *,
    rebuild: bool = False,
    jobs: int = 1,
    on_each: Callable[[int, int], None] = lambda done, of: None,
) -> int:
    """Link the reports that the ledger holds and that are not linked yet; how many they were.

    With `rebuild` all links are forgotten first, so all are made again; people's judgements stay and count. One
    transaction a report: after a crash the same call, without `rebuild`, goes on where it stopped. `jobs` processes
    prepare, one writes. `on_each` is called with how many are done, of how many. Raises LedgerError.
    """
    from rashomon.link import linker
    from rashomon.store import View, Writer

    with Writer(ledger) as writer:
        if rebuild:
            linker.unlink_all(writer)
        with View(ledger) as view:
            missing = linker.unlinked(view)
        for done, (_, (reading, found)) in enumerate(_spread(_traced, ledger, missing, jobs), 1):
            linker.link(writer, reading, found)
            on_each(done, len(missing))
    return len(missing)


def reread(
    ledger: Path,
    reports: Sequence[str] | None = None,
    *,
    jobs: int = 1,
    on_each: Callable[[Summary], None] = lambda summary: None,
) -> Summary:
    """Read these reports, or all, again from their archived bytes, and link what became of them.

    `Summary.added` counts those that read differently now, `held` those that do not. People's judgements are kept, also
    where what they are on is no more. Where a report cannot be read any more it stays as it is. Raises LedgerError.
    """
    from rashomon.link import linker
    from rashomon.store import View, Writer

    summary = Summary()
    with Writer(ledger) as writer:
        with View(ledger) as view:
            chosen = view.ids() if reports is None else [*reports]
        for old, (raw, found) in _spread(_again, ledger, chosen, jobs):
            if isinstance(found, Refusal):
                summary.refused.append(found)
            elif found is None:
                summary.held += 1
            else:
                reading, _ = found
                before, after = linker.remove_links(ledger, old), linker.add_links(ledger, *found)
                writer.replace(old, reading, raw, before, after)
                summary.added += 1
                summary.statements += len(reading.statements)
            on_each(summary)
    return summary


def _readings(
    ledger: Path, raws: Iterator[Raw | Refusal], jobs: int
) -> Iterator[tuple[Raw | Refusal, Linkable | Refusal | None]]:
    """Each input with its reading, in order; None in its place where the ledger holds the report."""
    return _spread(_unless_held, ledger, raws, jobs)


def _spread(
    work: Callable[["View", T], R], ledger: Path, things: Iterable[T], jobs: int
) -> Iterator[tuple[T, R]]:
    """Each thing with what `work` makes of it, in order; `jobs` processes work."""
    if jobs == 1:
        from rashomon.store import View

        with View(ledger) as view:
            for thing in things:
                yield thing, work(view, thing)
        return
    # Workers are spawned: a forked copy of a process that has threads or an open ledger is not safe.
    pool = ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))
    waiting: deque[tuple[T, Future[R]]] = deque()
    try:
        for thing in things:
            waiting.append((thing, pool.submit(_in_process, work, ledger, thing)))
            if len(waiting) >= jobs * IN_FLIGHT:
                first, made = waiting.popleft()
                yield first, made.result()
        for first, made in waiting:
            yield first, made.result()
    except BrokenProcessPool as error:
        raise RashomonError(
            "a reading process died, most likely for want of memory; what was added is safe: "
            "run the same command again with fewer --jobs to go on"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _in_process(work: Callable[["View", T], R], ledger: Path, thing: T) -> R:
    """What a reading process does with each thing."""
    return work(_view(ledger), thing)


def _traced(view: "View", report: str) -> Linkable:
    """A report of the ledger with what links it."""
    from rashomon.link.traces import traces

    reading = view.reading(report)
    return reading, traces(reading)


def _again(view: "View", report: str) -> tuple[Raw, Linkable | Refusal | None]:
    """A report read from its archived bytes by the reader of today; None where it reads as it is held."""
    raw = view.raw(report)
    extracted = _extracted(raw)
    if isinstance(extracted, Refusal):
        return raw, extracted
    found = _settled(raw, extracted, read_report)
    if isinstance(found, Refusal) or found == view.reading(report):
        return raw, None if isinstance(found, Reading) else found
    from rashomon.link.traces import traces

    return raw, (found, traces(found))


@functools.cache
def _view(ledger: Path) -> "View":
    """The ledger as a reading process sees it, open for as long as the process lives."""
    from rashomon.store.view import View

    return View(ledger)


def _unless_held(view: "View", raw: Raw | Refusal) -> Linkable | Refusal | None:
    """The reading of `raw` with its traces, or None where the ledger holds the report already."""
    if isinstance(raw, Refusal):
        return raw
    report = _extracted(raw)
    if isinstance(report, Refusal):
        return report
    return None if view.holds(report.id) else _settled(raw, report, _linkable)


def _extracted(raw: Raw) -> Report | Refusal:
    """The report in `raw`, or why there is none."""
    try:
        return ingest.extract(raw)
    except Unreadable as error:
        return Refusal(raw.path, raw.part, str(error))
    except Exception as error:
        return _our_fault(raw, error)


def _linkable(report: Report) -> Linkable:
    from rashomon.link.traces import traces

    reading = read_report(report)
    return reading, traces(reading)


def _settled(raw: Raw, report: Report, made: Callable[[Report], R]) -> R | Refusal:
    """What is made of a report, or why nothing is."""
    try:
        return made(report)
    except RashomonError:  # what the user set up for all reports, such as a table of actors
        raise
    except Exception as error:
        return _our_fault(raw, error)


def _our_fault(raw: Raw, error: Exception) -> Refusal:
    """One report that trips a mistake of ours must not end a batch; it is named, with what to do."""
    what = f"{type(error).__name__}: {error}"
    return Refusal(raw.path, raw.part, f"Rashomon failed on it ({what}); please report this with the file")


@functools.cache
def _read_by() -> dict[str, str]:
    return {
        "rashomon": version("rashomon"),
        "reader": READER,
        "trafilatura": version("trafilatura"),
        **annotate.versions(),
        **actors.versions(),
    }
