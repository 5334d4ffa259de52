"""Signing in, out, and choosing a password by a link."""

import re
from datetime import timedelta
from statistics import median
from time import process_time

import pytest
from argon2 import PasswordHasher
from flask.testing import FlaskClient

from course_builder.people import links, passwords
from course_builder.people.models import Account, Failure, Person, SignIn
from course_builder.post.models import Letter
from tests.web.region import Region, both

RIGHT = "sju sjösjuka sälar"
ANNA = "anna.ombud@exempel.se"


@pytest.fixture
def visitor(region: Region) -> FlaskClient:
    """A browser that has opened the sign-in page, before an account of Anna's that has a password."""
    with region.database.writing() as session:
        account = session.get_one(Account, region.accounts["rep"])
        account.password_hash = passwords.hash(RIGHT)
    return opened(region)


def opened(region: Region, address: str = "127.0.0.1") -> FlaskClient:
    browser = region.anonymous()
    browser.environ_base["REMOTE_ADDR"] = address
    browser.environ_base["HTTP_X_CSRF_TOKEN"] = token_of(browser.get("/sign-in").text)
    return browser


def token_of(page: str) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found
    return found[1]


@both
def test_the_right_password_opens_the_page_she_asked_for(region: Region, visitor: FlaskClient) -> None:
    answer = visitor.post(
        "/sign-in", data={"email": " Anna.Ombud@exempel.se ", "password": RIGHT, "next": "/me"}
    )
    assert (answer.status_code, answer.location) == (302, "/me")
    assert "Anna Ombud" in visitor.get("/me").text


def test_unknown_and_wrong_look_the_same(region: Region, visitor: FlaskClient) -> None:
    """trust 22"""
    answers = [
        visitor.post("/sign-in", data={"email": email, "password": "fel lösenord här"})
        for email in (ANNA, "ingen@exempel.se")
    ]
    bodies = {re.sub(r'value="[^"]*"', "", answer.text) for answer in answers}
    assert [answer.status_code for answer in answers] == [422, 422]
    assert len(bodies) == 1
    assert "hör inte ihop" in bodies.pop()


def test_unknown_and_wrong_cost_the_same_work(visitor: FlaskClient) -> None:
    """trust 22: in time of the processor, so that a busy machine does not matter."""

    def work(email: str) -> float:
        begun = process_time()
        visitor.post("/sign-in", data={"email": email, "password": "fel lösenord här"})
        return process_time() - begun

    costs = [(work("anna.ombud@exempel.se"), work(f"ingen{n}@exempel.se")) for n in range(7)]
    known, unknown = (median(costs) for costs in zip(*costs, strict=True))
    assert 0.6 < known / unknown < 1.6


def test_ten_wrong_tries_make_her_wait_but_not_elsewhere(region: Region, visitor: FlaskClient) -> None:
    """trust 21"""
    wrong = {"email": ANNA, "password": "fel lösenord här"}
    assert [visitor.post("/sign-in", data=wrong).status_code for _ in range(10)] == [422] * 10
    stopped = visitor.post("/sign-in", data={"email": ANNA, "password": RIGHT})
    assert stopped.status_code == 429
    assert int(stopped.headers["Retry-After"]) >= 1
    assert "Försök igen om en minut." in stopped.text
    for _ in range(190):
        visitor.post("/sign-in", data=wrong)
    elsewhere = opened(region, "10.1.2.3")
    assert elsewhere.post("/sign-in", data={"email": ANNA, "password": RIGHT}).status_code == 302


def test_an_old_hash_is_made_anew_at_the_next_sign_in(region: Region, visitor: FlaskClient) -> None:
    old = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(RIGHT)
    with region.database.writing() as session:
        session.get_one(Account, region.accounts["rep"]).password_hash = old
    assert visitor.post("/sign-in", data={"email": ANNA, "password": RIGHT}).status_code == 302
    with region.database.reading() as session:
        new = session.get_one(Account, region.accounts["rep"]).password_hash
    assert (new != old, passwords.verify(new, RIGHT), passwords.outdated(new or "")) == (True, True, False)


def test_a_right_password_clears_what_was_counted(region: Region, visitor: FlaskClient) -> None:
    for _ in range(9):
        visitor.post("/sign-in", data={"email": ANNA, "password": "fel lösenord här"})
    assert visitor.post("/sign-in", data={"email": ANNA, "password": RIGHT}).status_code == 302
    with region.database.reading() as session:
        assert session.query(Failure).filter(Failure.what.startswith("both")).count() == 0


def test_a_session_from_before_is_worth_nothing_after(region: Region, visitor: FlaskClient) -> None:
    """trust 23"""
    visitor.set_cookie("cb", "chosen-by-somebody-else")
    visitor.post("/sign-in", data={"email": ANNA, "password": RIGHT})
    first = visitor.get_cookie("cb")
    assert first is not None
    assert first.value != "chosen-by-somebody-else"
    with region.database.reading() as session:
        assert first.value not in {row.token_hash for row in session.query(SignIn)}


def test_a_closed_account_is_out_at_once(region: Region, visitor: FlaskClient) -> None:
    """trust 23"""
    browser = region.as_("rep")
    with region.database.writing() as session:
        session.get_one(Account, region.accounts["rep"]).disabled = True
    assert browser.get("/me").status_code == 302
    assert visitor.post("/sign-in", data={"email": ANNA, "password": RIGHT}).status_code == 422


def test_a_session_ends_by_idleness_and_by_age(region: Region) -> None:
    """trust 23"""
    idle, busy = region.as_("rep"), region.as_("rep")
    region.time.pass_(minutes=59)
    assert busy.get("/me").status_code == 200
    region.time.pass_(minutes=2)
    assert (idle.get("/me").status_code, busy.get("/me").status_code) == (302, 200)
    for _ in range(14):
        region.time.pass_(minutes=50)
        busy.get("/me")
    assert busy.get("/me").status_code == 302


