"""How well times are read: MEANTIME (every expression and its value) and ISAF releases (the day of the event).

    python bench/times.py --shared ../shared            score, and fail below a floor
    python bench/times.py --shared ../shared --raise    score, and raise the floors to what was reached

MEANTIME: times are annotated in the headline and the next five lines, so only these are scored. The first of the five
is the date line; it gives the day of publication and is itself not scored, nor are expressions without words. Spans are
matched one to one, `strict` by equal ends, `relaxed` by any overlap; value accuracy is the share of equal TIMEX3 values
among relaxed matches. The grammar was written by looking at documents with an even number (`tuned`) and never at those
with an odd one (`unseen`). Floors are on both together.
ISAF: releases in which a day of release stands, its year there or in their number; that day is `published`. The event's
day is the last day of the time of the first word for an action, and the day of release where that has none. In the
answers of three months (EARLY) most events lie a day before what `today` or `yesterday` in the text says, in the other
months hardly any does; a second figure leaves these months out. The errors of all releases were read: none is unseen.
The corpora are not part of the project; `--shared` or RASHOMON_SHARED says where they are.
"""

import argparse
import json
import os
import re
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from rashomon.extract.times import read_times, time_of_action
from rashomon.model import Report, Span, When

FLOORS = Path(__file__).parent / "floors.json"
PREFIX = "times."
EPSILON = 0.0005
ANNOTATED = 5
"""The last sentence of MEANTIME in which times are annotated; the headline is sentence 0."""
NO_BLANK_BEFORE = {".", ",", ";", ":", "?", "!", ")", "%", "''", "'s", "'", "n't", "’s"}
NO_BLANK_BEHIND = {"(", "``", "$", "US$", "£", "€"}
ACTION = re.compile(
    r"\b(?:kill|captur|detain|arrest|conduct|target|attack|engag|clear|seiz|destroy|search|clash|strike|struck|operation"
    r"|wound|injur|respond|result|discover|found|bomb|explo)\w*"
)
RELEASED = re.compile(
    r"\(\s?(?P<m>[A-Z][a-z]{2,8})\.?\s{0,2}(?P<d>\d{1,2})[,.]?\s{0,2}(?P<y>20\d\d)?\s?\)|^(?P<m2>[A-Z][a-z]{2,8})\.?\s(?P<d2>\d\d?):"
)
EARLY = ("2010-11", "2011-02", "2011-03")
NUMBERED = re.compile(r"\b(20\d\d)-\d\d-[A-Z]{1,2}[-–]\d+")


class Gold(NamedTuple):
    """An expression as annotated."""

    span: Span
    kind: str
    value: str


class Score(NamedTuple):
    """Counts of one set of documents."""

    gold: int
    found: int
    strict: int
    relaxed: int
    kinds: int
    values: int

    def show(self, name: str) -> dict[str, float]:
        """Print a line, and give what floors are kept on."""
        strict, relaxed = (2 * hits / (self.gold + self.found) for hits in (self.strict, self.relaxed))
        value = self.values / self.relaxed
        print(
            f"MEANTIME {name:6s} {self.gold:3d} annotated, {self.found:3d} found: "
            f"span F1 relaxed {relaxed:.3f}, strict {strict:.3f}; value accuracy {value:.3f} "
            f"(of all annotated {self.values / self.gold:.3f}), kind {self.kinds / self.relaxed:.3f}"
        )
        return {"span_f1": relaxed, "span_f1.strict": strict, "value": value}


def report(text: str, published: str | None) -> Report:
    """A report of which only text and day of publication are known."""
    return Report("", "", None, None, None, None, published, None, "en", text, {}, "")


def meantime(path: Path) -> tuple[Report, list[Gold], Span]:
    """The annotated part of a document, what is annotated in it, and where its date line stands."""
    root = ET.parse(path).getroot()  # noqa: S314
    text, spans, sentence, line = "", {}, "0", [0, 0]
    for token in root.findall("token"):
        if int(token.get("sentence") or 0) > ANNOTATED:
            break
        word = token.text or ""
        if token.get("sentence") != sentence:
            sentence = token.get("sentence") or ""
            text += "\n"
        elif text and word not in NO_BLANK_BEFORE and text.split()[-1] not in NO_BLANK_BEHIND:
            text += " "
        spans[token.get("t_id")] = (len(text), len(text) + len(word))
        text += word
        if sentence == "1":
            line = [line[0] or len(text) - len(word), len(text)]
    gold = []
    for timex in root.iter("TIMEX3"):
        anchors = [spans[anchor.get("t_id")] for anchor in timex.findall("token_anchor")]
        if anchors and not line[0] <= min(anchors)[0] < line[1]:
            span = (min(anchors)[0], max(anchors)[1])
            gold.append(Gold(span, (timex.get("type") or "").lower(), timex.get("value") or ""))
    day = datetime.strptime(text[slice(*line)], "%B %d, %Y").date().isoformat()
    return report(text, day), sorted(gold), (line[0], line[1])


def pairs(gold: list[Gold], found: list[When]) -> Iterator[tuple[Gold, When]]:
    """One to one: equal spans first, then any overlap in the order of the text."""
    left = list(found)
    for exact in (True, False):
        for one in list(gold):
            for time_ in left:
                start, end = time_.spans[0]
                if (start, end) == one.span if exact else start < one.span[1] and one.span[0] < end:
                    left.remove(time_)
                    gold = [other for other in gold if other is not one]
                    yield one, time_
                    break


