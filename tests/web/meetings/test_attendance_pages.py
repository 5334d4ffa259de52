"""The pages of attendance as forms, and what scripts send: who may, what is stored, and that it says so."""

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from course_builder.learning.models import Completion
from course_builder.meetings.models import AttendanceChange, Attendee, Leader, Meeting
from tests.meetings.held import OTHERS, Held
from tests.web.region import HIDDEN, Region, both

As = Callable[[str], FlaskClient]
ELIN, ANNA = "Elin Medarbetare", "Anna Ombud"


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def rows(held: Held) -> dict[str, int]:
    """Row by name."""
    with held.region.database.reading() as session:
        found = session.scalars(select(Attendee).where(Attendee.meeting_id == held.meeting_id)).all()
        return {one.person.name if one.person else str(one.name): one.id for one in found}


def at(held: Held, rest: str = "") -> str:
    return f"/apt/{held.meeting_id}/attendance{rest}"


def ticked(held: Held) -> set[str]:
    by_id = {one: name for name, one in rows(held).items()}
    with held.region.database.reading() as session:
        found = session.scalars(
            select(Attendee.id).where(Attendee.meeting_id == held.meeting_id, Attendee.took_part)
        )
        return {by_id[one] for one in found}


def completed(held: Held) -> list[str]:
    with held.region.database.reading() as session:
        found = session.scalars(select(Completion).where(Completion.counts).order_by(Completion.person_id))
        return [f"{one.person_id} {one.source}" for one in found]


def begin(held: Held) -> None:
    with held.region.database.writing() as session:
        session.get_one(Meeting, held.meeting_id).began = held.region.time()


@both
def test_ticked_on_the_page_stored_said_and_ended(held: Held, as_: As) -> None:
    maria, known = as_("manager"), rows(held)
    shown = list(known.values())
    told = maria.post(at(held, "/list"), data={"shown": shown, "here": [known[ELIN], known[OTHERS[0]]]}, follow_redirects=True)  # fmt: skip
    assert "Sparat 09.00: 2 av 5 är noterade som närvarande." in plain(told.text)
    assert ticked(held) == {ELIN, OTHERS[0]}
    ended = maria.post(f"/apt/{held.meeting_id}/end", follow_redirects=True)
    assert "Timmen är avslutad. 2 personer är noterade som närvarande." in plain(ended.text)
    assert completed(held) == [f"{held.region.people['employee']} apt"]


def test_what_another_leader_ticked_meanwhile_stays(held: Held, as_: As) -> None:
    known = rows(held)
    anna, maria = as_("rep"), as_("manager")
    shown = list(known.values())
    anna.post(at(held, "/list"), data={"shown": shown, "here": [known[ANNA]]})
    maria.post(at(held, "/list"), data={"shown": shown, "here": [known[ELIN]]})
    assert ticked(held) == {ANNA, ELIN}


def test_all_but_one_on_the_page(held: Held, as_: As) -> None:
    known = rows(held)
    page = as_("rep").get(at(held), query_string={"all_but": ""}).text
    assert "Kryssa dem som inte var där." in page
    as_("rep").post(at(held, "/list"), data={"all_but": "1", "shown": list(known.values()), "away": [known[ELIN]]})  # fmt: skip
    assert ticked(held) == set(known) - {ELIN}


def test_a_sheet_of_paper_typed_in_says_so(held: Held, as_: As) -> None:
    known = rows(held)
    as_("rep").post(at(held, "/list"), data={"paper": "1", "shown": list(known.values()), "here": [known[ELIN]]})  # fmt: skip
    assert "från papper" in as_("rep").get(at(held)).text


def test_another_way_is_asked_about_before_it_costs_anything(held: Held, as_: As) -> None:
    known, maria = rows(held), as_("manager")
    maria.post(at(held, "/list"), data={"shown": list(known.values()), "here": [known[ELIN]]})
    asked = maria.post(at(held, "/way-of"), data={"way": "number"})
    assert "Gå över till antal?" in asked.text
    assert held.meeting().way == "names"
    told = maria.post(at(held, "/way-of"), data={"way": "number", "sure": "1"}, follow_redirects=True)
    assert "en person är noterad som närvarande" in plain(told.text)
    assert (held.meeting().way, held.meeting().number, ticked(held)) == ("number", 1, {ELIN})
    maria.post(at(held, "/say-number"), data={"number": "11"})
    assert "Gå över till namn?" in maria.post(at(held, "/way-of"), data={"way": "names"}).text
    assert (held.meeting().way, held.meeting().number) == ("number", 11)


