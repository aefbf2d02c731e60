import html
import re
from html.parser import HTMLParser

from hypothesis import given, settings
from markupsafe import Markup

from rashomon.model import Reading
from rashomon.web.lights import LIGHTS, light, lights
from rashomon.web.passages import DEEPEST, passages
from rashomon.web.visible import visible
from tests import builders as build
from tests.strategies import readings
from tests.web.asking import chained


class Balanced(HTMLParser):
    """Fails where an element is closed that is not the last one opened."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.deepest = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.deepest = max(self.deepest, len(self.open))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def bare(markup: str) -> str:
    """The text that a browser shows, without our own numbers."""
    markup = re.sub(
        r'<(a|span) class="number.*?</\1>', "", markup.replace('<span class="unseen">Statement </span>', "")
    )
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def test_marks_stand_in_each_other_as_the_statements_do() -> None:
    told = passages(chained())[1].html
    third = (
        '<a class="number denies s3" id="words-s3" href="#card-s3">'
        '<span class="unseen">Statement </span>3 denies</a>'
        '<mark class="content denies s3">any shell fell</mark></mark></mark>.'
    )
    assert told.startswith(
        '<span class="source s1">The Tern</span> <span class="cue s1">wrote</span> that <a'
    )
    assert told.endswith(third)


def test_each_piece_of_a_statement_has_its_number_and_the_first_the_link() -> None:
    said = passages(chained())[2].html
    assert said.count('id="words-s4"') == 1
    assert said.count("Statement </span>4<") == 2


def test_cards_stand_where_their_statements_begin() -> None:
    found = [[card.number for card in passage.cards] for passage in passages(chained())]
    assert found == [[], [1, 2, 3], [4]]
    third = passages(chained())[1].cards[2]
    assert third.inside == 2
    assert (
        third.chain
        == "Harbour Post, retelling The Tern, quoting a resident (unnamed), quoting Health Ministry"
    )


def test_only_public_sources_lead_to_a_page() -> None:
    mayor, resident = passages(build.reading())[0].cards
    assert (mayor.who, resident.who) == ("Ada Quill", None)
    private = build.source(build.TEXT, "the mayor", name="Ada Quill", kind="named_person")
    (card,) = passages(build.reading(None, build.statement("s", build.TEXT, "Two bridges", by=private)))[
        0
    ].cards
    assert card.who is None


def test_lines_are_paragraphs_only_where_no_empty_line_is() -> None:
    def texts(text: str) -> list[str]:
        return [passage.text for passage in passages(build.reading(build.report(text=text), not_read="test"))]

    assert texts("one\r\ntwo\n three \n") == ["one", "two", "three \n"]
    assert texts("one\ntwo\r\n \r\nthree") == ["one\ntwo", "three"]


def test_marks_are_drawn_only_so_deep() -> None:
    text = "a" * 60
    deep = [
        build.statement(f"s{n}", text, "a" * (60 - n)) for n in range(30)
    ]  # each begins with the text and is shorter than the one before
    (passage,) = passages(build.reading(build.report(text=text), *deep))
    checked = Balanced()
    checked.feed(passage.html)
    assert checked.deepest <= DEEPEST + 2  # and a number with its hidden word
    assert [card.number for card in passage.cards] == list(range(1, 31))
    assert passage.html.count("<a ") == 30


def test_a_long_report_has_every_card() -> None:
    text = "\n".join(f"Speaker {n} said it rained {n} times." for n in range(3000))
    many = [build.statement(f"s{n}", text, f"it rained {n} times") for n in range(3000)]
    found = passages(build.reading(build.report(text=text), *many))
    assert [card.number for passage in found for card in passage.cards] == list(range(1, 3001))


@settings(deadline=None)
@given(readings())
def test_every_reading_keeps_its_text_and_all_its_cards(one: tuple[Reading, object]) -> None:
    reading = one[0]
    found = passages(reading)
    shown = "".join(bare(passage.html) for passage in found)
    assert "".join(shown.split()) == "".join(bare(visible(reading.report.text)).split())
    cards = [card.statement.id for passage in found for card in passage.cards]
    assert sorted(cards) == sorted(statement.id for statement in reading.statements)
    html = Markup("").join(passage.html for passage in found)
    assert all(html.count(f'id="words-{key}"') == 1 for key in cards)
    checked = Balanced()
    checked.feed(html)
    assert not checked.open


def test_there_is_a_rule_for_each_light() -> None:
    assert f".s{LIGHTS} {{" in lights()
    assert f".s{LIGHTS + 1} " not in lights()
    assert (light(LIGHTS), light(LIGHTS + 1)) == (f"s{LIGHTS}", "")
