"""From links to claims: average link, within what links connect."""

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from rashomon.link.claims.aspects import NOT
from rashomon.link.claims.blame import accuses
from rashomon.link.claims.evidence import REPRINTED
from rashomon.link.claims.proposition import Proposition
from rashomon.link.claims.stance import stance
from rashomon.link.claims.vectors import cosine
from rashomon.model import Claim, Member, Side

MERGED: Final = 0.4
"""Groups are merged while the mean likeness between their members is at least this."""
EXACT: Final = 10_000
"""A likeness is a whole number of these parts, so that sums do not depend on the order of adding."""
UNSEEN: Final = 0.1
"""What counts for two members without a kept link: unlike, or never compared."""

CONTRADICTS: Final = 0.8
"""How likely the report's own words must contradict a claim to deny it; `stance` was fitted on headlines."""

Pair = tuple[str, str]
Link = tuple[str, str, float]
"""The ids of two members, the smaller first, and how like they are."""


def claims(
    propositions: Sequence[Proposition],
    links: Iterable[Link],
    together: Collection[Pair] = (),
    apart: Collection[Pair] = (),
) -> list[Claim]:
    """The claims that propositions make, by their ids: the same in whatever order all is given.

    A proposition that is like no other is a claim of its own. `together` and `apart` are pairs of ids of members that
    people have judged: the claims of the first are one, the second are never in one unless `together` forces them.
    Reprints of one saying (REPRINTED) that reports put on several days count as one member, as like others as the
    likest of them: most of the days are wrong, and nothing that is said on those speaks against it.
    """
    by_id = {one.member.id: one for one in propositions}
    known = sorted(link for link in links if link[0] in by_id and link[1] in by_id)
    judged = Groups(sorted(by_id))
    joined = sorted((a, b) for a, b in together if a in by_id and b in by_id)
    for a, b in joined:
        judged.join(judged.home[a], judged.home[b])
    barred = [
        (one, other)
        for a, b in apart
        if a in by_id and b in by_id and judged.home[a] != judged.home[b]
        for one in judged.members[judged.home[a]]
        for other in judged.members[judged.home[b]]
    ]
    groups = Groups(sorted(by_id))
    groups.bar(barred)
    groups.unite([(a, b) for a, b, score in known if score == REPRINTED and by_id[a].day != by_id[b].day])
    groups.link(known)
    groups.merge()
    # Joined last, and whole: else the rest of each would be unlike half of the group and fall out of it.
    for a, b in joined:
        groups.join(groups.home[a], groups.home[b])
    worth: dict[str, float] = defaultdict(float)
    for a, b, score in known:
        worth[a] += score
        worth[b] += score
    found = [_claim([by_id[one] for one in group], worth) for group in groups.members.values()]
    return sorted(found, key=lambda claim: claim.id)


