"""Reports that rest on others: by a credit, by what they cite or were told, or by their text.

A retelling names an outlet. Which of its reports is meant is asked apart (`held`), of those that a ledger has.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from rashomon.codebook.outlets import outlet_in, outlet_of, outlets_named
from rashomon.link.copies import compare
from rashomon.link.credits import Credit, credits_of
from rashomon.link.publishers import bare, publisher
from rashomon.model import Hop, Reading, Report, Retelling, RetellingKind, Statement, Words

AFTER = 30
"""Days after which a report is no longer taken to retell another of which it does not carry the text."""
ALIKE = 0.6
"""Share of the telling words of a statement that the report retold must have."""
SHORT = 3
"""Letters of the longest word that tells nothing of what a statement is about."""
FEWEST = 5
"""Telling words under which a statement fits too many reports."""
UNKNOWN = 0.7
"""What confidence is multiplied by where the table does not have the outlet."""
BEHIND = 60
"""Characters behind a cue in which `told AFP` goes on."""

_ARTICLE = re.compile(r"^the\s+", re.I)
_TOLD = re.compile(r"\b(?:told|tells?|telling|spoke|speaking|interview\w*|informed)\b", re.I)
_SORT = re.compile(
    r"\b(?:media|press|news\w*|papers?|dail(?:y|ies)|outlets?|television|TV|radio|agenc(?:y|ies)|channels?|broadcasters?"
    r"|networks?|websites?|magazines?|weekly|reports?|Times|Post|Journal|Herald|Tribune|Gazette|Telegraph|Mail|Star|Wire)\b",
    re.I,
)
"""Words for sorts of outlets, without which a name that the table has not is not believed to be one."""
_NO_OUTLET = re.compile(
    r"\b(?:hosts?|editors?|correspondents?|reporters?|journalists?|activists?|anchors?|presenters?|cent(?:er|re)|sources?"
    r"|interview\w*|conference|detective|mainstream|and|offices?|Meet the Press)\b",
    re.I,
)
NEAR = 30
"""Characters around a name in which its sort stands: `told the Vremya paper`."""
_WORD = re.compile(rf"\w{{{SHORT + 1},}}")


def retellings(reading: Reading) -> tuple[Retelling, ...]:
    """Whom a report retells by its own words: a record for each outlet it credits, then one for each statement.

    Credits stand in by-line, dateline and sign-off. A statement retells the outermost outlet of its chain, also as
    its own source and by a reporter of it. The outlet that published the report, and its family, are never meant.
    `of` is left open.
    """
    text = reading.report.text
    named = dict.fromkeys(outlet.name for _, _, outlet in outlets_named(text))
    credited: dict[str, list[Credit]] = {}
    for credit in credits_of(reading.report):
        credited.setdefault(credit.outlet, []).append(credit)
    found = [_credited(reading.report, outlet, those) for outlet, those in credited.items()]
    found += [one for said in reading.statements for one in _shown_by(reading.report, said, [*named])]
    own = publisher(reading.report)
    return tuple(one for one in found if own is None or not _is_own(one.outlet, own))


def held(retelling: Retelling, reading: Reading, others: Sequence[Reading]) -> Retelling:
    """The retelling with `of` filled, if one of `others` is what it retells; as it is, if none surely is.

    That report is of the same outlet or its family, is not younger, and shares text with this one or, where a
    statement shows the retelling, has its words and is at most AFTER days older. Of several the one that has most of
    it, then the younger, then the smaller id.
    """
    whose = family(retelling.outlet)
    said = next((s.content for s in reading.statements if s.id == retelling.statement), None)
    fitting = []
    for other in others:
        age = _age(other.report, reading.report)
        if other.report.id == reading.report.id or family(publisher(other.report)) != whose:
            continue
        if (fit := _fit(reading.report, said, other.report, age)) and (age is None or age >= 0):
            days = AFTER if age is None else age
            fitting.append((-fit[0], days, other.report.id, fit[1]))
    if not fitting:
        return retelling
    share, _, of, why = min(fitting)
    return replace(retelling, of=of, why=f"{retelling.why}; {-share:.0%} of {why} in its report")


def family(outlet: str | None) -> str | None:
    """What an outlet belongs to by the table, else the outlet itself, in small letters.

    An article, and what a report says of it (`the Oravian newspaper The Brennick Herald`), are no part of its name.
    """
    name = bare(outlet or "")
    known = outlet_of(outlet or "") or outlet_of(name)
    return ((known.family or known.name) if known else name).casefold() or None


def _credited(report: Report, outlet: str, those: list[Credit]) -> Retelling:
    """All credits to one outlet as one record, by the surest of them."""
    best = max(those, key=lambda credit: credit.confidence)
    spans = tuple(sorted({credit.span for credit in those}))
    return Retelling(report.id, outlet, None, "credit", None, spans, best.confidence, best.why)


def _shown_by(report: Report, statement: Statement, named: Sequence[str]) -> Iterator[Retelling]:
    """The retelling that a statement shows, if any."""
    hop = next((hop for hop in statement.chain if hop.kind in ("outlet", "reporter")), None)
    if hop is None or hop not in statement.chain[:2]:
        return
    outlet = _outlet(hop, report.text, named)
    if outlet is None:
        return
    shown = [
        *(statement.source.spans if statement.source else ()),
        *(statement.cue.spans if statement.cue else ()),
    ]
    spans = tuple(sorted(set(shown))) or statement.content.spans
    kind: RetellingKind = "cites"
    if hop is statement.chain[-1]:
        why = f"{outlet} is cited"
    elif _TOLD.search(report.text, spans[0][0], spans[-1][1] + BEHIND):
        kind, why = "told", f"words told to {outlet}"
    else:
        why = f"words that {outlet} passed on"
    sure = round(statement.confidence * (1.0 if outlet_of(outlet) else UNKNOWN), 4)
    yield Retelling(report.id, outlet, None, kind, statement.id, spans, sure, why)


def _outlet(hop: Hop, text: str, named: Sequence[str]) -> str | None:
    """The outlet that a hop names, a reporter by whom they work for; None for a reporter of nobody.

    `the Times` is the outlet of a longer name that the report has (`named`), if there is one. A name that the table
    lacks is believed where it has a word for a sort of outlet, or such a word stands beside it; that word alone
    (`the newspaper`) names nobody.
    """
    name = outlet_in(hop.name)
    known = outlet_of(name) if name else next((outlet for _, _, outlet in outlets_named(hop.name)), None)
    if known:
        return next((longer for longer in named if _shortened(known.name, longer)), known.name)
    bare = _ARTICLE.sub("", hop.name)
    if hop.kind != "outlet" or " " not in bare or _NO_OUTLET.search(bare):
        return None
    at = max(0, text.find(bare))
    return (
        hop.name
        if _SORT.search(bare) or _SORT.search(text, max(0, at - NEAR), at + len(bare) + NEAR)
        else None
    )


def _shortened(name: str, longer: str) -> bool:
    """Whether a name is the end of a longer one: `The Times` of `The New York Times`."""
    return name != longer and longer.endswith(f" {_ARTICLE.sub('', name)}")


def _is_own(outlet: str, own: str) -> bool:
    """Whether an outlet is the one that published the report, or of its family."""
    return family(outlet) == family(own) or _shortened(outlet, own)


def _fit(report: Report, said: Words | None, other: Report, age: int | None) -> tuple[float, str] | None:
    """How much of a report, or of a statement in it, another has, and of which; None if too little."""
    if copy := compare(report, other):
        return copy.share_of_shorter, "the shorter text"
    if said is None or age is None or age > AFTER:
        return None
    telling = {word.casefold() for word in _WORD.findall(said.text)}
    there = {word.casefold() for word in _WORD.findall(other.text)}
    share = len(telling & there) / len(telling) if len(telling) >= FEWEST else 0.0
    return (share, "its words") if share >= ALIKE else None


def _age(older: Report, younger: Report) -> int | None:
    """Days from one publication to the other; None where a date is missing."""
    if not older.published or not younger.published:
        return None
    return (date.fromisoformat(younger.published) - date.fromisoformat(older.published)).days
