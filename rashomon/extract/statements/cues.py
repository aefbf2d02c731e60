"""The cue words of the plain reader: what act each announces, and where its content stands.

Chosen from the verbs that the train split of PolNeAR marks as cues, and from conflict news. Frames:

    clause    a clause: "said that P", "P, he said"
    rest      all that follows in the verb phrase: "denied the charge", "accused Y of Z", "vowed to fight"
"""

from typing import Final

from rashomon.model import Act

_CLAUSE: dict[Act, str] = {
    "asserts": """
        say tell add write show suggest note argue report announce believe think claim explain state
        declare conclude estimate reply respond recall find insist mention acknowledge remark reveal
        predict indicate repeat tweet post joke boast assert reiterate stress emphasize emphasise
        underline underscore maintain disclose imply complain lament allege hint speculate assure
        inform notify brief testify know feel hope fear suspect observe comment highlight clarify
        elaborate continue read ask wonder warn shout reckon expect hear learn determine point
        confirm doubt agree understand worry calculate quip agree propose decide contend opine
        signal recount relate specify contest charge relay broadcast publish""",
}
_REST: dict[Act, str] = {
    "asserts": """
        describe call announce claim cite criticize criticise praise support endorse condemn
        denounce welcome defend oppose express blast slam applaud question decry refer hail voice
        regard consider view predict expect estimate propose offer mention characterize characterise
        back refuse seek hope report tout mock challenge attribute thank echo assail brand label
        want""",
    "confirms": "confirm acknowledge admit concede corroborate verify",
    "denies": "deny reject dismiss refute rebut disavow disclaim",
    "doubts": "doubt question dispute",
    "accuses": "accuse blame allege fault charge",
    "warns": "warn threaten caution",
    "promises": "promise vow pledge swear undertake guarantee commit",
    "demands": "demand urge call request appeal ask press exhort implore beg advocate order recommend",
    "declines": "decline",
}
_ACT_OF_CLAUSE: dict[str, Act] = {
    "warn": "warns",
    "confirm": "confirms",
    "acknowledge": "confirms",
    "admit": "confirms",
    "concede": "confirms",
    "deny": "denies",
    "promise": "promises",
    "vow": "promises",
    "pledge": "promises",
    "threaten": "warns",
    "doubt": "doubts",
    "allege": "accuses",
    "demand": "demands",
    "swear": "promises",
    "guarantee": "promises",
    "caution": "warns",
}

CLAUSE: Final[dict[str, Act]] = {
    **{lemma: act for act, words in _CLAUSE.items() for lemma in words.split()},
    **_ACT_OF_CLAUSE,
}
"""Verbs whose clause is content, with the act they announce."""

REST: Final[dict[str, Act]] = {lemma: act for act, words in _REST.items() for lemma in words.split()}
"""Verbs whose object, infinitive or prepositional phrase is content, with the act they announce."""

NEEDS_PREPOSITION: Final[dict[str, frozenset[str]]] = {
    "call": frozenset({"for", "on"}),
    "appeal": frozenset({"for", "to"}),
    "ask": frozenset({"for"}),
    "press": frozenset({"for"}),
    "refer": frozenset({"to"}),
    "commit": frozenset({"to"}),
    "charge": frozenset({"with"}),
    "order": frozenset(),
    "back": frozenset(),
}
"""Verbs of the frame `rest` that attribute only with one of these behind them, or with an infinitive."""

PUTS: Final[dict[str, frozenset[str]]] = {"put": frozenset({"toll", "number", "figure", "count", "total"})}
"""Verbs that attribute only with one of these as their object: "put the toll at nine"."""

PASSES_ON: Final = frozenset({"quote", "cite"})
"""Verbs whose subject passes on the words of their object."""

NOUNS: Final = frozenset(
    """claim allegation accusation statement report rumor rumour suggestion assertion promise warning pledge
    belief announcement denial threat demand call charge""".split()
)
"""Nouns whose clause is content: "the claim that P"."""
