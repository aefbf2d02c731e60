import json

import pytest

from rashomon.web.archived import MOST_PIECES, pieces
from tests import builders as build


def shown(data: bytes, text: str, media_type: str = "text/html") -> list[tuple[str, bool]]:
    of = build.report(text=text, data=data)
    return [(piece.text, piece.kept) for piece in pieces(build.raw(of, data, media_type=media_type), of)]


def test_what_the_clean_text_left_out_is_told_from_what_it_kept() -> None:
    page = (
        b"<head><title>T</title><body><nav>Home</nav><script>x</script><p>It <b>rained</b>\n hard.<p>Buy now"
    )
    assert shown(page, "It rained hard.") == [("Home", False), ("It rained hard.", True), ("Buy now", False)]


def test_lines_and_json_are_pieces_too() -> None:
    assert shown(b"one\n\ntwo", "one", "text/plain") == [("one", True), ("two", False)]
    line = json.dumps({"id": 7, "body": "one\ntwo", "tags": ["x"]}).encode()
    assert shown(line, "one\ntwo", "application/json") == [("one", True), ("two", True), ("x", False)]
    assert shown(b"{broken", "one", "application/json") == [("{broken", False)]


def test_the_declared_encoding_is_used_and_an_unknown_one_is_not() -> None:
    assert shown("<meta charset=cp1252><p>caf\xe9".encode("cp1252"), "café") == [("café", True)]
    assert shown("<meta charset=nonsense><p>café".encode(), "café") == [("café", True)]


@pytest.mark.parametrize(
    "data", [b"<" * 300_000, b"<a " * 100_000, b"<!--" * 70_000, b"<p>" * 100_000, b"\xff\0" * 100_000,
             b"<div>w" * 60_000, b"&" * 300_000, b"<script>" * 40_000]
)  # fmt: skip
def test_hostile_bytes_are_shown_as_far_as_they_go(data: bytes) -> None:
    assert len(shown(data, "one")) <= MOST_PIECES
    assert len(shown(data, "one", "application/json")) <= MOST_PIECES
