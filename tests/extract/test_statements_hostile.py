"""No text, however made, breaks the reader or gets words that are not in it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.extract.statements import read_statements
from rashomon.model import Annotation, Entity, Report, Words

FRAGMENTS = """The governor |said |that |was quoted |by the Harbour Post |as saying |citing |told |
Northern Wire |
according to |residents |"|“|”|the bridge was safe|. |, |he |it |denied |did not |confirm |the claim |
\u202e|\x07|ＡＢＣ |é|
quoted |who |a |and \n\n"""
PIECES = st.sampled_from(FRAGMENTS.split("|"))


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_any_text_is_read(parts: list[str]) -> None:
    text = "".join(parts)
    report = Report("id", "x.txt", None, None, None, None, None, None, "en", text, {}, "")
    name = text.find("Northern Wire")
    entities = (Entity(name, name + 13, "ORG"),) if name >= 0 else ()
    found = read_statements(report, Annotation(text, entities))
    ids = [s.id for s in found]
    assert len(ids) == len(set(ids))
    for s in found:
        for piece in (s.content, s.cue, s.source):
            assert piece is None or Words.of(text, piece.spans).text == piece.text
        assert s.inside is None or s.inside in set(ids) - {s.id}
        assert 0 <= s.confidence <= 1
        assert s.chain
