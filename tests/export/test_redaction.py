"""What redaction hides stays hidden, in the page and in its cells, and what it keeps is whole."""

import html
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert

from rashomon.errors import RashomonError
from rashomon.export.names import Names, titled
from rashomon.export.veil import BLANK, Veil
from rashomon.export.verify import cells
from rashomon.link.judgements import judgement
from rashomon.store import Writer
from rashomon.store.rows import as_row
from rashomon.store.tables import judgements
from tests import builders as build
from tests.export.conftest import PRIVATE, Fill, dossier, page, private

PEOPLE = ("Nell", "Quill", "Odo", "Perrin", "Tamsin")
CASES = [
    block.split("\n")
    for block in Path(__file__).with_name("names.txt").read_text(encoding="utf-8").strip().split("\n\n")[1:]
]


def everything(made: str) -> str:
    """A page as a reader or a program finds it: entities and escapes undone, in small letters."""
    return f"{html.unescape(made)}{made.encode('ascii', 'replace').decode('unicode_escape')}".casefold()


@pytest.mark.parametrize(("text", "hidden"), CASES, ids=[case[0][:30] for case in CASES])
def test_names_of_private_persons_are_found(text: str, hidden: str) -> None:
    private = ["Nell Quill", "Yara al-Sef", "Hope"]
    bodies, places = ["Tern Front", "Harbour Post"], ["Marrow", "Port Quill"]
    shown = text
    for start, end in reversed(
        Names(private, ["ada crane", *titled(text)], bodies, places, [text]).spans(text)
    ):
        shown = f"{shown[:start]}[{shown[start:end]}]{shown[end:]}"
    assert shown == hidden


@pytest.mark.parametrize("redact", ["people", "unnamed"])
def test_no_private_name_is_in_the_file(fill: Fill, redact: str) -> None:
    view = fill(private(title="Nell Quill mourns", url="https://post.example/2031/nell-quill-mourns"))
    for asked in ({"report": "r0000001"}, {"words": "shells"}):
        found = everything(page(view, redact=redact, **asked))
        assert [name for name in PEOPLE if name.casefold() in found] == []
        assert "ada crane" in found
        assert "harbour post" in found
        assert "marrow" in found


@pytest.mark.parametrize(
    ("path", "kept"), [("mill-hit-again", True), ("odo-perrin-buried", False), ("son-of-quill", False)]
)
def test_an_address_that_spells_a_name_is_left_out(fill: Fill, path: str, kept: bool) -> None:
    url = f"https://post.example/{path}"
    (report,) = dossier(fill(private(url=url)), report="r0000001", redact="people").reports
    assert report.url == (url if kept else None)


def test_how_unnamed_sources_are_described_is_hidden_where_asked(fill: Fill) -> None:
    view = fill(private())
    assert "baker" in page(view, report="r0000001", redact="people")
    made = everything(page(view, report="r0000001", redact="unnamed"))
    assert "baker" not in made
    assert "lower street" not in made
    assert "quoting a person (unnamed)" in made


def test_a_description_is_hidden_also_where_it_credits_nobody(fill: Fill) -> None:
    text = (
        "A baker from Kell said the mill burned. The mayor said: “The baker from Kell fled.” People saw it."
    )
    baker = build.source(text, "A baker from Kell", name="baker from Kell", kind="unnamed_person")
    mayor = build.source(text, "The mayor", name="the mayor")
    said = (
        build.statement("s1", text, "the mill burned", by=baker, cue="said"),
        build.statement("s2", text, "The baker from Kell fled.", by=mayor, cue="said", quote="direct"),
    )
    view = fill(build.reading(build.report("r0000001", text, title=None), *said))
    data = cells(page(view, report="r0000001", redact="unnamed"))
    assert data["said"][1]["targets"][0]["selector"][1]["exact"] == f"The {BLANK} fled."


def test_chains_kinds_and_places_of_words_are_kept(fill: Fill) -> None:
    view = fill(private())
    plain, hidden = (cells(page(view, report="r0000001", redact=one)) for one in ("none", "unnamed"))
    for one, other in zip(plain["said"], hidden["said"], strict=True):
        assert [hop["kind"] for hop in one["chain"]] == [hop["kind"] for hop in other["chain"]]
        assert (one["act"], one["source"]["kind"]) == (other["act"], other["source"]["kind"])
        places = [[target["selector"][0] for target in cell["targets"]] for cell in (one, other)]
        assert places[0] == places[1]
    assert [hop["name"] for hop in hidden["said"][0]["chain"]] == ["Harbour Post", "person 1"]
    assert BLANK in hidden["said"][1]["targets"][0]["selector"][1]["exact"]


def test_a_name_cut_by_the_edge_of_what_is_quoted_is_hidden_whole(fill: Fill) -> None:
    made = cells(page(fill(private()), report="r0000001", redact="people"))
    words = made["said"][0]["targets"][0]["selector"][1]
    assert words["suffix"] == f", {BLANK} told Harbour Post."


def test_words_that_are_a_hidden_name_cannot_be_asked_for(fill: Fill) -> None:
    view = fill(private())
    assert dossier(view, words="Quill")
    with pytest.raises(RashomonError, match="hidden name"):
        dossier(view, words="quill", redact="people")


def test_who_decided_is_hidden_too(fill: Fill) -> None:
    view = fill(private())
    at = "2031-05-07T10:00:00Z"
    one = judgement("statement", ["r0000001-1"], "accept", by="Ines Vold", at=at, why="Quill says no")
    with Writer(view.path) as writer, writer.transaction() as connection:
        connection.execute(insert(judgements), as_row(one, type(one)))
    assert "Ines Vold" in page(view, report="r0000001")
    made = page(view, report="r0000001", redact="people")
    assert "Vold" not in made
    assert "Quill" not in made
    assert "reviewer 1" in made


@given(
    st.text("abcde", min_size=3, max_size=8),
    st.text("fghij", min_size=3, max_size=8),
    st.lists(
        st.sampled_from(["X", "{0}", "{1}", "{0} {1}", "{1}’s", "the {0}", ". ", "rain", "Marrow"]),
        max_size=12,
    ),
)
def test_no_word_of_a_private_name_is_ever_cut_out(first: str, last: str, pieces: list[str]) -> None:
    first, last = first.title(), last.title()
    text = f"{PRIVATE} {' '.join(pieces).format(first, last)} "
    source = build.source(PRIVATE, "Nell Quill", name=f"{first} {last}", kind="named_person")
    of = replace(build.report(), text=text)
    said = build.statement("s", text, "Shells hit the mill", by=source)
    veil = Veil("people", {of.id: build.reading(of, said)})
    shown = veil.cut(of.id, 0, len(text))
    assert first not in shown.split()
    assert last not in shown.replace("’", " ").split()
    assert veil.free(f"by {first} {last}.") == "by person 1."


def test_an_office_and_a_body_by_its_last_word_stay(fill: Fill) -> None:
    text = "Ada Crane, spokeswoman for the Front, denied it. The Tern Front said the mill burned. The Front saw Mila V."
    crane = build.source(text, "Ada Crane", kind="named_person", office="spokeswoman for the Front")
    front = build.source(text, "The Tern Front", name="Tern Front")
    said = (
        build.statement("s1", text, "it", by=crane, cue="denied", act="denies"),
        build.statement("s2", text, "the mill burned", by=front, cue="said"),
    )
    of = build.report("r0000001", text)
    shown = Veil("people", {of.id: build.reading(of, *said)}).cut(of.id, 0, len(text))
    assert shown == text.replace("Mila V", BLANK)
