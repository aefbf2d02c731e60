"""What would change a count of origins: which of them may be one with another, and which were taken for one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.link.voices import voices
from rashomon.model import Claim, OriginGroup, Origins, Reading
from rashomon.query.judged import Judged


@dataclass(frozen=True, slots=True)
class Voiced:
    """One of the sources that an origin joins."""

    key: str
    name: str
    members: tuple[str, ...]
    """Ids of the members of the claim that credit it."""


def voiced(
    judged: Judged, claim: Claim, readings: Mapping[str, Reading], group: OriginGroup
) -> tuple[Voiced, ...]:
    """The sources that an origin joins, in the order of reports; one alone where all reports name the same."""
    members = [one for one in claim.members if one.id in group.members]
    found: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for voice in voices(members, readings, judged.one_source):
        if voice.key in group.sources:
            found.setdefault(voice.key, []).append(voice.member)
            own = f"{voice.name} itself" if voice.own else voice.name
            where = f", in {voice.outlet or voice.report}" if not voice.named and not voice.own else ""
            names.setdefault(voice.key, f"{own}{where}")
    return tuple(Voiced(key, names[key], tuple(ids)) for key, ids in found.items())


def what_if(counted: Origins, joined: Sequence[Sequence[Voiced]]) -> list[str]:
    """Sentences on what would make the most of a count less or more; `joined` are the sources of each origin.

    First who may be one with another, then who was taken for one.
    """
    high = counted.high
    fewer = [_fewer(one, high) for one in counted.groups if one.doubt]
    more = [
        f"{group.name} counts once for {_listed([one.name for one in sources])}. If one of them is another, "
        f"{high} becomes {high + 1}."
        for group, sources in zip(counted.groups, joined, strict=True)
        if len(sources) > 1
    ]
    return [f"{line[:1].upper()}{line[1:]}" for line in (*fewer, *more)]


def _fewer(group: OriginGroup, high: int) -> str:
    change = f"{high} becomes {high - 1}"
    if group.doubt.startswith("only "):
        return f"{group.name}: {group.doubt}. If they are one, {change}."
    if group.doubt.startswith("not "):
        return f"{group.name} is {group.doubt}. If it says something else, {change}."
    return f"{group.name} {group.doubt}. If so, {change}."


def _listed(names: Sequence[str]) -> str:
    distinct = [*dict.fromkeys(names)]
    shown = distinct if len(distinct) < 5 else [*distinct[:3], f"{len(distinct) - 3} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
