"""The page behind the QR code: valid or withdrawn, course and date; the name for the paper's code only (trust 42)."""

import secrets
from datetime import timedelta

import pytest

from course_builder.learning.certificates import withdraw
from course_builder.learning.models import Certificate
from course_builder.people.models import Person
from tests.learning.school import NOW
from tests.web.learned import Learned, learned
from tests.web.region import Region, both
from tests.web.test_mine import plain

__all__ = ["learned"]


def paper(learned: Learned, key: str = "rep") -> Certificate:
    learned.complete(key)
    with learned.region.database.reading() as session:
        return session.query(Certificate).one()


@both
def test_anybody_sees_that_it_is_genuine_and_nobody_sees_whose_it_is(learned: Learned) -> None:
    made = paper(learned)
    answer = learned.region.anonymous().get(f"/verify/{made.id}")
    assert answer.status_code == 200
    page = plain(answer.text)
    assert "Intyget är äkta och gäller som det är utfärdat En liten kurs Genomförd 21 november 2026" in page
    for word in ("Anna", "anna.ombud", "Barnkliniken", "godkänd", made.check_code):
        assert word not in answer.text, word
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert answer.headers["Cache-Control"] == "no-store"
    assert '<meta name="robots" content="noindex' in answer.text


@both
def test_the_papers_code_shows_the_name(learned: Learned) -> None:
    made = paper(learned)
    client = learned.region.anonymous()
    token = form_token(client.get(f"/verify/{made.id}").text)
    wrong = client.post(f"/verify/{made.id}", data={"code": "AAAA-AAAA", "csrf_token": token})
    assert "Koden stämmer inte" in wrong.text
    assert "Anna" not in wrong.text
    spelled = f"{made.check_code[:4].lower()} - {made.check_code[4:]}"
    right = client.post(f"/verify/{made.id}", data={"code": spelled, "csrf_token": token})
    assert "Namn Anna Ombud" in plain(right.text)


def form_token(page: str) -> str:
    return page.split('name="csrf_token" value="')[1].split('"')[0]


@both
def test_a_withdrawn_one_says_so(learned: Learned) -> None:
    made = paper(learned)
    with learned.region.database.writing() as session:
        withdraw(session, made.id, "wrong-person", None, NOW)
    page = plain(learned.region.anonymous().get(f"/verify/{made.id}").text)
    assert "Intyget har dragits tillbaka" in page
    assert "äkta" not in page


def test_of_a_protected_person_nothing_more_is_shown_even_with_the_code(learned: Learned) -> None:
    made = paper(learned)
    with learned.region.database.writing() as session:
        person = session.get_one(Person, learned.region.people["rep"])
        person.protected, person.guardian_id = True, learned.region.people["admin"]
    client = learned.region.anonymous()
    token = form_token(client.get(f"/verify/{made.id}").text)
    answer = client.post(f"/verify/{made.id}", data={"code": made.check_code, "csrf_token": token})
    wrong = client.post(f"/verify/{made.id}", data={"code": "AAAAAAAA", "csrf_token": token})
    assert "Anna" not in answer.text
    assert plain(answer.text) == plain(wrong.text)


def test_every_changed_letter_of_the_number_leads_nowhere(learned: Learned) -> None:
    made = paper(learned)
    client = learned.region.anonymous()
    for place in range(0, 32, 3):
        other = "0" if made.id[place] != "0" else "1"
        answer = client.get(f"/verify/{made.id[:place]}{other}{made.id[place + 1 :]}")
        assert answer.status_code == 404
        assert "Inget intyg har det numret." in answer.text


@pytest.mark.parametrize(
    "number", ["", "x", "0" * 31, "0" * 33, "../mine", "%00", "é" * 32, "A" * 5000, "' OR 1=1 --"]
)
def test_what_is_no_number_is_no_certificate(region: Region, number: str) -> None:
    assert region.anonymous().get(f"/verify/{number}").status_code in (404, 308)


def test_the_number_can_be_typed_as_it_stands_on_the_paper(learned: Learned) -> None:
    made = paper(learned)
    spaced = " ".join(made.id[at : at + 4] for at in range(0, 32, 4)).upper()
    client = learned.region.anonymous()
    assert "Intygets nummer" in client.get("/verify").text
    found = client.get("/verify", query_string={"number": spaced}, follow_redirects=True)
    assert "Intyget är äkta" in found.text


@both
def test_guessing_codes_is_slowed_down(learned: Learned) -> None:
    made = paper(learned)
    client = learned.region.anonymous()
    token = form_token(client.get(f"/verify/{made.id}").text)
    answers = [
        client.post(
            f"/verify/{made.id}", data={"code": secrets.token_hex(4), "csrf_token": token}
        ).status_code
        for _ in range(14)
    ]
    assert answers[:10] == [200] * 10
    assert 429 in answers
    waiting = client.post(f"/verify/{made.id}", data={"code": made.check_code, "csrf_token": token})
    assert waiting.status_code == 429
    assert int(waiting.headers["Retry-After"]) >= 1
    assert "Anna" not in waiting.text
    learned.region.time.now += timedelta(hours=2)
    assert (
        client.post(f"/verify/{made.id}", data={"code": made.check_code, "csrf_token": token}).status_code
        == 200
    )


def test_looking_changes_nothing_and_a_form_needs_its_token(learned: Learned) -> None:
    made = paper(learned)
    client = learned.region.anonymous()
    assert client.post(f"/verify/{made.id}", data={"code": made.check_code}).status_code == 403
