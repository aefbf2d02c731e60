"""Review in a real browser: keys, selecting words, a second reviewer, and no script at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from rashomon.model import Reading, Statement
from rashomon.query.kept import judgements
from rashomon.query.review import review
from rashomon.store import View
from tests import builders as build
from tests.web.asking import ACCESS
from tests.web.conftest import Fill
from tests.web.test_web_browser import browser, faults, serving  # noqa: F401  # a fixture is used by its name

pytestmark = pytest.mark.browser

HERE = "/reports/r0000001/review"
TEXT = (
    "🕊️🕊️ A <b>dove</b> & the mayor 👩🏽‍🚒 said “two bridges\r\nfell 𝔸t noon”.\r\n\r\n"
    "\u202eقال\u202c الوزير: «لم يسقط شيء», a clerk said, e\u0301t cetera.\x00\r\n\r\n"
    "The minister denied that any bridge fell. The clerk promised help."
)


def astral() -> Reading:
    """A text in which browsers count otherwise: pairs of surrogates, returns, hidden characters, two directions."""
    mayor = build.source(TEXT, "the mayor", name="Ada Quill", kind="named_person", office="mayor")
    minister = build.source(TEXT, "The minister", kind="unnamed_person")
    told = (
        build.statement("tell-1", TEXT, "two bridges", by=mayor, cue="said"),
        build.statement("tell-2", TEXT, "any bridge fell", by=minister, cue="denied", act="denies"),
        build.statement("tell-3", TEXT, "help", cue="promised", act="promises"),
    )
    return build.reading(build.report(text=TEXT), *told)


class Desk:
    """A ledger that is served, and the people at it."""

    def __init__(self, ledger: Path, address: str, browser: Browser) -> None:  # noqa: F811
        self.ledger, self.address, self.browser = ledger, address, browser
        self.contexts: list[BrowserContext] = []
        self.complaints: list[str] = []

    def sit(self, name: str, *, script: bool = True) -> Page:
        """A page of an editor of this name."""
        context = self.browser.new_context(base_url=self.address, java_script_enabled=script)
        self.contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(ACCESS.way_in())
        page.goto(f"/editor?to={HERE}")
        page.get_by_label("Name").fill(name)
        page.get_by_role("button", name="Sign with it").click()
        expect(page).to_have_url(f"{self.address}{HERE}")
        page.wait_for_load_state()
        return page

    def now(self, key: str) -> Statement:
        with View(self.ledger) as view:
            found = review(view, "r0000001").statements
        return next(one.statement for one in found if one.statement.id == key)

    def decided(self) -> list[str]:
        with View(self.ledger) as view:
            return [f"{one.by} {one.verdict} {' '.join(one.target)}" for one in judgements(view)]


@pytest.fixture
def desk(fill: Fill, browser: Browser) -> Iterator[Desk]:  # noqa: F811
    ledger = fill(astral())
    with serving(ledger) as address:
        desk = Desk(ledger, address, browser)
        yield desk
        for context in desk.contexts:
            context.close()
        assert desk.complaints == []


def current(page: Page) -> str:
    return page.locator("section.current .number").inner_text().removeprefix("Statement\n")


def at(page: Page, number: int) -> None:
    expect(page.locator("section.current .number")).to_contain_text(str(number))


SPOTS = """([first, last]) => {
    const spots = [];
    for (const words of [first, last]) {
        const walk = document.createTreeWalker(document.querySelector(".beneath"), NodeFilter.SHOW_TEXT);
        for (let node; (node = walk.nextNode()); ) {
            const found = node.data.indexOf(words);
            if (found < 0 || node.parentElement.closest(".number")) continue;
            const range = document.createRange();
            range.setStart(node, found);
            range.setEnd(node, found + words.length);
            const boxes = range.getClientRects();
            const box = spots.length ? boxes[boxes.length - 1] : boxes[0];
            spots.push([spots.length ? box.right - 1 : box.left + 1, box.top + box.height / 2]);
            break;
        }
    }
    return spots;
}"""


def drag(page: Page, first: str, last: str) -> None:
    """Select with the mouse from the beginning of some words to the end of others."""
    page.locator(".beneath").scroll_into_view_if_needed()
    (left, top), (right, bottom) = page.evaluate(SPOTS, [first, last])
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(right, bottom, steps=5)
    page.mouse.up()


def test_a_walk_by_keys_alone(desk: Desk) -> None:
    page = desk.sit("Mara")
    assert current(page) == "1 asserts"
    page.keyboard.press("j")
    at(page, 2)
    assert page.url.endswith("?statement=tell-2#words-tell-2")
    for key in "jkk":
        page.keyboard.press(key)
    at(page, 1)
    page.keyboard.press("a")
    at(page, 2)
    page.keyboard.press("r")
    at(page, 3)
    expect(page.locator(".progress")).to_contain_text("2 of 3 seen")
    page.keyboard.press("k")
    expect(page.locator(".stands.rejected")).to_be_visible()
    page.keyboard.press("u")
    expect(page.locator(".stands.rejected")).to_have_count(0)
    expect(page.locator(".acts .undone")).to_contain_text("undone by Mara")
    page.keyboard.press("r")
    at(page, 3)
    page.keyboard.press("u")  # what was decided last, though it is on another statement
    at(page, 2)
    expect(page.locator(".stands.rejected")).to_have_count(0)
    page.keyboard.press("f")
    assert page.evaluate("document.activeElement.name") == "act"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_have_attribute("open", "")
    twice = ["Mara reject tell-2", "Mara undo tell-2"]
    assert desk.decided() == ["Mara accept tell-1", *twice, *twice]


def test_keys_pressed_in_haste_are_all_done_in_turn(desk: Desk) -> None:
    page = desk.sit("Mara")
    page.evaluate(
        """for (const key of ["j", "j", "k", "a", "r"]) document.body.dispatchEvent(
            new KeyboardEvent("keydown", {key, bubbles: true}))"""
    )
    expect(page.locator(".progress")).to_contain_text("2 of 3 seen")
    assert desk.decided() == ["Mara accept tell-2", "Mara reject tell-3"]


def test_keys_are_letters_in_a_field_and_can_be_turned_off(desk: Desk) -> None:
    page = desk.sit("Mara")
    page.get_by_placeholder("Why, if").fill("")
    page.get_by_placeholder("Why, if").press_sequentially("jar")
    assert page.get_by_placeholder("Why, if").input_value() == "jar"
    page.keyboard.press("Enter")  # decides nothing: who gives a reason may mean either
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.get_by_label("Keys work on this page").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("r")
    page.reload()
    page.keyboard.press("r")
    page.get_by_role("link", name="Next").click()
    at(page, 2)
    assert desk.decided() == []


@pytest.mark.parametrize(
    ("key", "first", "last", "words"),
    [
        ("q", "two bridges", "two bridges", "two bridges"),
        ("q", "two bridges", "t noon", "two bridges\r\nfell 𝔸t noon"),
        ("q", "dove", "mayor", "dove</b> & the mayor"),
        ("c", "said", "said", "said"),
        ("s", "a clerk", "a clerk", "a clerk"),
        ("q", "cetera", "any", "cetera.\x00\r\n\r\nThe minister denied that any"),
        ("q", "minister", "bridge fell", "minister denied that any bridge fell"),
    ],
)
def test_selected_words_are_those_that_are_kept(
    desk: Desk, key: str, first: str, last: str, words: str
) -> None:
    page = desk.sit("Mara")
    field = {"q": "content", "c": "cue", "s": "source"}[key]
    page.keyboard.press(key)
    expect(page.locator(".picked textarea")).to_have_attribute("name", field)
    drag(page, first, last)
    start = TEXT.index(words)
    expect(page.locator(f"#fix-{field}")).to_have_value(f"{start}-{start + len(words)}" if "\0" in words else
        f"{start}-{start + len(words)} {words}".replace("\r\n", "\n"))  # fmt: skip
    page.keyboard.press("Enter")  # the button to save has the focus
    changed = words != {"content": "two bridges", "cue": "said"}.get(field)
    if changed:
        expect(page.locator(".acts")).to_contain_text(f"corrected {field}")
    one = getattr(desk.now("tell-1"), field)
    assert one.text == words
    assert one.spans == ((start, start + len(words)),)
    assert (desk.decided() == [f"Mara correct tell-1 {field}"]) == changed


def test_every_two_characters_of_the_text_are_found_where_they_are(desk: Desk) -> None:
    """Whatever is selected from one point of the page to another is the same stretch of the report's text."""
    page = desk.sit("Mara")
    page.keyboard.press("q")
    for piece in ("🕊️ A", "<b>", "the mayor 👩🏽‍🚒", "𝔸t", "الوزير", "e\u0301t", "denied that", "help."):
        page.evaluate("document.getElementById('fix-content').value = ''")
        page.evaluate(
            """piece => {
                const points = [];
                let text = "";
                const walk = document.createTreeWalker(document.querySelector(".beneath"), NodeFilter.SHOW_TEXT);
                for (let node; (node = walk.nextNode()); )
                    if (!node.parentElement.closest(".number"))
                        for (let i = 0; i < node.data.length; i++) { points.push([node, i]); text += node.data[i]; }
                const [from, i] = points[text.indexOf(piece)];
                const [to, j] = points[text.indexOf(piece) + piece.length - 1];
                getSelection().setBaseAndExtent(from, i, to, j + 1);
            }""",
            piece,
        )
        start = TEXT.index(piece)
        expect(page.locator("#fix-content")).to_have_value(f"{start}-{start + len(piece)} {piece}")


