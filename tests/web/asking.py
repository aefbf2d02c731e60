"""Asking the application without a server, and reports that are hard to show."""

from typing import Any

import httpx
from fastapi import FastAPI
from starlette.datastructures import Headers

from rashomon.model import Hop, Reading
from rashomon.web.access import Access
from tests import builders as build

LOCAL = "http://localhost:8750"
HOSTILE = "<script>alert(1)</script>\u202egnp.exe\x00"


ACCESS = Access()
SESSION = str(ACCESS.enter(ACCESS.new_key()))


async def answer(
    app: FastAPI, method: str, address: str, host: str, *, session: str = SESSION, **sent: Any
) -> httpx.Response:
    """The answer to someone who was let in; `sent` is passed to the client: `data`, `files`, `headers`."""
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    cookies = {"rashomon-session": session}
    headers = {"Host": host} | sent.pop("headers", {})
    async with httpx.AsyncClient(transport=transport, base_url=LOCAL, cookies=cookies) as client:
        return await client.request(method, address, headers=headers, **sent)


def stamp(session: str = SESSION) -> str:
    """What a form of this session carries."""
    editor = ACCESS.editor(Headers({"cookie": f"rashomon-session={session}"}))
    assert editor is not None
    return editor.stamp


def chained() -> Reading:
    """A ministry denies inside what a paper tells of a resident: statements within each other."""
    text = (
        "Marrow Bay, Tuesday\n\n"
        "The Tern wrote that a resident had said the ministry denied that any shell fell.\n\n"
        "“We heard it,” a resident said, “and then a second one.”"
    )
    of = build.report(
        "r0000007", text, outlet="Harbour Post", title="One shell or none", url="https://post.example/shell"
    )
    tern = build.source(text, "The Tern", kind="outlet")
    resident = build.source(text, "a resident", kind="unnamed_person")
    ministry = build.source(text, "the ministry", name="Health Ministry")
    through = (Hop("The Tern", "outlet"), Hop("a resident", "unnamed_person"))
    whole = "a resident had said the ministry denied that any shell fell"
    first = build.statement("s1", text, whole, by=tern, cue="wrote")
    second = build.statement(
        "s2",
        text,
        "the ministry denied that any shell fell",
        by=resident,
        cue="had said",
        chain=through,
        inside="s1",
    )
    third = build.statement(
        "s3",
        text,
        "any shell fell",
        by=ministry,
        cue="denied",
        act="denies",
        chain=(*through, Hop("Health Ministry", "organisation")),
        inside="s2",
    )
    fourth = build.statement("s4", text, "We heard it", by=resident, quote="direct")
    pieces = build.words(text, "We heard it", "and then a second one.")
    fourth = type(fourth)(**{name: getattr(fourth, name) for name in fourth.__slots__} | {"content": pieces})
    return build.reading(of, first, second, third, fourth)


def hostile() -> Reading:
    """A report whose every field tries to be more than text."""
    text = f"{HOSTILE} the mayor said </p></mark> & “{'w' * 100_000}”.\n\n{HOSTILE}"
    of = build.report(
        "r000000e",
        text,
        path=f"{HOSTILE}.txt",
        outlet=HOSTILE,
        title=f"{HOSTILE}{'t' * 5_000}",
        byline=HOSTILE,
        url="javascript:alert(1)",
        published="2031-05-07",
    )
    mayor = build.source(text, "the mayor", name=HOSTILE)
    return build.reading(of, build.statement("e1", text, "w" * 100_000, by=mayor, cue="said", act="warns"))
