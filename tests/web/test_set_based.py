"""A page asks the database as many questions of a large region as of a small one: counted, never timed (trust 67)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event
from sqlalchemy.engine import Engine

from course_builder.learning.completions import record_elsewhere
from course_builder.learning.models import Source
from course_builder.learning.requirements import require
from course_builder.people.appointments import appoint
from course_builder.people.models import Role, Unit
from course_builder.people.persons import add
from course_builder.people.tree import add_unit
from tests.learning.school import NOW
from tests.web.learned import Learned, learned

__all__ = ["learned"]
PAGES = (
    "/coverage", "/coverage/units", "/coverage/reps", "/coverage/managers", "/coverage/reps/export?names=yes", "/coverage/mail",
    "/unit/{clinic}", "/unit/{clinic}/export?names=yes", "/unit/{clinic}/remind", "/requirements/1", "/requirements/people?q=kollega",
)  # fmt: skip


@contextmanager
def counted() -> Iterator[list[str]]:
    asked: list[str] = []

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield asked
    event.remove(Engine, "before_cursor_execute", note)


def grow(learned: Learned) -> None:
    """Ten more units with a rep, a manager and colleagues each; half of the reps trained; more people at the clinic."""
    region = learned.region
    with region.database.writing() as session:
        north = session.get_one(Unit, region.units["north"])
        clinic = session.get_one(Unit, region.units["clinic"])
        for number in range(10):
            unit = add_unit(session, f"Enhet {number}", north, date(2026, 1, 1))
            for role in (Role.REP, Role.MANAGER, Role.EMPLOYEE):
                person = add(session, f"Kollega {role} {number}", f"{role}{number}@exempel.se").id
                appoint(
                    session, person, unit if role is not Role.EMPLOYEE else clinic, role, date(2026, 1, 1)
                )
                if number % 2:
                    record_elsewhere(
                        session,
                        person,
                        "liten",
                        date(2026, 3, 1),
                        True,
                        Source.PORTAL,
                        f"{role}{number}",
                        None,
                        NOW,
                    )


@pytest.mark.parametrize("page", PAGES)
def test_more_people_are_no_more_questions(learned: Learned, page: str) -> None:
    region = learned.region
    with region.database.writing() as session:
        require(session, "liten", NOW, None, unit_id=region.units["region"])
        require(session, "liten", NOW, None, role=Role.REP)
    learned.complete("rep")
    client = region.as_("coordinator")
    address = page.format_map(region.units)
    small = _questions(client, address)
    grow(learned)
    assert _questions(client, address) <= small + 1, address


def _questions(client: FlaskClient, address: str) -> int:
    client.get(address)
    with counted() as asked:
        assert client.get(address).status_code == 200
    return len(asked)
