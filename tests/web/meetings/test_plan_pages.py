"""The pages of a plan: for its leaders and those of the unit, and what each change does, with scripts and without."""

import html
import re
import subprocess
from datetime import date
from io import BytesIO

import pytest
from pikepdf import Pdf

from course_builder.meetings.models import AgreedAction, Attendee, Meeting
from tests.meetings.held import OTHERS, Held, publish
from tests.web.region import HIDDEN, Region, both

CORNERS, CHECK_IN = "wbcj", "vxdm"
BOARD = {"X-Part": "board"}


def at(held: Held, rest: str = "") -> str:
    return f"/apt/{held.meeting_id}{rest}"


def plain(answer: str) -> str:
    """What a reader sees, in one line."""
    body = answer.split("<main", 1)[-1].split("<footer", 1)[0]
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", body)).split())


PAGES = (
    "",
    "/when",
    "/people",
    "/send/invitation",
    "/send/agenda",
    "/send/agenda.pdf",
    "/send/invitation.pdf",
    "/calendar.ics",
)


def test_the_plan_is_for_its_leaders_and_those_of_the_unit(held: Held) -> None:
    """trust 34"""
    region = held.region
    for page in PAGES:
        for key, status in (
            ("manager", 200), ("rep", 200), ("coordinator", 200), ("employee", 404), ("manager2", 404), ("rep2", 404),
            ("coordinator2", 404), ("trainer", 404), ("admin", 404), ("external", 404),
        ):  # fmt: skip
            assert region.as_(key).get(at(held, page)).status_code == status, (page, key)
        assert region.anonymous().get(at(held, page)).status_code in (302, 401)


CHANGES = (
    ("/plan", {"do": "remove", "step": CORNERS}), ("/plan/1/undo", {}), ("/when", {"day": "2027-01-01", "at": "10:00", "minutes": "60"}),
    ("/cancel", {}), ("/restore", {}), ("/longer", {"minutes": "90"}), ("/film", {"version": "described"}),
    ("/people", {"do": "unit"}), ("/send/invitation/sent", {}),
)  # fmt: skip


def test_nobody_else_changes_anything(held: Held) -> None:
    """trust 34"""
    region, before = held.region, held.meeting()
    for path, form in CHANGES:
        for key in ("employee", "manager2", "trainer", "coordinator2"):
            assert region.as_(key).post(at(held, path), data=form).status_code == 404, (path, key)
    now = held.meeting()
    assert (now.plan, now.plan_revision, now.starts, now.cancelled, now.invited_on) == (
        before.plan,
        1,
        before.starts,
        None,
        None,
    )


@both
def test_a_unit_plans_its_own_hour_from_nothing(region: Region) -> None:
    anna = region.as_("rep")
    assert "Ingen APT-timme är planerad än." in plain(anna.get("/apt").text)
    assert "Ingen APT-timme är publicerad än." in plain(anna.get("/apt/new").text)
    release = publish(region)
    page = anna.get("/apt/new").text
    assert f'value="{release.id}:60" checked' in page
    assert f'value="{region.people["manager"]}" selected>Maria Chef' in page
    assert f'value="{region.people["rep"]}" selected>Anna Ombud' in page
    assert HIDDEN not in page
    form = {
        "unit": region.units["clinic"], "what": f"{release.id}:30", "day": "2026-12-10", "at": "14:00", "length": "60",
        "manager": region.people["manager"], "rep": region.people["rep"], "whom": "list",
    }  # fmt: skip
    answer = anna.post("/apt/new", data=form)
    assert answer.status_code == 302
    page = plain(anna.get(answer.location).text)
    assert "Timmen är planerad. Ändra vad du vill." in page
    assert "När Torsdag 10 december 2026, 14.00–14.30 Enhet Barnkliniken Leder Maria Chef och Anna Ombud Väntas 3 personer" in page  # fmt: skip
    assert "30 minuter av 30" in page
    assert "Torsdag 10 december 2026, 14.00–14.30" in plain(anna.get("/apt").text)


