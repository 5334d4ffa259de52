"""A film's own facts changed where they stand: in the file of a film discussion, or in a block of a lesson."""

from collections.abc import Sequence

from course_builder.content.editing import lesson, yaml
from course_builder.content.editing.errors import NoSuchPlace
from course_builder.content.film_places import FilmPlace
from course_builder.content.models.film import Film


def with_fact(text: str, film: FilmPlace, at: Sequence[str], value: object) -> str:
    """The text with one of the film's facts set, or taken away when None; NoSuchPlace when the text cannot be changed."""
    way = (*film.steps, *at)

    def change(inner: str) -> str:
        if value is None:
            return _without(inner, way)
        return yaml.put(inner, way, value, tuple(Film.model_fields))

    if film.steps:
        return change(text)
    return lesson.edit_block(text, _block(text, film), change)


def _without(inner: str, way: Sequence[str]) -> str:
    try:
        return yaml.remove(inner, way)
    except NoSuchPlace:
        return inner


def _block(text: str, film: FilmPlace) -> int:
    for one in lesson.blocks(text):
        if one.kind == "film" and one.first == film.line - 1:
            return one.index
    raise NoSuchPlace(film.block)
