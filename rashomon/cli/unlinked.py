"""A word of warning where links are asked for and some reports have none yet."""

import sys
from typing import TYPE_CHECKING

from rashomon.cli.terminal import count

if TYPE_CHECKING:
    from rashomon.store import View


def warn(view: "View") -> None:
    """Say on standard error how many reports are not linked, if any."""
    from rashomon.link.linker import unlinked

    if missing := len(unlinked(view)):
        sys.stderr.write(f"{count(missing, 'report')} not linked to the others yet: run `rashomon link`\n")
