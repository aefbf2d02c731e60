from hypothesis import given

from rashomon.model import Raw, Reading
from rashomon.query.marks import PARTS, segments
from tests import builders as build
from tests.strategies import readings


@given(added=readings())
def test_segments_are_the_text_with_all_that_covers_each(added: tuple[Reading, Raw]) -> None:
    reading, _ = added
    found = segments(reading)
    assert "".join(segment.text for segment in found) == reading.report.text
    parts = [(s.id, role, getattr(s, role)) for s in reading.statements for role in PARTS]
    marked = [
        *((of, role, words.spans) for of, role, words in parts if words),
        *((figure.id, "figure", figure.spans) for figure in reading.figures),
        *((when.id, "time", when.spans) for when in reading.times),
        *((place.id, "place", place.spans) for place in reading.places),
        *((event.id, "event", event.words.spans) for event in reading.events),
    ]
    at = 0
    for segment in found:
        assert segment.start == at < segment.end
        at = segment.end
        covering = {
            (of, role)
            for of, role, spans in marked
            if any(start < segment.end and segment.start < end for start, end in spans)
        }
        assert {(mark.of, mark.role) for mark in segment.marks} == covering
        assert len(segment.marks) == len(covering)


def test_the_longest_piece_is_outermost() -> None:
    text = "He said: “She swore: ‘It rained.’”"
    outer = build.statement("outer", text, "She swore: ‘It rained.’", cue="said")
    inner = build.statement("inner", text, "It rained.", cue="swore", by=build.source(text, "She"))
    found = segments(build.reading(build.report(text=text), inner, outer))
    assert [(part.text, [(mark.of, mark.role) for mark in part.marks]) for part in found] == [
        ("He ", []),
        ("said", [("outer", "cue")]),
        (": “", []),
        ("She", [("outer", "content"), ("inner", "source")]),
        (" ", [("outer", "content")]),
        ("swore", [("outer", "content"), ("inner", "cue")]),
        (": ‘", [("outer", "content")]),
        ("It rained.", [("outer", "content"), ("inner", "content")]),
        ("’", [("outer", "content")]),
        ("”", []),
    ]


def test_an_empty_text_has_no_segments() -> None:
    assert segments(build.reading(build.report(text=""), not_read="no text")) == []
