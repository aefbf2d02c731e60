"""What an editor changed in the form of a statement, as judgements: one for each field that reads otherwise now."""

from collections.abc import Iterator
from typing import Any

from starlette.datastructures import FormData

from rashomon.link.corrections import OF_SOURCE, WORDS, chain_text, placed
from rashomon.model import Hop, Judgement, Statement
from rashomon.query.deciding import decide
from rashomon.store import View
from rashomon.web.desk import said
from rashomon.web.visible import plain

CHOICES = ("act", "polarity", "commitment")


def fixes(view: View, statement: Statement, form: FormData, *, by: str, at: str) -> list[Judgement]:
    """The judgements that make of a statement, as it stands, what the form says. Raises Misjudged.

    A field that is empty takes a value away. The source comes before what is told of it.
    """
    decided: list[Judgement] = []
    for field, value in _changed(statement, form):
        verdict: Any = "reject" if value is None else "correct"
        one = decide(
            view,
            verdict,
            [statement.id, field],
            by=by,
            at=at,
            why=said(form, "why"),
            value=value,
            beside=decided,
        )
        was = getattr(statement, field) if field in WORDS else None
        if was is None or one.value != placed(was):
            decided.append(one)
    return decided


def _changed(now: Statement, form: FormData) -> Iterator[tuple[str, str | None]]:
    """The fields that the form has otherwise, and their values; null where it has none."""
    for field in CHOICES:
        if field in form and said(form, field) != getattr(now, field):
            yield field, said(form, field)
    for field in WORDS:
        if (
            field in form
            and not _same(said(form, field), words := getattr(now, field))
            and (words or said(form, field))
        ):
            yield field, said(form, field) or None
    if said(form, "source"):
        yield from _of_source(now, form)
    if "hop_name" in form and (chain := _chain(now, form)) != now.chain:
        yield "chain", chain_text(chain)


def _of_source(now: Statement, form: FormData) -> Iterator[tuple[str, str | None]]:
    """Name, kind and office. Another name or kind would lose the office, so one that is still given is kept anew."""
    changed = False
    for field, name in OF_SOURCE.items():
        if field not in form:
            continue
        old = getattr(now.source, name, None)
        value = said(form, field)
        keeps = name == "office" and changed and value
        if keeps or not _same(value, old):
            changed = True
            if value or old:
                yield field, value or None


def _chain(now: Statement, form: FormData) -> tuple[Hop, ...]:
    """The chain of the form; steps without a name are left out, and untouched names are as they were."""
    names = [one.strip() if isinstance(one, str) else "" for one in form.getlist("hop_name")]
    kinds: list[Any] = form.getlist("hop_kind")
    found = []
    for place, (name, kind) in enumerate(zip(names, kinds, strict=False)):
        if place < len(now.chain) and _same(name, now.chain[place].name):
            name = now.chain[place].name
        if name:
            found.append(Hop(name, kind))
    return tuple(found)


def _same(sent: str, now: Any) -> bool:
    """Whether a field of the form says what is there: browsers change line breaks, and `plain` what is hidden."""
    old = plain(getattr(now, "text", now) or "")
    return sent.split() == old.split()
