"""What is asked of whom, exemptions, renewal by decision, registering by hand and withdrawing with a trace."""

import re
from datetime import date

import pytest

from course_builder.learning.completions import record_elsewhere
from course_builder.learning.events import Kind
from course_builder.learning.models import Certificate, Completion, Event, RenewalRule, Requirement, Source
from course_builder.learning.requirements import in_force, require, standing_of
from course_builder.people.models import Role
from tests.learning.school import NOW
from tests.web.learned import Learned, learned
from tests.web.region import HIDDEN, Region, both
from tests.web.test_mine import FORBIDDEN, plain

__all__ = ["learned"]


def asked(region: Region) -> list[Requirement]:
    with region.database.reading() as session:
        return list(in_force(session))


def state(region: Region, key: str) -> list[tuple[str, str]]:
    with region.database.reading() as session:
        return [
            (one.course_id, one.state) for one in standing_of(session, region.people[key], date(2026, 11, 23))
        ]


@both
def test_a_course_is_asked_of_a_role_at_a_unit_and_everything_under_it(learned: Learned) -> None:
    region = learned.region
    client = region.as_("coordinator")
    form = {
        "course_id": "liten",
        "whom": "role",
        "role": "rep",
        "unit": str(region.units["north"]),
        "within_days": "90",
    }
    answer = client.post("/requirements/new", data=form, follow_redirects=True)
    assert "Kursen är begärd." in answer.text
    assert "En liten kurs Ombud, Norra förvaltningen inom 90 dagar från uppdraget" in plain(answer.text)
    assert state(region, "rep") == [("liten", "not_started")]
    assert state(region, "rep2") == state(region, "employee") == []


def test_a_course_is_asked_of_named_people_by_address_or_id(learned: Learned) -> None:
    region = learned.region
    client = region.as_("coordinator")
    form = {"course_id": "liten", "whom": "people", "role": "everybody", "due": "2026-12-31"}
    wrong = client.post(
        "/requirements/new", data={**form, "people": "anna.ombud@exempel.se\nborta@exempel.se"}
    )
    assert wrong.status_code == 422
    assert "En rad känns inte igen: borta@exempel.se." in wrong.text
    assert asked(region) == []
    assert (
        client.post("/requirements/new", data={**form, "people": "Anna.Ombud@exempel.se\n\n"}).status_code
        == 302
    )
    assert state(region, "rep") == [("liten", "not_started")]
    assert "En namngiven person helst klart 31 december 2026" in plain(client.get("/requirements").text)


@pytest.mark.parametrize(
    "form",
    [
        {"course_id": "finns-inte"},
        {"due": "igår"},
        {"due": "2026-12-31", "within_days": "30"},
        {"within_days": "0"},
        {"within_days": "många"},
        {"whom": "people", "people": ""},
        {"role": "kung"},
    ],
)
def test_what_does_not_make_sense_is_said_and_nothing_is_asked(
    learned: Learned, form: dict[str, str]
) -> None:
    full = {"course_id": "liten", "whom": "role", "role": "rep", **form}
    answer = learned.region.as_("coordinator").post("/requirements/new", data=full)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert asked(learned.region) == []


@both
def test_another_part_of_the_region_cannot_be_asked_or_seen(learned: Learned) -> None:
    """trust 35"""
    region = learned.region
    with region.database.writing() as session:
        mine = require(session, "liten", NOW, None, role=Role.REP, unit_id=region.units["north"]).id
        everywhere = require(session, "liten", NOW, None, role=Role.MANAGER).id
        named = require(session, "liten", NOW, None, person_ids=[region.people["rep"]]).id
    south = region.as_("coordinator2")
    assert "Ingen kurs är begärd än." in south.get("/requirements").text
    for one in (mine, everywhere, named, 99999):
        assert south.get(f"/requirements/{one}").status_code == 404
        assert south.post(f"/requirements/{one}/end").status_code == 404
        data = {"person": region.people["rep"], "code": "decided"}
        assert south.post(f"/requirements/{one}/exempt", data=data).status_code == 404
    form = {"course_id": "liten", "whom": "role", "role": "rep", "unit": str(region.units["clinic"])}
    assert south.post("/requirements/new", data=form).status_code == 404
    theirs = {"course_id": "liten", "whom": "people", "role": "rep", "people": "anna.ombud@exempel.se"}
    assert "känns inte igen" in south.post("/requirements/new", data=theirs).text
    assert south.get("/requirements/renewal").status_code == 404
    assert south.post("/requirements/renewal").status_code == 404
    assert south.post("/requirements/renewal/liten/end").status_code == 404
    assert south.get(f"/requirements/people/{region.people['rep']}").status_code == 404
    assert len(asked(region)) == 3
    for key in ("manager", "rep", "trainer", "admin", "employee"):
        assert region.as_(key).get("/requirements").status_code == 404


