"""The pages after an hour: what happened, what was agreed, the notes, the year, the region. None of them tells on anybody."""

import pytest
from flask.testing import FlaskClient

from course_builder.meetings.models import (
    AgreedAction,
    Attendee,
    Ballot,
    Meeting,
    Outcome,
    Round,
    Steering,
    YearText,
)
from course_builder.people.models import Person
from course_builder.web.toasts import UNDO
from tests.meetings.agreed import ENDED, LATER, STOOL, agree, hold, mark
from tests.meetings.held import OTHERS, Held, made
from tests.web.region import PEOPLE, Region, both

AWAY = ("anonymous", "employee", "trainer", "manager2", "rep2", "coordinator2", "admin")


def form(held: Held, **values: object) -> dict[str, object]:
    """What the page after the hour sends."""
    return {
        "present": "12", "themes": "Väntan\nSamtal enskilt\n\n", "note": "Vi pratade om ronden.",
        "key": ["pallen-1", "annan-22"], "what": ["En pall till vågrummet", ""], "responsible": ["Receptionen", ""],
        "follow_up": [LATER.isoformat(), ""], "sign": ["Barnet kliver upp själv", ""],
        "paper-sees-1": "6", "paper-sees-4": "1", "paper-knows-1": "x",
        **values,
    }  # fmt: skip


def after(held: Held) -> str:
    return f"/apt/{held.meeting_id}/after"


def told(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


@both
def test_an_hour_without_network_is_entered_in_one_go_and_sent_twice_is_one(region: Region) -> None:
    held = made(region)
    region.time.now = ENDED
    maria = region.as_("manager")
    assert "Spara: timmen är hållen" in told(maria, after(held))
    for _ in range(2):
        assert maria.post(after(held), data=form(held)).status_code == 302
    with region.database.reading() as session:
        hour = session.get_one(Meeting, held.meeting_id)
        assert (hour.ended, hour.way, hour.number) == (ENDED, "number", 12)
        assert (hour.themes, hour.note) == (["Väntan", "Samtal enskilt"], "Vi pratade om ronden.")
        assert [(one.what, one.responsible, one.follow_up) for one in session.query(AgreedAction)] == [
            ("En pall till vågrummet", "Receptionen", LATER)
        ]
        assert [one.paper for one in session.query(Round)] == [{"1": 6, "4": 1}]
    page = told(maria, after(held))
    assert "Ja: <strong>6</strong>" in page
    assert "Här kommer allt ihop." in page


def test_what_was_entered_is_corrected_and_an_emptied_row_goes(held: Held) -> None:
    held.region.time.now = ENDED
    maria = held.region.as_("manager")
    maria.post(after(held), data=form(held))
    maria.post(after(held), data=form(held, present="11", what=["", ""], responsible=["", ""], sign=["", ""]))
    with held.region.database.reading() as session:
        assert session.get_one(Meeting, held.meeting_id).number == 11
        assert session.query(AgreedAction).count() == 0


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"present": "tolv"}, "med siffror"),
        ({"note": "Anna 19121212-1212 sa"}, "liknar ett personnummer"),
        ({"themes": "811218-9876"}, "liknar ett personnummer"),
        ({"responsible": ["", ""]}, "vilken funktion som ansvarar"),
        ({"themes": "\n".join(f"tema {n}" for n in range(13))}, "högst 12 teman"),
    ],
)
def test_what_is_refused_is_said_and_nothing_is_lost(
    held: Held, values: dict[str, object], said: str
) -> None:
    held.region.time.now = ENDED
    answer = held.region.as_("manager").post(after(held), data=form(held, **values))
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert said in page
    assert 'value="En pall till vågrummet"' in page
    assert held.meeting().ended is None


def test_before_its_day_nothing_can_have_happened(held: Held) -> None:
    maria = held.region.as_("manager")
    assert "Timmen har inte varit än." in told(maria, after(held))
    assert maria.post(after(held), data=form(held)).status_code == 422


def test_a_name_is_kept_but_warned_of_gently(held: Held) -> None:
    held.region.time.now = ENDED
    maria = held.region.as_("manager")
    maria.post(after(held), data=form(held, responsible=["Elin Medarbetare", ""]))
    assert "Det ser ut som ett namn på någon hos er." in told(maria, after(held))


@both
def test_an_action_is_marked_with_one_line_and_taken_back(region: Region) -> None:
    held = made(region)
    action, anna = agree(held), region.as_("rep")
    page = f"/unit/{region.units['clinic']}/actions"
    assert "Uppföljning: barnrätt hos oss (5 minuter, dialog)" in told(anna, page)
    sent = {"outcome": "done", "came_of_it": "Två barn når själva"}
    assert anna.post(f"{page}/{action}/mark", data=sent).status_code == 302
    with anna.session_transaction() as session:
        assert session["_flashes"][0][0].startswith(UNDO)
    found = told(anna, page)
    assert "Två barn når själva" in found
    assert "Här är inget att följa upp just nu." in found
    anna.post(f"{page}/{action}/unmark")
    with region.database.reading() as session:
        assert session.get_one(AgreedAction, action).outcome == Outcome.OPEN


