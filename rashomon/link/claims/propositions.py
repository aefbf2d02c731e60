"""The propositions of a reading: of each statement, and of the report's own voice where it tells an event or a toll."""

import hashlib

from rashomon.link.claims.aspects import Said, accused_of, aspects, negates, side_of, stands_for_another
from rashomon.link.claims.blame import Before
from rashomon.link.claims.keys import keys_of
from rashomon.link.claims.own_voice import own_voice
from rashomon.link.claims.proposition import Proposition
from rashomon.link.claims.scene import SHORT, Scene
from rashomon.link.claims.vectors import vector_of
from rashomon.link.claims.words import content_words
from rashomon.model import Member, Reading, Statement


def propositions(reading: Reading) -> tuple[Proposition, ...]:
    """What a report says, statement by statement, and what it tells in its own voice, in the order of the text.

    A statement that speaks of several aspects has a proposition for each. The first has the statement's id as its
    member's, the others the id with the aspect behind a colon. Nothing of a reading that holds nothing.
    """
    scene = Scene(reading)
    blamed = {accused_of(one, scene) or "" for one in reading.statements}
    accused = frozenset(blamed - {""})
    found: list[Proposition] = []
    before: Before | None = None
    for statement in reading.statements:
        source = scene.party(statement)
        told = list(aspects(statement, scene, accused, before))
        for n, said in enumerate(told):
            part = f":{said.aspect}{said.count or ''}{'-before' if said.past else ''}" if n else ""
            member = Member(
                statement.id + part, reading.report.id, statement.id, statement.content.spans, said.side
            )
            negated = statement.act != "denies" and negates(statement)
            context = _context(scene, statement, said, before)
            found.append(_proposition(scene, member, said, source, negated, context))
        before = Before(
            statement,
            any(one.past for one in told),
            next((one.party for one in told), None),
            side_of(statement),
        )
    for span, said in own_voice(scene):
        key = repr((reading.report.id, span, said.aspect, said.count))
        member = Member(
            hashlib.sha256(key.encode()).hexdigest()[:16], reading.report.id, None, (span,), said.side
        )
        found.append(_proposition(scene, member, said, None, said.side == "denies", ""))
    return tuple(sorted(found, key=lambda one: (one.member.spans, one.member.id)))


def _context(scene: Scene, statement: Statement, said: Said, before: Before | None) -> str:
    """What completes the words of a statement: for blame and tolls the incident, for `this` what was said before."""
    if said.aspect in {"blame", "toll"}:
        return "" if len(content_words(statement.content.text)) > SHORT else scene.incident
    return before.statement.content.text if before and stands_for_another(statement) else ""


def _proposition(
    scene: Scene, member: Member, said: Said, source: str | None, negated: bool, context: str
) -> Proposition:
    words = " ".join(scene.text[start:end] for start, end in member.spans).strip()
    text = f"{words}: {context}" if context else words
    events = scene.events_in(member.spans)
    there = scene.places_in(member.spans)
    day = scene.day_in(member.spans)
    places = there or (() if said.past else scene.places)
    types = tuple(sorted({one.mode or one.plover.lower() for one in events}))
    at = (day if said.past or day else scene.day) or scene.on
    keys = keys_of(said, text, places, types, scene.day)
    return Proposition(
        member, said.aspect, words, vector_of(text), keys, at, said.past, negated, source, said.party,
        said.count, said.number, places, scene.around(places), types, context,
    )  # fmt: skip
