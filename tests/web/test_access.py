"""Who is let in, and what may be changed by whom."""

import re

import pytest
from fastapi.routing import APIRoute
from starlette.datastructures import Headers

from rashomon.errors import RashomonError
from rashomon.web.access import MOST, Access, cleaned
from rashomon.web.app import PAGES
from tests import builders as build
from tests.web.asking import ACCESS, stamp
from tests.web.conftest import Ask, Fill


def test_a_link_lets_one_person_in_once() -> None:
    access = Access()
    key = access.new_key()
    session = access.enter(key)
    assert session
    assert access.enter(key) is None
    editor = access.editor(Headers({"cookie": f"a=b; rashomon-session={session}; rashomon-name=Ada%20Quill"}))
    assert editor is not None
    assert (editor.session, editor.name, editor.vouched) == (session, "Ada Quill", False)


def test_a_token_lets_in_many_and_must_be_long() -> None:
    access = Access(token="t" * 16)
    assert access.enter("t" * 16) != access.enter("t" * 16)
    assert access.enter("t" * 16) is not None
    assert access.enter("t" * 15) is None
    assert access.enter("é") is None
    assert access.way_in() == "/"
    with pytest.raises(RashomonError, match="at least 16"):
        Access(token="t" * 15)


def test_a_name_vouched_for_needs_no_session() -> None:
    access = Access(user_header="X-Remote-User")
    editor = access.editor(Headers({"X-Remote-User": "Ada Quill"}))
    assert editor is not None
    assert (editor.name, editor.vouched) == ("Ada Quill", True)
    assert access.editor(Headers({"X-Remote-User": "  "})) is None
    assert access.editor(Headers({})) is None
    other = Access(user_header="X-Remote-User").editor(Headers({"X-Remote-User": "Ada Quill"}))
    assert other is not None
    assert other.stamp != editor.stamp  # a stamp is good on one server only


def test_what_is_not_used_gives_way() -> None:
    access = Access()
    first = access.new_key()
    for _ in range(MOST):
        last = access.new_key()
    assert access.enter(first) is None
    assert access.enter(last)


def test_a_name_is_one_short_line() -> None:
    assert cleaned(" Ada\n\tQuill\u202e\0 ") == "Ada Quill"
    assert len(cleaned("w" * 1000)) == 60


def test_other_hosts_are_answered_only_where_named(fill: Fill) -> None:
    access = Access(token="t" * 16, names=["Desk.example"])
    assert access.answers_to("desk.EXAMPLE:80")
    assert access.answers_to("localhost")
    assert not access.answers_to("desk.example.evil")


def test_nobody_reads_without_being_let_in(fill: Fill, ask: Ask) -> None:
    fill(build.reading())
    for address in ("/", "/reports/r0000001", "/search?words=three", "/nowhere", "/editor", "//evil.example"):
        answer = ask(address, session="wrong")
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/enter?to=")
    door = ask("/enter", session="wrong")
    assert door.status_code == 403
    assert "rashomon serve" in door.text
    assert "r0000001" not in door.text
    assert ask("/static/rashomon.css", session="wrong").status_code == 200


def test_a_used_link_leads_in_only_who_is_in(ask: Ask) -> None:
    key = ACCESS.new_key()
    assert ask(f"/enter?key={key}", method="HEAD", session="wrong").status_code == 403
    entered = ask(f"/enter?key={key}", session="wrong")
    assert entered.status_code == 303
    cookie = entered.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    again = ask(f"/enter?key={key}", session="wrong")
    assert again.status_code == 403
    assert "used already" in again.text
    assert ask(f"/enter?key={key}").status_code == 303


@pytest.mark.parametrize(
    "to",
    [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "\\\\evil",
        "javascript:alert(1)",
        "/enter",
    ],
)
def test_the_door_leads_nowhere_else(ask: Ask, to: str) -> None:
    assert ask(f"/enter?key={ACCESS.new_key()}&to={to}").headers["location"] == "/"


def test_a_form_without_the_stamp_of_its_session_changes_nothing(fill: Fill, ask: Ask) -> None:
    fill()
    routes = [route for page in PAGES for route in page.router.routes if isinstance(route, APIRoute)]
    paths = [route.path for route in routes if "POST" in (route.methods or ())]
    assert "/editor" in paths
    for path in paths:
        if path == "/enter":
            continue
        for sent in ({}, {"stamp": ""}, {"stamp": "0" * 64}, {"stamp": stamp()[:-1]}):
            assert ask(re.sub("{.*?}", "x", path), "POST", data=sent).status_code == 403, path


def test_a_form_from_another_site_is_not_taken(ask: Ask) -> None:
    data = {"stamp": stamp(), "name": "Ada"}
    for headers in (
        {"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://localhost:8750"},
    ):  # fmt: skip
        assert ask("/editor", "POST", data=data, headers=headers).status_code == 403
    assert ask("/editor", "POST", data=data, headers={"Origin": "http://localhost:8750"}).status_code == 303
    assert ask("/editor", "POST", data=data, session="wrong").status_code == 403


def test_signing_keeps_the_name(ask: Ask) -> None:
    signed = ask("/editor", "POST", data={"stamp": stamp(), "name": " Ada; Quill\r\nSet-Cookie: x "})
    assert signed.status_code == 303
    assert signed.headers.get_list("set-cookie") == [
        "rashomon-name=Ada%3B%20Quill%20Set-Cookie%3A%20x; HttpOnly; Max-Age=31536000; Path=/; SameSite=lax"
    ]


def test_who_is_in_can_make_a_link(ask: Ask) -> None:
    page = ask("/editor/link", "POST", data={"stamp": stamp()}).text
    (link,) = re.findall(r"http://localhost:8750(/enter\?key=[\w-]+)", page)
    assert ask(link, session="wrong").status_code == 303


def test_too_much_is_not_taken(ask: Ask) -> None:
    assert ask("/editor", "POST", headers={"Content-Length": "99999999999"}).status_code == 413
    assert ask("/editor", "POST", headers={"Content-Length": "x"}).status_code == 413
