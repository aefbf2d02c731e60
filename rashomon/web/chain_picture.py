"""The chain of a statement as a picture: this report on top, below it whom it retells, the origin last."""

from collections.abc import Collection

from markupsafe import Markup

from rashomon.model import Hop, SourceKind, Statement
from rashomon.query.chain import NOBODY
from rashomon.web.visible import plain

ROW = 46
LONGEST = 58
"""Characters of a name; the sentence beside the picture has all of it."""

_GLYPHS: dict[SourceKind, str] = {
    "outlet": '<path class="sheet" d="M8 {t}h16v20h-16z M12 {a}h8 M12 {b}h8 M12 {c}h5"/>',
    "document": '<path class="sheet" d="M8 {t}h11l5 5v15h-16z"/>',
    "organisation": '<path class="sheet" d="M7 {c}h18 M8 {t2}l8 -6l8 6z M11 {t2}v10 M16 {t2}v10 M21 {t2}v10"/>',
    "named_person": '<circle class="known" cx="16" cy="{y}" r="7"/>',
    "reporter": '<circle class="known" cx="16" cy="{y}" r="4"/>',
    "unnamed_person": '<circle class="unknown" cx="16" cy="{y}" r="7"/>',
    "unnamed_group": (
        '<circle class="unknown" cx="11" cy="{y}" r="5.5"/><circle class="unknown" cx="21" cy="{y}" r="5.5"/>'
    ),
    "unspecified": '<circle class="unknown" cx="16" cy="{y}" r="7"/>',
}

_KINDS: dict[SourceKind, str] = {
    "outlet": "outlet",
    "document": "document",
    "organisation": "organisation",
    "named_person": "named person",
    "reporter": "its own reporter",
    "unnamed_person": "unnamed person",
    "unnamed_group": "unnamed people",
    "unspecified": "unnamed",
}


def chain_picture(outlet: str | None, statement: Statement, not_held: Collection[str]) -> Markup:
    """The picture, as SVG; outlets `not_held` are marked, for what they wrote can be read only in the retelling."""
    hops = list(statement.chain) or [Hop(NOBODY, "unspecified")]
    steps = [_row(0, outlet or "this report", "this report", "outlet", missing=False)]
    for number, hop in enumerate(hops, 1):
        missing = hop.kind == "outlet" and hop.name in not_held
        how = "retold" if hop.kind == "outlet" else "quoted"
        note = f"{how}, original not held" if missing else f"{how}, {_KINDS[hop.kind]}"
        steps.append(_arrow(number))
        steps.append(
            _row(number, "nobody named" if hop.name == NOBODY else hop.name, note, hop.kind, missing)
        )
    height = ROW * (len(hops) + 1)
    drawn = Markup("").join(steps)
    return Markup(
        '<svg class="chain-picture" viewBox="0 0 460 {}" width="460" aria-hidden="true">{}</svg>'
    ).format(height, drawn)


def _row(number: int, name: str, note: str, kind: SourceKind, missing: bool) -> Markup:
    y = number * ROW + 16
    at = {
        "y": y,
        "t": y - 10,
        "t2": y - 3,
        "a": y - 5,
        "b": y - 1,
        "c": y + 7 if kind == "organisation" else y + 3,
    }
    name = plain(name)
    shown = name if len(name) <= LONGEST else f"{name[:LONGEST].rstrip()} …"
    glyph = Markup(_GLYPHS[kind].format(**at))  # noqa: S704  # numbers alone are put in
    return Markup(
        '<g class="step{}">{}<text x="40" y="{}">{}</text><text class="note" x="40" y="{}">{}</text></g>'
    ).format(" missing" if missing else "", glyph, y, shown, y + 15, note)


def _arrow(number: int) -> Markup:
    """From a step up to the one that passed its words on."""
    top, bottom = (number - 1) * ROW + 30, number * ROW + 4
    return Markup('<path class="passed" d="M16 {}V{}"/><path class="tip" d="M12.5 {}h7l-3.5 -6z"/>').format(
        bottom, top + 4, top + 4
    )
