"""The page where a unit writes its routine and its support."""

from course_builder.content.models.region import Region as Values
from course_builder.meetings.support import Contact, support_of
from course_builder.people.models import Unit
from tests.web.region import MONDAY, Region, both

WRITTEN = {
    "routine": "Vår rutin",
    "routine_where": "Pärmen",
    "routine_url": "https://rutiner.example/vi",
    "title": ["Barnskyddsteamet", "", ""],
    "where": ["Intranätet", "", ""],
    "url": ["", "", ""],
}


def shown(region: Region) -> tuple[Contact, tuple[Contact, ...]]:
    with region.database.reading() as session:
        unit = session.get_one(Unit, region.units["clinic"])
        found = support_of(session, unit, Values(), MONDAY.date())
    return found.routine, found.contacts


@both
def test_the_rep_writes_it_and_takes_it_back(region: Region) -> None:
    anna, address = region.as_("rep"), f"/unit/{region.units['clinic']}/support"
    assert "Inget är skrivet än." in anna.get(address).text
    page = anna.post(address, data=WRITTEN, follow_redirects=True).text
    assert "Sparat, kontrollerat i dag." in page
    assert shown(region) == (
        Contact("Vår rutin", "Pärmen", "https://rutiner.example/vi"),
        (Contact("Barnskyddsteamet", "Intranätet"),),
    )
    undo = page.split('action="')[1:]
    back = next(one.split('"')[0] for one in undo if "/undo" in one.split('"')[0])
    page = anna.post(back, follow_redirects=True).text
    assert "Ändringen är ångrad." in page and "Inget är skrivet än." in page
    assert shown(region) == (Contact(), ())


def test_another_may_not_take_back_what_she_wrote(region: Region) -> None:
    address = f"/unit/{region.units['clinic']}/support"
    region.as_("rep").post(address, data=WRITTEN)
    assert region.as_("manager").post(f"{address}/changes/1/undo").status_code == 404
    assert region.as_("coordinator").post("/people/changes/1/undo").status_code == 404


def test_what_is_wrong_is_told_and_nothing_written_is_lost(region: Region) -> None:
    maria, address = region.as_("manager"), f"/unit/{region.units['clinic']}/support"
    answer = maria.post(address, data={**WRITTEN, "routine_url": "rutiner"})
    assert answer.status_code == 422
    assert "ska börja med https://" in answer.text
    assert 'value="Vår rutin"' in answer.text and 'value="Barnskyddsteamet"' in answer.text


def test_confirmed_when_it_is_old(region: Region) -> None:
    maria, address = region.as_("manager"), f"/unit/{region.units['clinic']}/support"
    maria.post(address, data=WRITTEN)
    region.time.pass_(days=366)
    assert "Inte kontrollerat på över ett år." in region.as_("manager").get(address).text
    page = region.as_("manager").post(f"{address}/confirm", follow_redirects=True).text
    assert "Kontrollerat i dag." in page and "över ett år" not in page


def test_nothing_to_confirm(region: Region) -> None:
    address = f"/unit/{region.units['clinic']}/support"
    page = region.as_("rep").post(f"{address}/confirm", follow_redirects=True).text
    assert "Enheten har inte skrivit något än." in page


def test_of_another_unit_there_is_nothing(region: Region) -> None:
    assert region.as_("rep").get(f"/unit/{region.units['centre']}/support").status_code == 404
    assert region.as_("employee").get(f"/unit/{region.units['clinic']}/support").status_code == 404
