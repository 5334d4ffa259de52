"""A course as its readers get it, thrown away: to see that it can be shown."""

from course_builder.content.course import Course
from course_builder.content.render.paint import Paint
from course_builder.content.render.part import Position, part
from course_builder.content.step_matter import item_of, part_of, question_of
from course_builder.content.steps import of_talk, planned, ready_plans, rows, steps
from course_builder.player.data import as_json
from course_builder.player.options import PlayerOptions
from course_builder.player.words import words


def shown(course: Course) -> None:
    paint = Paint(course, words(course.language))
    for module in course.modules:
        for number, content in enumerate(module.parts, 1):
            part(content, Position(module, 1, number, len(module.parts)), paint)
    as_json(course, paint, PlayerOptions())
    for minutes in ready_plans(course):
        for step in planned(course, rows(steps(course, minutes))):
            item_of(course, step), part_of(course, step), question_of(course, step)
    for film in course.films:
        of_talk(course, film.id, 30)
