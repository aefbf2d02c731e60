"""One raw item to one report: read the text, then weigh what is said of its publication."""

import re
from dataclasses import replace

from rashomon import settings
from rashomon.errors import Unreadable
from rashomon.ingest import dates, headers, identity, language, urls
from rashomon.ingest.draft import Draft
from rashomon.ingest.readers import reader_of
from rashomon.model import Given, Raw, Report

MAX_FIELD = 1000
"""Longest title, outlet or byline. More is not one."""
_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")
"""NUL, which SQLite ends a text at, and halves of characters, which JSON can spell and UTF-8 cannot."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def extract(raw: Raw) -> Report:
    """See `rashomon.ingest.extract`."""
    if len(raw.data) > settings.MAX_REPORT_BYTES:
        raise Unreadable(
            f"{len(raw.data):,} bytes; the limit for one report is {settings.MAX_REPORT_BYTES:,}",
            "split it into its reports",
        )
    draft = reader_of(raw.media_type)(raw)
    text = _NO_CHARACTER.sub("\ufffd", draft.text)
    _check(text)
    fields, found = _weigh((*raw.given, *draft.fields, headers.read(text)))
    code, code_by = _language(text, draft)
    if code:
        found["language"] = code_by
    return Report(
        id=identity.report_id(
            fields["url"], fields["outlet"], fields["title"], fields["published"], text, raw.path
        ),
        path=raw.path,
        language=code,
        text=text,
        found=found,
        raw=identity.digest(raw.data),
        part=raw.part,
        **fields,
    )


def _check(text: str) -> None:
    if not text.strip():
        raise Unreadable("there is no text in it", "give the text of a report")
    if len(text) > settings.MAX_CHARACTERS:
        raise Unreadable(
            f"{len(text):,} characters; the limit for one report is {settings.MAX_CHARACTERS:,}",
            "split it into its reports",
        )
    lost = text.count("\ufffd")
    if lost * 10 > len(text):
        raise Unreadable(
            f"{lost:,} of {len(text):,} characters are none: binary data, or another encoding",
            "give a text, or name its encoding, e.g. --encoding cp1256",
        )


def _weigh(sides: tuple[Given, ...]) -> tuple[dict[str, str | None], dict[str, str]]:
    """For each field the value of the strongest side that has a usable one, and which side that was."""
    values: dict[str, str | None] = dict.fromkeys(
        ("outlet", "title", "byline", "published", "updated", "url")
    )
    found: dict[str, str] = {}
    for side in map(_clean, sides):
        for name, known in values.items():
            value = getattr(side, name)
            if value and known is None:
                values[name], found[name] = value, side.by
    url = values["url"]
    if url and values["outlet"] is None and (host := urls.host(url)):
        values["outlet"], found["outlet"] = host, "url"
    if url and values["published"] is None and (day := dates.in_url(url)):
        values["published"], found["published"] = day, "url"
    published, updated = values["published"], values["updated"]
    if published and updated and updated < published:
        # A change before publication is a mistake of the page or of another article's date.
        values["updated"] = None
        del found["updated"]
    return values, found


def _clean(side: Given) -> Given:
    return replace(
        side,
        outlet=_line(side.outlet),
        title=_line(side.title),
        byline=_line(side.byline),
        published=_date(side, side.published),
        updated=_date(side, side.updated),
        url=urls.clean(side.url),
    )


def _line(value: str | None) -> str | None:
    """One line without control characters; None if nothing is left or it is no field but a text."""
    value = " ".join(_CONTROL.sub(" ", _NO_CHARACTER.sub("\ufffd", value)).split()) if value else ""
    return value if 0 < len(value) <= MAX_FIELD else None


def _date(side: Given, value: str | None) -> str | None:
    day = dates.parse(value)
    if value and day is None and side.by == "option":
        raise Unreadable(f"the date {value!r} cannot be read with certainty", "write it as YYYY-MM-DD")
    return day


def _language(text: str, draft: Draft) -> tuple[str | None, str]:
    code = language.of_text(text)
    if code:
        return code, "text"
    return language.declared(draft.language), draft.language_by
