"""On whose word: which attributions only pass another on, and who stands between the report and each source."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.extract.statements.bodies import THE
from rashomon.extract.statements.decode import Attribution
from rashomon.extract.statements.kinds import KINDS
from rashomon.extract.statements.names import is_outlet
from rashomon.extract.statements.passers import passers, sentence_of
from rashomon.extract.statements.sources import HE, NOBODY, THEY, Sources
from rashomon.extract.statements.spans import overlap, words_left
from rashomon.model import UNNAMED, Annotation, Hop, Report, Source

NEIGHBOURS = 12
"""How many attributions before one are asked whether they hold it; more than ever stand inside each other."""

BESIDE = 60
"""Characters between a cue and the `citing` that says on whose word it was."""
PASSES_ON = re.compile(r"(?:\w+ ){0,2}(?:quot|cit)(?:ed|es|ing|e)", re.I)
CITING = re.compile(r"citing|quoting", re.I)
AS_SAYING = re.compile(r"\s+([^.;:\n]{3,90}?),?\s+as\s+(?:saying|having|telling \w+)[:,]?\s+(?:that\s+)?")
QUOTED_AS = re.compile(
    r"\s*([^.;,\n]{3,90}?)\s+(?:was|were|is|are)\s+(?:also\s+)?quoted(?:\s+by\s+([^.;\n]{3,60}?))?"
    r"\s+as\s+(?:saying\s+(?:that\s+)?|having\s+)"
)
ADDRESSED = re.compile(r"\b(?:told|confirmed|said|stated|conveyed|relayed)(?:\s+to)?\s+(?:an?\s+|the\s+)?$")
REPORTER = re.compile(r"['’]?s?\s+(?:correspondent|reporter|journalist)\b")
RUMOUR = re.compile(
    r"reportedly|allegedly|(?:is|are|was|were)\s+(?:said|reported|reportedly)(?:\s+to)?", re.I
)
GOES_ON = re.compile(r"\b(?:and|but|while|then)\s+\w+$|\b\w+ing$")
QUOTED_BEHIND = re.compile(
    r"[”\"]\s+([^“”\"\n]{3,80}?),?\s+(?:was|were)\s+(?:also\s+)?quoted(?:\s+by\s+([^.;\n]{3,60}?))?\s+as\s+saying"
)
NAMED = re.compile(r"\s+([^,.;:\n]{3,90}?)(?=[,.;:\n]|\s+(?:as|that|said|who|which)\b|$)")

Credited = tuple[Source | None, tuple[Hop, ...]]


def cited(text: str, found: list[Attribution]) -> list[Attribution]:
    """The same attributions, where "X quoted Y as saying P" and "P, X said, citing Y" are one of Y, through X."""
    gone: set[int] = set()
    made: dict[int, Attribution] = {}
    for n, one in enumerate(found):
        end = one.cue[-1][1]
        if not PASSES_ON.fullmatch(text[one.cue[0][0] : end]):
            continue
        if passive := _passive(text, one):
            made[n] = passive
            gone |= {
                m for m in (n - 1, n + 1) if m not in made and 0 <= m < len(found) and found[m].cue == one.cue
            }
            continue
        before = tuple(span for span in (*one.source, *one.hops) if span[1] <= one.cue[0][0])
        if saying := AS_SAYING.match(text, end):
            after = [(max(s, saying.end()), e) for s, e in one.content if e > saying.end()]
            if after:
                made[n] = replace(one, source=(saying.span(1),), hops=before[-1:], content=tuple(after))
        elif named := NAMED.match(text, end):
            start, stop = sentence_of(text, one.cue[0][0])
            beside = [m for m in range(max(0, n - 3), min(len(found), n + 4)) if m != n and found[m].source]
            beside = [m for m in beside if start <= found[m].cue[0][0] < stop]
            rivals = [m for m in beside if 0 < one.cue[0][0] - found[m].cue[-1][1] < BESIDE]
            own = [m for m in beside if overlap(named.span(1), found[m].source)]
            content = tuple(span for span in one.content if not overlap(span, [named.span(1)]))
            if rivals:
                other = found[rivals[0]]
                gone.add(rivals[0])
                made[n] = replace(one, source=(named.span(1),), hops=other.source[:1], content=other.content)
            elif own and CITING.fullmatch(text, one.cue[0][0], end):  # "X, citing Y, said P"
                made[own[0]] = replace(found[own[0]], hops=before[-1:])
                gone.add(n)
            elif content:
                made[n] = replace(one, source=(named.span(1),), hops=before[-1:], content=content)
    kept = [made.get(n, one) for n, one in enumerate(found) if n not in gone or n in made]
    return sorted(kept, key=lambda one: (one.content[0][0], -one.content[-1][1], one.cue))


def _passive(text: str, one: Attribution) -> Attribution | None:
    """ "Y was quoted by X as saying P", or with P before it."""
    start, end = one.cue[0][0], one.cue[-1][1]
    behind = QUOTED_BEHIND.search(text, *sentence_of(text, start))
    said = tuple(span for span in one.content if behind and span[1] <= behind.start() + 1)
    if behind and said and behind.start(1) < end <= behind.end():
        return replace(
            one, source=(behind.span(1),), hops=(behind.span(2),) if behind[2] else (), content=said
        )
    sentence = max(text.rfind(mark, 0, start) for mark in ".;\n") + 1
    whole = QUOTED_AS.match(text, sentence)
    if whole is None or not whole.start(1) < end <= whole.end():
        return None
    stop = re.compile(r"[.;\n]|$").search(text, whole.end())
    content = ((whole.end(), stop.start() if stop else len(text)),)
    hops = (whole.span(2),) if whole[2] else ()
    return replace(one, source=(whole.span(1),), hops=hops, content=content)


def pass_on(text: str, found: list[Attribution]) -> list[Attribution]:
    """The same attributions, where one whose content is nothing but another becomes a hop of it.

    "The Observatory said medics reported that P" is one statement of the medics, through the Observatory.
    """
    kept = dict(enumerate(found))
    for n in range(len(found)):
        for m in holders(found, n):
            inner, outer = kept.get(n), kept.get(m)
            if inner is None or outer is None or not inner.source or not outer.source:
                continue
            covered = [*inner.source, *inner.cue, *inner.content]
            if overlap(inner.source[0], outer.content) and words_left(text, outer.content, covered) <= 2:
                kept[n] = replace(inner, hops=(outer.source[0], *inner.hops))
                del kept[m]
    return list(kept.values())


def goes_on(text: str, found: list[Attribution]) -> list[Attribution]:
    """The same attributions, where one without a source goes on with its sentence's: "X said P, adding that Q"."""
    made: dict[int, Attribution] = {}
    last: Attribution | None = None
    for n in sorted(range(len(found)), key=lambda n: found[n].cue[0]):
        one = found[n]
        if one.source:
            last = one
        elif last and GOES_ON.search(text[: one.cue[0][1]], max(0, one.cue[0][0] - 5)):
            start, _ = sentence_of(text, one.cue[0][0])
            if start <= last.cue[0][0] and last.source[0][0] < one.cue[0][0]:
                made[n] = replace(one, source=last.source, manner=(*one.manner[:3], last.manner[3]))
    return [made.get(n, one) for n, one in enumerate(found)]


