"""What a dossier holds: every cell leads to the characters it came from, and nothing leads anywhere else."""

import hashlib
import json
import re
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import NotFound
from rashomon.export import gather
from rashomon.export.page import visible
from rashomon.export.verify import cells
from rashomon.store import View
from tests import builders as build
from tests.export.conftest import Fill, dossier, largest_claim, page, private

HOSTILE = "</script><script>alert(1)</script><!-- \u202eevil\u2066 \x07 &amp; \" ' {{ 7*7 }}"


def test_the_same_question_gives_the_same_bytes(sample: Path) -> None:
    with View(sample) as view:
        claim = largest_claim(view)
        assert page(view, claims=(claim,)) == page(view, claims=(claim[:14],))


def test_every_cell_is_words_of_its_report_with_its_hashes(sample: Path) -> None:
    with View(sample) as view:
        data = cells(page(view, claims=(largest_claim(view),)))
        assert len(data["reports"]) > 1
        for cell in (*data["said"], *data["counts"]):
            text, raw = view.report(cell["report"]).text, view.raw(cell["report"]).data
            assert cell["text_sha256"] == hashlib.sha256(text.encode()).hexdigest()
            assert cell["bytes_sha256"] == hashlib.sha256(raw).hexdigest()
            for target in cell["targets"]:
                place, words = target["selector"]
                assert words["exact"] == text[place["start"] : place["end"]]
                assert text[: place["start"]].endswith(words["prefix"])
                assert text[place["end"] :].startswith(words["suffix"])


def test_a_claim_shows_its_sides_and_what_each_origin_rests_on(sample: Path) -> None:
    with View(sample) as view:
        made = dossier(view, claims=(largest_claim(view),))
    (sheet,) = made.claims
    said = {cell.id for cell in made.said}
    assert said == {cell for side in sheet.sides for cell in side.cells}
    for side in sheet.sides:
        assert 1 <= side.low <= side.high == len(side.origins)
        assert {cell for origin in side.origins for cell in origin.cells} == set(side.cells)
        assert all(origin.why for origin in side.origins)


def test_counts_name_the_rule_and_come_in_order_of_time(sample: Path) -> None:
    with View(sample) as view:
        made = dossier(view, claims=(largest_claim(view),), counts="acled")
    counts = {one.id: one for one in made.counts}
    ordered = [counts[one] for one in made.claims[0].counts]
    assert ordered
    assert all(one.rule.startswith("acled:") for one in ordered)
    assert [one.day or "" for one in ordered] == sorted(one.day or "" for one in ordered)


def test_a_report_or_words_make_a_selection_without_sides(fill: Fill) -> None:
    view = fill(private(), build.reading(build.report("r0000002")))
    whole = dossier(view, report="r0000001")
    assert [one.id for one in whole.said] == ["r0000001-1", "r0000001-2", "r0000001-3"]
    assert [(one.id, one.who) for one in whole.counts] == [("r0000001-f", "Nell Quill")]
    assert whole.claims == ()
    some = dossier(view, words="bridges")
    assert {one.report for one in some.said} == {"r0000002"}
    assert "Statements with the words: bridges" in page(view, words="bridges")


def test_what_is_not_there_makes_no_dossier(fill: Fill) -> None:
    view = fill(private())
    for asked in ({"claims": ("ffff",)}, {"report": "ffff"}, {"words": "nothing of the kind"}):
        with pytest.raises(NotFound):
            dossier(view, **asked)


def test_a_chain_reads_as_one_sentence(fill: Fill) -> None:
    made = page(fill(private()), report="r0000001")
    assert "Northern Wire, retelling Harbour Post, quoting Nell Quill" in made


def test_the_page_needs_nothing_else(sample: Path) -> None:
    with View(sample) as view:
        made = page(view, claims=(largest_claim(view),))
    assert "default-src 'none'" in made
    assert re.findall(r"<script[^>]*>", made) == ['<script type="application/json" id="cells">']
    assert not re.search(r"\ssrc=|@import|url\(|\sstyle=|\son\w+=", made)
    assert all(link.startswith(("#", "https://")) for link in re.findall(r'href="([^"]*)"', made))
    assert "http" not in re.findall(r"<link[^>]*>", made)


def test_a_hostile_report_is_text_and_no_more(fill: Fill) -> None:
    text = f"{HOSTILE} the mayor said “{'w' * 50_000}”.\n{HOSTILE}"
    of = build.report(
        "r000000e",
        text,
        outlet=HOSTILE,
        title=f"{HOSTILE}{'t' * 5_000}",
        byline=HOSTILE,
        url="javascript:alert(1)",
    )
    mayor = build.source(text, "the mayor", name=HOSTILE)
    view = fill(build.reading(of, build.statement("e1", text, "w" * 50_000, by=mayor, cue="said")))
    for redact in ("none", "unnamed"):
        made = page(view, report="r000000e", redact=redact)
        assert len(re.findall("<script", made)) == len(re.findall("</script", made)) == 1
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x07]", made)
        assert "49" not in re.findall(r"<h1>.*?</h1>", made)[0]
        assert 'href="javascript' not in made
        assert "<!--" not in made
        assert cells(made)["said"][0]["targets"][0]["selector"][1]["exact"] == "w" * 50_000
    assert cells(page(view, report="r000000e"))["reports"][0]["outlet"] == HOSTILE


@given(st.text())
def test_any_words_are_shown_without_markup_of_their_own(text: str) -> None:
    inner = str(visible(text)).removeprefix("<bdi>").removesuffix("</bdi>")
    assert re.sub(r'<span class="(?:odd|blank)">(?:U\+[0-9A-F]{4}|hidden)</span>', "", inner).count("<") == 0


@given(st.text(max_size=120), st.data())
def test_prefix_and_suffix_are_what_stands_around(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    first, last = gather._from(text, start), gather._to(text, start)
    assert 0 <= start - first <= gather.AROUND
    assert 0 <= last - start <= gather.AROUND


def test_the_day_on_it_is_only_the_one_that_is_given(fill: Fill) -> None:
    view = fill(private())
    assert asdict(dossier(view, report="r0000001"))["asked"]["dated"] is None
    assert "Dossier · <bdi>2031-06-01</bdi>" in page(view, report="r0000001", dated="2031-06-01")
    assert json.loads(json.dumps(cells(page(view, report="r0000001"))))["schema"] == 1
