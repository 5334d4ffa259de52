"""What each step of the hour shows on the wall."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape

from course_builder.content.course import Course
from course_builder.content.models.agenda import AgendaItem
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.models.lesson import Lesson
from course_builder.content.models.quiz import Quiz
from course_builder.content.render.paint import Paint
from course_builder.content.step import Step
from course_builder.content.step_matter import item_of, lesson_of, talk_of
from course_builder.player.hour.lesson_slides import OwnPlaces, lesson_slides
from course_builder.player.hour.pieces import bare
from course_builder.player.hour.question_slides import quiz_slides, talk_slide
from course_builder.player.hour.slide import Slide, paged

FOUR = 4


@dataclass(frozen=True)
class OpenAction:
    """What was agreed at an earlier hour and is not done yet; `responsible` is a function."""

    what: str
    responsible: str = ""


@dataclass(frozen=True)
class Unit:
    """What a unit adds to a course on the wall: what it agreed last time, and its own routines and support."""

    actions: Sequence[OpenAction] = ()
    places: OwnPlaces = field(default_factory=dict)


def step_slides(course: Course, step: Step, unit: Unit, paint: Paint) -> list[Slide]:
    """At least one."""
    made = list(_slides(course, step, unit, paint)) or [Slide(escape(step.title))]
    if step.kind == "text" and _moves(item_of(course, step)):
        made = [_corners(slide) for slide in made]
    return made


def _slides(course: Course, step: Step, unit: Unit, paint: Paint) -> Iterator[Slide]:
    if step.kind == "actions":
        yield from _actions(step, unit, paint)
        yield from _of_item(course, item_of(course, step), unit, paint)
    elif step.kind in ("film", "before", "after"):
        yield from _talk(talk_of(course, step), step, paint)
    elif step.text is not None:
        yield from paged(escape(step.title), paint.markdown(step.text))
    else:
        yield from _of_item(course, item_of(course, step), unit, paint)


def _of_item(course: Course, item: AgendaItem | None, unit: Unit, paint: Paint) -> Iterator[Slide]:
    quiz = course.shared.get(item.quiz or "") if item else None
    lesson = lesson_of(course, item)
    if isinstance(quiz, Quiz):
        yield from quiz_slides(quiz, paint)
    elif isinstance(lesson, Lesson):
        yield from lesson_slides(lesson, unit.places, paint)


def _talk(talk: FilmDiscussion | None, step: Step, paint: Paint) -> Iterator[Slide]:
    if talk is None:
        return
    if step.kind == "film":
        yield _film(talk, paint)
        return
    yield from (talk_slide(one, paint) for one in talk.steps if one.id == step.id.rpartition(".")[2])


def _film(talk: FilmDiscussion, paint: Paint) -> Slide:
    """What to look for, and what may be hard to see, before anything is shown."""
    note = talk.film.content_note
    parts = [(paint.words["film_task"], talk.watch_for), (paint.words["film_content_note"], note)]
    body = "".join(
        f"<div><h2>{escape(name)}</h2><p>{bare(paint.inline(text))}</p></div>" for name, text in parts if text
    )
    return Slide(bare(paint.inline(talk.film.title or talk.title)), body, classes="before-film")


def _actions(step: Step, unit: Unit, paint: Paint) -> Iterator[Slide]:
    rows = "".join(f"<li>{_action(action)}</li>" for action in unit.actions)
    if not rows:
        yield Slide(escape(step.title), f"<p>{escape(paint.words['room_no_actions'])}</p>")
        return
    asked = paint.markdown(step.text) if step.text else f"<p>{escape(paint.words['room_actions'])}</p>"
    yield from paged(escape(step.title), f"{asked}<ul>{rows}</ul>")


def _action(action: OpenAction) -> str:
    who = f" ({escape(action.responsible)})" if action.responsible else ""
    return f"{escape(action.what)}{who}"


def _moves(item: AgendaItem | None) -> bool:
    return item is not None and "hörn" in (item.form or "").lower()


def _corners(slide: Slide) -> Slide:
    """Four answers stand as four corners; the script says how it is done sitting down."""
    listed = "<ol" in slide.body and slide.body.count("<li") == FOUR
    return replace(slide, classes=f"{slide.classes} corners".strip()) if listed else slide


def by_step(course: Course, steps: Sequence[Step], unit: Unit, paint: Paint) -> Mapping[str, list[Slide]]:
    return {step.id: step_slides(course, step, unit, paint) for step in steps}