@both
def test_where_it_is_held_stands_wherever_the_hour_does(region: Region) -> None:
    release, anna = publish(region), region.as_("rep")
    form = {
        "unit": region.units["clinic"], "what": f"{release.id}:30", "day": "2026-12-10", "at": "14:00", "whom": "list",
        "rep": region.people["rep"], "place": "Konferensrummet, <plan 3>",
    }  # fmt: skip
    address = str(anna.post("/apt/new", data=form).location)
    assert "Var Konferensrummet, <plan 3> Enhet" in plain(anna.get(address).text)
    assert "30 min · Konferensrummet, <plan 3>" in plain(anna.get("/apt").text)
    for page in ("/send/invitation", "/send/agenda"):
        assert "Var: Konferensrummet, &lt;plan 3&gt;\n" in anna.get(address + page).text
    assert "LOCATION:Konferensrummet\\, <plan 3>\r\n" in anna.get(f"{address}/calendar.ics").text
    assert "Barnkliniken · Konferensrummet, <plan 3> · " in plain(anna.get(f"{address}/guide").text)
    pdf = anna.get(f"{address}/send/invitation.pdf").data
    made = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    assert "Konferensrummet, <plan 3>" in made.stdout.decode()
    wrong = anna.post("/apt/new", data={**form, "place": "x" * 201})
    assert (wrong.status_code, "Skriv platsen kortare, högst 200 tecken." in wrong.text) == (422, True)


def test_another_place_has_its_way_back(held: Held) -> None:
    maria, people = held.region.as_("manager"), held.region.people
    form = {
        "day": "2026-12-10",
        "at": "14:00",
        "minutes": "60",
        "manager": people["manager"],
        "rep": people["rep"],
    }
    page = maria.post(at(held, "/when"), data={**form, "place": "Matsalen"}, follow_redirects=True).text
    assert "Var Matsalen" in plain(page)
    assert "Platsen är ändrad. Skicka kalenderfilen igen, så står den i allas kalendrar. Ångra" in plain(page)
    assert 'name="place" value="Matsalen"' in maria.get(at(held, "/when")).text
    assert "SEQUENCE:1" in maria.get(at(held, "/calendar.ics")).text
    back = re.search(r'<div class="toast".*?action="([^"]+)"', page, re.DOTALL)
    assert back is not None
    maria.post(back[1])
    assert "Matsalen" not in plain(maria.get(at(held)).text)
    assert held.meeting().place == ""
    wrong = maria.post(at(held, "/when"), data={**form, "place": "Hos 121212-1212"})
    assert (wrong.status_code, "Platsen liknar ett personnummer." in wrong.text) == (422, True)


def test_a_film_discussion_and_a_length_make_an_hour(region: Region) -> None:
    release, maria = publish(region), region.as_("manager")
    form = {
        "unit": region.units["clinic"], "what": f"{release.id}:vantrummet", "length": "30", "day": "2026-12-10", "at": "14:00",
        "rep": region.people["rep"], "whom": "number", "expected": "12",
    }  # fmt: skip
    page = plain(maria.get(maria.post("/apt/new", data=form).location).text)
    assert "30 minuter av 30" in page
    assert "Väntas 12 personer Plan Väntrummet" in page
    assert "Hos oss" in page


@pytest.mark.parametrize("typed", ["-5", "0", "elva", "1001", "99999999999999999999"])
def test_what_is_no_number_of_people_is_refused_and_nothing_is_changed(held: Held, typed: str) -> None:
    region = held.region
    release, maria = publish(region), region.as_("manager")
    form = {
        "unit": region.units["clinic"], "what": f"{release.id}:60", "day": "2026-12-10", "at": "14:00",
        "rep": region.people["rep"], "whom": "number", "expected": typed,
    }  # fmt: skip
    said = "Skriv hur många som väntas med siffror, mellan 1 och 1000."
    refused = maria.post("/apt/new", data=form)
    assert (refused.status_code, said in plain(refused.text), f'value="{typed}"' in refused.text) == (422, True, True)  # fmt: skip
    before = held.meeting().expected
    refused = maria.post(at(held, "/people"), data={"do": "number", "number": typed})
    assert (refused.status_code, said in plain(refused.text)) == (422, True)
    assert held.meeting().expected == before


def test_a_number_that_is_not_known_yet_may_be_left_out(held: Held) -> None:
    maria = held.region.as_("manager")
    for typed, expected in [("12", 12), ("", None)]:
        maria.post(at(held, "/people"), data={"do": "number", "number": typed})
        assert held.meeting().expected == expected


