"""Hålls igen and gör i efterhand as pages."""

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from course_builder.library.models import KeptCourse
from course_builder.meetings.models import Attendee, Meeting
from tests.meetings.held import OTHERS, Held

As = Callable[[str], FlaskClient]


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.fixture
def ended(held: Held, as_: As) -> Held:
    """Elin and Nils were there."""
    with held.region.database.reading() as session:
        rows = session.scalars(select(Attendee).where(Attendee.meeting_id == held.meeting_id)).all()
        by_name = {one.person.name if one.person else one.name: one.id for one in rows}
    maria = as_("manager")
    here = [by_name["Elin Medarbetare"], by_name[OTHERS[0]]]
    maria.post(f"/apt/{held.meeting_id}/attendance/list", data={"shown": list(by_name.values()), "here": here})  # fmt: skip
    maria.post(f"/apt/{held.meeting_id}/end")
    return held


def test_planned_again_with_those_who_were_not_there(ended: Held, as_: As) -> None:
    anna = as_("rep")
    page = anna.get(f"/apt/{ended.meeting_id}/again").text
    assert "3 personer har inte varit med än och väntas nästa gång." in plain(page)
    wrong = anna.post(f"/apt/{ended.meeting_id}/again", data={"day": "i morgon", "time": "21:00"})
    assert (wrong.status_code, "Skriv dagen som 2026-12-31." in wrong.text) == (422, True)
    assert "later" not in plain(wrong.text)
    made = anna.post(f"/apt/{ended.meeting_id}/again", data={"day": "2026-12-17", "time": "21:00"})
    night = int(str(made.location).rsplit("/", 1)[1])
    with ended.region.database.reading() as session:
        hour = session.get_one(Meeting, night)
        assert (hour.series_id, hour.starts.isoformat()) == (ended.meeting_id, "2026-12-17T20:00:00+00:00")
        rows = session.scalars(select(Attendee).where(Attendee.meeting_id == night)).all()
        assert sorted(one.person.name if one.person else str(one.name) for one in rows) == [
            "Anna Ombud", "Maria Chef", OTHERS[1],
        ]  # fmt: skip
    told = plain(anna.get(f"/apt/{night}/again").text)
    assert "Tillsammans: 2 närvarande, 0 gjorde i efterhand, 3 återstår. Ingen räknas två gånger." in told


def test_another_shift_may_be_somewhere_else(ended: Held, as_: As) -> None:
    anna, first = as_("rep"), ended.meeting_id
    with ended.region.database.writing() as session:
        session.get_one(Meeting, first).place = "Matsalen"
    assert 'name="place" value="Matsalen"' in anna.get(f"/apt/{first}/again").text
    form = {"day": "2026-12-17", "time": "21:00", "place": "Nattrummet, plan 2"}
    page = plain(anna.post(f"/apt/{first}/again", data=form, follow_redirects=True).text)
    assert "Var Nattrummet, plan 2" in page
    assert ended.meeting().place == "Matsalen"
    long = anna.post(f"/apt/{first}/again", data={**form, "place": "x" * 201})
    assert (long.status_code, "högst 200 tecken" in long.text) == (422, True)


def test_asked_shown_to_the_manager_and_ticked_on_paper(ended: Held, as_: As) -> None:
    maria = as_("manager")
    page = maria.get(f"/apt/{ended.meeting_id}/absent").text
    ids = re.findall(r'name="one" value="(\d+)"', page)
    assert len(ids) == 2  # a guest cannot be asked here
    assert "Ingen frågar varför någon inte var med" in page
    told = maria.post(f"/apt/{ended.meeting_id}/absent/ask", data={"one": ids, "due": "2027-01-15"}, follow_redirects=True)  # fmt: skip
    assert "2 personer är ombedda att göra timmen i efterhand." in plain(told.text)
    unit = plain(maria.get(f"/unit/{ended.region.units['clinic']}").text)
    assert "helst klart 15 januari 2027" in unit
    done = maria.post(f"/apt/{ended.meeting_id}/absent/{ids[0]}/done", follow_redirects=True)
    assert "Gjort i efterhand" in plain(done.text)
    undone = maria.post(f"/apt/{ended.meeting_id}/absent/{ids[0]}/undone", follow_redirects=True)
    assert plain(undone.text).count("Gjort i efterhand") == 0
    less = maria.post(f"/apt/{ended.meeting_id}/absent/{ids[0]}/not", follow_redirects=True)
    assert plain(less.text).count("Återstår") == 1


def test_the_questions_on_paper_have_no_notes_for_leaders(ended: Held, as_: As) -> None:
    page = plain(as_("manager").get(f"/apt/{ended.meeting_id}/absent/paper").text)
    talk = ended.course.films[0]
    assert talk.after[0].alone or talk.after[0].ask in page
    notes = [one for item in ended.course.agenda if item.facilitator for one in (*item.facilitator.facts, *item.facilitator.pitfalls)]  # fmt: skip
    assert notes
    assert not [one for one in notes if one in page]


@pytest.mark.parametrize("who", ["employee", "rep2", "manager2", "admin"])
def test_strangers_find_nothing(ended: Held, as_: As, who: str) -> None:
    """trust 35"""
    other, at = as_(who), f"/apt/{ended.meeting_id}"
    for path in ("/again", "/absent", "/absent/paper"):
        assert other.get(at + path).status_code == 404
    assert other.post(f"{at}/absent/ask", data={"one": ["1"], "due": "2027-01-15"}).status_code == 404
    assert other.post(f"{at}/again", data={"day": "2026-12-17", "time": "21:00"}).status_code == 404


def test_someone_elses_row_is_refused(ended: Held, as_: As) -> None:
    answer = as_("manager").post(f"/apt/{ended.meeting_id}/absent/99999/done")
    assert (answer.status_code, "står inte på listan" in answer.text) == (422, True)


def test_whoever_has_no_account_gets_the_link_of_the_course(ended: Held, as_: As) -> None:
    at = f"/apt/{ended.meeting_id}/absent"
    assert "Länk att lämna" not in as_("manager").get(at).text
    with ended.region.database.writing() as session:
        kept = session.get_one(KeptCourse, ended.release.course_id)
        kept.taken, kept.external_link = "both", "https://ext.exempel.se/apt"
    assert 'href="https://ext.exempel.se/apt"' in as_("manager").get(at).text
