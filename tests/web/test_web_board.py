import re

from tests import builders as build
from tests.web.conftest import Ask, Fill


def test_an_empty_ledger_says_what_to_do(ask: Ask, fill: Fill) -> None:
    fill()
    assert "The ledger is empty" in ask("/").text


def test_without_links_there_is_no_dispute_but_what_is_denied(fill: Fill, ask: Ask) -> None:
    text = "The ministry denied that any shell fell."
    by = build.source(text, "The ministry")
    fill(
        build.reading(
            build.report(text=text), build.statement("s", text, "any shell fell", by=by, act="denies")
        )
    )
    page = ask("/").text
    assert "No dispute in this ledger." in page
    assert "not linked to the others yet" in page
    assert "The ministry denied that <em>any shell fell</em>." in page


def test_disputes_come_first_with_sides_and_origins(ask_crisis: Ask) -> None:
    page = " ".join(ask_crisis("/").text.split())
    assert page.index('class="disputes"') < page.index('id="denied"')
    assert "<dt><bdi>denies</bdi></dt>" in page
    assert re.search(r'<span class="origins">\d( to \d)? origins?</span>', page)
    assert "Teo Rasmin" in page
    assert 'last told <time datetime="2023-03-15">' in page
    assert re.search(r"<h2><a [^>]*><bdi>[^<]*blamed <em>the Free Istrel Front</em>", page)


def test_the_board_is_filtered_by_the_address(ask_crisis: Ask) -> None:
    page = ask_crisis("/?kind=figure&outlet=dorven courier").text
    assert '<option value="figure" selected>' in page
    assert "/claims/" not in page.partition("<main")[2]
    assert "No dispute fits. <a" in ask_crisis("/?words=comet").text
    assert "No dispute fits." in ask_crisis("/?place=nowhere").text
    assert "No dispute fits." in ask_crisis("/?actor=nobody").text
    everything, denied = (ask_crisis(f"/?kind=denial{act}").text for act in ("", "&act=denies"))
    assert 0 < denied.count("<h2><a") <= everything.count("<h2><a")
    assert "No dispute fits." in ask_crisis("/?kind=denial&act=demands").text
    assert ask_crisis("/?kind=truth").status_code == 422


def test_a_claim_opens_its_origins_line_by_line(ask_crisis: Ask) -> None:
    (first, *_) = re.findall(
        r'href="(/claims/[^"]*)"', ask_crisis("/?kind=denial").text.partition("<main")[2]
    )
    page = " ".join(ask_crisis(first).text.split())
    assert '<span class="act">denies</span>' in page
    assert "quoting" in page
    assert re.search(r'href="/reports/\w+\?statement=\w+#words-\w+"', page)
    assert ask_crisis("/claims/none").status_code == 404


def test_claims_are_listed_and_filtered(ask_crisis: Ask) -> None:
    every = ask_crisis("/claims").text
    assert "claims in <bdi>crisis.db</bdi>" in every
    only = ask_crisis("/claims?disputed=yes").text
    assert 0 < only.count('class="kind"') < every.count('class="kind"')
    assert "No claim fits." in ask_crisis("/claims?words=comet").text
