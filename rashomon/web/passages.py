"""The text of a report as HTML, paragraph by paragraph, with the cards of the statements that begin there."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import Markup

from rashomon.model import Reading, Span, Statement
from rashomon.query.chain import sentence
from rashomon.query.marks import PARTS, Mark, Segment, segments
from rashomon.query.who_said import ALWAYS_PUBLIC
from rashomon.web.lights import light
from rashomon.web.tags import Tag, tags
from rashomon.web.visible import visible

DEEPEST = 8
"""Marks drawn around one piece of text: more cannot be told apart."""

BLANK = " \t\r\xa0"
"""What an empty line may hold. Not all that Unicode calls space: some of it is shown by its number."""

RETURN = Markup("&#13;")
"""Browsers make one of a return and a line break, unless the return is spelt so: then characters count as here."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is to be said of a statement beside the text."""

    number: int
    statement: Statement
    chain: str
    inside: int | None
    """The number of the statement that this one stands in."""
    who: str | None
    """Whose page it leads to; None for sources that are not public."""

    @property
    def light(self) -> str:
        """The class that ties it to its words."""
        return light(self.number)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the text, and the cards of the statements that begin in it."""

    text: str
    html: Markup
    cards: tuple[Card, ...]
    start: int
    """Where it begins in the text, in characters."""


def passages(
    reading: Reading,
    more: Mapping[str, str] = MappingProxyType({}),
    leads: Callable[[str], str] = "#card-{}".format,
) -> list[Passage]:
    """The whole text in order; every statement has one card, where its content begins.

    `more` are further classes of the marks of statements, by id; `leads` tells where the number of a statement leads.
    """
    cards = _cards(reading)
    contents = ((start, card) for card in cards.values() for start, _ in card.statement.content.spans)
    waiting = deque(sorted(contents, key=lambda content: (content[0], content[1].number)))
    writer = _Writer(tags(reading, more))
    found = []
    for pieces in _paragraphs(reading.report.text, segments(reading)):
        here: list[Card] = []
        for piece in pieces:
            numbers: dict[str, Markup] = {}
            while waiting and waiting[0][0] < piece.end:
                start, card = waiting.popleft()
                first = start == card.statement.content.start
                numbers.setdefault(card.statement.id, _number(card, first, leads))
                if first:
                    here.append(card)
            writer.write(piece, numbers)
        start = pieces[0].start if pieces else 0
        found.append(Passage("".join(piece.text for piece in pieces), writer.done(), tuple(here), start))
    return found


def _cards(reading: Reading) -> dict[str, Card]:
    numbers = {statement.id: number for number, statement in enumerate(reading.statements, 1)}
    return {
        statement.id: Card(
            number=numbers[statement.id],
            statement=statement,
            chain=sentence(reading.report, statement),
            inside=numbers.get(statement.inside or ""),
            who=public_name(statement),
        )
        for statement in reading.statements
    }


def public_name(statement: Statement) -> str | None:
    """The name of a source that `who_said` answers for by what this statement alone tells."""
    source = statement.source
    if source is None:
        return None
    public = source.kind in ALWAYS_PUBLIC or (source.kind == "named_person" and source.office)
    return source.name if public else None


def _paragraphs(text: str, cuts: list[Segment]) -> Iterator[list[Segment]]:
    """The pieces of each paragraph: those of the text, cut again where a paragraph begins and ends."""
    at = 0
    for start, end in _bounds(text):
        pieces = []
        while at < len(cuts) and cuts[at].start < end:
            first, last = max(cuts[at].start, start), min(cuts[at].end, end)
            if first < last:
                pieces.append(Segment(first, last, text[first:last], cuts[at].marks))
            if cuts[at].end > end:
                break
            at += 1
        yield pieces


def _bounds(text: str) -> list[Span]:
    """Empty lines part paragraphs; where there are none, every line is one. The last goes on to the end."""
    parted = any(not line.strip(BLANK) for line in text.strip(BLANK + "\n").split("\n"))
    found: list[Span] = []
    at, parting = 0, True
    for line in text.split("\n"):
        start, end = at + len(line) - len(line.lstrip(BLANK)), at + len(line.rstrip(BLANK))
        at += len(line) + 1
        if start >= end:
            parting = True
        elif parting or not parted:
            found.append((start, end))
            parting = False
        else:
            found[-1] = (found[-1][0], end)
    last = found.pop()[0] if found else 0
    return [*found, (last, len(text))]


class _Writer:
    """Writes pieces of text; marks that go on from one piece to the next stay open."""

    def __init__(self, tags: dict[Mark, Tag]) -> None:
        self._tags = tags
        self._open: list[Mark] = []
        self._out: list[str] = []
        self._named: set[Mark] = set()

    def write(self, piece: Segment, numbers: dict[str, Markup]) -> None:
        """One piece, with the numbers of the statements that have a piece of content begin there."""
        marks = list(piece.marks)
        if len(marks) > DEEPEST:
            marks[DEEPEST // 2 : -DEEPEST // 2] = []
        kept = 0
        while kept < min(len(marks), len(self._open)) and marks[kept] == self._open[kept]:
            kept += 1
        self._close(kept)
        for mark in marks[kept:]:
            if mark.role == "content" and mark.of in numbers:
                self._out.append(numbers.pop(mark.of))
            self._begin(mark)
        self._out += numbers.values()
        self._out.append(visible(piece.text).replace("\r", RETURN))

    def done(self) -> Markup:
        """All that was written since this was last asked; marks that were open are closed."""
        self._close(0)
        written = Markup("").join(map(Markup, self._out))  # each part is escaped already
        self._out.clear()
        return written

    def _begin(self, mark: Mark) -> None:
        """Open a mark; where what is claimed first begins, it gets a name that its list can lead to."""
        name, attributes = self._tags[mark]
        if mark.role not in PARTS and mark not in self._named:
            self._named.add(mark)
            attributes += Markup(' id="{}-{}"').format(mark.role, mark.of)
        self._out.append(Markup("<{} {}>").format(name, attributes))
        self._open.append(mark)

    def _close(self, kept: int) -> None:
        for mark in reversed(self._open[kept:]):
            self._out.append(f"</{self._tags[mark][0]}>")
        del self._open[kept:]


_FIRST = Markup(
    '<a class="number {act} {light}" id="words-{id}" href="{leads}">'
    '<span class="unseen">Statement </span>{number}{word}</a>'
)
_AGAIN = Markup('<span class="number {act} {light}"><span class="unseen">Statement </span>{number}</span>')


def _number(card: Card, first: bool, leads: Callable[[str], str]) -> Markup:
    """The number before a piece of content; the first says the act too, unless it is what most do: assert."""
    act = card.statement.act
    return (_FIRST if first else _AGAIN).format(
        act=act,
        light=card.light,
        id=card.statement.id,
        leads=leads(card.statement.id),
        number=card.number,
        word="" if act == "asserts" else f" {act}",
    )