def holders(found: Sequence[Attribution], n: int) -> Iterator[int]:
    """The attributions in whose content the cue of the `n`-th stands, the nearest first."""
    start, end = found[n].cue[0]
    for m in (*range(n - 1, max(-1, n - 1 - NEIGHBOURS), -1), *range(n + 1, min(len(found), n + 3))):
        if any(first <= start and end <= last for first, last in found[m].content):
            yield m


def credited(report: Report, annotation: Annotation, found: Sequence[Attribution]) -> list[Credited]:
    """For each attribution its source, and the hops before it, outermost first.

    Sources are named in the order of the text, which need not be that of contents. A source taken up by a pronoun,
    or as "the resident", still speaks to whom it spoke.
    """
    sources = Sources(annotation, headline_end(report))
    chains: dict[str, tuple[Hop, ...]] = {}
    made: dict[int, Credited] = {}
    last = ""
    for n in sorted(range(len(found)), key=lambda n: (found[n].source or found[n].cue)[0]):
        one = found[n]
        one = _told(sources.text, one)
        seen = [span for span in one.hops if not overlap(span, one.source)]
        passed = (sources.hop(span) for span in seen or passers(sources.text, one))
        hops = tuple(
            dict.fromkeys(Hop(hop.name, hop.kind) for hop in passed if hop and not _publishes(report, hop))
        )
        source = sources.source(one.source, KINDS[int(one.manner[3].argmax())]) if one.source else None
        if source:
            taken_up = source.kind in UNNAMED and source.text.lower().startswith("the ")
            goes_on = source.name == last or taken_up or source.text.lower() in HE | THEY
            if not hops and goes_on:
                hops = chains.get(source.name, ())
            hops = tuple(hop for hop in hops if hop.name != source.name)
            chains[source.name] = hops
            last = source.name
        made[n] = (source, hops)
    return [made[n] for n in range(len(found))]


def _told(text: str, one: Attribution) -> Attribution:
    """The same attribution, where whom it was told is no source of it, and rumour has no passer."""
    if one.source and ADDRESSED.search(text[: one.source[0][0]], max(0, one.source[0][0] - 30)):
        whole = REPORTER.match(text, one.source[0][1])
        outlet = is_outlet(text[slice(*one.source[0])])
        if outlet or whole:
            return replace(one, source=(), hops=one.source if outlet else ())
    if not one.source and RUMOUR.fullmatch(text, *one.cue[0]):
        return replace(one, hops=())
    return one


def headline_end(report: Report) -> int:
    """Where the text behind its own headline begins; 0 if it does not open with it."""
    first = re.match(r"\s*([^\r\n]+)", report.text)
    return first.end() if first and report.title and first[1].strip() == report.title.strip() else 0


def chain_of(source: Source | None, hops: tuple[Hop, ...]) -> tuple[Hop, ...]:
    """The whole chain: the hops, and at its end the source."""
    return (*hops, Hop(source.name, source.kind) if source else NOBODY)


def _publishes(report: Report, source: Source) -> bool:
    """Whether a source is the outlet of the report itself, which is never a hop of its own chains."""
    name, outlet = (THE.sub("", words or "").casefold() for words in (source.name, report.outlet))
    return f" {outlet}".endswith(f" {name}") or source.text.casefold() in (
        "this newspaper",
        "this paper",
        "this outlet",
    )
