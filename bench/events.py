"""How well events and actors are read: ISAF releases and re3d, against floors.

    python bench/events.py --shared ../shared            score, and fail below a floor
    python bench/events.py --shared ../shared --raise    score, and raise the floors to what was reached

ISAF: what hand coders gave each release (type of event, whether anyone was killed or captured, whether from the air,
the target group, the day, the province) against what its events say: type and flags of all events that are said to have
happened; the group that suffers one; the day of the first that kills, arrests or strikes from the air and has a day (of
any, where none of these has one), else the day of release; the province of the first that has one. The coders took the
target and the province from anywhere in a release; an event has only what stands beside it, so a second figure says how
often what it has is right (`of_those_named`). The day of release is read as in `times.py`. Errors of all releases were
looked at.
re3d: organisations (forces and armed groups among them) and people as annotated with confidence of a half or more, one
to one by overlap, against those that are named as actors anywhere. Actors are read to bind them to events, not to find
every organisation, so only precision has a floor.
The corpora are not part of the project; `--shared` or RASHOMON_SHARED says where they are.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from statistics import mean

from bench.times import released
from rashomon.annotate import annotate
from rashomon.extract.events import read_events
from rashomon.extract.events.mentions import mentions
from rashomon.extract.events.names import Names
from rashomon.extract.events.sentences import sentences
from rashomon.extract.figures import read_figures
from rashomon.extract.places import read_places
from rashomon.extract.times import read_times
from rashomon.model import Event, Place, Report, Span, When

FLOORS = Path(__file__).parent / "floors.json"
PREFIX = "events."
EPSILON = 0.0005
GROUPS = {
    "Taliban": "taliban",
    "Haqqani network": "haqqani",
    "al-Qaeda": "aq",
    "Hezb-e-Islami": "hig",
    "Lashkar-e-Taiba": "let",
    "Islamic Movement of Uzbekistan": "imu",
    "Islamic Jihad Union": "iju",
    "Tehrik-i-Taliban Pakistan": "ttp",
}
SPELLINGS = {
    "paktia": "paktya",
    "maidanwardak": "wardak",
    "sarepol": "sarepul",
    "saripul": "sarepul",
    "khowst": "khost",
    "oruzgan": "uruzgan",
    "urozgan": "uruzgan",
    "konar": "kunar",
    "nurestan": "nuristan",
}
NAMED = {"Organisation", "Person"}


def read(text: str, published: str | None) -> tuple[tuple[Event, ...], dict[str, When], dict[str, Place]]:
    """The events of a text, without its statements, and the times and places they may have."""
    report = Report(
        id="r", path="r.txt", url=None, outlet=None, title=None, byline=None, published=published, updated=None,
        language="en", text=text, found={}, raw="",
    )  # fmt: skip
    names, times = annotate(text), read_times(report)
    places = read_places(report, names)
    events = read_events(report, names, (), read_figures(report, ()), times, places)
    return events, {one.id: one for one in times}, {one.id: one for one in places}


def isaf(data: Path, errors: bool) -> dict[str, float]:
    """Shares of releases whose events agree with the coding."""
    right: dict[str, list[bool]] = {}
    for line, row in enumerate(data.read_text(encoding="utf-8").splitlines(), 1):
        _, asked, answer = (turn["value"] for turn in json.loads(row)["conversations"])
        text, gold = asked.removeprefix("PRESS RELEASE TEXT: "), json.loads(answer)
        published = released(text)
        events, times, places = read(text, published)
        found = judged([one for one in events if one.polarity == "positive"])
        coded = {
            "type": gold["event_type"][0],
            "killed": gold["killq"],
            "captured": gold["captureq"],
            "from_the_air": gold["airstrike"],
            "target": gold["target_group"][0],
        }
        if published:
            found["day"], coded["day"] = day(events, times) or published, gold["start_date"]
        if gold["province"] and gold["province"][0]:
            found["province"], coded["province"] = province(events, places), spelled(gold["province"][0])
        for key, value in coded.items():
            right.setdefault(key, []).append(found[key] == value)
            if key in {"target", "province"} and found[key]:
                right.setdefault(f"{key}.of_those_named", []).append(found[key] == value)
            if errors and found[key] != value:
                print(f"  {key}: {value!r}, read {found[key]!r}: line {line}, {gold['name']} {published}")
    print(f"ISAF     {len(right['type'])} releases, {len(right['day'])} of them with a day of release")
    return {f"isaf.{key}": mean(values) for key, values in right.items()}


def judged(events: Sequence[Event]) -> dict[str, str | bool]:
    """What the events of a release say, in the terms of its coders."""
    killed, captured, air = (any(map(is_such, events)) for is_such in (kills, arrests, strikes))
    suffers = [actor for one in events for actor in one.actors if actor.role == "suffers"]
    kind = "detention" if captured else "insurgentskilled"
    if air:
        kind = "airstrike"
    elif killed and captured:
        kind = "captureandkill"
    elif any(one.inter == "Civilians" for one in suffers) and not captured:
        kind = "civiliancasualty"
    target = next((GROUPS[one.name] for one in suffers if one.name in GROUPS), "")
    return {"type": kind, "killed": killed, "captured": captured, "from_the_air": air, "target": target}


def kills(one: Event) -> bool:
    """Whether an event kills, by its words."""
    return one.plover == "ASSAULT" and "kill" in one.words.text.lower()


def arrests(one: Event) -> bool:
    """Whether an event is an arrest."""
    return one.mode == "arrest"


def strikes(one: Event) -> bool:
    """Whether an event is a strike from the air."""
    return one.sub_event == "Air/drone strike"


def day(events: Sequence[Event], times: dict[str, When]) -> str | None:
    """The day of the first event of a kind that is coded, else of the first of any; a single day before a stretch."""
    dated = [one for one in events if one.polarity == "positive" and one.when and times[one.when].end]
    kinds = [one for one in dated if kills(one) or arrests(one) or strikes(one)]
    whens = [times[one.when] for one in kinds or dated if one.when]
    return min(whens, key=lambda when: when.start != when.end).end if whens else None


def province(events: Sequence[Event], places: dict[str, Place]) -> str:
    """The province of the first event that has one."""
    located = [places[one.place] for one in events if one.place]
    named = [one.name if one.kind == "province" else one.adm_1 for one in located]
    return spelled(next((one for one in named if one), ""))


def spelled(name: str) -> str:
    """The name of a province however it is spelled: `day_kundi`, `Daykundi`; `paktya`, `Paktia`."""
    letters = "".join(letter for letter in name.lower() if letter.isalpha()).removesuffix("province")
    return SPELLINGS.get(letters, letters)


def re3d(data: Path) -> dict[str, float]:
    """Precision, recall and F1 of organisations and people named."""
    hits, found, gold = 0, 0, 0
    for path in sorted(data.glob("*/documents.json")):
        annotated: dict[str, list[Span]] = {}
        for line in path.with_name("entities.json").read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            if one["type"] in NAMED and one["confidence"] >= 0.5:
                annotated.setdefault(one["documentId"], []).append((one["begin"], one["end"]))
        for line in path.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            spans, want = list(named(document["text"])), annotated.get(document["_id"], [])
            hits, found, gold = hits + matched(spans, want), found + len(spans), gold + len(want)
    precision, recall = hits / found, hits / gold
    f1 = 2 * precision * recall / (precision + recall)
    print(
        f"re3d     {gold} organisations and people: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"
    )
    return {"re3d.precision": precision}


def named(text: str) -> Iterator[Span]:
    """Where a text names an actor by name."""
    names = Names(annotate(text))
    for sentence in sentences(text):
        for one in mentions(sentence, names.people(sentence.start, sentence.end), (), None):
            start, end = sentence.tokens[one.first].start, sentence.tokens[one.last].end
            if text[start:end].lower() != text[start:end] and not one.land:
                yield start, end


def matched(found: Iterable[Span], gold: Iterable[Span]) -> int:
    """How many spans overlap, one to one."""
    left, hits = list(gold), 0
    for start, end in found:
        for one in left:
            if start < one[1] and one[0] < end:
                left.remove(one)
                hits += 1
                break
    return hits


def main() -> None:
    """Score, compare with the floors, and say which does not hold."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    shared = os.environ.get("RASHOMON_SHARED")
    parser.add_argument("--shared", type=Path, default=shared, required=shared is None, metavar="DIR")
    parser.add_argument("--raise", action="store_true", dest="lift", help="raise floors to what was reached")
    parser.add_argument("--errors", action="store_true", help="show where ISAF releases differ")
    options = parser.parse_args()
    data = options.shared / "data"
    scores = {
        **isaf(data / "isaf/releases.jsonl", options.errors),
        **re3d(data / "re3d_syria_iraq"),
    }
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
