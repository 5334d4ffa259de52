"""How many answered a question rightly the first time: people, not tries."""

from datetime import timedelta

from course_builder.learning.question_figures import FirstTime, first_times
from course_builder.library.models import Change
from course_builder.people.models import Role
from tests.learning.school import NOW, School


def test_only_the_first_answer_of_each_person_counts(school: School) -> None:
    """Four people: right, wrong then right, wrong, right then wrong."""
    published = school.publish(school.first)
    ward = school.unit("Vårdcentralen")
    of: dict[str, int] = {}
    right: dict[str, int] = {}
    for number, tries in enumerate([(True,), (False, True), (False,), (True, False)]):
        somebody = school.person(f"Person {number}", ward, Role.EMPLOYEE)
        enrolment = school.open(somebody, published)
        seen: set[str] = set()
        for when, good in enumerate(tries):
            at = NOW + timedelta(minutes=when)
            attempt = school.start(enrolment, at)
            for question in school.asked(attempt):
                key = f"{attempt.id}-{question.id}"
                school.answer(enrolment, attempt, question.id, question.sample(good), key, at)
                if question.id not in seen:
                    seen.add(question.id)
                    of[question.id] = of.get(question.id, 0) + 1
                    right[question.id] = right.get(question.id, 0) + good
    with school.reading() as session:
        found = first_times(session, ["ratt", "val", "ord", "tal", "finns-inte"])
    assert found == {name: FirstTime(right[name], of[name]) for name in of}
    assert max(one.of for one in found.values()) == 4


def test_a_new_version_does_not_ask_anew(school: School) -> None:
    """The same question in a later version: her first answer was in the earlier one."""
    first = school.publish(school.first)
    ward = school.unit("Vårdcentralen")
    anna = school.person("Anna", ward, Role.EMPLOYEE)
    enrolment = school.open(anna, first)
    asked = school.asked(school.start(enrolment))[0]
    school.take_quiz(enrolment, right=False)
    later = NOW + timedelta(days=1)
    school.publish(school.second, Change.CONTENT, later)
    school.take_quiz(enrolment, right=True, at=later)
    with school.reading() as session:
        found = first_times(session, [asked.id])
    assert found == {asked.id: FirstTime(0, 1)}
