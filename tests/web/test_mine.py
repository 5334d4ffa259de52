"""A learner's own pages: the next step, what remains and how long it takes, what is done, and why."""

import re
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pikepdf
import pytest
from sqlalchemy import update

from course_builder.database.base import Base
from course_builder.learning import notes
from course_builder.learning.certificates import withdraw
from course_builder.learning.completions import record_elsewhere
from course_builder.learning.models import Certificate, Completion, Source
from course_builder.learning.renewal import decide
from course_builder.learning.requirements import exempt, require
from course_builder.library.models import KeptCourse
from course_builder.people.models import Appointment, Person, Role
from course_builder.post import outbox
from course_builder.reports.models import DisclosedRecord, Disclosure, GivenOut, RecordKind
from tests.learning.school import NOW
from tests.web.learned import CANARY, Learned, learned
from tests.web.region import Region, both

__all__ = ["learned"]
FORBIDDEN = ("försenad", " sen ", "utgången", "underkänd", "certifikat", "saknas", "chip bad", "note bad")


def asked(learned: Learned, **how: object) -> int:
    with learned.region.database.writing() as session:
        return require(session, "liten", NOW, None, role=Role.REP, **how).id  # type: ignore[arg-type]


def plain(page: str) -> str:
    main = page[page.index("<main") : page.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def test_nothing_asked_and_nothing_begun(region: Region) -> None:
    page = plain(region.as_("rep").get("/mine").text)
    assert page == (
        "Mina kurser Här är tomt än. När någon begär en kurs av dig syns den här. Du kan också välja själv. "
        "Öppna kurskatalogen Kurskatalog Det som sparas om mig"
    )


@both
def test_what_is_asked_comes_first_with_time_and_day(learned: Learned) -> None:
    asked(learned, due=date(2026, 12, 31))
    page = plain(learned.region.as_("rep").get("/mine").text)
    assert page.startswith("Mina kurser Nästa steg En liten kurs Det här återstår: ")
    assert "på arbetstid. Helst klart 31 december 2026. Börja kursen En liten kurs" in page
    assert "Varför står det så? En liten kurs" in page
    assert not any(word in page for word in FORBIDDEN)


def test_what_is_begun_goes_on_where_she_was(learned: Learned) -> None:
    asked(learned)
    enrolment = learned.open("rep")
    learned.school.read(enrolment, "ett")
    answer = learned.region.as_("rep").get("/mine").text
    page = plain(answer)
    assert "Fortsätt där du var En liten kurs Det här återstår: " in page
    share = re.search(r"Du har gått igenom (\d+) %", page)
    assert share and 0 < int(share[1]) < 100
    assert re.search(r"Det här återstår: [^.]+, på arbetstid\.", page)
    assert " kvar" not in page  # it is said once that it is left
    assert 'href="/learn/liten/"' in answer


def test_as_much_is_gone_through_as_the_player_says(learned: Learned) -> None:
    """38.7 % was 39 here and 38 there."""
    parts = learned.region.app.jinja_env.get_template("mine/parts.html")
    with learned.region.app.test_request_context():
        shown = parts.make_module({}).percent  # type: ignore[attr-defined]  # a macro is an attribute
        assert [shown({"share": share}) for share in (0.387, 0.29, 0.999, 1.0)] == ["38", "29", "99", "100"]


def test_what_nobody_asked_for_is_her_own_choice(learned: Learned) -> None:
    learned.open("employee")
    page = plain(learned.region.as_("employee").get("/mine").text)
    assert "Eget val En liten kurs" in page
    assert "helst klart" not in page


@both
def test_what_is_done_has_its_day_its_source_and_its_certificate(learned: Learned) -> None:
    asked(learned)
    learned.complete("rep")
    client = learned.region.as_("rep")
    answer = client.get("/mine").text
    assert "Inget återstår just nu" in answer
    assert "Det du har gjort" in answer
    assert re.search(
        r'<th scope="row">En liten kurs</th><td><span class="chip ok">.*?21 november 2026</span>', answer
    )
    assert "här</td>" in answer
    paper = re.search(r'href="(/certificates/[0-9a-f]{32}\.pdf)"', answer)
    assert paper
    pdf = client.get(paper[1])
    assert (pdf.status_code, pdf.mimetype, pdf.data[:5]) == (200, "application/pdf", b"%PDF-")
    assert learned.region.as_("rep2").get(paper[1]).status_code == 404  # trust 35
    assert learned.region.as_("manager").get(paper[1]).status_code == 404
    assert learned.region.anonymous().get(paper[1]).status_code == 302


def test_a_withdrawn_certificate_is_not_printed(learned: Learned) -> None:
    learned.complete("rep")
    with learned.region.database.writing() as session:
        paper = session.query(Certificate).one()
        withdraw(session, paper.id, "wrong-person", None, NOW)
    client = learned.region.as_("rep")
    assert client.get(f"/certificates/{paper.id}.pdf").status_code == 404
    assert "Intyget har dragits tillbaka" in client.get("/mine").text


def test_a_refresher_is_due_only_where_a_region_has_decided(learned: Learned) -> None:
    asked(learned)
    learned.complete("rep")
    region = learned.region
    region.time.pass_(days=365)
    assert "Dags för uppdatering" not in region.as_("rep").get("/mine").text
    renewed_after(learned, months=13)
    client = region.as_("rep")
    page = plain(client.get("/mine").text)
    assert "Genomförd 21 november 2026, gäller till 21 december 2027. Det du gjorde står kvar." in page
    assert "Gå kursen igen" in page
    region.time.pass_(days=60)
    page = plain(region.as_("rep").get("/mine").text)
    assert page.startswith("Mina kurser Dags för uppdatering En liten kurs Det här återstår:")
    assert not any(word in page for word in FORBIDDEN)


def renewed_after(learned: Learned, months: int) -> None:
    """The region decides how long the course holds."""
    rule = {"months": months, "fixed": None, "window_days": 60, "refresher_course_id": None}
    with learned.region.database.writing() as session:
        decide(session, "liten", **rule, decision="RS 2026-77")


def test_the_day_of_the_refresher_is_a_calendar_file(learned: Learned) -> None:
    learned.complete("rep")
    client = learned.region.as_("rep")
    assert client.get("/mine/renewal/liten.ics").status_code == 404
    renewed_after(learned, months=13)
    assert 'href="/mine/renewal/liten.ics"' in client.get("/mine").text
    file = client.get("/mine/renewal/liten.ics")
    assert file.mimetype == "text/calendar"
    assert b"DTSTART;VALUE=DATE:20271022" in file.data
    assert b"Anna" not in file.data
    assert learned.region.as_("employee").get("/mine/renewal/liten.ics").status_code == 404


@pytest.mark.parametrize(
    ("key", "address"),
    [
        ("employee", "/mine"),
        ("rep", "/mine"),
        ("external", "/mine"),
        ("manager", "/unit"),
        ("trainer", "/courses/"),
        ("coordinator", "/coverage"),
    ],
)
def test_each_begins_where_she_has_most_to_do(region: Region, key: str, address: str) -> None:
    assert region.as_(key).get("/").location == address


def test_the_paper_leads_to_the_page_that_verifies_it(learned: Learned) -> None:
    learned.complete("rep")
    client = learned.region.as_("rep")
    address = re.search(r'href="(/certificates/([0-9a-f]{32})\.pdf)"', client.get("/mine").text)
    assert address
    with pikepdf.open(BytesIO(client.get(f"{address[1]}?lang=en").data)) as document:
        link = next(str(note.A.URI) for note in document.pages[0].Annots if "/A" in note)
        assert document.Root.Lang == "en"
    assert link == f"http://localhost/verify/{address[2]}"
    assert learned.region.anonymous().get(link).status_code == 200


def test_no_list_from_the_portal_is_not_held_against_her(learned: Learned) -> None:
    asked(learned)
    with learned.region.database.writing() as session:
        kept = session.get_one(KeptCourse, "liten")
        kept.taken, kept.staff_link, kept.external_link = (
            "portal",
            "https://lok.exempel.se/1",
            "https://ext.exempel.se/1",
        )
    client = learned.region.as_("rep")
    answer = client.get("/mine").text
    assert "Därför vet vi inte om du har gått kursen." in answer
    assert 'href="https://lok.exempel.se/1"' in answer
    assert "/learn/liten/start" not in answer
    with learned.region.database.writing() as session:
        record_elsewhere(
            session,
            learned.region.people["rep"],
            "liten",
            date(2026, 5, 4),
            True,
            Source.PORTAL,
            "k",
            None,
            NOW,
        )
    page = plain(client.get("/mine").text)
    assert "En liten kurs 4 maj 2026 portalen" in page


def test_exempt_is_neither_done_nor_remaining(learned: Learned) -> None:
    requirement = asked(learned)
    with learned.region.database.writing() as session:
        exempt(session, requirement, learned.region.people["rep"], "done-before", None, NOW)
    page = plain(learned.region.as_("rep").get("/mine").text)
    assert "Undantagen En liten kurs" in page
    assert "Det här återstår" not in page


def test_why_shows_the_events_behind_it(learned: Learned) -> None:
    asked(learned, due=date(2026, 12, 31))
    learned.complete("rep")
    page = plain(learned.region.as_("rep").get("/mine/why/liten").text)
    for line in ("Kursen begärs för dig, helst klar 31 december 2026.", "Kursen påbörjades i version 1.",
                 "Genomförd 21 november 2026, godkänd. Källa: här.", "Intyg utfärdades."):  # fmt: skip
        assert line in page, line
    assert learned.region.as_("rep").get("/mine/why/finns-inte").status_code == 404
    assert learned.region.as_("employee").get("/mine/why/liten").status_code == 404


def test_the_catalogue_says_for_whom_and_where(learned: Learned) -> None:
    client = learned.region.as_("rep")
    page = plain(client.get("/catalogue").text)
    assert page.startswith("Kurskatalog Kurserna går du på arbetstid.")
    assert "Ombud Görs här Ej påbörjad Börja kursen En liten kurs" in page
    assert "Ingen kurs riktar sig till den målgruppen." in client.get("/catalogue?for=chef").text
    with learned.region.database.writing() as session:
        kept = session.get_one(KeptCourse, "liten")
        kept.taken, kept.staff_link, kept.external_link = (
            "both",
            "https://lok.exempel.se/1",
            "https://ext.exempel.se/1",
        )
    both_ways = client.get("/catalogue").text
    assert "Görs här eller i portalen" in both_ways
    assert 'href="https://lok.exempel.se/1"' in both_ways
    outside = learned.region.as_("external").get("/catalogue").text
    assert 'href="https://ext.exempel.se/1"' in outside
    assert 'href="https://lok.exempel.se/1"' not in outside


def test_an_empty_catalogue_says_so(region: Region) -> None:
    assert "Här finns ingen kurs än." in region.as_("rep").get("/catalogue").text


@both
def test_everything_stored_about_her_is_shown_and_can_be_taken_along(learned: Learned) -> None:
    learned.complete("rep")
    region = learned.region
    with region.database.writing() as session:
        notes.keep(session, region.people["rep"], "liten", "tanke", f"{CANARY} när jag lyssnade", NOW)
        notes.keep(session, region.people["rep2"], "liten", "tanke", "En annans ord", NOW)
        session.execute(update(Person).where(Person.id == region.people["rep"]).values(time_factor=1.5))
    client = region.as_("rep")
    page = client.get("/my-data").text
    assert CANARY in page
    assert "anna.ombud@exempel.se" in page
    assert "En annans ord" not in page
    told = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", page)
    assert [name for name, _ in told if re.fullmatch("[a-z_]+", name)] == []
    assert [value for _, value in told if re.match(r"\d{4}-\d\d-\d\d", value)] == []
    factor = ("Mer tid där tiden räknas, antal gånger", "1,5")
    assert {("Uppdrag", "ombud"), ("Källa", "här"), ("Språk", "Svenska"), factor} <= set(told)
    data = client.get("/my-data.json").get_json()
    assert data["stored"]["person"][0]["sort_name"] == "anna ombud"
    assert data["stored"]["person"][0]["name"] == "Anna Ombud"
    assert [row["text"] for row in data["stored"]["note"]] == [f"{CANARY} när jag lyssnade"]
    assert len(data["stored"]["answer"]) == 3
    assert len(data["stored"]["certificate"]) == 1
    text = client.get("/my-data.json").text + page
    for secret in ("token_hash", 'csrf"', "password_hash", "Bo Ombud"):
        assert secret not in text.replace('name="csrf"', "").replace('name="csrf_token"', ""), secret
    for key in ("rep2", "manager", "admin", "coordinator"):
        assert CANARY not in region.as_(key).get("/my-data.json").text


def test_a_note_is_hers_to_delete_and_nobody_elses(learned: Learned) -> None:
    region = learned.region
    with region.database.writing() as session:
        notes.keep(session, region.people["rep"], "liten", "tanke", "Mina ord", NOW)
    named = {"course_id": "liten", "question_id": "tanke"}
    assert region.as_("rep2").post("/my-data/notes/delete", data=named).status_code == 302
    client = region.as_("rep")
    assert "Mina ord" in client.get("/my-data").text
    answer = client.post("/my-data/notes/delete", data=named, follow_redirects=True)
    assert "Anteckningen är borttagen." in answer.text
    assert "Mina ord" not in answer.text


def test_a_letter_that_opens_an_account_keeps_its_link(region: Region) -> None:
    with region.database.writing() as session:
        outbox.write(
            session, "a@b.se", "Inbjudan", "https://x/hemlig-länk", "invite", None, NOW, region.people["rep"]
        )
        outbox.write(
            session, "a@b.se", "Hej", "Det här återstår: kurs", "reminder", None, NOW, region.people["rep"]
        )
    text = region.as_("rep").get("/my-data.json").get_json()["stored"]["letter"]
    assert [letter["body"] for letter in text] == ["Det här återstår: kurs", ""]


def test_what_was_given_out_about_her_is_told(learned: Learned) -> None:
    region = learned.region
    learned.complete("rep")
    with region.database.writing() as session:
        seq = session.query(Completion).filter_by(person_id=region.people["rep"]).one().event_seq
        who, where = region.people["coordinator"], region.units["region"]
        asked = Disclosure(reference="RS 2026-9", asked_for="Allt", unit_id=where, made=NOW, made_by_id=who)
        session.add(asked)
        session.flush()
        session.add(
            DisclosedRecord(disclosure_id=asked.id, kind=RecordKind.COMPLETION, of=str(seq), original={})
        )
        session.add(
            GivenOut(
                disclosure_id=asked.id,
                name="r.csv",
                media_type="text/csv",
                content=b"",
                sha256="",
                records=1,
                masked=0,
                at=NOW,
                by_id=who,
            )
        )
    assert "21 november 2026 Kurser du har genomfört RS 2026-9" in plain(
        region.as_("rep").get("/my-data").text
    )
    assert "RS 2026-9" not in region.as_("employee").get("/my-data").text


def test_every_table_that_names_a_person_is_in_it(region: Region) -> None:
    data = region.as_("rep").get("/my-data.json").get_json()["stored"]
    naming = {
        table.name
        for table in Base.metadata.tables.values()
        if any(
            key.column.table.name == "person" and key.parent.name == "person_id" for key in table.foreign_keys
        )
    }
    assert naming - {"person_word"} <= data.keys()
    assert {
        "person",
        "event",
        "answer",
        "attempt",
        "part_read",
        "letter",
        "certificate",
        "identity",
        "sign_in",
        "meeting_attendance_change",
    } <= data.keys()


def test_times(learned: Learned) -> None:
    """A completion just before midnight in Sweden is of that day."""
    late = datetime(2026, 11, 20, 22, 30, tzinfo=UTC)
    learned.complete("rep", late)
    learned.region.time.now = late + timedelta(days=1)
    assert "20 november 2026" in learned.region.as_("rep").get("/mine").text


def test_what_others_have_changed_about_her_is_hers_to_see(learned: Learned) -> None:
    region = learned.region
    with region.database.reading() as session:
        held = session.query(Appointment).filter_by(person_id=region.people["rep"]).one().id
    karin = region.as_("coordinator")
    karin.post(
        f"/people/appointments/{held}/hand_over",
        data={"person": region.people["employee"], "on": "2026-11-23"},
    )
    changes = region.as_("rep").get("/my-data.json").get_json()["stored"]["people_change"]
    assert [(one["kind"], one["was"], one["is"]) for one in changes] == [
        ("appointment", "", "ends: 2026-11-23")
    ]
    assert "Ändringar av ditt uppdrag eller konto" in region.as_("rep").get("/my-data").text
