"""How many independent origins stand behind each side of a claim, and how that is known."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from operator import itemgetter
from types import MappingProxyType
from typing import Final, get_args

from rashomon.link.publishers import publisher
from rashomon.link.sources import body_in, called
from rashomon.link.ties import ties
from rashomon.link.unnamed import may_be_one, same_body
from rashomon.link.voices import Voice, voices
from rashomon.model import Claim, Copy, Likeness, OriginGroup, Origins, Reading, Retelling, Side

Group = list[Voice]
SURE: Final = 0.9
"""Likeness from which two members surely say the same: nine in ten."""
UNCOUNTED: Final = ", so not counted in the least"
OPPOSED: Final = re.compile(r"\b(?:opposition|rebels?|resistance|insurgents?)\b", re.I)
"""Words of a body named after a state that is none of its own: `Ostran opposition`."""
NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


def origins(
    claim: Claim,
    readings: Mapping[str, Reading],
    copies: Sequence[Copy],
    retellings: Sequence[Retelling],
    merged: Mapping[str, str] = NOTHING,
    apart: Collection[tuple[str, str]] = (),
    links: Collection[Likeness] | None = None,
) -> dict[Side, Origins]:
    """The origins of each side that the claim has members on.

    `high` counts every origin apart that nothing shows to be another: `len(groups)`. `low` counts once all that may
    be the same: an unnamed source that may be a named one or another unnamed one, those whom only one outlet heard,
    and what belongs to one body; nothing at all for whoever may be anybody, as long as there is somebody else.
    docs/origins.md has the rules. `readings` are those of the claim's reports; raises KeyError where one is missing.
    `merged` and `apart` are what people said of the keys of sources (`judgements.one_source`, `two_sources`).
    With the `links` of the claim's members, `low` counts only origins that surely say the same as one of them does;
    without, all members are taken to.
    """
    sure = None if links is None else {pair for one in links if one.score >= SURE for pair in _both(one)}
    found: dict[Side, Origins] = {}
    for side in get_args(Side):
        members = [one for one in claim.members if one.side == side]
        if members:
            found[side] = _counted(voices(members, readings, merged), copies, retellings, apart, sure)
    return found


def explained(claim: Claim, side: Side, counted: Origins, readings: Mapping[str, Reading]) -> tuple[str, ...]:
    """The count in words, a line for the whole and one for each origin."""
    reports = {one.report for one in claim.members if one.side == side}
    outlets = {publisher(readings[report].report) or report for report in reports}
    start = f"{_number(len(reports), 'report')}, {_number(len(outlets), 'outlet')}"
    if counted.high == 1:
        first = f"{start}, all resting on {counted.groups[0].name}: 1 origin"
    else:
        between = f"{counted.low}" if counted.low == counted.high else f"{counted.low} to {counted.high}"
        first = f"{start}: {between} origins"
    return (first, *(f"{group.name}: {group.why}" for group in counted.groups))


def _both(link: Likeness) -> tuple[tuple[str, str], tuple[str, str]]:
    return (link.a, link.b), (link.b, link.a)


def _number(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def _counted(
    found: list[Voice],
    copies: Sequence[Copy],
    retellings: Sequence[Retelling],
    apart: Collection[tuple[str, str]],
    sure: Collection[tuple[str, str]] | None,
) -> Origins:
    groups, reasons = _joined(found, copies, retellings, apart)
    low, merged = _least(groups, sure)
    return Origins(
        low,
        len(groups),
        tuple(
            OriginGroup(
                _name(group),
                group[0].kind,
                tuple(dict.fromkeys(voice.member for voice in group)),
                "; ".join(filter(None, (_spread(group), *reasons[n], merged[n]))),
                tuple(sorted({voice.key for voice in group})),
                merged[n].removesuffix(UNCOUNTED),
            )
            for n, group in enumerate(groups)
        ),
    )


def _joined(
    found: list[Voice],
    copies: Sequence[Copy],
    retellings: Sequence[Retelling],
    apart: Collection[tuple[str, str]],
) -> tuple[list[Group], list[list[str]]]:
    """Voices that are one, the named first, and why they are."""
    root = [*range(len(found))]

    def top(n: int) -> int:
        while root[n] != n:
            root[n] = root[root[n]]
            n = root[n]
        return n

    why: list[tuple[int, str]] = []
    keys = [{voice.key} for voice in found]
    for one, other, reason in ties(found, copies, retellings):
        first, last = sorted((top(one), top(other)))
        if first != last and not _told_apart(keys[first], keys[last], apart):
            root[last] = first
            keys[first] |= keys[last]
        if top(one) == top(other):
            why.append((one, reason))
    groups: dict[int, Group] = defaultdict(list)
    reasons: dict[int, dict[str, None]] = defaultdict(dict)
    for n, voice in enumerate(found):
        groups[top(n)].append(voice)
    for n, reason in filter(itemgetter(1), why):
        reasons[top(n)][reason] = None
    order = sorted(groups, key=lambda n: (_rank(groups[n]), n))
    return (
        [sorted(groups[n], key=lambda voice: (not voice.named, voice.anybody)) for n in order],
        [[*reasons[n]] for n in order],
    )


def _told_apart(one: set[str], other: set[str], apart: Collection[tuple[str, str]]) -> bool:
    return any((a in one and b in other) or (b in one and a in other) for a, b in apart)


def _rank(group: Group) -> int:
    """The named first, then the unnamed of whom something is told, then those who may be anybody."""
    if any(voice.named for voice in group):
        return 0
    return 2 if all(voice.anybody for voice in group) else 1


def _least(groups: list[Group], sure: Collection[tuple[str, str]] | None) -> tuple[int, list[str]]:
    """The fewest origins there can be, and for each group why it is not counted; empty where it is."""
    kept: list[int] = []
    why = []
    for n, group in enumerate(groups):
        if _rank(group) == 2:
            reason = "may be any of the others, or rest on them" if len(groups) > 1 else ""
        else:
            reason = next((said for m in kept if (said := _may_be(group, groups[m]))), "")
            if not reason:
                kept.append(n)
        why.append(reason)
    if sure is None or len(kept) < 2:
        return max(1, len(kept)), why
    agreeing = [[m for m in kept if m == n or _agree(groups[n], groups[m], sure)] for n in kept]
    most = max(agreeing, key=len)
    for n in kept:
        if n not in most:
            why[n] = f"not surely saying the same as the others{UNCOUNTED}"
    return len(most), why


def _agree(one: Group, other: Group, sure: Collection[tuple[str, str]]) -> bool:
    return any((a.member, b.member) in sure for a in one for b in other)


def _may_be(group: Group, other: Group) -> str:
    """Why a group may be another one, or rest on it; empty where they must differ."""
    # What leaves its state open is of the state that the rest of its group names.
    telling = [voice for voice in group if voice.told.body != "state|"] or group
    for one in telling:
        for two in other:
            if one.member == two.member or one.own or two.own:
                continue
            if reason := _unnamed_is(one, two) if not one.named else _part_is(one, two):
                return f"{reason}{UNCOUNTED}"
    return ""


def _unnamed_is(one: Voice, other: Voice) -> str:
    if shared := [name for key, name in zip(one.passers, one.passed_by, strict=True) if key in other.passers]:
        return f"only {shared[0]} heard them and {_name([other])}"
    if one.passers and other.key in one.passers:
        return f"only {_name([other])} heard them"
    if other.named:
        whole = other.key if other.body is None else other.body
        if same_body(one.body, whole) or (one.told.part == "state" and whole.startswith("state|")):
            return f"may belong to {_name([other])}"
        alike = one.told.about and one.told.about <= set(other.name.lower().split())
        if alike and other.kind == "organisation":
            return f"may belong to {_name([other])}"
        return f"may be {other.name}" if _may_be_person(one, other) else ""
    return f"may be the same as {_name([other])}" if may_be_one(one.told, other.told) else ""


def _may_be_person(one: Voice, other: Voice) -> bool:
    """Whether an unnamed source may be a person named elsewhere, of whom no office is known that says otherwise."""
    return (
        other.kind == "named_person"
        and other.body is None
        and not one.told.about
        and one.report != other.report
    )


def _part_is(one: Voice, other: Voice) -> str:
    """Whether a named body may be the same as another, or a part of it, by what its words say."""
    if not other.named or one.kind == "named_person":
        return ""
    if one.short_for(other) or other.short_for(one):
        return f"may be the same as {_name([other])}"
    keys = {one.key, one.body, _of_body(one)} & {other.key, other.body, _of_body(other)} - {None}
    return f"may be the same as {_name([other])}" if keys else _media_of(one, other) or _media_of(other, one)


def _of_body(voice: Voice) -> str | None:
    """The body of which something without a name of its own is told: `a UN-led investigation`."""
    described = voice.kind in ("organisation", "document") and voice.name.split()[-1][:1].islower()
    described = described and not OPPOSED.search(voice.name)
    return body_in(voice.name) if described else None


def _media_of(one: Voice, other: Voice) -> str:
    """Whether one is the media of the state that the other is."""
    if one.body and one.body.startswith("media|") and same_body(f"state|{one.body[6:]}", other.key):
        return f"{_name([one])} may speak for {_name([other])}"
    return ""


def _spread(group: Group) -> str:
    """Where an origin is found."""
    outlets = sorted({voice.outlet or voice.report for voice in group})
    reports = len({voice.report for voice in group})
    if all(voice.own for voice in group):
        return f"{', '.join(outlets)} in its own voice, crediting nobody"
    through = sorted({name for voice in group for name in voice.passed_by})
    by = f", through {', '.join(through)}" if through else ""
    return f"in {_number(reports, 'report')} of {', '.join(outlets)}{by}"


def _name(group: Group) -> str:
    """What to call an origin: its body if several speak for it, else the fullest name."""
    return re.sub(r"^[Tt]he\s+(?=[A-Z])", "", _full_name(group))


def _full_name(group: Group) -> str:
    named = [voice for voice in group if voice.named]
    named = [voice for voice in named if voice.kind != "outlet"] or named
    bodies = Counter(one for voice in named for one in (voice.body, voice.key) if one)
    if len({voice.name for voice in named}) > 1:
        for key, _ in sorted(bodies.items(), key=lambda one: (-one[1], one[0])):
            if key.startswith(("body|", "state|", "media|")):
                spelt = [voice.name for voice in named if voice.key == key]
                return max(spelt, key=len) if called(key).islower() and spelt else called(key)
    if named:
        return max((voice.name for voice in named), key=lambda name: (len(name), name))
    unnamed = [voice for voice in group if not voice.own]
    if not unnamed:
        return f"{group[0].name} itself"
    told = [voice for voice in unnamed if voice.kind != "unspecified"]
    return f"{told[0].name} (unnamed)" if told else "somebody, not said who"
