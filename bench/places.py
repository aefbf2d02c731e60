"""How well places are read: two corpora of toponyms with coordinates, Afghan divisions, ISAF releases.

    python bench/places.py --shared ../shared            score, and fail below a floor
    python bench/places.py --shared ../shared --raise    score, and raise the floors to what was reached

GeoWebNews: toponyms of the types Literal, Mixed, Coercion and Embedded_Literal with coordinates. LGL: toponyms with
coordinates. Whatever else is annotated counts neither for nor against, nor do adjectives (`Syrian`), which both corpora
have among their toponyms and we do not call places. A toponym is recognised when a place read overlaps
it, one to one; resolved when that place has coordinates. `acc_161` is the share of those within 161 km of the gold.
The rules were made by looking at documents with an even number only (`tuned`); floors are on the others (`unseen`).
Afghan divisions: every province and district named in the UCDP samples, in a plain sentence; found when it is read as
an Afghan division or town within 200 km (province) or 75 km (district) of the mean point of its events.
ISAF: the hand-coded province among those read behind the date line (`isaf.province`), and as the first of them.
The corpora are not part of the project; `--shared` or RASHOMON_SHARED says where they are.
"""

import argparse
import csv
import json
import os
import re
import sys
import time
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rashomon.annotate import annotate
from rashomon.codebook.countries import country_of
from rashomon.extract.places import read_places
from rashomon.extract.places.gazetteer import named
from rashomon.extract.places.keys import loose, plain, skeleton
from rashomon.extract.places.resolve import distance
from rashomon.model import Place, Report, Span

FLOORS = Path(__file__).parent / "floors.json"
PREFIX = "places."
EPSILON = 0.0005
TYPES = {"Literal", "Mixed", "Coercion", "Embedded_Literal"}
NEAR = 161
Point = tuple[float, float]


class Document(NamedTuple):
    """A text with its toponyms: those that count, with their points, and those that do not."""

    text: str
    gold: list[tuple[Span, Point]]
    other: list[Span]


class Counts(NamedTuple):
    """Sums over documents."""

    gold: int = 0
    found: int = 0
    hits: int = 0
    resolved: int = 0
    near: int = 0

    def plus(self, other: "Counts") -> "Counts":
        """The sum of two."""
        return Counts(*(one + more for one, more in zip(self, other, strict=True)))


def report(text: str) -> Report:
    """A report of which only the text is known."""
    return Report("", "", None, None, None, None, None, None, "en", text, {}, "")


def read(text: str) -> tuple[Place, ...]:
    """The places of a text."""
    return read_places(report(text), annotate(text))


def adjective(words: str) -> bool:
    """Whether words name a country by its people: not its name, nor one of GeoNames."""
    country = country_of(words)
    return (
        country is not None and any(words.startswith(one) for one in country.adjectives) and not named(words)
    )


def geowebnews(shared: Path) -> Iterator[Document]:
    """GeoWebNews, in the order of the file."""
    for article in ET.parse(shared / "data/geoparsing/GWN.xml").getroot():  # noqa: S314
        gold, other = [], []
        for one in article.iter("toponym"):
            span = (int(one.findtext("start") or 0), int(one.findtext("end") or 0))
            lat, lon = one.findtext("latitude"), one.findtext("longitude")
            if (
                one.findtext("type") in TYPES
                and lat
                and lon
                and not adjective(one.findtext("extractedName") or "")
            ):
                gold.append((span, (float(lat), float(lon))))
            else:
                other.append(span)
        yield Document(article.findtext("text") or "", gold, other)


def lgl(shared: Path) -> Iterator[Document]:
    """LGL, in the order of the file."""
    for article in ET.parse(shared / "data/geoparsing/lgl.xml").getroot():  # noqa: S314
        gold, other = [], []
        for one in article.iter("toponym"):
            span = (int(one.findtext("start") or 0), int(one.findtext("end") or 0))
            tag = one.find("gaztag")
            if tag is not None and not adjective(one.findtext("phrase") or ""):
                gold.append((span, (float(tag.findtext("lat") or 0), float(tag.findtext("lon") or 0))))
            else:
                other.append(span)
        yield Document(article.findtext("text") or "", gold, other)


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def count(document: Document, places: tuple[Place, ...]) -> Counts:
    """What was read of one document."""
    left = list(places)
    hits = resolved = near = 0
    for span, point in document.gold:
        match = next((place for place in left if overlap(place.spans[0], span)), None)
        if match is None:
            continue
        left.remove(match)
        hits += 1
        if match.lat is not None and match.lon is not None:
            resolved += 1
            near += distance((match.lat, match.lon), point) <= NEAR
    wrong = [place for place in left if not any(overlap(place.spans[0], span) for span in document.other)]
    return Counts(len(document.gold), hits + len(wrong), hits, resolved, near)


def corpus(name: str, documents: Iterator[Document]) -> dict[str, float]:
    """Scores on a corpus, by halves; those of the unseen half are given."""
    halves = [Counts(), Counts()]
    for number, document in enumerate(documents):
        halves[number % 2] = halves[number % 2].plus(count(document, read(document.text)))
    scores: dict[str, float] = {}
    for half, sums in zip(("tuned", "unseen"), halves, strict=True):
        precision, recall = sums.hits / sums.found, sums.hits / sums.gold
        scores = {"acc_161": sums.near / sums.resolved, "resolved": sums.resolved / sums.gold}
        print(
            f"{name:10s} {half:6s} {sums.gold:5,d} toponyms  recognised P {precision:.3f} R {recall:.3f} "
            f"F1 {2 * precision * recall / (precision + recall):.3f}  resolved {scores['resolved']:.3f}  "
            f"acc@161 {scores['acc_161']:.3f}  both {sums.near / sums.gold:.3f}"
        )
    return scores