class Groups:
    """Groups of members, each under its smallest id, merged step by step."""

    def __init__(self, ids: Sequence[str]) -> None:
        self.members: dict[str, list[str]] = {one: [one] for one in ids}
        self.home = {one: one for one in ids}
        self._sizes = dict.fromkeys(ids, 1)
        self._sums: dict[str, dict[str, int]] = defaultdict(dict)
        self._barred: dict[str, set[str]] = defaultdict(set)

    def join(self, a: str, b: str) -> None:
        """Put two groups under the smaller of their ids."""
        if a == b:
            return
        first, second = sorted((a, b))
        for one in self.members.pop(second):
            self.members[first].append(one)
            self.home[one] = first

    def unite(self, pairs: Iterable[Pair]) -> None:
        """Make groups of one size of those that are one saying, unless they are barred; before anything else."""
        for one, other in pairs:
            a, b = sorted((self.home[one], self.home[other]))
            if a != b and b not in self._barred[a]:
                self._unite(a, b)
                self._sizes[a] = 1

    def link(self, links: Iterable[Link]) -> None:
        """Let groups be as like as the likest of their members."""
        for one, other, score in links:
            a, b = self.home[one], self.home[other]
            if a != b:
                more = max(round((score - UNSEEN) * EXACT), self._sums[a].get(b, -EXACT))
                self._sums[a][b] = self._sums[b][a] = more

    def bar(self, pairs: Sequence[Pair]) -> None:
        """Keep groups apart."""
        for one, other in pairs:
            a, b = self.home[one], self.home[other]
            if a != b:
                self._barred[a].add(b)
                self._barred[b].add(a)

    def merge(self) -> None:
        """Merge the two groups that are likest, again and again, equals in the order of their ids."""
        queue = [(-self._mean(a, b), a, b) for a, its in self._sums.items() for b in its if a < b]
        queue = [one for one in queue if one[0] <= -MERGED]
        heapq.heapify(queue)
        while queue:
            mean, a, b = heapq.heappop(queue)
            if (
                a in self.members
                and b in self._sums[a]
                and b not in self._barred[a]
                and -mean == self._mean(a, b)
            ):
                self._unite(a, b)
                for other in self._sums[a]:
                    if (mean := self._mean(a, other)) >= MERGED:
                        heapq.heappush(queue, (-mean, min(a, other), max(a, other)))

    def _mean(self, a: str, b: str) -> float:
        """The mean likeness of two groups."""
        return self._sums[a][b] / (self._sizes[a] * self._sizes[b] * EXACT) + UNSEEN

    def _unite(self, a: str, b: str) -> None:
        """Merge group `b` into `a`, with all that is known of how like and how barred it is."""
        self.join(a, b)
        self._sizes[a] += self._sizes[b]
        for other, value in self._sums.pop(b, {}).items():
            del self._sums[other][b]
            if other != a:
                self._sums[a][other] = self._sums[other][a] = self._sums[a].get(other, 0) + value
        for other in self._barred.pop(b, set()):
            self._barred[other].discard(b)
            self._barred[other].add(a)
            self._barred[a].add(other)


def _claim(ones: Sequence[Proposition], worth: Mapping[str, float]) -> Claim:
    """The claim of a group, in the words of the member likest to all; of those that need no context, if there are any.

    Of blame, in words that name who did it and that they did (`accuses`), if there are any.

    Where nobody affirms it and somebody asserts its negation, the claim is that negation.
    """
    ones = sorted(ones, key=lambda one: (one.member.report, one.member.spans, one.member.id))
    turned = any(one.negated for one in ones) and not any(one.member.side == "says" for one in ones)
    first = [one for one in ones if (one.negated if turned else one.member.side == "says")] or ones
    standing = min(
        first,
        key=lambda one: (
            one.aspect == "blame" and not accuses(one.text),
            bool(one.context),
            -round(worth.get(one.member.id, 0.0), 6),
            one.member.id,
        ),
    )
    members = tuple(_on(one.member, _side(one, standing, turned)) for one in ones)
    sides = {one.side for one in members}
    return Claim(min(one.id for one in members), standing.text, members, "says" in sides and len(sides) > 1)


def _on(member: Member, side: Side) -> Member:
    return member if member.side == side else replace(member, side=side)


def _negations(one: Proposition) -> int:
    return len(NOT.findall(one.text))


def _side(one: Proposition, standing: Proposition, turned: bool) -> Side:
    """The side of a member: that of its words, and of the claim's where those negate as often: they say the same.

    The report's own voice, which has no act, denies where its words contradict the claim's.
    """
    side = one.member.side
    if turned and side == "denies":
        return "says"
    if one.negated and side == "denies" and not standing.negated and _negations(one) == _negations(standing):
        return standing.member.side
    if side == "says" and one.aspect == "what" and one.member.statement is None and one is not standing:
        alike = cosine(one.vector, standing.vector)
        return "denies" if stance(standing.text, one.text, alike)["against"] >= CONTRADICTS else side
    return side
