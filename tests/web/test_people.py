"""The pages where units, people, appointments and groups are kept."""

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from course_builder.people import tree
from course_builder.people.models import Account, Appointment, Group, Membership, Person, Role, Unit
from course_builder.post.models import Letter
from tests.web.region import HIDDEN, Region, both

As = Callable[[str], FlaskClient]


@both
def test_the_tree_is_walked_and_searched(region: Region, as_: As) -> None:
    karin = as_("coordinator")
    assert "Region Exempel" in karin.get("/people/units").text
    page = karin.get(f"/people/units/{region.units['clinic']}").text
    assert [name for name in ("Norra förvaltningen", "Anna Ombud", "Maria Chef") if name not in page] == []
    assert "Barnkliniken" in karin.get("/people/units?q=barnkli").text
    assert "Ingen enhet heter så." in karin.get("/people/units?q=njure").text


@both
def test_a_unit_is_added_renamed_and_ended(region: Region, as_: As) -> None:
    karin, north = as_("coordinator"), region.units["north"]
    added = karin.post(f"/people/units/{north}/add", data={"name": "Lekterapin", "hr_id": "HR-7"})
    assert (added.status_code, "Enheten är tillagd." in karin.get(added.location).text) == (302, True)
    unit_id = int(added.location.rsplit("/", 1)[1])
    karin.post(f"/people/units/{unit_id}/rename", data={"name": "Lekterapi", "how": "spelling"})
    renamed = karin.post(
        f"/people/units/{unit_id}/rename", data={"name": "Lek och lärande", "how": "new", "on": "2026-12-01"}
    )
    new_id = int(renamed.location.rsplit("/", 1)[1])
    with region.database.reading() as session:
        old, new = session.get_one(Unit, unit_id), session.get_one(Unit, new_id)
    assert (old.name, old.successor_id, new.name, new.hr_id) == (
        "Lekterapi",
        new_id,
        "Lek och lärande",
        "HR-7",
    )
    stopped = karin.post(f"/people/units/{north}/end", data={"on": "2026-12-01"})
    assert (stopped.status_code, "Flytta eller avsluta den först." in stopped.text) == (422, True)


@both
def test_a_merger_says_what_happens_before_it_does(region: Region, as_: As) -> None:
    karin, emergency, clinic = as_("coordinator"), region.units["emergency"], region.units["clinic"]
    address = f"/people/units/{clinic}/merge"
    assert "Barnakuten" in karin.get(f"{address}?q=barnakuten").text
    preview = karin.get(f"{address}?into={emergency}").text
    assert "4 personer får sina uppdrag i Barnakuten i stället." in preview
    done = karin.post(address, data={"into": emergency, "on": "2026-11-23"})
    assert done.location == f"/people/units/{emergency}"
    assert "Anna Ombud" in karin.get(done.location).text
    with region.database.reading() as session:
        merged = session.get_one(Unit, clinic)
        assert tree.current(session, merged).id == emergency


def test_a_unit_cannot_be_moved_under_itself(region: Region, as_: As) -> None:
    stopped = as_("coordinator").post(
        f"/people/units/{region.units['north']}/move", data={"into": region.units["clinic"]}
    )
    assert (stopped.status_code, "kan inte ligga under sig själv" in stopped.text) == (422, True)


