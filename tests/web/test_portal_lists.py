"""Lists in the browser: brought, looked at, taken in, settled, undone; and what is not another coordinator's."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from course_builder.learning.models import Completion
from course_builder.people.models import Person
from course_builder.portal.models import CompletionList, ListRow
from tests.library.bare import bare_release
from tests.web.region import HIDDEN, MONDAY, Region, both

As = Callable[[str], FlaskClient]
CSV = """\
E-post;Namn;Kurs;Datum;Status
anna.ombud@exempel.se;Anna Ombud;Grundkursen;2026-10-01;Godkänd
bo.ombud@exempel.se;Bo Ombud;Grundkursen;2026-10-02;Godkänd
ingen@exempel.se;Ingrid Ingen;Grundkursen;2026-10-03;Godkänd
"""


@pytest.fixture(autouse=True)
def course(region: Region) -> Iterator[None]:
    with region.database.writing() as session:
        bare_release(session, MONDAY)
    yield


def bring(client: FlaskClient, csv: str = CSV, **form: object) -> str:
    """The address of the draft."""
    data = {"portal": "Lärportalen", "source": "portal", "file": (BytesIO(csv.encode()), "höst.csv"), **form}
    answer = client.post("/completions/new", data=data, content_type="multipart/form-data")
    assert answer.status_code == 302, answer.text
    return str(answer.headers["Location"])


def completions(region: Region) -> int:
    with region.database.reading() as session:
        return (
            session.scalar(
                select(func.count()).select_from(Completion).where(Completion.withdrawn_seq.is_(None))
            )
            or 0
        )


@both
def test_a_list_is_looked_at_before_it_is_taken_in_and_twice_is_once(region: Region, as_: As) -> None:
    client = as_("coordinator")
    address = bring(client)
    page = client.get(address).text
    assert re.findall(r"<strong>(\d+)</strong>", page)[:4] == ["2", "0", "1", "0"]
    assert completions(region) == 0
    client.post(f"{address}/take")
    assert completions(region) == 2
    again = client.post(f"{bring(client)}/take", follow_redirects=True).text
    assert "Listan sa inget nytt." in again
    assert completions(region) == 2


def test_words_a_portal_uses_are_said_once(region: Region, as_: As) -> None:
    client = as_("coordinator")
    odd = CSV.replace("Grundkursen", "BR 1").replace("Godkänd", "Attesterad")
    address = bring(client, odd)
    assert "BR 1" in client.get(address).text
    client.post(f"{address}/words", data={"course-name": "BR 1", "course": "grund"})
    client.post(f"{address}/words", data={"word": "attesterad", "meaning": "passed"})
    client.post(f"{address}/take")
    assert completions(region) == 2


def test_a_list_without_headings_is_pasted_and_told_what_it_is(region: Region, as_: As) -> None:
    client = as_("coordinator")
    address = bring(client, "", file=(BytesIO(b""), ""), text="anna.ombud@exempel.se\nbo.ombud@exempel.se")
    client.post(
        f"{address}/columns",
        data={
            "column-email": "Kolumn 1",
            "same-course": "grund",
            "same-on": "2 oktober 2026",
            "same-result": "genomförd",
        },
    )
    client.post(f"{address}/take")
    assert completions(region) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (CSV.replace("Ingrid Ingen", "19121212-1212"), "Kolumn 2 ser ut att innehålla personnummer"),
        ("", "Välj en fil eller klistra in en lista."),
        ("bara en rubrik\n", "har inga rader"),
    ],
)
def test_what_is_refused_says_why_and_keeps_nothing(region: Region, as_: As, text: str, words: str) -> None:
    client = as_("coordinator")
    file = (BytesIO(text.encode()), "höst.csv" if text else "")
    answer = client.post(
        "/completions/new", data={"portal": "P", "file": file}, content_type="multipart/form-data"
    )
    assert answer.status_code == 422
    assert words in answer.text
    with region.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(CompletionList)) == 0


def test_a_row_is_settled_by_hand_and_the_list_undone(region: Region, as_: As) -> None:
    client = as_("coordinator")
    address = bring(client)
    client.post(f"{address}/take")
    with region.database.reading() as session:
        row = session.scalars(select(ListRow.id).where(ListRow.state == "unmatched")).one()
    assert "Elin Medarbetare" in client.get(f"/completions/rows/{row}?q=Elin").text
    said = {"person": region.people["employee"], "course": "grund", "on": "2026-10-03", "outcome": "passed"}
    client.post(f"/completions/rows/{row}/settle", data=said)
    assert completions(region) == 3
    assert client.post(f"{address}/undo", data={"why": ""}).status_code == 422
    page = client.post(f"{address}/undo", data={"why": "Fel kurs"}, follow_redirects=True).text
    assert completions(region) == 0
    assert "ångrade hela listan: Fel kurs" in page


def test_a_coordinator_of_one_part_reaches_only_its_people_and_lists(region: Region, as_: As) -> None:
    """Trust 34: a foreign id answers 404."""
    whole, part = as_("coordinator"), as_("coordinator2")
    address = bring(part)
    part.post(f"{address}/take")
    assert completions(region) == 1
    foreign = bring(whole)
    whole.post(f"{foreign}/take")
    assert part.get(foreign).status_code == 404
    assert part.post(f"{foreign}/undo", data={"why": "x"}).status_code == 404
    assert whole.get(address).status_code == 200
    assert "Anna" not in part.get("/completions/").text


def test_a_draft_is_nobody_elses(region: Region, as_: As) -> None:
    address = bring(as_("coordinator2"))
    assert as_("coordinator").get(address).status_code == 404


def test_a_protected_person_is_matched_without_being_named(region: Region, as_: As) -> None:
    client = as_("coordinator")
    with region.database.reading() as session:
        ref = session.get_one(Person, region.people["hidden"]).employee_ref
    address = bring(client, f"Anst.nr;Kurs;Datum;Status\n{ref};Grundkursen;2026-10-01;Godkänd\n")
    assert HIDDEN not in client.get(address).text
    client.post(f"{address}/take")
    assert completions(region) == 1
    assert HIDDEN not in client.get(address).text
    with region.database.reading() as session:
        row = session.scalars(select(ListRow.id)).one()
    assert HIDDEN not in client.get(f"/completions/rows/{row}?q=Sigrid").text


def test_a_draft_is_thrown_away(region: Region, as_: As) -> None:
    client = as_("coordinator")
    address = bring(client)
    client.post(f"{address}/discard")
    assert client.get(address).status_code == 404
