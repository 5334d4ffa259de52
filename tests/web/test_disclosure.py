"""Handlingar att lämna ut and gallring, in the browser."""

import re
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO

from flask.testing import FlaskClient
from pikepdf import open as open_pdf
from sqlalchemy import select

from course_builder.reports.models import DisclosedRecord, DisposalRule
from tests.web.region import HIDDEN, Region, both

As = Callable[[str], FlaskClient]


def begin(client: FlaskClient) -> str:
    """The address of a new request."""
    said = {"reference": "NRS 2026-12", "asked_for": "Vilka är ombud?"}
    return str(client.post("/disclosures/", data=said).headers["Location"])


@both
def test_a_request_from_gathering_to_the_same_file_again(region: Region, as_: As) -> None:
    client = as_("coordinator")
    address = begin(client)
    assert "Barnkliniken" in client.get(f"{address}?q=Barnkliniken").text
    client.post(f"{address}/gather", data={"kind": "appointment", "unit": region.units["clinic"]})
    page = client.get(address).text
    assert "Anna Ombud" in page
    assert HIDDEN not in page
    masked = {"kind": "appointment", "column": "email", "grounds": "OSL 39 kap. 3 §"}
    client.post(f"{address}/mask", data=masked)
    for kind in ("csv", "xlsx", "pdf"):
        client.post(f"{address}/give-out", data={"format": kind})
    files = re.findall(rf'href="({address}/files/\d+)"', client.get(address).text)
    assert len(files) == 3
    contents = [client.get(one).data for one in files]
    assert contents == [client.get(one).data for one in files]
    pdf, _, csv = contents
    assert "Anna Ombud" in csv.decode("utf-8-sig")
    assert "anna.ombud@exempel.se" not in csv.decode("utf-8-sig")
    assert sha256(csv).hexdigest()[:16] in client.get(address).text
    with open_pdf(BytesIO(pdf)) as paper:
        assert paper.Root.MarkInfo.Marked


def test_masking_needs_grounds(region: Region, as_: As) -> None:
    client = as_("coordinator")
    address = begin(client)
    client.post(f"{address}/gather", data={"kind": "appointment", "unit": region.units["clinic"]})
    answer = client.post(f"{address}/mask", data={"kind": "appointment", "column": "email", "grounds": ""})
    assert answer.status_code == 422
    assert "OSL 39 kap. 3 §" in answer.text
    with region.database.reading() as session:
        assert not any(session.scalars(select(DisclosedRecord.masked)))


def test_a_request_of_the_whole_region_is_not_there_for_who_has_a_part(region: Region, as_: As) -> None:
    """Trust 34: a foreign id answers 404, whatever is done with it."""
    whole, part = as_("coordinator"), as_("coordinator2")
    address = begin(whole)
    whole.post(f"{address}/gather", data={"kind": "appointment", "unit": region.units["clinic"]})
    whole.post(f"{address}/give-out", data={"format": "csv"})
    file = re.findall(rf'href="({address}/files/\d+)"', whole.get(address).text)[0]
    assert [part.get(one).status_code for one in (address, file)] == [404, 404]
    assert part.post(f"{address}/gather", data={}).status_code == 404
    assert part.post(f"{address}/give-out", data={"format": "csv"}).status_code == 404
    own = begin(part)
    part.post(
        f"{own}/gather",
        data={"kind": "appointment", "unit": region.units["clinic"], "person": region.people["rep"]},
    )
    assert "Anna Ombud" not in part.get(own).text


def test_disposal_takes_a_decision_and_the_whole_region(region: Region, as_: As) -> None:
    whole, part = as_("coordinator"), as_("coordinator2")
    said = {"what": "answers", "months": "24", "decision": "NRS 2026-77", "decided": "2026-11-01"}
    assert part.get("/disposal/").status_code == 404
    assert part.post("/disposal/", data=said).status_code == 404
    assert whole.post("/disposal/", data={**said, "decision": ""}).status_code == 422
    whole.post("/disposal/", data=said)
    with region.database.reading() as session:
        rule_id = session.scalars(select(DisposalRule.id)).one()
    assert "0 poster från före 23 november 2024." in whole.get(f"/disposal/{rule_id}").text
    assert part.get(f"/disposal/{rule_id}").status_code == 404
    assert whole.post(f"/disposal/{rule_id}/dispose", data={"looked_at": "x"}).status_code == 422
    whole.post(f"/disposal/{rule_id}/end")
    assert "Gäller inte längre" in whole.get("/disposal/").text