@both
def test_a_person_is_added_where_she_works_and_invited(region: Region, as_: As) -> None:
    karin, clinic = as_("coordinator"), region.units["clinic"]
    said = {"name": "Nina Ny", "email": "nina.ny@exempel.se", "role": "rep", "title": "Sjuksköterska"}
    added = karin.post(f"/people/units/{clinic}/person", data=said)
    assert added.status_code == 302
    assert "Personen har inget konto än." in karin.get(added.location).text
    assert karin.post(f"{added.location}/invite").status_code == 302
    with region.database.reading() as session:
        letter = session.query(Letter).one()
    assert (letter.to, letter.purpose, "Karin Samordnare" in letter.body) == (
        "nina.ny@exempel.se",
        "invite",
        True,
    )


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("name", "Nina 19121212-1212"),
        ("email", "19121212-1212@exempel.se"),
        ("employee_ref", "191212121212"),
        ("title", "121212-1212"),
    ],
)
def test_a_personnummer_is_refused_with_the_reason(region: Region, as_: As, field: str, text: str) -> None:
    said = {"name": "Nina Ny", "role": "rep", field: text}
    answer = as_("coordinator").post(f"/people/units/{region.units['clinic']}/person", data=said)
    assert (answer.status_code, "liknar ett personnummer" in answer.text) == (422, True)
    with region.database.reading() as session:
        assert session.query(Person).filter(Person.name.startswith("Nina")).count() == 0


@both
def test_an_appointment_is_given_paused_stood_in_for_handed_over_and_ended(region: Region, as_: As) -> None:
    karin, rep, employee = as_("coordinator"), region.people["rep"], region.people["employee"]
    with region.database.reading() as session:
        of_anna = session.query(Appointment).filter_by(person_id=rep).one().id
    change = f"/people/appointments/{of_anna}"
    karin.post(f"{change}/pause", data={"first": "2026-11-23", "until": "2027-02-01"})
    assert "Vilande" in karin.get(f"/people/{rep}").text
    assert "Elin Medarbetare" in karin.get(f"{change}/stand_in?q=elin").text
    karin.post(f"{change}/stand_in", data={"person": employee, "on": "2026-11-23"})
    karin.post(f"{change}/resume", data={"first": "2026-11-23"})
    handed = karin.post(f"{change}/hand_over", data={"person": employee, "on": "2027-03-01"})
    assert handed.location == f"/people/{employee}"
    with region.database.reading() as session:
        held = (
            session.query(Appointment)
            .filter_by(person_id=employee, role=Role.REP)
            .order_by(Appointment.id)
            .all()
        )
        anna = session.get_one(Appointment, of_anna)
    assert [str(one.starts) for one in held] == ["2026-11-23", "2027-03-01"]
    assert (held[0].stands_in_for_id, str(anna.ends)) == (of_anna, "2027-03-01")


def test_an_appointment_that_overlaps_is_refused(region: Region, as_: As) -> None:
    said = {"unit": region.units["clinic"], "role": "rep", "starts": "2026-11-23"}
    answer = as_("coordinator").post(f"/people/{region.people['rep']}/appoint", data=said)
    assert (answer.status_code, "har redan det uppdraget" in answer.text) == (422, True)


def test_nobody_gives_more_than_she_may(region: Region, as_: As) -> None:
    """trust 34"""
    said = {"unit": region.units["clinic"], "role": "admin", "starts": "2026-11-23"}
    assert as_("coordinator").post(f"/people/{region.people['rep']}/appoint", data=said).status_code == 404
    assert as_("admin").post(f"/people/{region.people['rep']}/appoint", data=said).status_code == 302


def test_a_coordinator_keeps_her_own_part_only(region: Region, as_: As) -> None:
    """trust 35: the other administration's units and people are not there, whatever is tried."""
    sara = as_("coordinator2")
    listed = sara.get("/people").text
    assert ("Bo Ombud" in listed, "Anna Ombud" in listed) == (True, False)
    assert "Anna Ombud" not in sara.get("/people?q=anna").text
    assert "Barnkliniken" not in sara.get("/people/units?q=barnkliniken").text
    clinic, anna = region.units["clinic"], region.people["rep"]
    with region.database.reading() as session:
        appointment = session.query(Appointment).filter_by(person_id=anna).one().id
    tried = [
        sara.get(f"/people/units/{clinic}"),
        sara.post(f"/people/units/{clinic}/add", data={"name": "Min"}),
        sara.post(f"/people/units/{clinic}/end", data={"on": "2026-12-01"}),
        sara.post(f"/people/units/{region.units['centre']}/merge", data={"into": clinic}),
        sara.get(f"/people/{anna}"),
        sara.post(f"/people/{anna}/change", data={"name": "Annan"}),
        sara.post(f"/people/{anna}/invite"),
        sara.post(f"/people/{anna}/account/close"),
        sara.post(f"/people/appointments/{appointment}/end", data={"first": "2026-12-01"}),
        sara.post(f"/people/{region.people['rep2']}/appoint", data={"unit": clinic, "role": "rep", "starts": "2026-12-01"}),
        sara.post("/people/import", data={"file": (BytesIO(b"x"), "x.csv")}),
    ]  # fmt: skip
    assert [answer.status_code for answer in tried] == [404] * len(tried)