def test_a_number_is_digits(held: Held, as_: As) -> None:
    answer = as_("manager").post(at(held, "/say-number"), data={"number": "elva"})
    assert (answer.status_code, "Skriv antalet med siffror." in answer.text) == (422, True)
    assert "mellan 0 och 1000" in as_("manager").post(at(held, "/say-number"), data={"number": "5000"}).text


PASTED = """Närvarande:
1. Medarbetare, Elin (ssk)
• anna.ombud@exempel.se
ELIN  MEDARBETARE
Åsa-Lotta O'Connor
Karl Chef
tora

Sigrid Skyddad
"""


def test_pasted_names_are_matched_asked_about_and_stored(held: Held, as_: As) -> None:
    maria = as_("manager")
    page = maria.post(at(held, "/paste"), data={"text": PASTED}).text
    told = plain(page)
    assert "2 av 7 rader känns igen. Inget är sparat än." in told
    assert ticked(held) == set()
    known = rows(held)
    asked = re.findall(r'<label for="what-(\d+)">([^<]+)</label>', page)
    assert [name for _, name in asked] == ["Närvarande:", "Åsa-Lotta O&#39;Connor", "Karl Chef", "tora", "Sigrid Skyddad"]  # fmt: skip
    number = {name: one for one, name in asked}
    choices = re.search(rf'name="what-{number["tora"]}">(.*?)</select>', page)
    assert choices is not None
    assert f'value="row:{known[OTHERS[1]]}">Tora Timanställd' in choices[1]
    decided = {f"what-{number[name]}": "leave" for name in number}
    decided |= {f"what-{number['tora']}": f"row:{known[OTHERS[1]]}", f"what-{number['Karl Chef']}": "guest", f"name-{number['Karl Chef']}": "Karl Chef"}  # fmt: skip
    decided |= dict(re.findall(r'type="checkbox" name="(what-\d+)" value="(\w+:\d+)"', page))
    told = plain(maria.post(at(held, "/paste/take"), data=decided, follow_redirects=True).text)
    assert "4 av 6 är noterade som närvarande" in told
    assert ticked(held) == {ELIN, ANNA, OTHERS[1], "Karl Chef"}
    with held.region.database.reading() as session:
        assert set(session.scalars(select(AttendanceChange.how))) == {"paste"}


def test_a_protected_person_is_not_recognised_in_a_pasted_list(held: Held, as_: As) -> None:
    page = as_("manager").post(at(held, "/paste"), data={"text": HIDDEN}).text
    assert "0 av 1 rader känns igen." in page
    assert "person:" not in page


def test_the_script_of_the_leaders_view_says_how_things_are(held: Held, as_: As) -> None:
    maria, known = as_("manager"), rows(held)
    before = maria.get(at(held, "/list.json")).get_json()
    assert (before["way"], before["present"], before["expected"], before["counts"]) == (None, 0, 5, True)
    for _ in range(2):
        told = maria.post(at(held, "/tick"), json={"row": known[ELIN], "here": True}).get_json()
    assert (told["way"], told["present"]) == ("names", 1)
    told = maria.post(at(held, "/guest"), json={"key": "k" * 16, "name": "Gunilla Gäst"}).get_json()
    assert (told["present"], told["expected"]) == (2, 6)
    told = maria.post(at(held, "/guests"), json={"guests": 2}).get_json()
    assert (told["present"], told["nameless"]) == (4, 2)
    told = maria.post(at(held, "/all-but"), json={"absent": [known[ANNA]]}).get_json()
    assert [row["name"] for row in told["rows"] if not row["here"]] == [ANNA]
    found = maria.get(at(held, "/search.json"), query_string={"q": "sven"}).get_json()["found"]
    assert found == [{"person": held.region.people["employee2"], "name": "Sven Medarbetare", "unit": "Vårdcentralen Söder"}]  # fmt: skip
    maria.post(at(held, "/person"), json={"key": "p" * 16, "person": found[0]["person"]})
    assert "Sven Medarbetare" in ticked(held)
    told = maria.post(at(held, "/way"), json={"way": "number"}).get_json()
    assert (told["way"], told["number"]) == ("number", 8)
    assert maria.post(at(held, "/number"), json={"number": 11}).get_json()["present"] == 11


