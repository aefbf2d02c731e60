"""Transcripts are executed, the command page is generated, and the files that docs name exist."""

import re
import tomllib
from pathlib import Path

import pytest

from docs import make_commands

ROOT = Path(__file__).parent.parent.parent


def test_command_page_is_what_help_prints() -> None:
    assert make_commands.COMMANDS.read_text(encoding="utf-8") == make_commands.commands()


def test_transcripts_are_what_commands_print() -> None:
    for page, text in make_commands.transcripts().items():
        assert "```console" in text
        assert page.read_text(encoding="utf-8") == text


def test_readme_names_only_targets_that_make_has() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    named = re.findall(r"\bmake ([a-z]+)", make_commands.README.read_text(encoding="utf-8"))
    assert set(named) >= {"demo", "test"}
    assert set(named) <= set(targets)


@pytest.mark.parametrize(
    "page", sorted(ROOT.glob("*.md")) + sorted(ROOT.glob("docs/*.md")), ids=lambda p: p.name
)
def test_links_lead_to_files(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_dependency_is_justified_and_pinned_with_hashes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    names = [re.split(r"[<>=!~\[]", wanted)[0] for wanted in project["dependencies"]]
    tools = [re.split(r"[<>=!~\[]", wanted)[0] for group in extras.values() for wanted in group]
    decisions = (ROOT / "docs/decisions.md").read_text(encoding="utf-8")
    assert [name for name in names + tools if name != "rashomon" and f"`{name}`" not in decisions] == []
    for lock, wanted in (("run", names), ("dev", names + tools)):
        text = (ROOT / f"requirements/{lock}.txt").read_text()
        assert not re.search(r"https?://|^--", text, re.MULTILINE)
        pins = re.findall(r"^([a-z0-9-]+)==.*\\\n +--hash=sha256:", text, re.MULTILINE)
        assert [name for name in wanted if name != "rashomon" and name not in pins] == []


def test_changelog_opens_with_the_version_of_the_package() -> None:
    from rashomon import __version__

    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    newest = re.findall(r"^## (\S+)", (ROOT / "CHANGES.md").read_text(), re.MULTILINE)[0]
    assert project["version"] == __version__
    assert newest in (__version__, "Unreleased")


def test_no_module_grows_past_five_hundred_lines() -> None:
    long = [str(path) for path in ROOT.glob("rashomon/**/*.py") if len(path.read_text().splitlines()) > 500]
    assert long == []
