"""A change comes from our own page or not at all, and reading changes nothing."""

import re
from hashlib import sha256

import pytest
from sqlalchemy import select

from course_builder.database.base import Base
from tests.web.region import Region
from tests.web.walk import UNSAFE, Walk, everything, walk

__all__ = ["walk"]

FORGED = {
    "another site": {"Sec-Fetch-Site": "cross-site"},
    "a sister site": {"Sec-Fetch-Site": "same-site"},
    "an old browser elsewhere": {"Sec-Fetch-Site": None, "Origin": "https://evil.example"},
    "an origin that begins like ours": {"Sec-Fetch-Site": None, "Origin": "http://localhost.evil.example"},
    "no origin": {"Sec-Fetch-Site": None, "Origin": "null"},
    "nothing said": {"Sec-Fetch-Site": None},
    "no token": {"X-CSRF-Token": None},
    "an empty token": {"X-CSRF-Token": ""},
    "another's token": {"X-CSRF-Token": "x" * 43},
}
TOKENS = {"no token", "an empty token", "another's token"}
UNNAMED = "/rum/"
"""Phones are nobody: there is no session that somebody else could use. They send from our own pages all the same."""
BOSS = "coordinator"


@pytest.fixture
def boss(walk: Walk) -> Walk:
    everything(walk.region, BOSS)
    return walk


def test_every_change_from_elsewhere_is_refused(boss: Walk) -> None:
    """trust 25"""
    browser = boss.region.as_(BOSS)
    honest = {"Sec-Fetch-Site": "same-origin", "X-CSRF-Token": browser.environ_base["HTTP_X_CSRF_TOKEN"]}
    for name in ("HTTP_X_CSRF_TOKEN", "HTTP_SEC_FETCH_SITE"):
        browser.environ_base.pop(name)
    before = contents(boss.region)
    let_through = []
    for method, rule, address in boss.addresses(*UNSAFE):
        for name, changed in FORGED.items():
            if name in TOKENS and rule.startswith(UNNAMED):
                continue
            headers = {key: value for key, value in {**honest, **changed}.items() if value is not None}
            if browser.open(address, method=method, headers=headers).status_code != 403:
                let_through.append((rule, name))
        plain = {**honest, "Sec-Fetch-Site": "cross-site", "Content-Type": "text/plain"}
        if browser.open(address, method=method, headers=plain, data="{}").status_code != 403:
            let_through.append((rule, "json as text"))
    assert let_through == []
    assert contents(boss.region) == before


def test_an_old_browser_of_our_own_is_let_in(region: Region) -> None:
    browser = region.as_("rep")
    browser.environ_base.pop("HTTP_SEC_FETCH_SITE")
    said = {"language": "en"}
    assert browser.post("/me/language", data=said, headers={"Origin": "http://localhost"}).status_code == 302


def test_visitors_change_nothing_from_elsewhere_either(region: Region) -> None:
    """trust 25: not even who is signed in."""
    visitor = region.anonymous()
    page = visitor.get("/sign-in").text
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found
    said = {"email": "a@exempel.se", "password": "något långt ord"}
    assert visitor.post("/sign-in", data=said).status_code == 403
    other = region.anonymous()
    assert other.post("/sign-in", data={**said, "csrf_token": found[1]}).status_code == 403
    visitor.environ_base["HTTP_SEC_FETCH_SITE"] = "cross-site"
    assert visitor.post("/sign-in", data={**said, "csrf_token": found[1]}).status_code == 403


def test_a_token_is_worth_nothing_in_another_session(region: Region) -> None:
    """trust 25"""
    anna, bo = region.as_("rep"), region.as_("rep2")
    bo.environ_base["HTTP_X_CSRF_TOKEN"] = anna.environ_base["HTTP_X_CSRF_TOKEN"]
    assert bo.post("/me/language", data={"language": "en"}).status_code == 403


def test_reading_changes_nothing(boss: Walk) -> None:
    """trust 25"""
    browser = boss.region.as_(BOSS)
    before = contents(boss.region)
    changed = []
    for _, rule, address in boss.addresses("GET"):
        browser.get(address)
        after = contents(boss.region)
        if after != before:
            changed.append((rule, [name for name in before if before[name] != after[name]]))
            before = after
    assert changed == []


def test_every_form_that_changes_something_carries_the_token(boss: Walk) -> None:
    """trust 25"""
    browser = boss.region.as_(BOSS)
    bare = []
    for _, rule, address in boss.addresses("GET"):
        answer = browser.get(address)
        if not answer.content_type.startswith("text/html"):
            continue
        for form in re.findall(r"<form\b.*?</form>", answer.text, re.DOTALL):
            if 'method="post"' in form and 'name="csrf_token"' not in form:
                bare.append((rule, form[:120]))
    assert bare == []


def contents(region: Region) -> dict[str, str]:
    """A hash of each table."""
    with region.database.reading() as session:
        return {
            name: sha256(repr(sorted(map(repr, session.execute(select(table))))).encode()).hexdigest()
            for name, table in Base.metadata.tables.items()
        }