def test_out_everywhere_is_everywhere(region: Region) -> None:
    here, there = region.as_("rep"), region.as_("rep")
    assert here.post("/sign-out/everywhere").status_code == 302
    assert there.get("/me").status_code == 302


@both
def test_opening_an_invitation_uses_nothing_up_and_the_button_does(region: Region) -> None:
    """trust 32"""
    token = _new_person(region)
    scanner, she, later = region.anonymous(), region.anonymous(), region.anonymous()
    for _ in range(3):
        assert scanner.get(f"/link/invite/{token}").status_code == 200
    page = she.get(f"/link/invite/{token}").text
    assert "Välkommen, Nina Ny" in page
    chosen = {
        "password": "en ganska lång mening",
        "again": "en ganska lång mening",
        "csrf_token": token_of(page),
    }
    assert she.post(f"/link/invite/{token}", data=chosen).status_code == 302
    assert "Nina Ny" in she.get("/me").text
    assert later.get(f"/link/invite/{token}").status_code == 410


def test_a_password_that_is_easy_to_guess_is_refused_with_the_reason(region: Region) -> None:
    token = _new_person(region)
    browser = region.anonymous()
    said = {"csrf_token": token_of(browser.get(f"/link/invite/{token}").text)}
    short = browser.post(f"/link/invite/{token}", data={**said, "password": "kort", "again": "kort"})
    assert (short.status_code, "minst 12 tecken" in short.text) == (422, True)
    unlike = browser.post(
        f"/link/invite/{token}", data={**said, "password": "en lång mening", "again": "en annan"}
    )
    assert "inte lika" in unlike.text
    assert browser.get(f"/link/invite/{token}").status_code == 200


@both
def test_a_new_password_by_mail_ends_what_was_open(region: Region, visitor: FlaskClient) -> None:
    """trust 32, 23"""
    open_before = region.as_("rep")
    assert visitor.post("/forgot", data={"email": ANNA}).status_code == 200
    link = _link_in_letter(region, "reset")
    page = visitor.get(link).text
    chosen = {"password": "helt nya vackra ord", "again": "helt nya vackra ord", "csrf_token": token_of(page)}
    assert visitor.post(link, data=chosen).status_code == 302
    assert open_before.get("/me").status_code == 302
    assert visitor.get(link).status_code == 410
    assert opened(region).post("/sign-in", data={"email": ANNA, "password": RIGHT}).status_code == 422
    assert _letters(region)[-1] == ("password_changed", ANNA)


def test_asking_for_an_unknown_address_says_the_same_and_writes_nothing(
    region: Region, visitor: FlaskClient
) -> None:
    """trust 22"""
    known, unknown = (visitor.post("/forgot", data={"email": email}) for email in (ANNA, "ingen@exempel.se"))
    assert known.text == unknown.text
    assert _letters(region) == [("reset", ANNA)]


def test_asking_again_and_again_must_wait(visitor: FlaskClient) -> None:
    """trust 21"""
    answers = [visitor.post("/forgot", data={"email": ANNA}).status_code for _ in range(11)]
    assert answers == [200] * 10 + [429]


def test_a_link_is_worth_nothing_once_the_address_has_changed(region: Region, visitor: FlaskClient) -> None:
    """trust 32"""
    visitor.post("/forgot", data={"email": ANNA})
    link = _link_in_letter(region, "reset")
    with region.database.writing() as session:
        session.get_one(Person, region.people["rep"]).email = "anna.andra@exempel.se"
    assert visitor.get(link).status_code == 410


def test_a_link_is_too_old_after_its_time(region: Region, visitor: FlaskClient) -> None:
    """trust 32"""
    visitor.post("/forgot", data={"email": ANNA})
    region.time.pass_(minutes=61)
    assert visitor.get(_link_in_letter(region, "reset")).status_code == 410


def test_demo_accounts_open_by_a_button_and_no_others(region: Region, visitor: FlaskClient) -> None:
    refused = visitor.post("/sign-in/demo", data={"account": region.accounts["admin"]})
    assert refused.status_code == 404
    with region.database.writing() as session:
        session.get_one(Account, region.accounts["manager"]).demo = True
    page = visitor.get("/sign-in").text
    assert "Maria Chef" in page
    assert "Adam Administratör" not in page
    assert visitor.post("/sign-in/demo", data={"account": region.accounts["manager"]}).status_code == 302
    assert "Maria Chef" in visitor.get("/me").text


def test_her_language_is_kept_with_her_account(region: Region) -> None:
    assert region.as_("rep").post("/me/language", data={"language": "en"}).status_code == 302
    other_machine = region.as_("rep")
    assert '<html lang="en">' in other_machine.get("/me").text
    assert other_machine.post("/me/language", data={"language": "xx"}).status_code == 400


def _new_person(region: Region) -> str:
    with region.database.writing() as session:
        person = Person(name="Nina Ny", email="nina.ny@exempel.se")
        session.add(person)
        session.flush()
        return links.invite(session, person.id, region.time() - timedelta(days=1))


def _link_in_letter(region: Region, purpose: str) -> str:
    with region.database.reading() as session:
        letter = session.query(Letter).filter_by(purpose=purpose).order_by(Letter.id.desc()).first()
    assert letter is not None
    found = re.search(rf"http://[^/]+(/link/{purpose}/\S+)", letter.body)
    assert found
    return found[1]


def _letters(region: Region) -> list[tuple[str, str]]:
    with region.database.reading() as session:
        return [(letter.purpose, letter.to) for letter in session.query(Letter).order_by(Letter.id)]