def test_nobody_comes_in_as_somebody_with_more(region: Region, as_: As) -> None:
    """trust 35: who could change an administrator's address could ask for a new password as her."""
    karin, adam = as_("coordinator"), region.people["admin"]
    with region.database.reading() as session:
        appointment = session.query(Appointment).filter_by(person_id=adam).one().id
        ref = session.get_one(Person, adam).employee_ref
    said = {"name": "Adam Administratör", "email": "karin.andra@exempel.se", "time_factor": "1.0"}
    tried = [
        karin.post(f"/people/{adam}/change", data=said),
        karin.post(f"/people/{adam}/account/close"),
        karin.post(f"/people/{adam}/protect"),
        karin.post(f"/people/appointments/{appointment}/end", data={"first": "2026-12-01"}),
        karin.post(
            f"/people/appointments/{appointment}/hand_over", data={"person": region.people["coordinator"]}
        ),
    ]
    assert [answer.status_code for answer in tried] == [422, 422, 422, 404, 404]
    assert "En administratör ändrar adress och konto." in karin.get(f"/people/{adam}").text
    _bring(
        karin,
        f"Enhet;Namn;E-post;Anställnings-id\nBarnkliniken;Adam Administratör;karin.andra@exempel.se;{ref}\n".encode(),
    )
    shown = karin.get("/people/import/list").text
    assert "Uppgifterna om Adam Administratör ändras inte av listan" in shown
    karin.post("/people/import/take", data={"seen": _digest(shown)})
    with region.database.reading() as session:
        assert session.get_one(Person, adam).email != "karin.andra@exempel.se"


def test_groups_are_kept_by_who_keeps_the_whole_tree(region: Region, as_: As) -> None:
    """trust 35"""
    sara = as_("coordinator2")
    assert "Grupper" not in sara.get("/people").text
    assert sara.get("/people/groups").status_code == 404
    joined = sara.post(
        f"/people/groups/{region.groups['north']}/join", data={"person": region.people["rep2"]}
    )
    assert joined.status_code == 404


@both
def test_a_protected_person_is_seen_by_her_guardian_alone(region: Region, as_: As) -> None:
    """trust 35"""
    hidden = region.people["hidden"]
    clinic = f"/people/units/{region.units['clinic']}"
    for reader, sees in (("admin", True), ("coordinator", False)):
        browser = as_(reader)
        pages = [browser.get(one).text for one in ("/people", "/people?q=sigrid", clinic)]
        assert [HIDDEN in page for page in pages] == [sees] * 3, reader
        assert browser.get(f"/people/{hidden}").status_code == (200 if sees else 404)
    assert as_("admin").post(f"/people/{hidden}/unprotect").status_code == 302
    assert as_("coordinator").post(f"/people/{hidden}/protect").status_code == 302
    assert as_("admin").get(f"/people/{hidden}").status_code == 404


def test_closing_an_account_signs_her_out(region: Region, as_: As) -> None:
    anna = as_("rep")
    assert as_("coordinator").post(f"/people/{region.people['rep']}/account/close").status_code == 302
    assert anna.get("/me").status_code == 302
    assert as_("coordinator").post(f"/people/{region.people['rep']}/account/open").status_code == 302
    with region.database.reading() as session:
        assert session.get_one(Account, region.accounts["rep"]).disabled is False


