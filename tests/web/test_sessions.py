"""Sessions on the server."""

from course_builder.people.models import Appointment
from tests.web.region import Region, both


@both
def test_a_signed_in_person_is_named_on_her_page(region: Region) -> None:
    page = region.as_("rep").get("/me").text
    assert "Anna Ombud" in page
    assert "Inte du?" in page


def test_a_visitor_is_led_to_the_sign_in_page(region: Region) -> None:
    answer = region.anonymous().get("/courses/?q=barn")
    assert (answer.status_code, answer.location) == (302, "/sign-in?next=/courses/?q%3Dbarn")
    assert region.anonymous().post("/sign-out").status_code == 401


def test_signing_out_ends_the_session_on_the_server(region: Region) -> None:
    """trust 23"""
    browser = region.as_("rep")
    kept = browser.get_cookie("cb")
    assert kept is not None
    assert browser.post("/sign-out").status_code == 302
    assert browser.get_cookie("cb") is None
    browser.set_cookie("cb", kept.value)
    assert browser.get("/me").status_code == 302


def test_what_she_may_is_asked_anew_at_every_request(region: Region) -> None:
    """trust 23: a session carries no role, so one that ends is gone at once without a new sign-in."""
    karin = region.as_("coordinator")
    assert karin.get("/people").status_code == 200
    with region.database.writing() as session:
        held = session.query(Appointment).filter_by(person_id=region.people["coordinator"]).one()
        held.ends = region.time().date()
    assert karin.get("/people").status_code == 404
    assert karin.get("/me").status_code == 200
