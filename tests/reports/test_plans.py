"""No list of the coordinator or the manager reads a big table from end to end, on either database."""

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from course_builder.learning import requirements
from course_builder.people import persons, units, vacancies
from course_builder.people.models import Role, Unit
from course_builder.reports import asked, coverage, failed_mail, training, unit_page
from tests.learning.conftest import school, two_releases
from tests.learning.school import NOW, TODAY, School
from tests.learning.test_plans import SOMEBODY, read_whole

__all__ = ["school", "two_releases"]


def first(session: Session) -> Unit:
    return session.get_one(Unit, 1)


LISTS: dict[str, Callable[[Session], object]] = {
    "coverage": lambda session: coverage.coverage(session, SOMEBODY, first(session), TODAY),
    "reps": lambda session: training.holders(
        session, SOMEBODY, Role.REP, training.courses_for(session, Role.REP), TODAY, "/1/"
    ),
    "units without a rep": lambda session: vacancies.vacancies(session, TODAY, "/1/"),
    "how many units without": lambda session: vacancies.count(session, TODAY, "/1/"),
    "mail that failed": lambda session: failed_mail.failed_letters(session, SOMEBODY, "/1/", 0, 50),
    "a unit": lambda session: unit_page.people(session, first(session), TODAY, SOMEBODY),
    "whether a unit is large": lambda session: unit_page.is_large(session, first(session), TODAY),
    "people": lambda session: persons.page(session, SOMEBODY),
    "people by name": lambda session: persons.find(session, SOMEBODY, "anna"),
    "staff of a unit": lambda session: units.staff(session, SOMEBODY, first(session), TODAY),
    "requirements": lambda session: asked.asked(session, SOMEBODY),
}


@pytest.mark.parametrize("name", LISTS)
def test_no_big_table_is_read_from_end_to_end(school: School, name: str) -> None:
    """trust 67"""
    unit = school.unit("Regionen")
    anna = school.person("Anna Ombud", unit, Role.EMPLOYEE, Role.REP)
    with school.writing() as session:
        requirements.require(session, "liten", NOW, None, role=Role.REP)
        requirements.require(session, "liten", NOW, None, unit_id=unit.id)
    school.complete(school.open(anna, school.publish(school.first)), at=NOW.replace(year=2025))
    assert read_whole(school, LISTS[name]) == []