@both
def test_groups_have_members(region: Region, as_: As) -> None:
    karin = as_("coordinator")
    made = karin.post("/people/groups", data={"name": "Barnkliniken utbildar"})
    assert "Ingen är med än." in karin.get(made.location).text
    assert "Tage Utbildare" in karin.get(f"{made.location}?q=tage").text
    karin.post(f"{made.location}/join", data={"person": region.people["trainer2"]})
    assert "Tage Utbildare" in karin.get(made.location).text
    karin.post(f"{made.location}/leave", data={"person": region.people["trainer2"]})
    karin.post(f"{made.location}/rename", data={"name": "Kliniken utbildar"})
    with region.database.reading() as session:
        group = session.query(Group).filter_by(name="Kliniken utbildar").one()
        assert session.query(Membership).filter_by(group_id=group.id).count() == 0
    assert karin.post("/people/groups", data={"name": "Kliniken utbildar"}).status_code == 422


LIST = """\
Enhet;Namn;E-post;Anställnings-id;Uppdrag
Barnkliniken;Åsa Ny;asa.ny@exempel.se;E900;medarbetare
Barnkliniken;Örjan Ny;orjan.ny@exempel.se;E901;chef
"""


@both
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_list_is_shown_before_it_is_taken_and_can_come_again(
    region: Region, as_: As, encoding: str
) -> None:
    karin = as_("coordinator")
    assert _bring(karin, LIST.encode(encoding)) == 302
    shown = karin.get("/people/import/list").text
    assert "4 läggs till, 0 ändras, 0 avslutas." in shown
    assert "Åsa Ny" in shown
    with region.database.reading() as session:
        assert session.query(Person).filter_by(employee_ref="E900").count() == 0
    assert karin.post("/people/import/take", data={"seen": _digest(shown)}).status_code == 302
    assert "Åsa Ny" in karin.get("/people?q=åsa").text
    _bring(karin, LIST.encode(encoding))
    again = karin.get("/people/import/list").text
    assert "0 läggs till, 0 ändras, 0 avslutas. 2 rader stämmer redan." in again
    assert "Listan säger inget nytt." in again


def test_who_is_missing_from_a_later_list_has_her_appointment_ended(region: Region, as_: As) -> None:
    karin = as_("coordinator")
    _bring(karin, LIST.encode())
    karin.post("/people/import/take", data={"seen": _digest(karin.get("/people/import/list").text)})
    shorter = LIST.rsplit("Barnkliniken", 1)[0]
    region.time.pass_(days=1)
    karin = as_("coordinator")
    _bring(karin, shorter.encode())
    shown = karin.get("/people/import/list").text
    assert "0 läggs till, 0 ändras, 1 avslutas." in shown
    karin.post("/people/import/take", data={"seen": _digest(shown)})
    with region.database.reading() as session:
        person = session.query(Person).filter_by(employee_ref="E901").one()
        held = session.query(Appointment).filter_by(person_id=person.id).one()
    assert str(held.ends) == "2026-11-24"


def test_rows_with_problems_stop_the_whole_list(region: Region, as_: As) -> None:
    karin = as_("coordinator")
    _bring(karin, (LIST + "Barnkliniken;Eva Fel;inte en adress;E902;kung\n").encode())
    shown = karin.get("/people/import/list").text
    assert "Inget läses in förrän raderna är rättade." in shown
    assert "rad 4" in shown
    assert "E-postadressen är inte rätt skriven." in shown
    assert "people/import/take" not in shown
    assert karin.post("/people/import/take", data={"seen": "x"}).status_code == 422
    with region.database.reading() as session:
        assert session.query(Person).filter(Person.employee_ref.like("E90%")).count() == 0


