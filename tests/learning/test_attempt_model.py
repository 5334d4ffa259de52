"""An attempt against a model of it: legal and illegal moves in any order (trust 38)."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from course_builder.learning.models import Attempt, Completion, Enrolment
from course_builder.learning.refusals import AnsweredElsewhere, NotAsked, NoTriesLeft, NotThere
from course_builder.learning.settling import read_keys
from course_builder.learning.verify import verify
from course_builder.people.models import Role
from tests.learning.school import School

LIMIT, DRAWN, PASS = 3, 3, 0.8
PARTS = ("ett", "tva")
QUIZ = {"ratt", "val", "ord", "tal"}
numbers = count(1)


@dataclass
class Try:
    """What the model knows of an attempt."""

    row: Attempt
    asked: tuple[str, ...]
    marks: dict[str, float] = field(default_factory=dict)
    keys: dict[str, tuple[str, Any]] = field(default_factory=dict)

    @property
    def finished(self) -> bool:
        return len(self.marks) == DRAWN


class Learner(RuleBasedStateMachine):
    school: School
    published: Any

    def __init__(self) -> None:
        super().__init__()
        unit = self.school.unit(f"Enhet {next(numbers)}")
        self.person = self.school.person(f"Person {next(numbers)}", unit, Role.EMPLOYEE)
        self.enrolment = self.school.open(self.person, self.published)
        self.questions = {one.id: one for one in self.school.course(self.published.id).questions}
        self.tries: list[Try] = []
        self.read: set[str] = set()
        self.done = False

    def judge(self) -> None:
        best = max((sum(one.marks.values()) / DRAWN for one in self.tries if one.finished), default=0.0)
        self.done = self.done or (len(self.read) == len(PARTS) and best >= PASS)

    @rule()
    def starts(self) -> None:
        going = [one for one in self.tries if not one.finished]
        if not going and len(self.tries) == LIMIT:
            with pytest.raises(NoTriesLeft):
                self.school.start(self.enrolment)
            return
        made = self.school.start(self.enrolment)
        if going:
            assert made.id == going[0].row.id
        else:
            asked = tuple(question.id for question in self.school.asked(made))
            assert (made.number, len(set(asked))) == (len(self.tries) + 1, DRAWN)
            self.tries.append(Try(made, asked))

    @precondition(lambda self: self.tries)
    @rule(which=st.integers(0, LIMIT - 1), place=st.integers(0, 5), right=st.booleans())
    def answers(self, which: int, place: int, right: bool) -> None:
        """Of what was drawn the first, second or third; what was left out; a practice question; one that is not there."""
        one = self.tries[which % len(self.tries)]
        question_id = (*one.asked, *sorted(QUIZ - set(one.asked)), "ovning", "finns-inte")[place]
        given = self.questions[question_id].sample(right) if question_id in self.questions else True
        key = f"key-{next(numbers)}"
        if question_id not in one.asked:
            with pytest.raises((NotAsked, NotThere)):
                self.school.answer(self.enrolment, one.row, question_id, given, key)
            return
        if question_id in one.marks:
            with pytest.raises(AnsweredElsewhere) as refused:
                self.school.answer(self.enrolment, one.row, question_id, given, key)
            assert refused.value.mark == one.marks[question_id]
            return
        stored = self.school.answer(self.enrolment, one.row, question_id, given, key)
        one.marks[question_id] = float(right)
        one.keys[key] = (question_id, given)
        self.judge()
        assert (stored.mark, stored.fresh, stored.finished is not None) == (float(right), True, one.finished)
        if stored.finished is not None:
            assert (stored.finished.earned, stored.finished.left) == (
                sum(one.marks.values()),
                LIMIT - one.row.number,
            )
            assert stored.done == self.done

    @precondition(lambda self: any(one.keys for one in self.tries))
    @rule(which=st.integers(0, 8))
    def sends_again(self, which: int) -> None:
        sent = [(one, key) for one in self.tries for key in one.keys]
        one, key = sent[which % len(sent)]
        question_id, given = one.keys[key]
        stored = self.school.answer(self.enrolment, one.row, question_id, given, key)
        assert (stored.mark, stored.fresh) == (one.marks[question_id], False)

    @rule(part=st.sampled_from(PARTS))
    def reads(self, part: str) -> None:
        self.school.read(self.enrolment, part)
        self.read.add(part)
        self.judge()

    @rule(right=st.booleans())
    def practises(self, right: bool) -> None:
        stored = self.school.answer(self.enrolment, None, "ovning", right, f"key-{next(numbers)}")
        assert (stored.mark, stored.finished, stored.done) == (float(right), None, False)

    @invariant()
    def is_as_the_model_says(self) -> None:
        with self.school.reading() as session:
            kept = session.get_one(Enrolment, self.enrolment.id)
            assert ((kept.done is not None), len(read_keys(session, kept.id))) == (self.done, len(self.read))
            rows = session.scalars(
                select(Attempt).where(Attempt.enrolment_id == kept.id).order_by(Attempt.number)
            )
            assert [(one.answered, one.finished is not None, one.earned) for one in rows] == [
                (len(one.marks), one.finished, sum(one.marks.values()) if one.finished else None)
                for one in self.tries
            ]
            done = session.scalars(select(Completion).where(Completion.enrolment_id == kept.id)).all()
            assert len(done) == self.done


def test_any_order_of_moves(school: School) -> None:
    """trust 38"""
    machine = type("OneLearner", (Learner,), {"school": school, "published": school.publish(school.first)})
    quiet = settings(
        max_examples=25,
        stateful_step_count=25,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    run_state_machine_as_test(machine, settings=quiet)
    with school.reading() as session:
        assert list(verify(session)) == []
