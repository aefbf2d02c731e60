"""How well copies and wire credits are found, and what copies cost in a ledger of 100,000 reports, against floors.

    python bench/copies.py --shared ../shared            score, and fail below a floor
    python bench/copies.py --shared ../shared --raise    score, and raise the floors to what was reached
    python bench/copies.py --shared ../shared --sample N print N pairs of each corpus, to be read by a person

conflict_gold: pairs with share_of_shorter of at least half, by the shared scorer's definition, gold pairs closed under
"copy of a copy". helsinki: of the reports that name AP or Reuters in the form of a credit, those for which a retelling
of that agency is found; `text` leaves out the reports in which AP is credited for photographs alone (PHOTOGRAPHS, read
by hand). Time and memory are those of this process with keys and texts in a SQLite file, as a ledger has them: a
report is sketched, looked up, compared with its candidates and added. The load is Tehran Times reports and made
ones. The corpora are not part of the project;
`--shared` or RASHOMON_SHARED says where they are. Floors stand in `bench/floors.json` and only rise; those of cost are
ceilings and only fall.
"""

import argparse
import csv
import gzip
import itertools
import json
import os
import random
import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from sqlalchemy import create_engine

from rashomon.link.copies import compare, sketch
from rashomon.link.nearby import Nearby
from rashomon.link.retellings import retellings
from rashomon.link.spots import spot
from rashomon.model import Copy, Report
from rashomon.pipeline import read_report

FLOORS = Path(__file__).parent / "floors.json"
PHOTOGRAPHS = frozenset(
    "163 231 618 631 1514 2311 3598 4273 4912 5053 5060 7267 8177 9995 10594 10631 13015 13819".split()
)
CREDITED = {
    "Associated Press": re.compile(r"\(AP\)|Associated Press"),
    "Reuters": re.compile(r"\(Reuters\)|By Reuters"),
}
REPORTS = 100_000
OUTLETS = 50
KEYS = "keys (key integer, spot integer, primary key (key, spot)) without rowid"
EPSILON = 0.0005
CEILINGS = ("copies.load.ms", "copies.load.memory_mb")


def report(key: str, text: str, outlet: str | None, published: str | None = None) -> Report:
    """A report of which little is known."""
    return Report(key, f"{key}.txt", None, outlet, None, None, published, None, "en", text, {}, "")


