"""What `import rashomon` gives, and what it leaves alone."""

import subprocess
import sys
from pathlib import Path

import pytest

import rashomon
from rashomon.errors import Unreadable

DENIAL = "The ministry denied on Monday that any shell fell on the market in the old town."


def test_a_text_is_read() -> None:
    (statement,) = rashomon.read(DENIAL).statements
    assert statement.act == "denies"
    assert statement.content.text == "any shell fell on the market in the old town"


def test_a_file_is_read_with_what_is_said_of_it(tmp_path: Path) -> None:
    path = tmp_path / "denial.txt"
    path.write_text(DENIAL)
    reading = rashomon.read(path, outlet="The Harbour Post", published="2024-03-04")
    assert (reading.report.outlet, reading.report.published) == ("The Harbour Post", "2024-03-04")
    assert len(reading.statements) == 1
    assert rashomon.read(str(path)).report.text == reading.report.text


@pytest.mark.parametrize("text", [DENIAL * 5, DENIAL + "\n" + DENIAL])
def test_what_can_be_no_file_name_is_a_text(text: str) -> None:
    assert rashomon.read(text).statements


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"no such file|not found|missing|does not exist"):
        rashomon.read(tmp_path / "nowhere.txt")


def test_a_file_of_several_reports_is_told(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text(f'{{"text": "{DENIAL}"}}\n{{"text": "{DENIAL} Again."}}\n')
    with pytest.raises(Unreadable, match="holds 2 reports"):
        rashomon.read(path)


@pytest.mark.parametrize("code", ["import rashomon", "import rashomon.cli.app"])
def test_importing_loads_nothing_heavy(code: str) -> None:
    heavy = "{'spacy', 'sqlalchemy', 'alembic', 'trafilatura', 'fastapi', 'feedparser', 'numpy'}"
    script = f"import sys; {code}; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout == "[]\n"


def test_the_module_runs_as_the_command() -> None:
    ran = subprocess.run([sys.executable, "-m", "rashomon", "--version"], capture_output=True, text=True)
    assert ran.stdout == f"rashomon {rashomon.__version__}\n"