def test_what_is_missing_or_not_hers_is_refused(region: Region) -> None:
    release, maria = publish(region), region.as_("manager")
    right = {
        "unit": region.units["clinic"], "what": f"{release.id}:60", "day": "2026-12-10", "at": "14:00",
        "rep": region.people["rep"],
    }  # fmt: skip
    assert "Välj en plan, en dag och en tid." in plain(
        maria.post("/apt/new", data={**right, "day": "snart"}).text
    )
    assert "Välj minst en som leder timmen." in plain(maria.post("/apt/new", data={**right, "rep": ""}).text)
    stranger = {**right, "rep": region.people["rep2"]}
    assert "Välj minst en som leder timmen." in plain(maria.post("/apt/new", data=stranger).text)
    assert maria.post("/apt/new", data={**right, "unit": region.units["centre"]}).status_code == 404
    assert maria.post("/apt/new", data={**right, "what": f"{release.id}:7"}).status_code == 404
    assert region.as_("employee").get("/apt/new").status_code == 404


@both
def test_minutes_that_do_not_fit_are_shortened_by_one_press(held: Held) -> None:
    maria = held.region.as_("manager")
    answer = maria.post(
        at(held, "/plan"), data={"do": "minutes", "step": CORNERS, "minutes": "8", "was": "5"}, headers=BOARD
    )
    said = plain(answer.text)
    assert "63 minuter av 60" in said
    assert "3 minuter för mycket. Korta Fyra hörn från 8 till 5 min, så går det jämnt upp." in said
    assert "Fyra hörn: 8 min. 63 minuter av 60." in said
    assert "<html" not in answer.text
    said = plain(maria.post(at(held, "/plan"), data={"do": "shorten"}, headers=BOARD).text)
    assert "60 minuter av 60" in said
    assert "Planen är kortad." in said


def test_without_scripts_each_change_has_its_way_back(held: Held) -> None:
    maria = held.region.as_("manager")
    answer = maria.post(at(held, "/plan"), data={"do": "remove", "step": CORNERS})
    assert (answer.status_code, answer.location) == (302, at(held, "#plan"))
    page = maria.get(at(held)).text
    assert "Fyra hörn är borttagen." in plain(page)
    back = re.search(r'<div class="toast".*?action="([^"]+)"', page, re.DOTALL)
    assert back is not None
    assert back[1] == at(held, "/plan/2/undo")
    maria.post(back[1])
    page = plain(maria.get(at(held)).text)
    assert "Ändringen är ångrad. Gör om" in page
    assert "60 minuter av 60" in page


def test_two_leaders_at_once_are_told_and_lose_nothing(held: Held) -> None:
    maria, anna = held.region.as_("manager"), held.region.as_("rep")
    typed = {"do": "minutes", "step": CORNERS, "was": "5"}
    assert maria.post(at(held, "/plan"), data={**typed, "minutes": "8"}, headers=BOARD).status_code == 200
    answer = anna.post(at(held, "/plan"), data={**typed, "minutes": "3"}, headers=BOARD)
    assert answer.status_code == 409
    said = plain(answer.text)
    assert "Någon annan har satt punkten till 8 min medan du skrev 3." in said
    assert "63 minuter av 60" in said
    other = {"do": "minutes", "step": CHECK_IN, "was": "4", "minutes": "1"}
    assert "60 minuter av 60" in plain(anna.post(at(held, "/plan"), data=other, headers=BOARD).text)
    stale = maria.post(at(held, "/plan/2/undo"), headers=BOARD)
    assert stale.status_code == 409
    assert "Planen visas" in plain(stale.text) or "visas som den är nu" in plain(stale.text)
    assert "Planen ändrades senast av Anna Ombud." in plain(maria.get(at(held)).text)


@pytest.mark.parametrize(
    "form",
    [
        {"do": "minutes", "step": CORNERS, "minutes": "nio"},
        {"do": "minutes", "step": "saknas", "minutes": "5"},
        {"do": "add", "title": "", "minutes": "5"},
        {"do": "add", "title": "Fall 121212-1212", "minutes": "5"},
        {"do": "add", "chosen": CORNERS},
    ],
)
def test_what_makes_no_sense_is_told_and_changes_nothing(held: Held, form: dict[str, str]) -> None:
    answer = held.region.as_("rep").post(at(held, "/plan"), data=form, headers=BOARD)
    assert answer.status_code == 409
    assert 'class="note bad"' in answer.text
    assert held.meeting().plan_revision == 1


