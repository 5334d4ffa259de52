"""The pages of a plan: who may open them, and what each change does."""

from course_builder.meetings.models import Meeting
from tests.meetings.held import made
from tests.web.region import Region, both


def test_the_page_says_the_sum(region: Region) -> None:
    held = made(region)
    page = region.as_("rep").get(f"/apt/{held.meeting_id}")
    assert page.status_code == 200, page.text
    assert "60 minuter av 60" in page.text


def test_every_page_of_a_plan_opens(region: Region) -> None:
    held = made(region)
    client = region.as_("manager")
    at = f"/apt/{held.meeting_id}"
    for address in ("/apt", "/apt/new", at, f"{at}/when", f"{at}/people", f"{at}/send/invitation", f"{at}/send/agenda.pdf", f"{at}/calendar.ics"):  # fmt: skip
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.text)
