"""The bundled sample holds what its page says it holds."""

import re
from pathlib import Path

from rashomon import ingest
from rashomon.model import Given, Refusal, Report

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "rashomon" / "sample"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
PAGE = (ROOT / "docs" / "sample.md").read_text(encoding="utf-8")


def table() -> list[list[str]]:
    """The cells of the table of reports, a list for each report."""
    section = PAGE.partition("## The reports")[2].partition("\n## ")[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in row] for row in rows]


def key(report: Report) -> str:
    return f"`{Path(report.path).name}`" + (f", {report.part}" if report.part else "")


def reports() -> dict[str, Report]:
    found = list(ingest.find([str(SAMPLE)], Given()))
    assert not [item for item in found if isinstance(item, Refusal)]
    read = [ingest.extract(item) for item in found if not isinstance(item, Refusal)]
    return {key(report): report for report in read}


def test_the_table_names_every_file_and_no_other() -> None:
    named = {row[0].split("`")[1] for row in table()}
    assert named == {path.name for path in SAMPLE.iterdir() if path.is_file()}


def test_the_table_has_a_row_for_every_report() -> None:
    assert sorted(row[0] for row in table()) == sorted(reports())


def test_outlets_and_dates_are_found_as_the_table_has_them() -> None:
    found = reports()
    for file, outlet, days, *_ in table():
        report = found[file]
        published, _, updated = days.partition(", updated ")
        assert report.outlet == (None if outlet.startswith("none") else outlet), file
        assert report.published == (published if DAY.fullmatch(published) else None), file
        assert report.updated == updated or not updated, file


def test_one_report_is_not_english_and_one_address_has_two_versions() -> None:
    found = reports()
    assert [file for file, report in found.items() if report.language != "en"] == ["`weekly-shomal.txt`"]
    first, later = found["`harbour-post-market.html`"], found["`harbour-post-market-update.html`"]
    assert first.url == later.url
    assert first.text != later.text


def test_the_sample_is_as_wide_as_it_should_be() -> None:
    assert len(table()) >= 16
    assert len({row[1] for row in table()}) >= 7