def helsinki(shared: Path) -> list[Report]:
    """The pages of one story; ` ### ` stands for a new line."""
    csv.field_size_limit(10**9)
    with (shared / "data/helsinki/helsinki_articles.csv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        return [report(row["id"], row["text"].replace(" ### ", "\n"), row["publisher"]) for row in rows]


def fa_kes(shared: Path) -> list[Report]:
    """The reports of FA-KES; their dates are not trusted."""
    with (shared / "data/fa_kes/reports.jsonl").open(encoding="utf-8") as lines:
        return [report(row["id"], row["text"], row["outlet"]) for row in map(json.loads, lines)]


def linked(reports: Iterable[Report]) -> list[Copy]:
    """The copies among reports: all that have a key in common are compared."""
    by_id = {one.id: one for one in reports}
    holders: dict[int, set[str]] = {}
    for one in by_id.values():
        for band in sketch(one.text).bands:
            holders.setdefault(band, set()).add(one.id)
    pairs = {pair for holding in holders.values() for pair in itertools.combinations(sorted(holding), 2)}
    return [copy for a, b in sorted(pairs) if (copy := compare(by_id[a], by_id[b]))]


def gold(shared: Path) -> float:
    """F1 of pairs on conflict_gold."""
    data = shared / "data/conflict_gold"
    hits = said = true = 0
    for path in sorted(data.glob("?.json")):
        incident = json.loads(path.read_text(encoding="utf-8"))
        ids = [article["id"] for article in incident["articles"]]
        outlets = {article["id"]: article["outlet"] for article in incident["articles"]}
        texts = {key: (data / f"texts/{key}.txt").read_text(encoding="utf-8") for key in ids}
        copies = linked(report(key, texts[key], outlets[key]) for key in ids)
        have = {frozenset((copy.a, copy.b)) for copy in copies if copy.share_of_shorter >= 0.5}
        want = closed(incident.get("copies", []))
        hits, said, true = hits + len(have & want), said + len(have), true + len(want)
    print(f"conflict_gold: {true} pairs, {said} found, {hits} of them right")
    return 2 * hits / (said + true)


def closed(pairs: Iterable[Iterable[str]]) -> set[frozenset[str]]:
    """All pairs within groups that pairs make."""
    groups: list[set[str]] = []
    for pair in map(set, pairs):
        joined = [group for group in groups if group & pair]
        groups = [group for group in groups if not group & pair] + [pair.union(*joined)]
    return {frozenset(two) for group in groups for two in itertools.combinations(sorted(group), 2)}


def credits_found(shared: Path) -> dict[str, float]:
    """Shares of the pages crediting an agency for which that is found."""
    reached = {}
    pages = helsinki(shared)
    found: dict[str, set[str]] = {}
    for name, pattern in CREDITED.items():
        credited = [page for page in pages if pattern.search(page.text)]
        for page in credited:
            if page.id not in found:
                found[page.id] = {one.outlet for one in retellings(read_report(page))}
        missed = {page.id for page in credited if name not in found[page.id]}
        text = {page.id for page in credited} - (PHOTOGRAPHS if name == "Associated Press" else set())
        print(
            f"helsinki, {name}: {len(credited)} pages, {len(missed)} missed; {len(text)} credit it with text, ",
            end="",
        )
        print(f"{len(missed & text)} missed: {' '.join(sorted(missed & text))}")
        key = "retellings.helsinki." + name.split()[0].lower()
        reached[key] = 1 - len(missed) / len(credited)
        reached[f"{key}.text"] = 1 - len(missed & text) / len(text)
    return reached


def made(shared: Path, count: int) -> Iterator[Report]:
    """Reports of Tehran Times, then made ones, with a footer that all reports of an outlet have.

    Of ten made ones one has the text of a real one with every 25th word changed, one a passage of 120 words of a real
    one, and eight have words of their own.
    """
    chance = random.Random(7)  # noqa: S311
    with gzip.open(shared / "data/tehran_times_conflict/articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    vocabulary = " ".join(texts[:300]).split()
    footers = [" ".join(chance.choices(vocabulary, k=60)) for _ in range(OUTLETS)]
    for n in range(count):
        words = (texts[n] if n < len(texts) else chance.choice(texts)).split()
        if n >= len(texts):
            own = chance.choices(vocabulary, k=chance.randrange(150, 900))
            if n % 10 == 0:
                words = [chance.choice(vocabulary) if m % 25 == 7 else word for m, word in enumerate(words)]
            else:
                words = own + words[:120] if n % 10 == 1 else own
        text = f"{' '.join(words)}\n{footers[n % OUTLETS]}"
        day = date.fromordinal(date(2031, 1, 1).toordinal() + n // 100).isoformat()
        yield report(f"{n * 2_654_435_761 % 2**32:08x}", text, f"Outlet {n % OUTLETS}", day)


def load(shared: Path, count: int) -> dict[str, float]:
    """Time and memory of finding copies while a ledger grows."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found, spent, tenths = 0, 0.0, []
    with tempfile.TemporaryDirectory() as folder:
        engine = create_engine(f"sqlite:///{folder}/copies.db")
        with engine.connect() as connection:
            for statement in ("text (spot integer primary key, id text, outlet text, text text)", KEYS):
                connection.exec_driver_sql(f"create table {statement}")
            near = Nearby(connection, "keys")
            for n, one in enumerate(made(shared, count), start=1):
                started = time.process_time()
                here = spot(one.published, one.id)
                connection.exec_driver_sql(
                    "insert into text values (?, ?, ?, ?)", (here, one.id, one.outlet, one.text)
                )
                pairs, _ = near.add({here: sketch(one.text).bands})
                for pair in sorted(pairs):
                    ask = "select id, text, outlet from text where spot = ?"
                    other = connection.exec_driver_sql(ask, (pair[pair[0] == here],)).one()
                    found += compare(one, report(*other)) is not None
                spent += time.process_time() - started
                if n % (count // 10) == 0:
                    connection.commit()
                    tenths.append(spent)
            keys = connection.exec_driver_sql("select count(*) from keys").scalar_one()
        size = sum(path.stat().st_size for path in Path(folder).iterdir()) / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count:,} reports: {found:,} copies; {spent / count * 1000:.1f} ms a report; by tenths: ", end="")
    print(" ".join(f"{(b - a) / count * 10_000:.1f}" for a, b in itertools.pairwise([0.0, *tenths])))
    print(f"peak memory {peak:.0f} MB, of it {before:.0f} MB before;", end=" ")
    print(f"{keys / count:.0f} keys a report; file {size:.0f} MB")
    return {"copies.load.ms": spent / count * 1000, "copies.load.memory_mb": peak}


def sample(shared: Path, count: int, seed: int) -> None:
    """Print pairs with their longest passages, for a person to judge."""
    for name, reports in (("helsinki", helsinki(shared)), ("fa_kes", fa_kes(shared))):
        by_id = {one.id: one for one in reports}
        copies = linked(reports)
        print(f"{name}: {len(copies)} pairs")
        for copy in random.Random(seed).sample(copies, min(count, len(copies))):  # noqa: S311
            a, b = by_id[copy.a], by_id[copy.b]
            print(
                a.id,
                a.outlet,
                "|",
                b.id,
                b.outlet,
                "|",
                copy.kind,
                copy.share_of_shorter,
                copy.share_of_longer,
            )
            for (start, end), _ in sorted(copy.passages, key=lambda spans: spans[0][0] - spans[0][1])[:5]:
                print("    ", a.text[start:end].replace("\n", " / ")[:200])


def main() -> None:
    """Score, compare with the floors, and say which does not hold."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    shared = os.environ.get("RASHOMON_SHARED")
    parser.add_argument("--shared", type=Path, default=shared, required=shared is None, metavar="DIR")
    parser.add_argument("--raise", action="store_true", dest="lift", help="raise floors to what was reached")
    parser.add_argument("--reports", type=int, default=REPORTS, help="how many reports the load has; 0: none")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="print N pairs of each corpus")
    parser.add_argument("--seed", type=int, default=1, help="which pairs")
    options = parser.parse_args()
    if options.sample:
        sample(options.shared, options.sample, options.seed)
        return
    reached = load(options.shared, options.reports) if options.reports else {}
    reached |= {"copies.conflict_gold.pairs_f1": gold(options.shared), **credits_found(options.shared)}
    floors: dict[str, float] = json.loads(FLOORS.read_text())
    below = []
    for key, value in reached.items():
        floor = floors.get(key)
        print(f"{key:40s} {value:.3f}   floor {'none' if floor is None else floor}")
        if floor is not None and (value > floor if key in CEILINGS else value < floor - EPSILON):
            below.append(key)
    if options.lift:
        for key, value in reached.items():
            if key not in CEILINGS:
                floors[key] = max(floors.get(key, 0.0), int(value * 1000) / 1000)
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n")
    if below:
        sys.exit(f"below the floor: {', '.join(below)}")


if __name__ == "__main__":
    main()
