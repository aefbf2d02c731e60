"""What tells that two voices behind a claim are one."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from rashomon.link.persons import same_person
from rashomon.link.sources import called, may_speak, outlet_key, owner
from rashomon.link.unnamed import may_be_one
from rashomon.link.voices import Voice
from rashomon.model import Copy, Retelling

RUN: Final = 7
"""Words in a row that two reports do not share by chance when they tell of one claim."""
NEAREST: Final = 50
"""Voices with the same words that one is compared with: the cost of each stays flat."""
MOST_OF_IT: Final = 0.5
"""Share of the shorter report from which two are copies as a whole."""
ENOUGH: Final = 4
"""Words of a shorter proposition that must be the same from first to last."""
NAME: Final = re.compile(r"[A-Z]\w+")
MOST: Final = 30
"""Words of an office that are looked at."""
Tie = tuple[int, int, str]
"""Two voices that are one, by their places in the list, and why; no reason where they have one name."""


def ties(found: Sequence[Voice], copies: Sequence[Copy], retellings: Sequence[Retelling]) -> Iterator[Tie]:
    """Every reason for which two of the voices are one. Each is listed once with the first that it is one with."""
    yield from _same_key(found)
    yield from _same_people(found)
    yield from _in_short(found)
    yield from _speaking(found)
    yield from _same_words(found)
    yield from _copied(found, copies)
    yield from _passed_on(found)
    yield from _retold(found, retellings)
    yield from _explained(found)


def _same_key(found: Sequence[Voice]) -> Iterator[Tie]:
    """One source by name, one body, and those who speak for it."""
    first: dict[str, int] = {}
    for n, voice in enumerate(found):
        yield from _with_first(first, voice.key, n, "")
        if voice.body and (voice.named or voice.told.part in ("spokesperson", "media")):
            known = found[first.get(voice.body, n)].name == voice.name
            why = "" if known else f"{voice.name} speaks for {called(voice.body)}"
            yield from _with_first(first, voice.body, n, why)


def _with_first(first: dict[str, int], key: str, n: int, why: str) -> Iterator[Tie]:
    if first.setdefault(key, n) != n:
        yield first[key], n, why


def _same_people(found: Sequence[Voice]) -> Iterator[Tie]:
    """One person by two spellings, or by the surname alone where one in the list bears it."""
    people = {voice.key: n for n, voice in reversed([*enumerate(found)]) if voice.kind == "named_person"}
    ordered = sorted(people.items(), key=lambda one: one[1])
    for at, (_, n) in enumerate(ordered):
        like = [m for _, m in ordered[:at] if same_person(found[m].name, found[n].name)]
        if len(like) == 1:
            yield like[0], n, f"{found[like[0]].name} and {found[n].name} are taken for one person"


def _in_short(found: Sequence[Voice]) -> Iterator[Tie]:
    """A body by its last word alone is the one that its report names in full, if that names one such."""
    bodies: dict[str, list[int]] = defaultdict(list)
    for n, voice in enumerate(found):
        if voice.kind == "organisation":
            bodies[voice.report].append(n)
    for here in bodies.values():
        for n in here:
            longer = {found[m].key: m for m in here if found[n].short_for(found[m])}
            if len(longer) == 1:
                (first,) = longer.values()
                yield first, n, f"{found[n].name} stands for {found[first].name} in one report"


def _speaking(found: Sequence[Voice]) -> Iterator[Tie]:
    """Whoever speaks for a body that no table has, but the list: `head of the Tern Front`, and the Tern Front; `of the
    Front`, where the list has one Front.
    """
    bodies = {_spelt(one.name): n for n, one in enumerate(found) if one.kind == "organisation"}
    last: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for name in bodies:
        if len(name) > 1:
            last[name[-1]].add(name)
    for n, voice in enumerate(found):
        if not voice.office or voice.body or voice.kind == "organisation" or not may_speak(voice.office):
            continue
        words = _spelt(voice.office)[:MOST]
        some = (words[at : at + length] for length in range(len(words), 1, -1) for at in range(len(words)))
        body = next((one for one in some if len(one) > 1 and one in bodies), None)
        named = (word.casefold() for word in NAME.findall(voice.office))
        body = body or next((min(last[word]) for word in named if len(last.get(word, ())) == 1), None)
        if body is not None:
            yield bodies[body], n, f"{voice.name} speaks for {found[bodies[body]].name}"


def _spelt(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[\w-]+", re.sub(r"^the\s+", "", name.casefold())))


def _same_words(found: Sequence[Voice]) -> Iterator[Tie]:
    """The same words in two reports: whoever is not named in one is whom the other credits with them."""
    runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, voice in enumerate(found):
        length = min(RUN, len(voice.words))
        for at in range(len(voice.words) - length + 1):
            runs[voice.words[at : at + length]].append(n)
    seen = set()
    for sharing in runs.values():
        named_first = [*dict.fromkeys(sorted(sharing, key=lambda n: (found[n].anybody, n)))]
        for at, n in enumerate(named_first):
            if len(found[n].words) < ENOUGH:
                continue
            earlier = named_first[max(0, at - NEAREST) : at]
            first = next((m for m in earlier if _one(found[m], found[n])), None)
            if first is not None and (first, n) not in seen:
                seen.add((first, n))
                yield first, n, "the same words"


def _one(one: Voice, other: Voice) -> bool:
    """Whether two voices are one where their reports share words: one not named in full may be what the other is."""
    if one.report == other.report:
        return False
    if other.anybody or one.anybody or one.short_for(other) or other.short_for(one):
        return True
    return not one.named and not other.named and may_be_one(one.told, other.told)


def _copied(found: Sequence[Voice], copies: Sequence[Copy]) -> Iterator[Tie]:
    """The same passage in two reports that share it."""
    by_report: dict[str, list[int]] = defaultdict(list)
    for n, voice in enumerate(found):
        by_report[voice.report].append(n)
    for copy in copies:
        for n in by_report[copy.a]:
            for m in by_report[copy.b]:
                if _one(found[n], found[m]) and _in_copy(found[n], found[m], copy):
                    yield n, m, f"a copied passage ({round(100 * copy.share_of_shorter)} % of the shorter)"


def _in_copy(one: Voice, other: Voice, copy: Copy) -> bool:
    """Whether two voices stand in the same shared passage, or their reports are copies as a whole and agree on them."""
    for (start, end), (start_b, end_b) in copy.passages:
        shift = start_b - start
        inside = start <= one.spans[0][0] < end and start_b <= other.spans[0][0] < end_b
        if inside and abs(one.spans[0][0] + shift - other.spans[0][0]) <= _length(one) + _length(other):
            return True
    whole = copy.share_of_shorter >= MOST_OF_IT
    return whole and (one.own, one.kind, one.name.casefold()) == (
        other.own,
        other.kind,
        other.name.casefold(),
    )


def _length(voice: Voice) -> int:
    return voice.spans[-1][1] - voice.spans[0][0]


def _passed_on(found: Sequence[Voice]) -> Iterator[Tie]:
    """An outlet that passes on another's word is no origin of its own; nor is anyone unspecified behind it."""
    through: dict[str, list[int]] = defaultdict(list)
    for n, voice in enumerate(found):
        for key in dict.fromkeys((*voice.passers, *map(owner, voice.passed_by))):
            through[key or ""].append(n)
    for n, voice in enumerate(found):
        others = [m for key in (voice.key, voice.body) if key for m in through.get(key, ()) if m != n]
        if voice.kind == "outlet" and others:
            yield others[0], n, f"{voice.name} takes it from {_title(found[others[0]])}"
        if voice.kind == "unspecified" and voice.passers:
            others = [m for m in through[voice.passers[-1]] if found[m].kind != "unspecified"]
            if len({found[m].key for m in others}) == 1:
                yield others[0], n, f"{voice.passed_by[-1]} credits {_title(found[others[0]])} with it"


