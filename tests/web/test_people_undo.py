"""What is done on the pages of people is taken back with the button of its message, and done again with the next."""

import re
from collections.abc import Callable

from flask.testing import FlaskClient

from course_builder.people.models import Account, Appointment, Membership, Role, Unit
from tests.web.region import Region, both

As = Callable[[str], FlaskClient]
TOAST = re.compile(
    r'<div class="toast" role="status"><p>([^<]+)</p><form method="post" action="([^"]+)">.*?</svg>([^<]+)</button>', re.S
)  # fmt: skip


def told(browser: FlaskClient, address: str) -> tuple[str, str, str]:
    """Words, address and name of the button."""
    found = TOAST.search(browser.get(address).text)
    assert found is not None
    return found[1], found[2], found[3]


def of_anna(region: Region) -> Appointment:
    with region.database.reading() as session:
        return session.query(Appointment).filter_by(person_id=region.people["rep"], role=Role.REP).one()


@both
def test_an_appointment_that_was_ended_is_held_again(region: Region, as_: As) -> None:
    karin, at = as_("coordinator"), of_anna(region).id
    done = karin.post(f"/people/appointments/{at}/end", data={"first": "2026-11-23"})
    words, way_back, button = told(karin, done.location)
    assert (words, button) == ("Uppdraget är avslutat. Det som hänt finns kvar.", "Ångra")
    back = karin.post(way_back)
    assert (back.location, of_anna(region).ends) == (f"/people/{region.people['rep']}", None)
    words, again, button = told(karin, back.location)
    assert (words, button) == ("Ändringen är ångrad.", "Gör om")
    words, _, button = told(karin, karin.post(again).location)
    assert (words, button, str(of_anna(region).ends)) == ("Det är gjort igen.", "Ångra", "2026-11-23")


def test_the_message_is_told_once(region: Region, as_: As) -> None:
    karin = as_("coordinator")
    done = karin.post(f"/people/appointments/{of_anna(region).id}/pause", data={"first": "2026-11-23"})
    told(karin, done.location)
    assert TOAST.search(karin.get(done.location).text) is None


@both
def test_a_merger_is_taken_back_with_everybody(region: Region, as_: As) -> None:
    karin, clinic, emergency = as_("coordinator"), region.units["clinic"], region.units["emergency"]
    done = karin.post(f"/people/units/{clinic}/merge", data={"into": emergency, "on": "2026-11-23"})
    assert "Anna Ombud" in karin.get(f"/people/units/{emergency}").text
    done = karin.post(f"/people/units/{clinic}/merge", data={"into": emergency, "on": "2026-11-23"})
    assert done.status_code == 422
    with region.database.reading() as session:
        assert session.get_one(Unit, clinic).successor_id == emergency
    back = karin.post("/people/changes/1/undo")
    assert back.location == f"/people/units/{clinic}"
    assert "Anna Ombud" in karin.get(back.location).text
    assert "Anna Ombud" not in karin.get(f"/people/units/{emergency}").text


def test_a_group_that_was_left_a_closed_account_and_a_lifted_protection(region: Region, as_: As) -> None:
    adam, group, tove = as_("admin"), region.groups["north"], region.people["trainer"]
    hidden = region.people["hidden"]
    for address, data in (
        (f"/people/groups/{group}/leave", {"person": tove}),
        (f"/people/{tove}/account/close", {}),
        (f"/people/{hidden}/unprotect", {}),
    ):
        _, way_back, _ = told(adam, adam.post(address, data=data).location)
        assert told(adam, adam.post(way_back).location)[0] == "Ändringen är ångrad."
    with region.database.reading() as session:
        assert session.get(Membership, (group, tove)) is not None
        assert session.query(Account).filter_by(person_id=tove).one().disabled is False
    assert as_("coordinator").get(f"/people/{hidden}").status_code == 404


def test_what_has_changed_since_is_told_and_stays(region: Region, as_: As) -> None:
    karin, at = as_("coordinator"), of_anna(region).id
    done = karin.post(f"/people/appointments/{at}/pause", data={"first": "2026-11-23"})
    _, way_back, _ = told(karin, done.location)
    karin.post(f"/people/appointments/{at}/end", data={"first": "2026-11-23"})
    told(karin, done.location)
    page = karin.get(karin.post(way_back).location).text
    assert "Det går inte att ångra: något av det har ändrats sedan dess." in page
    assert str(of_anna(region).ends) == "2026-11-23"


def test_nobody_takes_back_what_another_did(region: Region, as_: As) -> None:
    """trust 35"""
    karin, at = as_("coordinator"), of_anna(region).id
    done = karin.post(f"/people/appointments/{at}/pause", data={"first": "2026-11-23"})
    _, way_back, _ = told(karin, done.location)
    assert [as_(key).post(way_back).status_code for key in ("admin", "coordinator2", "rep")] == [
        404,
        404,
        404,
    ]
    assert str(of_anna(region).paused_from) == "2026-11-23"


def test_who_keeps_it_no_longer_cannot_take_it_back(region: Region, as_: As) -> None:
    """trust 35"""
    karin, at = as_("coordinator"), of_anna(region).id
    done = karin.post(f"/people/appointments/{at}/pause", data={"first": "2026-11-23"})
    _, way_back, _ = told(karin, done.location)
    with region.database.writing() as session:
        hers = session.query(Appointment).filter_by(person_id=region.people["coordinator"]).one()
        hers.unit_id = region.units["south"]
    assert karin.post(way_back).status_code == 404