def test_carried_on_it_stands_there_with_its_new_date_and_what_came_of_it(held: Held) -> None:
    action, anna = agree(held), held.region.as_("rep")
    page = f"/unit/{held.region.units['clinic']}/actions"
    sent = {"outcome": "carried-on", "came_of_it": "Beställd", "follow_up": "2027-04-08"}
    anna.post(f"{page}/{action}/mark", data=sent)
    found = told(anna, page)
    assert "Följs upp 8 april 2027" in found
    assert "Beställd" in found
    assert anna.post(f"{page}/{action}/mark", data={"outcome": "glömd"}).status_code == 422


@pytest.mark.parametrize("who", AWAY)
def test_strangers_find_nothing(held: Held, who: str) -> None:
    region, clinic = held.region, held.region.units["clinic"]
    action = agree(held)
    client = region.anonymous() if who == "anonymous" else region.as_(who)
    pages = [
        after(held),
        f"/apt/{held.meeting_id}/notes",
        f"/apt/{held.meeting_id}/notes.pdf",
        f"/apt/{held.meeting_id}/followed",
    ]
    pages += [
        f"/unit/{clinic}/actions",
        f"/unit/{clinic}/year/2026",
        f"/unit/{clinic}/year/2026.pdf",
        f"/apt/coverage?unit={clinic}",
    ]
    wanted = {401, 302, 404} if who == "anonymous" else {404}
    assert {client.get(page).status_code for page in pages} <= wanted
    client.post(f"/unit/{clinic}/actions/{action}/mark", data={"outcome": "done"})
    client.post(
        f"/apt/{held.meeting_id}/followed/actions", json={"key": "x" * 8, "what": "A", "responsible": "B"}
    )
    with region.database.reading() as session:
        assert [one.outcome for one in session.query(AgreedAction)] == ["open"]


def test_an_action_of_another_unit_is_not_there(held: Held) -> None:
    action, region = agree(held), held.region
    page = f"/unit/{region.units['emergency']}/actions/{action}/mark"
    assert region.as_("coordinator").post(page, data={"outcome": "done"}).status_code == 404


@both
def test_the_leaders_view_puts_actions_and_themes_that_may_be_sent_twice(region: Region) -> None:
    held = made(region)
    anna, base = region.as_("rep"), f"/apt/{held.meeting_id}/followed"
    sent = {"key": "a" * 32, "what": "En pall", "responsible": "Maria", "follow_up": "2027-02-04", "sign": ""}
    for _ in range(2):
        assert anna.post(f"{base}/actions", json=sent).json == {"named": True}
    assert anna.post(f"{base}/notes", json={"themes": ["Väntan", "väntan"], "note": ""}).json == {
        "stored": True
    }
    told = anna.get(base).json
    assert told is not None
    assert [one["what"] for one in told["actions"]] == ["En pall"]
    assert told["themes"] == ["väntan"]
    assert "Barnets bästa" in told["proposed"]
    assert anna.post(f"{base}/actions", json={**sent, "gone": True}).json == {"gone": True}
    refused = anna.post(f"{base}/actions", json={**sent, "what": "19121212-1212"})
    assert refused.status_code == 422
    assert "personnummer" in refused.get_json()["error"]


