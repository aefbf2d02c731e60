"""Adding reports away from the pages: the one place where `web` hands work to the pipeline.

One process of its own reads, a job after the other, so that a page is answered meanwhile and a report that brings a
reader down brings down that process alone.
"""

import contextlib
import multiprocessing
import secrets
import shutil
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing.queues import SimpleQueue
from pathlib import Path
from typing import Any

from rashomon.errors import RashomonError
from rashomon.model import Given, Refusal

KEPT = 200
"""Jobs remembered; the oldest of those that are done are forgotten."""

WAITING = 20
"""Jobs that may wait at once."""


class Busy(RashomonError):
    """More waits than is taken."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one input so far."""

    reports: tuple[str, ...] = ()
    """Ids of the new ones."""
    held: int = 0
    statements: int = 0
    not_read: tuple[tuple[str, int], ...] = ()
    refused: tuple[Refusal, ...] = ()


@dataclass(slots=True)
class Job:
    """Files given to be read, and how far that is."""

    id: str
    by: str
    names: tuple[str, ...]
    done: int = 0
    found: dict[str, Added] = field(default_factory=dict)
    """By name; the last may still be read."""
    fault: str | None = None
    """Why it ended early."""
    ended: bool = False


class Jobs:
    """The jobs of one server. Its process starts with the first job."""

    def __init__(self, ledger: Path) -> None:
        self._ledger = ledger
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = threading.Lock()
        self._pool: ProcessPoolExecutor | None = None
        self._told: SimpleQueue[Any] | None = None

    def get(self, key: str) -> Job | None:
        """The job of this id; None if there is none, or none any more."""
        return self._jobs.get(key)

    def recent(self, most: int = 10) -> list[Job]:
        """The last jobs, the newest first."""
        return list(reversed(self._jobs.values()))[:most]

    def add(self, files: Sequence[tuple[str, bytes]], given: Given, by: str) -> Job:
        """Begin to read these files, each a name and its bytes. Raises Busy."""
        with self._lock:
            if sum(not job.ended for job in self._jobs.values()) >= WAITING:
                raise Busy("Too much is waiting to be read; try again when some of it is done.")
            names = tuple(_apart(_safe(name) for name, _ in files))
            job = Job(secrets.token_urlsafe(9), by, names)
            self._jobs[job.id] = job
            for key in [key for key, one in self._jobs.items() if one.ended][
                : max(0, len(self._jobs) - KEPT)
            ]:
                del self._jobs[key]
            folder = Path(tempfile.mkdtemp(prefix="rashomon-"))
            for name, (_, data) in zip(names, files, strict=True):
                (folder / name).write_bytes(data)
            future = self._running().submit(work, job.id, self._ledger, folder, names, given)
        future.add_done_callback(lambda one: self._end(job, folder, one))
        return job

    def close(self) -> None:
        """Stop reading; what was added is safe."""
        with self._lock:
            if self._pool is not None and self._told is not None:
                self._pool.shutdown(wait=True, cancel_futures=True)
                self._told.put(None)
                self._pool = None

    def _running(self) -> ProcessPoolExecutor:
        if self._pool is None:
            spawn = multiprocessing.get_context("spawn")
            self._told = spawn.SimpleQueue()
            self._pool = ProcessPoolExecutor(1, spawn, initializer=listen_to, initargs=(self._told,))
            threading.Thread(target=self._listen, args=(self._told,), daemon=True).start()
        return self._pool

    def _listen(self, told: "SimpleQueue[Any]") -> None:
        """Take down what the process tells, until it is over."""
        with contextlib.suppress(EOFError, OSError):
            while (news := told.get()) is not None:
                key, name, added, done = news
                job = self._jobs.get(key)
                if job is not None and not job.ended:
                    job.found[name] = added
                    job.done += done

    def _end(self, job: Job, folder: Path, future: "Future[dict[str, Added]]") -> None:
        shutil.rmtree(folder, ignore_errors=True)
        if future.cancelled():
            job.fault = "stopped with the server"
        elif (error := future.exception()) is not None:
            died = isinstance(error, BrokenProcessPool)
            job.fault = "the reading process died; what was added is safe" if died else str(error)
            if died:
                self._pool = None
        else:
            job.found |= future.result()
            job.done = len(job.names)
        job.ended = True


_tell: Callable[[Any], None] = lambda news: None  # noqa: E731  # set where the process starts


def listen_to(told: "SimpleQueue[Any]") -> None:
    """What the reading process does first."""
    global _tell  # noqa: PLW0603  # the pool gives no other way to hand a process its queue
    _tell = told.put


def work(key: str, ledger: Path, folder: Path, names: Sequence[str], given: Given) -> dict[str, Added]:
    """Read these files of a folder into the ledger; what became of each is also told after every report."""
    from rashomon import pipeline

    found: dict[str, Added] = {}
    with contextlib.chdir(folder):  # so that a report's path is the name that the file came with
        for name in names:
            found[name] = Added()

            def tell(summary: "pipeline.Summary", name: str = name) -> None:
                found[name] = Added(
                    tuple(summary.reports),
                    summary.held,
                    summary.statements,
                    tuple(sorted(summary.not_read.items())),
                    tuple(summary.refused),
                )
                _tell((key, name, found[name], 0))

            pipeline.add(ledger, [name], given, on_each=tell)
            _tell((key, name, found[name], 1))
    return found


def _safe(name: str) -> str:
    """A name as a file may have it, and nothing but a name."""
    bare = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(sign if sign.isprintable() and sign not in '<>:"|?*[]' else "_" for sign in bare).strip(
        " ."
    )
    stem, dot, suffix = kept.rpartition(".")
    kept = f"{stem[:100]}{dot}{suffix[:20]}" if dot else kept[:100]
    return kept.lstrip("-") or "report.txt"


def _apart(names: Iterable[str]) -> list[str]:
    """The names, with a number where one was there before."""
    found: list[str] = []
    for name in names:
        stem, dot, suffix = name.partition(".")
        again, number = name, 1
        while again.casefold() in {one.casefold() for one in found}:
            number += 1
            again = f"{stem} ({number}){dot}{suffix}"
        found.append(again)
    return found
