"""The person that a noun phrase names, and the office it gives them."""

import re

from rashomon.codebook.countries import country_of
from rashomon.extract.statements.names import ORGANISATIONS, is_office, is_title

PARTICLES = frozenset("de al el bin ibn von van der ul ur di da la le bint abu".split())
STRAY = " ,;\"'“”"
TOLD = frozenset("a an the who of from at with".split())
"""Words that begin what is told of a person behind the name."""
PLACING = frozenset("in at near from of on to".split())
"""Words behind which a name is no person's, whatever a finder of names takes it for: "an officer in Dorven"."""
AT_MOST = 5
"""Words in a name."""


def person_in(words: str, known: list[str]) -> tuple[str | None, str | None]:
    """The name in `words` and the office before or behind it; `known` are the people that a finder of names sees there.

    A name follows the last office or title ("Observatory head Rami A.", "the army chief, General B."), or stands
    alone; a land, a body's acronym or an adjective before it are no part of it.
    """
    main, comma, behind = words.partition(",")
    for piece, other in ((main, behind), (behind, main)) if comma else ((main, ""),):
        name, office = _split(piece.strip(), known)
        if name:
            told = (other.strip(), office) if other is main else (office, other.strip())
            return name, ", ".join(one for one in told if one and _has_office(one)) or None
    return None, None


def _has_office(words: str) -> bool:
    return any(map(is_office, words.split()))


def _split(piece: str, known: list[str]) -> tuple[str | None, str | None]:
    parts = piece.split()
    first, last = _behind_title(parts) or _before_office(parts) or _at_end(parts, known)
    while first < last and _no_name(parts[first], alone=first == last - 1):
        first += 1
    name = parts[first:last]
    if first and parts[first - 1] in PLACING:
        return None, None
    if not name or len(name) > AT_MOST or not name[-1][:1].isupper():
        return None, None
    office = " ".join(parts[:first] + parts[last:])
    return " ".join(name).strip(STRAY), office if _has_office(office) else None


def _behind_title(parts: list[str]) -> tuple[int, int] | None:
    """The name at the end, behind the last title: "army chief General B", "envoy for Dorven B C"."""
    first = len(parts) - len(_last_run(parts))
    last = max((i for i, part in enumerate(parts) if is_title(part)), default=-1)
    if last < 0 or last + 1 == len(parts):
        return None
    if last + 1 >= first:
        return last + 1, len(parts)
    return (first, len(parts)) if parts[last + 1] in ("for", "to") and len(parts) - first > 1 else None


def _at_end(parts: list[str], known: list[str]) -> tuple[int, int]:
    """The name that a finder of names sees at the end, or the capitalised words there, if no title stands before."""
    whole = next((name for name in known if " ".join(parts).endswith(name) and not country_of(name)), None)
    if not whole and any(map(is_title, parts)):
        return len(parts), len(parts)
    return len(parts) - len(whole.split() if whole else _last_run(parts)), len(parts)


def _before_office(parts: list[str]) -> tuple[int, int] | None:
    """The name before an office or an apposition that may have lost its comma: "A B head of the clinic"."""
    first = 0
    for last, part in enumerate(parts):
        if is_title(part) and part[:1].isupper():
            first = last + 1
        elif not (part[:1].isupper() or (last > first and part.lower() in PARTICLES)):
            told = part in TOLD or is_office(part)
            if told and last - first > 1 and not _no_person(parts[last - 1]):
                return first, last
            first = last + 1
    return None


def _no_person(part: str) -> bool:
    """Whether a word before an office is whose office it is: "the ministry's spokesman"."""
    return bool(re.search(r"['’]s?$", part)) or part.lower() in ORGANISATIONS


def _last_run(parts: list[str]) -> list[str]:
    """The capitalised words at the end, with the small words that names have inside."""
    n = len(parts)
    while n and (parts[n - 1][:1].isupper() or (parts[n - 1].lower() in PARTICLES and n < len(parts))):
        n -= 1
    while n < len(parts) and not parts[n][:1].isupper() and parts[n].partition("-")[0] not in PARTICLES:
        n += 1
    return parts[n:]


def _no_name(part: str, *, alone: bool) -> bool:
    """Whether a word before a name is a land, an adjective of one, a body's initials or a possessive."""
    bare = part.strip(STRAY)
    head, hyphen, tail = bare.partition("-")
    if bare.lower() in ("the", "a", "an") or country_of(bare) or re.search(r"['’]s?$", part):
        return True
    if head and hyphen and tail[:1].islower():
        return True
    return not alone and len(bare) > 1 and bare.isupper() and not re.fullmatch(r"(?:[A-Z]\.)+", part)
