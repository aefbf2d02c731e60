"""Files, folders, globs and standard input; whatever is wrong with one costs the others nothing."""

import gzip
import io
import json
import os
import socket
import sys
from pathlib import Path

import pytest

from rashomon import ingest
from rashomon.model import Given, Raw
from tests.ingest.reading import PROSE, read

PAGE = f"<html><body><p>{PROSE}</p></body></html>"
LINES = "".join(json.dumps({"text": f"{number} {PROSE}"}) + "\n" for number in range(3))


def write(path: Path, content: str | bytes = PROSE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_folder_is_read_with_all_below_it_in_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.html", "a.txt", "c.jsonl", "b/d/e.TXT"):
        write(tmp_path / name, PAGE if name.endswith("html") else LINES if name.endswith("jsonl") else PROSE)
    for name in (".hidden.txt", ".git/a.txt", "picture.png", "b/notes.docx", "README"):
        write(tmp_path / name, b"\0")
    reports, refusals = read(tmp_path)
    names = [os.path.relpath(report.path, tmp_path) for report in reports]
    assert names == ["a.txt", "b/1.html", "b/2.txt", "b/d/e.TXT", "c.jsonl", "c.jsonl", "c.jsonl"]
    assert not refusals


@pytest.mark.parametrize(
    ("name", "content", "count"),
    [("a.txt", PROSE, 1), ("a.text", PROSE, 1), ("a.html", PAGE, 1), ("a.htm", PAGE, 1), ("a.xhtml", PAGE, 1),
     ("a.jsonl", LINES, 3), ("a.ndjson", LINES, 3), ("a.json", LINES, 3)],
)  # fmt: skip
def test_every_kind_of_file_plain_and_packed(tmp_path: Path, name: str, content: str, count: int) -> None:
    plain = read(write(tmp_path / name, content))
    packed = read(write(tmp_path / f"{name}.gz", gzip.compress(content.encode())))
    assert [report.id for report in plain[0]] == [report.id for report in packed[0]]
    assert (len(plain[0]), plain[1], packed[1]) == (count, [], [])


def test_globs_for_shells_that_do_not_expand(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/d.txt", "[x].txt"):
        write(tmp_path / name)
    reports, _ = read(tmp_path / "?.txt")
    assert [Path(report.path).name for report in reports] == ["a.txt", "b.txt"]
    assert len(read(tmp_path / "**" / "*.txt")[0]) == 4
    assert len(read(tmp_path / "[x].txt")[0]) == 1
    (refusal,) = read(tmp_path / "*.nothing")[1]
    assert refusal.path.endswith("*.nothing")
    assert "no file fits this pattern" in refusal.reason


def test_each_bad_file_is_told_once_and_the_rest_is_read(tmp_path: Path) -> None:
    bad = {
        "empty.txt": (b"", "empty"),
        "blank.html": (b" \n", "empty"),
        "junk.txt": (b"\x7fELF\0\0", "binary data"),
        "latin.txt": ("café".encode("cp1252"), "byte 3 (0xe9) is not UTF-8"),
        "nothing.jsonl": (b"\n\n", "no object"),
        "menu.html": (b"<a href=/>Home</a>", "no article"),
        "notgzip.txt.gz": (b"plain", "gzip data are cut off or damaged"),
        "cut.txt.gz": (gzip.compress(PROSE.encode())[:-20], "cut off"),
    }
    for name, (content, _) in bad.items():
        write(tmp_path / name, content)
    write(tmp_path / "good.txt")
    os.symlink(tmp_path / "gone", tmp_path / "link.txt")
    os.symlink(tmp_path / "self.txt", tmp_path / "self.txt")
    reports, refusals = read(tmp_path)
    assert [Path(report.path).name for report in reports] == ["good.txt"]
    told = {Path(refusal.path).name: refusal.reason for refusal in refusals}
    assert len(told) == len(refusals)
    assert told.keys() == {*bad, "link.txt", "self.txt"}
    for name, (_, words) in bad.items():
        assert words in told[name]
        assert ";" in told[name], "a reason comes with a remedy"


def test_what_is_named_and_cannot_be_read(tmp_path: Path) -> None:
    picture, nowhere = write(tmp_path / "a.png"), tmp_path / "gone.txt"
    empty = tmp_path / "empty"
    empty.mkdir()
    reports, refusals = read(picture, nowhere, empty, write(tmp_path / "a.txt"))
    assert len(reports) == 1
    assert [refusal.reason.split(";")[0] for refusal in refusals] == [
        "files of this kind are not read",
        "there is no such file or folder",
        refusals[2].reason,
    ]
    assert refusals[2].reason.startswith("no file in this folder")


def test_folders_that_link_to_each_other(tmp_path: Path) -> None:
    write(tmp_path / "a" / "a.txt")
    os.symlink(tmp_path, tmp_path / "a" / "up")
    write(tmp_path / "elsewhere" / "b.txt")
    os.symlink(tmp_path / "elsewhere", tmp_path / "a" / "link")
    reports, refusals = read(tmp_path / "a")
    assert [Path(report.path).name for report in reports][:2] == ["a.txt", "b.txt"]
    assert any("links back" in refusal.reason for refusal in refusals)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    write(tmp_path / "a.txt").chmod(0)
    write(tmp_path / "b" / "b.txt")
    (tmp_path / "b").chmod(0)
    try:
        reports, refusals = read(tmp_path)
    finally:
        (tmp_path / "b").chmod(0o700)
    assert not reports
    assert all("check its permissions" in refusal.reason for refusal in refusals)
    assert len(refusals) == 2


def test_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As for a file without permission, where the tests run as root."""
    bad, good = write(tmp_path / "a.txt"), write(tmp_path / "b.txt")
    stat = os.stat

    def refusing(path: object, *args: object, **more: object) -> os.stat_result:
        if path == str(bad):
            raise PermissionError(13, "Permission denied")
        return stat(path, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("rashomon.ingest.paths.os.stat", refusing)
    items = list(ingest.find([str(bad), str(good)], Given()))
    assert str(items[0]) == f"{bad}: it cannot be opened (Permission denied); check its permissions"
    assert isinstance(items[1], Raw)


def test_no_regular_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket.txt"))
        reports, refusals = read(tmp_path)
    assert not reports
    assert ["no regular file" in refusal.reason for refusal in refusals] == [True, True]


def test_names_that_are_no_text(tmp_path: Path) -> None:
    write(Path(os.fsdecode(os.fsencode(str(tmp_path)) + b"/caf\xe9.txt")))
    reports, _ = read(tmp_path)
    assert reports[0].path.endswith("caf\\xe9.txt")


def test_a_packed_container_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"text": f"{number} {PROSE}"}) + "\n" for number in range(5000))
    packed = gzip.compress(lines.encode())[:-2000]
    for name in ("a.jsonl.gz", "a.json.gz"):
        reports, refusals = read(write(tmp_path / name, packed))
        assert 3000 < len(reports) < 5000
        assert [int(report.text.split()[0]) for report in reports] == list(range(len(reports)))
        assert len(refusals) == 1
        assert "cut off" in refusals[0].reason
        assert f"the {len(reports)} before it were read" in refusals[0].reason


def test_ten_thousand_files_of_which_three_are_broken(tmp_path: Path) -> None:
    for number in range(10_000):
        (tmp_path / f"{number:05}.txt").write_bytes(b"" if number in (7, 5000, 9999) else b"x")
    items = list(ingest.find([str(tmp_path)], Given()))
    assert [index for index, item in enumerate(items) if not isinstance(item, Raw)] == [7, 5000, 9999]
    assert len(items) == 10_000


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.xml", "a.txt.gz", "a.jsonl"])
def test_fifty_megabytes_are_refused_and_not_kept(tmp_path: Path, name: str) -> None:
    content = b"word " * 10_000_000
    path = write(tmp_path / name, gzip.compress(content, 1) if name.endswith("gz") else content)
    good = write(tmp_path / "good.txt")
    reports, refusals = read(path, good)
    assert len(reports) == 1
    (refusal,) = refusals
    assert "more than 20,000,000 bytes, the limit for one report; split it" in refusal.reason


@pytest.mark.parametrize(
    ("content", "count"),
    [
        (PROSE, 1),
        ("{not json} but a text", 1),
        ("[AFP] Two shells hit the market", 1),
        (PAGE, 1),
        (f"<!-- saved -->\n<!doctype html>{PAGE}", 1),
        (LINES, 3),
        (json.dumps([{"text": PROSE}, {"text": PROSE}], indent=1), 2),
        (json.dumps({"text": PROSE}, indent=1), 1),
        (f"<?xml version='1.0'?><rss><channel><item><description>{PROSE}</description></item></channel>", 1),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_standard_input_is_told_by_its_beginning(
    content: str, count: int, packed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = gzip.compress(content.encode()) if packed else content.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    reports, refusals = read("-")
    assert (len(reports), refusals) == (count, [])
    assert {report.path for report in reports} == {"-"}
    assert "<p>" not in reports[0].text


def test_empty_and_broken_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert "standard input is empty" in read("-")[1][0].reason
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(LINES.encode())[:-4])))
    reports, refusals = read("-")
    assert (len(reports), len(refusals)) == (3, 1)


def test_options_go_with_every_report(tmp_path: Path) -> None:
    given = Given(outlet="The Harbour Post", published="2024-03-12")
    reports, _ = read(write(tmp_path / "a.txt"), write(tmp_path / "b.jsonl", LINES), given=given)
    assert {(report.outlet, report.published) for report in reports} == {("The Harbour Post", "2024-03-12")}
    assert {report.found["outlet"] for report in reports} == {"option"}
