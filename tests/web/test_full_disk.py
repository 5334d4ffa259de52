"""trust 55: a page that cannot save says so, other pages are still shown, and all is well when there is room again."""

from collections.abc import Callable

from flask.testing import FlaskClient
from sqlalchemy import text

from tests.web.region import Region


def leave_room(region: Region, pages: int) -> None:
    database = region.app.extensions["database"]
    with database.writing() as session:
        here = session.scalar(text("PRAGMA page_count"))
        session.execute(text(f"PRAGMA max_page_count={here + pages}"))


def test_a_full_disk(region: Region, as_: Callable[[str], FlaskClient]) -> None:
    admin = as_("admin")
    south = f"/people/units/{region.units['south']}"
    leave_room(region, 0)
    answers = [
        admin.post(f"{south}/add", data={"name": f"Enhet {number} {'x' * 180}"}) for number in range(60)
    ]
    refused = next(answer for answer in answers if answer.status_code != 302)
    assert refused.status_code == 507
    assert "ont om plats" in refused.text
    page = admin.get(south)
    assert page.status_code == 200
    saved = [number for number, answer in enumerate(answers) if answer.status_code == 302]
    assert [number for number in range(60) if f"Enhet {number} x" in page.text] == saved
    leave_room(region, 1000)
    assert admin.post(f"{south}/add", data={"name": "Nya enheten"}).status_code == 302
