"""Counts that stand in a list or are part of another, and those whose word of harm follows at a distance."""

from typing import Final

from rashomon.extract.figures.harms import Harm
from rashomon.extract.figures.scene import BE, Scene, Tie

_LIST: Final = frozenset(
    """and or , as well including include included among them plus along with addition to in & of whom also
    - – — --""".split()
)
_ADDED: Final = (("as", "well", "as"), ("in", "addition", "to"), ("along", "with"))
_INCLUDING: Final = frozenset("including include includes included comprising among".split())
_BLOCK: Final = frozenset(
    """said says told ; : when after as while before where because since if but although though until amid
    according adding saying reported announced""".split()
)
"""Words behind which another clause begins."""
_SPEAKS: Final = frozenset("said say says told".split())
_POSSESSIVE: Final = frozenset("his her their its".split())
_AND: Final = frozenset("and , as well".split())
FAR, LIST_REACH, LONGEST_LIST, BARE_REACH = 16, 9, 12, 8


def whole(scene: Scene, n: int, tied: dict[int, Tie], harm: Harm | None = None) -> int | None:
    """The mention of which this one counts a part; `harm` is what it is tied to, where that is known."""
    if n + 1 < len(scene.found) and (_among(scene, n + 1) or is_whole(scene, n + 1)):
        return n + 1
    if n == 0 or _among(scene, n) or is_whole(scene, n):
        return None
    end, words = scene.found[n].end, scene.sentence.words
    if words[end - 2 : end] in (["of", "them"], ["of", "whom"]) or words[end : end + 2] == ["among", "them"]:
        return n - 1
    gap = scene.gap(n, LIST_REACH)
    if gap is None or not _BLOCK.isdisjoint(gap):
        return None
    before = tied.get(n - 1)
    of = before.part_of if before else None
    if not _INCLUDING.isdisjoint(gap):
        return of if of is not None and "among" not in gap else n - 1
    goes_on = of is not None and _AND.issuperset(gap) and (harm is None or harm is tied[of].harm)
    return of if goes_on else None


def is_whole(scene: Scene, n: int) -> bool:
    """Whether the mention before counts some of this one: `3 of the 14 killed`."""
    return n > 0 and scene.gap(n, 1) == ["of"]


def _among(scene: Scene, n: int) -> bool:
    """Whether a mention holds the one before it: `six sailors were among the 22 killed`."""
    gap = scene.gap(n, LIST_REACH) or []
    at = gap.index("among") if "among" in gap else 0
    return not BE.isdisjoint(gap[:at]) and gap[at + 1 : at + 2] not in (["them"], ["whom"])


def part(scene: Scene, n: int, tied: dict[int, Tie]) -> Tie | None:
    """The tie of the whole: `14, including five children`."""
    of = whole(scene, n, tied)
    return Tie(tied[of].kinds, tied[of].harm, "part", of) if of is not None and of in tied else None


def listed(scene: Scene, n: int, tied: dict[int, Tie]) -> Tie | None:
    """The tie of the mention before, where a list goes on."""
    before = tied.get(n - 1)
    gap = scene.gap(n, LIST_REACH) if before else None
    if before is None or gap is None or not _BLOCK.isdisjoint(word for word in gap if word != "as"):
        return None
    one = scene.found[n]
    added = any(tuple(gap[-len(words) :]) == words for words in _ADDED)
    if not added:
        passive = before.how in ("at once", "far")
        harm_between = any(k in scene.harm_at for k in range(scene.found[n - 1].end, one.start))
        speaks = not gap and scene.word(one.end) in _SPEAKS
        if passive or harm_between or speaks:
            return None
    links = gap[:-1] if gap and gap[-1] in _POSSESSIVE else gap
    if (links and links[-1] not in _LIST) or (one.single and len(links) > 2):
        return None
    return Tie(before.kinds, before.harm, "listed", before.part_of)


def far(scene: Scene, n: int) -> Tie | None:
    """The next word of harm that is said of people before it, past lists and places."""
    one = scene.found[n]
    k, passed, verb = one.end, 0, False
    while k < one.end + FAR + 4 * passed and k < len(scene.sentence.words):
        harm = scene.harm_at.get(k)
        if harm is not None:
            if one.head is None and k - one.end > BARE_REACH:
                return None
            return _across(scene, harm, scene.sentence.words[one.end : k], passed)
        next_mention = scene.mention_at.get(k)
        if next_mention is not None:
            if verb and not _among(scene, next_mention):
                return None
            passed += 1
            adjacent = k == one.end and one.head is not None
            link = scene.word(k - 1 - (scene.word(k - 1) in _POSSESSIVE))
            if passed > LONGEST_LIST or not (adjacent or link in _LIST):
                return None
            k = scene.found[next_mention].end
        elif scene.word(k) in _BLOCK and not (scene.word(k) == "as" and scene.word(k + 1) == "well"):
            return None
        else:
            verb = verb or scene.word(k) in BE  # a verb of its own: the next count is another clause's
            k += 1
    return None


def _across(scene: Scene, harm: Harm, gap: list[str], passed: int) -> Tie | None:
    """The tie over a distance: across a list, to a passive, or to `among the dead`."""
    if "among" in gap and harm.word == "victims":
        return Tie(("killed",), harm, "far")
    if scene.is_active(harm) or harm.form in ("toll", "noun"):
        return None
    holds = passed or not _INCLUDING.isdisjoint(gap) or len(gap) <= 5 or scene.has_be(harm.start)
    return Tie(harm.kinds, harm, "far") if holds else None