def test_two_reviewers_and_what_one_undid_of_the_other(desk: Desk) -> None:
    mara, jo = desk.sit("Mara"), desk.sit("Jo")
    mara.keyboard.press("a")
    at(mara, 2)
    jo.goto(f"{HERE}?show=others")
    at(jo, 1)
    expect(jo.locator(".acts")).to_contain_text("Mara accepted")
    jo.keyboard.press("u")  # nothing of Jo's own is there to undo
    jo.keyboard.press("r")
    expect(jo.locator(".to-judge")).to_contain_text("No statement is so.")
    mara.goto(f"{HERE}?show=disputed")
    expect(mara.locator(".to-judge")).to_contain_text("Mara, Jo disagree: rejected")
    mara.get_by_role("button", name="Undo what Jo decided").click()
    expect(mara.locator(".to-judge")).to_contain_text("No statement is so.")
    mara.goto("/judgements")
    expect(mara.locator(".log")).to_contain_text("Mara undid: Jo rejected")
    assert desk.decided() == ["Mara accept tell-1", "Jo reject tell-1", "Mara undo tell-1"]


def test_all_of_it_works_without_script(desk: Desk) -> None:
    page = desk.sit("Mara", script=False)
    page.get_by_role("button", name="Accept").click()
    at(page, 2)
    page.locator("#words-tell-3").focus()
    page.keyboard.press("Enter")
    at(page, 3)
    page.get_by_placeholder("Why, if").fill("a caption")
    page.get_by_role("button", name="Reject").click()
    at(page, 2)
    page.locator("#fix summary").click()
    page.get_by_label("Act").select_option("doubts")
    page.get_by_label("Content").fill("denied that any bridge fell")
    page.get_by_label("Name of the source").fill("Public Works")
    page.get_by_label("Kind", exact=True).select_option("organisation")
    page.get_by_label("Step 2", exact=True).fill("")
    page.get_by_role("button", name="Save").click()
    at(page, 2)
    one = desk.now("tell-2")
    assert (one.act, one.content.text) == ("doubts", "denied that any bridge fell")
    assert one.source
    assert (one.source.name, one.chain[-1].name) == ("Public Works", "Public Works")
    page.get_by_role("button", name="Undo").click()
    assert desk.now("tell-2") == astral().statements[1]
    page.locator("#fix summary").click()
    page.get_by_label("Cue").fill("never said")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".fault")).to_have_text(
        "'never said' does not stand so in the report; copy its words, or give their place"
    )