def test_an_own_item_stands_in_the_agenda_with_its_text(held: Held) -> None:
    anna = held.region.as_("rep")
    form = {
        "do": "add",
        "title": "Nya rutinen",
        "minutes": "4",
        "form": "bikupa",
        "lead": "ombud",
        "text": "<b>Läs</b>",
    }
    answer = anna.post(at(held, "/plan"), data=form, headers=BOARD)
    assert "Nya rutinen är tillagd som punkt 14." in plain(answer.text)
    assert "&lt;b&gt;Läs&lt;/b&gt;" in answer.text
    own = next(row["id"] for row in held.meeting().plan if row["id"].startswith("own-"))
    said = anna.post(
        at(held, "/plan"), data={**form, "do": "own", "step": own, "title": "Rutinen"}, headers=BOARD
    ).text
    assert "Rutinen är ändrad." in plain(said)
    anna.post(at(held, "/plan"), data={"do": "remove", "step": own})
    back = anna.post(at(held, "/plan"), data={**form, "do": "own", "step": own}, headers=BOARD)
    assert "Nya rutinen är ändrad." in plain(
        back.text
    )  # what she wrote is not lost though another had removed it
    assert "Nya rutinen (4 min) Bikupa, leds av barnrättsombud" in plain(
        anna.get(at(held, "/send/agenda")).text
    )


def test_what_is_open_from_last_time_is_told_and_put_first_by_one_press(held: Held) -> None:
    region = held.region
    with region.database.writing() as session:
        session.add_all(
            AgreedAction(
                unit_id=region.units["clinic"], meeting_id=None, what=what, responsible="Receptionen",
                made=date(2026, 10, 1), follow_up=date(2026, 12, 10),
            )
            for what in ("Låna ut en pall.", "Fråga barnet först.")
        )  # fmt: skip
    anna = region.as_("rep")
    told = "Låna ut en pall; Fråga barnet först"
    assert f"Från förra gången: {told} Lägg först på dagordningen" in plain(anna.get(at(held)).text)
    agreed = [f"{what} Receptionen · följs upp 10 december 2026" for what in ("Låna ut en pall.", "Fråga barnet först.")]  # fmt: skip
    assert f"Det ni kom överens om Barnkliniken {' '.join(agreed)}" in plain(anna.get("/apt").text)
    anna.post(at(held, "/plan"), data={"do": "add", "chosen": "actions"})
    assert held.meeting().plan[0] == {"id": "actions", "minutes": 5}
    assert told in plain(anna.get(at(held)).text)
    assert f"Vi börjar med det vi kom överens om sist: {told}." in plain(
        anna.get(at(held, "/send/agenda")).text
    )


def test_the_time_is_changed_and_the_calendar_file_follows(held: Held) -> None:
    maria = held.region.as_("manager")
    before = maria.get(at(held, "/calendar.ics")).text
    form = {"day": "2026-12-17", "at": "08:30", "minutes": "60", "manager": held.region.people["manager"]}
    page = plain(maria.get(maria.post(at(held, "/when"), data=form).location).text)
    assert "Torsdag 17 december 2026, 08.30–09.30" in page
    assert "Leder Maria Chef Väntas" in page
    assert "Skicka kalenderfilen igen" in page
    after = maria.get(at(held, "/calendar.ics")).text
    uid = re.search(r"UID:\S+", before)
    assert uid is not None
    assert uid[0] in after
    assert "SEQUENCE:0" in before
    assert "SEQUENCE:1" in after
    assert "DTSTART;TZID=Europe/Stockholm:20261217T083000" in after
    assert not any(name in after for name in OTHERS)
    for wrong in ({"minutes": "9999"}, {"manager": ""}, {"day": "x"}):
        assert maria.post(at(held, "/when"), data={**form, **wrong}).status_code == 422


@pytest.mark.parametrize("day", ["0001-01-01", "1999-12-10", "9999-12-31"])
def test_a_wrong_year_is_refused_wherever_a_day_is_written(held: Held, day: str) -> None:
    """An hour of the year 1 was planned, and its page never opened again."""
    maria, people = held.region.as_("manager"), held.region.people
    new = {
        "unit": held.region.units["clinic"],
        "what": f"{held.meeting().release_id}:60",
        "rep": people["rep"],
    }
    for address, form in (
        ("/apt/new", new), (at(held, "/when"), {"minutes": "60", "rep": people["rep"]}),
        (at(held, "/again"), {"time": "14:00"}),
    ):  # fmt: skip
        answer = maria.post(address, data={"day": day, "at": "14:00", **form})
        assert (answer.status_code, "Kontrollera årtalet." in answer.text) == (422, True), address


