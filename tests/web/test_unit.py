"""A unit: its manager sees names and what remains, its representative numbers, nobody an answer or a result (trust 43)."""

import re
from datetime import date, timedelta
from io import BytesIO

from openpyxl import load_workbook

from course_builder.learning import notes
from course_builder.learning.completions import record_elsewhere
from course_builder.learning.models import Source
from course_builder.learning.requirements import exempt, require
from course_builder.people.appointments import appoint
from course_builder.people.models import Person, Role, Unit
from course_builder.people.persons import add
from course_builder.post.models import Letter
from course_builder.post.outbox import log
from tests.learning.school import NOW
from tests.web.learned import CANARY, Learned, learned
from tests.web.region import HIDDEN, Region, both
from tests.web.test_mine import FORBIDDEN, plain

__all__ = ["learned"]


def ask_all(region: Region, **how: object) -> int:
    with region.database.writing() as session:
        return require(session, "liten", NOW, None, unit_id=region.units["north"], **how).id  # type: ignore[arg-type]


def colleagues(region: Region, many: int, unit: str = "clinic") -> list[int]:
    """More people of the unit, called Kollega 01 and so on."""
    with region.database.writing() as session:
        place = session.get_one(Unit, region.units[unit])
        made = [add(session, f"Kollega {n:02}", f"kollega{n}@exempel.se").id for n in range(many)]
        for person_id in made:
            appoint(session, person_id, place, Role.EMPLOYEE, date(2026, 1, 1), title="Sjuksköterska")
    return made


def done(region: Region, person_ids: list[int]) -> None:
    with region.database.writing() as session:
        for person_id in person_ids:
            record_elsewhere(
                session, person_id, "liten", date(2026, 5, 4), True, Source.APT, f"k{person_id}", None, NOW
            )


def clinic(learned: Learned) -> str:
    return f"/unit/{learned.region.units['clinic']}"


@both
def test_the_manager_sees_who_is_done_and_for_whom_it_remains(learned: Learned) -> None:
    region = learned.region
    ask_all(region, due=date(2026, 12, 31))
    learned.complete("rep")
    learned.open("employee")
    answer = region.as_("manager").get("/unit", follow_redirects=True).text
    page = plain(answer)
    assert "1 av 3 är klara" in page
    assert "1 klara 1 på väg 1 har inte börjat Du ser vem som är klar. Du ser inte svaren." in page
    assert re.findall(r'<th scope="row">([^<]+)', answer) == ["Anna Ombud", "Elin Medarbetare", "Maria Chef"]
    assert "Anna Ombud Genomförd 21 november 2026 Varför står det så?" in page
    assert "Elin Medarbetare Påbörjad helst klart 31 december 2026" in page
    assert "Maria Chef Ej påbörjad helst klart 31 december 2026" in page
    assert "Påminn en person…" in page  # Elin: nobody reminds herself
    assert answer.count('<i class="y"></i>') == 2  # one arch, one in the legend
    assert not any(word in page for word in FORBIDDEN)


@both
def test_nothing_of_what_she_answered_and_no_result_is_in_any_page_of_the_unit(learned: Learned) -> None:
    region = learned.region
    ask_all(region)
    enrolment = learned.open("rep")
    learned.school.complete(enrolment)
    with region.database.writing() as session:
        notes.keep(session, region.people["rep"], "liten", "tanke", CANARY, NOW)
    for key in ("manager", "coordinator"):
        client = region.as_(key)
        address = clinic(learned)
        pages = [
            client.get(address).text, client.get(f"{address}/why/{region.people['rep']}/liten").text,
            client.get(f"{address}/export?format=csv&names=yes").text, client.get(f"{address}/export?format=csv").text,
            client.get(f"{address}/remind").text,
        ]  # fmt: skip
        for page in pages:
            assert CANARY not in page
            assert HIDDEN not in page
            for word in ("poäng", "försök", "godkänd", "Godkänd", "Provet", "lästes"):
                assert word not in page, word


