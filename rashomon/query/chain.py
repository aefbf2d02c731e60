"""On whose word: the chain of a statement as a sentence that a person can read."""

from rashomon.model import UNNAMED, Hop, Report, Statement

NOBODY = "unspecified"
"""The name of a hop for which the report has no words at all."""

ARTICLES = ("A", "An", "The", "One", "Some", "Several", "Many")


def sentence(report: Report, statement: Statement) -> str:
    """The whole chain: `8am Daily, retelling The Wall Street Journal, quoting a resident (unnamed)`."""
    steps = [_step(hop) for hop in statement.chain if hop.name != NOBODY]
    if not statement.chain or statement.chain[-1].name == NOBODY:
        steps.append("without naming a source")
    return ", ".join([report.outlet or "this report", *steps])


def through(statement: Statement) -> str:
    """Who passed the words on, outermost first, without the origin; empty where nobody did."""
    return ", ".join(map(_name, statement.chain[:-1]))


def _step(hop: Hop) -> str:
    return f"{'retelling' if hop.kind == 'outlet' else 'quoting'} {_name(hop)}"


def _name(hop: Hop) -> str:
    """A name as it reads in the middle of a sentence."""
    if hop.kind == "reporter":
        return "its own reporter"
    if hop.kind == "unspecified":  # words that name no one, such as a pronoun that fits nobody
        return f"“{hop.name}” (unnamed)"
    if hop.kind not in UNNAMED:
        return hop.name
    first, space, rest = hop.name.partition(" ")
    return f"{first.lower() if first in ARTICLES else first}{space}{rest} (unnamed)"
