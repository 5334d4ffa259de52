"""What is new since she took it, for her whose refresher is due."""

from datetime import date, timedelta

from course_builder.learning import renewal
from course_builder.learning.since import since_taken
from course_builder.learning.standings import standing_of
from course_builder.library.models import Change
from course_builder.people.models import Role
from course_builder.reports.own_courses import own_page
from tests.learning.school import NOW, School


def test_told_when_the_refresher_is_due(school: School) -> None:
    anna = school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.REP)
    school.complete(school.open(anna, school.publish(school.first)))
    soon, later = date(2026, 12, 1), date(2027, 10, 1)
    with school.writing() as session:
        renewal.decide(session, "liten", months=12, fixed=None, window_days=60, refresher_course_id=None, decision="RS 1")  # fmt: skip
    with school.reading() as session:
        [standing] = standing_of(session, anna.id, later)
        assert (standing.refresher_due, since_taken(session, standing)) == (True, ())
    school.publish(school.second, Change.CONTENT, NOW + timedelta(days=1))
    with school.reading() as session:
        [line] = since_taken(session, standing)
        assert "Två" in line
        assert [one.new for one in own_page(session, anna.id, later).refresh] == [(line,)]
        assert [one.new for one in own_page(session, anna.id, soon).done] == [()]