def test_a_wrong_value_is_told_without_leaving_the_page(desk: Desk) -> None:
    page = desk.sit("Mara")
    page.keyboard.press("f")
    page.get_by_label("Cue").fill("never said")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#fault")).to_contain_text("'never said' does not stand so in the report")
    assert page.get_by_label("Cue").input_value() == "never said"
    assert desk.decided() == []


def test_going_back_shows_the_whole_page(desk: Desk) -> None:
    page = desk.sit("Mara")
    page.keyboard.press("j")
    at(page, 2)
    page.goto("/review")
    page.go_back()
    at(page, 2)
    expect(page.locator(".masthead")).to_be_visible()


def test_from_the_queue_and_from_the_report_into_the_review(desk: Desk) -> None:
    page = desk.sit("Mara")
    page.goto("/review")
    page.get_by_role("link", name="any bridge fell").click()
    at(page, 2)
    page.keyboard.press("n")
    at(page, 3)
    page.keyboard.press("r")
    expect(page).to_have_url(f"{desk.address}/review")
    page.get_by_role("link", name="Begin with the first").click()
    at(page, 1)
    assert desk.decided() == ["Mara reject tell-3"]
    page.goto("/reports/r0000001")
    page.keyboard.press("e")
    expect(page).to_have_url(f"{desk.address}{HERE}")
    page.get_by_role("link", name="Report", exact=True).click()
    page.locator(".over a", has_text="Review").click()
    expect(page).to_have_url(f"{desk.address}{HERE}")


@pytest.mark.parametrize("width", [360, 1440])
def test_everyone_can_use_the_review_with_all_that_can_be_open(desk: Desk, width: int) -> None:
    page = desk.sit("Mara")
    page.set_viewport_size({"width": width, "height": 800})
    page.keyboard.press("r")
    page.keyboard.press("k")
    page.keyboard.press("f")
    page.locator("#keys summary").click()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto("/judgements")
    assert faults(page) == []