def planted(held: Held) -> tuple[str, ...]:
    """Everything that could tell on somebody stands somewhere; -> what no page may say."""
    region = held.region
    hold(held, present=None, themes=("Väntan",))
    mark(held, agree(held), Outcome.DONE, "Två barn når själva", today=ENDED.date())
    with region.database.writing() as session:
        hour = session.get_one(Meeting, held.meeting_id)
        hour.note = "Hemlighetsnoten: Elin tyckte att läkaren var stressad"
        session.add(Attendee(meeting_id=hour.id, name="Gunvor Gästsson", took_part=True))
        session.add(Steering(meeting_id=hour.id, person_id=region.people["rep"], verb="start", at=ENDED))
        session.add(Round(id="b" * 32, meeting_id=hour.id, step="talk", number=1, kind="word", ask="Ett ord?", options=[], tally={"hemligtord": 4}))  # fmt: skip
        session.add(Round(id="c" * 32, meeting_id=hour.id, step="evaluation", number=2, kind="word", ask="En sak?", options=[{"key": "tyst", "text": "tystord"}], tally={"tyst": 1, "ej": 3}))  # fmt: skip
        session.add(
            Round(
                id="d" * 32, meeting_id=hour.id, step="talk", number=3, kind="word", ask="Öppet?", options=[]
            )
        )
        session.flush()
        session.add(Ballot(round_id="d" * 32, phone="f" * 64, given="röstsedelsord"))
    names = [name for name, _, unit in PEOPLE.values() if unit == "clinic"]
    return (
        *names,
        *OTHERS,
        "Sigrid Skyddad",
        "Gunvor",
        "Hemlighetsnoten",
        "hemligtord",
        "tystord",
        "röstsedelsord",
    )


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_name_and_no_opinion_is_in_notes_year_or_coverage(held: Held, language: str) -> None:
    never, region = planted(held), held.region
    region.time.now = ENDED
    karin, clinic, hour = region.as_("coordinator"), region.units["clinic"], held.meeting_id
    pages = [
        f"/apt/{hour}/notes",
        "/apt/coverage",
        "/apt/coverage/export?format=csv",
        f"/apt/{hour}/after",
        f"/unit/{clinic}/actions",
    ]
    said = {
        page: told(karin, f"{page}{'&' if '?' in page else '?'}lang={language}").replace(
            "Karin Samordnare", ""
        )
        for page in pages
    }
    year = told(karin, f"/unit/{clinic}/year/2026?lang={language}")
    said["the text of the year"] = year.split('id="year-text"')[1]
    said[f"/apt/{hour}/after"] = said[f"/apt/{hour}/after"].split('id="note"')[
        0
    ]  # where the note itself is written
    leaks = {(page, word) for page, text in said.items() for word in never if word in text}
    assert leaks == set()
    assert ("Två barn når själva" in said["the text of the year"], "4" in said[f"/apt/{hour}/notes"]) == (
        True,
        True,
    )


def test_the_free_note_is_in_the_notes_only_when_somebody_takes_it_along(held: Held) -> None:
    planted(held)
    maria, page = held.region.as_("manager"), f"/apt/{held.meeting_id}/notes"
    assert "Hemlighetsnoten" not in told(maria, page)
    assert "Hemlighetsnoten" in told(maria, f"{page}?note=yes")


@both
def test_the_year_is_counted_edited_and_gone_back_from(region: Region) -> None:
    held = made(region)
    hold(held)
    agree(held)
    region.time.now = ENDED
    maria, page = region.as_("manager"), f"/unit/{region.units['clinic']}/year/2026"
    counted = told(maria, page).split('id="year-text" lang="sv">')[1].split("</div>")[0]
    assert (
        "Vi höll en APT-timme om barnets rättigheter.\n- 10 december 2026: Barnkonventionen och vårt uppdrag, 60 minuter, 11 närvarande"
        in counted
    )
    assert "Enheten hade ombud hela året." in counted
    assert "- En pall till vågrummet. Öppen. Följs upp 4 februari 2027." in counted
    maria.post(page, data={"text": "Vårt år\r\n\r\nDet gick bra."})
    assert "Det gick bra." in told(maria, page)
    anew = told(maria, f"{page}?counted=yes")
    assert "Er egen text finns kvar tills du sparar." in anew
    with region.database.reading() as session:
        assert session.query(YearText).one().text == "Vårt år\n\nDet gick bra."
    maria.post(page, data={"text": counted.replace("\n", "\r\n")})
    with region.database.reading() as session:
        assert session.query(YearText).count() == 0
    assert maria.post(page, data={"text": "Barnet 20121212-1212"}).status_code == 422


def test_an_empty_year_says_so_kindly_with_a_next_step(held: Held) -> None:
    page = told(held.region.as_("manager"), f"/unit/{held.region.units['clinic']}/year/2026")
    assert "Här är det tomt för 2026, och det går att ändra på." in page
    assert "Ingen APT-timme om barnets rättigheter är förd in för 2026." in page
    maria = held.region.as_("manager")
    assert [
        maria.get(f"/unit/{held.region.units['clinic']}/year/{year}").status_code for year in (1999, 2027)
    ] == [404, 404]


def test_the_papers_are_there_as_pdf(held: Held) -> None:
    hold(held)
    held.region.time.now = ENDED
    maria = held.region.as_("manager")
    for page in (f"/apt/{held.meeting_id}/notes.pdf", f"/unit/{held.region.units['clinic']}/year/2026.pdf"):
        answer = maria.get(page)
        assert answer.mimetype == "application/pdf"
        assert answer.data.startswith(b"%PDF-")


def test_who_responds_is_a_function_and_persons_stay_out_of_the_year(held: Held) -> None:
    """The page names the rep of today for those who may read it; the text to take away never does."""
    page = told(held.region.as_("coordinator"), f"/unit/{held.region.units['clinic']}/year/2026")
    assert "Ombud i dag: Anna Ombud. Texten nämner inga namn." in page
    with held.region.database.writing() as session:
        session.get_one(Person, held.region.people["rep"]).protected = True
    assert "Anna Ombud" not in told(
        held.region.as_("coordinator"), f"/unit/{held.region.units['clinic']}/year/2026"
    )
    assert STOOL.responsible == "Receptionen"
