"""How large a ledger of many reports is, and how long it takes to fill it and to ask it.

Readings are made of random words, as frequent as words are in English (Zipf), so no reader runs here.
"""

import argparse
import hashlib
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from rashomon.errors import NotFound
from rashomon.model import (
    Actor,
    Event,
    Figure,
    FigureKind,
    Hop,
    Place,
    Raw,
    Reading,
    Report,
    Source,
    SourceKind,
    Statement,
    When,
    Words,
)
from rashomon.query.events import events
from rashomon.query.figures import figures
from rashomon.query.reports import reports
from rashomon.query.statements import statements
from rashomon.query.who_said import who_said
from rashomon.store import View, Writer

STATEMENTS = 20  # a report
KINDS: tuple[SourceKind, ...] = ("named_person", "organisation", "outlet", "unnamed_person", "unnamed_group")


class Press:
    """Reports out of chance, the same for the same seed; words and names stand with the commonest first."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311  # nothing secret
        self.vocabulary = [self._word() for _ in range(40_000)]
        self._weights = list(accumulate(1 / rank for rank in range(1, len(self.vocabulary) + 1)))
        self.names = [" ".join(self._word().title() for _ in range(2)) for _ in range(20_000)]
        self._outlets = [f"{self._word().title()} Post" for _ in range(60)]

    def reading(self, number: int) -> tuple[Reading, Raw]:
        """One report of about 700 words with its statements and all that is claimed in them."""
        key = hashlib.sha256(f"report {number}".encode()).hexdigest()[:16]
        text, made = "", []
        for place in range(STATEMENTS):
            statement, text = self._statement(f"{key}-{place}", text)
            made.append(statement)
        data = f"<html><body><p>{text}</p></body></html>".encode()
        path, digest = f"reports/{number}.html", hashlib.sha256(data).hexdigest()
        outlet = self._random.choice(self._outlets)
        day = str(date(2010, 1, 1) + timedelta(days=self._random.randrange(5000)))
        url = f"https://{outlet.split()[0].lower()}.example/{number}"
        title = self._words(9).capitalize()
        report = Report(
            key, path, url, outlet, title, None, day, None, "en", text, {"outlet": "markup"}, digest
        )
        told = [self._claimed(f"{key}-{place}", statement, day) for place, statement in enumerate(made[::2])]
        rows: Any = zip(*told, strict=True)
        return Reading(report, tuple(made), {"rashomon": "bench"}, None, *rows), Raw(data, "text/html", path)

    def _statement(self, id: str, text: str) -> tuple[Statement, str]:
        kind = self._random.choice(KINDS)
        name = self.names[min(int(self._random.paretovariate(0.6)), len(self.names)) - 1]
        content, rest = self._words(self._random.randint(8, 25)), self._words(12)
        start = len(text)
        text = f"{text}{name} said {content}. {rest}. "
        cue = start + len(name) + 1
        of = Words.of(text, ((cue + 5, cue + 5 + len(content)),))
        source = Source(
            name, ((start, start + len(name)),), name, kind, "minister" if kind == "named_person" else None
        )
        chain = (Hop(name, kind),)
        said = Words.of(text, ((cue, cue + 4),))
        return Statement(id, source, said, of, chain, "asserts", "positive", "certain", "indirect"), text

    def _claimed(self, id: str, said: Statement, day: str) -> tuple[Figure, When, Place, Event]:
        """A figure, a time, a place and an event, on the word of a statement; its words are words of the content."""
        (start, _), text = said.content.spans[0], said.content.text
        first, second, third, *_ = text.split()
        edges = list(accumulate((start, len(first) + 1, len(second) + 1, len(third) + 1)))
        spans = [(begin, end - 1) for begin, end in pairwise(edges)]
        many = self._random.randrange(1, 200)
        kind: FigureKind = self._random.choice(("killed", "injured"))
        dead = Figure(
            f"{id}-f", kind, first, (spans[0],), many, many, many, "exact", None, "words: N", said.id
        )  # fmt: skip
        when = When(f"{id}-t", second, (spans[1],), "date", day, day, day, "day")
        where = Place(f"{id}-p", third, (spans[2],), third.title(), 1, 1.5, 2.5, "town", "SL", None, None)
        name = self.names[min(int(self._random.paretovariate(0.6)), len(self.names)) - 1]
        who = Actor(Words(first, (spans[0],)), name, "does", "armed_group", "Rebel group", "REB", None)
        told = Event(
            f"{id}-e", Words(text, said.content.spans), "ASSAULT", "firearms", "Battles", "Armed clash", 1, None,
            (who,), when.id, where.id, (dead.id,), said.id, "positive",
        )  # fmt: skip
        return dead, when, where, told

    def _words(self, count: int) -> str:
        return " ".join(self._random.choices(self.vocabulary, cum_weights=self._weights, k=count))

    def _word(self) -> str:
        return "".join(self._random.choice("bdfgklmnprst") + self._random.choice("aeiou") for _ in range(3))


def main() -> None:
    """Fill a ledger, ask it, print how long each took."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--reports", type=int, default=20_000, help="how many reports of 20 statements and 10 events each"
    )
    parser.add_argument("--seed", type=int, default=1, help="another seed, other reports")
    parser.add_argument(
        "--keep", type=Path, help="write the ledger here and keep it; only ask it if it is there"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "bench.db"
        press = Press(options.seed)
        if not path.exists():
            _fill(path, press, options.reports)
        print(f"size on disk          {path.stat().st_size / 1e6:8.1f} MB")
        with View(path) as view:
            for question, ask in _questions(view, press):
                _time(question, ask)


def _fill(path: Path, press: Press, count: int) -> None:
    spent, bytes_read = 0.0, 0
    with Writer(path) as writer:
        for number in range(count):
            reading, raw = press.reading(number)
            bytes_read += len(raw.data)
            start = time.perf_counter()
            writer.add(reading, raw)
            spent += time.perf_counter() - start
    print(f"bytes of the reports  {bytes_read / 1e6:8.1f} MB")
    print(f"adding {count} reports  {spent:8.1f} s, {1000 * spent / count:.2f} ms each")


def _questions(view: View, press: Press) -> Iterator[tuple[str, Callable[[], Any]]]:
    yield "reports, first 50", partial(reports, view, limit=50)
    yield "reports, all", partial(reports, view)
    for name, ranks in {
        "the commonest": (0,),
        "two common": (5, 9),
        "a rare": (5000,),
        "three": (3, 40, 400),
    }.items():
        words = " ".join(press.vocabulary[rank] for rank in ranks)
        yield f"reports by {name} word(s), first 50", partial(reports, view, words=words, limit=50)
        yield f"statements by {name} word(s), first 50", partial(statements, view, words=words, limit=50)
    yield "statements of a source, first 50", partial(statements, view, source=press.names[3], limit=50)
    yield "statements, first 50", partial(statements, view, limit=50)
    yield "figures, first 50", partial(figures, view, limit=50)
    yield (
        "figures of the killed, 190 and more, first 50",
        partial(figures, view, kind="killed", at_least=190, limit=50),
    )
    yield "figures of a source, first 50", partial(figures, view, source=press.names[3], limit=50)
    yield "figures of a common place, first 50", partial(figures, view, place=press.vocabulary[5], limit=50)
    yield "events, first 50", partial(events, view, limit=50)
    yield "events of a type, first 50", partial(events, view, type="armed clash", limit=50)
    yield "events of an actor, first 50", partial(events, view, actor=press.names[3], limit=50)
    yield "events of a rare place, first 50", partial(events, view, place=press.vocabulary[5000], limit=50)
    yield (
        "events of one day, first 50",
        partial(events, view, happened_since="2015-03-01", happened_until="2015-03-01", limit=50),
    )
    for rank in (0, 2, 100):
        yield (
            f"who said, source {rank}, first 200",
            partial(who_said, view, press.names[rank], limit=200),
        )
    yield "who said, nobody", partial(who_said, view, "zzz")


def _time(question: str, ask: Callable[[], Any]) -> None:
    times = []
    for _ in range(3):
        start = time.perf_counter()
        try:
            answer = ask()
        except NotFound:
            answer = []
        times.append(time.perf_counter() - start)
    found = len(answer) if isinstance(answer, list) else len(answer.statements)
    print(f"{question:48} {1000 * sorted(times)[1]:8.1f} ms, {found} found")


if __name__ == "__main__":
    main()
