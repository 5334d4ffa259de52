"""What a step of the hour stands for in its course."""

from course_builder.content.course import Course
from course_builder.content.media import inside
from course_builder.content.models.agenda import AgendaItem
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.models.lesson import Lesson
from course_builder.content.step import Step


def item_of(course: Course, step: Step) -> AgendaItem | None:
    """None of a step that no author laid out."""
    return next((item for item in course.agenda if item.id == step.item), None)


def talk_of(course: Course, step: Step) -> FilmDiscussion | None:
    """The film discussion that the step belongs to; also of one that was taken by itself."""
    item = item_of(course, step)
    found = course.shared.get((item.film if item else None) or step.item)
    return found if isinstance(found, FilmDiscussion) else None


def lesson_of(course: Course, item: AgendaItem | None) -> Lesson | None:
    """The text of an item."""
    if item is None or item.text is None:
        return None
    folder = course.place.file.rpartition("/")[0]
    file = inside(item.text, folder)
    lessons = (part for part in course.parts if isinstance(part, Lesson))
    return next((one for one in lessons if one.file == file), None)
