"""The hour as a flat list of steps: ready plans, a plan as it is kept, a film discussion with a length."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from course_builder.content.course import Course
from course_builder.content.item_steps import item_steps
from course_builder.content.laid import Laid, laid_out
from course_builder.content.shortening import Cut, Shortened, shorten
from course_builder.content.step import ACTIONS, FILM, OWN, Kind, Step
from course_builder.content.step_words import WORDS
from course_builder.content.talk_plan import talk_plan
from course_builder.content.talk_steps import fitted, talk_steps

__all__ = ["ACTIONS", "FILM", "OWN", "Cut", "Kind", "Shortened", "Step", "of_talk", "planned", "ready_plans", "rows", "shorten", "steps"]  # fmt: skip

OWN_WORDS = ("kind", "title", "form", "lead", "text", "keep")
"""What a plan keeps of a step that was written in the planner."""


def ready_plans(course: Course) -> tuple[int, ...]:
    """The lengths that its author has laid out, in minutes, the shortest first; none of what is no meeting."""
    return tuple(sorted(minutes or course.minutes for minutes, _ in _plans(course)))


def steps(course: Course, minutes: int) -> tuple[Step, ...]:
    """Of a ready plan. Raises KeyError when the course has none of that length."""
    for plan, items in _plans(course):
        if minutes == (plan or course.minutes):
            return tuple(
                step for laid in items for step in fitted(_of(course, laid, plan), laid.item.minutes)
            )
    raise KeyError(minutes)


def of_talk(course: Course, talk_id: str, minutes: int) -> tuple[Step, ...]:
    """A plan around one film discussion of the course. Raises KeyError when it has none of that id."""
    return talk_plan({talk.id: talk for talk in course.films}[talk_id], minutes, course.language)


def rows(steps: Sequence[Step]) -> list[dict[str, Any]]:
    """The plan as it is kept."""
    return [_row(step) for step in steps]


def planned(course: Course, rows: Sequence[Mapping[str, Any]]) -> tuple[Step, ...]:
    """The steps of a plan that was kept; what the course does not have any more is left out."""
    known = {(step.plan, step.id): step for step in _known(course)}
    found = (_step(course, row, known) for row in rows)
    return tuple(step for step in found if step is not None)


def _row(step: Step) -> dict[str, Any]:
    row: dict[str, Any] = {"id": step.id, "minutes": step.minutes}
    if step.id.startswith(OWN):
        row |= {name: getattr(step, name) for name in OWN_WORDS}
    elif step.plan is not None:
        row["plan"] = step.plan
    return row


def _step(
    course: Course, row: Mapping[str, Any], known: Mapping[tuple[int | None, str], Step]
) -> Step | None:
    identifier, minutes = row["id"], row["minutes"]
    found = known.get((row.get("plan"), identifier)) or known.get((None, identifier))
    if found is not None:
        return replace(found, minutes=minutes)
    if identifier == ACTIONS:
        return Step(ACTIONS, ACTIONS, "actions", WORDS[course.language]["actions"], minutes)
    if identifier.startswith(OWN):
        return Step(identifier, identifier, minutes=minutes, **{name: row[name] for name in OWN_WORDS})
    return None


def _known(course: Course) -> Iterator[Step]:
    """Every step that a plan may name, with all its minutes."""
    for plan, items in _plans(course):
        for laid in items:
            yield from _of(course, laid, plan)
    for talk in course.films:
        yield from talk_steps(talk, talk.id, "ombud")


def _plans(course: Course) -> Iterator[tuple[int | None, tuple[Laid, ...]]]:
    """Each ready plan: None, or the minutes of a variant, and its items."""
    if course.agenda:
        yield None, tuple(map(Laid, course.agenda))
    for variant in course.variants:
        yield variant.minutes, tuple(laid for _, laid in laid_out(course.agenda, variant))


def _of(course: Course, laid: Laid, plan: int | None) -> tuple[Step, ...]:
    return item_steps(laid, course.shared.get(laid.item.film or ""), plan)
