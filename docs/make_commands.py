"""Make `docs/commands.md` and the transcripts of README.md and `docs/questions.md` from the command line itself.

    python docs/make_commands.py            write all
    python docs/make_commands.py --check    fail where one is not up to date

A block marked `console` is a transcript: the commands behind `$` are run, page by page in one folder, and what
they print replaces what stands there. `$ rashomon demo  # 12` keeps the first twelve lines.
"""

import os
import re
import shlex
import sys
import tempfile
from pathlib import Path

from typer.main import get_command
from typer.testing import CliRunner

from rashomon.cli.app import app

ROOT = Path(__file__).parent.parent
COMMANDS, README = ROOT / "docs" / "commands.md", ROOT / "README.md"
TRANSCRIPTS = (README, ROOT / "docs" / "questions.md")
"""Pages with transcripts; those of a page may use what the page before has made."""
WIDTH = "100"
BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)


def run(arguments: list[str]) -> str:
    """What a command prints, without trailing blanks. Raises SystemExit where it fails."""
    env = {"COLUMNS": WIDTH, "TERM": "dumb", "NO_COLOR": "1"}
    result = CliRunner().invoke(app, arguments, env=env, prog_name="rashomon")
    if result.exit_code not in (0, 1) or (result.exception and not isinstance(result.exception, SystemExit)):
        raise SystemExit(f"rashomon {shlex.join(arguments)}: {result.output}{result.exception}")
    return "\n".join(line.rstrip() for line in result.output.rstrip().splitlines()) + "\n"


def commands() -> str:
    """The help of every command, as a page."""
    names = list(get_command(app).commands)  # type: ignore[attr-defined]
    pages = [("rashomon", ["--help"]), *((f"rashomon {name}", [name, "--help"]) for name in names)]
    body = "\n".join(f"## {title}\n\n```text\n{run(arguments).strip()}\n```\n" for title, arguments in pages)
    return (
        f"# Commands\n\nMade from `--help` by `docs/make_commands.py`.\n\n{body}\n"
        "Exit codes: 0 all well; 1 some input was not read, the rest was; 2 the command could not be done.\n"
    )


def transcripts() -> dict[Path, str]:
    """The pages with every transcript as the commands print it today."""
    with tempfile.TemporaryDirectory() as folder:
        before = Path.cwd()
        (Path(folder) / "article.txt").write_bytes(
            (ROOT / "rashomon/sample/press-digest-wire.txt").read_bytes()
        )
        os.chdir(folder)
        try:
            return {
                page: BLOCK.sub(lambda block: _transcript(block[0]), page.read_text(encoding="utf-8"))
                for page in TRANSCRIPTS
            }
        finally:
            os.chdir(before)


def _transcript(block: str) -> str:
    lines = []
    for command in re.findall(r"^\$ (rashomon .*)$", block, re.MULTILINE):
        line, _, cut = command.partition("  # ")
        output = run(shlex.split(line)[1:]).splitlines()
        lines += [f"$ {command}", *(output[: int(cut)] if cut else output)]
        lines += ["...", ""] if cut else [""]
    return "\n".join(lines).rstrip() + "\n"


def main() -> None:
    """Write the pages, or check them."""
    for path, text in {COMMANDS: commands(), **transcripts()}.items():
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
        elif path.read_text(encoding="utf-8") != text:
            sys.exit(f"{path.name} is not up to date: run python docs/make_commands.py")


if __name__ == "__main__":
    main()
