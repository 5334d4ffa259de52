"""What a step of the hour stands for in its course: its item as its plan has it, its part, its question."""

from course_builder.content.course import Course, Part
from course_builder.content.laid import laid_out
from course_builder.content.media import inside
from course_builder.content.models.agenda import AgendaItem
from course_builder.content.models.film import AfterQuestion, BeforeQuestion, FilmDiscussion
from course_builder.content.models.lesson import Lesson
from course_builder.content.step import Step


def item_of(course: Course, step: Step) -> AgendaItem | None:
    """With what its ready plan changes, its leader notes too; None of a step that no author laid out."""
    for variant in course.variants:
        if variant.minutes == step.plan:
            items = {laid.item.id: laid.item for _, laid in laid_out(course.agenda, variant)}
            return items.get(step.item)
    return next((item for item in course.agenda if item.id == step.item), None)


def talk_of(course: Course, step: Step) -> FilmDiscussion | None:
    """The film discussion that the step belongs to; also one that was taken by itself."""
    item = item_of(course, step)
    found = course.shared.get(item.film or "" if item else step.item)
    return found if isinstance(found, FilmDiscussion) else None


def question_of(course: Course, step: Step) -> BeforeQuestion | AfterQuestion | None:
    """Of a step before or after a film."""
    talk = talk_of(course, step)
    asked = step.id.removeprefix(f"{step.item}.")
    return next((one for one in talk.steps if one.id == asked), None) if talk else None


def part_of(course: Course, step: Step) -> Part | None:
    """The text, the quiz or the film discussion that the step shows."""
    item = item_of(course, step)
    if item is not None and item.text is not None:
        return lesson_of(course, item)
    if item is not None and item.quiz is not None:
        return course.shared.get(item.quiz)
    return talk_of(course, step)


def lesson_of(course: Course, item: AgendaItem | None) -> Lesson | None:
    """The text of an item."""
    if item is None or item.text is None:
        return None
    file = inside(item.text, course.place.file.rpartition("/")[0])
    return next((part for part in course.parts if isinstance(part, Lesson) and part.file == file), None)