def test_an_hour_is_called_off_and_takes_place_after_all(held: Held) -> None:
    maria = held.region.as_("manager")
    maria.post(at(held, "/cancel"))
    page = maria.get(at(held)).text
    assert "Timmen är inställd." in plain(page)
    assert "Kör timmen" not in page
    assert "METHOD:CANCEL" in maria.get(at(held, "/calendar.ics")).text
    assert "Inställda" in plain(maria.get("/apt").text)
    maria.post(at(held, "/restore"))
    assert "Kör timmen" in maria.get(at(held)).text


def test_who_has_been_told_when(held: Held) -> None:
    held.region.time.pass_(days=4)  # 27 November
    anna = held.region.as_("rep")
    assert "Dags att skicka inbjudan" in plain(anna.get("/apt").text)
    anna.post(at(held, "/send/invitation/sent"))
    page = plain(anna.get(at(held)).text)
    assert "Skickad 27 november 2026" in page
    assert "Noterat som skickad i dag. Ångra" in page
    assert "Dags att skicka inbjudan" not in plain(anna.get("/apt").text)
    anna.post(at(held, "/send/invitation/unsent"))
    assert held.meeting().invited_on is None


def test_the_agenda_as_a_tagged_pdf(held: Held) -> None:
    pdf = held.region.as_("rep").get(at(held, "/send/agenda.pdf")).data
    with Pdf.open(BytesIO(pdf)) as document:
        assert document.Root.StructTreeRoot is not None
    made = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    assert "Fyra hörn" in made.stdout.decode()
    assert "Helgrupp, leds av chef" in made.stdout.decode()


def test_the_list_of_those_awaited_is_pasted_corrected_and_put_back(held: Held) -> None:
    maria = held.region.as_("manager")
    answer = maria.post(
        at(held, "/people"), data={"do": "paste", "names": f"Medarbetare, Elin\nGun Gäst\n{HIDDEN}"}
    )
    page = maria.get(answer.location).text
    assert "2 nya på listan. 2 namn finns inte på enheten och står på listan ändå." in plain(page)
    remove = re.search(r'action="([^"]+/remove)"[^>]*>(?:(?!</form>).)*?Ta bort: Gun Gäst', page, re.DOTALL)
    assert remove is not None
    maria.post(remove[1])
    page = maria.get(at(held, "/people")).text
    assert "Borttagen från listan. Ångra" in plain(page)
    back = re.search(r'<div class="toast".*?action="([^"]+)"', page, re.DOTALL)
    assert back is not None
    maria.post(html.unescape(back[1]))
    assert "Gun Gäst" in maria.get(at(held, "/people")).text
    with held.region.database.reading() as session:  # a pasted name tells nobody that she is one of ours
        assert session.query(Attendee).filter_by(person_id=held.region.people["hidden"]).count() == 0
    wrong = maria.post(at(held, "/people"), data={"do": "paste", "names": "Elin 121212-1212"})
    assert wrong.status_code == 422


def test_the_described_version_is_chosen(held: Held) -> None:
    anna = held.region.as_("rep")
    anna.post(at(held, "/film"), data={"version": "described"})
    assert held.meeting().film_version == "described"
    assert anna.post(at(held, "/film"), data={"version": "signed"}).status_code == 404


def test_an_hour_that_is_over_shows_its_plan_and_what_follows(held: Held) -> None:
    with held.region.database.writing() as session:
        session.get_one(Meeting, held.meeting_id).ended = held.region.time()
    page = held.region.as_("manager").get(at(held)).text
    assert "Flytta upp" not in page
    assert at(held, "/attendance") in page
    assert at(held, "/after") in page
    assert held.region.as_("manager").post(at(held, "/plan"), data={"do": "remove", "step": CORNERS}, headers=BOARD).status_code == 409  # fmt: skip


def test_in_english(held: Held) -> None:
    page = plain(held.region.as_("rep").get(at(held, "?lang=en")).text)
    assert "60 minutes of 60" in page
    assert "Everybody, led by the representative" in page
    assert "Invitation to the workplace meeting" in plain(
        held.region.as_("rep").get(at(held, "/send/invitation?lang=en")).text
    )