def _retold(found: Sequence[Voice], retellings: Sequence[Retelling]) -> Iterator[Tie]:
    """A report that retells another that is held: whom it does not name is whom the other has."""
    by_report: dict[str, list[int]] = defaultdict(list)
    for n, voice in enumerate(found):
        by_report[voice.report].append(n)
    for retelling in retellings:
        for n in by_report[retelling.report]:
            if not _rests_on(found[n], retelling):
                continue
            for m in by_report.get(retelling.of or "", ()):
                if _one(found[n], found[m]) or found[n].key == outlet_key(retelling.outlet):
                    yield m, n, f"retold from {retelling.outlet}, whose report is held"
                    break


def _rests_on(voice: Voice, retelling: Retelling) -> bool:
    """Whether a retelling is about this voice: the whole report by its credit, else what came by the outlet."""
    outlet = outlet_key(retelling.outlet)
    return retelling.kind == "credit" or outlet in voice.passers or voice.key == outlet


def _explained(found: Sequence[Voice]) -> Iterator[Tie]:
    """What a report says in its own voice and also credits to somebody rests on that."""
    credited: dict[str, int] = {}
    for n, voice in sorted(enumerate(found), key=lambda one: (one[1].anybody, one[0])):
        if not voice.own:
            credited.setdefault(voice.report, n)
    for n, voice in enumerate(found):
        if voice.own and voice.report in credited:
            first = credited[voice.report]
            yield first, n, f"the report itself credits {_title(found[first])} with it"


def _title(voice: Voice) -> str:
    return voice.outlet or "the report" if voice.own else voice.name