@pytest.mark.parametrize(
    ("what", "body"),
    [("/tick", {"row": "1", "here": True}), ("/tick", {}), ("/guest", {"key": "k", "name": "A"}), ("/way", {"way": "gissa"}), ("/tick", {"row": 99999, "here": True})],
)  # fmt: skip
def test_what_no_page_of_ours_sends_is_refused_in_words(held: Held, as_: As, what: str, body: object) -> None:
    answer = as_("manager").post(at(held, what), json=body)
    assert (answer.status_code, list(answer.get_json())) == (422, ["error"])


@pytest.mark.parametrize("who", ["employee", "trainer", "rep2", "manager2", "coordinator2", "admin"])
def test_strangers_find_nothing(held: Held, as_: As, who: str) -> None:
    """trust 35"""
    other = as_(who)
    for path in ("", "/list.json", "/paste", "/wall", "/search.json?q=elin"):
        assert other.get(at(held, path)).status_code == 404
    assert other.post(at(held, "/tick"), json={"row": rows(held)[ELIN], "here": True}).status_code == 404
    assert other.post(f"/apt/{held.meeting_id}/end").status_code == 404
    assert held.meeting().ended is None


def test_a_representative_who_does_not_lead_it_sees_no_names(held: Held, as_: As) -> None:
    anna = as_("rep")
    assert ELIN in anna.get(at(held)).text
    with held.region.database.writing() as session:
        session.delete(session.get_one(Leader, (held.meeting_id, held.region.people["rep"])))
    assert anna.get(at(held)).status_code == 404
    assert ELIN in as_("coordinator").get(at(held)).text


def test_a_running_hour_is_ended_by_its_leaders_alone(held: Held, as_: As) -> None:
    """trust 46"""
    begin(held)
    assert as_("coordinator").post(f"/apt/{held.meeting_id}/end").status_code == 404
    told = as_("rep").post(f"/apt/{held.meeting_id}/end", json={}).get_json()
    assert told == {"present": 0, "after": at(held)}
    assert held.meeting().ended is not None


def test_a_name_that_is_markup_stays_text(held: Held, as_: As) -> None:
    """trust 7"""
    as_("manager").post(at(held, "/add"), data={"name": "<img src=x onerror=alert(1)>"})
    assert "<img src=x" not in as_("manager").get(at(held)).text


def test_without_a_token_nothing_is_stored(held: Held, region: Region, as_: As) -> None:
    """trust 25"""
    maria = as_("manager")
    maria.environ_base.pop("HTTP_X_CSRF_TOKEN")
    assert maria.post(at(held, "/tick"), json={"row": rows(held)[ELIN], "here": True}).status_code == 403
    assert ticked(held) == set()


def test_what_was_ended_by_mistake_is_opened_again(held: Held, as_: As) -> None:
    """Ended again it says what the list says then."""
    known, maria = rows(held), as_("manager")
    shown = list(known.values())
    maria.post(at(held, "/list"), data={"shown": shown, "here": [known[ELIN]]})
    maria.post(f"/apt/{held.meeting_id}/end")
    told = maria.post(f"/apt/{held.meeting_id}/reopen", follow_redirects=True)
    assert "Timmen är öppen igen." in told.text
    assert held.meeting().ended is None
    others = [one for one in shown if one != known[ELIN]]
    maria.post(at(held, "/list"), data={"shown": others, "was": [known[ELIN]], "here": [known[ANNA]]})
    assert completed(held) == [f"{held.region.people['employee']} apt"]
    maria.post(f"/apt/{held.meeting_id}/end")
    assert completed(held) == [f"{held.region.people['rep']} apt"]


def test_an_hour_that_has_not_come_yet_is_not_offered_to_be_ended(
    held: Held, as_: As, region: Region
) -> None:
    end = "Avsluta timmen och spara"
    assert end not in as_("manager").get(at(held)).text
    region.time.pass_(days=17)
    assert end in as_("manager").get(at(held)).text


def test_strangers_open_nothing_again(held: Held, as_: As) -> None:
    """trust 35"""
    as_("manager").post(f"/apt/{held.meeting_id}/end")
    assert as_("manager2").post(f"/apt/{held.meeting_id}/reopen").status_code == 404
    assert held.meeting().ended is not None