def test_why_tells_the_manager_what_happened_and_no_more(learned: Learned) -> None:
    region = learned.region
    ask_all(region, due=date(2026, 12, 31))
    learned.complete("rep")
    page = plain(region.as_("manager").get(f"{clinic(learned)}/why/{region.people['rep']}/liten").text)
    assert "Kursen är begärd, helst klar 31 december 2026." in page
    assert "Kursen påbörjades." in page
    assert "Kursen genomfördes 21 november 2026. Källa: här." in page


def test_the_representative_sees_numbers_and_never_names(learned: Learned) -> None:
    region = learned.region
    ask_all(region)
    made = colleagues(region, 11)
    done(region, made[:10])
    client = region.as_("rep")
    answer = client.get(clinic(learned)).text
    page = plain(answer)
    assert "Minst 10 av 14 är klara" in page
    assert answer.count('<i class="u"></i>') == 5
    for name in ("Kollega", "Elin Medarbetare", "Maria Chef", HIDDEN):
        assert name not in answer
    assert client.get(f"{clinic(learned)}/why/{made[0]}/liten").status_code == 404
    assert client.get(f"{clinic(learned)}/remind").status_code == 404
    assert client.post(f"{clinic(learned)}/remind").status_code == 404
    assert client.get(f"{clinic(learned)}/export?names=yes").status_code == 404
    sheet = load_workbook(BytesIO(client.get(f"{clinic(learned)}/export").data)).active
    assert sheet is not None
    assert [tuple(row) for row in sheet.iter_rows(values_only=True)] == [
        ("Kurs", "Antal", "Klara"), ("En liten kurs", 14, "minst 10"),
    ]  # fmt: skip


def test_too_few_to_count_is_said_in_words(learned: Learned) -> None:
    ask_all(learned.region)
    page = plain(learned.region.as_("rep").get(clinic(learned)).text)
    assert "För få för att räkna" in page
    assert "3" not in page.replace("färre än 5", "")


@both
def test_another_unit_is_not_there(learned: Learned) -> None:
    """trust 35: two administrations with mirrored data."""
    region = learned.region
    ask_all(region)
    for key in ("manager2", "rep2", "coordinator2", "trainer", "admin", "employee"):
        client = region.as_(key)
        for rest in ("", f"/why/{region.people['rep']}/liten", "/export", "/remind"):
            assert client.get(clinic(learned) + rest).status_code == 404, (key, rest)
        assert client.post(f"{clinic(learned)}/remind").status_code == 404, key
    manager = region.as_("manager")
    for other in (region.units["emergency"], region.units["north"], region.units["centre"], 99999):
        assert manager.get(f"/unit/{other}").status_code == 404
    assert manager.get(f"{clinic(learned)}/why/{region.people['rep2']}/liten").status_code == 404
    assert manager.get(f"{clinic(learned)}/why/{region.people['hidden']}/liten").status_code == 404
    assert manager.get(f"{clinic(learned)}/why/{region.people['rep']}/annan").status_code == 404


def test_a_reminder_is_seen_before_it_is_sent_and_goes_out_once_a_week(learned: Learned) -> None:
    region = learned.region
    ask_all(region, due=date(2026, 12, 31))
    learned.complete("rep")
    with region.database.writing() as session:
        bo = Person(name="Bo Nyanställd")
        session.add(bo)
        session.flush()
        appoint(
            session, bo.id, session.get_one(Unit, region.units["clinic"]), Role.EMPLOYEE, date(2026, 2, 1)
        )
    client = region.as_("manager")
    address = f"{clinic(learned)}/remind"
    seen = plain(client.get(address).text)
    assert "Det här återstår Hej Elin Medarbetare! Det här återstår: - En liten kurs, ungefär" in seen
    assert "helst klart 31 december 2026 Kurserna går du på arbetstid." in seen
    assert "Skicka till en person" in seen
    assert "Har ingen e-postadress här Bo Nyanställd" in seen
    assert letters(region) == []
    first = client.post(address, follow_redirects=True)
    assert "En påminnelse är på väg." in first.text
    again = plain(client.post(address, follow_redirects=True).text)
    assert "0 påminnelser är på väg." in again
    assert "Har fått en påminnelse den senaste veckan" in again
    assert [(one.to, one.subject) for one in letters(region)] == [
        ("elin.medarbetare@exempel.se", "Det här återstår")
    ]
    assert "Maria Chef, Barnkliniken" in letters(region)[0].body
    region.time.pass_(days=6)
    region.as_("manager").post(address)
    assert len(letters(region)) == 1
    region.time.now += timedelta(days=2)
    region.as_("manager").post(address)
    assert len(letters(region)) == 2


