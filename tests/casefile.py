"""Behaviour cases as files: `tests/cases/README.md` has the format.

`python -m tests.casefile FILE ...` prints what in a case is not in its report.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from rashomon import ingest
from rashomon.model import Given, Raw, Reading, Refusal, Report, Span, Statement

SAMPLE = Path(__file__).parent.parent / "rashomon" / "sample"
READING, WRONG = "\n# reading\n", "\n# wrong\n"
INSIDE_LENGTH = 60


@dataclass(frozen=True)
class Block:
    """One statement of a case, with every word found in the text."""

    manner: str  # act, polarity, commitment, quote
    source: tuple[Span, ...]
    name: str | None
    office: str | None
    through: tuple[str, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    inside: str | None
    missed: bool = False


@dataclass(frozen=True)
class Case:
    """A report and what should be read in it."""

    report: Report
    expected: list[Block]
    wrong: str


def load(path: Path) -> Case:
    """The case in a file. Raises ValueError where its words are not in its report."""
    whole = path.read_text(encoding="utf-8")
    given, _, rest = whole.partition(READING)
    expected, _, wrong = rest.partition(WRONG)
    given = re.sub(r"\A(?:#.*\n)+", "", given)
    report = ingest.extract(_raw(given, path))
    blocks = [_block(lines, report.text) for lines in _split(expected)]
    return Case(report, blocks, wrong)


def blocks_of(reading: Reading) -> list[Block]:
    """What was read, in the same form as what is expected."""
    contents = {s.id: s.content.text for s in reading.statements}
    return [_as_block(s, contents) for s in reading.statements]


def render(blocks: list[Block], text: str) -> str:
    """Blocks as a case file has them."""
    return "".join(_render(n, block, text) for n, block in enumerate(blocks, 1))


def _raw(given: str, path: Path) -> Raw:
    if not given.startswith("@ "):
        return Raw(given.encode(), "text/plain", path.name)
    name, _, part = given[2:].strip().partition(" # ")
    for raw in ingest.find([str(SAMPLE / name)], Given()):
        if isinstance(raw, Refusal):
            raise ValueError(f"{path.name}: {raw}")
        if not part or raw.part == part:
            return raw
    raise ValueError(f"{path.name}: {name} has no part {part!r}")


def _split(expected: str) -> Iterator[list[str]]:
    lines: list[str] = []
    for line in expected.splitlines():
        if line[:1].isdigit() and lines:
            yield lines
            lines = []
        if line.strip():
            lines.append(line)
    if lines:
        yield lines


def _block(lines: list[str], text: str) -> Block:
    head = re.fullmatch(r"(\d+)(!?)\s+(\w+ \w+ \w+ \w+)", lines[0].strip())
    if head is None:
        raise ValueError(f"not the first line of a statement: {lines[0]!r}")
    fields: dict[str, list[str]] = {}
    for line in lines[1:]:
        key, _, value = line.strip().partition(" ")
        fields.setdefault(key, []).append(value.strip().replace("\\n", "\n"))
    content = tuple(_find(piece, text, None) for piece in fields["content"])
    return Block(
        manner=head[3],
        source=_pieces(fields.get("source"), text, content),
        name=_one(fields, "name"),
        office=_one(fields, "office"),
        through=tuple(fields.get("through", [])),
        cue=_pieces(fields.get("cue"), text, content),
        content=content,
        inside=_one(fields, "inside"),
        missed=bool(head[2]),
    )


def _one(fields: dict[str, list[str]], key: str) -> str | None:
    return fields[key][0] if key in fields else None


def _pieces(values: list[str] | None, text: str, near: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(_find(piece, text, near[0]) for value in values or [] for piece in value.split(" | "))


def _find(piece: str, text: str, near: Span | None) -> Span:
    """Where `piece` stands: at its number, else nearest to `near`, else at its only place."""
    words, _, number = piece.partition(" #")
    places = _places(words, text)
    if not places:
        raise ValueError(f"not in the report: {words!r}")
    if number:
        return places[int(number) - 1]
    if near is None:
        if len(places) > 1:
            raise ValueError(f"{len(places)} times in the report, say which by #1 ...: {words!r}")
        return places[0]
    return min(places, key=lambda place: _gap(place, near))


def _places(words: str, text: str) -> list[Span]:
    """Every place where `words` stand as whole words."""
    pattern = r"(?<!\w)" * words[:1].isalnum() + re.escape(words) + r"(?!\w)" * words[-1:].isalnum()
    return [match.span() for match in re.finditer(pattern, text)]


def _gap(a: Span, b: Span) -> int:
    return max(b[0] - a[1], a[0] - b[1], 0)


def _as_block(statement: Statement, contents: dict[str, str]) -> Block:
    source, cue = statement.source, statement.cue
    hops = tuple(f"{hop.name} · {hop.kind}" for hop in statement.chain)
    return Block(
        manner=f"{statement.act} {statement.polarity} {statement.commitment} {statement.quote}",
        source=source.spans if source else (),
        name=f"{source.name} · {source.kind}" if source else None,
        office=source.office if source else None,
        through=hops[:-1],
        cue=cue.spans if cue else (),
        content=statement.content.spans,
        inside=contents[statement.inside][:INSIDE_LENGTH] if statement.inside else None,
    )


def _render(number: int, block: Block, text: str) -> str:
    lines = [f"{number}{'!' if block.missed else ''}  {block.manner}"]

    def say(key: str, value: str) -> None:
        shown = value.replace("\n", "\\n")
        lines.append(f"   {key:8} {shown}")

    near = block.content[0]
    if block.source:
        say("source", " | ".join(_name_place(span, text, near) for span in block.source))
    for key, value in (("name", block.name), ("office", block.office)):
        if value:
            say(key, value)
    for hop in block.through:
        say("through", hop)
    if block.cue:
        say("cue", " | ".join(_name_place(span, text, near) for span in block.cue))
    for span in block.content:
        say("content", _name_place(span, text, None))
    if block.inside:
        say("inside", block.inside)
    return "\n".join(lines) + "\n"


def _name_place(span: Span, text: str, near: Span | None) -> str:
    words = text[slice(*span)]
    places = _places(words, text)
    if span not in places:
        return f"{words} #?"
    alone = len(places) == 1 or (near and min(places, key=lambda place: _gap(place, near)) == span)
    return words if alone else f"{words} #{places.index(span) + 1}"


def accept(path: Path, found: list[Block]) -> None:
    """Rewrite the marks and the `# wrong` section of a case, and nothing else."""
    case = load(path)
    text = path.read_text(encoding="utf-8").partition(WRONG)[0].rstrip("\n") + "\n"
    missed = iter(case.expected)

    def mark(match: re.Match[str]) -> str:
        return match[1] + ("" if replace(next(missed), missed=False) in found else "!") + match[2]

    head, divider, expected = text.partition(READING)
    expected = re.sub(r"(?m)^(\d+)!?(\s)", mark, expected)
    wanted = [replace(block, missed=False) for block in case.expected]
    wrong = [block for block in found if block not in wanted]
    tail = WRONG + render(wrong, case.report.text) if wrong else ""
    path.write_text(head + divider + expected + tail, encoding="utf-8")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        try:
            print(f"{name}: {len(load(Path(name)).expected)} statements")  # noqa: T201
        except (ValueError, IndexError, KeyError) as error:
            print(f"{name}: {error}")  # noqa: T201
