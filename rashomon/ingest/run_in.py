"""A header that has lost its line breaks: `Posted on April 4, 2017 by The Harbour Post Dozens of people ...`.

Archives and scrapers often give a page as one line. Only what stands at its very beginning, and cannot be the
beginning of a sentence, is taken.
"""

import re

from rashomon.codebook.outlets import named_as
from rashomon.ingest import dates
from rashomon.model import Given

_LABEL = re.compile(
    r"\s*(?:(?P<issued>(?:first\s+)?published|posted|issued|date\s+of\s+publication|publication\s+date)"
    r"|(?P<changed>(?:last\s+)?(?:updated|modified)))?(?:\s+(?:on|at))?\s*[:–-]?\s*",
    re.IGNORECASE,
)
_BY = re.compile(r"\s*[|·,–-]?\s*by\s+(?P<names>(?:[A-Z][\w'’-]*\s+){1,6})")
_EDITION = frozenset("english arabic online staff newsroom reporters".split())


def read(line: str) -> Given | None:
    """What the words before the first sentence of a text in one line say of its date and outlet; None if nothing."""
    found: dict[str, str] = {}
    label = _LABEL.match(line)
    day = dates.leading(line[label.end() :]) if label else None
    if not label or not day:
        return None
    rest = line[label.end() + day[1] :]
    labelled = label["issued"] or label["changed"]
    # "4 April 2017 was a Tuesday" is prose; "4 April 2017 Dozens of people" is not.
    if not labelled and not re.match(r"[\s.,:|–-]+(?:[A-Z\"“]|by\s+[A-Z])", rest):
        return None
    found["updated" if label["changed"] else "published"] = day[0]
    if signed := _BY.match(rest):
        words = signed["names"].split()
        for n in range(len(words), 0, -1):
            whole = words[: n - 1] if n > 1 and words[n - 1].lower() in _EDITION else words[:n]
            if outlet := named_as(" ".join(whole)):
                found["outlet"] = outlet
                break
    return Given(by="first words", **found)