def score_meantime(shared: Path, errors: int) -> dict[str, float]:
    """Scores of both halves, and of both together."""
    parts = {"tuned": Counter[str](), "unseen": Counter[str]()}
    for path in sorted((shared / "data/meantime_english/intra_cross-doc_annotation").rglob("*.xml")):
        doc, gold, line = meantime(path)
        found = [time_ for time_ in read_times(doc) if not line[0] <= time_.spans[0][0] < line[1]]
        name = "unseen" if int(path.name.split("_")[0]) % 2 else "tuned"
        matched = list(pairs(gold, found))
        parts[name] += Counter(
            gold=len(gold),
            found=len(found),
            relaxed=len(matched),
            strict=sum(one.span == time_.spans[0] for one, time_ in matched),
            kinds=sum(one.kind == time_.kind for one, time_ in matched),
            values=sum(one.value == time_.value for one, time_ in matched),
        )
        if errors and name == "tuned":
            show_errors(doc, gold, found, matched)
    parts["all"] = parts["tuned"] + parts["unseen"]
    shown = {
        name: Score(*(part[field] for field in Score._fields)).show(name) for name, part in parts.items()
    }
    return {f"meantime.{key}": value for key, value in shown["all"].items()}


def show_errors(doc: Report, gold: list[Gold], found: list[When], matched: list[tuple[Gold, When]]) -> None:
    """What differs from the annotation of a document."""
    for one, time_ in matched:
        if one.value != time_.value:
            print(f"  value  {doc.published} {around(doc.text, one.span)} {one.value}, read {time_.value}")
    for one in gold:
        if one not in [pair[0] for pair in matched]:
            print(f"  missed {doc.published} {around(doc.text, one.span)} {one.value}")
    for time_ in found:
        if time_ not in [pair[1] for pair in matched]:
            print(f"  extra  {doc.published} {around(doc.text, time_.spans[0])} {time_.value}")


def around(text: str, span: Span) -> str:
    """Words with a little of what stands around them."""
    start, end = span
    return f"{text[max(0, start - 60) : start]}[[{text[start:end]}]]{text[end : end + 40]}".replace(
        "\n", " / "
    )


def released(text: str) -> str | None:
    """The day of release that stands in a text, its year there or in the number of the release."""
    found = RELEASED.search(text)
    if found is None:
        return None
    number = NUMBERED.search(text)
    year = found["y"] or (number and number[1])
    month = (found["m"] or found["m2"])[:3]
    try:
        return datetime.strptime(f"{year} {month} {found['d'] or found['d2']}", "%Y %b %d").date().isoformat()
    except ValueError:
        return None


def score_isaf(shared: Path, errors: int) -> dict[str, float]:
    """Shares of releases with the right day."""
    right: dict[bool, list[bool]] = {True: [], False: []}
    rows = (shared / "data/isaf/releases.jsonl").read_text(encoding="utf-8").splitlines()
    for line, row in enumerate(rows, 1):
        _, asked, answer = (turn["value"] for turn in json.loads(row)["conversations"])
        text = asked.removeprefix("PRESS RELEASE TEXT: ")
        published = released(text)
        if published is None:
            continue
        gold = json.loads(answer)["start_date"]
        chosen = event_time(text, published)
        day = chosen.end if chosen else published
        right[gold.startswith(EARLY)].append(day == gold)
        if errors and day != gold:
            shown = around(text, chosen.spans[0]) if chosen else "no time"
            print(f"  line {line}: {published} is {gold}, read {day}: {shown}")
    both = [*right[True], *right[False]]
    print(
        f"ISAF     {len(both)} releases, event's day right {mean(both):.3f}; "
        f"{len(right[False])} without the months of early answers {mean(right[False]):.3f}"
    )
    return {"isaf.day": mean(both), "isaf.day.without_early": mean(right[False])}


def event_time(text: str, published: str) -> When | None:
    """The time of the first action behind the day of release."""
    head = RELEASED.search(text)
    action = ACTION.search(text, head.end() if head else 0)
    return time_of_action(text, read_times(report(text, published)), action.span()) if action else None


def main() -> None:
    """Score, compare with the floors, and say which does not hold."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    shared = os.environ.get("RASHOMON_SHARED")
    parser.add_argument("--shared", type=Path, default=shared, required=shared is None, metavar="DIR")
    parser.add_argument("--raise", action="store_true", dest="lift", help="raise floors to what was reached")
    parser.add_argument(
        "--errors", action="store_true", help="show errors, of MEANTIME those of the tuned half"
    )
    options = parser.parse_args()
    scores = {**score_meantime(options.shared, options.errors), **score_isaf(options.shared, options.errors)}
    reached = {PREFIX + key: value for key, value in scores.items()}
    floors: dict[str, float] = json.loads(FLOORS.read_text())
    below = [key for key, value in reached.items() if value < floors.get(key, 0.0) - EPSILON]
    for key, value in reached.items():
        print(f"{key:35s} {value:.3f}   floor {floors.get(key, 0.0):.3f}")
    if options.lift:
        floors |= {key: max(floors.get(key, 0.0), int(value * 1000) / 1000) for key, value in reached.items()}
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n")
    if below:
        sys.exit(f"below the floor: {', '.join(below)}")


if __name__ == "__main__":
    main()
