"""Whether a dossier is whole, and whether a ledger holds what it says."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any, Final

from rashomon.errors import NotFound, RashomonError, Unreadable
from rashomon.export.gather import gather
from rashomon.export.page import CELLS, LAYOUT, as_json, page, seal
from rashomon.export.records import SCHEMA, Asked
from rashomon.export.veil import BLANK
from rashomon.store import View

SEAL: Final = re.compile(r"Seal of the cells: <code>([0-9a-f]{64})</code>")
SHOWN: Final = 70
"""Characters of a value that a difference quotes."""
OURS: Final = ("made_by", "layout", "schema", "asked")
"""What a dossier says of itself, which no ledger has."""
Data = Mapping[str, Any]


def cells(text: str) -> Data:
    """The machine-readable copy in the page of a dossier. Raises Unreadable where there is none that fits."""
    parts = text.split(CELLS)
    if len(parts) != 2:
        raise Unreadable("this is no dossier: it has no cells", "name a file that `rashomon dossier` wrote")
    try:
        data = json.loads(parts[1].partition("</script>")[0])
        known = data["schema"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Unreadable("the cells of this dossier cannot be read; it was changed or cut off") from None
    if known != SCHEMA:
        raise Unreadable(f"this dossier has fields of version {known!r}", "use the Rashomon that made it")
    return dict(data)


def unlike_itself(text: str, data: Data) -> list[str]:
    """Where a page does not show what its cells say, a line each; none where it is as it was made."""
    try:
        again = page(data)
    except Exception as error:  # whatever a changed copy can bring about
        return [f"cells: something of them is missing or is none of ours ({type(error).__name__})"]
    if again == text:
        return []
    found = SEAL.search(text)
    if found is None or found[1] != seal(as_json(data)):
        return ["seal: the cells are not those that were sealed"]
    if data["layout"] != LAYOUT:
        by = f"it was laid out by Rashomon {data['made_by']}"
        return [
            f"page: whether it shows what its cells say cannot be told here, for {by}; check it with that"
        ]
    mine, theirs = text.splitlines(), again.splitlines()
    line = next(
        (n for n, pair in enumerate(zip(mine, theirs, strict=False)) if pair[0] != pair[1]), len(theirs)
    )
    return [f"page: line {line + 1} is not what its cells say"]


def unlike_ledger(view: View, data: Data) -> list[str]:
    """Where a ledger does not hold what the cells say, a line each.

    What was asked for is made again from the ledger, with the same words hidden, and compared; so a redacted dossier
    needs no hashes of what it hides. Where that cannot be, as a report or claim is gone, each cell is looked up alone.
    """
    try:
        missing = [*_reports(view, data)]
        return missing + (_one_by_one(view, data) if missing else _all(view, data))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        return [f"cells: something of them is missing or is none of ours ({type(error).__name__})"]


def _reports(view: View, data: Data) -> Iterator[str]:
    """The reports that are not held, or whose archived bytes are not those of their hash."""
    for report in data["reports"]:
        if not view.holds(report["id"]):
            yield f"{_called(report)}: not held by {view.path}"
        else:
            archived = hashlib.sha256(view.raw(report["id"]).data).hexdigest()
            if archived != report["bytes_sha256"]:
                yield f"{_called(report)}: archived bytes {_both(report['bytes_sha256'], archived)}"


def _all(view: View, data: Data) -> list[str]:
    asked = Asked(**{field.name: _tuples(data["asked"][field.name]) for field in fields(Asked)})
    try:
        again = json.loads(json.dumps(asdict(gather(view, asked))))
    except NotFound as error:
        return [f"what was asked for: {error}", *_one_by_one(view, data)]
    except RashomonError as error:
        return [f"what was asked for: {error}"]
    mine = {name: value for name, value in data.items() if name not in OURS}
    theirs = {name: value for name, value in again.items() if name not in OURS}
    return [*_differences("", mine, theirs, _names(data, again))]


def _one_by_one(view: View, data: Data) -> list[str]:
    """The cells whose words or hashes are not those of the reports that are held; hidden words fit any."""
    reports = {one["id"]: one for one in data["reports"]}
    found = []
    for cell in (*data["said"], *data["counts"]):
        if not view.holds(cell["report"]):
            continue
        text = view.report(cell["report"]).text
        for target in cell["targets"]:
            position, quotation = target["selector"]
            there = text[position["start"] : position["end"]]
            if not _fits(quotation["exact"], there):
                where = f"characters {position['start']} to {position['end']}"
                found.append(
                    f"{_called(reports[cell['report']])}, {where}: {_both(quotation['exact'], there)}"
                )
    return found


def _fits(words: str, text: str) -> bool:
    """Whether a text is these words, anything standing where they are blank."""
    first, *rest = words.split(BLANK)
    if not rest:
        return words == text
    at = len(first)
    for piece in rest[:-1]:
        at = text.find(piece, at) + len(piece)
        if at < len(piece):
            return False
    return text.startswith(first) and text.endswith(rest[-1]) and len(text) - len(rest[-1]) >= at


def _differences(where: str, mine: Any, theirs: Any, names: Callable[[Any], str]) -> Iterator[str]:
    """Where two copies differ, a line each."""
    if isinstance(mine, dict) and isinstance(theirs, dict):
        for key in dict.fromkeys((*mine, *theirs)):
            inner = f"{where}, {key}" if where else key
            yield from _differences(inner, mine.get(key), theirs.get(key), names)
    elif _has_ids(mine) and _has_ids(theirs):
        yield from _by_id(where, mine, theirs, names)
    elif _is_list(mine) and _is_list(theirs) and len(mine) == len(theirs):
        for n, (one, other) in enumerate(zip(mine, theirs, strict=True), 1):
            yield from _differences(f"{where} {n}", one, other, names)
    elif mine != theirs or type(mine) is not type(theirs):
        yield f"{where}: {_both(mine, theirs)}"


def _by_id(
    where: str, mine: Sequence[Data], theirs: Sequence[Data], names: Callable[[Any], str]
) -> Iterator[str]:
    ours, others = ({one["id"]: one for one in side} for side in (mine, theirs))
    for key, one in ours.items():
        if key not in others:
            yield f"{names(one)}: not in the ledger"
        else:
            yield from _differences(names(one), one, others[key], names)
    for key, one in others.items():
        if key not in ours:
            yield f"{names(one)}: in the ledger, but not in the dossier"
    if len(mine) != len(ours) or ([*ours] != [*others] and set(ours) == set(others)):
        yield f"{where}: in another order than the ledger has them, or twice"


def _names(data: Data, again: Data) -> Callable[[Any], str]:
    """What to call a record with an id."""
    reports = {one["id"]: one for one in (*again["reports"], *data["reports"])}
    numbers = {one["id"]: n for n, one in enumerate(data["said"], 1)}

    def name(one: Data) -> str:
        if "sides" in one:
            return f"claim {one['id']}"
        if "read_by" in one:
            return _called(one)
        if "report" not in one:
            return f"judgement {one['id']}"
        what = "figure" if "low" in one else "statement"
        number = f" {numbers[one['id']]}" if one["id"] in numbers else ""
        return f"{what}{number} ({one['id'][:8]}) in {_called(reports[one['report']])}"

    return name


def _called(report: Data) -> str:
    about = ", ".join(filter(None, (report["outlet"], report["published"])))
    return f"report {report['id'][:8]} ({about or 'no outlet, no date'})"


def _both(mine: Any, theirs: Any) -> str:
    one, other = _short(mine), _short(theirs)
    if one == other:  # they differ behind what is shown
        return "not the same in the dossier and in the ledger"
    return f"{one} in the dossier, {other} in the ledger"


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def _has_ids(value: Any) -> bool:
    return _is_list(value) and all(isinstance(one, dict) and "id" in one for one in value)


def _tuples(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