def letters(region: Region) -> list[Letter]:
    with region.database.reading() as session:
        return log(session)


def test_whoever_is_exempt_or_done_gets_no_reminder(learned: Learned) -> None:
    region = learned.region
    requirement = ask_all(region)
    learned.complete("rep")
    with region.database.writing() as session:
        for key in ("employee", "manager"):
            exempt(session, requirement, region.people[key], "on-leave", None, NOW)
    client = region.as_("manager")
    page = plain(client.get(clinic(learned)).text)
    assert "1 av 1 är klara" in page
    assert "Undantagen" in page
    assert "Påminn" not in page
    assert "Ingen behöver en påminnelse just nu." in client.get(f"{clinic(learned)}/remind").text


def test_the_list_can_be_had_with_names_by_the_manager(learned: Learned) -> None:
    region = learned.region
    ask_all(region)
    learned.complete("rep")
    data = region.as_("manager").get(f"{clinic(learned)}/export?names=yes").data
    sheet = load_workbook(BytesIO(data)).active
    assert sheet is not None
    rows = [tuple(row) for row in sheet.iter_rows(values_only=True)]
    assert rows[0] == ("Namn", "Kurs", "Läge", "Genomförd", "Helst klart")
    assert [row[:3] for row in rows[1:]] == [
        ("Anna Ombud", "En liten kurs", "Genomförd"), ("Elin Medarbetare", "En liten kurs", "Ej påbörjad"),
        ("Maria Chef", "En liten kurs", "Ej påbörjad"),
    ]  # fmt: skip


def test_an_empty_unit_says_what_will_be_here(region: Region) -> None:
    page = plain(region.as_("manager").get("/unit", follow_redirects=True).text)
    assert "Ingen kurs är begärd för enheten än." in page
    assert "Ert ombud Anna Ombud" in page


def test_the_manager_is_told_of_a_unit_without_a_rep(region: Region) -> None:
    with region.database.writing() as session:
        appoint(
            session,
            region.people["manager"],
            session.get_one(Unit, region.units["emergency"]),
            Role.MANAGER,
            date(2026, 2, 1),
        )
    client = region.as_("manager")
    assert re.findall(r'<li><a href="/unit/\d+">([^<]+)', client.get("/unit").text) == [
        "Barnakuten",
        "Barnkliniken",
    ]
    shown = client.get(f"/unit/{region.units['emergency']}").text
    assert "Enheten saknar ombud" in plain(shown)
    assert '<a href="mailto:karin.samordnare@exempel.se">Karin Samordnare</a>' in shown


def test_a_manager_of_more_is_told_which_of_her_units(region: Region) -> None:
    with region.database.writing() as session:
        north = session.get_one(Unit, region.units["north"])
        appoint(session, region.people["manager"], north, Role.MANAGER, date(2026, 2, 1))
    page = plain(region.as_("manager").get(f"/unit/{region.units['north']}").text)
    assert "En enhet utan ombud Barnakuten" in page
    assert "Enheten saknar ombud" not in page


def test_a_long_list_comes_a_page_at_a_time(learned: Learned) -> None:
    region = learned.region
    ask_all(region)
    colleagues(region, 60)
    client = region.as_("manager")
    first = client.get(clinic(learned)).text
    assert len(re.findall(r'<th scope="row">', first)) == 50
    assert "Visar 1–50 av 63" in first
    last = client.get(f"{clinic(learned)}?page=99").text
    assert len(re.findall(r'<th scope="row">', last)) == 13
