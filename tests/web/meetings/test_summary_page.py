"""The summary of a meeting kit is handed in, and twice is once."""

from datetime import UTC, datetime
from io import BytesIO

from sqlalchemy import select

from course_builder.meetings.models import AgreedAction, Meeting
from tests.meetings.held import Held
from tests.web.region import both

TEXT = (
    "APT-sammanfattning\nTimme: kit-1\nDatum: 2026-12-10\nBörjade: 14.02\nSlutade: 15.01\nNärvarande: 11\nTema: väntetid\n"
    "Anteckning: Vi ses i mars.\nÅtgärd 1: Hälsa på barnet först\nAnsvarig 1: Mottagningen\nUppföljning 1: 2027-02-04\n"
    "Märks 1: Barnet vet vad som händer\nNyckel 1: 9f0c\nRader: 14\n"
)  # fmt: skip


def held_on_its_day(held: Held) -> Held:
    held.region.time.pass_(days=18)
    return held


def kept(held: Held) -> tuple[Meeting, list[tuple[str, str]]]:
    with held.region.database.reading() as session:
        actions = session.scalars(select(AgreedAction).where(AgreedAction.meeting_id == held.meeting_id))
        return held.meeting(), [(one.what, one.responsible) for one in actions]


@both
def test_pasted_looked_at_saved_and_saved_again(held: Held) -> None:
    anna, address = held_on_its_day(held).region.as_("rep"), f"/apt/{held.meeting_id}/summary"
    seen = anna.post(address, data={"text": TEXT}).text
    assert "Så här läser vi den" in seen and "Hälsa på barnet först" in seen
    for _ in range(2):
        assert anna.post(f"{address}/save", data={"text": TEXT}).location == f"/apt/{held.meeting_id}/after"
    meeting, actions = kept(held)
    assert (meeting.number, meeting.themes, meeting.note) == (11, ["väntetid"], "Vi ses i mars.")
    assert (meeting.began, meeting.ended) == (
        datetime(2026, 12, 10, 13, 2, tzinfo=UTC),
        datetime(2026, 12, 10, 14, 1, tzinfo=UTC),
    )
    assert actions == [("Hälsa på barnet först", "Mottagningen")]


def test_as_a_file_with_the_mark_that_windows_puts_first(held: Held) -> None:
    maria = held_on_its_day(held).region.as_("manager")
    file = {"file": (BytesIO(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()), "apt.txt")}
    seen = maria.post(f"/apt/{held.meeting_id}/summary", data=file).text
    assert "Så här läser vi den" in seen and "Se över det här" not in seen


def test_typed_twice_without_keys_it_is_one_action(held: Held) -> None:
    anna, address = held_on_its_day(held).region.as_("rep"), f"/apt/{held.meeting_id}/summary/save"
    for number in ("9", "10"):
        anna.post(address, data={"text": f"Närvarande: {number}\nÅtgärd: Hälsa först\nAnsvarig: Receptionen"})
    meeting, actions = kept(held)
    assert (meeting.number, actions) == (10, [("Hälsa först", "Receptionen")])


def test_what_is_not_understood_is_told_and_the_rest_is_read(held: Held) -> None:
    anna = held_on_its_day(held).region.as_("rep")
    seen = anna.post(
        f"/apt/{held.meeting_id}/summary", data={"text": "Närvarande: elva\nTema: väntetid"}
    ).text
    assert "Skriv antalet med siffror, till exempel 12: Närvarande: elva" in seen and "väntetid" in seen


def test_nothing_in_it_and_another_hours_are_refused_kindly(held: Held) -> None:
    anna, address = held_on_its_day(held).region.as_("rep"), f"/apt/{held.meeting_id}/summary"
    empty = anna.post(address, data={"text": "hej"})
    assert empty.status_code == 422 and "Vi hittar ingen sammanfattning i texten." in empty.text
    other = anna.post(f"{address}/save", data={"text": TEXT.replace("kit-1", "kit-99")})
    assert other.status_code == 422 and "från en annan APT-timme" in other.text
    assert kept(held)[0].ended is None


def test_one_of_a_kit_that_was_made_before_anybody_planned_the_hour_is_taken(held: Held) -> None:
    anna, address = held_on_its_day(held).region.as_("rep"), f"/apt/{held.meeting_id}/summary/save"
    text = TEXT.replace("kit-1", "kit-of-apt-barnkonventionen-2026-12-10")
    assert anna.post(address, data={"text": text}).location == f"/apt/{held.meeting_id}/after"
    assert (kept(held)[0].number, kept(held)[1]) == (11, [("Hälsa på barnet först", "Mottagningen")])


def test_before_its_day_it_is_refused(held: Held) -> None:
    answer = held.region.as_("rep").post(f"/apt/{held.meeting_id}/summary/save", data={"text": TEXT})
    assert answer.status_code == 422 and "Timmen har inte varit än." in answer.text


def test_strangers_find_nothing(held: Held) -> None:
    for key in ("employee", "rep2", "trainer"):
        assert held.region.as_(key).post(f"/apt/{held.meeting_id}/summary/save").status_code == 404