def test_of_named_people_each_coordinator_sees_her_own(learned: Learned) -> None:
    """trust 35: what is asked of people in two administrations."""
    region = learned.region
    with region.database.writing() as session:
        both_of_them = [region.people["rep"], region.people["rep2"]]
        shared = require(session, "liten", NOW, None, person_ids=both_of_them).id
    south = region.as_("coordinator2").get(f"/requirements/{shared}").text
    assert "En namngiven person, inget datum." in plain(south)
    assert "Bo Ombud" in south
    assert "Anna Ombud" not in south
    assert "Sluta begära kursen" not in south
    assert region.as_("coordinator2").post(f"/requirements/{shared}/end").status_code == 404
    whole = region.as_("coordinator").get(f"/requirements/{shared}").text
    assert "Sluta begära kursen" in whole
    assert "Anna Ombud" in whole
    assert "Bo Ombud" in whole


def test_somebody_is_exempt_by_a_code_and_asked_again(learned: Learned) -> None:
    region = learned.region
    with region.database.writing() as session:
        requirement = require(session, "liten", NOW, None, unit_id=region.units["clinic"]).id
    client = region.as_("coordinator")
    page = plain(client.get(f"/requirements/{requirement}").text)
    assert "Alla, Barnkliniken, inget datum." in page
    assert "För de här återstår kursen Anna Ombud Barnkliniken" in page
    assert HIDDEN not in page
    data = {"person": region.people["rep"], "code": "on-leave"}
    client.post(f"/requirements/{requirement}/exempt", data=data)
    assert state(region, "rep") == [("liten", "exempt")]
    assert "Undantagna Anna Ombud Ledig från uppdraget" in plain(
        client.get(f"/requirements/{requirement}").text
    )
    client.post(f"/requirements/{requirement}/again", data=data)
    assert state(region, "rep") == [("liten", "not_started")]
    for bad in (
        {"person": region.people["rep"], "code": "sjuk"},
        {"person": region.people["hidden"], "code": "on-leave"},
        {"person": 9999, "code": "on-leave"},
    ):
        assert client.post(f"/requirements/{requirement}/exempt", data=bad).status_code == 404
    client.post(f"/requirements/{requirement}/end")
    assert asked(region) == []


@both
def test_a_course_is_renewed_only_by_a_decision_with_its_reference(learned: Learned) -> None:
    client = learned.region.as_("coordinator")
    form = {"course_id": "liten", "kind": "months", "months": "36", "window_days": "60", "decision": ""}
    answer = client.post("/requirements/renewal", data=form)
    assert answer.status_code == 422
    assert "Skriv beslutets diarienummer." in answer.text
    page = client.post(
        "/requirements/renewal", data={**form, "decision": "RS 2026-0123"}, follow_redirects=True
    ).text
    assert "En liten kurs 36 månader 60 dagar före RS 2026-0123" in plain(page)
    fixed = {
        "course_id": "liten",
        "kind": "day",
        "month": "12",
        "day": "31",
        "window_days": "30",
        "decision": "RS 2026-0124",
    }
    page = plain(client.post("/requirements/renewal", data=fixed, follow_redirects=True).text)
    assert "till 12-31 varje år" in page
    client.post("/requirements/renewal/liten/end")
    with learned.region.database.reading() as session:
        assert session.query(RenewalRule).count() == 0


