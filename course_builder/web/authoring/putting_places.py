"""Where questions can be put: a new quiz, one that is there, the end of a lesson."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import abort
from wtforms import Form, RadioField, SelectField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types

from course_builder.content.structure.outline import outline
from course_builder.importing.imported import Value
from course_builder.library.bank import putting
from course_builder.library.drafts.models import LONGEST_TITLE, Draft, Kind
from course_builder.library.drafts.reading import text
from course_builder.library.drafts.sets import listed_sets
from course_builder.library.drafts.titles import titles
from course_builder.people.may import Action
from course_builder.people.refused import Refused
from course_builder.web.authoring.found import again, found
from course_builder.web.authoring.own_drafts import own_drafts
from course_builder.web.authoring.owner import group_id
from course_builder.web.clock import now
from course_builder.web.guard import actor, permitted
from course_builder.web.records import reading, writing

NEW, QUIZ, LESSON = "new", "quiz", "lesson"


class WhereForm(Form):
    where = RadioField(choices=[SelectChoice(one, one) for one in (NEW, QUIZ, LESSON)], default=NEW)
    title = StringField()
    quiz = SelectField(validate_choice=False)
    lesson = SelectField(validate_choice=False)
    owner = SelectField(default="", validate_choice=False)


@dataclass(frozen=True)
class Course:
    """A course with the lessons that its outline names; each by `course/path` and title."""

    draft: Draft
    lessons: Sequence[tuple[str, str]]


def quizzes() -> list[Draft]:
    """Shared ones that whoever reads the page may write."""
    return [
        one.draft
        for one in listed_sets(reading())
        if one.kind == "quiz" and permitted(Action.WRITE, one.draft)
    ]


def courses() -> list[Course]:
    session = reading()
    return [
        Course(one, _lessons(one, titles(session, one))) for one in own_drafts() if one.kind == Kind.COURSE
    ]


def put(form: WhereForm, questions: Sequence[Value], about: str) -> Draft:
    """One revision of one draft. Refused when nothing says where; 404 for a draft that is not hers."""
    who = actor()
    if form.where.data == NEW:
        title = " ".join(str(form.title.data or "").split())[:LONGEST_TITLE]
        if not title:
            raise Refused("Skriv vad quizet ska heta.", "Write what the quiz is to be called.")
        with writing() as session:
            return putting.new_quiz(
                session, title, questions, group_id(form.owner.data, who), who.person_id, now()
            )
    kind = Kind.SET if form.where.data == QUIZ else Kind.COURSE
    name, _, path = str((form.quiz if kind == Kind.SET else form.lesson).data or "").partition("/")
    if not name:
        raise Refused("Välj var frågorna ska in.", "Choose where the questions are to go.")
    known = found(kind, name)
    try:
        with writing() as session:
            draft = again(session, known)
            putting.into(session, draft, path or f"{name}.yaml", questions, about, who.person_id, now())
            return draft
    except putting.NoText:
        abort(404)
    except LookupError as no:
        raise Refused(
            "Texten där frågorna skulle in går inte att läsa. Öppna den och rätta den först.",
            "The text the questions were to go into cannot be read. Open it and correct it first.",
        ) from no


def _lessons(draft: Draft, known: Mapping[str, str]) -> list[tuple[str, str]]:
    there = outline(text(reading(), draft, "course.yaml") or "")
    named = [leaf.name for leaf in there.leaves() if leaf.kind == "lesson"] if there else []
    return [(f"{draft.name}/{path}", known[path] or path) for path in dict.fromkeys(named) if path in known]
