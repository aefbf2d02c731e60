"""What a source does in saying it, whether it affirms or negates, and how sure it sounds."""

import re

from rashomon.extract.statements.cues import CLAUSE, REST
from rashomon.model import Act, Commitment, Polarity

_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot)\b|n[’']t\b|\bdont\b|\bdidnt\b", re.I
)
_POSSIBLE = re.compile(r"\b(?:may|might|could|possib\w+|perhaps|suspect\w*|potential\w*)\b", re.I)
_PROBABLE = re.compile(r"\b(?:likely|probabl[ey]|appear\w*|seem\w*|believ\w+|presumabl[ey])\b", re.I)
_SHOULD = re.compile(r"\b(?:should|must|ought to|needs? to|have to|has to)\b", re.I)
_COMMENT = re.compile(r"\bcomment\w*\b|\brespond\b|\bsay (?:whether|if|how)\b", re.I)
_VERIFY = re.compile(
    r"\b(?:could not|cannot|can[’']t|unable to|not in a position to|(?:not |im)possible to)\b"
    r".{0,40}\b(?:verif|confirm)",
    re.I,
)
_OWN_FUTURE = re.compile(r"^\W*(?:that )?(?:we|it|he|she|they|i)\W+(?:will|shall|’ll|'ll|would)\b", re.I)
_NEUTRAL = frozenset("say tell state add according note report write continue".split())


def act_of(cue: str, content: str, *, clause: bool, negated: bool) -> Act:
    """The act that a cue announces over a content; a neutral cue leaves it to the content.

    `cue` is the lemma; `clause` tells whether the content is a clause; `negated` whether the cue is.
    """
    act: Act = CLAUSE.get(cue, "asserts") if clause else REST.get(cue, CLAUSE.get(cue, "asserts"))
    if cue in ("decline", "refuse") and (_COMMENT.search(content) or cue == "decline"):
        return "declines"
    if negated:
        return {"confirms": "doubts", "denies": "confirms"}.get(act, act)  # type: ignore[return-value]
    if cue in _NEUTRAL:
        if _VERIFY.search(content):
            return "doubts"
        if _SHOULD.search(content) and len(content) < 200:
            return "demands"
        if _OWN_FUTURE.search(content):
            return "promises"
    return act


def polarity_of(content: str) -> Polarity:
    """Whether the first clause of the content negates."""
    first = re.split(r"[,;:.]|\b(?:because|who|which|that|but|although|while)\b", content, maxsplit=1)[0]
    return "negative" if _NEGATION.search(first) else "positive"


def commitment_of(cue: str, content: str, act: Act) -> Commitment:
    """How sure the source sounds about the content."""
    if act in ("demands", "declines", "doubts") or content.rstrip("”\"’' ").endswith("?"):
        return "unspecified"
    if _POSSIBLE.search(content) or cue in ("suspect", "fear", "hope"):
        return "possible"
    if _PROBABLE.search(content) or cue in ("believe", "think", "expect", "predict", "estimate"):
        return "probable"
    return "certain"
