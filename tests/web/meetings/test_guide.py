"""The leader's guide of a planned hour, and its other papers."""

import pytest

from tests.meetings.held import Held
from tests.web.region import both


@both
def test_its_leader_reads_when_what_is_said_and_what_the_unit_points_to(held: Held) -> None:
    maria = held.region.as_("manager")
    routine = {"routine": "Vår egen rutin", "title": "Vårt eget stöd", "where": "", "url": ""}
    maria.post(f"/unit/{held.meeting().unit_id}/support", data=routine)
    page = maria.get(f"/apt/{held.meeting_id}/guide").text
    assert "14.00–15.00" in page and "Vår egen rutin" in page and "Vårt eget stöd" in page
    assert "Beslut från 2003." in page and "Gräv inte." in page
    assert "Enheten har inte skrivit in sin rutin" not in page


def test_it_warns_while_the_unit_has_said_nothing(held: Held) -> None:
    page = held.region.as_("rep").get(f"/apt/{held.meeting_id}/guide").text
    assert "Enheten har inte skrivit in sin rutin och sitt stöd än." in page
    assert "Barnskyddsteamet" in page


@pytest.mark.parametrize("name", ["sign-in", "all"])
def test_each_is_there_on_paper(held: Held, name: str) -> None:
    answer = held.region.as_("rep").get(f"/apt/{held.meeting_id}/papers/{name}.pdf")
    assert answer.status_code == 200 and answer.data.startswith(b"%PDF-")


def test_another_name_is_no_paper(held: Held) -> None:
    assert held.region.as_("rep").get(f"/apt/{held.meeting_id}/papers/facit.pdf").status_code == 404


def test_the_questions_can_be_sent_beforehand_as_a_page(held: Held) -> None:
    answer = held.region.as_("rep").get(f"/apt/{held.meeting_id}/papers/sheet.html")
    assert answer.headers["Content-Disposition"] == "attachment; filename=fragor-till-deltagarna-1.html"
    assert "<h1>Frågor att prata om: Barnkonventionen och vårt uppdrag</h1>" in answer.text


@pytest.mark.parametrize("page", ["guide", "papers/guide.pdf", "papers/sheet.html"])
def test_strangers_find_nothing(held: Held, page: str) -> None:
    for key in ("employee", "rep2", "manager2", "trainer"):
        assert held.region.as_(key).get(f"/apt/{held.meeting_id}/{page}").status_code == 404
