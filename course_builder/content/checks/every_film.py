"""The films of a course, each with the object that knows its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from course_builder.content.blocks import FilmBlock
from course_builder.content.checks.context import Checked
from course_builder.content.models.film import Film, FilmDiscussion


@dataclass(frozen=True)
class ShownFilm:
    title: str
    film: Film
    discussion: FilmDiscussion | None = None


def films(checked: Checked) -> Iterator[ShownFilm]:
    for discussion in checked.course.films:
        yield ShownFilm(discussion.title, discussion.film, discussion)
    for lesson in checked.lessons:
        for block in lesson.blocks:
            if isinstance(block, FilmBlock) and block.film is not None:
                yield ShownFilm(block.film.title or lesson.title, block.film)
