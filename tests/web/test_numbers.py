"""A number that no table can hold names nothing, in an address and in a form."""

from io import BytesIO

import pytest

from tests.web.region import Region
from tests.web.walk import Walk, walk

__all__ = ["walk"]

HUGE = 10**20


@pytest.mark.parametrize("key", ["admin", "coordinator", "manager"])
def test_an_address_with_a_huge_number_leads_nowhere(walk: Walk, key: str) -> None:
    huge = Walk(
        walk.region, {name: HUGE if isinstance(one, int) else one for name, one in walk.values.items()}
    )
    client = walk.region.as_(key)
    addresses = {address for _, rule, address in huge.addresses("GET") if "<int:" in rule}
    found = {one: client.get(one).status_code for one in addresses}
    assert {one: status for one, status in found.items() if status != 404} == {}


def test_a_list_about_a_unit_with_a_huge_number_is_not_taken(region: Region) -> None:
    sent = {"part": str(HUGE), "file": (BytesIO(b"Enhet;Namn\nA;B\n"), "lista.csv")}
    assert region.as_("coordinator").post("/people/import", data=sent).status_code == 404
