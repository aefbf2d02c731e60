"""A published item, from the bytes that arrived to the clean text that all offsets refer to."""

from dataclasses import dataclass

from rashomon.model.record import about


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a report from outside its own bytes: options, or the container it came in."""

    outlet: str | None = about("Who published it.", default=None)
    title: str | None = about("Its headline.", default=None)
    byline: str | None = about("Who signed it.", default=None)
    published: str | None = about("When it was published: YYYY-MM-DD.", default=None)
    updated: str | None = about("When it was last changed: YYYY-MM-DD.", default=None)
    url: str | None = about("Where it was published.", default=None)
    encoding: str | None = about("How its bytes spell characters.", default=None)
    by: str = about(
        "Who says so: `option`, `feed`, `warc`, `json`, `markup`, `first lines`, `first words`.",
        default="option",
    )


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one report as they arrived, with all that is needed to extract it again."""

    data: bytes = about("The bytes: a file, an archived page, one line of JSON, a feed.")
    media_type: str = about("Which reader understands them, e.g. `text/html`.")
    path: str = about("Where they were found, as the user named it.")
    part: str | None = about("Which report of several in these bytes, e.g. `entry 3`.", default=None)
    given: tuple[Given, ...] = about("What is known from outside, the strongest first.", default=())


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that was not read, and why."""

    path: str = about("The input as the user named it.")
    part: str | None = about("Which part of it, e.g. `line 17`; null for all of it.")
    reason: str = about("What is wrong, and what to do.")

    def __str__(self) -> str:
        where = f"{self.path}, {self.part}" if self.part else self.path
        return f"{where}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Report:
    """One published item: its clean text and what is known of its publication."""

    id: str = about("Made from url, outlet, title, published and text: the same report has the same id.")
    path: str = about("The file it came from, as first added.")
    url: str | None = about("Where it was published.")
    outlet: str | None = about("Who published it.")
    title: str | None = about("Its headline.")
    byline: str | None = about("Who signed it, as worded.")
    published: str | None = about("When it was published, YYYY-MM-DD; never guessed.")
    updated: str | None = about("When the outlet last changed it, YYYY-MM-DD.")
    language: str | None = about("ISO 639-1 code of the text's language.")
    text: str = about("The clean text that all offsets refer to.")
    found: dict[str, str] = about("For each of the fields above, where its value came from.")
    raw: str = about("SHA-256 of the archived bytes it was extracted from.")
    part: str | None = about("Which report of several in those bytes.", default=None)
