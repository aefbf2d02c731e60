"""What a source does in saying it, whether it affirms or negates, and how sure it sounds.

The network judges from the states of cue, source and content; where the words of cue and content leave no doubt,
they decide.
"""

import re
from typing import get_args

from rashomon.extract.statements.network import Floats
from rashomon.model import Act, Commitment, Polarity

ACTS: tuple[Act, ...] = get_args(Act)

_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot)\b|n[’']t\b|\b(?:do|did|does|is|was|wo)nt\b",
    re.I,
)
_CLAUSE_END = re.compile(r"[,;:.]|\b(?:because|who|which|that|but|although|while)\b")
_CUES: tuple[tuple[Act, str], ...] = (
    (
        "declines",
        r"\b(?:declin\w+|refus\w+|would not) (?:to )?(?:comment|respond|answer|discuss|say)\b|\bno comment\b",
    ),
    ("denies", r"\b(?:den(?:y|ies|ied|ying)|refut\w+|rebut\w+)\b"),
    ("confirms", r"\b(?:confirm\w*|acknowledg\w+|admit\w*|conced\w+)\b"),
    ("accuses", r"\b(?:accus\w+|blam\w+)\b"),
    ("warns", r"\b(?:warn\w*|threaten\w*)\b"),
    ("promises", r"\b(?:vow\w*|pledg\w+|promis\w+)\b"),
    ("demands", r"\b(?:demand\w*|urg(?:e|es|ed|ing)|call(?:ed|s|ing)? (?:for|on)|appeal\w*)\b"),
)
_CUE = tuple((act, re.compile(pattern, re.I)) for act, pattern in _CUES)
_UNSURE = re.compile(r"\b(?:not|n[’']t|unable to|cannot|could ?n[o’']t)\b", re.I)


_PERPETRATOR = re.compile(
    r"\b(?:regime|government|army|forces|troops|soldiers|rebels|militants?|terrorists?|insurgents|fighters|militias?"
    r"|gunmen|police|coalition|authorities|occupiers)\b|\bby (?:the )?[A-Z]",
)
"""Somebody who could be blamed: without one, harm is told and nobody accused."""
_RESPONSIBLE = re.compile(
    r"\b(?:was|were|is|are|being|been) (?:behind|responsible for)\b|\bbears?\b.{0,40}\bresponsib", re.I
)
_POSSIBLE = re.compile(r"\b(?:may|might|could|possib\w+|perhaps|suspect\w*)\b", re.I)
_PROBABLE = re.compile(r"\b(?:likely|probabl[ey]|appear\w*|seem\w*|believ\w+|presumabl[ey])\b", re.I)
_UNVERIFIED = re.compile(
    r"\b(?:could ?n[o’']t|cannot|can[’']t|unable to|not in a position to|(?:not |im)possible to)\b"
    r".{0,40}\b(?:verif|confirm)|\bha[sd]? no (?:\w+ )?information\b",
    re.I,
)


def act_of(cue: str, content: str, judged: Floats) -> Act:
    """The act: by the cue where it names one, else as the network judges cue and content.

    `cue` has the words just before it too, for its negation; a negated confirmation doubts.
    """
    for act, pattern in _CUE:
        if pattern.search(f"{cue} {content}" if act == "declines" else cue):
            if act != "declines" and _UNSURE.search(cue):
                return "doubts" if act == "confirms" else ACTS[int(judged.argmax())]
            return act
    if _UNVERIFIED.search(content):
        return "doubts"
    if _RESPONSIBLE.search(content):
        return "accuses"
    likeliest = [ACTS[i] for i in judged.argsort()[::-1]]
    return next(act for act in likeliest if act != "accuses" or _PERPETRATOR.search(content))


def polarity_of(content: str) -> Polarity:
    """Whether the first clause of the content negates."""
    return "negative" if _NEGATION.search(_CLAUSE_END.split(content, maxsplit=1)[0]) else "positive"


def commitment_of(act: Act, cue: str, content: str) -> Commitment:
    """How sure the source sounds; a demand, a refusal or a question commits to nothing."""
    if act in ("demands", "declines", "doubts") or content.rstrip("”\"’' ").endswith("?"):
        return "unspecified"
    if _POSSIBLE.search(content):
        return "possible"
    return "probable" if _PROBABLE.search(f"{cue} {content}") else "certain"
