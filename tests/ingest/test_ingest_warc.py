"""Web archives, made here by warcio."""

import gzip
import io
import warnings
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.ingest.reading import PROSE, read

PAGE = f"<html><head><title>Shells</title></head><body><p>{PROSE}</p></body></html>"


Response = tuple[str, str, bytes]


def archive(*responses: Response, compressed: bool = False, headers: dict[str, str] | None = None) -> bytes:
    """A WARC with a warcinfo, and a request and a response for each (status, content type, body)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # warcio's writer leaves its temporary files open
        return _archive(responses, compressed, headers or {})


def _archive(responses: tuple[Response, ...], compressed: bool, headers: dict[str, str]) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=compressed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
    for number, (status, kind, body) in enumerate(responses):
        url = f"https://example.org/{number}"
        asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "example.org")], is_http_request=True)
        writer.write_record(writer.create_warc_record(url, "request", http_headers=asked))
        got = StatusAndHeaders(status, [("Content-Type", kind), *headers.items()], protocol="HTTP/1.1")
        payload = io.BytesIO(body)
        writer.write_record(writer.create_warc_record(url, "response", payload=payload, http_headers=got))
    return out.getvalue()


def page(number: int) -> tuple[str, str, bytes]:
    return "200 OK", "text/html; charset=utf-8", PAGE.replace("Two", f"{number}").encode()


@pytest.mark.parametrize(("name", "compressed"), [("a.warc", False), ("a.warc.gz", True)])
def test_pages_with_their_addresses(tmp_path: Path, name: str, compressed: bool) -> None:
    path = tmp_path / name
    others = [
        ("404 Not Found", "text/html", b"no"),
        ("200 OK", "image/png", b"\x89PNG"),
        ("301 Moved", "text/html", b""),
    ]
    path.write_bytes(archive(page(1), *others, page(2), compressed=compressed))
    reports, refusals = read(path)
    assert not refusals
    assert [(report.url, report.part) for report in reports] == [
        ("https://example.org/0", "record 3"),
        ("https://example.org/4", "record 11"),
    ]
    assert (reports[0].text, reports[0].found["url"]) == (PROSE.replace("Two", "1"), "warc")
    assert (reports[0].outlet, reports[0].published) == ("example.org", None)


def test_the_charset_of_http_outweighs_the_page(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    body = PAGE.replace("<head>", '<head><meta charset="utf-8">').replace("Two", "Café").encode("cp1252")
    path.write_bytes(archive(("200 OK", 'text/html; charset="windows-1252"', body)))
    assert read(path)[0][0].text.startswith("Café")


def test_encoded_payloads_are_archived_decoded(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    body = gzip.compress(PAGE.encode())
    path.write_bytes(archive(("200 OK", "text/html", body), headers={"Content-Encoding": "gzip"}))
    assert read(path)[0][0].text == PROSE
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE.encode())
    path.write_bytes(archive(("200 OK", "text/html", chunked), headers={"Transfer-Encoding": "chunked"}))
    assert read(path)[0][0].text == PROSE


@pytest.mark.parametrize("compressed", [False, True])
@pytest.mark.parametrize("lost", [1, 40, 200])
def test_an_archive_that_breaks_off(
    tmp_path: Path, compressed: bool, lost: int, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = archive(page(1), page(2), page(3), compressed=compressed)
    end = len(whole.rstrip(b"\r\n")) if not compressed else len(whole)
    path = tmp_path / ("a.warc.gz" if compressed else "a.warc")
    path.write_bytes(whole[: end - lost])
    reports, refusals = read(path)
    assert [report.part for report in reports][:2] == ["record 3", "record 5"]
    assert len(refusals) == 1
    assert "fetch it again" in refusals[0].reason
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("lost", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_one_refusal_wherever_it_breaks(tmp_path: Path, lost: float) -> None:
    whole = archive(page(1), page(2), page(3))
    path = tmp_path / "a.warc"
    path.write_bytes(whole[: int(len(whole) * lost)])
    reports, refusals = read(path)
    assert len(reports) < 3
    assert len(refusals) == 1


def test_an_archive_without_pages_or_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(archive(("200 OK", "image/png", b"\x89PNG")))
    assert "no page in this archive" in read(path)[1][0].reason
    path.write_bytes(b"this is not an archive\r\n\r\n")
    assert [refusal.part for refusal in read(path)[1]] == ["record 1"]
    path.write_bytes(archive(page(1)) + b"junk behind it\r\n")
    reports, refusals = read(path)
    assert (len(reports), len(refusals)) == (1, 1)
    assert "no WARC record" in refusals[0].reason


def test_a_page_over_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.settings.MAX_REPORT_BYTES", 1000)
    path = tmp_path / "a.warc"
    bomb = gzip.compress(b" " * 100_000)
    responses = archive(("200 OK", "text/html", bomb), headers={"Content-Encoding": "gzip"})
    path.write_bytes(responses + archive(page(2)))
    reports, refusals = read(path)
    assert len(reports) == 1
    assert "limit for one report" in refusals[0].reason
