"""A `local` block shows the region's values, and the unit's own to those who work there."""

from tests.meetings.held import HOUR, Held

WRITTEN = {
    "routine": "Vår <egen> rutin", "routine_where": "Pärmen", "routine_url": "https://rutiner.example/vi",
    "title": "Kuratorn på plan 3", "where": "Rum 12", "url": "",
}  # fmt: skip
REGIONAL = ("Rutinhandboken, kapitel 4", "Barnskyddsteamet, råd när du är orolig för ett barn")
OWN = (
    "<strong>Vår &lt;egen&gt; rutin</strong>",
    "https://rutiner.example/vi",
    "<strong>Kuratorn på plan 3</strong>: Rum 12",
)


def shown(held: Held, key: str) -> str:
    client = held.region.as_(key)
    client.post(f"/learn/{HOUR}/start")
    return client.get(f"/learn/{HOUR}/").text


def test_those_of_the_unit_see_its_own_and_others_the_regions(held: Held) -> None:
    before = shown(held, "employee")
    assert [text for text in REGIONAL if text not in before] == []
    held.region.as_("rep").post(f"/unit/{held.region.units['clinic']}/support", data=WRITTEN)
    hers, others = shown(held, "employee"), shown(held, "employee2")
    assert [text for text in OWN if text not in hers] == []
    assert [text for text in REGIONAL if text in hers] == []
    assert [text for text in OWN if text in others] == []
    assert [text for text in REGIONAL if text not in others] == []
