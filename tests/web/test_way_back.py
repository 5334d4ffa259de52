"""Where a sign-in leads, and which hosts we answer to."""

import re
from pathlib import Path

import pytest

from course_builder.people import passwords
from course_builder.people.models import Account
from course_builder.post.models import Letter
from course_builder.settings import Settings
from tests.web.region import Region
from tests.web.test_account import ANNA, RIGHT, token_of
from tests.web.walk import Walk, walk

__all__ = ["walk"]

ELSEWHERE = [
    "https://evil.example/", "http:evil.example", "https:evil.example", "//evil.example", "///evil.example",
    "////evil.example/%2e%2e", "/\\evil.example", "\\\\evil.example", "\\/evil.example", "/%5cevil.example",
    "/%2fevil.example", "/%2f%2fevil.example", "%2f%2fevil.example", "/\tevil", "/\n/evil.example", "/\r\nSet-Cookie: a=b",
    " //evil.example", "\t//evil.example", "javascript:alert(1)", "data:text/html,x", "@evil.example", "evil.example",
    "me@evil.example/", "/\x00", "//[::1", "https://localhost@evil.example", "//xn--evil-0na.example", "?x", "",
]  # fmt: skip
OURS = ["/me", "/courses/?q=r%C3%A4tt", "/people/units/1/merge?into=2#top", "/learn/liten/"]


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    return Settings(
        data=str(tmp_path), database_url=database_url, url="https://portal.exempel.se/barnratt", proxies=1
    )


@pytest.fixture
def anna(region: Region) -> Region:
    with region.database.writing() as session:
        session.get_one(Account, region.accounts["rep"]).password_hash = passwords.hash(RIGHT)
    return region


def arriving(region: Region, wanted: str) -> str:
    browser = region.app.test_client()
    browser.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    token = token_of(browser.get("/sign-in", base_url=PUBLIC).text)
    said = {"email": ANNA, "password": RIGHT, "next": wanted, "csrf_token": token}
    answer = browser.post("/sign-in", base_url=PUBLIC, data=said)
    assert answer.status_code == 302, wanted
    return str(answer.location)


PUBLIC = "https://portal.exempel.se/barnratt"


def test_a_sign_in_leads_nowhere_else(anna: Region) -> None:
    """trust 30"""
    led = {wanted: arriving(anna, wanted) for wanted in ELSEWHERE}
    assert {wanted: way for wanted, way in led.items() if way != "/barnratt/"} == {}


def test_a_sign_in_leads_back_to_the_page_that_was_asked_for(anna: Region) -> None:
    assert [arriving(anna, wanted) for wanted in OURS] == [f"/barnratt{wanted}" for wanted in OURS]


def test_cookies_are_for_this_host_over_tls_and_not_for_scripts(anna: Region) -> None:
    """trust 24"""
    browser = anna.app.test_client()
    browser.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    page = browser.get("/sign-in?lang=en", base_url=PUBLIC)
    said = {"email": ANNA, "password": RIGHT, "csrf_token": token_of(page.text)}
    answer = browser.post("/sign-in", base_url=PUBLIC, data=said)
    set_ = [*page.headers.getlist("Set-Cookie"), *answer.headers.getlist("Set-Cookie")]
    assert {one.split("=")[0] for one in set_} == {"__Host-cb", "__Host-cb-way", "language"}
    for one in set_:
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(one.split("; ")), one
        assert "Domain" not in one
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_a_foreign_host_is_refused_on_every_address(walk: Walk) -> None:
    """trust 31"""
    browser = walk.region.as_("coordinator")
    for method, rule, address in walk.addresses("GET", "POST"):
        for headers in ({"Host": "evil.example"}, {"X-Forwarded-Host": "evil.example"}):
            answer = browser.open(address, method=method, headers=headers)
            assert (answer.status_code, "evil.example" in answer.text) == (400, False), rule


def test_letters_lead_to_the_address_of_the_settings(anna: Region) -> None:
    """trust 31"""
    browser = anna.anonymous()
    token = token_of(browser.get("/forgot").text)
    said = {"email": ANNA, "csrf_token": token}
    assert browser.post("/forgot", data=said, headers={"X-Forwarded-Host": "evil.example"}).status_code == 400
    assert browser.post("/forgot", data=said).status_code == 200
    with anna.database.reading() as session:
        letter = session.query(Letter).one()
    assert re.findall(r"https?://[^\s]+?/link/", letter.body) == [f"{PUBLIC}/link/"]


def test_the_path_before_the_application_may_be_taken_away_by_the_proxy_or_not(anna: Region) -> None:
    for path in ("/sign-in", "/barnratt/sign-in"):
        page = anna.app.test_client().get(path).text
        assert 'action="/barnratt/sign-in"' in page, path


def test_demo_accounts_open_under_no_public_address(anna: Region) -> None:
    """trust 21"""
    with anna.database.writing() as session:
        session.get_one(Account, anna.accounts["manager"]).demo = True
    browser = anna.anonymous()
    page = browser.get("/sign-in").text
    assert "Maria Chef" not in page
    said = {"account": anna.accounts["manager"], "csrf_token": token_of(page)}
    assert browser.post("/sign-in/demo", data=said).status_code == 404


def test_no_address_sets_a_cookie_that_others_could_read_or_send(walk: Walk) -> None:
    """trust 24: every Set-Cookie of every address, signed in or not."""
    loose = []
    for key in ("", "coordinator"):
        for method, rule, address in walk.addresses("GET", "POST"):
            browser = walk.region.as_(key) if key else walk.region.anonymous()
            answer = browser.open(address, method=method, base_url=PUBLIC, query_string={"lang": "en"})
            for one in answer.headers.getlist("Set-Cookie"):
                flags = set(one.split("; "))
                if not {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= flags or "Domain" in one:
                    loose.append((rule, one))
    assert loose == []