@both
def test_a_completion_is_registered_by_hand_once(learned: Learned) -> None:
    region = learned.region
    client = region.as_("coordinator")
    address = f"/requirements/people/{region.people['rep']}"
    form = {"course_id": "liten", "on": "2025-09-01", "source": "by_hand"}
    page = client.post(f"{address}/register", data=form, follow_redirects=True).text
    assert "Kursen är registrerad." in page
    assert "En liten kurs 1 september 2025 · källa: registrerad i efterhand Genomförd" in plain(page)
    assert (
        "Det var registrerat redan."
        in client.post(f"{address}/register", data=form, follow_redirects=True).text
    )
    with region.database.reading() as session:
        event = session.query(Event).filter_by(kind=Kind.REGISTERED.value).one()
        assert (event.actor_id, event.data["source"]) == (region.people["coordinator"], "by_hand")
    for bad in ({"on": "2027-01-01"}, {"on": "i våras"}, {"course_id": "finns-inte"}, {"source": "here"}):
        assert client.post(f"{address}/register", data={**form, **bad}).status_code == 422, bad


@both
def test_a_completion_is_withdrawn_with_a_trace_and_its_certificate_says_so(learned: Learned) -> None:
    region = learned.region
    learned.complete("rep")
    with region.database.reading() as session:
        done, paper = session.query(Completion).one(), session.query(Certificate).one()
    client = region.as_("coordinator")
    address = f"/requirements/people/{region.people['rep']}"
    for who, path in (
        ("coordinator2", address),
        ("coordinator", f"/requirements/people/{region.people['rep2']}"),
    ):
        found = region.as_(who).post(
            f"{path}/completions/{done.event_seq}/withdraw", data={"code": "wrong-person"}
        )
        assert found.status_code == 404
        found = region.as_(who).post(
            f"{path}/certificates/{paper.id}/withdraw", data={"code": "wrong-person"}
        )
        assert found.status_code == 404
    assert (
        client.post(f"{address}/completions/{done.event_seq}/withdraw", data={"code": "ilska"}).status_code
        == 404
    )
    page = client.post(
        f"{address}/completions/{done.event_seq}/withdraw",
        data={"code": "wrong-person"},
        follow_redirects=True,
    )
    assert "Tillbakadragen Intyget har dragits tillbaka" in plain(page.text)
    assert "Intyget har dragits tillbaka" in region.anonymous().get(f"/verify/{paper.id}").text
    with region.database.reading() as session:
        trace = session.query(Event).filter_by(kind=Kind.WITHDRAWN.value).one()
        assert (trace.actor_id, trace.data["why"]) == (region.people["coordinator"], "wrong-person")
    assert not any(word in plain(page.text) for word in FORBIDDEN)


def test_only_the_certificate_can_be_withdrawn(learned: Learned) -> None:
    region = learned.region
    learned.complete("rep")
    with region.database.reading() as session:
        paper = session.query(Certificate).one()
    address = f"/requirements/people/{region.people['rep']}"
    region.as_("coordinator").post(f"{address}/certificates/{paper.id}/withdraw", data={"code": "decided"})
    with region.database.reading() as session:
        assert session.query(Completion).one().counts
        assert session.query(Certificate).one().withdrawn is not None


def test_people_are_found_but_never_a_protected_one(learned: Learned) -> None:
    region = learned.region
    client = region.as_("coordinator")
    found = client.get("/requirements/people?q=anna").text
    assert re.findall(r'<a href="/requirements/people/\d+">([^<]+)', found) == ["Anna Ombud"]
    assert "Ingen hittades." in client.get("/requirements/people?q=sigrid").text
    assert client.get(f"/requirements/people/{region.people['hidden']}").status_code == 404


def test_a_result_elsewhere_that_was_not_passed_is_no_completion(learned: Learned) -> None:
    region = learned.region
    with region.database.writing() as session:
        record_elsewhere(
            session, region.people["rep"], "liten", date(2026, 5, 4), False, Source.PORTAL, "k", None, NOW
        )
    page = plain(region.as_("coordinator").get(f"/requirements/people/{region.people['rep']}").text)
    assert "Inte klar än" in page
    assert "underkänd" not in page
