"""The command line: one file a command, and one place where errors become words."""

import sys

from rashomon.errors import RashomonError


def main() -> None:
    """Run `rashomon`. Exit codes: 0 all well, 1 some input was not read, 2 the command could not be done."""
    from rashomon.cli.app import app

    try:
        app()
    except RashomonError as error:
        sys.stderr.write(f"rashomon: {error}\n")
        sys.exit(2)
    except BrokenPipeError:  # `rashomon statements | head`
        sys.stderr.close()
        sys.exit(0)