def divisions(shared: Path) -> Iterator[tuple[str, Point]]:
    """Each Afghan province and district of the UCDP samples with the point of an event in it."""
    with (shared / "data/ucdp_ged_sample1000/ucdpged_sample1000.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            if row["country"] == "Afghanistan":
                point = float(row["latitude"]), float(row["longitude"])
                yield from ((row[column], point) for column in ("adm_1", "adm_2") if row[column])
    events = json.loads(
        (shared / "data/ucdp_afghanistan_310/clean_conflicts.json").read_text(encoding="utf-8")
    )
    for event in events["features"]:
        if event["properties"]["adm_2"]:
            lon, lat = event["geometry"]["coordinates"]
            yield event["properties"]["adm_2"], (lat, lon)


def afghan(shared: Path, errors: bool) -> float:
    """The share of the named divisions that are found."""
    points = defaultdict(list)
    for name, point in divisions(shared):
        points[name].append(point)
    found, provinces = 0, {name.removesuffix(" province") for name in points}
    for name, all_points in points.items():
        middle = tuple(sum(axis) / len(all_points) for axis in zip(*all_points, strict=True))
        place = re.sub(
            r" \((.*)\)", lambda hint: f", {hint[1]} province" if hint[1] in provinces else "", name
        )
        text = f"Afghan officials said on Monday that six people were killed in {place}."
        within = 200 if name.endswith("province") else 75
        right = any(
            place.country == "AF"
            and place.lat is not None
            and place.lon is not None
            and distance((place.lat, place.lon), (middle[0], middle[1])) <= within
            for place in read(text)
        )
        found += right
        if errors and not right:
            print(name, [(place.text, place.name, place.country) for place in read(text)])
    print(f"UCDP Afghanistan: {found} of {len(points)} named divisions found")
    return found / len(points)


def same(one: str, other: str) -> bool:
    """Whether two spellings are of one province: by sound, vowels left out."""
    words = (re.sub(r"[_-]", " ", name).removesuffix(" Province") for name in (one, other))
    first, second = (skeleton(loose(plain(name))) for name in words)
    return first.endswith(second) or second.endswith(first)


def isaf(shared: Path, errors: bool) -> dict[str, float]:
    """The share of releases whose hand-coded province is read, anywhere and first."""
    total = among = first = 0
    for line in (shared / "data/isaf/releases.jsonl").read_text(encoding="utf-8").splitlines():
        turns = json.loads(line)["conversations"]
        gold = [one for part in json.loads(turns[2]["value"])["province"] for one in part.split(";")]
        gold = [
            one.strip()
            for one in gold
            if re.fullmatch(r"[a-z_ -]+", one.strip()) and "afghanistan" not in one
        ]
        text = turns[1]["value"].removeprefix("PRESS RELEASE TEXT:")
        if not gold:
            continue
        dateline = re.search(r"Afghanistan\s*\([^)]*\)", text)
        body = dateline.end() if dateline else 0
        read_in = [
            place.adm_1
            for place in read(text)
            if place.adm_1 and place.country == "AF" and place.spans[0][0] >= body
        ]
        total += 1
        hit = any(same(province, one) for province in read_in for one in gold)
        among += hit
        first += bool(read_in) and any(same(read_in[0], one) for one in gold)
        if errors and not hit:
            print(gold, read_in, text[:300].replace("\n", " "))
    print(f"ISAF: province of {total} releases: {among} among those read, {first} the first of them")
    return {"isaf.province": among / total, "isaf.province.first": first / total}


def main() -> None:
    """Score, compare with the floors, and say which does not hold."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    shared = os.environ.get("RASHOMON_SHARED")
    parser.add_argument("--shared", type=Path, default=shared, required=shared is None, metavar="DIR")
    parser.add_argument("--raise", action="store_true", dest="lift", help="raise floors to what was reached")
    parser.add_argument("--errors", action="store_true", help="show what was not found in Afghanistan")
    options = parser.parse_args()
    started = time.monotonic()
    reached = {
        **{
            f"geowebnews.{key}": value
            for key, value in corpus("GeoWebNews", geowebnews(options.shared)).items()
        },
        **{f"lgl.{key}": value for key, value in corpus("LGL", lgl(options.shared)).items()},
        "afghan_divisions": afghan(options.shared, options.errors),
        **isaf(options.shared, options.errors),
    }
    reached = {PREFIX + key: value for key, value in reached.items()}
    floors: dict[str, float] = json.loads(FLOORS.read_text())
    for key, value in reached.items():
        print(f"{key:45s} {value:.3f}   floor {floors.get(key, 'none')}")
    print(f"{time.monotonic() - started:.0f} s")
    if options.lift:
        floors |= {key: max(floors.get(key, 0.0), int(value * 1000) / 1000) for key, value in reached.items()}
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n")
    if below := [key for key, value in reached.items() if value < floors.get(key, 0.0) - EPSILON]:
        sys.exit(f"below the floor: {', '.join(below)}")


if __name__ == "__main__":
    main()