def test_a_list_with_personnummer_is_refused_and_not_kept(region: Region, as_: As) -> None:
    karin = as_("coordinator")
    answer = _answer(karin, (LIST + "Barnkliniken;Eva Fel;;19121212-1212;chef\n").encode())
    assert (answer.status_code, "innehåller personnummer, antal rader: 1." in answer.text) == (422, True)
    assert karin.get("/people/import/list").status_code == 302
    folder = region.app.extensions["settings"].folder / "staff-lists"
    assert not folder.exists()


def test_a_list_that_is_none_says_so(region: Region, as_: As) -> None:
    karin = as_("coordinator")
    assert _answer(karin, b"PK\x03\x04 not a workbook").status_code == 422
    assert _answer(karin, b"\x00\x01").status_code == 422
    assert karin.post("/people/import", data={}).status_code == 422


def test_columns_are_named_by_hand_and_a_draft_is_thrown_away(region: Region, as_: As) -> None:
    karin = as_("coordinator")
    odd = LIST.replace("Anställnings-id", "Nr").replace("Enhet;", "Var;")
    _bring(karin, odd.encode())
    assert "Inget läses in förrän" in karin.get("/people/import/list").text
    chosen = {"0-unit": 0, "0-name": 1, "0-email": 2, "0-employee_ref": 3, "0-role": 4}
    assert karin.post("/people/import/columns", data=chosen).status_code == 302
    assert "4 läggs till" in karin.get("/people/import/list").text
    assert "Du har en lista som inte är inläst än." in karin.get("/people/import").text
    karin.post("/people/import/drop")
    assert karin.get("/people/import/list").status_code == 302


def test_the_administrator_sees_settings_without_secrets_and_the_send_log(region: Region, as_: As) -> None:
    adam = as_("admin")
    page = adam.get("/operation").text
    assert "COURSE_BUILDER_SECRET" in page
    assert region.app.secret_key not in page
    assert region.app.extensions["settings"].database_url not in page
    as_("coordinator").post(f"/people/{region.people['employee2']}/invite")
    assert "Inget brev är skrivet än." in adam.get("/operation/mail").text
    region.anonymous()
    with region.database.writing() as session:
        session.add(
            Letter(to="a@exempel.se", subject="Det här återstår", body="x", purpose="reminder", state="failed",
                   error="550", written=region.time(), due=region.time())
        )  # fmt: skip
    log = adam.get("/operation/mail").text
    assert [
        word for word in ("a@exempel.se", "kom inte fram", "550", "23 november 2026 09.00") if word not in log
    ] == []
    assert adam.post("/operation/mail/1/again").status_code == 302
    assert adam.post("/operation/mail/1/again").status_code == 404


def _answer(browser: FlaskClient, data: bytes) -> TestResponse:
    return browser.post("/people/import", data={"file": (BytesIO(data), "personal.csv"), "part": ""})


def _bring(browser: FlaskClient, data: bytes) -> int:
    return _answer(browser, data).status_code


def _digest(page: str) -> str:
    return page.split('name="seen" value="')[1].split('"')[0]


def test_whether_a_unit_should_have_a_rep(region: Region, as_: As) -> None:
    karin, emergency = as_("coordinator"), region.units["emergency"]
    address = f"/people/units/{emergency}"

    def chosen() -> list[str]:
        return re.findall(r'name="expected" value="(\w+)" checked', karin.get(address).text)

    assert chosen() == ["tree"]
    assert "Barnakuten" in karin.get("/coverage").text
    assert karin.post(f"{address}/rep", data={"expected": "no"}).status_code == 302
    assert chosen() == ["no"]
    assert "Barnakuten" not in karin.get("/coverage").text
    assert karin.post(f"{address}/rep", data={"expected": "maybe"}).status_code == 422
    assert as_("coordinator2").post(f"{address}/rep", data={"expected": "yes"}).status_code == 404
